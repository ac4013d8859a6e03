"""Turn an official report into findings: each judgement by its own label, or held for review."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.report_council import find_council
from watcher.extract.report_needs import read_priority_action
from watcher.extract.report_previous import read_previous
from watcher.extract.report_record import read_record
from watcher.extract.report_send import read_send_outcome
from watcher.extract.report_table import Odd, Table, read_table
from watcher.model.finding import Evidence, Finding, Inspection, Reading, Rejection
from watcher.model.report import LETTERS, Family
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import Area, Direction, Kind, Role, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.extract.context import ExtractContext
    from watcher.extract.report_table import Row
    from watcher.model.council import Council
    from watcher.model.framework import Framework
    from watcher.model.report import Report

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
_STAGE = "report"
_QUOTE = 300
_SURE = 0.99


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


def read_report(report: Report, context: ExtractContext) -> Reading:
    """Read an official report; what is no report at all is read as an article."""
    if report.family is Family.UNKNOWN:
        return _unknown(report, context)
    day = report.start or report.published or report.document.published
    council = find_council(report.names, context.register, day.first if day else None)
    kind = KINDS[report.family]
    framework = _framework(report, kind, context)
    if council is None:
        quote = " / ".join(report.names)[:_QUOTE]
        lost = Rejection(stage=_STAGE, reason="unknown_council", quote=quote)
        return _reading(report, None, framework, Table(rows=(), odd=()), (lost,))
    subject = Subject(
        report=report, council=council, kind=kind, framework=framework, context=context
    )
    if report.family in LETTERS:
        from watcher.extract.report_letter import read_letter

        return read_letter(subject)
    return _judged(subject)


def inspection_of(
    report: Report, council: Council | None, framework: Framework | None, table: Table
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
    )


def evidence_of(report: Report, start: int, end: int) -> Evidence:
    """Quote the document, with the page (from 1) on which the quotation begins."""
    document = report.document
    page = bisect_right(document.pages, start) if document.pages else None
    return Evidence(quote=document.text[start:end], start=start, end=end, page=page)


def finding_of(subject: Subject, row: Row, role: Role = Role.NEWS) -> Finding:
    """Make the finding that a row is."""
    assert row.outcome is not None  # noqa: S101  (rows that were not judged are no findings)
    found = Found(outcome=row.outcome, area=row.area, kind=subject.kind)
    severity = severity_of(found, subject.context.rulebook) if role is Role.NEWS else None
    return Finding(
        council=subject.council.ref,
        role=role,
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
    quote = report.document.text[odd.start : odd.end][:_QUOTE]
    ref = council.ref if council else None
    return Rejection(stage=_STAGE, reason=odd.reason, council=ref, quote=quote)


def _framework(report: Report, kind: Kind, context: ExtractContext) -> Framework | None:
    """Give the framework: by title where the title tells, else by kind and day."""
    frameworks = context.rulebook.frameworks
    if report.family in {Family.SINGLE, Family.BOARD_REVIEW}:
        return frameworks.get("sif")
    day = report.start or report.document.published
    if day is None:
        return None
    found = context.rulebook.framework_at(kind, day.first)
    if report.family is Family.ILACS and (found is None or found.key == "sif"):
        return frameworks.get("ilacs")
    return found


def _judged(subject: Subject) -> Reading:
    """Read a report that judges: its table, its record, or its one outcome."""
    report, text = subject.report, subject.report.document.text
    if report.family is Family.AREA_SEND:
        row, reason = read_send_outcome(text, report.judgements)
        end = min(len(text), report.judgements + _QUOTE)
        odd = () if row else (Odd(reason, report.judgements, end),)
        table = Table(rows=(row,) if row else (), odd=odd)
    elif report.family is Family.SAFEGUARDING:
        table = read_record(text, looked_after="looked after" in report.document.title.casefold())
    elif report.family is Family.BOARD_REVIEW:
        table = Table(rows=(), odd=(Odd("other_body", 0, min(len(text), _QUOTE)),))
    else:
        table = read_table(text, report.judgements, report.front, subject.framework)
        action = read_priority_action(text) if report.family is Family.SINGLE else None
        table = Table(rows=(*table.rows, *((action,) if action else ())), odd=table.odd)
    return _reading(report, subject, subject.framework, table, _missing(subject, table))


def _missing(subject: Subject, table: Table) -> tuple[Rejection, ...]:
    """Say what a report should have judged and did not."""
    report, ref = subject.report, subject.council.ref
    rejections: list[Rejection] = []
    if report.start is None:
        rejections.append(Rejection(stage=_STAGE, reason="unknown_dates", council=ref))
    if report.family not in {Family.ILACS, Family.SINGLE, Family.SAFEGUARDING}:
        return tuple(rejections)
    areas = {row.area for row in table.rows}
    ends = subject.context.rulebook.overall_ends
    graded = report.family is not Family.SAFEGUARDING
    due = graded and (report.start is None or report.start.first < ends)
    if not areas:
        quote = report.document.text[report.judgements : report.judgements + _QUOTE]
        rejections.append(
            Rejection(stage=_STAGE, reason="unknown_layout", council=ref, quote=quote)
        )
    elif due and Area.OVERALL not in areas:
        rejections.append(Rejection(stage=_STAGE, reason="no_overall", council=ref))
    return tuple(rejections)


def _reading(
    report: Report,
    subject: Subject | None,
    framework: Framework | None,
    table: Table,
    rejections: tuple[Rejection, ...],
) -> Reading:
    council = subject.council if subject else None
    findings: list[Finding] = []
    if subject is not None:
        findings = [finding_of(subject, row) for row in table.rows if row.outcome is not None]
        findings.extend(finding_of(subject, row, Role.BACKGROUND) for row in read_previous(report))
    odd = tuple(rejection_of(report, council, item) for item in table.odd)
    return Reading(
        document=report.document,
        findings=tuple(findings),
        rejections=(*odd, *rejections),
        inspection=inspection_of(report, council, framework, table),
    )


def _unknown(report: Report, context: ExtractContext) -> Reading:
    """Read a PDF that is no known report as an article; an unknown report is held."""
    from watcher.extract import extract

    table = Table(rows=(), odd=())
    inspection = inspection_of(report, None, None, table)
    if report.start is not None:
        quote = report.document.text[:_QUOTE]
        held = Rejection(stage=_STAGE, reason="unknown_layout", quote=quote)
        return Reading(document=report.document, rejections=(held,), inspection=inspection)
    reading = extract(report.document, context)
    return Reading(
        document=reading.document,
        findings=reading.findings,
        rejections=reading.rejections,
        inspection=inspection,
    )
