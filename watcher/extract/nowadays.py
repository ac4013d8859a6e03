"""Grades that a service is said to have these days: how it stands, and no verdict of today's."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Clause
    from watcher.extract.tokens import Hit, Words


def stands_nowadays(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is that of these days: `is rated good nowadays`, `today we're good`."""
    low = words.words
    front = low[max(clause.first, hit.first - _REACH) : hit.first]
    behind = low[hit.last + 1 : min(clause.last, hit.last + 1 + _REACH)]
    if "nowadays" in front or "nowadays" in behind[:_NEAR]:
        return True
    if "currently" in front and not _RATES.isdisjoint(front):
        return True
    if any(behind[at : at + 2] == ["these", "days"] for at in range(_NEAR)):
        return True
    if "and" in front and _told_beside(words, clause, hit):
        return True
    return hit.value in _HIGH and "today" in front and _as_of_today(words, front, hit)


def _as_of_today(words: Words, front: list[str], hit: Hit) -> bool:
    """Tell whether today is only when it stands so: `Leeds, today rated good, said`."""
    if front[-1] not in _RATED:
        return False
    if front[-2:-1] == ["today"]:
        return "," in words.between(hit.first - 3, hit.first - 2)
    return front[-3:-1] == ["we", "re"] or front[-3:-1] == ["we", "are"]


_REACH, _NEAR = 8, 4
_HIGH = frozenset({"good", "outstanding"})
_RATES = frozenset({"rates", "grades", "judges"})
_RATED = frozenset({"rated", "judged", "graded", "ranked"})


def one_of_few(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade says what few have: `one of only a handful of counties with a good`."""
    if hit.value not in _HIGH or not clause.classes.isdisjoint(_GIVING):
        return False
    low = words.words
    article = hit.first - (low[hit.first] not in _ARTICLES)
    if low[article] not in _ARTICLES or low[article - 1] != "with":
        return False
    front = low[max(clause.first, article - _TALE) : article - 1]
    if not front or front[-1] not in MANY or not _MAKING.isdisjoint(front):
        return False
    return ("one", "of") in pairwise(front)


_TALE = 12
_GIVING = frozenset({"now", "kind", "inspectorate", "judge"})
_MAKING = frozenset({"makes", "made", "making", "become", "becomes", "became", "joins"})
_ARTICLES = frozenset({"a", "an", "the"})
MANY = frozenset("counties councils authorities cities boroughs areas unitaries".split())


def _told_beside(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is added to what else is known: `it is seen as a model and is rated`.

    So it is where what is graded was `inspected separately and is rated` so.
    """
    low, front = words.words, words.words[max(clause.first, hit.first - _TALE) : hit.first]
    if "and" not in front:
        return False
    at = len(front) - 1 - front[::-1].index("and")
    said = low[max(0, hit.first - len(front) + at - _TALE) : hit.first - len(front) + at]
    if _GIVES.isdisjoint(front[at:]):
        return False
    return any(pair in _KNOWN for pair in pairwise(said))


_BESIDE = frozenset({"regarded", "seen", "hailed", "viewed", "separately"})
NOWADAYS = _BESIDE | {"nowadays", "currently", "these", "today"}
_GIVES = frozenset({"is", "are", "has"})
_KNOWN = {(seen, "as") for seen in ("regarded", "seen", "hailed", "viewed")} | {
    ("inspected", "separately")
}


def some_of_those(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether names are examples of those rated so: `money for councils rated low, like X`."""
    if "now" in clause.classes:
        return False
    judge = next((h for h in clause.hits if h.cls == "judge" and h.last == hit.first - 1), None)
    whose = judge and next((h for h in clause.hits if h.last == judge.first - 1), None)
    if whose is None or whose.cls != "generic" or words.words[whose.first - 1] not in _WHOM:
        return False
    names = [h.first for h in clause.hits if h.cls == "council" and h.first > hit.last]
    return bool(names) and not EXAMPLES.isdisjoint(words.words[hit.last + 1 : names[0]])


EXAMPLES = frozenset({"including", "such", "like", "among"})
_WHOM = frozenset("to for in at of from with among across between".split())


def called_people(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether it is what somebody's people are called: `shames Kent's inadequate managers`."""
    front = words.words[hit.first - 1]
    if front not in _WHOSE_PEOPLE or hit.first - 1 < clause.first:
        return False
    return not PEOPLE.isdisjoint(words.words[hit.last + 1 : hit.last + 3])


_WHOSE_PEOPLE = frozenset({"s", "its", "their", "the"})
PEOPLE = frozenset("workers staff managers bosses chiefs officers officials leaders".split())


def stands_beside(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade only stands beside what is new, or beside few others of its kind."""
    if one_of_few(words, clause, hit) or _one_of_those(words, clause, hit):
        return True
    behind = words.words[hit.last + 1 : min(clause.last, hit.last + 1 + _REACH)]
    if _STANDING.isdisjoint(behind):
        return False
    return _still_stands(behind) or (hit.value in _HIGH and _in_another(behind))


def _one_of_those(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether one is only told to be of those: `X, one of the councils it rates low, has`."""
    low, behind = words.words, hit.last + 1
    if behind >= clause.last or not words.between(hit.last, behind).strip(_QUOTES).startswith(","):
        return False
    near = range(max(clause.first + 1, hit.first - _TALE), hit.first)
    one = next((at for at in near if low[at] == "one" and low[at + 1] == "of"), 0)
    if not one or "," not in words.between(one - 1, one):
        return False
    said = low[one:behind]
    return not MANY.isdisjoint(said) and _JUST.isdisjoint(said)


_QUOTES = "'\"’” "
_JUST = frozenset({"now", "has", "have", "today", "yesterday", "latest", "week", "newly"})


def _still_stands(behind: list[str]) -> bool:
    """Tell whether a visit left a grade as it was: `its rating of good still stands`."""
    if "unaffected" in behind:
        return True
    if "stands" not in behind:
        return False
    at = behind.index("stands")
    return "still" in behind[:at] or behind[at + 1 : at + 2] in _UNTIL


def _in_another(behind: list[str]) -> bool:
    """Tell whether a grade is that of another inspection: `rated good in a separate one`."""
    return behind[:1] in _AT and behind[1:3] == ["a", "separate"]


_STANDING = frozenset({"stands", "unaffected", "separate"})
_UNTIL = (["until"], ["for"], ["unchanged"])
_AT = (["in"], ["at"], ["by"], ["after"], ["following"])
BESIDE = MANY | _STANDING
