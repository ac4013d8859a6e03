"""A page that lists articles."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from watcher.errors import FetchError
from watcher.fetch.options import Following, SomeAddresses
from watcher.fetch.outcomes import FetchOutcome
from watcher.fetch.web import WebSource
from watcher.model.watch import NoticeKind
from watcher.parse.listing import parse_listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.model.document import Fetched, Link


class Options(SomeAddresses, Following):
    """The options of a source of type `listing`."""

    usual_interval: ClassVar[dt.timedelta] = dt.timedelta(hours=1)

    selector: str | None = Field(
        default=None,
        description="CSS selector of the links, or of what holds them; else they are guessed "
        "(`watcher sources test` shows the guess).",
    )
    pages: int = Field(default=1, ge=1, le=20, description="Pages of the listing to turn over.")
    expect: tuple[str, ...] = Field(
        default=(),
        description="Names that the listing must always have; one that is missing is told.",
    )


class ListingSource(WebSource):
    """A source of type `listing`."""

    basis = "link"

    def read(self, page: Fetched) -> Sequence[Link]:
        """Read the links of a listing and of the pages that follow it.

        Raises:
            FetchError: when nothing on it looks like a link to an article.
            UnknownFormat: when the selector cannot be read.
        """
        selector = self.options.selector
        listed = parse_listing(page.body, page.url, selector)
        if not listed.links:
            what = f"the selector {selector!r} matches nothing" if selector else "no links found"
            self.kit.memory.take_pages(self.name)
            raise FetchError(
                f"no match: {what}",
                outcome=FetchOutcome.NO_MATCH.value,
                resource=page.url,
                hint="the page may look different now; see `watcher sources test`",
            )
        links = [*listed.links, *self._following(listed.next_url)]
        self._canary(links)
        return links

    def _following(self, url: str | None) -> list[Link]:
        """Turn over the pages that follow; stop where there is nothing more to be had."""
        links: list[Link] = []
        for _ in range(self.options.pages - 1):
            if url is None:
                break
            try:
                page = self.desk.listing(url)
            except FetchError:
                break
            if page.outcome != FetchOutcome.OK:
                break
            listed = parse_listing(page.body, page.url, self.options.selector)
            links += listed.links
            url = listed.next_url
        return links

    def _canary(self, links: list[Link]) -> None:
        """Say so when the listing lacks a name that it must have."""
        shown = " | ".join(link.label.casefold() for link in links)
        missing = [name for name in self.options.expect if name.casefold() not in shown]
        if missing:
            self.desk.remark(NoticeKind.COVERAGE, f"the listing lacks {', '.join(missing[:8])}")
