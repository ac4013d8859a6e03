"""Alerts and the deliveries that carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watcher.model.alert import Alert
from watcher.model.event import AlertId
from watcher.model.vocabulary import Change, Kind, Severity, Status
from watcher.store.rows import (
    alert_row,
    council_of,
    date_of,
    delivery_of,
    event_from_text,
    event_text,
    instant,
    stamp,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.model.alert import Delivery
    from watcher.model.council import LineageKey
    from watcher.model.event import EventId
    from watcher.store.connection import Handle


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What people did with an alert."""

    acknowledged: str | None
    note: str | None
    rejected: str | None
    rejected_reason: str | None


class Alerts:
    """Keep alerts, what they are about, and what people did with them."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def add(self, alert: Alert, *, batch: str | None = None) -> bool:
        """Store an alert with its events as they are told.

        Args:
            alert: The alert; it takes the place of one with the same id that is still held.
            batch: The fetch that it comes from, while that is not finished: nothing of a batch
                is sent before `settle`.

        Returns:
            False when it is stored already.
        """
        row = self._handle.row("SELECT held FROM alerts WHERE id = ?", alert.id)
        if row is not None and (not row["held"] or alert.held):
            return False
        values = {**alert_row(alert), "batch": batch}
        if row is None:
            self._handle.insert("alerts", [values])
        else:
            sets = ", ".join(f'"{name}" = ?' for name in values)
            self._handle.write(
                f"UPDATE alerts SET {sets} WHERE id = ?",  # noqa: S608
                *(*values.values(), alert.id),
            )
            self._handle.write("DELETE FROM alert_events WHERE alert_id = ?", alert.id)
        self._handle.insert(
            "alert_events",
            [
                {
                    "alert_id": alert.id,
                    "event_id": event.id,
                    "position": place,
                    "told": event_text(event),
                }
                for place, event in enumerate(alert.events)
            ],
        )
        return True

    def settle(self, batch: str, *, hold_above: int) -> tuple[AlertId, ...]:
        """Let the alerts of a finished fetch go; hold all of them when they are a flood.

        Args:
            batch: The fetch.
            hold_above: More councils than this make a flood; 0 means never.

        Returns:
            The alerts that are held because of the flood.
        """
        rows = self._handle.rows(
            "SELECT id, council_code FROM alerts WHERE batch = ? AND held = 0 "
            "AND reason = 'fall' ORDER BY seq",
            batch,
        )
        flood = 0 < hold_above < len({row["council_code"] for row in rows})
        if flood:
            self._handle.write(
                "UPDATE alerts SET held = 1 WHERE batch = ? AND reason = 'fall'", batch
            )
        self._handle.write("UPDATE alerts SET batch = NULL WHERE batch = ?", batch)
        return tuple(AlertId(row["id"]) for row in rows) if flood else ()

    def unsettled(self) -> tuple[str, ...]:
        """Give the batches that a run left behind when it was killed."""
        rows = self._handle.rows(
            "SELECT DISTINCT batch FROM alerts WHERE batch IS NOT NULL ORDER BY batch"
        )
        return tuple(row["batch"] for row in rows)

    def of_lineage(self, lineage: LineageKey) -> tuple[Alert, ...]:
        """Give the alerts about a lineage, oldest first."""
        rows = self._handle.rows(
            "SELECT * FROM alerts WHERE id IN (SELECT x.alert_id FROM alert_events x "
            "JOIN events e ON e.id = x.event_id WHERE e.lineage = ?) ORDER BY seq",
            lineage,
        )
        return tuple(self._alert(row) for row in rows)

    def get(self, alert: str) -> Alert | None:
        """Give one alert."""
        row = self._handle.row("SELECT * FROM alerts WHERE id = ?", alert)
        return None if row is None else self._alert(row)

    def ids_like(self, prefix: str) -> tuple[AlertId, ...]:
        """Give the ids that begin with a prefix."""
        rows = self._handle.rows(
            "SELECT id FROM alerts WHERE substr(id, 1, ?) = ? ORDER BY id", len(prefix), prefix
        )
        return tuple(AlertId(row["id"]) for row in rows)

    def all(self) -> tuple[Alert, ...]:
        """Give every alert, oldest first."""
        return tuple(
            self._alert(row) for row in self._handle.rows("SELECT * FROM alerts ORDER BY seq")
        )

    def held(self) -> tuple[Alert, ...]:
        """Give the alerts that wait for review, oldest first."""
        rows = self._handle.rows("SELECT * FROM alerts WHERE held = 1 ORDER BY seq")
        return tuple(self._alert(row) for row in rows)

    def of_event(self, event: EventId) -> tuple[Alert, ...]:
        """Give the alerts that an event belongs to, oldest first."""
        rows = self._handle.rows(
            "SELECT a.* FROM alerts a JOIN alert_events x ON x.alert_id = a.id "
            "WHERE x.event_id = ? ORDER BY a.seq",
            event,
        )
        return tuple(self._alert(row) for row in rows)

    def rejected(self, lineage: LineageKey) -> frozenset[AlertId]:
        """Give the alerts about a lineage that a person has taken back."""
        rows = self._handle.rows(
            "SELECT id FROM alerts WHERE rejected IS NOT NULL AND id IN ("
            "SELECT x.alert_id FROM alert_events x JOIN events e ON e.id = x.event_id "
            "WHERE e.lineage = ?)",
            lineage,
        )
        return frozenset(AlertId(row["id"]) for row in rows)

    def handling(self, alert: AlertId) -> Handling:
        """Give what people did with an alert."""
        row = self._handle.row(
            "SELECT acknowledged, note, rejected, rejected_reason FROM alerts WHERE id = ?", alert
        )
        return Handling(**{name: row[name] for name in row.keys()})  # noqa: SIM118

    def acknowledge(self, alert: AlertId, *, note: str, now: dt.datetime) -> None:
        """Note that a person has seen to an alert."""
        self._handle.write(
            "UPDATE alerts SET acknowledged = ?, note = ? WHERE id = ?",
            *(stamp(now), note, alert),
        )

    def reject(self, alert: AlertId, *, reason: str, now: dt.datetime) -> None:
        """Note that a person has taken an alert back."""
        self._handle.write(
            "UPDATE alerts SET rejected = ?, rejected_reason = ?, held = 0 WHERE id = ?",
            *(stamp(now), reason, alert),
        )

    def hold(self, alert: AlertId, *, held: bool) -> None:
        """Hold an alert back, or let it go."""
        self._handle.write("UPDATE alerts SET held = ? WHERE id = ?", held, alert)

    def _alert(self, row: Any) -> Alert:
        told = self._handle.rows(
            "SELECT told FROM alert_events WHERE alert_id = ? ORDER BY position", row["id"]
        )
        return Alert(
            id=AlertId(row["id"]),
            council=council_of(row),
            kind=Kind(row["kind"]),
            change=Change(row["change"]),
            severity=Severity(row["severity"]),
            headline=row["headline"],
            status=Status(row["status"]),
            when=date_of(row["when"]),
            published=date_of(row["published"]),
            raised=instant(row["raised"]),
            events=tuple(event_from_text(found["told"]) for found in told),
            reason=row["reason"],
            held=bool(row["held"]),
        )


class Deliveries:
    """Keep what is to be sent, and what became of it."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def add(self, alert: AlertId, notifiers: Iterable[str], *, now: dt.datetime) -> None:
        """Add one pending delivery a notifier; one that exists is passed over.

        The key is made of the alert and the notifier, so that a message is recognised however
        often it is sent.
        """
        self._handle.insert(
            "deliveries",
            [
                {
                    "key": f"{alert}.{name}",
                    "alert_id": alert,
                    "notifier": name,
                    "state": "pending",
                    "next_try": stamp(now),
                    "created": stamp(now),
                }
                for name in notifiers
            ],
            ignore=True,
        )

    def of_alert(self, alert: AlertId) -> tuple[Delivery, ...]:
        """Give the deliveries of an alert."""
        rows = self._handle.rows("SELECT * FROM deliveries WHERE alert_id = ? ORDER BY id", alert)
        return tuple(delivery_of(row) for row in rows)

    def received(self, alert: AlertId) -> tuple[str, ...]:
        """Give the notifiers that an alert was sent to, or may have been."""
        rows = self._handle.rows(
            "SELECT notifier FROM deliveries WHERE alert_id = ? "
            "AND (state = 'sent' OR attempts > 0) ORDER BY id",
            alert,
        )
        return tuple(row["notifier"] for row in rows)

    def counts(self) -> dict[str, int]:
        """Count the deliveries in each state."""
        rows = self._handle.rows("SELECT state, count(*) AS n FROM deliveries GROUP BY state")
        return {row["state"]: row["n"] for row in rows}
