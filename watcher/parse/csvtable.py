"""Tables of comma-, semicolon- or tab-separated values."""

from __future__ import annotations

import csv
import io

from watcher.errors import UnreadableDocument
from watcher.parse.grid import EMPTY, MAX_COLUMNS, MAX_ROWS, Cell, Grid, cell_text, trimmed

_SAMPLE = 20


def csv_grid(body: bytes, resource: str) -> Grid:
    """Read a table whose separator is the one that its first lines have most of.

    Raises:
        UnreadableDocument: when it is no text or a quotation never ends.
    """
    text = _decoded(body, resource)
    head = "\n".join(text.splitlines()[:_SAMPLE])
    separator = max(",;\t|", key=head.count)
    rows: list[list[Cell]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append([_cell(value) for value in row[:MAX_COLUMNS]])
            if len(rows) > MAX_ROWS:
                break
    except csv.Error as error:
        raise UnreadableDocument("is a broken table", resource=resource) from error
    return Grid("csv", trimmed(rows))


def _cell(value: str) -> Cell:
    text = cell_text(value)
    if not text:
        return EMPTY
    return Cell(text, None, text if text.startswith(("http://", "https://")) else None)


def _decoded(body: bytes, resource: str) -> str:
    encodings = ["utf-8-sig", "cp1252"]
    if body[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encodings.insert(0, "utf-16")
    for encoding in encodings:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableDocument("is no text", resource=resource)
