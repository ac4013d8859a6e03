"""Sheets of an Excel workbook."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from watcher.errors import UnreadableDocument
from watcher.parse.grid import (
    EMPTY,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Grid,
    cell_text,
    open_zip,
    trimmed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SHEETS = 40
MAX_CELLS = 300_000
"""Cells of a sheet that merges are looked for in; a larger one is no register of councils."""


def xlsx_grids(body: bytes, resource: str) -> list[Grid]:
    """Read every sheet: values as last computed, merged cells filled in.

    Raises:
        UnreadableDocument: when the workbook is broken or a bomb.
    """
    open_zip(body, resource).close()
    try:
        return list(_sheets(body))
    except UnreadableDocument:
        raise
    except Exception as error:
        raise UnreadableDocument("is a broken workbook", resource=resource) from error


def _sheets(body: bytes) -> Iterator[Grid]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=True)
    try:
        names = book.sheetnames[:MAX_SHEETS]
        sizes = {name: _size(book[name]) for name in names}
    finally:
        book.close()
    if sum(sizes.values()) > MAX_CELLS:
        raise UnreadableDocument(f"has {sum(sizes.values()):,} cells")
    book = openpyxl.load_workbook(io.BytesIO(body), data_only=True)
    for name in names:
        sheet = book[name]
        if hasattr(sheet, "iter_rows"):
            yield Grid(name, trimmed(_rows(sheet)))


def _size(sheet: Any) -> int:
    """Count cells without holding them."""
    if not hasattr(sheet, "iter_rows"):
        return 0
    count = 0
    for row in sheet.iter_rows(values_only=True):
        count += max(len(row), 1)
        if count > MAX_CELLS:
            break
    return count


def _rows(sheet: Any) -> list[list[Cell]]:
    down, across = min(sheet.max_row, MAX_ROWS), min(sheet.max_column, MAX_COLUMNS)
    rows = [[_cell(cell) for cell in row] for row in sheet.iter_rows(max_row=down, max_col=across)]
    for merged in sheet.merged_cells.ranges:
        left, top, right, bottom = merged.bounds
        if top > len(rows) or left > len(rows[top - 1]):
            continue
        value = rows[top - 1][left - 1]
        for row in rows[top - 1 : bottom]:
            for at in range(left - 1, min(right, len(row))):
                row[at] = value
    return rows


def _cell(cell: Any) -> Cell:
    value = cell.value
    link = cell.hyperlink.target if getattr(cell, "hyperlink", None) is not None else None
    if value is None:
        return Cell("", None, link) if link else EMPTY
    date = None
    if isinstance(value, dt.datetime):
        date = value.date()
    elif isinstance(value, dt.date):
        date = value
    text = date.isoformat() if date else cell_text(_shown(value))
    if link is None and text.startswith(("http://", "https://")):
        link = text
    return Cell(text, date, link)


def _shown(value: object) -> str:
    """Show a value as the sheet does: whole numbers without a fraction."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
