"""Single facts about the database itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.store.connection import Handle


class Meta:
    """Keep named values, such as the date of the baseline that was taken in."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def get(self, key: str) -> str | None:
        """Give a value, None when it was never set."""
        row = self._handle.row("SELECT value FROM meta WHERE key = ?", key)
        return None if row is None else str(row["value"])

    def put(self, key: str, value: str) -> None:
        """Set a value."""
        self._handle.write(
            "INSERT INTO meta(key, value) VALUES (?, ?) "
            "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            *(key, value),
        )
