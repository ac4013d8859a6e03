"""Turn an official report into findings: each judgement by its own label, or held for review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.report_council import find_council
from watcher.extract.report_letter import read_letter
from watcher.extract.report_needs import read_priority_action
from watcher.extract.report_previous import read_listed
from watcher.extract.report_record import read_record
from watcher.extract.report_send import read_send_outcome
from watcher.extract.report_subject import (
    KINDS,
    QUOTE,
    STAGE,
    Subject,
    finding_of,
    inspection_of,
    previous_of,
    rejection_of,
)
from watcher.extract.report_table import Odd, Table, read_table
from watcher.model.finding import Reading, Rejection
from watcher.model.report import AGAIN_WITHIN, LETTERS, Family, is_again
from watcher.model.vocabulary import Area

if TYPE_CHECKING:
    from watcher.extract.context import ExtractContext
    from watcher.model.finding import EarlierGrade, Finding
    from watcher.model.framework import Framework
    from watcher.model.report import Report
    from watcher.model.vocabulary import Kind

_SECOND = 2


def read_report(report: Report, context: ExtractContext) -> Reading:
    """Read an official report; what is no report at all is read as an article."""
    if report.family is Family.UNKNOWN:
        return _unknown(report, context)
    day = report.start or report.published or report.document.published
    council = find_council(report.names, context.register, day.first if day else None)
    kind = KINDS[report.family]
    framework = _framework(report, kind, context)
    if council is None:
        quote = " / ".join(report.names)[:QUOTE]
        lost = Rejection(stage=STAGE, reason="unknown_council", quote=quote)
        return _reading(report, None, framework, Table(rows=(), odd=()), (lost,))
    subject = Subject(
        report=report, council=council, kind=kind, framework=framework, context=context
    )
    if report.family in LETTERS:
        return read_letter(subject)
    return _judged(subject)


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
        end = min(len(text), report.judgements + QUOTE)
        odd = () if row else (Odd(reason, report.judgements, end),)
        table = Table(rows=(row,) if row else (), odd=odd)
    elif report.family is Family.SAFEGUARDING:
        table = read_record(text, looked_after="looked after" in report.document.title.casefold())
    elif report.family is Family.BOARD_REVIEW:
        table = Table(rows=(), odd=(Odd("other_body", 0, min(len(text), QUOTE)),))
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
        rejections.append(Rejection(stage=STAGE, reason="unknown_dates", council=ref))
    if report.family not in {Family.ILACS, Family.SINGLE, Family.SAFEGUARDING}:
        return tuple(rejections)
    areas = {row.area for row in table.rows}
    ends = subject.context.rulebook.overall_ends
    graded = report.family is not Family.SAFEGUARDING
    due = graded and (report.start is None or report.start.first < ends)
    if not areas:
        quote = report.document.text[report.judgements : report.judgements + QUOTE]
        rejections.append(Rejection(stage=STAGE, reason="unknown_layout", council=ref, quote=quote))
    elif due and Area.OVERALL not in areas:
        rejections.append(Rejection(stage=STAGE, reason="no_overall", council=ref))
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
    odd = tuple(rejection_of(report, council, item) for item in table.odd)
    previous = _previous(report, table) if subject is not None else None
    return Reading(
        document=report.document,
        findings=tuple(findings),
        rejections=(*odd, *rejections),
        inspection=inspection_of(report, council, framework, table, previous),
    )


def _previous(report: Report, table: Table) -> EarlierGrade | None:
    """Read what a report says of the grade before it, in the prose that was read anyway.

    That is what follows the table on the front page; a re-inspection, which only follows an
    earlier grade, says it on its second page or lists it under the inspections before.
    """
    begin = max((row.end for row in table.rows), default=report.judgements)
    if report.family is Family.ILACS:
        return previous_of(report, begin, report.front)
    pages = (*report.document.pages, len(report.document.text))
    if not is_again(report.document.text[: report.judgements]) or len(pages) <= _SECOND:
        return None
    told = previous_of(report, max(begin, pages[1]), pages[_SECOND])
    last = pages[min(AGAIN_WITHIN, len(pages) - 1)]
    return told or previous_of(report, pages[1], last, read_listed)


def _unknown(report: Report, context: ExtractContext) -> Reading:
    """Read a PDF that is no known report as an article; an unknown report is held."""
    from watcher.extract import extract

    table = Table(rows=(), odd=())
    inspection = inspection_of(report, None, None, table)
    if report.start is not None:
        quote = report.document.text[:QUOTE]
        held = Rejection(stage=STAGE, reason="unknown_layout", quote=quote)
        return Reading(document=report.document, rejections=(held,), inspection=inspection)
    reading = extract(report.document, context)
    return Reading(
        document=reading.document,
        findings=reading.findings,
        rejections=reading.rejections,
        inspection=inspection,
    )
