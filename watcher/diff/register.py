"""Two fetches of a register -> records, warnings, and what to compare the next fetch with.

A register lists every council's latest grades. Only newer evidence makes news: a later start of
the inspection or, where a date is missing, a higher file number of the report. How many cells
differ says nothing: a dozen reports come out on one day, and a mistake flips a hundred cells.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from watcher.diff.records import council_on, digest
from watcher.model.event import Citation, Record, RecordId
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import Direction, Role, Status, WarningReason

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from watcher.diff.context import DiffContext, Provenance
    from watcher.model.council import CouncilCode, CouncilRef, LineageKey
    from watcher.model.dates import PartialDate
    from watcher.model.register import RegisterRow, RegisterTable
    from watcher.model.vocabulary import Area, Outcome

REREAD_LIMIT = 5
"""Cells that may change without newer evidence in one fetch before a person is told."""

_NAMED = 8
"""Councils named in a warning's detail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWarning:
    """Say that a source's page is not taken at its word, and why."""

    when: dt.datetime
    reason: WarningReason
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a register is taken to say of one council: its latest evidence and grades.

    `key` and `order` name the evidence for good, also when its date is corrected later or the
    report is issued again; `latest` is the number it then has. `cells` is the text of the
    judgement columns as last printed.
    """

    council: CouncilRef
    key: str
    start: PartialDate | None
    order: int | None
    grades: Mapping[Area, Outcome]
    cells: Mapping[str, str] = field(default_factory=dict)
    latest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterState:
    """Everything to compare the next fetch with.

    `listed` are the councils of the last fetch; `lines` also hold those it left out.
    """

    columns: frozenset[str] = frozenset()
    lines: Mapping[CouncilCode, Line] = field(default_factory=dict)
    listed: frozenset[CouncilCode] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Where and when a register was fetched."""

    provenance: Provenance
    url: str | None = None
    path: str | None = None
    title: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterDiff:
    """What one fetch adds: records to store, warnings to show, the state to keep."""

    records: tuple[Record, ...]
    warnings: tuple[SourceWarning, ...]
    state: RegisterState


class Evidence(Enum):
    """How a row's evidence stands to what is stored."""

    FIRST = "first"
    NEWER = "newer"
    SAME = "same"
    OLDER = "older"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What became of one row."""

    evidence: Evidence
    line: Line
    changed: Mapping[Area, Outcome]
    row: RegisterRow


def compare_register(
    table: RegisterTable, state: RegisterState | None, page: Page, context: DiffContext
) -> RegisterDiff:
    """Compare a fetch with what earlier fetches established.

    The first page of a register is loaded in silence. A row with older evidence never
    overwrites; a cell that changed without newer evidence replaces the stored value silently;
    a council that is missing keeps its state.
    """
    first = state is None
    before = state or RegisterState()
    rows = _newest_rows(_sound(row, page) for row in table.rows)
    steps = {code: _step(row, before.lines.get(code)) for code, row in rows.items()}
    records = [
        record for step in steps.values() for record in _records(step, page, context, first=first)
    ]
    after = RegisterState(
        columns=frozenset(_plain(column) for column in table.columns),
        lines={**before.lines, **{code: step.line for code, step in steps.items()}},
        listed=frozenset(rows),
    )
    warnings = () if first else tuple(_warnings(before, after, steps.values(), page))
    return RegisterDiff(records=tuple(records), warnings=warnings, state=after)


def evidence_of(row: RegisterRow, line: Line) -> Evidence:
    """Tell whether a row rests on a later inspection than what is stored.

    The start of the inspection decides; where one is missing, the report's file number. The
    same report is the same evidence, also when its date was corrected.
    """
    start, order, known = row.start, row.file_number, line.latest or line.order
    if order is not None and order in {line.order, line.latest}:
        return Evidence.SAME
    if start is not None and line.start is not None:
        if start.overlaps(line.start):
            return Evidence.SAME
        return Evidence.NEWER if start > line.start else Evidence.OLDER
    if order is None or known is None:
        return Evidence.SAME
    return Evidence.NEWER if order > known else Evidence.OLDER


def _sound(row: RegisterRow, page: Page) -> RegisterRow:
    """Take a start that lies after the fetch for what it is: no date."""
    if row.start is not None and row.start.first > page.provenance.seen.date():
        return replace(row, start=None)
    return row


def _newest_rows(rows: Iterable[RegisterRow]) -> Mapping[CouncilCode, RegisterRow]:
    """Take one row a council: the one with the latest evidence."""
    newest: dict[CouncilCode, RegisterRow] = {}
    for row in rows:
        code = row.council.code
        held = newest.get(code)
        if held is None or evidence_of(row, _line(held)) is Evidence.NEWER:
            newest[code] = row
    return newest


def _line(row: RegisterRow) -> Line:
    key = str(row.start) if row.start is not None else str(row.file_number)
    return Line(
        council=row.council,
        key=key,
        start=row.start,
        order=row.file_number,
        grades={area: outcome for area, outcome in row.grades.items() if outcome is not None},
        cells={column: _plain(text) for column, text in row.cells.items()},
    )


def _step(row: RegisterRow, line: Line | None) -> _Step:
    """Decide what one row does to what is stored."""
    fresh = _line(row)
    if line is None:
        return _Step(evidence=Evidence.FIRST, line=fresh, changed=fresh.grades, row=row)
    evidence = evidence_of(row, line)
    if evidence is Evidence.NEWER:
        return _Step(evidence=evidence, line=fresh, changed=fresh.grades, row=row)
    if evidence is Evidence.OLDER:
        return _Step(evidence=evidence, line=line, changed={}, row=row)
    dated_now = line.start is None and fresh.start is not None
    changed = {a: o for a, o in fresh.grades.items() if dated_now or line.grades.get(a) is not o}
    merged = replace(
        line,
        start=fresh.start or line.start,
        order=line.order if line.order is not None else fresh.order,
        grades={**line.grades, **changed},
        cells={**line.cells, **fresh.cells},
        latest=max((n for n in (line.latest, line.order, fresh.order) if n), default=None),
    )
    return _Step(evidence=evidence, line=merged, changed=changed, row=row)


def _records(step: _Step, page: Page, context: DiffContext, *, first: bool) -> Iterable[Record]:
    """Make a record of each grade that is new or read anew."""
    silent = first or page.provenance.silent or step.evidence is Evidence.SAME
    line, row = step.line, step.row
    day = line.start.first if line.start else page.provenance.seen.date()
    council = council_on(line.council.code, day, context.register)
    kind = row.kind
    for area, outcome in step.changed.items():
        found = Found(outcome=outcome, area=area, kind=kind)
        severity = severity_of(found, context.rulebook)
        yield Record(
            id=_record_id(step, (council.lineage, area, outcome), page),
            council=council.ref,
            lineage=council.lineage,
            role=Role.NEWS,
            kind=kind,
            regime=row.regime,
            area=area,
            outcome=outcome,
            direction=Direction.UNKNOWN,
            previous_outcome=None,
            previous_when=None,
            when=line.start,
            when_end=row.end,
            published=row.published,
            status=Status.CONFIRMED,
            origin="register",
            order=line.order,
            severity=severity,
            confidence=1.0,
            adverse=severity is not None,
            silent=silent,
            held=False,
            seen=page.provenance.seen,
            source=page.provenance.source,
            citations=(_citation(row, page),),
        )


def _record_id(step: _Step, said: tuple[LineageKey, Area, Outcome], page: Page) -> RecordId:
    """Name a record by its evidence; a cell read anew is another one each time."""
    lineage, area, outcome = said
    parts = [page.provenance.source, lineage, area.value, step.line.key]
    if step.evidence is Evidence.SAME:
        parts += [outcome.value, page.provenance.seen.isoformat()]
    return RecordId(digest("register", *parts))


def _citation(row: RegisterRow, page: Page) -> Citation:
    """Cite the row: its words, and the report it links to."""
    grades = ", ".join(
        f"{area.value.replace('_', ' ')}: {outcome.value.replace('_', ' ')}"
        for area, outcome in row.grades.items()
        if outcome is not None
    )
    return Citation(
        quote=f"{row.council.name}: {grades}",
        title=page.title,
        url=row.link or page.url,
        path=page.path,
        sha256=page.sha256,
        rule="register",
    )


def _warnings(
    before: RegisterState, after: RegisterState, steps: Iterable[_Step], page: Page
) -> Iterable[SourceWarning]:
    """Say what is odd about a fetch; nothing of it stops the reading of sound rows."""
    when = page.provenance.seen
    gone = sorted(before.lines[code].council.name for code in before.listed - after.listed)
    if gone:
        detail = f"{len(gone)} councils listed last time are missing: {_some(gone)}"
        yield SourceWarning(when=when, reason=WarningReason.ROWS_MISSING, detail=detail)
    if before.columns != after.columns:
        lost = sorted(before.columns - after.columns)
        new = sorted(after.columns - before.columns)
        detail = f"columns gone: {_some(lost) or 'none'}; new: {_some(new) or 'none'}"
        yield SourceWarning(when=when, reason=WarningReason.COLUMNS_CHANGED, detail=detail)
    taken = list(steps)
    older = sorted(s.row.council.name for s in taken if s.evidence is Evidence.OLDER)
    if older:
        detail = f"{len(older)} councils are listed with older evidence: {_some(older)}"
        yield SourceWarning(when=when, reason=WarningReason.ROLLBACK, detail=detail)
    cells = sum(_reread(step, before) for step in taken)
    if cells > REREAD_LIMIT:
        detail = f"{cells} grades changed without a newer inspection"
        yield SourceWarning(when=when, reason=WarningReason.REREAD, detail=detail)


def _reread(step: _Step, before: RegisterState) -> int:
    """Count the cells that changed without newer evidence.

    A cell of a column that is new, or that was empty, has not changed.
    """
    if step.evidence is not Evidence.SAME:
        return 0
    known = before.lines[step.line.council.code].cells
    return sum(
        1 for column, text in step.line.cells.items() if known.get(column, text) not in {"", text}
    )


def _some(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _plain(column: str) -> str:
    """Fold a column's name: case, spaces and dots are no change."""
    return " ".join(column.replace("_", " ").replace(".", " ").casefold().split())
