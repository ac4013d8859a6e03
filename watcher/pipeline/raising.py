"""Which alerts a lineage's new history calls for, given what was told before; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from watcher.alerting.grouping import decide, held_alert, retraction
from watcher.alerting.policy import alerts as asks
from watcher.model.event import AlertId
from watcher.model.vocabulary import Change

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.alerting.policy import Policy
    from watcher.model.alert import Alert
    from watcher.model.event import Event, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A lineage's events as they are now.

    `fresh` are the records that became known just now, `live` all that count.
    """

    events: tuple[Event, ...]
    fresh: frozenset[RecordId]
    live: frozenset[RecordId]


class Told:
    """What was told of a lineage.

    What a person took back is as if it had not been told: when the same inspection is reported
    again, the alert is a new one, with a number after its name.
    """

    def __init__(self, alerts: Iterable[Alert], rejected: frozenset[AlertId]) -> None:
        self.free: dict[AlertId, Alert] = {}
        self.all: set[str] = set()
        listed = tuple(alerts)
        self._used = {alert.id for alert in listed}
        self._held = {alert.id for alert in listed if alert.held}
        for alert in listed:
            name, _, rest = alert.id.partition(".")
            if rest and not rest.isdigit():
                self.free[alert.id] = alert
            elif alert.id not in rejected:
                self.all.add(name)
                if not alert.held:
                    self.free[AlertId(name)] = alert

    def named(self, alert: Alert) -> Alert:
        """Give an alert a name of its own; one that is held hands its name on."""
        name, number = alert.id, 1
        while name in self._used - self._held:
            number += 1
            name = AlertId(f"{alert.id}.{number}")
        return replace(alert, id=name)


def due_alerts(news: News, told: Told, policy: Policy, now: dt.datetime) -> list[Alert]:
    """Give the alerts that are due now.

    Only an inspection of which something new became known can raise its first alert: what
    an older document says of the time before makes no news of what is known already.
    """
    heard = {e.inspection for e in news.events if news.fresh.intersection(e.records)}
    asked = [e for e in news.events if e.inspection in heard or e.inspection in told.free]
    due = [told.named(a) for a in decide(asked, told.free, policy, now)]
    calling: dict[str, list[Event]] = {}
    for event in asked:
        unsure = event.held and event.inspection not in told.all
        if unsure and asks(replace(event, held=False), policy, now):
            calling.setdefault(event.inspection, []).append(event)
    due += [told.named(held_alert(group, now)) for group in calling.values()]
    return due + _unsaid(news, told, now)


def _unsaid(news: News, told: Told, now: dt.datetime) -> list[Alert]:
    """Give the corrections of alerts whose documents no longer say what was told."""
    standing = {event.inspection for event in news.events}
    unsaid = []
    for name, alert in told.free.items():
        behind = {record for event in alert.events for record in event.records}
        if alert.reason != "fall" or name in standing or behind & news.live:
            continue
        wrong = [
            replace(event, change=Change.CORRECTED, before=event.after) for event in alert.events
        ]
        correction = retraction(alert, wrong, now)
        if correction.id not in told.free:
            headline = f"No longer said by its source: {alert.headline}"
            unsaid.append(replace(correction, headline=headline))
    return unsaid
