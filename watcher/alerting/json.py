"""JSON shapes of the outside face for events, alerts and states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watcher.model.reading import SCHEMA, council_json

if TYPE_CHECKING:
    from watcher.model.alert import Alert
    from watcher.model.dates import PartialDate
    from watcher.model.event import AreaState, Citation, CouncilState, Event, Signal, Standing
    from watcher.model.vocabulary import Severity


def event_json(event: Event) -> dict[str, Any]:
    """Render an event."""
    return {
        "id": event.id,
        "council": council_json(event.council),
        "kind": event.kind.value,
        "regime": event.regime,
        "area": event.area.value,
        "change": event.change.value,
        "from": None if event.before is None else standing_json(event.before),
        "to": standing_json(event.after),
        "severity": _label(event.severity),
        "status": event.status.value,
        "late": event.late,
        "published": _date(event.published),
        "evidence": [citation_json(citation) for citation in event.citations],
    }


def alert_json(alert: Alert) -> dict[str, Any]:
    """Render an alert with its events."""
    return {
        "schema": SCHEMA,
        "id": alert.id,
        "council": council_json(alert.council),
        "kind": alert.kind.value,
        "change": alert.change.value,
        "severity": _label(alert.severity),
        "headline": alert.headline,
        "status": alert.status.value,
        "when": _date(alert.when),
        "published": _date(alert.published),
        "raised": alert.raised.isoformat(timespec="seconds"),
        "reason": alert.reason,
        "held": alert.held,
        "events": [event_json(event) for event in alert.events],
    }


def standing_json(standing: Standing) -> dict[str, Any]:
    """Render an outcome with its date."""
    return {"outcome": standing.outcome.value, "when": _date(standing.when)}


def citation_json(citation: Citation) -> dict[str, Any]:
    """Render a quotation with where it stands."""
    return {
        "quote": citation.quote,
        "title": citation.title,
        "url": citation.url,
        "path": citation.path,
        "outlet": citation.outlet,
        "start": citation.start,
        "end": citation.end,
        "page": citation.page,
    }


def state_json(state: CouncilState, *, region: str | None) -> dict[str, Any]:
    """Render where a council stands."""
    headline = state.headline
    return {
        "council": council_json(state.council),
        "region": region,
        "areas": {area.value: area_json(found) for area, found in state.areas.items()},
        "signals": [signal_json(signal) for signal in state.signals],
        "intervention": None if state.intervention is None else signal_json(state.intervention),
        "headline": None
        if headline is None
        else {"outcome": headline.outcome.value, "status": headline.status.value},
    }


def area_json(state: AreaState) -> dict[str, Any]:
    """Render where a council stands in one area."""
    return {
        "outcome": state.outcome.value,
        "when": _date(state.when),
        "published": _date(state.published),
        "kind": state.kind.value,
        "regime": state.regime,
        "status": state.status.value,
        "url": state.url,
    }


def signal_json(signal: Signal) -> dict[str, Any]:
    """Render a signal, or the act of government that stands."""
    return {
        "outcome": signal.outcome.value,
        "area": signal.area.value,
        "kind": signal.kind.value,
        "when": _date(signal.when),
        "published": _date(signal.published),
        "severity": _label(signal.severity),
        "status": signal.status.value,
    }


def _date(date: PartialDate | None) -> str | None:
    return None if date is None else date.text


def _label(severity: Severity | None) -> str | None:
    return None if severity is None else severity.label
