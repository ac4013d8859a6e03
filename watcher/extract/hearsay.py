"""What is only heard of a report that is not out: it is held until the report itself tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words

HEARSAY = 0.45
"""A finding that is only heard is no surer than this."""


def is_hearsay(words: Words, sentence: Sentence, titles: Iterable[Sentence]) -> bool:
    """Tell whether a sentence, or the headline over it, tells what is not public, or second-hand.

    `A leaked report says`, `is understood to have been rated`, `I read that Ofsted has`.
    """
    for one in (sentence, *titles):
        if not _CUES.isdisjoint(one.said) and _unconfirmed(words, one):
            return True
    return False


def _unconfirmed(words: Words, sentence: Sentence) -> bool:
    said = sentence.said
    if not _OUT.isdisjoint(said):
        return False
    if not _HEARD.isdisjoint(said):
        return True
    low = words.words
    return any(_tells(low, word) for word in range(sentence.first, sentence.last - 1))


def _tells(low: list[str], word: int) -> bool:
    """Tell whether a word, with those around it, says that something is only heard."""
    one = low[word]
    if one == "i":
        return not _READ.isdisjoint(low[word + 1 : word + 3])
    if one in _LEAKS:
        return not _PAPERS.isdisjoint(low[word + 1 : word + _NEAR])
    return one in _BELIEVED and low[word - 1] in _BE and low[word + 1] in _TO


_HEARD = frozenset({"reportedly", "allegedly"})
_BELIEVED = frozenset({"understood", "believed", "rumoured", "thought"})
_LEAKS = frozenset({"leaked", "leak", "leaks"})
_READ = frozenset({"read", "hear", "heard", "gather", "understand"})
"""What a writer of letters does, who knows no more than has been in the papers."""

_CUES = _HEARD | _BELIEVED | _LEAKS | {"i"}
_BE, _TO = frozenset({"is", "are"}), frozenset({"to", "that"})
_OUT = frozenset("published publishes publish official officially confirmed confirms".split())
"""Words with one of which the report is out."""

_PAPERS = frozenset(
    "report document letter draft copy findings papers memo email that shows ofsted".split()
)
_NEAR = 6
