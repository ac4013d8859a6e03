"""Read folders of documents for a replay."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from watcher.alerting.policy import Policy
from watcher.app.engine import start_apart
from watcher.app.progressing import tracked
from watcher.app.reading import read_archive, read_in_turn, reading_context
from watcher.diff import DiffContext, Provenance, records_from
from watcher.diff.register import Page
from watcher.errors import DocumentError, UnreadableDocument, UsageError
from watcher.parse.dates import name_date
from watcher.parse.hints import Hints
from watcher.pipeline.replay import Item, Replayed, replay
from watcher.reference import load_register, load_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from watcher.model.event import Record
    from watcher.model.finding import Reading

SUFFIXES = frozenset({".txt", ".html", ".htm", ".pdf", ".jsonl"})
"""What a replay reads; other files are passed over."""

NO_DATE = "no_date"

_FETCHED = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{6})\.html?", re.IGNORECASE)
_NOT_ARTICLES = frozenset({"no_inspectorate", "error_page", "empty"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that took no part in a replay, and why."""

    path: str
    error: str

    @property
    def unreadable(self) -> bool:
        """Whether it could not be read at all."""
        return self.error != NO_DATE


@dataclass(slots=True, kw_only=True)
class Pile:
    """What was read, before it is put in order."""

    items: list[Item] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def replay_paths(
    paths: Iterable[Path], *, baseline: str | None = None
) -> tuple[Replayed, tuple[Failure, ...]]:
    """Replay every document under some folders, from an empty state or a baseline.

    Raises:
        UsageError: when a path does not exist.
        DocumentError: when the baseline cannot be read.
    """
    files = [file for path in paths for file in files_under(path)]
    if any(file.suffix.lower() == ".pdf" for file in files):
        start_apart()
    context = DiffContext(register=load_register(), rulebook=load_rulebook())
    loaded: tuple[Record, ...] = ()
    if baseline is not None:
        from watcher.app.importing import baseline_records

        early = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)
        loaded = baseline_records(baseline, Provenance(seen=early, source="baseline", silent=True))
    pile = Pile()
    for document, group in groupby(tracked("documents", files), _is_one_document):
        if document:
            _read_documents(group, pile, context)
        else:
            for file in group:
                _read_file(file, pile, context)
    told = replay(pile.items, loaded, context, Policy())
    return told, tuple(pile.failures)


def files_under(path: Path) -> Iterator[Path]:
    """Give the documents of a folder and its folders, by name; or the one file itself.

    Raises:
        UsageError: when there is no such path.
    """
    if path.is_file():
        yield path
        return
    if not path.is_dir():
        raise UsageError("no such file or folder", resource=str(path))
    for file in sorted(path.rglob("*")):
        wanted = file.suffix.lower() in SUFFIXES and not file.name.startswith("README")
        if wanted and file.is_file():
            yield file


def _is_one_document(path: Path) -> bool:
    """Tell whether a file is one document, not an archive and no fetch of a register."""
    return path.suffix.lower() != ".jsonl" and not _FETCHED.fullmatch(path.name)


def _read_documents(files: Iterable[Path], pile: Pile, context: DiffContext) -> None:
    """Read files that are one document each."""
    contents = ((_hints(file), _content_of(file)) for file in files)
    for reading in read_in_turn(contents, reading_context()):
        _add(reading, reading.document.path or "", pile, context)


def _hints(path: Path) -> Hints:
    named = name_date(path.name)
    return Hints(path=str(path), published=named, published_basis="file" if named else None)


def _content_of(path: Path) -> bytes | DocumentError:
    try:
        return path.read_bytes()
    except OSError as error:
        return UnreadableDocument(str(error.strerror or error))


def _read_file(path: Path, pile: Pile, context: DiffContext) -> None:
    """Read an archive or the fetch of a register into the pile."""
    if path.suffix.lower() == ".jsonl":
        _read_archive(path, pile, context)
        return
    body = _content_of(path)
    if isinstance(body, bytes) and _read_register(path, body, pile, context):
        return
    _read_documents([path], pile, context)


def _read_archive(path: Path, pile: Pile, context: DiffContext) -> None:
    """Read an archive; one without documents in it is passed over."""
    if not _holds_documents(path):
        return
    with path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        for number, reading in enumerate(read_archive(lines, reading_context(), str(path)), 1):
            name = reading.document.id or str(number)
            _add(reading, f"{path}#{name}", pile, context)


def _holds_documents(path: Path) -> bool:
    """Tell whether any line of a file of lines is a document."""
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            return any(_is_document(line) for line in lines if line.strip())
    except OSError:
        return False


def _is_document(line: str) -> bool:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and ("text" in row or "html" in row)


def _read_register(path: Path, body: bytes, pile: Pile, context: DiffContext) -> bool:
    """Read a dated fetch of a register; tell whether it was one."""
    from watcher.parse.register import parse_register

    fetched = _FETCHED.fullmatch(path.name)
    if fetched is None:
        return False
    try:
        at = dt.datetime.strptime(fetched.group(1), "%Y-%m-%dT%H%M%S").replace(tzinfo=dt.UTC)
        hints = Hints(path=str(path))
        table = parse_register(body, hints, context.register, context.rulebook)
    except (ValueError, DocumentError):
        return False
    source = str(path.parent)
    page = Page(provenance=Provenance(seen=at, source=source), path=str(path))
    pile.items.append(Item(at=at, path=str(path), register=(table, page)))
    return True


def _add(reading: Reading, path: str, pile: Pile, context: DiffContext) -> None:
    """Put a document's records into the pile, by the day it was published."""
    if reading.error is not None:
        pile.failures.append(Failure(path=path, error=reading.error))
        return
    inspection = reading.inspection
    published = (inspection.published if inspection else None) or reading.document.published
    if published is None:
        if not any(r.reason in _NOT_ARTICLES for r in reading.rejections):
            pile.failures.append(Failure(path=path, error=NO_DATE))
        return
    at = dt.datetime.combine(published.last, dt.time(), dt.UTC)
    records = records_from(reading, Provenance(seen=at, source="replay"), context)
    said = reading if inspection is not None and inspection.previous is not None else None
    pile.items.append(Item(at=at, path=path, records=records, reading=said))
