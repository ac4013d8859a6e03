"""What is remembered of sources: pages and their validators, robots.txt, health, notices."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from watcher.model.watch import (
    Health,
    HealthState,
    Notice,
    NoticeKind,
    PageMemory,
    RobotsText,
)
from watcher.store.rows import instant, stamp

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.store.connection import Handle

SCHEMA = """
CREATE TABLE source_pages (
  key TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  fetched_url TEXT,
  etag TEXT,
  last_modified TEXT,
  moved_to TEXT,
  print TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  label TEXT NOT NULL,
  published TEXT,
  outlet TEXT,
  outcome TEXT NOT NULL,
  tries INTEGER NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  fetched TEXT,
  next_check TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX source_pages_due ON source_pages(source, next_check);
CREATE TABLE robots (
  origin TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  fetched REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE source_health (
  source TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  first_run TEXT,
  last_run TEXT,
  last_good TEXT,
  last_new TEXT,
  next_due TEXT,
  failures INTEGER NOT NULL,
  failing_since TEXT,
  told TEXT,
  quiet_told TEXT,
  outcome TEXT NOT NULL,
  error TEXT NOT NULL,
  documents INTEGER NOT NULL,
  remarks TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE source_state (
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  created TEXT NOT NULL,
  packed TEXT
) STRICT;
"""

_PAGE_TIMES = ("first_seen", "last_seen", "fetched", "next_check")
_HEALTH_TIMES = (
    "first_run",
    "last_run",
    "last_good",
    "last_new",
    "next_due",
    "failing_since",
    "told",
    "quiet_told",
)


class Sources:
    """Keep what is known of sources."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def pages(self) -> dict[str, PageMemory]:
        """Give what is remembered of every page, by its key."""
        rows = self._handle.rows("SELECT * FROM source_pages")
        return {row["key"]: PageMemory(**_read(row, _PAGE_TIMES, ("source",))) for row in rows}

    def owners(self) -> dict[str, str]:
        """Give the source of every page that is to be looked at again, by its key."""
        rows = self._handle.rows(
            "SELECT key, source FROM source_pages WHERE next_check IS NOT NULL"
        )
        return {row["key"]: row["source"] for row in rows}

    def keep_pages(self, source: str, pages: Iterable[PageMemory]) -> None:
        """Remember pages."""
        for page in pages:
            self._upsert("source_pages", {**_written(page, _PAGE_TIMES), "source": source}, "key")

    def robots(self) -> dict[str, RobotsText]:
        """Give every robots.txt that is kept, by its origin."""
        rows = self._handle.rows("SELECT * FROM robots")
        return {
            row["origin"]: RobotsText(
                origin=row["origin"], text=row["text"], fetched=row["fetched"]
            )
            for row in rows
        }

    def keep_robots(self, texts: Iterable[RobotsText]) -> None:
        """Remember what hosts say."""
        for text in texts:
            row = {"origin": text.origin, "text": text.text, "fetched": text.fetched}
            self._upsert("robots", row, "origin")

    def health(self) -> dict[str, Health]:
        """Give how every source fares that was ever visited, by its name."""
        rows = self._handle.rows("SELECT * FROM source_health ORDER BY source")
        found = {}
        for row in rows:
            values = _read(row, _HEALTH_TIMES)
            values["state"] = HealthState(values["state"])
            values["remarks"] = tuple(json.loads(values["remarks"]))
            found[values["source"]] = Health(**values)
        return found

    def keep_health(self, health: Health) -> None:
        """Remember how a source fares."""
        row = {**_written(health, _HEALTH_TIMES), "remarks": json.dumps(health.remarks)}
        self._upsert("source_health", row, "source")

    def state(self, source: str, name: str) -> str | None:
        """Give what a source keeps for itself under a name."""
        row = self._handle.row(
            "SELECT value FROM source_state WHERE source = ? AND name = ?", source, name
        )
        return None if row is None else str(row["value"])

    def states(self, name: str) -> dict[str, str]:
        """Give what every source keeps under a name."""
        rows = self._handle.rows("SELECT source, value FROM source_state WHERE name = ?", name)
        return {row["source"]: row["value"] for row in rows}

    def keep_state(self, source: str, name: str, value: str) -> None:
        """Keep something for a source."""
        self._handle.write(
            "INSERT INTO source_state(source, name, value) VALUES (?, ?, ?) "
            "ON CONFLICT(source, name) DO UPDATE SET value = excluded.value",
            *(source, name, value),
        )

    def notify(self, notice: Notice) -> bool:
        """Note that something is to be said; give False when it was noted before."""
        return bool(
            self._handle.write(
                "INSERT OR IGNORE INTO notices(key, source, kind, subject, text, created) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                *(notice.key, notice.source, notice.kind.value),
                *(notice.subject, notice.text, stamp(notice.created)),
            )
        )

    def unpacked(self) -> tuple[Notice, ...]:
        """Give the notices that are in no message yet, oldest first."""
        rows = self._handle.rows("SELECT * FROM notices WHERE packed IS NULL ORDER BY id")
        return tuple(_notice(row) for row in rows)

    def mark_packed(self, key: str, *, now: dt.datetime) -> None:
        """Note that a notice is in a message."""
        self._handle.write("UPDATE notices SET packed = ? WHERE key = ?", stamp(now), key)

    def notices(self, source: str | None = None, *, limit: int = 50) -> tuple[Notice, ...]:
        """Give the latest notices, of one source or of all."""
        rows = self._handle.rows(
            "SELECT * FROM notices WHERE ? IS NULL OR source = ? ORDER BY id DESC LIMIT ?",
            *(source, source, limit),
        )
        return tuple(_notice(row) for row in rows)

    def forget(self, before: dt.datetime) -> int:
        """Forget pages that no source has led to since then; give their number."""
        return self._handle.write("DELETE FROM source_pages WHERE last_seen < ?", stamp(before))

    def _upsert(self, table: str, row: dict[str, Any], key: str) -> None:
        names = ", ".join(row)
        marks = ", ".join("?" for _ in row)
        sets = ", ".join(f"{name} = excluded.{name}" for name in row if name != key)
        self._handle.write(
            f"INSERT INTO {table}({names}) VALUES ({marks}) "  # noqa: S608  (names are ours)
            f"ON CONFLICT({key}) DO UPDATE SET {sets}",
            *row.values(),
        )


def _read(row: Any, times: tuple[str, ...], drop: tuple[str, ...] = ()) -> dict[str, Any]:
    values = {name: row[name] for name in row.keys() if name not in drop}  # noqa: SIM118
    for name in times:
        values[name] = instant(values[name]) if values[name] else None
    return values


def _written(value: Any, times: tuple[str, ...]) -> dict[str, Any]:
    row = {field.name: getattr(value, field.name) for field in fields(value)}
    for name in times:
        row[name] = stamp(row[name]) if row[name] else None
    return row


def _notice(row: Any) -> Notice:
    return Notice(
        key=row["key"],
        source=row["source"],
        kind=NoticeKind(row["kind"]),
        subject=row["subject"],
        text=row["text"],
        created=instant(row["created"]),
    )
