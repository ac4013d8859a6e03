"""Charts as plain numbers: what goes where in an SVG drawing, and the table behind it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from watcher.site.steps import HEADLINE, Step, outcome_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from watcher.model.council import Council
    from watcher.site.piece import Piece

GRADE_ORDER = ("outstanding", "good", "requires_improvement", "inadequate", "unknown")
"""How grades are stacked; `adequate` counts with `requires_improvement`, its equal."""

WIDTH, HEIGHT = 480.0, 230.0
LEFT, RIGHT, TOP, BOTTOM = 36.0, 6.0, 18.0, 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One coloured shape of a chart."""

    name: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a chart."""

    name: str
    x: float
    y: float
    width: float
    height: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number or year beside an axis."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing and the table that says the same in numbers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bands: tuple[Band, ...] = ()
    bars: tuple[Bar, ...] = ()
    across: tuple[Mark, ...] = ()
    up: tuple[Mark, ...] = ()
    tops: tuple[Mark, ...] = ()
    zero: float = HEIGHT - BOTTOM

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.bands or self.bars)


def grades_over_time(
    pieces: Mapping[str, Piece], councils: Sequence[Council], today: dt.date
) -> Chart:
    """Draw how many councils were in each grade, quarter by quarter.

    Args:
        pieces: By lineage.
        councils: All councils that are or were, one a lineage and time.
        today: The last day.
    """
    days = _quarters(pieces.values(), today)
    if len(days) < 2:  # noqa: PLR2004  (one point makes no line)
        return Chart(columns=(), rows=())
    counts = [_counts(pieces, councils, day) for day in days]
    most = max(sum(count.values()) for count in counts) or 1
    xs = _spread(days)
    bands = []
    below = [0] * len(days)
    for grade in reversed(GRADE_ORDER):
        above = [low + count[grade] for low, count in zip(below, counts, strict=True)]
        upper = [f"{x:.1f},{_height(value, most):.1f}" for x, value in zip(xs, above, strict=True)]
        lower = [f"{x:.1f},{_height(value, most):.1f}" for x, value in zip(xs, below, strict=True)]
        bands.append(Band(name=grade, points=" ".join([*upper, *reversed(lower)])))
        below = above
    years = _year_rows(days, counts)
    return Chart(
        columns=("End of", *(grade.replace("_", " ") for grade in GRADE_ORDER)),
        rows=years,
        bands=tuple(reversed(bands)),
        across=_year_marks(days, xs),
        up=_ticks(most),
    )


def falls_and_rises(pieces: Iterable[Piece], today: dt.date) -> Chart:
    """Draw for each year how many headlines rose (up) and fell (down)."""
    found = Counter((int(day[:4]), way) for piece in pieces for day, way in piece.changes)
    if not found:
        return Chart(columns=(), rows=())
    first = min(year for year, _ in found)
    years = list(range(first, max(today.year, first) + 1))
    most = max(found.values())
    middle = (TOP + HEIGHT - BOTTOM) / 2
    half = middle - TOP - 6
    slot = (WIDTH - LEFT - RIGHT) / len(years)
    bars = []
    for place, year in enumerate(years):
        x, wide = LEFT + slot * place + slot * 0.2, slot * 0.6
        for way, sign in (("better", -1), ("worse", 1)):
            number = found[year, way]
            if number:
                tall = half * number / most
                y = middle - tall if sign < 0 else middle
                bars.append(_bar(way, (x, y), (wide, tall), str(number)))
    every = max(1, round(len(years) * 40 / (WIDTH - LEFT - RIGHT)))
    return Chart(
        columns=("Year", "rose", "fell"),
        rows=tuple((str(y), str(found[y, "better"]), str(found[y, "worse"])) for y in years),
        bars=tuple(bars),
        across=tuple(
            Mark(x=round(LEFT + slot * (place + 0.5), 1), y=HEIGHT - 6, text=str(year))
            for place, year in enumerate(years)
            if place % every == 0
        ),
        zero=middle,
    )


def publication_lag(pieces: Iterable[Piece]) -> Chart:
    """Draw, year by year, how many days pass from the last day on site to publication.

    The bar spans the middle eight tenths of the reports, its mark is the median.
    """
    years: dict[str, list[int]] = {}
    for piece in pieces:
        for day, days in piece.lags:
            years.setdefault(day[:4], []).append(days)
    if not years:
        return Chart(columns=(), rows=())
    listed = sorted(years)
    spans = {year: _span(sorted(years[year])) for year in listed}
    most = max(high for _, _, high in spans.values()) or 1
    every = max(1, round(len(listed) * 40 / (WIDTH - LEFT - RIGHT)))
    slot = (WIDTH - LEFT - RIGHT) / len(listed)
    bars: list[Bar] = []
    tops: list[Mark] = []
    for place, year in enumerate(listed):
        low, middle, high = spans[year]
        x, wide = LEFT + slot * place + slot * 0.25, min(slot * 0.5, 60.0)
        top, foot = _height(high, most), _height(low, most)
        bars.append(_bar("span", (x, top), (wide, max(foot - top, 2.0)), ""))
        bars.append(_bar("median", (x - 3, _height(middle, most) - 1.5), (wide + 6, 3.0), ""))
        tops.append(Mark(x=round(x + wide / 2, 1), y=round(top - 5, 1), text=f"{middle:.0f}"))
    return Chart(
        columns=("Year", "reports", "one in ten under", "median days", "one in ten over"),
        rows=tuple(
            (year, str(len(years[year])), *(f"{value:g}" for value in spans[year]))
            for year in listed
        ),
        bars=tuple(bars),
        across=tuple(
            Mark(x=mark.x, y=HEIGHT - 6, text=year)
            for place, (mark, year) in enumerate(zip(tops, listed, strict=True))
            if place % every == 0
        ),
        tops=tuple(tops),
        up=_ticks(most),
    )


def spark(steps: Sequence[Step], ranks: Mapping[str, int], today: str) -> str:
    """Give the path of a small line: time to the right, better upwards; empty without history.

    The drawing is 60 wide and 16 high.
    """
    known = [step for step in steps if step.outcome in ranks]
    if not known:
        return ""
    start, end = dt.date.fromisoformat(known[0].day), dt.date.fromisoformat(today)
    whole = max((end - start).days, 1)
    path = ""
    for step in known:
        x = 60 * min((dt.date.fromisoformat(step.day) - start).days / whole, 1)
        y = 14 - 4 * (ranks[step.outcome] - 1)
        path += f"M{x:.0f} {y}" if not path else f"H{x:.0f}V{y}"
    return f"{path}H60"


def _counts(pieces: Mapping[str, Piece], councils: Sequence[Council], day: dt.date) -> Counter[str]:
    counts: Counter[str] = Counter()
    iso = day.isoformat()
    for council in councils:
        if not council.valid_on(day):
            continue
        piece = pieces.get(council.lineage)
        step = outcome_on(piece.steps.get(HEADLINE, ()), iso) if piece else None
        outcome = step.outcome if step else "unknown"
        counts["requires_improvement" if outcome == "adequate" else outcome] += 1
    return counts


def _quarters(pieces: Iterable[Piece], today: dt.date) -> list[dt.date]:
    """Give the first day of each quarter since the first known grade, and today."""
    firsts = [steps[0].day for piece in pieces if (steps := piece.steps.get(HEADLINE))]
    if not firsts:
        return []
    start = dt.date.fromisoformat(min(firsts))
    day = dt.date(start.year, 3 * ((start.month - 1) // 3) + 1, 1)
    days = []
    while day < today:
        days.append(day)
        month = day.month + 3
        day = dt.date(day.year + month // 13, month if month < 13 else month - 12, 1)  # noqa: PLR2004
    return [*days, today]


def _year_rows(
    days: Sequence[dt.date], counts: Sequence[Counter[str]]
) -> tuple[tuple[str, ...], ...]:
    last: dict[int, Counter[str]] = {}
    for day, count in zip(days, counts, strict=True):
        year = day.year if (day.month, day.day) != (1, 1) else day.year - 1
        last[year] = count
    return tuple(
        (str(year), *(str(count[grade]) for grade in GRADE_ORDER)) for year, count in last.items()
    )


def _spread(days: Sequence[dt.date]) -> list[float]:
    whole = max((days[-1] - days[0]).days, 1)
    wide = WIDTH - LEFT - RIGHT
    return [LEFT + wide * (day - days[0]).days / whole for day in days]


def _year_marks(days: Sequence[dt.date], xs: Sequence[float]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for day, x in zip(days, xs, strict=True):
        new_year = (day.month, day.day) == (1, 1)
        room = not marks or x - marks[-1].x > 38  # noqa: PLR2004  (a year's width)
        if new_year and room and LEFT + 10 < x < WIDTH - RIGHT - 12:
            marks.append(Mark(x=round(x, 1), y=HEIGHT - 6, text=str(day.year)))
    return tuple(marks)


def _ticks(most: float) -> tuple[Mark, ...]:
    """Give round numbers up the side."""
    step = next(
        s
        for s in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 10**6)
        if most / s <= 5  # noqa: PLR2004
    )
    values = range(0, int(most) + 1, step)
    return tuple(Mark(x=LEFT - 6, y=round(_height(v, most), 1), text=str(v)) for v in values)


def _height(value: float, most: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / most


def _span(days: Sequence[int]) -> tuple[float, float, float]:
    last = len(days) - 1
    return float(days[round(last * 0.1)]), float(median(days)), float(days[round(last * 0.9)])


def _bar(name: str, at: tuple[float, float], size: tuple[float, float], label: str) -> Bar:
    return Bar(
        name=name,
        x=round(at[0], 1),
        y=round(at[1], 1),
        width=round(size[0], 1),
        height=round(size[1], 1),
        label=label,
    )
