"""Read a register: a page or file that gives every council's latest judgements.

HTML table, CSV, XLSX or ODS. A column is known by its heading, a council by its name, else its
codes. A row that cannot be read is a rejection and costs no other row.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.errors import UnknownFormat, UnreadableDocument
from watcher.model.finding import Rejection
from watcher.model.register import RegisterRow, RegisterTable
from watcher.model.vocabulary import Area, Kind, Outcome
from watcher.parse.columns import AREAS, IDENTITIES, find_columns, is_register
from watcher.parse.csvtable import csv_grid
from watcher.parse.grid import EMPTY, Cell, Grid, is_html, is_zip
from watcher.parse.register_cells import find_council, grade_of, read_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.model.council import Council, Register
    from watcher.model.dates import PartialDate
    from watcher.model.framework import Rulebook
    from watcher.parse.hints import Hints

MAX_BYTES = 64 * 1024 * 1024
HEAD_ROWS = 40
"""Rows within which the headings stand; titles and notes come before them."""

_FILE = re.compile(r"/(?:file|v1/file)/(\d+)|(?:^|/)(\d{6,10})(?:\.pdf)?/?$")
_STAGE = "register"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A grid whose headings were found."""

    columns: dict[str, int]
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    register: Register
    rulebook: Rulebook


def parse_register(
    body: bytes, hints: Hints, register: Register, rulebook: Rulebook
) -> RegisterTable:
    """Read the table of a register, in any of its formats.

    Raises:
        UnreadableDocument: when the bytes are empty, broken, encrypted, or unpack to too much.
        UnknownFormat: when no table in it has a column of councils and one of judgements.
    """
    resource = hints.path or hints.url or ""
    sheets = [_sheet(grid) for grid in _grids(body, resource)]
    found = [sheet for sheet in sheets if sheet is not None]
    if not found:
        raise UnknownFormat(
            "has no table with a column of councils and a column of judgements",
            resource=resource,
            hint="columns are known by their headings, such as Local authority and Overall",
        )
    known = _Known(register=register, rulebook=rulebook)
    return max((_table(sheet, known) for sheet in found), key=lambda table: len(table.rows))


def _grids(body: bytes, resource: str) -> list[Grid]:
    if not body.strip():
        raise UnreadableDocument("is empty", resource=resource)
    if len(body) > MAX_BYTES:
        raise UnreadableDocument(f"has {len(body):,} bytes", resource=resource)
    if is_zip(body):
        from watcher.parse.ods import is_ods, ods_grids
        from watcher.parse.xlsx import xlsx_grids

        return ods_grids(body, resource) if is_ods(body) else xlsx_grids(body, resource)
    if is_html(body):
        from watcher.parse.htmltable import html_grids

        return html_grids(body, resource)
    return [csv_grid(body, resource)]


def _sheet(grid: Grid) -> _Sheet | None:
    """Find the row of headings: the one that names most columns; the one above may help."""
    best: _Sheet | None = None
    for at, row in enumerate(grid.rows[:HEAD_ROWS]):
        headings = tuple(cell.text for cell in row)
        columns = find_columns(headings)
        if is_register(columns) and (best is None or len(columns) > len(best.columns)):
            best = _Sheet(columns=columns, headings=headings, rows=grid.rows[at + 1 :])
    return best


def _table(sheet: _Sheet, known: _Known) -> RegisterTable:
    rows: list[RegisterRow] = []
    rejections: list[Rejection] = []
    unknown: list[str] = []
    widths = Counter(len(cells) for cells in sheet.rows)
    usual = max(len(sheet.headings), widths.most_common(1)[0][0] if widths else 0)
    for cells in sheet.rows:
        if find_columns([cell.text for cell in cells]) == sheet.columns:
            continue  # the headings once more
        named = _identity(sheet, cells)
        if len(cells) > usual or not named:
            rejections.append(_rejected("broken_row", cells))
            continue
        council = find_council(named, known.register)
        if council is None:
            unknown.append(next(iter(named.values())))
            rejections.append(_rejected("unknown_council", cells))
            continue
        row, bad = _row(sheet, cells, council, known)
        rows.append(row)
        rejections.extend(bad)
    return RegisterTable(
        rows=tuple(rows),
        columns=sheet.headings,
        unknown_councils=tuple(unknown),
        rejections=tuple(rejections),
    )


def _at(sheet: _Sheet, cells: Sequence[Cell], key: str) -> Cell:
    place = sheet.columns.get(key)
    return cells[place] if place is not None and place < len(cells) else EMPTY


def _identity(sheet: _Sheet, cells: Sequence[Cell]) -> dict[str, str]:
    named = {key: _at(sheet, cells, key).text for key in IDENTITIES}
    return {key: text for key, text in named.items() if text}


def _rejected(reason: str, cells: Sequence[Cell], council: Council | None = None) -> Rejection:
    quote = " | ".join(cell.text for cell in cells)[:300]
    return Rejection(
        stage=_STAGE, reason=reason, council=council.ref if council else None, quote=quote
    )


def _row(
    sheet: _Sheet, cells: Sequence[Cell], council: Council, known: _Known
) -> tuple[RegisterRow, list[Rejection]]:
    start, end = _days(sheet, cells)
    published, _ = read_days(_at(sheet, cells, "published"))
    texts = {key: _at(sheet, cells, key).text for key in AREAS if key in sheet.columns}
    grades, bad = _grades(texts, start, known.rulebook)
    kind = Kind.AREA_SEND if set(texts) == {"send"} else Kind.FULL_INSPECTION
    framework = known.rulebook.framework_at(kind, start.first) if start else None
    link = _link(sheet, cells)
    row = RegisterRow(
        council=council.ref,
        grades=grades,
        cells=texts,
        start=start,
        end=end,
        published=published,
        link=link,
        file_number=_file_number(link),
        kind=kind,
        regime=framework.key if framework else None,
    )
    rejections = [
        Rejection(stage=_STAGE, reason="unknown_grade", council=council.ref, quote=text)
        for text in bad
    ]
    return row, rejections


def _days(sheet: _Sheet, cells: Sequence[Cell]) -> tuple[PartialDate | None, PartialDate | None]:
    start, last = read_days(_at(sheet, cells, "start"))
    end, _ = read_days(_at(sheet, cells, "end"))
    return start, end or (last if last != start else None)


def _grades(
    texts: dict[str, str], start: PartialDate | None, rulebook: Rulebook
) -> tuple[dict[Area, Outcome | None], list[str]]:
    """Read the judgement cells; care is one judgement with leavers where it was one then."""
    grades: dict[Area, Outcome | None] = {}
    bad: list[str] = []
    for key, text in texts.items():
        outcome, sound = grade_of(text, send=key == "send")
        grades[AREAS[key]] = outcome
        if not sound:
            bad.append(f"{key}: {text}")
    return (_combined(grades) if _was_combined(texts, start, rulebook) else grades), bad


def _was_combined(texts: dict[str, str], start: PartialDate | None, rulebook: Rulebook) -> bool:
    """Tell whether a row's inspection judged care and care leavers together.

    By the day it began; where that is missing, by a cell that says that the judgement did not
    exist yet.
    """
    if start is not None:
        day = start.first
        single = rulebook.framework_at(Kind.FULL_INSPECTION, day)
        judged = single is None or Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS in single.areas
        return judged and day < rulebook.combined_care_ends
    cells = (texts.get("children_in_care", ""), texts.get("care_leavers", ""))
    return any("pre_dates" in text.casefold().replace("-", "_").replace(" ", "_") for text in cells)


def _combined(grades: dict[Area, Outcome | None]) -> dict[Area, Outcome | None]:
    """Put the one judgement of those years under its own name, whichever column holds it."""
    pair = (Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS, Area.CHILDREN_IN_CARE, Area.CARE_LEAVERS)
    told = [grades.pop(area, None) for area in pair]
    grade = next((outcome for outcome in told if outcome is not None), None)
    return {**grades, Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS: grade}


def _link(sheet: _Sheet, cells: Sequence[Cell]) -> str | None:
    cell = _at(sheet, cells, "link")
    if cell.link:
        return cell.link
    if cell.text.startswith(("http://", "https://")):
        return cell.text
    linked = [other.link for other in cells if other.link]
    return linked[0] if linked else None


def _file_number(link: str | None) -> int | None:
    match = _FILE.search(link) if link else None
    return int(match[1] or match[2]) if match else None
