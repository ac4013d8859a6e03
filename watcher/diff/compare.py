"""Which earlier state a judgement may be compared with, and what the difference is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.diff.families import Axis, Family
from watcher.diff.judgements import framework_of
from watcher.model.event import Standing
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import Area, Change, Direction, Kind, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.diff.judgements import Judgement
    from watcher.model.framework import Framework, Rulebook
    from watcher.model.vocabulary import Severity

_CARE = frozenset(
    {Area.CHILDREN_IN_CARE, Area.CARE_LEAVERS, Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS}
)


_FADES = 5 * 365
"""Days after which an earlier grade that the press alone told of yields to a stated one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a judgement amounts to beside what stood before."""

    change: Change
    before: Standing | None
    severity: Severity | None


def compare(new: Judgement, earlier: Sequence[Judgement], rulebook: Rulebook) -> Verdict:
    """Compare a judgement with the latest earlier one that means the same.

    `earlier` are all judgements before it, oldest first. Where the latest state on the same
    ground is of another sort (a joint judgement that was split, another scale), the two are not
    comparable, and nothing older is taken instead.
    """
    if new.axis is Axis.INTERVENTION:
        return _act(new, rulebook)
    if new.axis is Axis.SIGNAL:
        return _signal(new, earlier, rulebook)
    last = next((old for old in reversed(earlier) if same_ground(old, new, rulebook)), None)
    stated = _stated_before(new, rulebook)
    if last is None or _newer(stated, last) or (stated is not None and _faded(last, new)):
        if stated is not None:
            return _graded(new, stated, rulebook)
        if last is None:
            return _alone(new, None, rulebook)
    if last.area is not new.area or not comparable(last, new, rulebook):
        return _alone(new, last.standing, rulebook)
    return _graded(new, last.standing, rulebook)


def related(one: Area, other: Area) -> bool:
    """Tell whether two areas are about the same children."""
    return one is other or (
        one in _CARE and other in _CARE and Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS in {one, other}
    )


def same_ground(old: Judgement, new: Judgement, rulebook: Rulebook) -> bool:
    """Tell whether an earlier judgement stands where the new one will stand.

    Desk ratings and inspections are two lines. Judgements without an area of their own share
    none with each other.
    """
    if new.area is Area.OTHER:
        return False
    if not related(old.area, new.area) or {old.axis, new.axis} & {Axis.SIGNAL, Axis.INTERVENTION}:
        return False
    if old.area is Area.OVERALL and (
        (old.occasion.family is Family.RATING) is not (new.occasion.family is Family.RATING)
    ):
        return _linked(_framework(old, rulebook), _framework(new, rulebook), rulebook)
    return True


def comparable(old: Judgement, new: Judgement, rulebook: Rulebook) -> bool:
    """Tell whether two outcomes are on one scale, under frameworks that compare."""
    if rulebook.worse(new.told.outcome, old.best.outcome) is None:
        return False
    return _linked(_framework(old, rulebook), _framework(new, rulebook), rulebook)


def ranks_change(new: Outcome, old: Outcome, rulebook: Rulebook) -> Change:
    """Name the step from one outcome to another of its scale."""
    if new is old:
        return Change.UNCHANGED
    if rulebook.worse(new, old):
        return Change.WORSENED
    return Change.IMPROVED if rulebook.worse(old, new) else Change.RECLASSIFIED


def _framework(judgement: Judgement, rulebook: Rulebook) -> Framework | None:
    return framework_of(judgement.best, judgement.occasion.anchor, rulebook)


def _linked(one: Framework | None, other: Framework | None, rulebook: Rulebook) -> bool:
    """Tell whether a chain of comparable frameworks joins two; an unknown one may be any."""
    if one is None or other is None:
        return True
    reached, fresh = {one.key}, [one]
    while fresh:
        for key, confidence in fresh.pop().compares_with.items():
            if confidence > 0 and key not in reached:
                reached.add(key)
                fresh.append(rulebook.frameworks[key])
    return other.key in reached


def _stated_before(new: Judgement, rulebook: Rulebook) -> Standing | None:
    """Give the earlier grade that an article itself states, where it is on the same scale."""
    for record in new.news:
        outcome = record.previous_outcome
        if record.origin != "article" or outcome is None or record.outcome is not new.told.outcome:
            continue
        if rulebook.worse(record.outcome, outcome) is not None:
            return Standing(outcome=outcome, when=record.previous_when)
    return None


def _newer(stated: Standing | None, last: Judgement) -> bool:
    """Tell whether an article tells of an earlier grade that is younger than the known one."""
    if stated is None or stated.when is None:
        return False
    return stated.when.first > (last.occasion.told or last.occasion.anchor)


def _faded(last: Judgement, new: Judgement) -> bool:
    """Tell whether what is stored is press talk so old that an inspection was surely missed.

    Every council is inspected about every three years; what the official record says stands.
    """
    age = (new.occasion.anchor - last.occasion.anchor).days
    return last.status is Status.REPORTED and age > _FADES


def _graded(new: Judgement, before: Standing, rulebook: Rulebook) -> Verdict:
    outcome = new.told.outcome
    change = ranks_change(outcome, before.outcome, rulebook)
    found = Found(
        outcome=outcome,
        area=new.area,
        kind=new.told.kind,
        before=before.outcome,
        direction=new.told.direction,
    )
    severity = None if change is Change.RECLASSIFIED else severity_of(found, rulebook)
    return Verdict(change=change, before=before, severity=severity)


def _alone(new: Judgement, unlike: Standing | None, rulebook: Rulebook) -> Verdict:
    """Judge a grade before which nothing is known, or only what does not compare."""
    outcome, direction = new.told.outcome, new.told.direction
    if unlike is not None:
        still = unlike.outcome is outcome
        direction = Direction.SAME if still else Direction.UNKNOWN
    found = Found(outcome=outcome, area=new.area, kind=new.told.kind, direction=direction)
    if unlike is not None:
        change = Change.NOT_COMPARABLE
    else:
        change = Change.UNCHANGED if direction is Direction.SAME else Change.FIRST_SEEN
    return Verdict(change=change, before=unlike, severity=severity_of(found, rulebook))


def _signal(new: Judgement, earlier: Sequence[Judgement], rulebook: Rulebook) -> Verdict:
    """Judge an outcome without a grade: beside its like where one scale holds both."""
    outcome = new.told.outcome
    last = next(
        (
            old
            for old in reversed(earlier)
            if old.area is new.area
            and old.axis is Axis.SIGNAL
            and old.occasion.family is new.occasion.family
            and rulebook.worse(outcome, old.best.outcome) is not None
        ),
        None,
    )
    found = Found(
        outcome=outcome, area=new.area, kind=_visit_kind(new), direction=new.told.direction
    )
    severity = severity_of(found, rulebook)
    if last is not None:
        change = ranks_change(outcome, last.best.outcome, rulebook)
        return Verdict(change=change, before=last.standing, severity=severity)
    return Verdict(change=_told_change(new), before=None, severity=severity)


def _visit_kind(new: Judgement) -> Kind:
    monitoring = new.occasion.family in {Family.MONITORING, Family.SEND_MONITORING}
    return Kind.MONITORING_VISIT if monitoring else new.told.kind


def _told_change(new: Judgement) -> Change:
    """Take the text's own word for the way an ungraded finding points."""
    direction = new.told.direction
    if new.told.outcome is Outcome.DETERIORATION or direction is Direction.WORSE:
        return Change.WORSENED
    if direction is Direction.BETTER:
        return Change.IMPROVED
    return Change.UNCHANGED if direction is Direction.SAME else Change.FIRST_SEEN


def _act(new: Judgement, rulebook: Rulebook) -> Verdict:
    """Judge an act of government: each is new once; its end is an improvement."""
    outcome = new.told.outcome
    ended = outcome is Outcome.INTERVENTION_ENDED
    found = Found(outcome=outcome, area=new.area, kind=Kind.INTERVENTION)
    return Verdict(
        change=Change.IMPROVED if ended else Change.FIRST_SEEN,
        before=None,
        severity=severity_of(found, rulebook),
    )
