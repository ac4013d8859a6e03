"""Whom a phrase is about where others are named too: told apart, gone on with, put beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.asides import itself
from watcher.extract.insertions import spoken_of_again
from watcher.extract.pairs import POINTERS, told_apart

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.extract.topics import Chain, Topics

RELATIVE = frozenset({"which", "who", "whose", "where"})
SINGLING = POINTERS | {"itself"}
"""Words without one of which nobody is told apart, nor named again by `itself`."""


def singled_out(
    page: Page, sentence: Sentence, clause: Clause, span: tuple[int, int], topics: Topics
) -> tuple[str, ...] | None:
    """Give whom a phrase is about where others are named too: told apart, gone on with, beside."""
    words, chains = page.words, topics.chains[sentence.index]
    own = itself(words, sentence, span[0]) if "itself" in sentence.said else None
    if own is not None:
        return (own.value,)
    apart = told_apart(page, sentence, span[0], topics)
    if apart is not None:
        return (apart,)
    again = spoken_of_again(words, sentence, span[0], chains) if len(chains) > 1 else None
    if again is not None:
        return tuple([hit.value for hit in again])
    if "bystander" not in clause.classes and words.words[clause.first] not in RELATIVE:
        return None
    beside = _beside(words, sentence, clause, chains) or _neighbour(clause, span, chains, words)
    return None if beside is None else (beside.value,)


def _beside(
    words: Words, sentence: Sentence, clause: Clause, chains: tuple[Chain, ...]
) -> Hit | None:
    """Give the council that a clause of its own is about, beside the sentence's own.

    `Leeds, which was inadequate`, `while neighbouring Leeds was inadequate`.
    """
    if words.words[clause.first] in RELATIVE:
        owner = _owner_of(sentence, clause)
        return None if owner is None or any(owner in chain for chain in chains) else owner
    if "bystander" not in clause.classes or not chains:
        return None
    named = [hit for hit in clause.hits if hit.cls == "council"]
    own = any(hit in chain for chain in chains for hit in named)
    return named[0] if named and not own else None


def _neighbour(
    clause: Clause, span: tuple[int, int], chains: tuple[Chain, ...], words: Words
) -> Hit | None:
    """Give the neighbour that is the subject in front of a word: `neighbouring Leeds is rated`.

    The name of one opens the clause: `In neighbouring Leeds services were rated`.
    """
    if "bystander" not in clause.classes:
        return None
    named = [hit for hit in clause.hits if hit.cls == "council" and hit.last < span[0]]
    if not named or any(named[-1] in chain[1:] for chain in chains):
        return None
    first = named[-1].first
    near = words.words[first - 1] in _NEIGHBOURS
    if near and words.words[first - 2] == "and":
        return None
    if near and first - clause.first <= _LED_BY:
        return named[-1]
    if words.words[named[-1].last + 1] not in _VERBS:
        return None
    front = words.words[max(clause.first, named[0].first, named[-1].first - _NEARBY) : span[0]]
    return None if _NEIGHBOURS.isdisjoint(front) else named[-1]


_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "remain", "remains"})
_NEARBY = 6
_LED_BY = 3
_NEIGHBOURS = frozenset({"neighbouring", "neighbour", "neighbours"})


def _owner_of(sentence: Sentence, clause: Clause) -> Hit | None:
    """Give the council right in front of a relative clause: `Leeds, which was inadequate`."""
    for hit in sentence.hits:
        if hit.cls == "council" and 0 < clause.first - hit.last <= _TO_ITS_CLAUSE:
            return hit
    return None


_TO_ITS_CLAUSE = 2
