"""Events: what changed, with ids that are minted once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.event import EventId, RecordId
from watcher.store.rows import event_of, event_row, stamp

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Iterable, Mapping

    from watcher.model.council import LineageKey
    from watcher.model.event import Event
    from watcher.store.connection import Handle


class Events:
    """Keep the events of every lineage; one that is taken back is withdrawn, never deleted."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def known(self, lineage: LineageKey) -> Mapping[RecordId, EventId]:
        """Give the event that each record of a lineage belongs to, for keeping ids."""
        rows = self._handle.rows(
            "SELECT x.record_id, x.event_id FROM event_records x "
            "JOIN events e ON e.id = x.event_id "
            "WHERE e.lineage = ? AND e.withdrawn IS NULL",
            lineage,
        )
        return {RecordId(row["record_id"]): EventId(row["event_id"]) for row in rows}

    def of_lineage(self, lineage: LineageKey) -> tuple[Event, ...]:
        """Give the events of a lineage that stand, in order."""
        rows = self._handle.rows(
            "SELECT * FROM events WHERE lineage = ? AND withdrawn IS NULL ORDER BY position",
            lineage,
        )
        return self._with_records(rows)

    def all(self) -> tuple[Event, ...]:
        """Give every event that stands, by lineage and in order."""
        rows = self._handle.rows(
            "SELECT * FROM events WHERE withdrawn IS NULL ORDER BY lineage, position"
        )
        return self._with_records(rows)

    def withdrawn(self, lineage: LineageKey) -> tuple[tuple[Event, str], ...]:
        """Give the events of a lineage that were taken back, each with the reason."""
        rows = self._handle.rows(
            "SELECT * FROM events WHERE lineage = ? AND withdrawn IS NOT NULL "
            "ORDER BY withdrawn_at, position",
            lineage,
        )
        reasons = [row["withdrawn"] for row in rows]
        return tuple(zip(self._with_records(rows), reasons, strict=True))

    def get(self, event: str) -> Event | None:
        """Give one event, also one that was taken back."""
        row = self._handle.row("SELECT * FROM events WHERE id = ?", event)
        return None if row is None else self._with_records([row])[0]

    def withdrawal(self, event: str) -> str | None:
        """Tell why an event was taken back, None when it stands."""
        row = self._handle.row("SELECT withdrawn FROM events WHERE id = ?", event)
        return None if row is None else row["withdrawn"]

    def ids_like(self, prefix: str) -> tuple[EventId, ...]:
        """Give the ids that begin with a prefix."""
        rows = self._handle.rows(
            "SELECT id FROM events WHERE substr(id, 1, ?) = ? ORDER BY id", len(prefix), prefix
        )
        return tuple(EventId(row["id"]) for row in rows)

    def replace(
        self, lineage: LineageKey, events: Iterable[Event], *, now: dt.datetime
    ) -> tuple[Event, ...]:
        """Make these the events of a lineage; give those that are no longer among them.

        What is no longer among them and was never told to anybody is forgotten; what was part
        of an alert stays, withdrawn as `superseded`.
        """
        kept = tuple(events)
        before = {event.id: event for event in self.of_lineage(lineage)}
        gone = tuple(event for id_, event in before.items() if id_ not in {e.id for e in kept})
        for event in gone:
            self._forget(event.id, now)
        changed = [
            (place, event) for place, event in enumerate(kept) if before.get(event.id) != event
        ]
        for place, event in changed:
            self._put(event, place, now)
        for place, event in enumerate(kept):
            self._handle.write(
                "UPDATE events SET position = ? WHERE id = ? AND position <> ?",
                *(place, event.id, place),
            )
        return gone

    def withdraw(self, event: EventId, *, why: str, now: dt.datetime) -> None:
        """Take an event back."""
        self._handle.write(
            "UPDATE events SET withdrawn = ?, withdrawn_at = ? WHERE id = ?",
            *(why, stamp(now), event),
        )

    def correct(self, event: Event, *, why: str, now: dt.datetime) -> None:
        """Keep an event that was taken back, as `corrected`, outside of the history."""
        if self._handle.row("SELECT 1 FROM events WHERE id = ? AND withdrawn IS NULL", event.id):
            return
        self._put(event, 0, now)
        self.withdraw(event.id, why=why, now=now)

    def _put(self, event: Event, place: int, now: dt.datetime) -> None:
        row = event_row(event)
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name != "id")
        columns = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        self._handle.write(
            f"INSERT INTO events ({columns}, position, first_seen) "  # noqa: S608
            f"VALUES ({marks}, ?, ?) ON CONFLICT(id) DO UPDATE SET {sets}, "
            "position = excluded.position, withdrawn = NULL, withdrawn_at = NULL",
            *(*row.values(), place, stamp(now)),
        )
        self._handle.write("DELETE FROM event_records WHERE event_id = ?", event.id)
        self._handle.insert(
            "event_records",
            [
                {"event_id": event.id, "record_id": record, "position": number}
                for number, record in enumerate(event.records)
            ],
        )

    def _forget(self, event: EventId, now: dt.datetime) -> None:
        if self._handle.row("SELECT 1 FROM alert_events WHERE event_id = ?", event):
            self.withdraw(event, why="superseded", now=now)
        else:
            self._handle.write("DELETE FROM events WHERE id = ?", event)

    def _with_records(self, rows: list[sqlite3.Row]) -> tuple[Event, ...]:
        """Read events with the ids of the records behind them, in one query for many."""
        groups: dict[str, list[RecordId]] = {row["id"]: [] for row in rows}
        ids = list(groups)
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            marks = ", ".join("?" for _ in part)
            for found in self._handle.rows(
                "SELECT event_id, record_id FROM event_records "  # noqa: S608
                f"WHERE event_id IN ({marks}) ORDER BY event_id, position",
                *part,
            ):
                groups[found["event_id"]].append(RecordId(found["record_id"]))
        return tuple(event_of(row, tuple(groups[row["id"]])) for row in rows)
