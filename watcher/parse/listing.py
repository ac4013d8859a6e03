"""A page that lists articles: its links, by a selector or by a guess that shows its reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from watcher.errors import UnknownFormat
from watcher.model.document import Link
from watcher.parse.dates import find_date, url_date
from watcher.parse.links import Listed, day_of, join, plain

if TYPE_CHECKING:
    from watcher.model.dates import PartialDate

_MIN_WORDS = 4
"""A headline has at least this many words; a menu entry seldom has."""

_FURNITURE = "nav, header, footer, aside, form, [role=navigation], [class*=breadcrumb]"


def parse_listing(body: bytes, url: str, selector: str | None = None) -> Listed:
    """Read the links of a page.

    With a selector, every link that it matches or contains. Without one, links that look like
    headlines: four words or more, on the same site, outside menus.

    Raises:
        UnknownFormat: when the selector cannot be read.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(body, "lxml")
    base = _base(soup, url)
    anchors = _guess(soup, base) if selector is None else _selected(soup, selector, url)
    seen: dict[str, Link] = {}
    for anchor in anchors:
        link = _link(anchor, base)
        if link is not None and link.url not in seen:
            seen[link.url] = link
    following = soup.select_one("a[rel~=next][href], link[rel~=next][href]")
    title = plain(soup.title.get_text(" ")) if soup.title else ""
    return Listed(
        links=tuple(seen.values()),
        next_url=(join(base, str(following["href"])) or None) if following else None,
        title=title,
    )


def _base(soup: Any, url: str) -> str:
    base = soup.select_one("base[href]")
    return (join(url, str(base["href"])) or url) if base else url


def select(body: bytes, selector: str) -> bytes:
    """Give the parts of a page that a selector matches, with its head; empty when there are none.

    Raises:
        UnknownFormat: when the selector cannot be read.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(body, "lxml")
    chosen = _chosen(soup, selector, "")
    if not chosen:
        return b""
    for block in soup.select("head script:not([type='application/ld+json']), head style"):
        block.decompose()
    head = soup.head.decode_contents() if soup.head else ""
    parts = "\n".join(str(element) for element in chosen)
    page = f'<html><head><meta charset="utf-8">{head}</head><body>{parts}</body></html>'
    return page.encode("utf-8", "replace")


def _chosen(soup: Any, selector: str, url: str) -> list[Any]:
    from soupsieve import SelectorSyntaxError

    try:
        return list(soup.select(selector))
    except (SelectorSyntaxError, NotImplementedError, ValueError) as error:
        raise UnknownFormat(
            f"the selector {selector!r} cannot be read", resource=url, hint="it must be CSS"
        ) from error


def _selected(soup: Any, selector: str, url: str) -> list[Any]:
    found: list[Any] = []
    for element in _chosen(soup, selector, url):
        found += [element] if element.name == "a" else element.select("a[href]")
    return found


def _guess(soup: Any, base: str) -> list[Any]:
    for block in soup.select(_FURNITURE):
        if not block.decomposed and not _holds_headline(block):
            block.decompose()
    host = urlsplit(base).netloc
    return [
        anchor
        for anchor in soup.select("a[href]")
        if len(plain(anchor.get_text(" ")).split()) >= _MIN_WORDS
        and urlsplit(join(base, str(anchor["href"])) or "x:").netloc == host
    ]


def _holds_headline(block: Any) -> bool:
    """Spare the header of an article's card: its link is what is looked for."""
    return block.name == "header" and block.find_parent(["article", "li", "main"]) is not None


def _link(anchor: Any, base: str) -> Link | None:
    target = join(base, str(anchor.get("href", "")))
    if not target:
        return None
    label = plain(anchor.get_text(" ")) or plain(str(anchor.get("title", "")))
    return Link(url=target.split("#", 1)[0], label=label, published=_day(anchor, target))


def _day(anchor: Any, target: str) -> PartialDate | None:
    """Look for the date of an entry: a time element near by, the address, words near by."""
    entry = anchor.find_parent(["li", "article", "tr"]) or anchor.parent
    moment = entry.find("time") if entry is not None else None
    if moment is not None:
        stated = day_of(str(moment.get("datetime", ""))) or find_date(moment.get_text(" "))
        if stated is not None:
            return stated
    near = re.sub(r"\s+", " ", entry.get_text(" "))[:600] if entry is not None else ""
    return url_date(target) or find_date(near)
