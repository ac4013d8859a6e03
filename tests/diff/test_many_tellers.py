"""One inspection told by many, with dates of every sort, is one event and never two."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.diff.builders import Said, article, history, report
from watcher.model.vocabulary import Change

if TYPE_CHECKING:
    from watcher.model.event import Record

_GRADES = ("outstanding", "good", "requires_improvement", "inadequate")
_ECHO = (0, 0, 1, 3, 9, 20, 40)


def told_when(random: Random, start: dt.date, published: dt.date) -> str | None:
    """Give a date as a newspaper may: none, the visit's or the publication's, loosely."""
    dates = (None, None, f"{start:%Y-%m}", f"{start:%Y}", f"{published:%Y-%m}", str(start))
    return random.choice(dates)


def inspections(random: Random) -> list[tuple[dt.date, dt.date, str]]:
    """Make a council's inspections: start, publication, overall grade."""
    found = []
    start = dt.date(2014, 1, 6) + dt.timedelta(days=random.randrange(700))
    while start < dt.date(2025, 1, 1):
        published = start + dt.timedelta(days=random.randint(32, 160))
        found.append((start, published, random.choice(_GRADES)))
        start += dt.timedelta(days=random.randint(800, 1500))
    return found


def press(
    random: Random, number: int, made: list[tuple[dt.date, dt.date, str]]
) -> list[tuple[Record, ...]]:
    """Write what newspapers tell of one inspection, some with a look back at the one before."""
    start, published, grade = made[number]
    out = []
    for copy in range(random.randint(1, 4)):
        day = published + dt.timedelta(days=random.choice(_ECHO))
        kind = random.choice(("full_inspection", "unspecified"))
        said = [Said(outcome=grade, when=told_when(random, start, published), kind=kind)]
        if number and random.random() < 0.5:
            before, then, old = made[number - 1]
            when = told_when(random, before, then)
            said.append(Said(outcome=old, role="background", kind="unspecified", when=when))
        name = f"{number}-{copy}"
        out.append(article(str(day), *said, name=name, seen=(day - dt.date(2010, 1, 1)).days))
    return out


@pytest.mark.parametrize("official", [True, False], ids=["with the report", "press alone"])
@pytest.mark.parametrize("seed", range(40))
def test_each_inspection_is_one_event_with_the_right_change(seed: int, *, official: bool) -> None:
    random = Random(seed)  # noqa: S311  (a seeded test)
    made = inspections(random)
    groups: list[tuple[Record, ...]] = []
    for number, (start, published, grade) in enumerate(made):
        groups += press(random, number, made)
        if official:
            end = str(start + dt.timedelta(days=11))
            groups.append(report(str(start), str(published), {"overall": grade}, end=end))
    random.shuffle(groups)
    events = [e for e in history(*groups).events if e.change is not Change.CORRECTED]
    assert [event.after.outcome.value for event in events] == [grade for *_, grade in made]
    for (_, _, old), event in zip(made, events[1:], strict=False):
        assert event.before is not None
        assert event.before.outcome.value == old


@pytest.mark.parametrize("seed", range(40))
def test_each_monitoring_visit_is_one_event(seed: int) -> None:
    random = Random(seed)  # noqa: S311  (a seeded test)
    visit = dt.date(2018, 8, 6) + dt.timedelta(days=random.randrange(100))
    groups, visits = [], 0
    while visits < 5:
        published = visit + dt.timedelta(days=random.randint(25, 45))
        for copy in range(random.randint(1, 3)):
            day = published + dt.timedelta(days=random.choice((0, 0, 1, 3, 9)))
            when = random.choice((None, None, f"{visit:%Y-%m}", str(visit)))
            said = Said(
                outcome="insufficient_progress", kind="monitoring_visit", area="other", when=when
            )
            groups.append(article(str(day), said, name=f"{visits}-{copy}"))
        visits += 1
        visit += dt.timedelta(days=random.randint(95, 160))
    random.shuffle(groups)
    assert len(history(*groups).events) == visits
