"""Read a letter after a visit: no grades, but what it says must be acted on, and progress.

What their headings and set sentences say comes first; everything else in their prose is the
reader's, restricted to the letter's own council, kind and days. A grade in a letter is always an
earlier one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.extract.report_body import read_body
from watcher.extract.report_subject import evidence_of, finding_of, inspection_of, previous_of
from watcher.extract.report_table import Table
from watcher.extract.report_words import headline, is_partial, names_partner, set_words
from watcher.model.finding import Reading, Rejection
from watcher.model.report import Family
from watcher.model.vocabulary import (
    GRADES,
    SEND_OUTCOMES,
    Area,
    Kind,
    Outcome,
    Role,
    Severity,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from watcher.extract.report_body import Body
    from watcher.extract.report_subject import Subject
    from watcher.model.finding import Finding, Inspection

_FOCUS: tuple[tuple[Area, re.Pattern[str]], ...] = (
    (Area.FRONT_DOOR, re.compile(r"front\s+door|contact,?\s+(?:and\s+)?referral", re.IGNORECASE)),
    (Area.CARE_LEAVERS, re.compile(r"care\s+leavers|leaving\s+care", re.IGNORECASE)),
    (
        Area.CHILDREN_IN_CARE,
        re.compile(r"children\s+in\s+care|looked\s+after|permanence", re.IGNORECASE),
    ),
    (
        Area.HELP_AND_PROTECTION,
        re.compile(r"child(?:ren)?\s+(?:in\s+need|protection)|protection\s+plan", re.IGNORECASE),
    ),
)
_LOOKED_AT = re.compile(
    r"(?:inspectors\s+(?:looked\s+at|evaluated|reviewed)|areas?\s+covered\s+by\s+the\s+visit"
    r"|th(?:is|e)\s+(?:visit|inspection)\s+(?:looked|focused|reviewed)|the\s+local\s+authority['’]s"
    r"\s+arrangements\s+for)[^.]{0,400}",
    re.IGNORECASE,
)


_MILD = frozenset({Outcome.POSITIVE, Outcome.MIXED, Outcome.PROGRESS})
_SETTLED = (
    frozenset({Outcome.PRIORITY_ACTION, Outcome.NO_PRIORITY_ACTION}),
    frozenset({Outcome.INSUFFICIENT_PROGRESS, *_MILD}),
)
"""What set words say of one of these, the letter's other prose does not say again."""

_EARLIER = GRADES | SEND_OUTCOMES | {Outcome.PRIORITY_ACTION, Outcome.NO_PRIORITY_ACTION}
"""What a letter does not find, or says in set words only: elsewhere it is an older finding."""

_GRAVE = frozenset({Outcome.DETERIORATION, Outcome.WEAKNESSES, Outcome.INSUFFICIENT_PROGRESS})


def read_letter(subject: Subject) -> Reading:
    """Read a letter's own set words, then what the reader finds in its prose."""
    from watcher.extract import extract

    report, document = subject.report, subject.report.document
    area = Area.SEND if report.family is Family.SEND_FOLLOW_UP else _focus(document.text)
    body = read_body(document) if report.family is Family.JTAI else None
    own = [finding_of(subject, row) for row in set_words(report, area)]
    if body is not None:
        own = [_with_body(finding, subject, body) for finding in own]
    reading = extract(document, subject.context)
    others, rejections = _restricted(reading.findings, subject, area)
    others = [finding for finding in others if not _said(finding, own)]
    if report.start is None:
        missing = Rejection(stage="report", reason="unknown_dates", council=subject.council.ref)
        rejections.append(missing)
    return Reading(
        document=document,
        findings=(*own, *others),
        rejections=(*reading.rejections, *rejections),
        inspection=_inspection(subject, body),
    )


def _inspection(subject: Subject, body: Body | None) -> Inspection:
    """Say what the letter says of itself, of the grade before, and of who must answer it."""
    report = subject.report
    visit = report.family in {Family.FOCUSED_VISIT, Family.MONITORING_VISIT}
    previous = previous_of(report, 0, len(report.document.text)) if visit else None
    found = inspection_of(
        report, subject.council, subject.framework, Table(rows=(), odd=()), previous
    )
    if body is None:
        return found
    name = subject.council.full_name if body.own else body.name
    return replace(found, responsible_body=name)


def _with_body(finding: Finding, subject: Subject, body: Body) -> Finding:
    """Add the sentence that names who must answer: it need not be the council."""
    return replace(
        finding,
        evidence=(*finding.evidence, evidence_of(subject.report, body.start, body.end)),
    )


def _said(finding: Finding, own: Sequence[Finding]) -> bool:
    """Tell whether the set words of the letter have settled what a finding says.

    An older finding is another one, unless it was read from the very words of this visit's.
    """
    told = {one.outcome for one in own}
    if finding.role is Role.BACKGROUND:
        return any(one.outcome is finding.outcome and _overlap(one, finding) for one in own)
    return finding.outcome in told or any(
        finding.outcome in settled and told & settled for settled in _SETTLED
    )


def _overlap(one: Finding, other: Finding) -> bool:
    first, second = one.evidence[0], other.evidence[0]
    return first.start < second.end and second.start < first.end


def _restricted(
    findings: Iterable[Finding], subject: Subject, area: Area
) -> tuple[list[Finding], list[Rejection]]:
    """Keep what is about this council and this visit; the rest is background or dropped."""
    kept: list[Finding] = []
    dropped: list[Rejection] = []
    for finding in findings:
        reason = _foreign(finding, subject)
        if reason is None:
            kept.append(_placed(finding, subject, area))
            continue
        quote = finding.evidence[0].quote if finding.evidence else ""
        dropped.append(
            Rejection(stage="report", reason=reason, council=finding.council, quote=quote)
        )
    return kept, dropped


def _foreign(finding: Finding, subject: Subject) -> str | None:
    """Say why a finding is none of this letter's; None where it may be.

    Joint inspections ask for a statement of action, too: it is none of the area SEND kind.
    """
    known = subject.context.register.by_code.get(finding.council.code)
    if known is None or known.lineage != subject.council.lineage:
        return "other_council"
    send = finding.area is Area.SEND or finding.outcome in SEND_OUTCOMES
    return "other_subject" if send and subject.report.family is not Family.SEND_FOLLOW_UP else None


def _placed(finding: Finding, subject: Subject, area: Area) -> Finding:
    """Put a finding into the letter's own inspection, or into the background."""
    council = subject.council.ref
    earlier = finding.outcome in _EARLIER or finding.kind is Kind.INTERVENTION
    if finding.role is Role.BACKGROUND or earlier:
        return replace(finding, council=council, role=Role.BACKGROUND, adverse=False, severity=None)
    placed = replace(
        finding,
        council=council,
        kind=subject.kind,
        regime=subject.regime,
        area=area if finding.area is Area.OVERALL else finding.area,
        when=subject.report.start,
    )
    if placed.outcome in _GRAVE and _is_less(placed.evidence[0].quote, subject):
        return replace(placed, outcome=Outcome.MIXED, adverse=False, severity=None, held=False)
    return _released(placed, subject)


def _is_less(said: str, subject: Subject) -> bool:
    """Tell whether what is bad is so in part only, or with another agency."""
    joint = subject.report.family is Family.JTAI
    return is_partial(said) or (joint and names_partner(said))


def _released(finding: Finding, subject: Subject) -> Finding:
    """Let go what is held only because a reader of the press would doubt whose it is.

    Whose visit a letter is about is certain; what it sums up under its first heading is meant.
    """
    if not finding.held or finding.outcome not in _GRAVE:
        return finding
    first, last = headline(subject.report.document)
    if not all(first <= one.start and one.end <= last for one in finding.evidence):
        return finding
    sure = max(finding.confidence, subject.context.threshold)
    adverse = finding.severity is not None and finding.severity >= Severity.MEDIUM
    return replace(finding, held=False, confidence=sure, adverse=adverse)


def _focus(text: str) -> Area:
    """Tell what a visit looked at: what is named first; all of it, where nothing is named."""
    said = _LOOKED_AT.search(text)
    named = [
        (match.start(), area)
        for area, pattern in _FOCUS
        if said is not None and (match := pattern.search(said[0]))
    ]
    return min(named)[1] if named else Area.OVERALL
