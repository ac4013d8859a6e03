"""What services are called whose mending is somebody's task, or goes slowly."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def worked_on(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether services are called by it whose mending goes slowly.

    `Progress to improve inadequate services is slow`, not `told to improve inadequate services`.
    So too what somebody's task is: `a board tasked with turning round inadequate services`.
    """
    if "ordered" in clause.classes:
        return False
    if _SLOWLY.isdisjoint(clause.classes):
        front = words.words[max(clause.first, hit.first - _TASK) : hit.first]
        return not _MENDING.isdisjoint(front[-_MENDED:]) and not _TASKED.isdisjoint(front)
    front = words.words[max(clause.first, hit.first - _MENDED) : hit.first]
    while front and front[-1] in _WHOSE:
        front.pop()
    return not _IMPROVING.isdisjoint(front[-1:])


_TASK, _MENDED = 8, 3
_TASKED = frozenset(
    "tasked charged meant appointed hired recruited drafted brought enlisted picked chosen board"
    " team taskforce chief boss commissioner trust job task plan plans bid effort efforts".split()
)
_MENDING = frozenset(
    "turn turning improve improving fix fixing overhaul overhauling reform reforming transform"
    " transforming rebuild rebuilding rescue rescuing righting repairing".split()
)
_SLOWLY = frozenset({"slowword", "signal"})
_IMPROVING = _MENDING - {"turn", "turning"} | frozenset("around round right".split())
_WHOSE = frozenset({"the", "its", "their"})


def to_stay(words: Words, service: Hit) -> bool:
    """Tell whether services called so go on where they are: `inadequate services to stay with`."""
    return words.words[service.last + 1 : service.last + 3] in _STAYING


_STAYING = [["to", verb] for verb in ("stay", "remain", "continue")]


def tackled(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a rating is what work is done on: `a plan to tackle Ofsted's low rating`.

    Or what is fought: `asks for a review of its inadequate rating`.
    """
    low = words.words
    if "ordered" in clause.classes or not _RATING.intersection(low[hit.last + 1 : hit.last + 3]):
        return False
    front = low[max(clause.first, hit.first - _WORKED_ON) : hit.first]
    if any((one, two) in _FIGHTING for one, two in pairwise(front)):
        return True
    return any(
        two in TACKLING and (one == "to" or two.endswith("ing")) and "after" not in front[at:]
        for at, (one, two) in enumerate(pairwise(["", *front]))
    )


_WORKED_ON = 6
_RATING = frozenset({"rating", "ratings", "grade", "judgement", "judgment", "status"})
TACKLING = frozenset(
    "tackle overcome reverse address escape improve tackling overcoming reversing addressing"
    " escaping improving righting fixing putting turning getting".split()
)

_FIGHTING = frozenset(
    {("review", "of"), ("appeal", "against"), ("appeals", "against"), ("challenge", "to")}
)
FOUGHT = TACKLING | {first for first, _ in _FIGHTING}
"""Words without one of which nothing is worked on or fought."""


def in_adjective(words: Words, hit: Hit) -> bool:
    """Tell whether who rated it so is part of the adjective: `Ofsted-rated "poor" services`."""
    judged = hit.first - 1
    return words.words[judged] in RATED_BY and words.between(judged - 1, judged) in _HYPHENS


RATED_BY = frozenset({"rated", "judged", "graded", "branded"})
_HYPHENS = frozenset("-‐‑–")


def looked_into(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a visit looks into what one before asked for: `reviewed two priority actions`.

    Nothing but an article and a number may stand between.
    """
    low, at = words.words, hit.first - 1
    while at > sentence.first and (low[at] in _COUNTED or low[at].isdecimal()):
        at -= 1
    return low[at] in _LOOKING or (low[at] in _INTO and low[at - 1] in _LOOKING)


_LOOKING = frozenset(
    "looked looks looking reviewed reviews reviewing examined examines examining revisited followed"
    " checked considered assessed tested focused focuses concentrated".split()
)
_INTO = frozenset({"at", "into", "on", "up"})
_COUNTED = frozenset("the its their those these two three four five six seven all both".split())
