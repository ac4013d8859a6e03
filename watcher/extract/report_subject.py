"""What everything read of one report has in common: its council, kind, framework, evidence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.report_previous import read_previous
from watcher.model.finding import EarlierGrade, Evidence, Finding, Inspection, Rejection
from watcher.model.report import Family
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import Area, Direction, Kind, Role, Severity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from watcher.extract.context import ExtractContext
    from watcher.extract.report_previous import Said
    from watcher.extract.report_table import Odd, Row, Table
    from watcher.model.council import Council
    from watcher.model.framework import Framework
    from watcher.model.report import Report

STAGE = "report"
QUOTE = 300
"""Characters of a report that a rejection quotes."""

_SURE = 0.99

KINDS: Mapping[Family, Kind] = {
    Family.ILACS: Kind.FULL_INSPECTION,
    Family.SINGLE: Kind.FULL_INSPECTION,
    Family.SAFEGUARDING: Kind.SAFEGUARDING_INSPECTION,
    Family.BOARD_REVIEW: Kind.UNSPECIFIED,
    Family.AREA_SEND: Kind.AREA_SEND,
    Family.SEND_FOLLOW_UP: Kind.AREA_SEND,
    Family.FOCUSED_VISIT: Kind.FOCUSED_VISIT,
    Family.MONITORING_VISIT: Kind.MONITORING_VISIT,
    Family.JTAI: Kind.JTAI,
    Family.UNKNOWN: Kind.UNSPECIFIED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What every finding of one report has in common."""

    report: Report
    council: Council
    kind: Kind
    framework: Framework | None
    context: ExtractContext

    @property
    def regime(self) -> str | None:
        """The framework's key."""
        return self.framework.key if self.framework else None


def inspection_of(
    report: Report,
    council: Council | None,
    framework: Framework | None,
    table: Table,
    previous: EarlierGrade | None = None,
) -> Inspection:
    """Say what the report says of itself."""
    published, basis = report.published, "printed" if report.published else None
    if published is None and report.document.published is not None:
        published = report.document.published
        basis = "file" if report.document.published_basis == "file" else "link"
    return Inspection(
        council=council.ref if council else None,
        kind=KINDS[report.family],
        regime=framework.key if framework else None,
        start=report.start,
        end=report.end,
        published=published,
        published_basis=basis,
        lead_inspector=report.lead_inspector,
        not_judged=tuple(row.area for row in table.rows if row.outcome is None),
        pages_read=report.pages_read,
        previous=previous,
    )


def previous_of(
    report: Report,
    begin: int,
    end: int,
    reader: Callable[[str, int, int, dt.date], Said | None] = read_previous,
) -> EarlierGrade | None:
    """Read what `text[begin:end]` of a report says of the overall grade before it."""
    day = report.start or report.published or report.document.published
    said = reader(report.document.text, begin, end, day.first) if day else None
    if said is None:
        return None
    return EarlierGrade(
        area=Area.OVERALL,
        outcome=said.outcome,
        when=said.when,
        predecessor=said.predecessor,
        evidence=evidence_of(report, said.start, said.end),
    )


def evidence_of(report: Report, start: int, end: int) -> Evidence:
    """Quote the document, with the page (from 1) on which the quotation begins."""
    document = report.document
    page = bisect_right(document.pages, start) if document.pages else None
    return Evidence(quote=document.text[start:end], start=start, end=end, page=page)


def finding_of(subject: Subject, row: Row) -> Finding:
    """Make the finding that a row is."""
    assert row.outcome is not None  # noqa: S101  (rows that were not judged are no findings)
    found = Found(outcome=row.outcome, area=row.area, kind=subject.kind)
    severity = severity_of(found, subject.context.rulebook)
    return Finding(
        council=subject.council.ref,
        role=Role.NEWS,
        kind=subject.kind,
        regime=subject.regime,
        area=row.area,
        outcome=row.outcome,
        direction=Direction.UNKNOWN,
        previous=None,
        when=subject.report.start,
        adverse=severity is not None and severity >= Severity.MEDIUM,
        severity=severity,
        confidence=_SURE,
        rule=row.rule,
        evidence=(evidence_of(subject.report, row.start, row.end),),
    )


def rejection_of(report: Report, council: Council | None, odd: Odd) -> Rejection:
    """Make the rejection that an odd row is."""
    quote = report.document.text[odd.start : odd.end][:QUOTE]
    ref = council.ref if council else None
    return Rejection(stage=STAGE, reason=odd.reason, council=ref, quote=quote)
