"""Where councils stand, as lines of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.alerting.render.words import AREA_WORDS, OUTCOME_WORDS, date_words, one_line
from watcher.model.vocabulary import Area, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.model.event import CouncilState, Signal

AREAS = (
    Area.OVERALL,
    Area.LEADERS,
    Area.HELP_AND_PROTECTION,
    Area.CHILDREN_IN_CARE,
    Area.CARE_LEAVERS,
    Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS,
    Area.FRONT_DOOR,
    Area.ADOPTION,
    Area.FOSTERING,
    Area.SEND,
    Area.OTHER,
)
"""The order in which judgements are shown."""


def headline_words(state: CouncilState) -> str:
    """Write the headline; a derived one says so."""
    if state.headline is None:
        return "not known"
    words = OUTCOME_WORDS[state.headline.outcome]
    return f"{words} (derived)" if state.headline.status is Status.DERIVED else words


def area_lines(state: CouncilState) -> list[str]:
    """Write where a council stands in each area, with the date."""
    return [
        f"{AREA_WORDS[area]}: {OUTCOME_WORDS[found.outcome]}"
        + (
            f" ({date_words(found.when or found.published)})"
            if found.when or found.published
            else ""
        )
        for area, found in ((area, state.areas.get(area)) for area in AREAS)
        if found is not None
    ]


def signal_words(signal: Signal) -> str:
    """Write a signal with its area and date."""
    date = date_words(signal.when or signal.published)
    return f"{AREA_WORDS[signal.area]}: {OUTCOME_WORDS[signal.outcome]}" + (
        f" ({date})" if date else ""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """One council as the table shows it; words only, to be aligned or coloured.

    `ranks` are the places of its headlines, oldest first, 4 the best. `moved` is `▼ …`, `▲ …`
    or empty; `seen` tells when it was last inspected and how long ago that is.
    """

    name: str
    outcome: Outcome | None
    derived: bool
    ranks: tuple[int, ...]
    areas: str
    moved: str
    seen: str
    signals: tuple[str, ...]
    intervention: str


LETTERS: dict[Outcome | None, str] = {
    Outcome.OUTSTANDING: "O",
    Outcome.GOOD: "G",
    Outcome.REQUIRES_IMPROVEMENT: "R",
    Outcome.ADEQUATE: "A",
    Outcome.INADEQUATE: "I",
    Outcome.SEND_POSITIVE: "+",
    Outcome.SEND_INCONSISTENT: "~",
    Outcome.SEND_SYSTEMIC_FAILINGS: "×",
    Outcome.WRITTEN_STATEMENT_OF_ACTION: "W",
    Outcome.NO_WRITTEN_STATEMENT: "n",
    None: "?",
}
"""A sign for each grade, readable without colour."""

STYLES: dict[str, str] = {
    "O": "bold white on blue",
    "G": "black on bright_cyan",
    "R": "black on yellow",
    "A": "black on yellow",
    "I": "bold white on red",
    "?": "dim",
}

_BARS = "▁▃▅█"
_SHORT = (
    ("L", (Area.LEADERS,)),
    ("H", (Area.HELP_AND_PROTECTION,)),
    ("C", (Area.CHILDREN_IN_CARE, Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS)),
    ("V", (Area.CARE_LEAVERS, Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS)),
    ("S", (Area.SEND,)),
)
KEY = (
    "O outstanding, G good, R requires improvement, A adequate, I inadequate; "
    "areas: L leaders, H help and protection, C children in care, V care leavers, "
    "S SEND (+ positive, ~ inconsistent, × systemic failings, W statement of action, n none)"
)
"""What the signs mean."""

_HEADS = ("", "Council", "Overall", "History", "Areas", "Last change", "Inspected", "Signals")


def areas_in_short(state: CouncilState) -> str:
    """Write the judgements as letters: `LR HI CG VG S~`; what is not known is left out."""
    bits = []
    for letter, areas in _SHORT:
        found = next((state.areas[area] for area in areas if area in state.areas), None)
        if found is not None:
            bits.append(f"{letter}{LETTERS.get(found.outcome, '?')}")
    return " ".join(bits)


def sparkline(ranks: Sequence[int]) -> str:
    """Draw ranks as bars, the latest eight."""
    return "".join(_BARS[min(max(rank, 1), 4) - 1] for rank in ranks[-8:])


def status_table(rows: Sequence[StatusRow], *, colour: bool, width: int = 100) -> str:
    """Write the table.

    Args:
        rows: What to show, in order.
        colour: Whether the text goes to a terminal that shows colours.
        width: Columns to wrap at; plain text is not wrapped, so that it can be searched.
    """
    return _coloured(rows, width) if colour else _plain(rows)


def _cells(row: StatusRow) -> tuple[str, ...]:
    overall = "not known" if row.outcome is None else OUTCOME_WORDS[row.outcome]
    said = [f"!! {row.intervention}"] if row.intervention else []
    said += [f"! {signal}" for signal in row.signals]
    return (
        LETTERS.get(row.outcome, "?"),
        one_line(row.name),
        overall + (" (derived)" if row.derived else ""),
        sparkline(row.ranks),
        row.areas,
        row.moved,
        row.seen,
        "; ".join(said),
    )


def _plain(rows: Sequence[StatusRow]) -> str:
    lines = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADS))]
    text = ""
    for line in lines:
        aligned = (cell.ljust(wide) for cell, wide in zip(line, widths, strict=True))
        text += "  ".join(aligned).rstrip() + "\n"
    return text


def _coloured(rows: Sequence[StatusRow], width: int) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for place, head in enumerate(_HEADS):
        table.add_column(head, no_wrap=place in {0, 1, 3, 4}, overflow="fold")
    for row in rows:
        sign, name, *rest = _cells(row)
        style = STYLES.get(sign, "")
        moved = "bold red" if row.moved.startswith("▼") else "green"
        overall, history, areas, change, seen, signals = rest
        table.add_row(
            Text(f" {sign} ", style),
            Text(name, "bold"),
            Text(overall),
            Text(history),
            Text(areas),
            Text(change, moved),
            Text(seen, "dim"),
            Text(signals, "red"),
        )
    out = StringIO()
    console = Console(file=out, force_terminal=True, width=width, highlight=False, emoji=False)
    console.print(table)
    return out.getvalue()
