"""Grades of one sentence that belong together: the old one and the new one."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.graded import Graded
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words
    from watcher.model.vocabulary import Outcome

_NEW = frozenset({"to", "", "now"})
"""Parts of a grade that is given now."""


def partner_of(one: Graded, graded: list[Graded], part: str, sentence: Sentence) -> Outcome | None:
    """Give the grade that a new grade came from (`from G1 to G2`), or the one it goes to."""
    if part == "from" and one.part not in _NEW:
        return None
    graded = _open_to(one, graded, sentence)
    for other in graded:
        if other is one or not _plays(other, part, one) or _anothers(other, one, graded):
            continue
        if abs(other.hit.first - one.hit.first) <= (_FAR if other.part == "lose" else _NEAR):
            return other.outcome
    if part == "to" and one.part == "from":
        for other in graded:
            if other is not one and other.part == "" and 0 < other.hit.first - one.hit.first <= 8:
                return other.outcome
    return None


_PAIR = 2


def _open_to(one: Graded, graded: list[Graded], sentence: Sentence) -> list[Graded]:
    """Leave out the grades that stand behind another council's name, the old one and the new.

    `X is good, up from inadequate, Y is inadequate, down from good`.
    """
    if len(graded) <= _PAIR:
        return graded
    names = [hit.first for hit in sentence.hits if hit.cls == "council"]
    if len(names) < _PAIR:
        return graded
    behind: dict[int, list[Graded]] = {}
    for other in graded:
        behind.setdefault(bisect(names, other.hit.first), []).append(other)
    own = bisect(names, one.hit.first)
    if _whole(behind[own]):
        return behind[own]
    return [o for place, ones in behind.items() if place == own or not _whole(ones) for o in ones]


def _whole(ones: list[Graded]) -> bool:
    """Tell whether both an old grade and a new one are among them."""
    new = [one.part in _NEW for one in ones]
    return any(new) and not all(new)


def _plays(other: Graded, part: str, one: Graded) -> bool:
    """Tell whether a grade has a part beside another: what was lost is what it came from."""
    if part == "from" and other.part in _GIVEN_UP:
        return other.hit.first < one.hit.first
    return other.part == part or (part == "from" and other.part == "then")


_NEAR, _FAR = 14, 20
"""Words between two grades of one; a list may name all who left one: `leaving it are X and Y`."""

_GIVEN_UP = frozenset({"once", "lose"})


def has_come(one: Graded, graded: list[Graded], sentence: Sentence) -> bool:
    """Tell whether an old grade's new one is told too, behind it or as `good, up from fair`."""
    if partner_of(one, graded, "to", sentence) is not None:
        return True
    before = [o for o in graded if o.hit.first < one.hit.first and o.part in _NEW]
    if not before or one.hit.first - before[-1].hit.last > _STEP_FROM:
        return False
    return partner_of(before[-1], graded, "from", sentence) is one.outcome


_STEP_FROM = 12


def _mated(old: Graded, one: Graded, graded: list[Graded]) -> bool:
    """Tell whether an old grade of another clause has its new one there: `X fell from G to G`."""
    return old.clause is not one.clause and any(
        other.clause is old.clause and other.part == "to" and other is not one for other in graded
    )


def _kept(one: Graded) -> bool:
    """Tell whether a grade is said to be kept, right in front of it: `kept its good rating`."""
    return any(h.cls == "same" and 0 < one.hit.first - h.last <= _RIGHT for h in one.clause.hits)


_RIGHT = 2


def _anothers(other: Graded, one: Graded, graded: list[Graded]) -> bool:
    """Tell whether another clause gives a grade to a council of its own, or has both its grades.

    What a council of its own clause kept came from nothing.
    """
    if other.part == "from" and _mated(other, one, graded):
        return True
    if other.clause is not one.clause and _kept(one):
        return True
    return (
        other.clause is not one.clause
        and other.hit.first > one.hit.first
        and any(
            h.cls == "council" and h.first < other.hit.first and h not in one.clause.hits
            for h in other.clause.hits
        )
    )


def as_the_one_before(
    words: Words, graded: list[Graded], one: Graded, made: list[Claim], claims: list[Claim]
) -> list[Claim]:
    """Let a grade be as old, or as unsure, as the one that it is joined to."""
    place = graded.index(one)
    if not place or claims[-1].word != graded[place - 1].hit.first:
        return made
    between = words.words[graded[place - 1].hit.last + 1 : one.hit.first]
    if between in ([], ["or"]) and claims[-1].negated is not None:
        return [claim.but(negated=claims[-1].negated) for claim in made]
    if claims[-1].now and between[:1] == ["and"] and _goes_on_now(between):
        return [claim.but(now=True) if not claim.past else claim for claim in made]
    joined = one.part == "from" or between in (["and"], ["or"])
    if not joined or not claims[-1].past:
        return made
    return [claim.but(past=True, now=False) for claim in made]


def _goes_on_now(between: list[str]) -> bool:
    """Tell whether what is joined is today's too: `now good, and the grade for X is inadequate`."""
    return not _TODAYS.isdisjoint(between) and _GONE.isdisjoint(between)


_TODAYS = frozenset({"is", "are", "remain", "remains", "stay", "stays"})
_GONE = frozenset("was were had been last previously before earlier once formerly since".split())


def of_other_parts(one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences name other judgements, or other councils."""
    for cls in ("area", "council"):
        if cls in one.classes and cls in other.classes:
            named = [{h.value for h in s.hits if h.cls == cls} for s in (one, other)]
            if named[0].isdisjoint(named[1]):
                return True
    return False
