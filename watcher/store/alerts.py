"""Alerts and the deliveries that carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watcher.model.alert import Alert
from watcher.model.event import AlertId, EventId
from watcher.model.vocabulary import Change, Kind, Severity, Status
from watcher.store.events import Events
from watcher.store.rows import alert_row, council_of, date_of, delivery_of, instant, stamp

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.model.alert import Delivery
    from watcher.model.event import Event
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
        self._events = Events(handle)

    def add(self, alert: Alert) -> bool:
        """Store an alert with its events; give False when it is stored already."""
        if self._handle.row("SELECT 1 FROM alerts WHERE id = ?", alert.id):
            return False
        self._handle.insert("alerts", [alert_row(alert)])
        self.attach(alert.id, alert.events)
        return True

    def attach(self, alert: AlertId, events: Iterable[Event]) -> None:
        """Let further events belong to an alert."""
        row = self._handle.row(
            "SELECT coalesce(max(position), -1) AS last FROM alert_events WHERE alert_id = ?",
            alert,
        )
        self._handle.insert(
            "alert_events",
            [
                {"alert_id": alert, "event_id": event.id, "position": row["last"] + number}
                for number, event in enumerate(events, start=1)
            ],
            ignore=True,
        )

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

    def alerted(self, events: Iterable[EventId]) -> frozenset[EventId]:
        """Give those of the events that belong to an alert already."""
        return frozenset(
            event
            for event in events
            if self._handle.row("SELECT 1 FROM alert_events WHERE event_id = ?", event)
        )

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
        ids = self._handle.rows(
            "SELECT event_id FROM alert_events WHERE alert_id = ? ORDER BY position", row["id"]
        )
        events = (self._events.get(found["event_id"]) for found in ids)
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
            events=tuple(event for event in events if event is not None),
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

    def due(self, now: dt.datetime) -> tuple[Delivery, ...]:
        """Give what is to be sent now, oldest first."""
        rows = self._handle.rows(
            "SELECT * FROM deliveries WHERE state IN ('pending', 'failed') "
            "AND (next_try IS NULL OR next_try <= ?) ORDER BY id",
            stamp(now),
        )
        return tuple(delivery_of(row) for row in rows)

    def of_alert(self, alert: AlertId) -> tuple[Delivery, ...]:
        """Give the deliveries of an alert."""
        rows = self._handle.rows("SELECT * FROM deliveries WHERE alert_id = ? ORDER BY id", alert)
        return tuple(delivery_of(row) for row in rows)

    def mark_sent(self, delivery: int, *, now: dt.datetime, response: str = "") -> None:
        """Note that a delivery arrived."""
        self._handle.write(
            "UPDATE deliveries SET state = 'sent', attempts = attempts + 1, next_try = NULL, "
            "last_error = NULL, response = ?, sent = ? WHERE id = ?",
            *(response[:500], stamp(now), delivery),
        )

    def counts(self) -> dict[str, int]:
        """Count the deliveries in each state."""
        rows = self._handle.rows("SELECT state, count(*) AS n FROM deliveries GROUP BY state")
        return {row["state"]: row["n"] for row in rows}

    def waiting(self) -> int:
        """Count what has not arrived yet and is still tried."""
        row = self._handle.row(
            "SELECT count(*) AS n FROM deliveries WHERE state IN ('pending', 'failed')"
        )
        return int(row["n"])
