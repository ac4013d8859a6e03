"""Read a letter after a visit: no grades, but what it says must be acted on, and progress.

Headings and set sentences of such letters are read here; everything else in their prose is the
reader's, restricted to the letter's own council, kind and days. A grade in a letter is always an
earlier one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.extract.report_subject import finding_of, inspection_of
from watcher.extract.report_table import Row, Table
from watcher.model.document import BlockRole
from watcher.model.finding import Reading, Rejection
from watcher.model.report import Family
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Area, Kind, Outcome, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from watcher.extract.report_subject import Subject
    from watcher.model.document import Block, Document
    from watcher.model.finding import Finding

_PRIORITY = r"areas?\s+(?:for|of|requiring|that\s+requires?)\s+priority\s+action"
_HEADING = re.compile(rf"^\W*{_PRIORITY}\W*$", re.IGNORECASE)
_NONE = re.compile(
    r"^\W*(?:none|no\b|there\s+(?:are|were)\s+no(?:ne)?\b|inspectors\s+(?:did\s+not|identified\s+no))",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    rf"\b(?:no|not\s+(?:\w+\s+){{0,3}}any|without(?:\s+any)?)\s+(?:new\s+|further\s+)?{_PRIORITY}",
    re.IGNORECASE,
)
_IDENTIFIED = re.compile(
    rf"(?:\b(?:identif\w+|found|there\s+(?:is|are|were|was)|has|have|require\w*)\b[^.]{{0,60}}?"
    rf"\b{_PRIORITY}|\b{_PRIORITY}\b[^.]{{0,40}}?\b(?:identified|found))",
    re.IGNORECASE,
)
_PROGRESS = re.compile(
    r"\b(?P<no>not\s+(?:yet\s+)?|yet\s+to\s+)?(?:made|making|make)\s+(?P<none>no\s+|in)?(?:sufficient|enough)\s+"
    r"progress\b(?P<rest>[^.]*)|\b(?P<bad>insufficient\s+progress|sufficient\s+progress\s+"
    r"(?:has|have)\s+not\s+been\s+made)",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"\b(?:has|have|is|are)\s+(?P<no>not\s+(?:yet\s+)?)?(?:taken|taking)\s+"
    r"(?:effective|sufficient|appropriate)\s+action",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(?P<part>\w+)\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+)?(?P<all>\w+)\b")
_OPEN = re.compile(
    r"\b(?:whether|if|to\s+(?:decide|determine|evaluate|consider|review|assess))\b", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|last|earlier|initial|following|since|in|after)\b[^.]{0,60}"
    r"\b(?:visit|inspection|jtai|20\d\d)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "none",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
} | {str(number): number for number in range(13)}
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
_SENTENCE_END = re.compile(r"(?<=[.!?])[’”'\")]?\s+(?=[A-Z‘“(])")


def read_letter(subject: Subject) -> Reading:
    """Read a letter's own set words, then what the reader finds in its prose."""
    from watcher.extract import extract

    document = subject.report.document
    rows = tuple(_set_words(document, subject.report.family))
    own = [finding_of(subject, row) for row in rows]
    reading = extract(document, subject.context)
    told = {finding.outcome for finding in own}
    others, rejections = _restricted(reading.findings, subject)
    others = [f for f in others if f.role is Role.BACKGROUND or not _said(f, told)]
    if subject.report.start is None:
        missing = Rejection(stage="report", reason="unknown_dates", council=subject.council.ref)
        rejections.append(missing)
    return Reading(
        document=document,
        findings=(*own, *others),
        rejections=(*reading.rejections, *rejections),
        inspection=inspection_of(
            subject.report, subject.council, subject.framework, Table(rows=(), odd=())
        ),
    )


def _said(finding: Finding, told: set[Outcome]) -> bool:
    """Tell whether the set words of the letter have settled what a finding says."""
    pairs = (
        {Outcome.PRIORITY_ACTION, Outcome.NO_PRIORITY_ACTION},
        {Outcome.PROGRESS, Outcome.INSUFFICIENT_PROGRESS},
    )
    return finding.outcome in told or any(finding.outcome in pair and told & pair for pair in pairs)


def _restricted(
    findings: Iterable[Finding], subject: Subject
) -> tuple[list[Finding], list[Rejection]]:
    """Keep what is about this council and this visit; the rest is background or dropped."""
    register = subject.context.register
    kept: list[Finding] = []
    dropped: list[Rejection] = []
    for finding in findings:
        known = register.by_code.get(finding.council.code)
        if known is None or known.lineage != subject.council.lineage:
            quote = finding.evidence[0].quote if finding.evidence else ""
            dropped.append(
                Rejection(
                    stage="report", reason="other_council", council=finding.council, quote=quote
                )
            )
        else:
            kept.append(_placed(finding, subject))
    return kept, dropped


def _placed(finding: Finding, subject: Subject) -> Finding:
    """Put a finding into the letter's own inspection, or into the background."""
    council = subject.council.ref
    earlier = finding.outcome in GRADES | SEND_OUTCOMES or finding.kind is Kind.INTERVENTION
    if finding.role is Role.BACKGROUND or earlier:
        return replace(finding, council=council, role=Role.BACKGROUND, adverse=False, severity=None)
    return replace(
        finding,
        council=council,
        kind=subject.kind,
        regime=subject.regime,
        when=subject.report.start,
    )


def _set_words(document: Document, family: Family) -> Iterator[Row]:
    """Give what headings and set sentences say, one row an outcome."""
    area = Area.SEND if family is Family.SEND_FOLLOW_UP else _focus(document.text)
    priority = next(iter(_priority(document, area)), None)
    if priority is not None:
        yield priority
    if family in {Family.SEND_FOLLOW_UP, Family.MONITORING_VISIT}:
        progress = list(_progress(document, area))
        worst = next((r for r in progress if r.outcome is Outcome.INSUFFICIENT_PROGRESS), None)
        if progress:
            yield worst or progress[0]


def _focus(text: str) -> Area:
    """Tell what a visit looked at."""
    said = _LOOKED_AT.search(text)
    for area, pattern in _FOCUS:
        if said is not None and pattern.search(said[0]):
            return area
    return Area.OTHER


def _priority(document: Document, area: Area) -> Iterator[Row]:
    """Find areas for priority action: by their heading, else by a sentence."""
    text = document.text
    readable = [block for block in document.blocks if block.readable]
    for block, following in zip(readable, [*readable[1:], None], strict=True):
        if _HEADING.match(text[block.start : block.end]) and following is not None:
            none = _NONE.match(text[following.start : following.end]) is not None
            outcome = Outcome.NO_PRIORITY_ACTION if none else Outcome.PRIORITY_ACTION
            yield Row(area, outcome, block.start, following.end, "report.letter.priority_heading")
    for start, end in _sentences(text, readable):
        said = text[start:end]
        if _EARLIER.search(said) or _OPEN.search(said):
            continue
        if _NEGATED.search(said):
            yield Row(area, Outcome.NO_PRIORITY_ACTION, start, end, "report.letter.priority")
        elif _IDENTIFIED.search(said):
            yield Row(area, Outcome.PRIORITY_ACTION, start, end, "report.letter.priority")


def _progress(document: Document, area: Area) -> Iterator[Row]:
    """Find the sentences that judge progress or action as enough or not."""
    text = document.text
    readable = [block for block in document.blocks if block.readable]
    for start, end in _sentences(text, readable):
        said = text[start:end]
        match = _PROGRESS.search(said)
        action = _ACTION.search(said) if match is None else None
        found = match or action
        if found is None or _OPEN.search(said[: found.start()]):
            continue
        enough = _enough(match) if match is not None else not (action and action["no"])
        outcome = Outcome.PROGRESS if enough else Outcome.INSUFFICIENT_PROGRESS
        yield Row(area, outcome, start, end, "report.letter.progress")


def _enough(match: re.Match[str]) -> bool:
    """Tell whether a sentence says that progress was sufficient, in all areas."""
    if match["bad"] or match["no"] or match["none"]:
        return False
    share = _SHARE.search(match["rest"] or "")
    if share is None:
        return True
    part, every = (_NUMBERS.get(share[key].casefold()) for key in ("part", "all"))
    return part is None or every is None or part >= every


def _sentences(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Cut readable blocks, headings apart, into sentences."""
    for block in blocks:
        if block.role is BlockRole.HEADING:
            continue
        start = block.start
        for stop in _SENTENCE_END.finditer(text, block.start, block.end):
            yield start, stop.start()
            start = stop.end()
        yield start, block.end
