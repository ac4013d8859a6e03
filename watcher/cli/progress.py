"""Progress on stderr: only on a terminal, and only for what lasts more than a second."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds after which a bar appears."""

T = TypeVar("T")


class Bars:
    """Bars that appear when something takes long; without a terminal none ever does."""

    def __init__(self, *, beside_stdout: bool = True) -> None:
        self._wanted = sys.stderr.isatty() and (beside_stdout or not sys.stdout.isatty())
        self._begun = time.monotonic()
        self._bars: Progress | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()
        self._closed = False

    def begin(self, what: str, total: int) -> Callable[[], None]:
        """Announce some steps; call what is given after each of them."""
        if not self._wanted or not total:
            return _nothing
        task = None
        done = 0

        def step() -> None:
            nonlocal task, done
            done += 1
            if self._bars is None and time.monotonic() - self._begun < PATIENCE:
                return
            bars = self._started()
            if task is None:
                task = bars.add_task(what, total=total)
            bars.update(task, completed=done)

        return step

    def over(self, what: str, items: Iterable[T], total: int) -> Iterator[T]:
        """Give the items, and show how far along they are."""
        step = self.begin(what, total)
        for item in items:
            yield item
            step()

    def spin(self, what: str) -> None:
        """Show that something of unknown length goes on, when it takes long."""
        if self._wanted:
            self._timer = threading.Timer(PATIENCE, self._spin, [what])
            self._timer.daemon = True
            self._timer.start()

    def _spin(self, what: str) -> None:
        with self._lock:
            if not self._closed:
                self._started().add_task(what, total=None)

    def close(self) -> None:
        """Take the bars away, for good."""
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            self._closed = True
            if self._bars is not None:
                self._bars.stop()

    def _started(self) -> Progress:
        if self._bars is None:
            from rich.console import Console
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                TextColumn,
                TimeRemainingColumn,
            )

            self._bars = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._bars.start()
        return self._bars


@contextmanager
def progress(*, beside_stdout: bool = True) -> Iterator[Bars]:
    """Show bars for as long as the block runs.

    Args:
        beside_stdout: Whether they may be shown where stdout goes to the same terminal; false
            for what writes there while it works.
    """
    from watcher.app.progressing import WATCHING

    bars = Bars(beside_stdout=beside_stdout)
    token = WATCHING.set(bars)
    try:
        yield bars
    finally:
        WATCHING.reset(token)
        bars.close()


def _nothing() -> None:
    """Count nothing."""
