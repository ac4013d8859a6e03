"""Wait for the next job, or for a signal, whichever comes first."""

from __future__ import annotations

import os
import select
import signal
import socket
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

from contextlib import contextmanager

HARD_STOP_SECONDS = 8.0
"""How long a job may go on after it was told to stop; then the process ends as it is.

Whatever was in flight is finished by the next run, as after a crash.
"""

_DRAIN = 4096


class Bell:
    """Signals of the process: SIGTERM and SIGINT stop it, SIGHUP reloads.

    A second SIGTERM or SIGINT stops at once.
    """

    def __init__(self) -> None:
        self.stopping = False
        self.reload_wanted = False
        self._inner, self._outer = socket.socketpair()
        self._inner.settimeout(0)
        self._outer.settimeout(0)

    def now(self) -> float:
        """Give the seconds of a clock that nobody sets."""
        return time.monotonic()

    def wait(self, seconds: float) -> None:
        """Wait, but not longer than until the next signal."""
        if self.stopping or self.reload_wanted:
            return
        ready, _, _ = select.select([self._inner], [], [], max(seconds, 0))
        if ready:
            try:
                self._inner.recv(_DRAIN)
            except BlockingIOError:
                return

    @contextmanager
    def hung(self) -> Iterator[None]:
        """Listen to signals for as long as the body runs."""
        handlers: dict[int, Any] = {
            signal.SIGTERM: self._stop,
            signal.SIGINT: self._stop,
            signal.SIGHUP: self._reload,
            signal.SIGALRM: self._end,
        }
        before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
        outer = signal.set_wakeup_fd(self._outer.fileno(), warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(outer)
            self._inner.close()
            self._outer.close()
            if not self.stopping:
                for number, handler in before.items():
                    signal.signal(number, handler)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self.stopping:
            self._end(number, frame)
        self.stopping = True
        signal.setitimer(signal.ITIMER_REAL, HARD_STOP_SECONDS)

    def _reload(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self.reload_wanted = True

    def _end(self, number: int, frame: FrameType | None) -> None:
        """End without further ado: what was committed is safe, all else is done again."""
        del number, frame
        os._exit(0)
