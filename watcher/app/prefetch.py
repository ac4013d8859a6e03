"""Let sources fetch side by side, and hand each over when there is something to take."""

from __future__ import annotations

import queue
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from watcher.errors import FetchError
from watcher.fetch.crew import Pipe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from watcher.model.source import Item, SourceResult
    from watcher.pipeline.ports import Source

ROOM = 8 * 1024 * 1024
"""Bytes that one source may hold ready before it waits to be taken."""


class Seen:
    """A source that remembers how its fetch ended, for the record of its health."""

    def __init__(self, source: Source, *, first: bool = False) -> None:
        self.first = first
        self.inner = source
        self.name = source.name
        self.outcome = "ok"
        self.hint = ""
        self.moved = False

    def fetch(self) -> SourceResult:
        """Fetch; note the name of a failure.

        Raises:
            FetchError: as the source does.
        """
        try:
            result = self.inner.fetch()
        except FetchError as error:
            self.outcome, self.hint = error.outcome, error.hint
            raise
        return replace(result, items=self._noting(result.items), first=self.first)

    def _noting(self, items: Any) -> Iterator[Item]:
        for item in items:
            self.moved = self.moved or item.fetched.outcome != "not_modified"
            yield item


class Prepared(Seen):
    """A source whose fetch goes on in another thread."""

    def __init__(
        self, source: Source, offer: Callable[[Item], None], *, first: bool = False
    ) -> None:
        super().__init__(source, first=first)
        self._offer = offer
        self._pipe: Pipe[Item] = Pipe(ROOM)
        self._result: SourceResult | None = None
        self._error: BaseException | None = None

    def run(self, ready: queue.SimpleQueue[Prepared]) -> None:
        """Fetch, and fill the pipe; whatever goes wrong is raised again where it is taken."""
        try:
            self._result = self.inner.fetch()
        except BaseException as error:  # noqa: BLE001  (raised again in `fetch`)
            self._error = error
            self._pipe.close()
            ready.put(self)
            return
        ready.put(self)
        try:
            for item in self._result.items:
                self._offer(item)
                self._pipe.put(item, len(item.fetched.body))
        except BaseException as error:  # noqa: BLE001  (raised again where the items are taken)
            self._pipe.close(error)
        else:
            self._pipe.close()

    @property
    def weight(self) -> tuple[bool, int]:
        """How urgent it is to take it."""
        return self._pipe.weight

    def fetch(self) -> SourceResult:
        """Give what the thread brought, and what it is still bringing.

        Raises:
            FetchError: as the source did.
        """
        if self._error is not None:
            if isinstance(self._error, FetchError):
                self.outcome, self.hint = self._error.outcome, self._error.hint
            raise self._error
        assert self._result is not None  # noqa: S101  (ready means one of the two)
        return replace(self._result, items=self._noting(self._pipe), first=self.first)


def side_by_side(groups: Sequence[Sequence[Prepared]], workers: int) -> Iterator[Prepared]:
    """Fetch groups of sources, each group in order; give each source once it has an answer.

    What is complete comes first, so that the reader seldom waits.
    """
    ready: queue.SimpleQueue[Prepared] = queue.SimpleQueue()
    _start(groups, ready, workers)
    waiting: list[Prepared] = []
    for _ in range(sum(len(group) for group in groups)):
        if not waiting:
            waiting.append(ready.get())
        while not ready.empty():
            waiting.append(ready.get())
        waiting.sort(key=lambda one: one.weight)
        yield waiting.pop()


def _start(
    groups: Sequence[Sequence[Prepared]], ready: queue.SimpleQueue[Prepared], workers: int
) -> None:
    """Start the threads; each takes one group after the other."""
    todo: queue.SimpleQueue[Sequence[Prepared]] = queue.SimpleQueue()
    for group in groups:
        todo.put(group)

    def work() -> None:
        while True:
            try:
                mine = todo.get_nowait()
            except queue.Empty:
                return
            for one in mine:
                one.run(ready)

    for _ in range(min(len(groups), workers)):
        threading.Thread(target=work, daemon=True).start()
