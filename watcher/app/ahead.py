"""Read ahead in other processes, when more documents wait than one can read in time.

Reading is pure, so it matters not where it happens. A few documents are read on the spot: only
a flood of them is worth the start of other processes. What cannot be read there is read here.
"""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

from watcher.parse.screen import mentions_inspectorate

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from watcher.model.finding import Reading
    from watcher.model.source import Item
    from watcher.parse.hints import Hints

    Key = tuple[str, Hints]

FLOOD = 16
"""Documents that wait before other processes are started: a fifth of a second of reading."""

WORKERS = 2
"""Other processes; the one that asks reads too. Each costs about 80 MB."""


class ReadAhead:
    """Documents that will be asked for, read while others are fetched and written."""

    def __init__(self, threshold: float) -> None:
        self._threshold = threshold
        self._lock = threading.Lock()
        self._waiting: dict[Key, bytes] = {}
        self._futures: dict[Key, Future[Reading]] = {}
        self._pool: ProcessPoolExecutor | None = None

    def offer(self, item: Item) -> None:
        """Say that a document will be asked for; called from the threads that fetch."""
        body = item.fetched.body
        if item.fetched.outcome != "ok" or not mentions_inspectorate(body):
            return
        from watcher.pipeline.ingest import hints_of

        with self._lock:
            self._waiting[_key(body, hints_of(item))] = body
            if self._pool is not None or len(self._waiting) >= FLOOD:
                self._submit()

    def take(self, body: bytes, hints: Hints) -> Reading | None:
        """Give what was read of a document, None when it has to be read here."""
        with self._lock:
            key = _key(body, hints) if self._waiting or self._futures else None
            if key is None or self._waiting.pop(key, None) is not None:
                return None
            future = self._futures.pop(key, None)
        if future is None or (not future.done() and future.cancel()):
            return None
        try:
            return future.result()
        except Exception:  # noqa: BLE001  (read again here, where the error finds its document)
            return None

    def close(self) -> None:
        """End the other processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _submit(self) -> None:
        if self._pool is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(WORKERS, mp_context=context)
        try:
            for key, body in self._waiting.items():
                self._futures[key] = self._pool.submit(_read, body, key[1], self._threshold)
        except RuntimeError:  # broken, or shut down: all is read here
            self._futures.clear()
        self._waiting.clear()


def _key(body: bytes, hints: Hints) -> Key:
    return hashlib.sha256(body).hexdigest(), hints


def _read(body: bytes, hints: Hints, threshold: float) -> Reading:
    """Read one document; runs in another process."""
    from watcher.app.reading import read_bytes, reading_context

    return read_bytes(body, hints, reading_context(threshold))
