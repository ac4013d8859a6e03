"""The scale of three for SEND: from one outcome to another, and grades that are told for its ends.

`Has dropped from the best to the middle tier`, `was given the lowest rating for SEND`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.vocabulary import Direction, Outcome

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def way_of(sentence: Sentence, clause: Clause, found: tuple[Hit, Outcome]) -> Direction | None:
    """Give the way by which an area came to an outcome, where a verb in front says so."""
    if found[1] is Outcome.SEND_INCONSISTENT and "lose" in sentence.classes and _lost(sentence):
        return Direction.WORSE
    if found[0].rule.startswith(_MOVED):
        return Direction.BETTER if found[1] is Outcome.SEND_POSITIVE else Direction.WORSE
    if found[0].rule == _RAISED:
        return Direction.BETTER
    move = _move(clause, found)
    if move is None:
        return None
    way = Direction.BETTER if move.cls == "up" else Direction.WORSE
    return None if (found[1], way) in _ABSURD else way


def left(words: Words, clause: Clause, found: tuple[Hit, Outcome]) -> bool:
    """Tell whether an outcome is that from which an area fell or rose: `from positive to`."""
    if _move(clause, found) is None:
        return False
    first = found[0].first
    front = words.words[max(clause.first, first - _FROM_NEAR) : first]
    return "from" in front and "to" not in front


_FROM_NEAR = 3


def gone(words: Words, sentence: Sentence, found: tuple[Hit, Outcome]) -> bool:
    """Tell whether an outcome is said to be over: `the failings found in 2022 have gone`."""
    if _OVER.isdisjoint(sentence.said):
        return False
    low, last = words.words, min(sentence.last, found[0].last + _GONE_REACH)
    for word in range(found[0].last + 1, last - 1):
        over = word + 1 + (low[word + 1] in _SINCE)
        more = low[over : over + 2] == ["no", "more"]
        if low[word] not in _ARE or not (more or low[over : over + 1] in _GONE):
            continue
        end = over + 1 + more
        after = end >= sentence.last or words.between(end - 1, end).strip(" ")
        return bool(after) or low[end] in _AND
    return False


_GONE = (["gone"], ["disappeared"], ["vanished"])
_OVER = frozenset({"gone", "disappeared", "vanished", "more"})
_GONE_REACH = 16
_ARE = frozenset({"have", "has", "are", "is"})
_SINCE = frozenset({"now", "all", "since", "largely"})
_AND = frozenset({"and", "from", "in", "since", "now"})


def _move(clause: Clause, found: tuple[Hit, Outcome]) -> Hit | None:
    """Give the verb of falling or rising in front of one of three outcomes."""
    hit, _ = found
    if clause.classes.isdisjoint(_MOVES):
        return None
    moves = [h for h in clause.hits if h.cls in _MOVES and h.last < hit.first]
    return moves[-1] if moves and hit.first - moves[-1].last <= _REACH else None


def _lost(sentence: Sentence) -> bool:
    """Tell whether the best outcome is lost: `has lost its top SEND outcome`."""
    best = [h.first for h in sentence.hits if h.value == _BEST]
    lost = [h.last for h in sentence.hits if h.cls == "lose"]
    return any(0 < one - other <= _LOST for one in best for other in lost)


_MOVED = "send.moved."
"""Begins the names of the rules for from one outcome to another."""

_RAISED = "send.raised.to-middle"

_BEST, _LOST = str(Outcome.SEND_POSITIVE), 4
_MOVES = frozenset({"down", "up", "fellback"})
_REACH = 14
TIERS = frozenset(
    {Outcome.SEND_POSITIVE, Outcome.SEND_INCONSISTENT, Outcome.SEND_SYSTEMIC_FAILINGS}
)
_ABSURD = frozenset(
    {
        (Outcome.SEND_POSITIVE, Direction.WORSE),
        (Outcome.SEND_SYSTEMIC_FAILINGS, Direction.BETTER),
    }
)


def has_send(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of SEND."""
    if sentence.classes.isdisjoint(_SEND):
        return False
    return True in [_SEND.get(hit.cls) == hit.value for hit in sentence.hits]


_SEND = {"area": "send", "kind": "area_send"}


ENDS = frozenset({Outcome.INADEQUATE, Outcome.OUTSTANDING})
"""What `the lowest rating` and `the top grade` say."""
