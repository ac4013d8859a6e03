"""What all sources on the web do: look at their own pages, then follow what is new there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watcher.errors import FetchError, UnknownFormat
from watcher.fetch.desk import Desk
from watcher.fetch.follow import Follower, wanted
from watcher.fetch.outcomes import HINTS, FetchOutcome
from watcher.model.source import SourceResult, SourceStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from watcher.fetch.desk import Kit
    from watcher.model.document import Fetched, Link
    from watcher.model.source import Item

MOST_PAGES = 20
"""Pages of one listing that are turned over in one run."""


class WebSource:
    """A source of links; kinds say how to read their pages."""

    basis = "feed"
    """What a date that the source states counts for (see `Hints`)."""

    def __init__(self, name: str, options: Any, kit: Kit) -> None:
        self.name = name
        self.options = options
        self.desk = Desk(name, options, kit)
        self.kit = kit
        self.missed: tuple[str, ...] = ()
        self.found: tuple[Link, ...] = ()

    def fetch(self) -> SourceResult:
        """Look at the source's own pages; what they lead to is fetched when it is taken.

        Raises:
            FetchError: when none of them could be had or read.
        """
        fetched = self._pages()
        links = [link for page in fetched for link in self._links(page)]
        self.found = tuple(links)
        status = SourceStatus.OK if fetched else SourceStatus.NOT_MODIFIED
        return self.result(status, self.items(self.chosen(links)))

    def read(self, page: Fetched) -> Sequence[Link]:
        """Read the links of a page.

        Raises:
            UnknownFormat: when it is not what it should be.
        """
        raise NotImplementedError

    def items(self, links: Sequence[Link]) -> Iterable[Item]:
        """Turn links into items, by following them."""
        follower = Follower(self.desk, at_most=self.options.at_most, basis=self.basis)
        return follower.items(links)

    def chosen(self, links: Iterable[Link]) -> list[Link]:
        """Leave out what the user does not want."""
        options = self.options
        return [link for link in links if wanted(link, options.include, options.exclude)]

    def result(
        self,
        status: SourceStatus,
        items: Iterable[Item],
        settle: Callable[[], None] | None = None,
    ) -> SourceResult:
        """Make the result; what is remembered is written when all of it has been taken in."""

        def done() -> None:
            if settle is not None:
                settle()
            self.kit.settle(self.name)

        error = f"{self.missed[0]} (of {len(self.options.addresses)})" if self.missed else None
        return SourceResult(status=status, items=items, error=error, settle=done)

    def _pages(self) -> list[Fetched]:
        """Fetch the source's own pages that have changed; one that fails spoils no other.

        Raises:
            FetchError: when all of them failed.
        """
        fetched, errors = [], []
        addresses = self.options.addresses
        for _, page in self.desk.listings(addresses):
            if isinstance(page, FetchError):
                errors.append(page)
            elif page.outcome == FetchOutcome.OK:
                fetched.append(page)
        if errors and len(errors) == len(addresses):
            raise errors[0]
        self.missed = tuple(str(error) for error in errors)
        return fetched

    def _links(self, page: Fetched) -> Sequence[Link]:
        try:
            return self.read(page)
        except UnknownFormat as error:
            raise self.unreadable(page, error) from error

    def unreadable(self, page: Fetched, error: UnknownFormat) -> FetchError:
        """Make the error of a page that is not what it should be; it is read again next time."""
        self.kit.memory.take_pages(self.name)
        outcome = FetchOutcome.NOT_FEED
        return FetchError(
            f"not feed: {error.message}",
            outcome=outcome.value,
            resource=page.url,
            hint=error.hint or HINTS.get(outcome, ""),
        )
