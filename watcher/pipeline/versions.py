"""Versions of a document: what a new one says again is what was said before; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.model.event import Record, RecordId
    from watcher.model.finding import Reading


def speaks(reading: Reading) -> bool:
    """Tell whether a document can be taken at its word when it no longer says something.

    A page that could not be read, that asks for a subscription, or that is an error page takes
    nothing back.
    """
    return reading.error is None and not any(
        rejection.stage == "parse" for rejection in reading.rejections
    )


def continued(records: tuple[Record, ...], before: tuple[Record, ...]) -> tuple[Record, ...]:
    """Let a record that says what an earlier version of its document said be that record.

    So a corrected typing mistake neither moves an event nor brings back what was rejected.
    """
    taken = {record.id for record in records}
    free: dict[tuple[str, ...], list[RecordId]] = {}
    for record in before:
        if record.id not in taken:
            free.setdefault(_said(record), []).append(record.id)
    known = {record.id for record in before}
    kept_records = []
    for record in records:
        same = free.get(_said(record))
        kept = record.id if record.id in known or not same else same.pop(0)
        kept_records.append(replace(record, id=kept))
    return tuple(kept_records)


def _said(record: Record) -> tuple[str, ...]:
    return (
        record.lineage,
        record.role.value,
        record.kind.value,
        record.area.value,
        record.outcome.value,
    )
