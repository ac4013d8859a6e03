"""Single pages that are watched for change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field

from watcher.fetch.desk import Desk
from watcher.fetch.follow import looks_like_report, readable
from watcher.fetch.options import SomeAddresses
from watcher.fetch.outcomes import GOOD, FetchOutcome
from watcher.model.document import Fetched
from watcher.model.source import Item, SourceResult, SourceStatus
from watcher.parse.identity import clean_url, page_key
from watcher.parse.listing import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watcher.fetch.asking import Ask
    from watcher.fetch.desk import Kit
    from watcher.model.watch import PageMemory


class Options(SomeAddresses):
    """The options of a source of type `page`."""

    usual_interval: ClassVar[dt.timedelta] = dt.timedelta(hours=1)
    usual_quiet: ClassVar[dt.timedelta | None] = None

    selector: str | None = Field(
        default=None, description="CSS selector of the part of the page that is read."
    )


class PageSource:
    """A source of type `page`: it takes in each page when it has changed."""

    def __init__(self, name: str, options: Any, kit: Kit) -> None:
        self.name = name
        self.options = options
        self.kit = kit
        self.desk = Desk(name, options, kit)

    def fetch(self) -> SourceResult:
        """Fetch the pages.

        Raises:
            FetchError: when there is only one and it could not be had.
        """
        items: Iterable[Item] = self._items()
        if len(self.options.addresses) == 1:
            items = list(items)
        return SourceResult(
            status=SourceStatus.OK, items=items, settle=lambda: self.kit.settle(self.name)
        )

    def _items(self) -> Iterator[Item]:
        memories: dict[Ask, PageMemory] = {}
        for url in self.options.addresses:
            key = f"page:{self.name}:{url}"
            memory = self.desk.remembered(key) or self.desk.new(key, url)
            memories[self.desk.ask(memory, report=looks_like_report(url))] = memory
        for ask, fetched in self.kit.fetcher.fetch_many(memories):
            yield self._item(memories[ask], self._judged(fetched))

    def _judged(self, fetched: Fetched) -> Fetched:
        if fetched.outcome != FetchOutcome.OK:
            return fetched
        if not readable(fetched):
            detail = fetched.header("content-type") or ""
            return replace(fetched, outcome=FetchOutcome.NOT_HTML, detail=detail, body=b"")
        if self.options.selector is None:
            return fetched
        part = select(fetched.body, self.options.selector)
        outcome = FetchOutcome.OK if part else FetchOutcome.NO_MATCH
        detail = "" if part else f"the selector {self.options.selector!r} matches nothing"
        return replace(fetched, outcome=outcome, detail=detail, body=part)

    def _item(self, memory: PageMemory, fetched: Fetched) -> Item:
        if fetched.outcome not in GOOD:
            error = self.desk.failure(fetched, memory.url)
            self.desk.forget_move(memory)
            if len(self.options.addresses) == 1:
                raise error
            named = replace(fetched, body=b"", detail=error.message)
            return Item(key=memory.key, fetched=named, url=memory.url)
        took = self.desk.took(memory, fetched)
        self.kit.memory.put(self.name, took)
        if fetched.outcome == FetchOutcome.OK and took.sha256 == memory.sha256:
            fetched = Fetched(url=fetched.url, outcome=FetchOutcome.NOT_MODIFIED)
        return Item(
            key=page_key(fetched.url, fetched.body),
            fetched=fetched,
            url=clean_url(fetched.url),
            outlet=self.options.outlet,
        )
