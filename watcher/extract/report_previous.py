"""Read a report's own sentence on the overall grade before it: a cross-check, never a finding.

Only what is said of the whole service counts, at an inspection that lies before this one. A
sentence on one judgement, on another body or on a visit, two earlier grades, or an earlier grade
that neither a date nor an inspection is given for: none of these is read, and nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.report_labels import WORDS
from watcher.model.dates import MONTHS, PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.model.vocabulary import Outcome

_GRADE = (
    r"(?P<grade>outstanding|requir(?:es?|ed|ing)\s+improvement(?:\s+to\s+be\s+good)?"
    r"|inadequate|good)\b"
)
_WHOLE = (
    r"(?:they|it|(?:(?:the|these|its|all|children['’]s|social\s+care)\s+){0,3}services?"
    r"(?:\s+for\s+(?:\w+\s+)?children(?:\s+and\s+(?:their\s+)?families)?)?"
    r"|(?:the\s+)?(?:local\s+authority|authority|council))"
)
_CLAIMS = tuple(
    (hints, re.compile(pattern, re.IGNORECASE))
    for hints, pattern in (
        (
            ("judged", "found", "rated", "graded", "assessed", "deemed"),
            rf"\b(?:judged|found|rated|graded|assessed|deemed)\b(?P<between>[^,;:()]{{0,80}}?)\b{_GRADE}",
        ),
        (
            ("required",),
            rf"\b(?:when|where)\s+{_WHOLE}(?P<between>)\s+(?P<grade>required\s+improvement)\b",
        ),
        (("judgement",), rf"\b(?P<between>)judgements?\s+of\s+(?:overall\s+)?{_GRADE}"),
        (
            ("judgement",),
            (
                rf"\b(?:last|previous|earlier|two|both)\s+(?P<between>){_GRADE}"
                r"(?:\s+(?:overall|inspection|ofsted)){0,2}\s+judgements?"
            ),
        ),
        (
            ("continue", "remain"),
            rf"\b(?:continues?\s+to|remains?|ha(?:s|ve)\s+remained)\s+(?P<between>){_GRADE}",
        ),
    )
)
"""What claims an earlier grade, and the words of which such a claim has one."""

_LISTED = re.compile(
    r"\bjudgements?\s+(?:for|of)\s+the\s+(?:local\s+)?authority\s+were\s*:\s*[•▪–-]?\s*(?:the\s+)?"
    rf"overall\s+(?:effectiveness|judgement)\s*[:–-]\s*{_GRADE}",
    re.IGNORECASE,
)
_GRADES = ("good", "adequate", "improvement", "outstanding")
"""No sentence without one of these makes any of these claims."""

_STILL = re.compile(r"(?:continue|remain|ha(?:s|ve)\s+remain)", re.IGNORECASE)
_SERVICE = re.compile(r"\b(?:services?|local\s+authority|council|social\s+care)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b[^,;]{0,60}?\binspection\b", re.IGNORECASE)

_PART = re.compile(
    r"\b(?:care\s+leavers?|leaving\s+care|care[\s-]experienced|(?:in|into|of)\s+(?:our\s+)?care"
    r"|looked[\s-]after|cared[\s-]for|in\s+need|help|protection|adopt\w+|foster\w+|permanence"
    r"|leadership|management|governance|practice|front\s+door|assess\w+|planning|disab\w+"
    r"|virtual|mash|lscb|exploitation|supervision|decision\w*|education)\b",
    re.IGNORECASE,
)
"""Words of one judgement, or of less: a grade beside them is not the whole service's."""

_OTHER = re.compile(
    r"\b(?:schools?|academ\w+|nurser\w+|colleges?|homes?|agenc\w+|providers?|residential|boards?"
    r"|partnership|police|send|peer|settings?|hospitals?|short\s+breaks?|audits?|cases?|plans?"
    r"|leaders|managers)\b",
    re.IGNORECASE,
)
"""Other bodies than a council's services, and other judges than the inspectorate."""

_OPERATED = re.compile(r"\b(?:schools?|academ\w+|homes?|agenc\w+|providers?)\b", re.IGNORECASE)

_LESS = re.compile(
    r"\b(?:some|most|many|several|few|both|each|either|two|three|four|five|six|seven|eight|nine|ten|one|certain"
    r"|parts?|elements?|half|mostly|largely|(?<!all\s)(?:aspects?|areas?|judgements?))\b",
    re.IGNORECASE,
)
"""What makes a subject less than the whole."""

_NOT_THEN = re.compile(
    r"\b(?:is|are|now|be|(?:has|have)\s+been|will|could|would|not|never|no\s+longer|first"
    r"|originally|initially|newly)\b",
    re.IGNORECASE,
)
"""What makes a claim one of today, of nobody, or of longer ago than the last time."""

_ALTERNATIVE = re.compile(
    r"^\s*or\b|\b(?:in|for|across)\s+(?:some|most|many|several|one|two|three|four)\b(?!\s+years?)|\bmixed\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"[\s-]+(?!(?:overall|in|across|at|by|for|when|where|and|or|with|but|because|since|as|on|under"
    r"|following|during|against|after|before|from|to\s+be|judgements?|ofsted|inspection)\b)[a-z]",
    re.IGNORECASE,
)
"""Behind a grade's word: a noun, of which it is no grade (`good practice`)."""

_THOSE = re.compile(
    r"\b(?:services?|those|areas|aspects)\s+(?:which|that)\s+(?:was|were|had)\s+(?:been\s+)?$",
    re.IGNORECASE,
)
"""Before a verb: only some services, those of which it is said."""

_ALL = re.compile(r"\boverall\b|\b(?:in|across|for)\s+(?:all|every)\b", re.IGNORECASE)
_JOINT = re.compile(
    r"(?:^|[,;:(]|\b(?:since|when|where|which|that|after|following|and|but|than|as)\b)\s*",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"(?:(?:they|it|who|this|these|was|were|had|been|also|then|overall|by|ofsted|last|previously"
    r"|being|having|inspectors|the|all|of|services?)\b\s*)*",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?P<other>jtai|joint\s+(?:\w+\s+){0,3}inspection|(?:focus\w+|monitoring|assurance)\s+visit"
    r"|visits?|peer\s+\w+|this\s+(?:\w+\s+)?inspection|area\s+inspection)\b"
    r"|\binspect(?:ions?|ed)\b|\bpredecessor\b|\bjudgement\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"(?:\s+(?!and\b|or\b)[^\s,;]+){0,5}?\s+since\b", re.IGNORECASE)
"""A visit since a judgement is not what judged."""

_DATE = re.compile(
    rf"\b(?:(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))}),?\s+)?"
    r"(?P<year>(?:19|20)\d\d)\b(?!\s*[–/-]\s*\d)",
    re.IGNORECASE,
)
_DATED_AFTER = re.compile(r"(?:\s+(?!and\b|but\b|however\b)[^\s,;]+){0,9}", re.IGNORECASE)
_PREDECESSOR = re.compile(r"\b(?:predecessor|former|abolished)\b", re.IGNORECASE)
_END = re.compile(r"[.!?][’”'\")]?\d{0,2}(?=\s+[^a-z\s]|\s*$|[A-Z])|\n\s*\n")
FIRST = dt.date(2013, 11, 1)
"""Inspections before this day gave no overall grade of all that a council does for children."""

_LONGEST = 700
"""A longer stretch without a stop is no sentence (characters)."""

_NEAR = 140
"""A date further than this before the verb is not the verb's (characters)."""


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier overall grade as `text[start:end]` states it; `when` as far as it is dated."""

    outcome: Outcome
    when: PartialDate | None
    start: int
    end: int
    predecessor: bool


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence around a grade; `lead` stands before the verb, `after` behind the grade."""

    lead: str
    verb: str
    between: str
    grade: str
    after: str


def read_previous(text: str, begin: int, end: int, day: dt.date) -> Said | None:
    """Give the overall grade that `text[begin:end]` says was given before `day`.

    None where nothing is said of it, or where what is said does not agree with itself.
    """
    found = [said for span in _sentences(text, begin, end) for said in _read(text, span, day)]
    if not found or len({said.outcome for said in found}) > 1:
        return None
    return next((said for said in found if said.when is not None), found[0])


def read_listed(text: str, begin: int, end: int, day: dt.date) -> Said | None:
    """Give the overall grade at the head of a list of the last report's judgements."""
    match = _LISTED.search(text, begin, end)
    if match is None:
        return None
    outcome = WORDS[_folded(" ".join(match["grade"].split()))]
    dates = list(_DATE.finditer(text, max(begin, match.start() - _NEAR), match.start()))
    when = _partial(dates[-1]) if dates else None
    if outcome is None or (when is not None and not _in_time(when, day)):
        return None
    return Said(outcome, when, match.start(), match.end(), predecessor=False)


def _sentences(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    start = begin
    for stop in [*_END.finditer(text, begin, end), None]:
        at = stop.end() if stop else end
        piece = text[start:at]
        bare = piece.strip()
        if bare and len(bare) <= _LONGEST:
            first = start + piece.index(bare[0])
            yield first, first + len(bare)
        start = at


def _read(text: str, span: tuple[int, int], day: dt.date) -> Iterator[Said]:
    """Read one sentence."""
    low = text[span[0] : span[1]].lower()
    if not any(map(low.__contains__, _GRADES)):
        return
    said = " ".join(text[span[0] : span[1]].split())
    for hints, pattern in _CLAIMS:
        for match in pattern.finditer(said) if any(map(low.__contains__, hints)) else ():
            claim = _Claim(
                lead=said[: match.start()],
                verb=match[0],
                between=match["between"],
                grade=match["grade"],
                after=said[match.end() :],
            )
            dates = _dates(claim)
            outcome = WORDS[_folded(claim.grade)]
            if outcome is None or len(dates) > 1 or not _is_whole(claim) or not _is_past(claim):
                continue
            when = next(iter(dates), None)
            if not (_inspected(claim) if when is None else _in_time(when, day)):
                continue
            yield Said(outcome, when, *span, _PREDECESSOR.search(claim.lead) is not None)


def _in_time(when: PartialDate, day: dt.date) -> bool:
    """Tell whether an overall grade can have been given then, before this inspection."""
    return when.first < day and when.last >= FIRST


def _folded(grade: str) -> str:
    """Fold a grade to how it is printed: `required improvement` says `requires improvement`."""
    words = re.sub(r"^required\b", "requires", grade.casefold())
    return re.sub(r"^requiring(?= improvement to)", "requires", words)


def _is_whole(claim: _Claim) -> bool:
    """Tell whether the grade is the whole service's."""
    subject = _subject(claim.lead)
    if _NOUN.match(claim.after) or _THOSE.search(claim.lead):
        return False
    tail = re.split(r"[,;:()]", claim.after, maxsplit=1)[0]
    if _LESS.search(subject) or _OTHER.search(subject + claim.between):
        return False
    if _ALTERNATIVE.search(tail) or (_STILL.match(claim.verb) and not _SERVICE.search(subject)):
        return False
    if _ALL.search(tail) and not _PART.search(subject):
        return True
    if _POINTING.fullmatch(subject):
        subject = claim.lead
        if _OPERATED.search(subject):
            return False
    return not _PART.search(subject + claim.between + tail)


def _subject(lead: str) -> str:
    """Give the words before a verb that its clause begins with."""
    joints = list(_JOINT.finditer(lead))
    return lead[joints[-1].end() :] if joints else lead


def _is_past(claim: _Claim) -> bool:
    """Tell whether it was said of an inspection before, and of no other occasion."""
    if _STILL.match(claim.verb):
        return _SINCE.search(claim.lead + claim.after) is not None
    if _NOT_THEN.search(_subject(claim.lead)) or _NOT_THEN.match(claim.between.strip()):
        return False
    before = list(_OCCASION.finditer(claim.lead))
    if before and _AFTERWARDS.match(claim.lead, before[-1].end()):
        return True
    occasion = before[-1] if before else _OCCASION.search(claim.after)
    return occasion is None or occasion["other"] is None


def _inspected(claim: _Claim) -> bool:
    """Tell whether an undated claim names the inspection at which it was made."""
    said = claim.lead + claim.after
    return re.search(r"\b(?:last|previous)\b[^,;]{0,60}?\binspect", said, re.IGNORECASE) is not None


def _dates(claim: _Claim) -> set[PartialDate]:
    """Give the day that a claim is dated with: nearest before its verb, or soon behind it."""
    near = _DATED_AFTER.match(claim.after)
    behind = list(_DATE.finditer(near[0])) if near else []
    chained = re.match(r"\s+and\s+((?:19|20)\d\d)\b", claim.after[near.end() :]) if near else None
    before = list(_DATE.finditer(claim.lead[-_NEAR:]))
    found = {_partial(match) for match in (*before[-1:], *behind[:1])}
    return {PartialDate(chained[1])} if chained and behind else found


def _partial(match: re.Match[str]) -> PartialDate:
    if match["month"] is None:
        return PartialDate(match["year"])
    return PartialDate(f"{match['year']}-{MONTHS[match['month'].casefold()]:02d}")
