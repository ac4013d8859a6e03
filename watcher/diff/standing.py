"""Where a council stands: its latest grades, signals, intervention and headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.diff.families import Axis, Family
from watcher.diff.judgements import kind_of, published_of, when_of
from watcher.model.event import AreaState, CouncilState, Headline, Signal
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import Area, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from watcher.diff.judgements import Judgement
    from watcher.model.council import CouncilRef, LineageKey
    from watcher.model.framework import Rulebook

_JOINT = Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS
_SPLIT = (Area.CHILDREN_IN_CARE, Area.CARE_LEAVERS)
_DERIVED_FROM = (Area.HELP_AND_PROTECTION, *_SPLIT, _JOINT)


def council_state(
    council: CouncilRef, lineage: LineageKey, standing: Sequence[Judgement], rulebook: Rulebook
) -> CouncilState:
    """Gather the latest of everything; `standing` is oldest first."""
    latest = _latest(standing)
    return CouncilState(
        council=council,
        lineage=lineage,
        areas={area: _area_state(judgement) for area, judgement in latest.items()},
        signals=_signals(standing, rulebook),
        intervention=_intervention(standing, rulebook),
        headline=_headline(latest, rulebook),
    )


def _latest(standing: Sequence[Judgement]) -> Mapping[Area, Judgement]:
    """Give the latest grade or SEND outcome of each area.

    A joint judgement replaces the single ones before it, and they replace it. A desk rating
    does not stand beside an inspection's overall grade.
    """
    latest: dict[Area, Judgement] = {}
    for judgement in standing:
        if judgement.axis not in {Axis.GRADE, Axis.SEND} or _only_a_rating(judgement, latest):
            continue
        if judgement.area is _JOINT:
            for area in _SPLIT:
                latest.pop(area, None)
        elif judgement.area in _SPLIT:
            latest.pop(_JOINT, None)
        latest[judgement.area] = judgement
    return {area: latest[area] for area in Area if area in latest}


def _only_a_rating(judgement: Judgement, latest: Mapping[Area, Judgement]) -> bool:
    if judgement.occasion.family is not Family.RATING or judgement.area not in latest:
        return False
    return latest[judgement.area].occasion.family is not Family.RATING


def _area_state(judgement: Judgement) -> AreaState:
    typed = kind_of(judgement.records)
    agreed = [r for r in judgement.records if r.outcome is judgement.best.outcome]
    url = next((c.url for r in agreed for c in r.citations if c.url), None)
    confirmed = any(r.status is Status.CONFIRMED for r in agreed)
    return AreaState(
        outcome=judgement.best.outcome,
        when=when_of(judgement.occasion),
        published=published_of(judgement.news or judgement.records),
        kind=typed.kind,
        regime=typed.regime,
        status=Status.CONFIRMED if confirmed else Status.REPORTED,
        url=url,
        record=judgement.best.id,
    )


def _signals(standing: Sequence[Judgement], rulebook: Rulebook) -> tuple[Signal, ...]:
    """Give the latest ungraded finding of each area that no full inspection has followed."""
    graded = [
        j.occasion.anchor
        for j in standing
        if j.occasion.family is Family.FULL and j.axis is Axis.GRADE
    ]
    send = [j.occasion.anchor for j in standing if j.axis is Axis.SEND]
    latest: dict[tuple[Area, Family], Judgement] = {}
    for judgement in standing:
        if judgement.axis is Axis.SIGNAL:
            latest[judgement.area, judgement.occasion.family] = judgement
    return tuple(
        _signal(judgement, rulebook)
        for judgement in sorted(latest.values(), key=lambda j: (j.occasion.anchor, j.area.value))
        if not any(
            day > judgement.occasion.anchor
            for day in (send if judgement.area is Area.SEND else graded)
        )
    )


def _signal(judgement: Judgement, rulebook: Rulebook) -> Signal:
    typed = kind_of(judgement.records)
    found = Found(
        outcome=judgement.best.outcome,
        area=judgement.area,
        kind=typed.kind,
        direction=judgement.best.direction,
    )
    return Signal(
        outcome=judgement.best.outcome,
        area=judgement.area,
        kind=typed.kind,
        when=when_of(judgement.occasion),
        published=published_of(judgement.news or judgement.records),
        severity=severity_of(found, rulebook),
        status=judgement.status,
        record=judgement.best.id,
    )


def _intervention(standing: Sequence[Judgement], rulebook: Rulebook) -> Signal | None:
    """Give the latest act of intervention, None when none is known or it has ended.

    Acts on SEND have a line of their own; those on children's services are shown first.
    """
    acts = [j for j in standing if j.axis is Axis.INTERVENTION]
    for send in (False, True):
        line = [j for j in acts if (j.area is Area.SEND) is send]
        if line and line[-1].best.outcome is not Outcome.INTERVENTION_ENDED:
            return _signal(line[-1], rulebook)
    return None


def _headline(latest: Mapping[Area, Judgement], rulebook: Rulebook) -> Headline | None:
    """Give the overall grade, or derive one where a later inspection gave only judgements."""
    overall = latest.get(Area.OVERALL)
    derived = _derived(latest, overall, rulebook)
    if derived is not None:
        return Headline(outcome=derived, status=Status.DERIVED)
    if overall is None:
        return None
    state = _area_state(overall)
    return Headline(outcome=state.outcome, status=state.status)


def _derived(
    latest: Mapping[Area, Judgement], overall: Judgement | None, rulebook: Rulebook
) -> Outcome | None:
    """Derive a headline from the judgements of one inspection that has no overall grade.

    Inadequate if help, care or care leavers is; else the lower median with leaders counted
    twice, at least requires improvement. On 259 reports of 2018-2025 this equals the printed
    overall grade in 253. Nothing is derived from an incomplete set of judgements, unless one
    of them alone decides.
    """
    full = [j for j in latest.values() if j.occasion.family is Family.FULL]
    newest = max(full, key=lambda j: j.occasion.anchor, default=None)
    if newest is None or newest.area is Area.OVERALL:
        return None
    occasion = newest.occasion
    if overall is not None and overall.occasion.anchor >= occasion.anchor:
        return None
    new_rules = occasion.first is not None and occasion.first >= rulebook.overall_ends
    if not new_rules and (overall is None or not occasion.dated_officially):
        return None
    grades = {j.area: j.best.outcome for j in full if j.occasion is occasion}
    experience = [grades[area] for area in _DERIVED_FROM if area in grades]
    if Outcome.INADEQUATE in experience:
        return Outcome.INADEQUATE
    return _median(grades, experience, rulebook)


def _median(
    grades: Mapping[Area, Outcome], experience: Sequence[Outcome], rulebook: Rulebook
) -> Outcome | None:
    care = {_JOINT} & grades.keys() or set(_SPLIT) <= grades.keys()
    leaders = grades.get(Area.LEADERS)
    if leaders is None or Area.HELP_AND_PROTECTION not in grades or not care:
        return None
    scale = rulebook.scale_of(leaders)
    ranks = scale.ranks if scale is not None else {}
    ordered = sorted([leaders, leaders, *experience], key=lambda o: ranks.get(o, 0))
    middle = ordered[(len(ordered) - 1) // 2]
    return Outcome.REQUIRES_IMPROVEMENT if middle is Outcome.INADEQUATE else middle
