"""Sheets of an OpenDocument spreadsheet, as the yearly statistics come."""

from __future__ import annotations

import datetime as dt
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

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_KIND = "application/vnd.oasis.opendocument"
_MAX_REPEATED_ROWS = 400
"""Councils are not repeated; a longer run of equal rows is padding."""


def is_ods(body: bytes) -> bool:
    """Tell whether an archive says that it is an OpenDocument file."""
    return _KIND.encode() in body[:200] or b"content.xml" in body


def ods_grids(body: bytes, resource: str) -> list[Grid]:
    """Read every sheet; repeated and merged cells are filled in.

    Raises:
        UnreadableDocument: when the file is broken or a bomb.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    with open_zip(body, resource) as archive:
        try:
            content = archive.read("content.xml")
            root = etree.fromstring(content, parser)
        except (KeyError, OSError, RuntimeError, ValueError, EOFError, etree.LxmlError) as error:
            raise UnreadableDocument("is a broken spreadsheet", resource=resource) from error
        except Exception as error:  # zlib.error: a broken stream
            if type(error).__name__ not in {"error", "BadZipFile"}:
                raise
            raise UnreadableDocument("is a broken spreadsheet", resource=resource) from error
    tables = root.iter(f"{_TABLE}table")
    return [Grid(table.get(f"{_TABLE}name", ""), trimmed(_rows(table))) for table in tables]


def _rows(table: Any) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    below: dict[int, tuple[int, Cell]] = {}
    for element in table.iter(f"{_TABLE}table-row"):
        row, below = _row(element, below)
        wanted = 1 if not row else min(_number(element, "number-rows-repeated"), _MAX_REPEATED_ROWS)
        for _ in range(wanted):
            rows.append(row)
            if len(rows) >= MAX_ROWS:
                return rows
    return rows


def _row(
    element: Any, above: dict[int, tuple[int, Cell]]
) -> tuple[list[Cell], dict[int, tuple[int, Cell]]]:
    """Lay out a row; a covered cell takes what covers it."""
    row: list[Cell] = []
    below: dict[int, tuple[int, Cell]] = {}
    for cell, covered, repeated, down in _cells(element):
        for _ in range(min(repeated, MAX_COLUMNS - len(row))):
            at = len(row)
            left, shown = above.get(at, (0, EMPTY))
            if covered and left == 0 and row:
                shown = row[-1] if at - 1 not in above else EMPTY
            row.append(shown if covered else cell)
            if down > 1:
                below[at] = (down - 1, cell)
            elif covered and left > 1:
                below[at] = (left - 1, shown)
    while row and row[-1] == EMPTY:
        row.pop()
    return row, below


def _cells(element: Any) -> Iterator[tuple[Cell, bool, int, int]]:
    for child in element:
        covered = child.tag == f"{_TABLE}covered-table-cell"
        if covered or child.tag == f"{_TABLE}table-cell":
            down = _number(child, "number-rows-spanned")
            yield _cell(child), covered, _number(child, "number-columns-repeated"), down


def _cell(element: Any) -> Cell:
    lines = ["".join(part.itertext()) for part in element.iter(f"{_TEXT}p")]
    text = cell_text(" ".join(lines))
    anchor = next(element.iter(f"{_TEXT}a"), None)
    link = anchor.get(f"{_XLINK}href") if anchor is not None else None
    date = _date(element.get(f"{_OFFICE}date-value"))
    if not text and date is None:
        text = cell_text(
            element.get(f"{_OFFICE}string-value") or element.get(f"{_OFFICE}value") or ""
        )
    if link is None and text.startswith(("http://", "https://")):
        link = text
    if not (text or link or date):
        return EMPTY
    return Cell(text or (date.isoformat() if date else ""), date, link)


def _date(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _number(element: Any, name: str) -> int:
    value = element.get(f"{_TABLE}{name}") or "1"
    return max(int(value), 1) if value.isdecimal() and len(value) < 10 else 1  # noqa: PLR2004
