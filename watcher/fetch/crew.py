"""Work side by side in threads, and hand the fruits over one at a time.

Threads only fetch. What they bring is taken by the one thread that reads and writes, so nothing
here touches a database.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Job = TypeVar("Job")
Fruit = TypeVar("Fruit")

_BACKLOG = 16


def side_by_side(
    groups: Iterable[Sequence[Job]], work: Callable[[Job], Fruit], workers: int
) -> Iterator[tuple[Job, Fruit]]:
    """Do the jobs of each group in order, several groups at a time; give what comes, as it comes.

    When the taker stops early, the jobs that are not begun are dropped. `work` never raises.
    """
    crew = _Crew(groups, work)
    crew.start(workers)
    try:
        yield from crew.fruits()
    finally:
        crew.stop()


class _Crew(Generic[Job, Fruit]):
    def __init__(self, groups: Iterable[Sequence[Job]], work: Callable[[Job], Fruit]) -> None:
        self._work = work
        self._groups = deque(groups)
        self._number = sum(len(group) for group in self._groups)
        self._out: queue.Queue[tuple[Job, Fruit]] = queue.Queue(maxsize=_BACKLOG)
        self._stopped = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self, workers: int) -> None:
        for _ in range(min(len(self._groups), max(workers, 1))):
            thread = threading.Thread(target=self._run, daemon=True)
            self._threads.append(thread)
            thread.start()

    def fruits(self) -> Iterator[tuple[Job, Fruit]]:
        for _ in range(self._number):
            yield self._out.get()

    def stop(self) -> None:
        self._stopped.set()
        for thread in self._threads:
            while thread.is_alive():
                self._drain()
                thread.join(0.01)

    def _drain(self) -> None:
        try:
            self._out.get_nowait()
        except queue.Empty:
            return

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                group = self._groups.popleft()
            except IndexError:
                return
            for job in group:
                if self._stopped.is_set():
                    return
                self._out.put((job, self._work(job)))


class Pipe(Generic[Fruit]):
    """What one worker brings, on its way to the taker; a full pipe makes the worker wait.

    The taker opens the pipe that it takes from: that one never makes its worker wait, so there
    is always somebody who can go on.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._held: deque[tuple[Fruit, int]] = deque()
        self._size = 0
        self._open = False
        self._done = False
        self._error: BaseException | None = None
        self._changed = threading.Condition()

    def put(self, fruit: Fruit, size: int) -> None:
        """Add something; wait while the pipe is full and not yet taken from."""
        with self._changed:
            while self._size > self._room and not self._open:
                self._changed.wait()
            self._held.append((fruit, size))
            self._size += size
            self._changed.notify_all()

    def close(self, error: BaseException | None = None) -> None:
        """Say that nothing more comes, and what went wrong if something did."""
        with self._changed:
            self._done, self._error = True, error
            self._changed.notify_all()

    def open(self) -> None:
        """Begin to take: from now on the worker never waits."""
        with self._changed:
            self._open = True
            self._changed.notify_all()

    @property
    def weight(self) -> tuple[bool, int]:
        """How urgent it is to take from it: those that are complete first, then the fullest."""
        return self._done, self._size

    def __iter__(self) -> Iterator[Fruit]:
        """Take everything, waiting where need be; raise what the worker ran into."""
        self.open()
        while True:
            with self._changed:
                while not self._held and not self._done:
                    self._changed.wait()
                if not self._held:
                    break
                fruit, size = self._held.popleft()
                self._size -= size
            yield fruit
        if self._error is not None:
            raise self._error
