"""Grades that something has had for years, time and again, or had in some year."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.extract.rules import Rule, any_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.extract.segment import Clause
    from watcher.extract.tokens import Hit, Words


def _for_years(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade has stood for years: `for the past four years it was poor`."""
    front = words.words[max(clause.first, hit.first - _REACH) : hit.first]
    if "for" not in front or _BEEN.isdisjoint(front):
        return False
    span = front[front.index("for") + 1 :][:_SPAN]
    return not _YEARS.isdisjoint(span) and not _COUNTING.isdisjoint(span)


_YEARS = frozenset({"years", "decade"})
_BEEN = frozenset({"been", "remained", "stayed"})
_COUNTING = frozenset(
    "past last two three four five six seven eight nine ten many several a more nearly".split()
)
_REACH, _SPAN = 16, 6


def _time_and_again(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade was given again and again: `services repeatedly found inadequate`."""
    front = words.words[max(clause.first, hit.first - _GIVEN) : hit.first]
    return not _OFTEN.isdisjoint(front)


_OFTEN = frozenset({"repeatedly", "consistently", "persistently"})
_GIVEN = 6


def _had_in_a_year(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a rating was had in a year: `it had a poor rating from Ofsted in 2018`."""
    low = words.words
    if low[hit.first - 1] not in _ARTICLES or low[hit.first - 2] != "had":
        return False
    behind = low[hit.last + 1 : clause.last]
    return any(one == "in" and year_of(two) for one, two in pairwise(behind))


_ARTICLES = frozenset({"a", "an"})

LONGSTANDING: tuple[Rule[str, Callable[[Words, Clause, Hit], bool]], ...] = (
    Rule("for years", _for_years, words=_YEARS),
    Rule("time and again", _time_and_again, (any_of("judge"),), words=_OFTEN),
    Rule("then", _had_in_a_year, words=any_of("had")),
)
"""How a grade is told that has stood for long, or stood at some time."""
