"""One council's headline through time, as a drawing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.site.charts import Mark
from watcher.site.steps import HEADLINE
from watcher.site.view import look_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.site.piece import Piece

LEFT, RIGHT, TOP, STEP = 98.0, 410.0, 14.0, 28.0
_LABELS = ("outstanding", "good", "requires imp.", "inadequate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One judgement on the line."""

    day: str
    words: str
    tone: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The line and its marks; `path` is empty when there is nothing to draw."""

    path: str = ""
    steps: tuple[Point, ...] = ()
    up: tuple[Mark, ...] = ()
    across: tuple[Mark, ...] = ()


def course_of(piece: Piece | None, ranks: Mapping[str, int], today: dt.date) -> Course:
    """Draw the headline from the first known judgement to today."""
    steps = [s for s in piece.steps.get(HEADLINE, ()) if s.outcome in ranks] if piece else []
    if not steps:
        return Course()
    start = dt.date(int(steps[0].day[:4]), 1, 1)
    whole = max((today - start).days, 1)

    def across(day: dt.date) -> float:
        return round(LEFT + (RIGHT - LEFT) * min((day - start).days / whole, 1), 1)

    points = []
    for step in steps:
        look = look_of(step.outcome)
        x, y = across(dt.date.fromisoformat(step.day)), TOP + STEP * (4 - ranks[step.outcome])
        points.append(Point(day=step.day, words=look.words, tone=look.tone, x=x, y=y))
    path = f"M{points[0].x} {points[0].y}"
    path += "".join(f"H{point.x}V{point.y}" for point in points[1:]) + f"H{RIGHT}"
    every = max(1, round((today.year - start.year + 1) / 6))
    return Course(
        path=path,
        steps=tuple(points),
        up=tuple(
            Mark(x=0, y=TOP + STEP * place, text=label) for place, label in enumerate(_LABELS)
        ),
        across=tuple(
            Mark(x=across(dt.date(year, 1, 1)), y=0, text=str(year))
            for year in range(start.year, today.year + 1, every)
        ),
    )
