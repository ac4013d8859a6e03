"""Tables -> files, row by row, so that size costs no memory; each file appears whole or not."""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watcher.alerting.render.cells import disarmed
from watcher.errors import UsageError, WatcherError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

CELL = 32_767
"""Characters that fit into a spreadsheet's cell."""

BATCH = 5_000
"""Rows of a Parquet file that are written at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A name, columns, and rows that are read while they are written."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[object]]


def write(form: str, tables: Sequence[Table], target: Path | None) -> str | None:
    """Write tables in a format.

    Args:
        form: One of `FORMATS`.
        tables: What to write.
        target: A file for one table or a workbook, a folder for several; None gives the text of
            one table back instead.

    Raises:
        UsageError: when the format, the number of tables and the target do not fit together.
        WatcherError: when a file cannot be written.
    """
    if target is None:
        return _text(form, tables)
    try:
        if form == "xlsx":
            _whole(target, lambda part: _xlsx(tables, part))
            return None
        one = len(tables) == 1 and bool(target.suffix)
        for table in tables:
            path = target if one else target / f"{table.name}.{form}"
            _whole(path, lambda part, table=table: FORMATS[form](table, part))  # type: ignore[misc]
    except OSError as error:
        raise WatcherError("the export cannot be written", resource=str(target)) from error
    return None


def _text(form: str, tables: Sequence[Table]) -> str:
    if form in {"xlsx", "parquet"}:
        raise UsageError(f"{form} is no text", hint="name a file or folder with --output")
    if len(tables) != 1:
        raise UsageError("only one table fits on stdout", hint="name a folder with --output")
    out = io.StringIO()
    writer = _csv_rows if form == "csv" else _json_lines
    writer(tables[0], out)
    return out.getvalue()


def _csv(table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        _csv_rows(table, file)


def _csv_rows(table: Table, file: Any) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([disarmed(value) for value in row] for row in table.rows)


def _jsonl(table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        _json_lines(table, file)


def _json_lines(table: Table, file: Any) -> None:
    for row in table.rows:
        file.write(json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False))
        file.write("\n")


def _xlsx(tables: Sequence[Table], path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        head = []
        for name in table.columns:
            cell = WriteOnlyCell(sheet, value=name)
            cell.font = Font(bold=True)
            head.append(cell)
        sheet.append(head)
        for row in table.rows:
            sheet.append([_cell(value) for value in row])
    book.save(path)


def _cell(value: object) -> object:
    shown = disarmed(value)
    if isinstance(shown, str) and len(shown) > CELL:
        return shown[: CELL - 1] + "…"
    return shown if shown != "" else None


def _parquet(table: Table, path: Path) -> None:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(
            "Parquet needs a library that is not installed",
            hint="pip install 'watcher[parquet]'",
        ) from error
    rows = [list(row) for row in table.rows]
    columns = [[row[place] for row in rows] for place, _ in enumerate(table.columns)]
    arrays = [_array(pa, column) for column in columns]
    whole = pa.table(dict(zip(table.columns, arrays, strict=True)))
    parquet.write_table(whole, path, row_group_size=BATCH)


def _array(arrow: Any, column: Iterable[object]) -> Any:
    """Type a column by what is in it; an empty one holds text."""
    values = list(column)
    kinds = {type(value) for value in values if value is not None}
    if kinds <= {int}:
        return arrow.array(values, arrow.int64() if kinds else arrow.string())
    if kinds <= {int, float}:
        return arrow.array(values, arrow.float64())
    return arrow.array([None if v is None else str(v) for v in values], arrow.string())


FORMATS: dict[str, Callable[[Table, Path], None]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "xlsx": lambda table, path: _xlsx((table,), path),
    "parquet": _parquet,
}
"""Name of a format -> what writes one table in it."""


def _whole(target: Path, fill: Callable[[Path], None]) -> None:
    """Fill a file beside the target and put it in its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with _part(target) as part:
        fill(part)
        part.chmod(0o644)
        part.replace(target)


@contextmanager
def _part(target: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
