"""Tables of a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watcher.errors import UnreadableDocument
from watcher.parse.grid import EMPTY, MAX_COLUMNS, MAX_ROWS, Cell, Grid, cell_text, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_SPAN = 400


def html_grids(body: bytes, resource: str) -> list[Grid]:
    """Give every table of a page that holds no other table, merged cells filled in.

    Raises:
        UnreadableDocument: when the page cannot be parsed.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding=_encoding(body), huge_tree=False)
    try:
        root = html.document_fromstring(body, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableDocument("is a broken page", resource=resource) from error
    tables = [table for table in root.iter("table") if table.find(".//table") is None]
    return [Grid(f"table {at}", trimmed(_rows(table))) for at, table in enumerate(tables, 1)]


def _encoding(body: bytes) -> str | None:
    """UTF-8 where the bytes are; else what the page declares."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _rows(table: Any) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    below: dict[int, tuple[int, Cell]] = {}
    for tr in table.iter("tr"):
        if len(rows) >= MAX_ROWS:
            break
        row, below = _row(list(_cells(tr)), below)
        rows.append(row)
    return rows


def _row(
    cells: list[tuple[Cell, int, int]], above: dict[int, tuple[int, Cell]]
) -> tuple[list[Cell], dict[int, tuple[int, Cell]]]:
    """Lay out a row, and tell which cells reach into the next."""
    row: list[Cell] = []
    below: dict[int, tuple[int, Cell]] = {}
    waiting = list(reversed(cells))
    while (waiting or len(row) in above) and len(row) < MAX_COLUMNS:
        at = len(row)
        if at in above:
            left, cell = above[at]
            if left > 1:
                below[at] = (left - 1, cell)
            row.append(cell)
            continue
        cell, across, down = waiting.pop()
        for _ in range(across):
            if down > 1:
                below[len(row)] = (down - 1, cell)
            row.append(cell)
    return row, below


def _cells(tr: Any) -> Iterator[tuple[Cell, int, int]]:
    for td in tr:
        if td.tag not in {"td", "th"}:
            continue
        anchor = td.find(".//a[@href]")
        text = cell_text(" ".join(td.itertext()))
        link = anchor.get("href").strip() if anchor is not None else None
        cell = Cell(text, None, link) if text or link else EMPTY
        yield cell, _span(td.get("colspan")), _span(td.get("rowspan"))


def _span(value: str | None) -> int:
    number = int(value) if value is not None and value.strip().isdecimal() else 1
    return min(max(number, 1), _MAX_SPAN)
