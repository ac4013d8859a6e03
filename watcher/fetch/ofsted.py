"""Ofsted's reports site: the list of councils, each council's page, and the reports there."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pydantic import Field

from watcher.errors import FetchError, UnknownFormat
from watcher.fetch.options import Following, OneAddress, Span, WebAddress
from watcher.fetch.outcomes import FetchOutcome
from watcher.fetch.web import MOST_PAGES, WebSource
from watcher.model.source import SourceResult, SourceStatus
from watcher.model.watch import NoticeKind
from watcher.parse.ofsted import parse_provider, parse_search

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from watcher.fetch.desk import Kit
    from watcher.model.document import Fetched, Link

SEARCH = (
    "https://reports.ofsted.gov.uk/search?q=&location=&lat=&lon=&radius="
    "&level_1_types=3&level_2_types%5B%5D=12&start=0&rows=100"
)

_MOST_NAMED = 8


class Options(OneAddress, Following):
    """The options of a source of type `ofsted`."""

    usual_interval: ClassVar[dt.timedelta] = dt.timedelta(hours=1)
    usual_quiet: ClassVar[dt.timedelta | None] = dt.timedelta(days=75)

    url: WebAddress = Field(default=SEARCH, description="The list of councils.")
    history: Span = Field(
        default=dt.timedelta(days=400), description="Reports published before are not read."
    )


class OfstedSource(WebSource):
    """A source of type `ofsted`.

    The list gives each council's latest report's date; only the pages of councils with a new
    date are opened, and only reports that were not read before are fetched.
    """

    basis = "link"

    def __init__(self, name: str, options: Options, kit: Kit) -> None:
        super().__init__(name, options, kit)
        self._since = (kit.now - options.history).date()

    def fetch(self) -> SourceResult:
        """Look through the list, then at the pages of the councils that have something new.

        Raises:
            FetchError: when the list could not be had or read.
        """
        listed = self._listed()
        known: dict[str, str] = json.loads(self.kit.memory.note(self.name, "latest") or "{}")
        self._canary(listed, known)
        latest = dict(known)
        links: list[Link] = []
        fresh = {urn: link for urn, link in listed.items() if _latest(link) != known.get(urn)}
        recent = {urn: link for urn, link in fresh.items() if self._recent(link)}
        latest.update({urn: _latest(link) for urn, link in fresh.items() if urn not in recent})
        for url, page in self.desk.listings([link.url for link in recent.values()]):
            urn, link = next((u, k) for u, k in recent.items() if k.url == url)
            if not isinstance(page, FetchError) and page.outcome == FetchOutcome.OK:
                links += self._reports(page)
                latest[urn] = _latest(link)
        self.found = (*listed.values(), *links)
        self.kit.memory.put_note(self.name, "latest", json.dumps(latest, sort_keys=True))
        status = SourceStatus.OK if fresh else SourceStatus.NOT_MODIFIED
        return self.result(status, self.items(self.chosen(links)))

    def _listed(self) -> dict[str, Link]:
        """Turn over every page of the list: it is cut at a number of rows without a word."""
        found: dict[str, Link] = {}
        url: str | None = self.options.url
        for _ in range(MOST_PAGES):
            if url is None:
                break
            self.desk.unconditional(url)
            page = self.desk.listing(url)
            try:
                listed = parse_search(page.body, page.url)
            except UnknownFormat as error:
                raise self.unreadable(page, error) from error
            fresh = {_urn(link): link for link in listed.links if _urn(link) not in found}
            found |= fresh
            url = (listed.next_url or _next(url, len(listed.links))) if fresh else None
        return found

    def _canary(self, listed: Mapping[str, Link], known: Mapping[str, str]) -> None:
        """Say so when councils that must be listed are not: the list has shrunk, not the world."""
        must = self.kit.councils()
        gone = [urn for urn in known if urn not in listed]
        missing = sorted({must[urn] for urn in gone if urn in must})
        if not known:
            missing = sorted(name for urn, name in must.items() if urn not in listed)
        if missing:
            shown = ", ".join(missing[:_MOST_NAMED])
            more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
            text = f"the list has {len(listed)} councils; missing: {shown}{more}"
            self.desk.remark(NoticeKind.COVERAGE, text)

    def _recent(self, link: Link) -> bool:
        return link.published is None or link.published.last >= self._since

    def _reports(self, page: Fetched) -> Sequence[Link]:
        """Give the reports of a council's page that are recent enough to be read."""
        try:
            listed = parse_provider(page.body, page.url)
        except UnknownFormat as error:
            self.desk.remark(NoticeKind.NO_MATCH, f"{page.url} {error.message}")
            return ()
        return [
            replace(link, label=f"{listed.title}: {link.label}" if listed.title else link.label)
            for link in listed.links
            if self._recent(link)
        ]


def _urn(link: Link) -> str:
    return next((value for name, value in link.hints if name == "urn"), link.url)


def _latest(link: Link) -> str:
    return str(link.published or "")


def _next(url: str, rows: int) -> str | None:
    """Give the address of the next page of the list, when this one is full."""
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    size = asked.get("rows", "")
    if not size.isdecimal() or rows < int(size) or not rows:
        return None
    start = int(asked["start"]) if asked.get("start", "").isdecimal() else 0
    pairs: Iterable[tuple[str, str]] = [
        (key, str(start + rows) if key == "start" else value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
    ]
    if "start" not in asked:
        pairs = [*pairs, ("start", str(rows))]
    return urlunsplit(parts._replace(query=urlencode(list(pairs))))
