"""How the channels fare: which one fails, how often in a row, and what the owner was told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.store.outbox import OPEN
from watcher.store.rows import instant, stamp

if TYPE_CHECKING:
    import datetime as dt

    from watcher.store.connection import Handle


class Channels:
    """Keep count of the channels that fail."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def failing(self, notifier: str, *, now: dt.datetime) -> int:
        """Note that a channel failed; give how often in a row by now."""
        self._handle.write(
            "INSERT INTO channels(notifier, failures, since) VALUES (?, 1, ?) "
            "ON CONFLICT(notifier) DO UPDATE SET failures = failures + 1",
            *(notifier, stamp(now)),
        )
        row = self._handle.row("SELECT failures FROM channels WHERE notifier = ?", notifier)
        return int(row["failures"])

    def well(self, notifier: str, *, now: dt.datetime) -> bool:
        """Note that a channel works; tell whether it was reported as failing before.

        What failed while it did not work is tried again at once.
        """
        row = self._handle.row("SELECT told FROM channels WHERE notifier = ?", notifier)
        if row is None:
            return False
        self._handle.write("DELETE FROM channels WHERE notifier = ?", notifier)
        self._handle.write(
            f"UPDATE messages SET next_try = ? WHERE notifier = ? AND state IN {OPEN} "  # noqa: S608
            "AND next_try > ?",
            *(stamp(now), notifier, stamp(now)),
        )
        return bool(row["told"] > 0)

    def told_level(self, notifier: str) -> int:
        """Give how far the owner was told of a channel's failing."""
        row = self._handle.row("SELECT told FROM channels WHERE notifier = ?", notifier)
        return 0 if row is None else int(row["told"])

    def tell_level(self, notifier: str, level: int) -> None:
        """Note how far the owner was told of a channel's failing."""
        self._handle.write("UPDATE channels SET told = ? WHERE notifier = ?", level, notifier)

    def failures(self) -> dict[str, tuple[int, dt.datetime]]:
        """Give the channels that are failing: how often in a row, and since when."""
        rows = self._handle.rows("SELECT * FROM channels ORDER BY notifier")
        return {row["notifier"]: (row["failures"], instant(row["since"])) for row in rows}
