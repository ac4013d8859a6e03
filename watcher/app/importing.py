"""Take in what was known before: baselines, registers and the statistics, in silence."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from watcher.diff import DiffContext, Provenance
from watcher.diff.register import Page, compare_register
from watcher.errors import UnreadableDocument, UsageError
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES
from watcher.parse.hints import Hints
from watcher.reference import load_register, load_rulebook
from watcher.reference.baseline import (
    is_baseline,
    packaged_baseline,
    packaged_records,
    read_baseline,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.config import Config
    from watcher.model.event import Record
    from watcher.pipeline.ingest import Ingest
    from watcher.store import Store

PACKAGED = "packaged"
NONE = "none"
BASELINE_DATE = "baseline_date"
"""Where the store keeps the day up to which its baseline reaches."""
BASELINE_TOLD = "baseline_told"
"""Where it keeps that a person was told what came after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import came to."""

    name: str
    councils: int
    grades: int
    new: int


def baseline_records(spec: str, provenance: Provenance) -> tuple[Record, ...]:
    """Read a baseline into silent records.

    Args:
        spec: `packaged`, or the path of a baseline's CSV or of a register (CSV, XLSX, ODS, HTML).
        provenance: When, and under which name, it is taken in.

    Raises:
        UsageError: when there is no such file.
        DocumentError: when the file is no table of grades.
    """
    context = DiffContext(register=load_register(), rulebook=load_rulebook())
    silent = replace(provenance, silent=True)
    if spec == PACKAGED:
        return packaged_records(silent, context)
    path = Path(spec)
    try:
        body = path.read_bytes()
    except OSError as error:
        raise UsageError(
            "the baseline cannot be read",
            resource=spec,
            hint="give the path of a table of grades, or `packaged`",
        ) from error
    head = body[:4096].decode("utf-8", "replace").split("\n", 1)[0]
    if is_baseline(head):
        return read_baseline(body.decode("utf-8-sig"), silent, context)
    return _from_register(path, body, silent, context)


def seed(store: Store, ingest: Ingest, config: Config) -> None:
    """Load the configured baseline into a new database; one that has it is left alone."""
    wanted = str(config.watcher.baseline)
    if wanted == NONE or store.meta.get(BASELINE_DATE) is not None:
        return
    take_in(wanted, store, ingest)


def first_news(store: Store) -> str | None:
    """Say, once, how many councils have changed since the baseline; None ever after.

    Only grades and SEND outcomes count that were found after what the baseline knew.
    """
    day = store.meta.get(BASELINE_DATE)
    if day is None or store.meta.get(BASELINE_TOLD) is not None:
        return None
    changed = {
        event.lineage
        for event in store.events.all()
        if not (event.silent or event.late or event.held)
        and event.after.outcome in GRADES | SEND_OUTCOMES
    }
    with store.transaction():
        store.meta.put(BASELINE_TOLD, day)
    who = "1 council has" if len(changed) == 1 else f"{len(changed)} councils have"
    return f"{who} changed since the baseline of {day}"


def take_in(spec: str, store: Store, ingest: Ingest) -> Imported:
    """Take a baseline or register into the store, in silence.

    What is known better is not overwritten: the later evidence stands, whichever came first.

    Raises:
        UsageError: when there is no such file.
        DocumentError: when it is no table of grades.
        StoreError: when the database cannot be written.
    """
    moment = ingest.moment()
    records = baseline_records(spec, Provenance(seen=moment, source="baseline"))
    known = {r.id for r in records if store.records.get(r.id) is not None}
    ingest.records(records)
    day = _reaches(spec, records)
    before = store.meta.get(BASELINE_DATE)
    if before is None or day.isoformat() > before:
        with store.transaction():
            store.meta.put(BASELINE_DATE, day.isoformat())
    return Imported(
        name=spec,
        councils=len({record.lineage for record in records}),
        grades=len(records),
        new=len(records) - len(known),
    )


def _from_register(
    path: Path, body: bytes, provenance: Provenance, context: DiffContext
) -> tuple[Record, ...]:
    """Read a register's latest grades as a baseline."""
    from watcher.parse.register import parse_register

    if body.startswith(b"%PDF-"):
        raise UnreadableDocument(
            "is a PDF, and no table of grades",
            resource=str(path),
            hint="`watcher replay` and sources read reports; give a CSV, XLSX, ODS or HTML table",
        )
    table = parse_register(body, Hints(path=str(path)), load_register(), load_rulebook())
    if not table.rows:
        raise UnreadableDocument("no council's grades were found in it", resource=str(path))
    page = Page(
        provenance=provenance,
        path=str(path),
        title=path.name,
        sha256=hashlib.sha256(body).hexdigest(),
    )
    found = compare_register(table, None, page, context)
    return tuple(replace(record, origin="baseline") for record in found.records)


def _reaches(spec: str, records: Iterable[Record]) -> dt.date:
    """Give the day up to which a baseline reaches: as stated, else its newest evidence."""
    if spec == PACKAGED:
        return packaged_baseline().as_at
    dates = (record.published or record.when for record in records)
    return max((date.last for date in dates if date is not None), default=dt.date.min)
