"""Turn values of the model into rows, and rows into values."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from watcher.model.alert import Delivery
from watcher.model.council import CouncilCode, CouncilRef, LineageKey
from watcher.model.dates import PartialDate
from watcher.model.event import (
    AlertId,
    AreaState,
    Citation,
    Event,
    EventId,
    Record,
    RecordId,
    Signal,
    Standing,
)
from watcher.model.vocabulary import (
    Area,
    Change,
    Direction,
    Kind,
    Outcome,
    Role,
    Severity,
    Status,
)

if TYPE_CHECKING:
    import sqlite3

    from watcher.model.alert import Alert

    Row = sqlite3.Row | dict[str, Any]


def stamp(moment: dt.datetime) -> str:
    """Render an instant so that text order is time order.

    Always in UTC and with microseconds: mixed forms would not sort.
    """
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def instant(text: str) -> dt.datetime:
    """Read an instant."""
    return dt.datetime.fromisoformat(text)


def date_text(date: PartialDate | None) -> str | None:
    """Render a date."""
    return None if date is None else date.text


def date_of(text: str | None) -> PartialDate | None:
    """Read a date."""
    return None if text is None else PartialDate(text)


def severity_of(level: int | None) -> Severity | None:
    """Read a severity."""
    return None if level is None else Severity(level)


def citations_text(citations: tuple[Citation, ...]) -> str:
    """Render citations as JSON."""
    names = [field.name for field in fields(Citation)]
    shown = [{name: getattr(citation, name) for name in names} for citation in citations]
    return json.dumps(shown, ensure_ascii=False)


def citations_of(text: str) -> tuple[Citation, ...]:
    """Read citations."""
    return tuple(Citation(**shown) for shown in json.loads(text))


def council_of(row: Row) -> CouncilRef:
    """Read the council of a row."""
    return CouncilRef(code=CouncilCode(row["council_code"]), name=row["council_name"])


def record_row(record: Record) -> dict[str, Any]:
    """Render a record."""
    return {
        "id": record.id,
        "council_code": record.council.code,
        "council_name": record.council.name,
        "lineage": record.lineage,
        "role": record.role.value,
        "kind": record.kind.value,
        "regime": record.regime,
        "area": record.area.value,
        "outcome": record.outcome.value,
        "direction": record.direction.value,
        "previous_outcome": record.previous_outcome.value if record.previous_outcome else None,
        "previous_when": date_text(record.previous_when),
        "when": date_text(record.when),
        "when_end": date_text(record.when_end),
        "published": date_text(record.published),
        "status": record.status.value,
        "origin": record.origin,
        "order": record.order,
        "severity": record.severity,
        "confidence": record.confidence,
        "adverse": record.adverse,
        "silent": record.silent,
        "held": record.held,
        "seen": stamp(record.seen),
        "source": record.source,
        "citations": citations_text(record.citations),
    }


def record_of(row: Row) -> Record:
    """Read a record."""
    previous = row["previous_outcome"]
    return Record(
        id=RecordId(row["id"]),
        council=council_of(row),
        lineage=LineageKey(row["lineage"]),
        role=Role(row["role"]),
        kind=Kind(row["kind"]),
        regime=row["regime"],
        area=Area(row["area"]),
        outcome=Outcome(row["outcome"]),
        direction=Direction(row["direction"]),
        previous_outcome=Outcome(previous) if previous else None,
        previous_when=date_of(row["previous_when"]),
        when=date_of(row["when"]),
        when_end=date_of(row["when_end"]),
        published=date_of(row["published"]),
        status=Status(row["status"]),
        origin=row["origin"],
        order=row["order"],
        severity=severity_of(row["severity"]),
        confidence=row["confidence"],
        adverse=bool(row["adverse"]),
        silent=bool(row["silent"]),
        held=bool(row["held"]),
        seen=instant(row["seen"]),
        source=row["source"],
        citations=citations_of(row["citations"]),
    )


def event_row(event: Event) -> dict[str, Any]:
    """Render an event."""
    before = event.before
    return {
        "id": event.id,
        "council_code": event.council.code,
        "council_name": event.council.name,
        "lineage": event.lineage,
        "kind": event.kind.value,
        "regime": event.regime,
        "area": event.area.value,
        "change": event.change.value,
        "before_outcome": before.outcome.value if before else None,
        "before_when": date_text(before.when) if before else None,
        "after_outcome": event.after.outcome.value,
        "after_when": date_text(event.after.when),
        "severity": event.severity,
        "status": event.status.value,
        "late": event.late,
        "silent": event.silent,
        "held": event.held,
        "published": date_text(event.published),
        "citations": citations_text(event.citations),
        "inspection": event.inspection,
        "ended": date_text(event.ended),
    }


def event_text(event: Event) -> str:
    """Render an event as JSON, with the records behind it: what was told, for good."""
    return json.dumps({**event_row(event), "records": event.records}, ensure_ascii=False)


def event_from_text(text: str) -> Event:
    """Read an event as it was told."""
    row = json.loads(text)
    return event_of(row, tuple(RecordId(record) for record in row["records"]))


def event_of(row: Row, records: tuple[RecordId, ...]) -> Event:
    """Read an event."""
    before = row["before_outcome"]
    return Event(
        id=EventId(row["id"]),
        council=council_of(row),
        lineage=LineageKey(row["lineage"]),
        kind=Kind(row["kind"]),
        regime=row["regime"],
        area=Area(row["area"]),
        change=Change(row["change"]),
        before=Standing(outcome=Outcome(before), when=date_of(row["before_when"]))
        if before
        else None,
        after=Standing(outcome=Outcome(row["after_outcome"]), when=date_of(row["after_when"])),
        severity=severity_of(row["severity"]),
        status=Status(row["status"]),
        late=bool(row["late"]),
        silent=bool(row["silent"]),
        held=bool(row["held"]),
        published=date_of(row["published"]),
        records=records,
        citations=citations_of(row["citations"]),
        inspection=row["inspection"],
        ended=date_of(row["ended"]),
    )


def area_of(row: Row) -> AreaState:
    """Read where a council stands in one area."""
    return AreaState(
        outcome=Outcome(row["outcome"]),
        when=date_of(row["when"]),
        published=date_of(row["published"]),
        kind=Kind(row["kind"]),
        regime=row["regime"],
        status=Status(row["status"]),
        url=row["url"],
        record=RecordId(row["record"]),
    )


def signal_row(signal: Signal) -> dict[str, Any]:
    """Render a signal."""
    return {
        "outcome": signal.outcome.value,
        "area": signal.area.value,
        "kind": signal.kind.value,
        "when": date_text(signal.when),
        "published": date_text(signal.published),
        "severity": signal.severity,
        "status": signal.status.value,
        "record": signal.record,
    }


def signal_of(row: Row) -> Signal:
    """Read a signal."""
    return Signal(
        outcome=Outcome(row["outcome"]),
        area=Area(row["area"]),
        kind=Kind(row["kind"]),
        when=date_of(row["when"]),
        published=date_of(row["published"]),
        severity=severity_of(row["severity"]),
        status=Status(row["status"]),
        record=RecordId(row["record"]),
    )


def alert_row(alert: Alert) -> dict[str, Any]:
    """Render an alert."""
    return {
        "id": alert.id,
        "council_code": alert.council.code,
        "council_name": alert.council.name,
        "kind": alert.kind.value,
        "change": alert.change.value,
        "severity": alert.severity,
        "headline": alert.headline,
        "status": alert.status.value,
        "when": date_text(alert.when),
        "published": date_text(alert.published),
        "raised": stamp(alert.raised),
        "reason": alert.reason,
        "held": alert.held,
    }


def delivery_of(row: Row) -> Delivery:
    """Read a delivery."""
    return Delivery(
        id=row["id"],
        key=row["key"],
        alert_id=AlertId(row["alert_id"]),
        notifier=row["notifier"],
        state=row["state"],
        attempts=row["attempts"],
        next_try=instant(row["next_try"]) if row["next_try"] else None,
        last_error=row["last_error"],
        created=instant(row["created"]),
    )
