"""Ofsted's reports site: the search listing and a provider's page.

Matched on the site's own class names and addresses only, never on wording or position.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from watcher.errors import UnknownFormat
from watcher.model.document import Link
from watcher.model.vocabulary import Kind
from watcher.parse.dates import find_date
from watcher.parse.links import Listed, join, plain

_PROVIDER = re.compile(r"^/provider/(\d+)/(\d+)/?$")
_FILE = re.compile(r"/file/(\d+)/?$")
_PAGES = re.compile(r"(\d+)\s+of\s+(\d+)")
_TITLE_TAIL = re.compile(r",?\s*pdf\s*-\s*(.+)$", re.IGNORECASE | re.DOTALL)

_KINDS = (
    ("focused visit", Kind.FOCUSED_VISIT),
    ("focussed visit", Kind.FOCUSED_VISIT),
    ("monitoring visit", Kind.MONITORING_VISIT),
    ("joint", Kind.JTAI),
    ("send", Kind.AREA_SEND),
    ("special educational needs", Kind.AREA_SEND),
    ("inspection", Kind.FULL_INSPECTION),
)
"""Words of a report's link, most telling first, and the kind they stand for."""


def kind_of_label(label: str) -> Kind:
    """Tell what sort of report a link on a provider's page leads to."""
    folded = label.casefold()
    return next((kind for word, kind in _KINDS if word in folded), Kind.UNSPECIFIED)


def parse_search(body: bytes, url: str) -> Listed:
    """Read one page of the search listing: a link per provider, with its URN and latest date.

    Raises:
        UnknownFormat: when there is no list of results in it.
    """
    soup = _soup(body)
    results = soup.select("ul.results-list > li.search-result")
    if not results and soup.select_one("ul.results-list") is None:
        raise UnknownFormat("has no list of results", resource=url)
    links = [_result(item, url) for item in results]
    following = soup.select_one("a.pagination__next[href]")
    return Listed(
        links=tuple(link for link in links if link is not None),
        next_url=(join(url, str(following["href"])) or None) if following else None,
        total=_stated_total(soup),
    )


def _soup(body: bytes) -> Any:
    from bs4 import BeautifulSoup

    return BeautifulSoup(body, "lxml")


def _result(item: Any, base: str) -> Link | None:
    anchor = item.select_one("h3.search-result__title a[href], a[href*='/provider/']")
    if anchor is None:
        return None
    target = join(base, str(anchor["href"]))
    found = _PROVIDER.match(urlsplit(target).path)
    if found is None:
        return None
    moment = item.select_one("time")
    return Link(
        url=target,
        label=plain(anchor.get_text(" ")),
        published=find_date(moment.get_text(" ")) if moment else None,
        hints=(("provider_type", found[1]), ("urn", found[2])),
    )


def _stated_total(soup: Any) -> int | None:
    """Give the number of pages that the listing states, None when it states none."""
    numbers = soup.select_one("span.pagination__numbers")
    found = _PAGES.search(numbers.get_text(" ")) if numbers else None
    return int(found[2]) if found else None


def parse_provider(body: bytes, url: str) -> Listed:
    """Read a provider's page: a link per report, newest first.

    A link carries `published` (the day printed behind the hidden words "pdf -"), and as hints
    `kind`, `visit` (the timeline's date), `file_number` and `urn`.

    Raises:
        UnknownFormat: when there is neither a timeline nor a report in it.
    """
    soup = _soup(body)
    anchors = soup.select("a.publication-link[href]")
    if not anchors and soup.select_one("ol.timeline") is None:
        raise UnknownFormat("has no timeline of reports", resource=url)
    heading = soup.select_one("h1.heading--title, h1")
    found = _PROVIDER.match(urlsplit(url).path)
    urn = (("urn", found[2]),) if found else ()
    return Listed(
        links=tuple(_report(anchor, url, urn) for anchor in anchors),
        title=plain(heading.get_text(" ")) if heading else "",
    )


def _report(anchor: Any, base: str, urn: tuple[tuple[str, str], ...]) -> Link:
    target = join(base, str(anchor["href"]))
    hidden = anchor.select_one(".nonvisual")
    tail = _TITLE_TAIL.search(plain(hidden.get_text(" "))) if hidden else None
    if hidden is not None:
        hidden.extract()
    label = plain(anchor.get_text(" "))
    event = anchor.find_parent("li")
    visit = event.select_one(".timeline__date time") if event else None
    printed = event.select_one("time[pubdate]") if event else None
    published = find_date(tail[1]) if tail else None
    if published is None and printed is not None:
        published = find_date(printed.get_text(" "))
    return Link(
        url=target,
        label=label,
        published=published,
        outlet="Ofsted",
        hints=(("kind", kind_of_label(label).value), *_file(target), *_visit(visit), *urn),
    )


def _file(target: str) -> tuple[tuple[str, str], ...]:
    found = _FILE.search(urlsplit(target).path)
    return (("file_number", found[1]),) if found else ()


def _visit(visit: Any) -> tuple[tuple[str, str], ...]:
    day = find_date(visit.get_text(" ")) if visit is not None else None
    return (("visit", str(day)),) if day else ()
