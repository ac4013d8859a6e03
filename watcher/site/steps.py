"""A council's standing through time, as the world knew it on each day."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Area, Kind, Outcome, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from watcher.model.event import Event, Headline
    from watcher.model.framework import Rulebook

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


def steps_of(events: Iterable[Event], areas: Sequence[Area]) -> tuple[Step, ...]:
    """Give how the standing in some areas changed, day by day of publication.

    The standing on a day is the latest inspection's, of those that were public by then. A desk
    rating never stands beside an inspection.
    """
    graded = [
        (day, event)
        for event in events
        if event.area in areas and event.after.outcome in GRADES | SEND_OUTCOMES and not event.held
        if (day := public_day(event)) is not None
    ]
    graded.sort(key=lambda pair: (pair[0], _rank(pair[1])))
    steps: list[Step] = []
    best: Event | None = None
    for day, event in graded:
        if best is not None and _rank(event) < _rank(best):
            continue
        best = event
        when = event.after.when or event.published
        _append(steps, Step(day.isoformat(), event.after.outcome.value, when.text if when else ""))
    return tuple(steps)


def headline_steps(
    events: Sequence[Event],
    rulebook: Rulebook,
    headline_on: Callable[[dt.date], Headline | None],
) -> tuple[Step, ...]:
    """Give how the headline changed: the overall grade, or one derived from the judgements.

    Args:
        events: The lineage's events.
        rulebook: Tells from when on full inspections give no overall grade.
        headline_on: Derives the headline as the world knew it on a day; asked only for the days
            on which an inspection without an overall grade was published.
    """
    steps = list(steps_of(events, SERIES["overall"]))
    days = sorted(
        {
            day
            for event in events
            if _without_overall(event, rulebook) and (day := public_day(event)) is not None
        }
    )
    for day in days:
        found = headline_on(day)
        if found is not None and found.status is Status.DERIVED:
            whens = [e.after.when.text for e in events if public_day(e) == day and e.after.when]
            step = Step(day.isoformat(), found.outcome.value, max(whens, default=""), derived=True)
            steps = [*(s for s in steps if s.day < step.day), step] + [
                s for s in steps if s.day >= step.day and s.when > step.when
            ]
    return tuple(steps)


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


def _rank(event: Event) -> tuple[bool, str, str]:
    """Order by what stands: inspections before desk ratings, then the later inspection."""
    when = event.after.when or event.published
    inspected = event.kind is not Kind.ANNUAL_RATING
    return (inspected, when.text if when else "", event.id)


def _append(steps: list[Step], step: Step) -> None:
    """Add a step; one of the same day takes the place of the one before."""
    if steps and steps[-1].day == step.day:
        steps.pop()
    steps.append(step)
