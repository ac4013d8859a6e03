"""Baselines: what was known before the watch began, as silent records."""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from watcher.diff.records import council_on, digest, file_number
from watcher.errors import ReferenceDataError
from watcher.model.dates import PartialDate
from watcher.model.event import Citation, Record, RecordId
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import Area, Direction, Kind, Outcome, Role, Status
from watcher.reference.packaged import text_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from watcher.diff.context import DiffContext, Provenance
    from watcher.model.council import Council

GRADE_COLUMNS = ("overall", "leaders", "help_and_protection", "children_in_care", "care_leavers")
_NEEDED = frozenset({"gss_code", "inspection_start", "published"})
_SEND: Mapping[str, Outcome] = {
    "positive": Outcome.SEND_POSITIVE,
    "inconsistent": Outcome.SEND_INCONSISTENT,
    "widespread/systemic failings": Outcome.SEND_SYSTEMIC_FAILINGS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Packaged:
    """The packaged baseline: its date and its two tables."""

    as_at: dt.date
    grades: str
    send: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """One grade of a baseline's row."""

    area: Area
    outcome: Outcome
    kind: Kind
    start: PartialDate | None
    end: PartialDate | None
    published: PartialDate | None
    url: str


@cache
def packaged_baseline() -> Packaged:
    """Load the packaged baseline.

    Raises:
        ReferenceDataError: when it cannot be read.
    """
    try:
        about = tomllib.loads(text_of("baseline.toml"))
        return Packaged(
            as_at=about["as_at"], grades=text_of(about["grades"]), send=text_of(about["send"])
        )
    except (OSError, KeyError, ValueError) as error:
        raise ReferenceDataError("cannot be read", resource="baseline.toml") from error


def packaged_records(provenance: Provenance, context: DiffContext) -> tuple[Record, ...]:
    """Give the packaged baseline as silent records."""
    packaged = packaged_baseline()
    return (
        *read_baseline(packaged.grades, provenance, context),
        *read_baseline(packaged.send, provenance, context),
    )


def is_baseline(header: str) -> bool:
    """Tell whether a table's first line is that of a baseline."""
    columns = next(csv.reader([header.lstrip("\ufeff")]), [])
    return set(columns) >= _NEEDED


def read_baseline(text: str, provenance: Provenance, context: DiffContext) -> tuple[Record, ...]:
    """Read a table of grades, or of SEND outcomes, into silent records.

    A grade that a council had before is given as well where the table names it: it is where
    the overall grade of a council stands whose latest inspection gave none.

    Raises:
        ReferenceDataError: when a row cannot be understood; says which.
    """
    found: list[Record] = []
    for number, row in enumerate(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))), start=2):
        try:
            council = context.register.by_code[row["gss_code"]]  # type: ignore[index]
            cells = tuple(_cells(row, context))
            found += [_record(cell, council, provenance, context) for cell in cells]
        except (KeyError, ValueError) as error:
            raise ReferenceDataError(
                f"line {number} cannot be used", resource=row.get("name") or "baseline"
            ) from error
    return tuple(found)


def _cells(row: Mapping[str, str], context: DiffContext) -> Iterator[_Cell]:
    """Give the grades that a row states."""
    start, end = _date(row["inspection_start"]), _date(row.get("inspection_end"))
    published, url = _date(row["published"]), row.get("report_url") or ""
    if row.get("outcome"):
        yield _Cell(
            area=Area.SEND,
            outcome=_SEND[row["outcome"]],
            kind=Kind.AREA_SEND,
            start=start,
            end=end,
            published=published,
            url=url,
        )
    joint = start is not None and start.first < context.rulebook.combined_care_ends
    for column in GRADE_COLUMNS:
        if row.get(column):
            yield _Cell(
                area=_area(column, joint=joint),
                outcome=_grade(row[column]),
                kind=Kind.FULL_INSPECTION,
                start=start,
                end=end,
                published=published,
                url=url,
            )
    if row.get("previous_overall"):
        yield _Cell(
            area=Area.OVERALL,
            outcome=_grade(row["previous_overall"]),
            kind=Kind.FULL_INSPECTION,
            start=None,
            end=None,
            published=_date(row.get("previous_published")),
            url="",
        )


def _area(column: str, *, joint: bool) -> Area:
    """Name the area; before 2023 children in care and care leavers were judged as one."""
    if joint and column == "children_in_care":
        return Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS
    return Area(column)


def _grade(text: str) -> Outcome:
    return Outcome(text.strip().casefold().replace(" ", "_"))


def _date(text: str | None) -> PartialDate | None:
    return PartialDate(text.strip()) if text and text.strip() else None


def _record(cell: _Cell, council: Council, provenance: Provenance, context: DiffContext) -> Record:
    day = cell.start or cell.published
    then = council_on(council.code, day.first if day else None, context.register)
    regime = context.rulebook.framework_at(cell.kind, day.first) if day else None
    found = Found(outcome=cell.outcome, area=cell.area, kind=cell.kind)
    severity = severity_of(found, context.rulebook)
    identity = (
        then.lineage,
        cell.area.value,
        cell.outcome.value,
        str(cell.start or cell.published),
    )
    return Record(
        id=RecordId(digest("baseline", *identity)),
        council=then.ref,
        lineage=then.lineage,
        role=Role.NEWS,
        kind=cell.kind,
        regime=regime.key if regime else None,
        area=cell.area,
        outcome=cell.outcome,
        direction=Direction.UNKNOWN,
        previous_outcome=None,
        previous_when=None,
        when=cell.start,
        when_end=cell.end,
        published=cell.published,
        status=Status.CONFIRMED,
        origin="baseline",
        order=file_number(cell.url),
        severity=severity,
        confidence=1.0,
        adverse=severity is not None,
        silent=True,
        held=False,
        seen=provenance.seen,
        source=provenance.source,
        citations=_citations(cell, then),
    )


def _citations(cell: _Cell, council: Council) -> tuple[Citation, ...]:
    """Cite the report; the words are the table's own."""
    words = cell.outcome.value.replace("_", " ")
    quote = f"{council.name}: {cell.area.value.replace('_', ' ')}: {words}"
    return (Citation(quote=quote, title="Baseline", url=cell.url or None, rule="baseline"),)
