"""What the change notes of GOV.UK's page of improvement notices say was done, and to whom.

The notes are terse and follow a form: "Added 'Improvement notice issued to X Council: March
2026' to open notices", "Moved ... to closed notices". A note may list several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Outcome
from watcher.parse.dates import find_date, make_date, month_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.model.dates import PartialDate

CONTENT_TYPE = "text/x-govuk-change-note"
"""Marks a document that is a change note."""

_COUNCIL = (
    r"(?P<name>[A-Z][\w’'&.,()-]*(?:\s+(?:and|of|upon|on|with|the|in|[A-Z&][\w’'&.,()-]*))*?)"
)
_END = (
    r"(?=\s*(?:[:;’'”\"\n]|\.\s|\.$|,\s+(?:dated|issued|and\s+to)|\s[-–—]\s|$|"
    r"\s(?:issued|dated|from|to\s+(?:the\s+)?(?:open|closed)|in\s+\w+\s+\d{4}|on\s+\d|"
    r"(?:has\s+been\s+|have\s+been\s+|was\s+|is\s+)?(?:now\s+)?"
    r"(?:closed|lifted|revoked|ended|withdrawn|rescinded|discharged|expired))))"
)
_ACT = re.compile(
    r"(?P<act>improvement\s+notices?|(?:statutory\s+)?directions?(?:\s+notices?)?|"
    r"commissioners?(?:['’]s?)?(?:\s+(?:report|appointed|direction))*|"
    r"(?:children(?:['’]s)?\s+(?:services\s+)?trust))"
    r"(?P<mid>[^:;\n]{0,60}?\b(?:issued\s+to|given\s+to|to|for|in|at|appointed\s+to)\s+)(?:the\s+)?"
    + _COUNCIL
    + _END,
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(
    r"[‘'\"“]?"
    + _COUNCIL
    + r"\s*[:–—-]\s+(?P<act>improvement\s+notice|(?:statutory\s+)?direction|commissioner)",
)
_MONTH = re.compile(r"\b([A-Z][a-z]{2,8})\s+(\d{4})\b")
_CLOSING = re.compile(
    r"\b(?:closed|lifted|revoked|ended|withdrawn|rescinded|discharged|expired|"
    r"no\s+longer\s+(?:subject|under))\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:added|issued|new|published|to\s+open|appointed|given)\b", re.IGNORECASE
)
_UPDATING = re.compile(r"^\W*(?:updated|amended|corrected|replaced|revised)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of government: what, to whom (as printed), when, and where the note says so."""

    outcome: Outcome
    council: str
    when: PartialDate | None
    start: int
    end: int


def acts_of(note: str) -> Iterator[Act]:
    """Read the acts that a change note tells of, clause by clause."""
    for start, end in _clauses(note):
        yield from _acts(note, start, end)


def _clauses(note: str) -> Iterator[tuple[int, int]]:
    """Cut a note into sentences and lines; an abbreviation's stop is no end."""
    at = 0
    for found in re.finditer(r"(?<=[.;’'”\"a-z0-9])[.;]\s+(?=[A-Z‘'\"“])|\n+", note):
        yield at, found.start()
        at = found.end()
    yield at, len(note)


def _acts(note: str, start: int, end: int) -> Iterator[Act]:
    clause = note[start:end]
    found = list(_ACT.finditer(clause)) or list(_NAMED_FIRST.finditer(clause))
    if not found or (_UPDATING.search(clause) and not _CLOSING.search(clause)):
        return
    closing = bool(_CLOSING.search(_without_names(clause, found)))
    if not closing and not _OPENING.search(clause):
        return
    for one in found:
        yield Act(
            outcome=Outcome.INTERVENTION_ENDED if closing else _outcome(one["act"]),
            council=one["name"].strip(" .,’'"),
            when=None if closing else _day(clause[one.end() : one.end() + 40]),
            start=start,
            end=end,
        )


def _without_names(clause: str, found: list[re.Match[str]]) -> str:
    """Blank the names out: a word in a council's name says nothing of the act."""
    for one in found:
        clause = clause[: one.start("name")] + " " * len(one["name"]) + clause[one.end("name") :]
    return clause


def _day(words: str) -> PartialDate | None:
    """Read the day, or the month, that follows a council's name."""
    day = find_date(words)
    month = _MONTH.search(words) if day is None else None
    number = month_number(month[1]) if month else None
    return make_date(int(month[2]), number) if month and number else day


def _outcome(act: str) -> Outcome:
    folded = act.casefold()
    if folded.startswith("improvement"):
        return Outcome.IMPROVEMENT_NOTICE
    if folded.startswith("commissioner"):
        return Outcome.COMMISSIONER
    return Outcome.TRUST if "trust" in folded else Outcome.STATUTORY_DIRECTION
