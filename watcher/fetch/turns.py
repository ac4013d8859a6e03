"""Whose turn it is: one request a host at a time, with a pause between, few hosts at once."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.fetch.asking import HttpPolicy, Timing


@dataclass(slots=True)
class _Turn:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    delay: float = 0.0


class Turns:
    """Hand out turns at hosts.

    The pause is counted from the end of one request to the start of the next, so that a server
    never sees two closer together than it, whatever the network does. No turn is taken inside
    another, so nobody waits for ever.
    """

    def __init__(self, policy: HttpPolicy, timing: Timing) -> None:
        self._policy = policy
        self._timing = timing
        self._guard = threading.Lock()
        self._turns: dict[str, _Turn] = {}
        self._room = threading.BoundedSemaphore(max(policy.hosts_at_once, 1))

    @contextmanager
    def at(self, host: str) -> Iterator[None]:
        """Wait for the host's turn, then for room among the hosts, and keep both meanwhile."""
        turn = self._turn(host)
        with turn.lock:
            while (left := turn.free_at - self._timing.now()) > 0:
                self._timing.sleep(left)
            try:
                with self._room:
                    yield
            finally:
                turn.free_at = self._timing.now() + max(self._policy.gap, turn.delay)

    def slow_down(self, host: str, delay: float) -> None:
        """Widen the pause at a host to what it asks for, as far as that is reasonable."""
        self._turn(host).delay = min(delay, self._policy.max_crawl_delay)

    def _turn(self, host: str) -> _Turn:
        with self._guard:
            return self._turns.setdefault(host, _Turn())
