"""What a page says of itself: title, outlet, canonical address, day of publication."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from watcher.parse.dates import find_date, read_date
from watcher.parse.head import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

    from watcher.model.dates import PartialDate

_PUBLISHED_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article.published",
    "datepublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "govuk:first-published-at",
    "citation_publication_date",
    "bt:pubdate",
    "originalpublicationdate",
    "date",
)
"""Names of meta elements that hold the day of publication, the surest first."""

_TITLE_NAMES = ("og:title", "twitter:title", "dcterms.title", "dc.title", "headline")
_OUTLET_NAMES = (
    "og:site_name",
    "application-name",
    "dcterms.publisher",
    "dc.publisher",
    "publisher",
)

_ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report|LiveBlog|NewsItem|WebPage|Statement")
_DEEPEST = 12
_MOST_NODES = 2000
_LONGEST_SCRIPT = 1_000_000
_SUFFIX = re.compile(r"(\s+(?:[|–—·»:]|-)\s+)")
_SITE = re.compile(
    r"\b(?:council|news|gazette|echo|post|times|live|mail|herald|express|bbc|telegraph|guardian"
    r"|independent|mercury|argus|star|chronicle|journal|advertiser|observer|today|online|magazine"
    r"|weekly|press|media|record|standard|tribune|globe|examiner|bulletin|gov\.uk|co\.uk|com|org|net)\b"
)
"""A word of a site's name; without one a short end of a title belongs to the headline."""
_TITLE_WORDS = 3
_SITE_WORDS = 6
_PUBLISHED_CLASS = re.compile(
    r"publi|posted|entry-date|dateline|timestamp|(?<!up)date", re.IGNORECASE
)
_UPDATED_CLASS = re.compile(r"updat|modif", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What was found; each part may be missing."""

    title: str = ""
    outlet: str | None = None
    canonical: str | None = None
    published: PartialDate | None = None
    basis: str | None = None
    body: str = ""
    """The article's text where the page's JSON-LD holds it."""


def read_meta(tree: HtmlElement) -> Meta:
    """Read a tree that still has its scripts and meta elements."""
    metas = _metas(tree)
    linked = list(_linked_data(tree))
    published, basis = _published(linked, metas)
    outlet = _first(metas, _OUTLET_NAMES) or _publisher(linked)
    return Meta(
        title=_title(tree, metas, linked, outlet or ""),
        outlet=outlet or None,
        canonical=_canonical(tree, metas),
        published=published,
        basis=basis,
        body=_string(linked, "articleBody"),
    )


def time_element(tree: HtmlElement) -> PartialDate | None:
    """Read the first `time` that tells when the article was published.

    Call it on a pruned tree: times of comments and of related links are gone from it.
    """
    plain: PartialDate | None = None
    for element in tree.iter("time"):
        value = element.get("datetime") or element.get("content") or ""
        date = read_date(value) or find_date(value) or find_date("".join(element.itertext()))
        if date is None:
            continue
        names = " ".join((element.get("class", ""), element.get("itemprop", "")))
        if element.get("pubdate") is not None or "datePublished" in names:
            return date
        if _UPDATED_CLASS.search(names) and not _PUBLISHED_CLASS.search(names):
            continue
        plain = plain or date
    return plain


def same_host(first: str, second: str) -> bool:
    """Tell whether two addresses are of one site, `www.` and the like aside."""

    def name(url: str) -> str:
        try:
            host = (urlsplit(url).hostname or "").lower()
        except ValueError:
            return ""
        return re.sub(r"^(?:www|m|amp|news)\.", "", host)

    return name(first) == name(second) != ""


def _metas(tree: HtmlElement) -> Mapping[str, str]:
    """Give the meta elements by lower-case name, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = (element.get("content") or "").strip()
        if not value:
            continue
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name:
                found.setdefault(name, value)
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((_tidy(metas[name]) for name in names if name in metas), "")


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Give every object of the page's JSON-LD, articles before others."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = (script.text or "").strip()
        if not text or len(text) > _LONGEST_SCRIPT:
            continue
        try:
            nodes.extend(_objects(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            continue
    yield from sorted(nodes, key=lambda node: _ARTICLE_TYPE.search(_type(node)) is None)


def _objects(value: Any) -> list[dict[str, Any]]:
    """Give all objects inside a JSON value, outer ones first."""
    found: list[dict[str, Any]] = []
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        following: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                found.append(item)
                following.extend(item.values())
            elif isinstance(item, list):
                following.extend(item)
        level = [item for item in following if isinstance(item, dict | list)][:_MOST_NODES]
    return found


def _type(node: dict[str, Any]) -> str:
    kind = node.get("@type", "")
    return " ".join(str(item) for item in kind) if isinstance(kind, list) else str(kind)


def _string(nodes: list[dict[str, Any]], key: str) -> str:
    """Give the first text of that key among the articles."""
    for node in nodes:
        value = node.get(key)
        if isinstance(value, str) and value.strip() and _ARTICLE_TYPE.search(_type(node)):
            return html.unescape(value)
    return ""


def _published(
    linked: list[dict[str, Any]], metas: Mapping[str, str]
) -> tuple[PartialDate | None, str | None]:
    """Take the date of JSON-LD, else of the meta elements."""
    text = _string(linked, "datePublished")
    date = read_date(text) or find_date(text)
    if date is not None:
        return date, "json-ld"
    for name in _PUBLISHED_NAMES:
        value = metas.get(name, "")
        date = read_date(value) or find_date(value)
        if date is not None:
            return date, "meta"
    return None, None


def _publisher(linked: list[dict[str, Any]]) -> str:
    """Give the publisher's name out of JSON-LD."""
    for node in linked:
        publisher = node.get("publisher")
        if isinstance(publisher, list) and publisher:
            publisher = publisher[0]
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            return _tidy(name)
    return ""


def _canonical(tree: HtmlElement, metas: Mapping[str, str]) -> str | None:
    """Give the page's own address, when it is a whole one and not just the site's front."""
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return _usable((element.get("href") or "").strip(), metas)
    return _usable(metas.get("og:url", "").strip(), metas)


def _usable(url: str, metas: Mapping[str, str]) -> str | None:
    if url.startswith("/"):
        url = urljoin(metas.get("og:url", ""), url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return url if parts.path.strip("/") or parts.query else None


def _title(
    tree: HtmlElement, metas: Mapping[str, str], linked: list[dict[str, Any]], outlet: str
) -> str:
    """Choose the title: the page's one main heading, else what its head says."""
    headings = [text for text in (_tidy("".join(h.itertext())) for h in tree.iter("h1")) if text]
    said = _first(metas, _TITLE_NAMES) or _tidy(_string(linked, "headline"))
    element = tree.find(".//title")
    head = "" if element is None else _tidy("".join(element.itertext()))
    headings = [text for text in headings if not LABEL.match(text.lower())]
    headings = [text for text in headings if text.casefold() != outlet.casefold()]
    if headings and len(said.split()) < _TITLE_WORDS:
        said = ""
    alone = len(headings) == 1 and len(headings[0].split()) > _TITLE_WORDS and not said
    agreed = headings if alone else [text for text in headings if _agrees(text, f"{said} {head}")]
    if agreed:
        return max(agreed, key=lambda text: _shared(text, f"{said} {head}"))
    if said or head:
        return _without_site(said or head, outlet)
    return headings[0] if headings else ""


def _agrees(heading: str, said: str) -> bool:
    """Tell whether a heading is what the page's head speaks of: they share half their words."""
    if not said.strip():
        return len(set(_words(heading))) >= _TITLE_WORDS
    return _shared(heading, said) * 2 >= 1


def _shared(heading: str, said: str) -> float:
    """Give the share of a heading's words that the page's head has too."""
    words = set(_words(heading))
    return len(words.intersection(_words(said))) / max(len(words), 1)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _without_site(title: str, outlet: str) -> str:
    """Take section and site off a title: `Headline - Outlet`, `Headline | News | Site`."""
    parts = _SUFFIX.split(title)
    texts = [part for part in parts[::2] if not LABEL.match(part.lower())] or parts[:1]
    barred = "|" in title
    while len(texts) > 1 and _is_site(texts[-1], outlet, barred=barred):
        texts.pop()
    start = title.find(texts[0])
    return title[start : title.rfind(texts[-1]) + len(texts[-1])]


def _is_site(part: str, outlet: str, *, barred: bool) -> bool:
    """Tell the name of a site from the end of a headline."""
    name = part.casefold()
    if outlet and (name in outlet.casefold() or outlet.casefold() in name):
        return True
    return len(part.split()) <= _SITE_WORDS and (barred or _SITE.search(name) is not None)


def _tidy(text: str) -> str:
    return " ".join(html.unescape(text).split())
