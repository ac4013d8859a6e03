"""Which events alert, and why the others do not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Change, Severity

if TYPE_CHECKING:
    from watcher.model.event import Event


LONGEST_LAG = dt.timedelta(days=214)
"""The longest time from an inspection to its publication (435 reports of 2012-2025)."""


class Silence(StrEnum):
    """Why an event does not alert."""

    NOT_WORSE = "not_worse"
    BELOW_MINIMUM = "below_minimum"
    LATE = "late"
    SILENT = "silent"
    HELD = "held"
    TOO_OLD = "too_old"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the user wants to be told.

    `max_age` bounds the time since publication (or, failing that, the inspection); None is
    for archives.
    """

    minimum: Severity = Severity.MEDIUM
    max_age: dt.timedelta | None = None
    improvements: bool = False


_QUIET = frozenset({Change.IMPROVED, Change.RECLASSIFIED, Change.CORRECTED})
"""Changes that never raise an alert, however bad the outcome is."""


def silence_of(event: Event, policy: Policy, now: dt.datetime) -> Silence | None:
    """Give the reason why an event does not alert; None when it does."""
    wanted = policy.improvements and event.change is Change.IMPROVED
    if not wanted and (event.change in _QUIET or event.severity is None):
        return Silence.NOT_WORSE
    if not wanted and (event.severity or Severity.LOW) < policy.minimum:
        return Silence.BELOW_MINIMUM
    if event.late:
        return Silence.LATE
    if event.silent:
        return Silence.SILENT
    if event.held:
        return Silence.HELD
    return Silence.TOO_OLD if _too_old(event, policy, now) else None


def alerts(event: Event, policy: Policy, now: dt.datetime) -> bool:
    """Tell whether an event alerts."""
    return silence_of(event, policy, now) is None


def _too_old(event: Event, policy: Policy, now: dt.datetime) -> bool:
    """Tell whether what an event tells was published too long ago.

    Where only the inspection is dated, it may have been published as late as ever one was.
    """
    if policy.max_age is None:
        return False
    if event.published is not None:
        return now.date() - event.published.last > policy.max_age
    when = event.after.when
    return when is not None and now.date() - when.last > policy.max_age + LONGEST_LAG
