"""Events -> alerts: one for each inspection of each council, and at most one confirmation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.alerting.policy import alerts
from watcher.alerting.wording import headline
from watcher.model.alert import Alert
from watcher.model.event import AlertId
from watcher.model.vocabulary import Change, Severity, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from watcher.alerting.policy import Policy
    from watcher.model.event import Event

CONFIRMATION = "confirmation"
CORRECTION = "correction"
FALL = "fall"


def decide(
    events: Iterable[Event], raised: Mapping[AlertId, Alert], policy: Policy, now: dt.datetime
) -> tuple[Alert, ...]:
    """Give the alerts that one lineage's events call for and that were not raised before.

    The first telling of an inspection raises its alert. When the official report comes, one
    short confirmation follows; when what was told is no longer so, one correction. Nothing is
    told twice: each of the three has an id of its own, made from the inspection's. What turns
    out to be graver than anything told of an inspection raises a further alert.

    Args:
        events: The lineage's events, as they are now.
        raised: The alerts of the lineage that were raised before, by id.
        policy: What the user wants to be told.
        now: The time of the run.
    """
    due = []
    for inspection, group in _by_inspection(events).items():
        main = raised.get(AlertId(inspection)) or _told_under_another_name(group, raised)
        if main is None:
            calling = [event for event in group if alerts(event, policy, now)]
            if calling:
                due.append(alert_of(group, calling, now))
        elif (later := _sequel(main, group, now)) is not None and later.id not in raised:
            due.append(later)
        elif graver := _graver(main, group, raised, policy=policy, now=now):
            due.append(graver)
    return tuple(due)


def _graver(
    main: Alert,
    group: Sequence[Event],
    raised: Mapping[AlertId, Alert],
    *,
    policy: Policy,
    now: dt.datetime,
) -> Alert | None:
    """Give an alert for what is graver than all that was told of the inspection so far.

    Another outlet that adds a judgement as bad as the one told, or less so, adds to the history
    and waits for the confirmation: it is no second alarm.
    """
    told = [a for a in raised.values() if a.id == main.id or a.id.startswith(f"{main.id}.")]
    told += [a for a in raised.values() if a.id.startswith(f"{main.id}-")]
    known = {event.id for alert in told for event in alert.events}
    worst = max((alert.severity for alert in told), default=main.severity)
    fresh = [
        event
        for event in group
        if event.id not in known and (event.severity or 0) > worst and alerts(event, policy, now)
    ]
    if not fresh:
        return None
    added = alert_of(fresh, fresh, now)
    lead = max(fresh, key=lambda e: (e.severity or 0, -_position(e), e.id))
    return replace(added, id=AlertId(lead.id))


def retraction(alert: Alert, events: Iterable[Event], now: dt.datetime) -> Alert:
    """Make the correction for an alert that was rejected.

    `events` are what takes the place of the rejected ones: `corrected`, with what stands again.
    """
    group = tuple(events) or alert.events
    return _with(alert, group, CORRECTION, now)


def held_alert(events: Sequence[Event], now: dt.datetime) -> Alert:
    """Make the alert that held events would raise, to be released or dropped by a person."""
    calling = [event for event in events if event.severity is not None]
    return alert_of(events, calling or list(events), now, held=True)


def alert_of(
    group: Sequence[Event], calling: Sequence[Event], now: dt.datetime, *, held: bool = False
) -> Alert:
    """Make the alert of one inspection; `calling` are those of its events that ask for it."""
    shown = tuple(e for e in group if held or not (e.silent or e.held))
    severity = max((e.severity for e in calling if e.severity is not None), default=Severity.LOW)
    lead = max(calling, key=lambda e: (e.severity or 0, -_position(e), e.id))
    return Alert(
        id=AlertId(lead.inspection),
        council=lead.council,
        kind=lead.kind,
        change=change_of(shown),
        severity=severity,
        headline=headline(lead, shown),
        status=status_of(shown),
        when=min((e.after.when for e in shown if e.after.when), default=None),
        published=min((e.published for e in shown if e.published), default=None),
        raised=now,
        events=shown,
        reason=FALL,
        held=held,
    )


def change_of(events: Iterable[Event]) -> Change:
    """Sum several areas up: mixed when some fell and some rose."""
    changes = {event.change for event in events} - {Change.CORRECTED}
    if {Change.WORSENED, Change.IMPROVED} <= changes:
        return Change.MIXED
    for change in _LOUDEST:
        if change in changes:
            return change
    return Change.CORRECTED


_LOUDEST = (
    Change.WORSENED,
    Change.FIRST_SEEN,
    Change.UNCHANGED,
    Change.NOT_COMPARABLE,
    Change.IMPROVED,
    Change.RECLASSIFIED,
)


def status_of(events: Iterable[Event]) -> Status:
    """Call an inspection confirmed as soon as one of its events is."""
    confirmed = any(event.status is Status.CONFIRMED for event in events)
    return Status.CONFIRMED if confirmed else Status.REPORTED


def _told_under_another_name(
    group: Iterable[Event], raised: Mapping[AlertId, Alert]
) -> Alert | None:
    """Find the alert of an inspection that was taken for another one when it was raised."""
    records = {record for event in group for record in event.records}
    told = (alert for alert in raised.values() if alert.reason == FALL)
    found = [a for a in told if any(records.intersection(e.records) for e in a.events)]
    return min(found, key=lambda alert: (alert.raised, alert.id), default=None)


def _by_inspection(events: Iterable[Event]) -> Mapping[str, tuple[Event, ...]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.inspection, []).append(event)
    return {key: tuple(sorted(group, key=_position)) for key, group in groups.items()}


def _position(event: Event) -> int:
    return list(type(event.area)).index(event.area)


def _sequel(main: Alert, group: Sequence[Event], now: dt.datetime) -> Alert | None:
    """Give what is to follow an alert, now that its events may have changed."""
    wrong = [event for event in main.events if _falsified(event, group)]
    if wrong:
        changed = {event.id for event in wrong}
        corrected = [e for e in group if e.id in changed or e.change is Change.CORRECTED]
        return _with(main, tuple(corrected or group), CORRECTION, now)
    if main.status is Status.REPORTED and status_of(group) is Status.CONFIRMED:
        return _with(main, tuple(group), CONFIRMATION, now)
    return None


def _falsified(told: Event, group: Iterable[Event]) -> bool:
    """Tell whether something that was told is no longer so."""
    if told.change is Change.CORRECTED:
        return False
    present = next((event for event in group if event.id == told.id), None)
    if present is None or present.after.outcome is not told.after.outcome:
        return True
    return told.change is Change.WORSENED and present.change is not Change.WORSENED


def _with(main: Alert, events: tuple[Event, ...], reason: str, now: dt.datetime) -> Alert:
    """Make the sequel of an alert."""
    lead = max(events, key=lambda e: (e.change is Change.CORRECTED, e.severity or 0, e.id))
    return Alert(
        id=AlertId(f"{main.id}.{reason}"),
        council=main.council,
        kind=lead.kind,
        change=Change.CORRECTED if reason == CORRECTION else change_of(events),
        severity=max((e.severity for e in events if e.severity), default=Severity.LOW),
        headline=headline(lead, events, reason=reason),
        status=status_of(events),
        when=min((e.after.when for e in events if e.after.when), default=main.when),
        published=min((e.published for e in events if e.published), default=main.published),
        raised=now,
        events=events,
        reason=reason,
    )
