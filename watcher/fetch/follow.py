"""Follow the links of a feed or listing: what is new, what has changed, what is due again."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from watcher.fetch.outcomes import TRANSIENT, FetchOutcome
from watcher.model.dates import PartialDate
from watcher.model.document import Fetched, Link
from watcher.model.source import Item
from watcher.parse.identity import (
    canonical_url,
    clean_url,
    headline_key,
    is_aggregator,
    page_key,
)
from watcher.parse.links import plain
from watcher.parse.screen import mentions_inspectorate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from watcher.fetch.asking import Ask
    from watcher.fetch.desk import Desk
    from watcher.model.watch import PageMemory

AGAIN = (
    (dt.timedelta(days=2), dt.timedelta(hours=6)),
    (dt.timedelta(days=14), dt.timedelta(days=1)),
    (dt.timedelta(days=60), dt.timedelta(days=7)),
)
"""Until this age, look at an article again after that time: corrections come early."""

RECENT = dt.timedelta(days=14)
"""Articles younger than this are looked at again when everything is asked for."""

MOST_TRIES = 5
"""Runs in which a link is tried before it is given up."""

_WEBPAGES = ("text/", "application/xhtml", "application/xml", "application/json", "application/pdf")
_UNSURE = ("", "application/octet-stream", "binary/octet-stream")
_DEAD = frozenset({FetchOutcome.NOT_FOUND, FetchOutcome.GONE, FetchOutcome.BAD_URL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A link that is to be followed, and what is remembered of its page."""

    link: Link
    memory: PageMemory


class Follower:
    """Turns links into items, fetching only what has to be fetched."""

    def __init__(
        self,
        desk: Desk,
        *,
        at_most: int,
        basis: str,
        translate: Callable[[Fetched], Fetched] | None = None,
    ) -> None:
        self._desk = desk
        self._at_most = at_most
        self._basis = basis
        self._translate = translate
        self._memory = desk.kit.memory
        self._now = desk.kit.now

    def items(self, links: Iterable[Link]) -> Iterator[Item]:
        """Give an item for each link: what it leads to, or that there is nothing new.

        New links beyond the limit, and those that failed, wait in the memory for later runs.
        """
        leads: dict[str, Lead] = {}
        for link in links:
            lead = self._lead(link)
            if lead is None:
                yield _unchanged(link.url)
            else:
                leads.setdefault(lead.memory.key, lead)
        for page in self._memory.due(self._desk.name, self._wanted):
            if page.key not in leads and self._memory.claim(page.key, self._desk.name):
                leads[page.key] = Lead(link=_link_of(page), memory=page)
        yield from self._fetched(self._chosen(list(leads.values())))

    def _lead(self, link: Link) -> Lead | None:
        """Give what is to be fetched for a link, None when nothing is."""
        key = link_key(link)
        if not self._memory.claim(key, self._desk.name):
            return None
        known = self._memory.page(key)
        if known is None:
            return Lead(link=link, memory=self._begin(key, link))
        seen = replace(known, last_seen=self._now)
        self._memory.put(self._desk.name, seen)
        if known.print != _print(link):
            return Lead(link=link, memory=replace(seen, print=_print(link), tries=0))
        return Lead(link=link, memory=seen) if self._wanted(known) else None

    def _wanted(self, page: PageMemory) -> bool:
        """Tell whether it is time to look at a page again, or asked for."""
        if page.next_check is None:
            return False
        recent = self._now - page.first_seen < RECENT
        return page.next_check <= self._now or (self._desk.kit.recheck and recent)

    def _begin(self, key: str, link: Link) -> PageMemory:
        page = replace(
            self._desk.new(key, link.url, print_=_print(link)),
            label=link.label,
            published=str(link.published) if link.published else None,
            outlet=link.outlet,
            next_check=self._now,
        )
        self._memory.put(self._desk.name, page)
        return page

    def _chosen(self, leads: list[Lead]) -> list[Lead]:
        """Take the newest first, up to the limit; those that were read before come last."""
        leads.sort(key=lambda lead: lead.memory.published or "", reverse=True)
        leads.sort(key=lambda lead: lead.memory.fetched is not None)
        return leads[: self._at_most]

    def _fetched(self, leads: list[Lead]) -> Iterator[Item]:
        by_ask: dict[Ask, list[Lead]] = {}
        for lead in leads:
            ask = self._desk.ask(lead.memory, report=looks_like_report(lead.link.url))
            by_ask.setdefault(ask, []).append(lead)
        for ask, fetched in self._desk.kit.fetcher.fetch_many(list(by_ask)):
            lead = by_ask[ask].pop()
            yield self._item(lead, self._judged(ask, fetched))

    def _judged(self, ask: Ask, fetched: Fetched) -> Fetched:
        """Name what is no document: pictures and films, a front page in an article's place."""
        if fetched.outcome != FetchOutcome.OK:
            return fetched
        if not readable(fetched):
            detail = fetched.header("content-type") or ""
            return replace(fetched, outcome=FetchOutcome.NOT_HTML, detail=detail, body=b"")
        if _is_front(fetched.url) and not _is_front(ask.url):
            detail = "leads to the front page"
            return replace(fetched, outcome=FetchOutcome.NOT_FOUND, detail=detail, body=b"")
        return self._translate(fetched) if self._translate else fetched

    def _item(self, lead: Lead, fetched: Fetched) -> Item:
        if fetched.outcome == FetchOutcome.NOT_MODIFIED:
            took = self._desk.took(lead.memory, fetched)
            self._keep(replace(took, next_check=self._again(lead.memory)))
            return _unchanged(lead.link.url)
        if fetched.outcome != FetchOutcome.OK:
            return self._missed(lead, fetched)
        took = self._desk.took(lead.memory, fetched)
        wanted = mentions_inspectorate(fetched.body) or fetched.body.startswith(b"%PDF")
        self._keep(replace(took, next_check=self._again(lead.memory) if wanted else None))
        key = page_key(fetched.url, fetched.body)
        if key != took.key and self._memory.page(key) is None:
            self._keep(replace(took, key=key, url=clean_url(fetched.url), next_check=None))
        return self._made(lead.link, key, fetched)

    def _made(self, link: Link, key: str, fetched: Fetched) -> Item:
        return Item(
            key=key,
            fetched=fetched,
            url=clean_url(fetched.url) if fetched.url else clean_url(link.url),
            title=link.label,
            outlet=self._desk.options.outlet or link.outlet,
            published=link.published,
            published_basis=self._basis if link.published else None,
        )

    def _missed(self, lead: Lead, fetched: Fetched) -> Item:
        """Remember to try again; the first time, make do with what the link itself says."""
        outcome, memory = FetchOutcome(fetched.outcome), lead.memory
        tries = memory.tries + 1
        final = outcome in _DEAD or tries >= MOST_TRIES
        pause = dt.timedelta(hours=1 if outcome in TRANSIENT else 12) * 2 ** (tries - 1)
        self._keep(
            replace(
                memory,
                outcome=outcome.value,
                tries=tries,
                moved_to=None,
                next_check=None if final else self._now + pause,
            )
        )
        if memory.fetched is not None:
            return _unchanged(lead.link.url)
        if tries == 1 and lead.link.text:
            return item_of_text(lead.link, self._desk.options.outlet, self._basis)
        words = outcome.value.replace("_", " ")
        detail = f"{words}{f' (HTTP {fetched.status})' if fetched.status else ''}"
        named = f"{detail}: {fetched.detail}" if fetched.detail else detail
        return self._made(lead.link, memory.key, replace(fetched, detail=named, body=b""))

    def _keep(self, page: PageMemory) -> None:
        self._memory.put(self._desk.name, page)

    def _again(self, memory: PageMemory) -> dt.datetime | None:
        """Tell when to look at an article again: often at first, then seldom, then never."""
        age = self._now - memory.first_seen
        pause = next((pause for limit, pause in AGAIN if age < limit), None)
        return None if pause is None else self._now + pause


def link_key(link: Link) -> str:
    """Name what a link leads to; an aggregator's by headline and day, as its address varies."""
    if is_aggregator(link.url) and link.label and link.published:
        return f"headline:{headline_key(link.label, link.outlet)}|{link.published}"
    return canonical_url(link.url)


def item_of_text(link: Link, outlet: str | None, basis: str) -> Item:
    """Make a document of what a feed itself gives of an article."""
    text = link.text or ""
    markup = "<" in text or "&" in text
    body = f"<html><body><article>{text}</article></body></html>" if markup else text
    fetched = Fetched(url=clean_url(link.url), outcome=FetchOutcome.OK, body=body.encode())
    return Item(
        key=f"item:{link_key(link)}",
        fetched=fetched,
        url=clean_url(link.url),
        title=link.label,
        outlet=outlet or link.outlet,
        published=link.published,
        published_basis=basis if link.published else None,
        content_type=f"text/{'html' if markup else 'plain'}; charset=utf-8",
    )


def wanted(link: Link, include: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    """Tell whether a link has one of the words that are asked for and none that is not wanted."""
    if not include and not exclude:
        return True
    said = link.label or urlsplit(link.url).path.replace("-", " ").replace("_", " ")
    heap = _folded(f"{said} {plain(link.text or '')}")
    if any(_folded(word) in heap for word in exclude):
        return False
    return not include or any(_folded(word) in heap for word in include)


def looks_like_report(url: str) -> bool:
    """Tell whether a link leads to a PDF, which may be larger and take longer."""
    path = urlsplit(url).path.lower()
    return path.endswith(".pdf") or "/file/" in path


def readable(fetched: Fetched) -> bool:
    """Tell whether an answer is something that can be read."""
    kind = (fetched.header("content-type") or "").split(";", 1)[0].strip().lower()
    if kind.startswith(_WEBPAGES):
        return True
    start = fetched.body[:512].lstrip().lower()
    known = start.startswith((b"%pdf", b"<!doctype", b"<html", b"<?xml"))
    return known or (kind in _UNSURE and b"\x00" not in start)


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'").replace("‘", "'")


def _print(link: Link) -> str:
    """Sum up what a source says of a link; an aggregator's address is left out."""
    parts = (link.label, str(link.published or ""), plain(link.text or ""))
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()[:16]


def _is_front(url: str) -> bool:
    return urlsplit(url).path in {"", "/"}


def _link_of(page: PageMemory) -> Link:
    published = PartialDate(page.published) if page.published else None
    return Link(url=page.url, label=page.label, published=published, outlet=page.outlet)


def _unchanged(url: str) -> Item:
    """Say of a document that there is nothing new about it."""
    return Item(key="", fetched=Fetched(url=url, outcome=FetchOutcome.NOT_MODIFIED), url=url)
