"""Families of inspections: which kinds can be one and the same, and how news of them travels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from watcher.model.vocabulary import (
    GRADES,
    INTERVENTIONS,
    SEND_OUTCOMES,
    Area,
    Kind,
    Outcome,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.model.event import Record


class Family(StrEnum):
    """Kinds that different tellers may give to one inspection, visit or act."""

    FULL = "full"
    VISIT = "visit"
    MONITORING = "monitoring"
    JTAI = "jtai"
    SEND = "send"
    SEND_MONITORING = "send_monitoring"
    RATING = "rating"
    AGGREGATE = "aggregate"
    INTERVENTION = "intervention"


class Axis(StrEnum):
    """Outcomes that answer one question; each area has at most one event on each axis."""

    GRADE = "grade"
    SEND = "send"
    SIGNAL = "signal"
    INTERVENTION = "intervention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lags:
    """How long news of an inspection takes, in days.

    `publication` is the longest time from the last day on site to publication (measured on 435
    reports of 2012-2025: full inspections 214, area SEND 147). `echo` is how much later another
    outlet may still tell it as news.
    """

    publication: int
    echo: int


LAGS: Mapping[Family, Lags] = {
    Family.FULL: Lags(publication=214, echo=120),
    Family.VISIT: Lags(publication=120, echo=60),
    Family.MONITORING: Lags(publication=90, echo=45),
    Family.JTAI: Lags(publication=120, echo=60),
    Family.SEND: Lags(publication=147, echo=120),
    Family.SEND_MONITORING: Lags(publication=120, echo=60),
    Family.RATING: Lags(publication=200, echo=120),
    Family.AGGREGATE: Lags(publication=0, echo=60),
    Family.INTERVENTION: Lags(publication=60, echo=300),
}

_PROGRESS = frozenset({Outcome.PROGRESS, Outcome.INSUFFICIENT_PROGRESS})

REPEAT = 300
"""Days within which a full inspection with the same grades is not a new inspection."""

_BY_KIND: Mapping[Kind, Family] = {
    Kind.FULL_INSPECTION: Family.FULL,
    Kind.SAFEGUARDING_INSPECTION: Family.FULL,
    Kind.MONITORING_VISIT: Family.MONITORING,
    Kind.FOCUSED_VISIT: Family.VISIT,
    Kind.UNANNOUNCED_VISIT: Family.VISIT,
    Kind.JTAI: Family.JTAI,
    Kind.ANNUAL_RATING: Family.RATING,
    Kind.AGGREGATE: Family.AGGREGATE,
    Kind.INTERVENTION: Family.INTERVENTION,
}


def axis_of(outcome: Outcome) -> Axis:
    """Tell which question an outcome answers."""
    if outcome in GRADES:
        return Axis.GRADE
    if outcome in SEND_OUTCOMES:
        return Axis.SEND
    return Axis.INTERVENTION if outcome in INTERVENTIONS else Axis.SIGNAL


def families_of(record: Record) -> tuple[Family, ...]:
    """Give the families a record can belong to, the likeliest first."""
    axis = axis_of(record.outcome)
    if axis is Axis.INTERVENTION:
        return (Family.INTERVENTION,)
    if axis is Axis.SEND or record.kind is Kind.AREA_SEND or record.area is Area.SEND:
        return _send_families(record, axis)
    if record.kind is Kind.UNSPECIFIED:
        if axis is Axis.SIGNAL:
            return (Family.VISIT, Family.MONITORING, Family.JTAI, Family.FULL)
        return (Family.FULL,)
    return (_BY_KIND[record.kind],)


def _send_families(record: Record, axis: Axis) -> tuple[Family, ...]:
    """Tell an area SEND inspection from the visits that follow it."""
    if record.kind is Kind.AGGREGATE:
        return (Family.AGGREGATE,)
    if axis is Axis.SEND:
        return (Family.SEND,)
    followed = record.kind is Kind.MONITORING_VISIT or record.outcome in _PROGRESS
    order = (Family.SEND_MONITORING, Family.SEND)
    return order if followed else order[::-1]
