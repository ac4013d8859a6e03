"""Silences: what is kept back until when, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watcher.model.message import SilenceRule
from watcher.store.rows import instant, stamp

if TYPE_CHECKING:
    import datetime as dt

    from watcher.store.connection import Handle


class Silences:
    """Keep silences; one that is over stays on record."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def add(self, target: str, *, ends: dt.datetime, reason: str, now: dt.datetime) -> int:
        """Begin a silence; give its number."""
        cursor = self._handle.connection.execute(
            "INSERT INTO silences(target, starts, ends, reason, created) VALUES (?, ?, ?, ?, ?)",
            (target, stamp(now), stamp(ends), reason, stamp(now)),
        )
        return int(cursor.lastrowid or 0)

    def active(self, now: dt.datetime) -> tuple[SilenceRule, ...]:
        """Give the silences that hold now."""
        rows = self._handle.rows(
            "SELECT * FROM silences WHERE starts <= ? AND ends > ? ORDER BY id",
            *(stamp(now), stamp(now)),
        )
        return tuple(_silence(row) for row in rows)

    def get(self, silence: int) -> SilenceRule | None:
        """Give one silence."""
        row = self._handle.row("SELECT * FROM silences WHERE id = ?", silence)
        return None if row is None else _silence(row)

    def all(self) -> tuple[SilenceRule, ...]:
        """Give every silence, also those that are over."""
        return tuple(_silence(row) for row in self._handle.rows("SELECT * FROM silences"))

    def kept_back(self, silence: int) -> int:
        """Count the deliveries that a silence keeps back."""
        row = self._handle.row(
            "SELECT count(*) AS n FROM deliveries "
            "WHERE silence_id = ? AND state = 'pending' AND message_id IS NULL",
            silence,
        )
        return int(row["n"])

    def end(self, silence: int, *, now: dt.datetime) -> None:
        """End a silence now; what it kept back is told at once, in one message a notifier."""
        self._handle.write(
            "UPDATE silences SET ends = ? WHERE id = ? AND ends > ?",
            *(stamp(now), silence, stamp(now)),
        )
        self._handle.write(
            "UPDATE deliveries SET next_try = ? "
            "WHERE silence_id = ? AND state = 'pending' AND message_id IS NULL",
            *(stamp(now), silence),
        )


def _silence(row: Any) -> SilenceRule:
    return SilenceRule(
        id=row["id"],
        target=row["target"],
        starts=instant(row["starts"]),
        ends=instant(row["ends"]),
        reason=row["reason"],
        created=instant(row["created"]),
    )
