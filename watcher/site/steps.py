"""A council's standing through time, as the world knew it on each day."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Area, Kind, Outcome, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from watcher.model.event import AreaState, CouncilState, Event
    from watcher.model.framework import Rulebook

Mention: TypeAlias = "tuple[dt.date, CouncilState]"
"""A day on which something was only mentioned, and where the council stood by then."""

HEADLINE = "headline"
"""The series that leads: the overall grade, or where there is none the derived one."""

SERIES: Mapping[str, tuple[Area, ...]] = {
    "overall": (Area.OVERALL,),
    "leaders": (Area.LEADERS,),
    "help_and_protection": (Area.HELP_AND_PROTECTION,),
    "children_in_care": (Area.CHILDREN_IN_CARE, Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS),
    "care_leavers": (Area.CARE_LEAVERS, Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS),
    "send": (Area.SEND,),
}
"""What can be shown on the map beside the headline, and the areas that count for it.

From 2018 to 2022 children in care and care leavers were one judgement: it counts for both.
"""


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """From `day` on (ISO) the outcome was this; `when` is when the inspection began."""

    day: str
    outcome: str
    when: str
    derived: bool = False


def public_day(event: Event) -> dt.date | None:
    """Give the day on which the world knew of an event; None when nothing tells."""
    if event.published is not None:
        return event.published.first
    return event.after.when.last if event.after.when is not None else None


def steps_of(
    events: Iterable[Event],
    areas: Sequence[Area],
    mentioned: Iterable[Mention] = (),
) -> tuple[Step, ...]:
    """Give how the standing in some areas changed, day by day of publication.

    The standing on a day is the latest inspection's, of those that were public by then. A desk
    rating never stands beside an inspection.

    Args:
        events: The events that stand.
        areas: The areas that count.
        mentioned: Where the council stood on days on which something was only mentioned: that
            makes state, but no event.
    """
    known = [_of_event(event) for event in events if event.area in areas and not event.held]
    known += [
        _of_state(day, state)
        for day, found in mentioned
        for area, state in found.areas.items()
        if area in areas
    ]
    graded = sorted(one for one in known if one is not None)
    steps: list[Step] = []
    best: tuple[bool, str] | None = None
    for day, rank, outcome in graded:
        if best is not None and rank < best:
            continue
        best = rank
        _append(steps, Step(day, outcome, rank[1]))
    return tuple(steps)


def headline_steps(
    events: Sequence[Event],
    rulebook: Rulebook,
    state_on: Callable[[dt.date], CouncilState],
    mentioned: Iterable[Mention] = (),
) -> tuple[Step, ...]:
    """Give how the headline changed: the overall grade, or one derived from the judgements.

    Args:
        events: The lineage's events.
        rulebook: Tells from when on full inspections give no overall grade.
        state_on: Derives the state as the world knew it on a day; asked only for the days on
            which an inspection without an overall grade was published.
        mentioned: As in `steps_of`.
    """
    steps = list(steps_of(events, SERIES["overall"], mentioned))
    days = sorted(
        {
            day
            for event in events
            if _without_overall(event, rulebook) and (day := public_day(event)) is not None
        }
    )
    for day in days:
        found = state_on(day).headline
        if found is not None and found.status is Status.DERIVED:
            whens = [e.after.when.text for e in events if public_day(e) == day and e.after.when]
            step = Step(day.isoformat(), found.outcome.value, max(whens, default=""), derived=True)
            steps = [*(s for s in steps if s.day < step.day), step] + [
                s for s in steps if s.day >= step.day and s.when > step.when
            ]
    return tuple(steps)


def mentions(days: Iterable[dt.date], state_on: Callable[[dt.date], CouncilState]) -> list[Mention]:
    """Derive where the council stood on each of some days."""
    return [(day, state_on(day)) for day in sorted(set(days))]


def outcome_on(steps: Sequence[Step], day: str) -> Step | None:
    """Give the step that held on a day (ISO)."""
    held = None
    for step in steps:
        if step.day > day:
            break
        held = step
    return held


def changes_of(steps: Sequence[Step], rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    """Give the days of falls and rises: `(day, "worse" | "better")`."""
    found = []
    for before, after in itertools.pairwise(steps):
        new, old = Outcome(after.outcome), Outcome(before.outcome)
        if rulebook.worse(new, old):
            found.append((after.day, "worse"))
        elif rulebook.worse(old, new):
            found.append((after.day, "better"))
    return tuple(found)


def _without_overall(event: Event, rulebook: Rulebook) -> bool:
    when = event.after.when
    return (
        event.kind is Kind.FULL_INSPECTION
        and event.area is not Area.OVERALL
        and event.after.outcome in GRADES
        and not event.held
        and when is not None
        and when.first >= rulebook.overall_ends
    )


_Graded = tuple[str, tuple[bool, str], str]
"""Since which day, its place among what stands (inspections first, then the later), outcome."""


def _of_event(event: Event) -> _Graded | None:
    day = public_day(event)
    if day is None or event.claimed or event.after.outcome not in GRADES | SEND_OUTCOMES:
        return None
    when = event.after.when or event.published
    rank = (event.kind is not Kind.ANNUAL_RATING, when.text if when else "")
    return day.isoformat(), rank, event.after.outcome.value


def _of_state(day: dt.date, state: AreaState) -> _Graded | None:
    when = state.when or state.published
    if when is None:
        return None
    return day.isoformat(), (state.kind is not Kind.ANNUAL_RATING, when.text), state.outcome.value


def _append(steps: list[Step], step: Step) -> None:
    """Add a step that says something new; one of the same day replaces the one before."""
    if steps and steps[-1].day == step.day:
        steps.pop()
    if not steps or (steps[-1].outcome, steps[-1].when) != (step.outcome, step.when):
        steps.append(step)
