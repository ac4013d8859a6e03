"""How a source fares: what one visit makes of it, and what is to be said of that; pure.

    ok -> degraded (a run failed) -> failing (3 runs and 6 hours) -> recovered
                                         | again every week
    ok -> quiet (nothing new for longer than the source's limit), said once

Two clocks are kept apart: the last good fetch, and the last new document. Failure backs off, but
never to less than once a day.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from watcher.model.watch import Health, HealthState, Notice, NoticeKind

if TYPE_CHECKING:
    from watcher.model.watch import Remark

FAILING_RUNS = 3
FAILING_TIME = dt.timedelta(hours=6)
REMIND = dt.timedelta(days=7)
SLOWEST = dt.timedelta(days=1)
JITTER = 0.1
"""A visit is put off or brought forward by up to this share of the interval."""

_SATURDAY = 5
_ALWAYS_SAID = frozenset({NoticeKind.REGISTER, NoticeKind.MOVED, NoticeKind.CONTRADICTED})
"""Kinds of remark that are about one fetch, not about a state that lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one visit came to.

    `unchanged` means that the source's own pages were as before, so that nothing could be
    remarked on them. `not_before` is when the server asked to be asked again.
    """

    now: dt.datetime
    good: bool
    new: int = 0
    unchanged: bool = False
    outcome: str = ""
    error: str = ""
    hint: str = ""
    remarks: tuple[Remark, ...] = ()
    not_before: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often a source is looked at, and how long it may be silent.

    `quiet_periods` are first and last days of times when silence is expected; `hours` the hours
    of the day in which to look; `weekend` how many times less often on Saturdays and Sundays.
    """

    every: dt.timedelta
    quiet_limit: dt.timedelta | None = None
    quiet_periods: tuple[tuple[dt.date, dt.date], ...] = ()
    hours: str | None = None
    weekend: float = 1.0
    zone: str = "Europe/London"


def visited(
    health: Health, visit: Visit, rhythm: Rhythm, jitter: float
) -> tuple[Health, tuple[Notice, ...]]:
    """Give how a source fares after a visit, and what is to be said.

    Args:
        health: How it fared before.
        visit: What the visit came to.
        rhythm: How often to look.
        jitter: A number between 0 and 1, to spread visits.
    """
    began = replace(health, first_run=health.first_run or visit.now, last_run=visit.now)
    after, notices = _good(began, visit, rhythm) if visit.good else _failed(began, visit)
    due = next_due(after, visit, rhythm, jitter)
    return replace(after, next_due=due), notices


def next_due(health: Health, visit: Visit, rhythm: Rhythm, jitter: float) -> dt.datetime:
    """Tell when to look again."""
    pause = rhythm.every
    if health.failures > FAILING_RUNS:
        factor = 2.0 ** min(health.failures - FAILING_RUNS, 20)
        pause = max(min(pause * factor, SLOWEST), pause)
    local = visit.now.astimezone(ZoneInfo(rhythm.zone))
    if local.weekday() >= _SATURDAY:
        pause = max(min(pause * rhythm.weekend, SLOWEST), pause)
    due = visit.now + pause * (1 + JITTER * (2 * jitter - 1))
    if visit.not_before is not None:
        due = max(due, visit.not_before)
    return _within_hours(due, rhythm)


def is_due(health: Health | None, now: dt.datetime) -> bool:
    """Tell whether it is time to look."""
    return health is None or health.next_due is None or health.next_due <= now


def silence(health: Health, now: dt.datetime, rhythm: Rhythm) -> dt.timedelta:
    """Tell for how long nothing new came, without the times when none was expected."""
    since = health.last_new or health.first_run or now
    span = now - since
    for first, last in rhythm.quiet_periods:
        zone = ZoneInfo(rhythm.zone)
        begin = dt.datetime.combine(first, dt.time(), zone)
        end = dt.datetime.combine(last + dt.timedelta(days=1), dt.time(), zone)
        span -= max(min(end, now) - max(begin, since), dt.timedelta(0))
    return max(span, dt.timedelta(0))


def _good(began: Health, visit: Visit, rhythm: Rhythm) -> tuple[Health, tuple[Notice, ...]]:
    notices = []
    if began.told is not None and began.failing_since is not None:
        text = f"It failed since {_moment(began.failing_since)}: {began.error}"
        notices.append(_notice(began, NoticeKind.RECOVERED, "works again", text, visit.now))
    after = replace(
        began,
        state=HealthState.OK,
        last_good=visit.now,
        last_new=visit.now if visit.new else began.last_new,
        failures=0,
        failing_since=None,
        told=None,
        quiet_told=None if visit.new else began.quiet_told,
        outcome=visit.outcome,
        error=visit.error,
        documents=began.documents + visit.new,
    )
    after, said = _remarked(after, visit)
    notices += said
    after, quiet = _quiet(after, visit, rhythm)
    return after, (*notices, *quiet)


def _remarked(after: Health, visit: Visit) -> tuple[Health, list[Notice]]:
    """Say what was remarked; a state that lasts is said when it begins."""
    notices = []
    for number, remark in enumerate(dict.fromkeys(visit.remarks)):
        if remark.kind in _ALWAYS_SAID or remark.kind.value not in after.remarks:
            words = _REMARKS.get(remark.kind, "wants a look")
            notice = _notice(after, remark.kind, words, remark.text, visit.now)
            notices.append(replace(notice, key=f"{notice.key}:{number}"))
    standing = sorted({r.kind.value for r in visit.remarks if r.kind not in _ALWAYS_SAID})
    if visit.unchanged:
        standing = sorted({*standing, *after.remarks})
    state = HealthState.DEGRADED if standing else after.state
    return replace(after, remarks=tuple(standing), state=state), notices


def _quiet(after: Health, visit: Visit, rhythm: Rhythm) -> tuple[Health, tuple[Notice, ...]]:
    """Say once that nothing new came for longer than the limit."""
    span = silence(after, visit.now, rhythm)
    if rhythm.quiet_limit is None or span <= rhythm.quiet_limit:
        return after, ()
    state = HealthState.QUIET if after.state is HealthState.OK else after.state
    if after.quiet_told is not None:
        return replace(after, state=state), ()
    last = f"The last new document came {_moment(after.last_new)}." if after.last_new else ""
    text = f"Nothing new for {span.days} days, more than {rhythm.quiet_limit.days}. {last}".strip()
    notice = _notice(after, NoticeKind.QUIET, "is quiet", text, visit.now)
    return replace(after, state=state, quiet_told=visit.now), (notice,)


def _failed(began: Health, visit: Visit) -> tuple[Health, tuple[Notice, ...]]:
    since = began.failing_since or visit.now
    after = replace(
        began,
        state=HealthState.DEGRADED,
        failures=began.failures + 1,
        failing_since=since,
        outcome=visit.outcome,
        error=visit.error,
    )
    long = after.failures >= FAILING_RUNS and visit.now - since >= FAILING_TIME
    if not long and began.told is None:
        return after, ()
    after = replace(after, state=HealthState.FAILING)
    if began.told is not None and visit.now - began.told < REMIND:
        return after, ()
    again = began.told is not None
    kind = NoticeKind.STILL_FAILING if again else NoticeKind.FAILING
    words = "is still failing" if again else "is failing"
    good = f"The last good fetch was {_moment(began.last_good)}." if began.last_good else ""
    text = (
        f"{after.failures} runs in a row failed since {_moment(since)}. {visit.error}. {good}"
    ).strip()
    if visit.hint:
        text = f"{text}\n{visit.hint}"
    notice = _notice(after, kind, words, text, visit.now)
    return replace(after, told=visit.now), (notice,)


_REMARKS = {
    NoticeKind.COVERAGE: "lacks what it must have",
    NoticeKind.NO_MATCH: "looks different",
    NoticeKind.ENDED: "has ended",
    NoticeKind.MOVED: "has moved",
    NoticeKind.REGISTER: "is not taken at its word",
    NoticeKind.CONTRADICTED: "contradicts what is stored",
}


def _notice(health: Health, kind: NoticeKind, words: str, text: str, now: dt.datetime) -> Notice:
    begun = health.failing_since if kind is NoticeKind.FAILING else None
    moment = begun or now
    return Notice(
        key=f"{health.source}:{kind.value}:{moment.isoformat()}",
        source=health.source,
        kind=kind,
        subject=f"Source {health.source} {words}",
        text=text,
        created=now,
    )


def _within_hours(due: dt.datetime, rhythm: Rhythm) -> dt.datetime:
    """Put a visit off to the next hour in which looking is wanted."""
    if rhythm.hours is None:
        return due
    zone = ZoneInfo(rhythm.zone)
    first, last = (_minutes(part) for part in rhythm.hours.split("-"))
    local = due.astimezone(zone)
    minute = local.hour * 60 + local.minute
    inside = first <= minute < last if first <= last else not last <= minute < first
    if inside:
        return due
    day = local.date() + dt.timedelta(days=minute >= first)
    start = dt.datetime.combine(day, dt.time(first // 60, first % 60), zone)
    return start.astimezone(dt.UTC)


def _minutes(text: str) -> int:
    hours, minutes = text.strip().split(":")
    return min(int(hours) * 60 + int(minutes), 24 * 60 - 1)


def _moment(moment: dt.datetime) -> str:
    return f"{moment:%d %B %Y %H:%M} UTC"
