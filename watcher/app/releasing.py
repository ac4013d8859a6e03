"""Let held alerts go, or drop them: a person has looked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.app.clock import now
from watcher.app.receipts import alert_id_of
from watcher.app.wiring import LazyWorkshop, open_store, rules_of
from watcher.errors import UsageError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from watcher.config import Config
    from watcher.model.alert import Alert
    from watcher.model.event import Event
    from watcher.pipeline.ingest import Ingest
    from watcher.store import Store


def release_alerts(
    config: Config, ids: Sequence[str], clock: Callable[[], dt.datetime] = now
) -> tuple[Alert, ...]:
    """Let held alerts go to whoever is to have them; what was unsure counts from now on.

    Raises:
        LockHeld: when a run is at work.
        UsageError: when one is not held.
    """
    from watcher.pipeline.ingest import Ingest
    from watcher.store import run_lock

    with run_lock(config.watcher.database, wait=10), open_store(config) as store:
        ingest = Ingest(store, LazyWorkshop(config), rules_of(config), clock)
        with store.transaction():
            return tuple(_release(store, ingest, alert) for alert in _held(store, ids))


def drop_alerts(
    config: Config, ids: Sequence[str], reason: str, clock: Callable[[], dt.datetime] = now
) -> tuple[Alert, ...]:
    """Drop held alerts: nobody is told; what was unsure counts for nothing.

    What was held only because there was much of it stays in the councils' history.

    Raises:
        LockHeld: when a run is at work.
        UsageError: when one is not held.
    """
    from watcher.pipeline.ingest import Ingest
    from watcher.store import run_lock

    with run_lock(config.watcher.database, wait=10), open_store(config) as store:
        ingest = Ingest(store, LazyWorkshop(config), rules_of(config), clock)
        with store.transaction():
            found = _held(store, ids)
            for alert in found:
                _drop(store, ingest, (alert, reason), ingest.moment())
    return found


def _held(store: Store, ids: Sequence[str]) -> tuple[Alert, ...]:
    """Give the held alerts of those ids, all of them when none is named."""
    if not ids:
        return store.alerts.held()
    found = []
    for text in ids:
        alert = store.alerts.get(alert_id_of(store, text))
        if alert is None or not alert.held:
            raise UsageError(f"alert {text} is not held", hint="see: watcher alerts --held")
        found.append(alert)
    return tuple(found)


def _release(store: Store, ingest: Ingest, alert: Alert) -> Alert:
    unsure = [event for event in alert.events if event.held]
    if unsure:
        alert = _made_sure(store, ingest, alert, unsure)
        store.alerts.add(alert)
    else:
        store.alerts.hold(alert.id, held=False)
        alert = replace(alert, held=False)
    return alert


def _made_sure(store: Store, ingest: Ingest, alert: Alert, unsure: list[Event]) -> Alert:
    """Let what was unsure count, and make the alert of what it amounts to then."""
    from watcher.alerting.grouping import alert_of

    records = {record for event in unsure for record in event.records}
    store.records.accept(sorted(records))
    lineages = {event.lineage for event in unsure}
    ingest.rederive(lineages)
    known = {event.id for event in alert.events}
    group = [
        event
        for lineage in sorted(lineages)
        for event in store.events.of_lineage(lineage)
        if event.id in known or records & set(event.records)
    ]
    calling = [event for event in group if event.severity is not None and not event.held]
    if not calling:
        events = tuple(replace(event, held=False) for event in alert.events)
        return replace(alert, events=events, held=False)
    made = alert_of(group, calling, alert.raised)
    return replace(made, id=alert.id)


def _drop(store: Store, ingest: Ingest, what: tuple[Alert, str], moment: dt.datetime) -> None:
    alert, reason = what
    store.outbox.recall(alert.id, why=f"dropped: {reason}")
    store.alerts.reject(alert.id, reason=reason, now=moment)
    unsure = [event for event in alert.events if event.held]
    if unsure:
        records = {record for event in unsure for record in event.records}
        store.records.retire(sorted(records), why="rejected", now=moment)
        ingest.rederive({event.lineage for event in unsure})
