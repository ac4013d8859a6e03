"""The outbox: messages on their way, and every attempt at them.

Ingest leaves one pending delivery an alert and notifier. `pack` puts deliveries into a message
with a key that never changes; `record` notes what an attempt came to. Nothing is deleted: what
could not be delivered stays, dead, until a person drops it or tries again.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from watcher.model.message import Attempt, Message, MessageKind, Outgoing, Waiting
from watcher.model.vocabulary import Severity
from watcher.store.rows import instant, stamp

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.model.alert import Alert
    from watcher.model.event import AlertId
    from watcher.store.alerts import Alerts
    from watcher.store.connection import Handle

OPEN = "('pending', 'failed')"
"""The states of a message that is still tried, as SQL lists them."""

_READY = "d.state = 'pending' AND d.message_id IS NULL AND a.held = 0 AND a.batch IS NULL"
_DUE = (
    "m.state IN ('pending', 'failed') AND (m.next_try <= ?1 "
    "OR (m.attempts = 0 AND m.created > ?1) OR (SELECT x.started FROM attempts x "
    "WHERE x.message_id = m.id ORDER BY x.id DESC LIMIT 1) > ?1)"
)
KEEP = 500
"""Characters of an answer that are kept."""


class Outbox:
    """Keep what is to be sent, what was, and what could not be."""

    def __init__(self, handle: Handle, alerts: Alerts) -> None:
        self._handle = handle
        self._alerts = alerts

    def waiting(self, now: dt.datetime | None = None) -> tuple[Waiting, ...]:
        """Give the deliveries that are in no message yet, oldest first.

        Args:
            now: Only those whose time has come; None gives all. What comes from a time when
                the clock was ahead has come, too.
        """
        rows = self._handle.rows(
            f"SELECT d.*, a.acknowledged FROM deliveries d JOIN alerts a ON a.id = d.alert_id "  # noqa: S608
            f"WHERE {_READY} AND (? IS NULL OR d.next_try IS NULL OR d.next_try <= ? "
            "OR d.created > ?) ORDER BY d.id",
            *((None, None, None) if now is None else (stamp(now), stamp(now), stamp(now))),
        )
        return tuple(self._waiting(row) for row in rows)

    def put_off(self, delivery: int, *, until: dt.datetime, silence: int | None = None) -> None:
        """Let a delivery wait: for the hour of a digest, or for the end of a silence."""
        self._handle.write(
            "UPDATE deliveries SET next_try = ?, silence_id = coalesce(?, silence_id) WHERE id = ?",
            *(stamp(until), silence, delivery),
        )

    def mute(self, delivery: int, *, why: str) -> None:
        """Let a delivery be: its notifier is not to have it, or has it already."""
        self._handle.write(
            "UPDATE deliveries SET state = 'muted', next_try = NULL, note = ? WHERE id = ?",
            *(why, delivery),
        )

    def pack(
        self,
        message: Message,
        deliveries: Iterable[int] = (),
        *,
        only: Iterable[str] | None = None,
        after: dt.datetime | None = None,
    ) -> int:
        """Put a message into the outbox; one whose key is there already is passed over.

        Args:
            message: The message; its alerts are those of the deliveries.
            deliveries: The deliveries that it carries.
            only: The events that it tells of, where not all of its alerts'.
            after: When it is to be tried first; None means at once.
        """
        self._handle.insert(
            "messages",
            [
                {
                    "key": message.key,
                    "notifier": message.notifier,
                    "kind": message.kind.value,
                    "subject": message.subject,
                    "text": message.text,
                    "thread": message.thread,
                    "only_events": None if only is None else json.dumps(sorted(only)),
                    "state": "pending",
                    "next_try": stamp(after or message.created),
                    "created": stamp(message.created),
                }
            ],
            ignore=True,
        )
        row = self._handle.row("SELECT id FROM messages WHERE key = ?", message.key)
        for delivery in deliveries:
            self._handle.write(
                "UPDATE deliveries SET message_id = ? WHERE id = ?", row["id"], delivery
            )
        return int(row["id"])

    def due(self, now: dt.datetime) -> tuple[Outgoing, ...]:
        """Give the messages that are to be tried now: the least tried first, then the oldest.

        When the clock was set back, what was put off by the clock as it was is due, too.
        """
        rows = self._handle.rows(
            f"SELECT * FROM messages m WHERE {_DUE} ORDER BY attempts, id",  # noqa: S608
            stamp(now),
        )
        return tuple(self._outgoing(row) for row in rows)

    def anything_to_do(self, now: dt.datetime) -> bool:
        """Tell whether anything is to be packed or sent now."""
        row = self._handle.row(
            f"SELECT EXISTS (SELECT 1 FROM messages m WHERE {_DUE}) OR EXISTS ("  # noqa: S608
            f"SELECT 1 FROM deliveries d JOIN alerts a ON a.id = d.alert_id WHERE {_READY} "
            "AND (d.next_try IS NULL OR d.next_try <= ?1 OR d.created > ?1)) AS found",
            stamp(now),
        )
        return bool(row["found"]) or self.anything_held()

    def open_alerts(self, notifier: str) -> frozenset[AlertId]:
        """Give the alerts of messages that a notifier is still to get."""
        rows = self._handle.rows(
            f"SELECT d.alert_id FROM deliveries d JOIN messages m ON m.id = d.message_id "  # noqa: S608
            f"WHERE m.notifier = ? AND m.state IN {OPEN}",
            notifier,
        )
        return frozenset(row["alert_id"] for row in rows)

    def next_due(self) -> dt.datetime | None:
        """Tell when there is something to do next; None when nothing waits."""
        row = self._handle.row(
            f"SELECT min(t) AS t FROM (SELECT next_try AS t FROM messages WHERE state IN {OPEN} "  # noqa: S608
            f"UNION ALL SELECT coalesce(d.next_try, d.created) FROM deliveries d "
            f"JOIN alerts a ON a.id = d.alert_id WHERE {_READY})"
        )
        return None if row["t"] is None else instant(row["t"])

    def record(
        self, message: int, attempt: Attempt, *, state: str, next_try: dt.datetime | None
    ) -> None:
        """Note an attempt and what becomes of the message."""
        self._handle.insert(
            "attempts",
            [
                {
                    "message_id": message,
                    "started": stamp(attempt.started),
                    "duration": attempt.seconds,
                    "outcome": attempt.outcome,
                    "status": attempt.status,
                    "error": attempt.error,
                    "answer": attempt.answer[:KEEP],
                }
            ],
        )
        error = None if attempt.error is None else attempt.error[:KEEP]
        done = None if state == "failed" else stamp(attempt.started)
        tried = None if next_try is None else stamp(next_try)
        self._handle.write(
            "UPDATE messages SET state = ?, attempts = attempts + 1, next_try = ?, "
            "last_error = ?, finished = ? WHERE id = ?",
            *(state, tried, error, done, message),
        )
        self._handle.write(
            "UPDATE deliveries SET state = ?, attempts = attempts + 1, next_try = ?, "
            "last_error = ?, response = ?, duration = ?, sent = ? WHERE message_id = ?",
            *(state, tried, error, attempt.answer[:KEEP], attempt.seconds),
            *(done if state == "sent" else None, message),
        )

    def narrow(self, message: int, recipients: Iterable[str]) -> None:
        """Leave only these recipients to be tried: the others have it."""
        self._handle.write(
            "UPDATE messages SET recipients = ? WHERE id = ?",
            *(json.dumps(list(recipients)), message),
        )

    def put_back(self, notifier: str, *, until: dt.datetime) -> None:
        """Let everything for a notifier wait, because its receiver asked for patience."""
        self._handle.write(
            f"UPDATE messages SET next_try = ? WHERE notifier = ? AND state IN {OPEN} "  # noqa: S608
            "AND next_try < ?",
            *(stamp(until), notifier, stamp(until)),
        )

    def retry(self, message: int, *, now: dt.datetime) -> None:
        """Begin anew with a message that failed or was given up; its key stays."""
        for table, column in (("messages", "id"), ("deliveries", "message_id")):
            self._handle.write(
                f"UPDATE {table} SET state = 'pending', attempts = 0, next_try = ? "  # noqa: S608
                f"WHERE {column} = ? AND state IN ('pending', 'failed', 'dead')",
                *(stamp(now), message),
            )

    def drop(self, message: int, *, now: dt.datetime, why: str) -> None:
        """Give a message up for good because a person says so."""
        self._handle.write(
            "UPDATE messages SET state = 'dropped', next_try = NULL, finished = ?, "
            "last_error = ? WHERE id = ? AND state <> 'sent'",
            *(stamp(now), why, message),
        )
        self._handle.write(
            "UPDATE deliveries SET state = 'muted', next_try = NULL, note = ? "
            "WHERE message_id = ? AND state <> 'sent'",
            *(why, message),
        )

    def get(self, message: int) -> Outgoing | None:
        """Give one message."""
        row = self._handle.row("SELECT * FROM messages WHERE id = ?", message)
        return None if row is None else self._outgoing(row)

    def all(self, *states: str) -> tuple[Outgoing, ...]:
        """Give the messages in some states, all when none is named, oldest first."""
        marks = ", ".join("?" for _ in states)
        where = f"WHERE state IN ({marks})" if states else ""
        rows = self._handle.rows(f"SELECT * FROM messages {where} ORDER BY id", *states)  # noqa: S608
        return tuple(self._outgoing(row) for row in rows)

    def attempts_at(self, message: int) -> tuple[Attempt, ...]:
        """Give every attempt at a message, oldest first."""
        rows = self._handle.rows("SELECT * FROM attempts WHERE message_id = ? ORDER BY id", message)
        return tuple(
            Attempt(
                started=instant(row["started"]),
                seconds=row["duration"],
                outcome=row["outcome"],
                status=row["status"],
                error=row["error"],
                answer=row["answer"] or "",
            )
            for row in rows
        )

    def counts(self) -> dict[str, int]:
        """Count the messages in each state."""
        rows = self._handle.rows("SELECT state, count(*) AS n FROM messages GROUP BY state")
        return {row["state"]: row["n"] for row in rows}

    def oldest_open(self) -> dt.datetime | None:
        """Tell since when the oldest message waits that is still tried; None when none does."""
        row = self._handle.row(f"SELECT min(created) AS t FROM messages WHERE state IN {OPEN}")  # noqa: S608
        return None if row["t"] is None else instant(row["t"])

    def alerts_by_severity(self) -> dict[Severity, int]:
        """Count the alerts that were raised and are not held."""
        rows = self._handle.rows(
            "SELECT severity, count(*) AS n FROM alerts WHERE held = 0 GROUP BY severity"
        )
        return {Severity(row["severity"]): row["n"] for row in rows}

    def held_count(self) -> int:
        """Count the alerts that wait for review."""
        return int(self._handle.row("SELECT count(*) AS n FROM alerts WHERE held = 1")["n"])

    def events_told(self, notifier: str) -> frozenset[str]:
        """Give the events that a notifier was told of, or is about to be."""
        rows = self._handle.rows(
            "SELECT DISTINCT x.event_id FROM alert_events x "
            "JOIN deliveries d ON d.alert_id = x.alert_id "
            "WHERE d.notifier = ? AND d.message_id IS NOT NULL AND d.state <> 'muted'",
            notifier,
        )
        return frozenset(row["event_id"] for row in rows)

    def had_by(self, alert: str) -> frozenset[str]:
        """Give the notifiers that have an alert, may have it, or are sure to get it."""
        rows = self._handle.rows(
            "SELECT notifier FROM deliveries WHERE alert_id = ? "
            "AND (state <> 'muted' OR attempts > 0)",
            alert,
        )
        return frozenset(row["notifier"] for row in rows)

    def waits(self, alert: str, notifier: str) -> tuple[dt.datetime, int | None] | None:
        """Tell until when an alert waits to go into a message, and for which silence."""
        row = self._handle.row(
            "SELECT next_try, silence_id FROM deliveries WHERE alert_id = ? AND notifier = ? "
            "AND state = 'pending' AND message_id IS NULL AND next_try IS NOT NULL",
            *(alert, notifier),
        )
        return None if row is None else (instant(row["next_try"]), row["silence_id"])

    def recall(self, alert: str, *, why: str) -> None:
        """Send an alert to nobody any more; a message that carried nothing else goes with it."""
        self._handle.write(
            "UPDATE deliveries SET state = 'muted', next_try = NULL, note = ?, message_id = NULL "
            "WHERE alert_id = ? AND state IN ('pending', 'failed', 'dead')",
            *(why, alert),
        )
        self._handle.write(
            "UPDATE messages SET state = 'dropped', next_try = NULL, last_error = ? "
            "WHERE state IN ('pending', 'failed', 'dead') AND kind NOT IN ('ops', 'test') "
            "AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.message_id = messages.id)",
            why,
        )

    def open_count(self, notifiers: Iterable[str]) -> int:
        """Count the messages to some notifiers that did not arrive yet and are still tried."""
        named = tuple(notifiers)
        marks = ", ".join("?" for _ in named)
        row = self._handle.row(
            f"SELECT count(*) AS n FROM messages WHERE state IN {OPEN} "  # noqa: S608
            f"AND notifier IN ({marks})",
            *named,
        )
        return int(row["n"])

    def held_news(self) -> tuple[Alert, ...]:
        """Give the held alerts that nobody was asked to review yet, and note that they are."""
        fresh = self._handle.rows(
            "SELECT id FROM alerts WHERE held = 1 AND batch IS NULL AND rejected IS NULL "
            "AND id NOT IN (SELECT alert_id FROM held_notices) ORDER BY seq"
        )
        self._handle.insert("held_notices", [{"alert_id": row["id"]} for row in fresh])
        found = (self._alerts.get(row["id"]) for row in fresh)
        return tuple(alert for alert in found if alert is not None)

    def anything_held(self) -> bool:
        """Tell whether there are held alerts that nobody was asked to review yet."""
        return (
            self._handle.row(
                "SELECT 1 FROM alerts WHERE held = 1 AND batch IS NULL AND rejected IS NULL "
                "AND id NOT IN (SELECT alert_id FROM held_notices) LIMIT 1"
            )
            is not None
        )

    def _waiting(self, row: Any) -> Waiting:
        alert = self._alerts.get(row["alert_id"])
        if alert is None:  # pragma: no cover  (a foreign key forbids it)
            raise KeyError(row["alert_id"])
        return Waiting(
            delivery=row["id"],
            key=row["key"],
            alert=alert,
            notifier=row["notifier"],
            created=instant(row["created"]),
            next_try=instant(row["next_try"]) if row["next_try"] else None,
            silence=row["silence_id"],
            acknowledged=row["acknowledged"] is not None,
        )

    def _outgoing(self, row: Any) -> Outgoing:
        return Outgoing(
            id=row["id"],
            message=Message(
                key=row["key"],
                notifier=row["notifier"],
                kind=MessageKind(row["kind"]),
                subject=row["subject"],
                created=instant(row["created"]),
                alerts=self._alerts_of(row),
                text=row["text"],
                thread=row["thread"],
                recipients=tuple(json.loads(row["recipients"] or "[]")),
            ),
            state=row["state"],
            attempts=row["attempts"],
            next_try=instant(row["next_try"]) if row["next_try"] else None,
            last_error=row["last_error"],
            finished=instant(row["finished"]) if row["finished"] else None,
        )

    def _alerts_of(self, row: Any) -> tuple[Alert, ...]:
        ids = self._handle.rows(
            "SELECT alert_id FROM deliveries WHERE message_id = ? ORDER BY id", row["id"]
        )
        found = (self._alerts.get(one["alert_id"]) for one in ids)
        alerts = tuple(alert for alert in found if alert is not None)
        if row["only_events"] is None:
            return alerts
        only = frozenset(json.loads(row["only_events"]))
        return tuple(
            replace(alert, events=tuple(e for e in alert.events if e.id in only) or alert.events)
            for alert in alerts
        )
