"""What waits for one notifier -> what goes into which message now, and what waits on."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from watcher.alerting.render.message import subject_of
from watcher.alerting.routing import CONFIRMATION, CORRECTION
from watcher.model.message import Message, MessageKind
from watcher.model.vocabulary import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from watcher.model.alert import Alert
    from watcher.model.message import SilenceRule, Waiting

_LOUD = frozenset({Change.WORSENED, Change.FIRST_SEEN, Change.UNCHANGED, Change.NOT_COMPARABLE})

ACKNOWLEDGED = "acknowledged before it was sent"
TOLD = "told already"
NEVER_HAD = "never had the alert that this corrects"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One notifier, as planning needs it.

    `grouped` notifiers get one message a run, others one an alert; `repeat` asks to be told
    again when what was reported is confirmed. `told` are events that it was told of, `had` the
    alerts; `hour` gives the hour of the digest that an alert is for, None for at once,
    `silence` what keeps it back, and `waits` until when the alert that a sequel follows waits.
    """

    name: str
    grouped: bool
    repeat: bool
    told: frozenset[str]
    had: Callable[[Alert], bool]
    hour: Callable[[Alert], dt.time | None]
    silence: Callable[[Alert], SilenceRule | None]
    waits: Callable[[Alert], tuple[dt.datetime, int | None] | None]
    zone: dt.tzinfo = dt.UTC


@dataclass(slots=True, kw_only=True)
class Parcel:
    """Alerts that travel in one message; `only` limits the events that are told."""

    kind: MessageKind
    rows: list[Waiting] = field(default_factory=list)
    only: frozenset[str] | None = None


@dataclass(slots=True, kw_only=True)
class Plan:
    """What becomes of what waits; grows while it is made."""

    parcels: list[Parcel] = field(default_factory=list)
    put_off: list[tuple[Waiting, dt.datetime, int | None]] = field(default_factory=list)
    muted: list[tuple[Waiting, str]] = field(default_factory=list)


def plan_for(rows: Iterable[Waiting], to: Addressee, now: dt.datetime) -> Plan:
    """Decide what becomes of everything that waits for one notifier, oldest first."""
    plan, told = Plan(), set(to.told)
    for row in rows:
        why = _mute_reason(row, to)
        if why is not None:
            plan.muted.append((row, why))
            continue
        later = _later(row, to, now)
        if later is not None:
            plan.put_off.append((row, *later))
            continue
        only = _untold(row.alert, told) if _repeats(row.alert, to) else None
        if only is not None and not only:
            plan.muted.append((row, TOLD))
            continue
        told.update(event.id for event in row.alert.events)
        _put(plan, row, _kind_of(row, to), to, only)
    return plan


def next_digest(created: dt.datetime, hour: dt.time, zone: dt.tzinfo) -> dt.datetime:
    """Give the first time after `created` at which the clock of a zone shows an hour.

    An hour that a change of the clocks skips is taken as if the change had not been; one that
    comes twice counts once, the first time.
    """
    day = created.astimezone(zone).date()
    for ahead in range(3):
        local = dt.datetime.combine(day + dt.timedelta(days=ahead), hour, tzinfo=zone)
        moment = local.astimezone(dt.UTC)
        if moment > created:
            return moment
    msg = f"no {hour} after {created}"  # pragma: no cover
    raise ValueError(msg)  # pragma: no cover  (no zone skips two days)


def message_of(parcel: Parcel, notifier: str, now: dt.datetime) -> Message:
    """Make the message for a parcel; the key is the same whenever it is made of the same."""
    alerts = tuple(row.alert for row in parcel.rows)
    lineages = {event.lineage for alert in alerts for event in alert.events}
    subject = subject_of(alerts)
    return Message(
        key=_key(parcel, notifier),
        notifier=notifier,
        kind=parcel.kind,
        subject=_PREFIX.get(parcel.kind, "") + subject,
        created=now,
        alerts=alerts,
        thread=next(iter(lineages)) if len(lineages) == 1 else None,
    )


_PREFIX = {MessageKind.DIGEST: "Digest: ", MessageKind.CATCH_UP: "After a silence: "}


def _key(parcel: Parcel, notifier: str) -> str:
    if len(parcel.rows) == 1:
        return parcel.rows[0].key
    joined = "\n".join(sorted(row.key for row in parcel.rows))
    return f"{parcel.kind.value}-{hashlib.sha256(joined.encode()).hexdigest()[:24]}.{notifier}"


def _mute_reason(row: Waiting, to: Addressee) -> str | None:
    if row.acknowledged and (row.silence is not None or row.alert.reason == CONFIRMATION):
        return ACKNOWLEDGED
    if row.alert.reason == CORRECTION and not to.had(row.alert):
        return NEVER_HAD
    return None


def _later(row: Waiting, to: Addressee, now: dt.datetime) -> tuple[dt.datetime, int | None] | None:
    """Give until when a delivery waits, and for which silence; None when it goes now."""
    silence = to.silence(row.alert)
    if silence is not None:
        return silence.ends, silence.id
    if row.alert.reason in {CONFIRMATION, CORRECTION}:
        first = to.waits(row.alert)
        return first if first is not None and now < first[0] else None
    hour = None if row.silence is not None else to.hour(row.alert)
    if hour is None:
        return None
    due = next_digest(min(row.created, now), hour, to.zone)
    return (due, None) if now < due else None


def _repeats(alert: Alert, to: Addressee) -> bool:
    return alert.reason == CONFIRMATION and not to.repeat


def _untold(alert: Alert, told: Iterable[str]) -> frozenset[str]:
    """Give the events of a confirmation that are news and were not told before."""
    known = frozenset(told)
    return frozenset(
        event.id
        for event in alert.events
        if event.id not in known and event.severity is not None and event.change in _LOUD
    )


def _kind_of(row: Waiting, to: Addressee) -> MessageKind:
    if row.silence is not None:
        return MessageKind.CATCH_UP
    if row.alert.reason == CORRECTION:
        return MessageKind.CORRECTION
    if row.alert.reason == CONFIRMATION:
        return MessageKind.CONFIRMATION
    return MessageKind.ALERT if to.hour(row.alert) is None else MessageKind.DIGEST


_JOINED = frozenset({MessageKind.ALERT, MessageKind.DIGEST, MessageKind.CATCH_UP})


def _put(
    plan: Plan, row: Waiting, kind: MessageKind, to: Addressee, only: frozenset[str] | None
) -> None:
    """Add to the message of that kind, or begin one."""
    if to.grouped and kind in _JOINED and only is None:
        for parcel in plan.parcels:
            if parcel.kind is kind and parcel.only is None:
                parcel.rows.append(row)
                return
    plan.parcels.append(Parcel(kind=kind, rows=[row], only=only))


def notice(
    key: str, subject: str, text: str, *, notifiers: Sequence[str], now: dt.datetime
) -> tuple[Message, ...]:
    """Make the word about the watch itself, one message a notifier."""
    return tuple(
        Message(
            key=f"{key}.{name}",
            notifier=name,
            kind=MessageKind.OPS,
            subject=subject,
            created=now,
            text=text,
        )
        for name in notifiers
    )
