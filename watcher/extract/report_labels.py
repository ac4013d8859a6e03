"""Know a judgement by its printed label, and a grade by its printed words.

A label is matched whole: what is left over makes it unknown, never a near miss of another.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Area, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.model.framework import Framework

WORDS: Mapping[str, Outcome | None] = {
    "outstanding": Outcome.OUTSTANDING,
    "good": Outcome.GOOD,
    "requires improvement to be good": Outcome.REQUIRES_IMPROVEMENT,
    "require improvement to be good": Outcome.REQUIRES_IMPROVEMENT,
    "requires improvement": Outcome.REQUIRES_IMPROVEMENT,
    "require improvement": Outcome.REQUIRES_IMPROVEMENT,
    "requiring improvement": Outcome.REQUIRES_IMPROVEMENT,
    "adequate": Outcome.ADEQUATE,
    "inadequate": Outcome.INADEQUATE,
    "not judged": None,
    "not graded": None,
    "not inspected": None,
    "not applicable": None,
    "no judgement": None,
    "no judgement made": None,
    "n/a": None,
}
"""Grade words as printed, lower case; None for a judgement that was not made."""

_CHILDREN = r"(?:children|young people|children and young people|children and families)"
_CARE = (
    rf"(?:{_CHILDREN} (?:in|in our|in the) care|{_CHILDREN} (?:who are )?(?:being )?looked after"
    rf"|looked after {_CHILDREN})(?: and (?:in )?achieving permanence)?"
)
_LEAVERS = (
    r"(?:care leavers|young people (?:who are )?leaving care|young people who have left care"
    r"|care experienced young people|care experienced young adults)"
)
_HELP = (
    rf"{_CHILDREN}(?: and (?:their )?families)? (?:who (?:may )?need|who are in need of|in need of"
    r"|who need early|needing)(?: early)?(?: family)? (?:help|support),?(?: and| or)"
    r"(?: child)? protection"
)
_PRACTICE = r"(?: social (?:work|care))? practice(?: with children(?: and(?: their)? families)?)?"
_BODIES: tuple[tuple[Area, str], ...] = (
    (Area.HELP_AND_PROTECTION, _HELP),
    (Area.HELP_AND_PROTECTION, r"(?:family )?help(?: and| or)(?: child)? protection"),
    (Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS, rf"{_CARE} and {_LEAVERS}"),
    (Area.CHILDREN_IN_CARE, _CARE),
    (Area.CARE_LEAVERS, _LEAVERS),
    (Area.ADOPTION, r"adoption(?: performance| services?)?"),
    (
        Area.LEADERS,
        rf"(?:the )?(?:impact|effectiveness) of leaders(?: and managers)? on{_PRACTICE}",
    ),
    (Area.LEADERS, r"(?:the )?leadership,? (?:and )?management,? and governance"),
    (Area.OVERALL, r"(?:the )?overall (?:effectiveness|judgement)"),
)
_PREFIX = (
    r"(?:(?:the )?(?:quality of )?experiences?(?:,| and| &)? (?:and )?(?:the )?progress of "
    r"|(?:the )?progress and experiences? of )?(?:the )?"
)
_LABELS = tuple((area, re.compile(_PREFIX + body)) for area, body in _BODIES)
_NUMBER = re.compile(r"^\(?\d(?:\.\d)*\)?[.:)]?\s*")
_FOOTNOTE = re.compile(r"(?<=[a-z])\d{1,2}\b")
_BOARD = re.compile(r"safeguarding (?:children )?board|safeguarding children partnership|\blscb\b")
_CLOSE = 0.94
_KNOWN = {
    "the impact of leaders on social work practice with children and families": Area.LEADERS,
    "the experiences and progress of children who need help and protection": (
        Area.HELP_AND_PROTECTION
    ),
    "the experiences and progress of children in care and care leavers": (
        Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS
    ),
    "the experiences and progress of children in care": Area.CHILDREN_IN_CARE,
    "the experiences and progress of care leavers": Area.CARE_LEAVERS,
    "overall effectiveness": Area.OVERALL,
    "children who need help and protection": Area.HELP_AND_PROTECTION,
    "children looked after and achieving permanence": Area.CHILDREN_IN_CARE,
    "adoption performance": Area.ADOPTION,
    "experiences and progress of care leavers": Area.CARE_LEAVERS,
    "leadership, management and governance": Area.LEADERS,
}
"""Whole labels that a misprint may be close to."""


@lru_cache(maxsize=512)
def plain(label: str) -> str:
    """Fold a label: case, white space, row number, footnote, `&`, apostrophes, end marks."""
    folded = " ".join(label.casefold().replace("’", "'").replace("&", " and ").split())
    folded = _FOOTNOTE.sub("", _NUMBER.sub("", folded))
    return folded.replace("-", " ").strip(" .:-–•")


@lru_cache(maxsize=512)
def _area_of(folded: str) -> Area | None:
    for area, pattern in _LABELS:
        if pattern.fullmatch(folded):
            return area
    near = get_close_matches(folded, _KNOWN, n=2, cutoff=_CLOSE)
    areas = {_KNOWN[label] for label in near}
    return areas.pop() if len(areas) == 1 else None


def area_of(label: str, framework: Framework | None) -> Area | None:
    """Give the area that a whole label judges; None when the label is not known.

    The framework's own labels come first: they are data.
    """
    folded = plain(label)
    if framework is not None and folded in framework.labels:
        return framework.labels[folded]
    return _area_of(folded)


def is_board(label: str) -> bool:
    """Tell whether a label is the safeguarding board's, whose grade is not the council's."""
    return _BOARD.search(plain(label)) is not None


def words_of(framework: Framework | None) -> Mapping[str, Outcome | None]:
    """Give the printed words that are grades under a framework."""
    return WORDS if framework is None or not framework.words else {**WORDS, **framework.words}


def word_pattern(words: Mapping[str, Outcome | None]) -> str:
    """Make the pattern of grade words, longest first, white space free."""
    return _pattern(tuple(words))


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)
