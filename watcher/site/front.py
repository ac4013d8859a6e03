"""What the front page shows: the picture of England."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watcher.model.vocabulary import GRADES, SEND_OUTCOMES
from watcher.site.charts import spark
from watcher.site.steps import HEADLINE, outcome_on
from watcher.site.view import SERIES_WORDS, Look, look_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from watcher.model.council import Council
    from watcher.model.framework import Rulebook
    from watcher.site.hexmap import Cell, HexMap
    from watcher.site.piece import Piece, Told
    from watcher.site.steps import Step

FALLS, RISES = 7, 4
"""How many of the latest falls and rises the front page tells."""

YEAR = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One council in the table."""

    council: Council
    looks: Mapping[str, Look]
    derived: bool
    when: str
    changed: str
    way: str
    spark: str
    signals: tuple[Mapping[str, str], ...]
    intervention: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hex:
    """One council on the map, as it stands on the day of the build."""

    cell: Cell
    look: Look
    fell: bool
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The picture in one sentence: numbers of the last twelve months."""

    councils: int
    fell: int
    rose: int
    inadequate: int
    known: int


def rows_of(
    councils: Sequence[Council], pieces: Mapping[str, Piece], ranks: Mapping[str, int], day: dt.date
) -> tuple[Row, ...]:
    """Give the table's rows."""
    return tuple(_row(council, pieces.get(council.lineage), ranks, day) for council in councils)


def hexes_of(layout: HexMap, rows: Iterable[Row], day: dt.date) -> tuple[Hex, ...]:
    """Put the councils on the map; those that fell are drawn last, over their neighbours."""
    known = {str(row.council.code): row for row in rows}
    recent = (day - YEAR).isoformat()
    hexes = (
        Hex(
            cell=cell,
            look=known[cell.code].looks[HEADLINE],
            fell=known[cell.code].way == "worse" and known[cell.code].changed > recent,
            page=f"councils/{cell.code}.html",
        )
        for cell in layout.cells
        if cell.code in known
    )
    return tuple(sorted(hexes, key=lambda one: one.fell))


def summary_of(rows: Sequence[Row], day: dt.date) -> Summary:
    """Count what happened in the last twelve months."""
    recent = (day - YEAR).isoformat()
    late = [row.way for row in rows if row.changed > recent]
    return Summary(
        councils=len(rows),
        fell=late.count("worse"),
        rose=late.count("better"),
        inadequate=sum(1 for row in rows if row.looks[HEADLINE].sign == "I"),
        known=sum(1 for row in rows if row.looks[HEADLINE].sign != "?"),
    )


def latest(told: Iterable[Told], number: int) -> tuple[Told, ...]:
    """Give the latest falls or rises of all councils, the gravest of a day first."""
    ordered = sorted(told, key=lambda one: (one.day, one.severity, one.council), reverse=True)
    return tuple(ordered[:number])


def ranks_of(rulebook: Rulebook) -> dict[str, int]:
    """Give every grade's and SEND outcome's place on its own scale."""
    return {
        outcome.value: rank
        for outcome in GRADES | SEND_OUTCOMES
        if (scale := rulebook.scale_of(outcome)) is not None
        and (rank := scale.rank(outcome)) is not None
    }


def scales_of(rulebook: Rulebook) -> dict[str, str]:
    """Give the scale of every grade and SEND outcome: only one scale's outcomes compare."""
    return {
        outcome.value: scale.key
        for outcome in GRADES | SEND_OUTCOMES
        if (scale := rulebook.scale_of(outcome)) is not None
    }


def data_of(
    rows: Sequence[Row], pieces: Mapping[str, Piece], rulebook: Rulebook, day: dt.date
) -> str:
    """Give everything that the page's script needs, as JSON that is safe inside of HTML.

    Outcomes are numbered; a step is `[day, outcome, when, derived]` with the days as dates.
    """
    names = sorted(outcome.value for outcome in GRADES | SEND_OUTCOMES)
    ranks, scales = ranks_of(rulebook), scales_of(rulebook)
    numbers = {name: place for place, name in enumerate(names)}
    shown: dict[str, Any] = {
        "today": day.isoformat(),
        "outcomes": [
            {
                "tone": (look := look_of(name)).tone,
                "sign": look.sign,
                "words": look.words,
                "rank": ranks.get(name, 0),
                "scale": scales.get(name, ""),
            }
            for name in names
        ],
        "councils": {
            row.council.code: _council_data(row, pieces.get(row.council.lineage), numbers)
            for row in rows
        },
    }
    text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _council_data(row: Row, piece: Piece | None, numbers: Mapping[str, int]) -> dict[str, Any]:
    began = row.council.valid_from
    series = {
        name: [_short(step, numbers) for step in piece.steps.get(name, ())]
        for name in SERIES_WORDS
        if piece is not None and piece.steps.get(name)
    }
    shown: dict[str, Any] = {"n": row.council.short_name, "s": series}
    if began is not None and began.year > 2000:  # noqa: PLR2004  (older ones cover every day shown)
        shown["b"] = began.isoformat()
    return shown


def _short(step: Step, numbers: Mapping[str, int]) -> list[Any]:
    short: list[Any] = [step.day, numbers[step.outcome], "" if step.when == step.day else step.when]
    return [*short, 1] if step.derived else short


def _row(council: Council, piece: Piece | None, ranks: Mapping[str, int], day: dt.date) -> Row:
    iso = day.isoformat()
    steps = piece.steps if piece else {}
    now = {name: outcome_on(steps.get(name, ()), iso) for name in SERIES_WORDS}
    headline = now[HEADLINE]
    changed, way = piece.changes[-1] if piece and piece.changes else ("", "")
    return Row(
        council=council,
        looks={name: look_of(step.outcome if step else None) for name, step in now.items()},
        derived=headline is not None and headline.derived,
        when=headline.when if headline else "",
        changed=changed,
        way=way,
        spark=spark(steps.get(HEADLINE, ()), ranks, iso),
        signals=tuple(s for s in piece.signals if s["bad"]) if piece else (),
        intervention=piece.intervention if piece else "",
    )
