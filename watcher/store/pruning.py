"""Forget what need not be kept: never an event, never a document that anything rests on.

What is forgotten of a document is its text and bytes. That it was seen, and its hash, stay: so
the same page is not taken for a new one when a source shows it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.store.rows import stamp

if TYPE_CHECKING:
    import datetime as dt

    from watcher.store.connection import Handle

_CITED = "SELECT version_id FROM records WHERE version_id IS NOT NULL"
_OLD_VERSIONS = f"""
FROM versions WHERE current = 0 AND fetched < ? AND id NOT IN ({_CITED})
"""
_UNCITED = f"""
FROM versions WHERE current = 1 AND fetched < ? AND body IS NOT NULL AND id NOT IN ({_CITED})
"""
_PAGES = "FROM source_pages WHERE next_check IS NULL AND last_seen < ?"
_ATTEMPTS = (
    "FROM attempts WHERE started < ? AND message_id IN "
    "(SELECT id FROM messages WHERE state IN ('sent', 'dropped'))"
)
_NOTICES = "FROM notices WHERE packed IS NOT NULL AND created < ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """What was forgotten: numbers of rows."""

    old_versions: int
    texts: int
    pages: int
    attempts: int
    notices: int

    @property
    def nothing(self) -> bool:
        """Whether there was nothing to forget."""
        return not (self.old_versions or self.texts or self.pages or self.attempts or self.notices)


class Pruning:
    """Forgets, inside of the transaction that is open."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def count(self, before: dt.datetime) -> Pruned:
        """Count what `prune` would forget."""
        return Pruned(
            old_versions=self._number(_OLD_VERSIONS, before),
            texts=self._number(_UNCITED, before),
            pages=self._number(_PAGES, before),
            attempts=self._number(_ATTEMPTS, before),
            notices=self._number(_NOTICES, before),
        )

    def prune(self, before: dt.datetime) -> Pruned:
        """Forget what is older than that and nothing rests on."""
        found = self.count(before)
        moment = stamp(before)
        self._handle.write(f"DELETE {_OLD_VERSIONS}", moment)
        self._handle.write(
            "UPDATE readings SET reading = '{}' WHERE version_id IN "  # noqa: S608
            f"(SELECT id {_UNCITED})",
            moment,
        )
        self._handle.write(
            "UPDATE versions SET text = '', body = NULL WHERE id IN "  # noqa: S608
            f"(SELECT id {_UNCITED})",
            moment,
        )
        for what in (_PAGES, _ATTEMPTS, _NOTICES):
            self._handle.write(f"DELETE {what}", moment)
        return found

    def vacuum(self) -> None:
        """Give the room back to the disk; not inside of a transaction."""
        self._handle.write("VACUUM")
        self._handle.write("PRAGMA wal_checkpoint(TRUNCATE)")

    def _number(self, what: str, before: dt.datetime) -> int:
        return int(self._handle.row(f"SELECT count(*) AS n {what}", stamp(before))["n"])
