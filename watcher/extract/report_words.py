"""Find the set words of a letter: areas for priority action, progress, and decline.

Such letters have headings and sentences of their own, which mean the same in every one of them.
What an earlier visit found is not this one's; what holds in some areas only is no verdict.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.report_table import Row
from watcher.model.document import BlockRole
from watcher.model.report import Family
from watcher.model.vocabulary import Area, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from watcher.model.document import Block, Document
    from watcher.model.report import Report

_PRIORITY = r"areas?\s+(?:for|of|requiring|that\s+requires?)\s+priority\s+action"
_HEADING = re.compile(rf"^\W*{_PRIORITY}(?:\s+(?:for|in)\s+[^.]{{1,80}})?\W*$", re.IGNORECASE)
_OTHER_HEADING = re.compile(
    r"^\W*(?:what\s+needs\s+to\s+improve|(?:main|headline|key)?\s*findings?|strengths|overview"
    r"|areas?\s+for\s+improvement|next\s+steps|practice\s+study|context|summary)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"^\W*(?:none|no\b|there\s+(?:are|were)\s+no(?:ne)?\b"
    r"|inspectors\s+(?:did\s+not|identified\s+no|found\s+no))",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    rf"\b(?:no|not\s+(?:\w+\s+){{0,3}}any|without(?:\s+any)?)\s+(?:new\s+|further\s+|additional\s+)?"
    rf"{_PRIORITY}",
    re.IGNORECASE,
)
_IDENTIFIED = re.compile(
    rf"\b(?:identif\w+|found|highlight\w*|there\s+(?:is|are|were|was)|result\w*\s+in)\b[^.;]{{0,60}}?"
    rf"\b{_PRIORITY}|\b(?:has|have|requires?|is|are|as|constitutes?)\s+(?:an?\s+|\w+\s+){{0,2}}{_PRIORITY}"
    rf"|\b{_PRIORITY}\b[^.;]{{0,60}}?\b(?:identified|found)\b",
    re.IGNORECASE,
)
_THIS_ONE = re.compile(
    r"\b(?:this|our|the\s+present)\s+(?:\w+\s+)?(?:visit|inspection)\b", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|last|earlier|initial|first|full|original)\s+(?:\w+\s+){0,3}?"
    r"(?:visit|inspection|jtai|areas?|identified)\b(?!,)|\b(?:jtai|visit|inspection)\s+in\b"
    r"|\b(?:previous|earlier|existing|original|these|those|both|each)\s+(?:of\s+the\s+)?"
    r"(?:two\s+|three\s+)?areas?\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Words that put an area for priority action before this visit."""

_ANSWERED = re.compile(
    r"\b(?:effective|sufficient)\s+action\b|\bprogress\b|\bplan\b|\brespon(?:d|ds|ded|ding)\s+to\b"
    r"|\b(?:has|have|had|been|was|were)\s+(?:\w+ly\s+)?(?:addressed|resolved|tackled|met|closed)\b"
    r"|\bno\s+longer\b",
    re.IGNORECASE,
)
"""Words of what was done about an area for priority action, or is still to be written."""

_OPEN = re.compile(
    r"\b(?:whether|if|to\s+(?:decide|determine|evaluate|consider|review|assess)|should|must|will)\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?P<no>not\s+(?:yet\s+)?|yet\s+to\s+|fail(?:s|ed|ing)\s+to\s+)?(?:be\s+|been\s+)?"
    r"(?:made|making|make)\s+(?P<none>(?:no|little|limited|minimal|too\s+little|insufficient|slow)\s+)?"
    r"(?:(?:sufficient|enough|good|steady|strong|significant|considerable|substantial|positive"
    r"|clear|real|sustained|appropriate|adequate|discernible|tangible|necessary|further)\s+){0,2}"
    r"progress\b(?P<rest>[^.]*)",
    re.IGNORECASE,
)
_SLOW = re.compile(
    r"\b(?:insufficient|too\s+little|very\s+little|little|limited|minimal|lack\s+of)\s+progress\b"
    r"|\bsufficient\s+progress\s+(?:has|have)\s+not\b"
    r"|\b(?:progress|pace(?:\s+of\s+(?:\w+\s+){1,3}?)?)\b[^.;]{0,80}?\b(?:(?:is|was|remains?|been)\s+"
    r"(?:far\s+)?(?:too|very|unacceptably)\s+slow|(?:is|was|has|have)\s+not\s+(?:yet\s+)?(?:been\s+)?(?:\w+\s+)?"
    r"(?:enough|sufficient)|has\s+stalled|has\s+faltered)\b"
    r"|\bnot\s+(?:yet\s+)?(?:been\s+)?sufficient\s+progress\b",
    re.IGNORECASE,
)
_LEARNER = re.compile(
    r"\b(?:children|pupils|young\s+people|learners|students|care\s+leavers)(?:\s+\w+){0,5}\s*$",
    re.IGNORECASE,
)
"""Before a verb: whose progress at school or at home it is, and not the council's."""

_THEN = re.compile(
    r"\b(?:at|in|during|on)\s+(?:the\s+|our\s+)?(?:time\s+of\s+the\s+)?(?:last|previous|first|second"
    r"|third|fourth|fifth|earlier|initial|full)\s+(?:\w+\s+){0,2}?(?:visit|inspection)\b",
    re.IGNORECASE,
)
"""Words that tell of how things stood at an earlier visit."""

_ACTION = re.compile(
    r"\b(?:has|have|is|are)\s+(?P<no>not\s+(?:yet\s+)?)?(?:taken|taking)\s+"
    r"(?:effective|sufficient|appropriate)\s+action(?P<rest>[^.]*)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?P<part>\w+)\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|these\s+)?(?P<all>\w+)\b"
)
_PARTLY = re.compile(
    r"\b(?:in|for|with|of)\s+(?:some|a\s+(?:small\s+)?(?:number|few)|a\s+minority|a\s+few|certain"
    r"|one|two|three|these|this|other)\b|\bsome\s+(?:areas|aspects|services|teams|children)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve"),
        )
    )
} | {str(number): number for number in range(13)}
_SERVICE = (
    r"(?:quality|practice|services?|response|responses|arrangements|performance|standards?"
    r"|oversight|effectiveness|front\s+door|provision)"
)
_DECLINE = re.compile(
    rf"\b{_SERVICE}\b(?:(?!\bnot\b)[^.;]){{0,120}}?\b(?:has|have)\s+(?:since\s+)?(?:\w+ly\s+)?"
    r"(?:declined|deteriorated|worsened|weakened|regressed|slipped|fallen\s+back)\b"
    r"|\b(?:there\s+(?:has|have)\s+been|inspectors\s+(?:found|saw|identified)|evidence\s+of)\s+"
    rf"(?:an?\s+)?(?:\w+\s+)?(?:decline|deterioration)\s+in\s+(?:\w+\s+){{0,4}}?{_SERVICE}\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:serious|significant|widespread|systemic|critical|fundamental)\b"
    r"(?:,?\s+(?:and\s+)?\w+){0,2}?\s+(?:weakness(?:es)?|failures?|failings?|shortfalls?|deficits?)\b"
    r"|\b(?:children|young\s+people)\b[^.;]{0,60}?\b(?:left|remain(?:ing|s)?|exposed)\b[^.;]{0,40}?"
    r"\b(?:at\s+(?:\w+\s+){0,3}risk|in\s+situations?\s+of|in\s+(?:\w+\s+){0,2}(?:neglect|harm)"
    r"|to\s+(?:\w+\s+)?harm|unsafe)\b",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"\b(?:police|constabulary|probation|health\s+(?:services?|visit\w+|partners?|staff|provider\w*)"
    r"|hospitals?|clinical|integrated\s+care|icb|ccg|midwi\w+|gps?)\b",
    re.IGNORECASE,
)
"""Other agencies, whose weaknesses are not the council's."""

_DENIED = re.compile(r"\b(?:no|not|nor|never|neither|without|any|few|fewer|none)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\bsince\b[^,.;]{0,80}?\b(?:inspection|visit)\b(?:\s+in\s+(?:[a-z]+\s+)?(?:19|20)\d\d)?"
    r"(?:,?\s+(?:when|where|which)\b[^,.;]*)?",
    re.IGNORECASE,
)
"""Since when something holds: it names an earlier inspection, and holds now."""

_HEAD = re.compile(
    r"^\W*(?:headline\s+findings?|overview|summary(?:\s+of\s+findings)?)\W*$", re.IGNORECASE
)
_BODY = re.compile(
    r"^\W*(?:(?:main\s+)?findings?\b.*|evaluation\b.*|what\s+needs\s+to\s+improve.*"
    r"|areas?\s+for\s+improvement.*)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[’”'\")]?\s+(?=[A-Z‘“(])")
_VISITS = frozenset({Family.FOCUSED_VISIT, Family.MONITORING_VISIT})


def set_words(report: Report, area: Area) -> Iterator[Row]:
    """Give what headings and set sentences say, one row an outcome."""
    document, family = report.document, report.family
    head = _head(document)
    if family is Family.SEND_FOLLOW_UP:
        yield from _first(_worst(_verdicts(document, document.blocks, area)))
        yield from _first(_priority(document, Area.SEND, headings=False))
        return
    yield from _first(_priority(document, area, headings=family is not Family.MONITORING_VISIT))
    joint = family is Family.JTAI
    blocks = head if joint else head or document.blocks
    yield from _first(_weaknesses(document, blocks, area))
    if family in _VISITS:
        verdicts = _worst(_unqualified(document, _verdicts(document, blocks, area)))
        yield from _first(verdicts)
        yield from _first(_declines(document, blocks, area))


def is_partial(said: str) -> bool:
    """Tell whether a sentence speaks of some areas, teams or children only."""
    return _PARTLY.search(said) is not None


def names_partner(said: str) -> bool:
    """Tell whether a sentence speaks of the police, the health service or another agency."""
    return _PARTNER.search(said) is not None


def headline(document: Document) -> tuple[int, int]:
    """Give where a letter sums up what it found: all of it, where no heading says so."""
    blocks = _head(document) or document.blocks
    return (blocks[0].start, blocks[-1].end) if blocks else (0, 0)


def _head(document: Document) -> tuple[Block, ...]:
    """Give the blocks of the summary that stands before the findings."""
    text, blocks = document.text, document.blocks
    for index, block in enumerate(blocks):
        if block.role is BlockRole.HEADING and _HEAD.match(text[block.start : block.end]):
            rest = blocks[index + 1 :]
            ends = (n for n, b in enumerate(rest) if _BODY.match(text[b.start : b.end]))
            return rest[: next(ends, len(rest))]
    return ()


def _first(rows: Iterable[Row]) -> Iterator[Row]:
    row = next(iter(rows), None)
    if row is not None:
        yield row


def _priority(document: Document, area: Area, *, headings: bool) -> Iterator[Row]:
    """Find areas for priority action: by their heading, else by a sentence."""
    text = document.text
    readable = [block for block in document.blocks if block.readable]
    for block, following in pairwise(readable):
        below = text[following.start : following.end]
        if not headings or not _HEADING.match(text[block.start : block.end]):
            continue
        if _OTHER_HEADING.match(below):
            continue
        outcome = Outcome.NO_PRIORITY_ACTION if _NONE.match(below) else Outcome.PRIORITY_ACTION
        yield Row(area, outcome, block.start, following.end, "report.letter.priority_heading")
    for start, end in sentences(text, readable):
        said = text[start:end]
        if _NEGATED.search(said):
            yield Row(area, Outcome.NO_PRIORITY_ACTION, start, end, "report.letter.priority")
        elif _IDENTIFIED.search(said) and _of_this_visit(said):
            yield Row(area, Outcome.PRIORITY_ACTION, start, end, "report.letter.priority")


def _of_this_visit(said: str) -> bool:
    """Tell whether an area for priority action is named as new, not as known and answered."""
    if _OPEN.search(said) or _ANSWERED.search(said):
        return False
    return _THIS_ONE.search(said) is not None or not _EARLIER.search(_SINCE.sub("", said))


def _verdicts(document: Document, blocks: Sequence[Block], area: Area) -> Iterator[Row]:
    """Find the sentences that judge progress or action as enough or not."""
    text = document.text
    for start, end in sentences(text, [block for block in blocks if block.readable]):
        said = text[start:end]
        found = _MADE.search(said) or _SLOW.search(said) or _ACTION.search(said)
        if found is None or _is_elsewhere(said, found):
            continue
        enough = _enough(found) and not _SLOW.search(said)
        outcome = Outcome.PROGRESS if enough else Outcome.INSUFFICIENT_PROGRESS
        yield Row(area, outcome, start, end, "report.letter.progress")


def _is_elsewhere(said: str, found: re.Match[str]) -> bool:
    """Tell whether a sentence only asks, looks back, or speaks of children's own progress."""
    before, after = said[: found.start()], said[found.end() :]
    if _OPEN.search(before) or _LEARNER.search(before) or _THEN.search(before):
        return True
    had = before.endswith("had ") or after.startswith(" had ")
    return had or (found.re is _SLOW and " had " in found[0])


def _enough(match: re.Match[str]) -> bool:
    """Tell whether a sentence says that progress was sufficient, in all areas."""
    parts = match.groupdict()
    if match.re is _SLOW or parts["no"] or parts.get("none"):
        return False
    share = _SHARE.search(parts["rest"] or "")
    if share is None:
        return True
    part, every = (_NUMBERS.get(share[key].casefold()) for key in ("part", "all"))
    return part is None or every is None or part >= every


def _unqualified(document: Document, rows: Iterable[Row]) -> Iterator[Row]:
    """Leave out what is said to be too slow in some areas only."""
    for row in rows:
        partly = _PARTLY.search(document.text[row.start : row.end]) is not None
        if row.outcome is Outcome.PROGRESS or not partly:
            yield row


def _worst(rows: Iterable[Row]) -> Iterator[Row]:
    """Put what was not enough first: progress is sufficient when it is so in everything."""
    yield from sorted(rows, key=lambda row: (row.outcome is Outcome.PROGRESS, row.start))


def _declines(document: Document, blocks: Sequence[Block], area: Area) -> Iterator[Row]:
    """Find the sentence that says that the service is worse than it was."""
    text = document.text
    for start, end in sentences(text, [block for block in blocks if block.readable]):
        said = text[start:end]
        match = _DECLINE.search(said)
        if (
            match is not None
            and not _PARTLY.search(said)
            and not _OPEN.search(said[: match.start()])
        ):
            yield Row(area, Outcome.DETERIORATION, start, end, "report.letter.decline")


def _weaknesses(document: Document, blocks: Sequence[Block], area: Area) -> Iterator[Row]:
    """Find the sentence that says that the service fails, or leaves children at risk."""
    text = document.text
    for start, end in sentences(text, [block for block in blocks if block.readable]):
        said = _SINCE.sub("", text[start:end])
        match = _WEAK.search(said)
        if match is None or is_partial(said) or _DENIED.search(said[: match.end()]):
            continue
        known = "inspection" in said.casefold() or _EARLIER.search(said) or _ANSWERED.search(said)
        if names_partner(said):
            continue
        if _THIS_ONE.search(said) or not (known or _OPEN.search(said) or " had " in said):
            yield Row(area, Outcome.WEAKNESSES, start, end, "report.letter.weaknesses")


def sentences(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Cut readable blocks, headings apart, into sentences."""
    for block in blocks:
        if block.role is BlockRole.HEADING:
            continue
        start = block.start
        for stop in _SENTENCE_END.finditer(text, block.start, block.end):
            yield start, stop.start()
            start = stop.end()
        yield start, block.end
