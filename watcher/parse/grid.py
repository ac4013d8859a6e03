"""Tables of every format as one thing: rows of cells with text, date and link."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.errors import UnreadableDocument

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

MAX_ROWS = 20_000
MAX_COLUMNS = 512
MAX_CELL = 4_000
MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes that a spreadsheet may unpack to; the largest real one has some 40 MB."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text as shown, its value where that is a date, and the link on it."""

    text: str = ""
    date: dt.date | None = None
    link: str | None = None


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Grid:
    """One table or sheet."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def cell_text(text: str) -> str:
    """Fold white space and cut what is too long for a cell."""
    return " ".join(text[:MAX_CELL].split())


def trimmed(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Drop empty rows, and empty cells at the ends of rows."""
    kept: list[tuple[Cell, ...]] = []
    for row in rows:
        end = len(row)
        while end and row[end - 1] == EMPTY:
            end -= 1
        if end:
            kept.append(tuple(row[:end]))
    return tuple(kept)


def open_zip(body: bytes, resource: str) -> zipfile.ZipFile:
    """Open a spreadsheet's archive, unless it would unpack to far too much.

    Raises:
        UnreadableDocument: when it is no archive, cut off, encrypted, or a bomb.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise UnreadableDocument("is a broken or cut-off spreadsheet", resource=resource) from error
    infos = archive.infolist()
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableDocument("is encrypted", resource=resource)
    size = sum(info.file_size for info in infos)
    if size > MAX_UNPACKED:
        raise UnreadableDocument(f"unpacks to {size:,} bytes", resource=resource)
    return archive


def is_zip(body: bytes) -> bool:
    """Tell whether bytes are a ZIP archive, which spreadsheets are."""
    return body.startswith(b"PK\x03\x04")


def is_html(body: bytes) -> bool:
    """Tell whether bytes look like a page with a table."""
    return re.search(rb"<(?:!doctype|html|table|body)\b", body[:65536], re.IGNORECASE) is not None
