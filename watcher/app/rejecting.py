"""Take a false alert back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.app.clock import now
from watcher.app.receipts import alert_id_of
from watcher.app.wiring import LazyWorkshop, open_store, rules_of
from watcher.errors import UsageError
from watcher.model.event import Standing
from watcher.model.vocabulary import Change

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from watcher.config import Config
    from watcher.model.alert import Alert
    from watcher.model.event import AreaState, Event, Signal
    from watcher.store import Store


def reject_alert(
    config: Config, text: str, reason: str, clock: Callable[[], dt.datetime] = now
) -> Alert:
    """Take an alert back: its findings count for nothing, and the state is what it was.

    Whoever had the alert gets one correction; whoever was still to get it gets neither.

    Args:
        config: The configuration.
        text: The alert's id, or the beginning of it.
        reason: Why it is false.
        clock: Gives the time.

    Raises:
        LockHeld: when a run is at work.
        UsageError: when there is no such alert, or it was taken back before.
    """
    from watcher.store import run_lock

    with run_lock(config.watcher.database, wait=10), open_store(config) as store:
        alert = store.alerts.get(alert_id_of(store, text))
        if alert is None or store.alerts.handling(alert.id).rejected:
            raise UsageError(f"alert {text} was taken back before")
        if alert.reason not in {"fall", "confirmation", "catch_up"}:
            raise UsageError("a correction cannot be taken back")
        with store.transaction():
            return _reject(store, config, (alert, reason), clock)


def _reject(
    store: Store, config: Config, what: tuple[Alert, str], clock: Callable[[], dt.datetime]
) -> Alert:
    from watcher.alerting.grouping import retraction
    from watcher.pipeline.ingest import Ingest

    alert, reason = what
    ingest = Ingest(store, LazyWorkshop(config), rules_of(config), clock)
    moment = ingest.moment()
    had = store.deliveries.received(alert.id)
    store.outbox.recall(alert.id, why=f"rejected: {reason}")
    store.alerts.reject(alert.id, reason=reason, now=moment)
    wrong = {record for event in alert.events for record in event.records}
    store.records.retire(sorted(wrong), why="rejected", now=moment)
    ingest.rederive({event.lineage for event in alert.events})
    corrected = tuple(_corrected(store, event) for event in alert.events)
    for event in corrected:
        store.events.correct(event, why=f"rejected: {reason}", now=moment)
    correction = replace(
        retraction(alert, corrected, moment),
        headline=f"Taken back: {alert.headline} — {reason}",
    )
    store.alerts.add(correction)
    store.deliveries.add(correction.id, had, now=moment)
    return correction


def _corrected(store: Store, event: Event) -> Event:
    """Say of an event that it was wrong, and what stands instead."""
    present = _standing(store, event) or event.before or event.after
    return replace(event, change=Change.CORRECTED, before=event.after, after=present)


def _standing(store: Store, event: Event) -> Standing | None:
    """Give what stands in the event's area now that its records do not count."""
    state = store.states.get(event.lineage)
    if state is None:
        return None
    found: AreaState | Signal | None = state.areas.get(event.area)
    if found is None or found.outcome is event.after.outcome:
        return None
    return Standing(outcome=found.outcome, when=found.when)
