"""Which date is the last day for something, and so dates nothing that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words


def is_deadline(words: Words, sentence: Sentence, word: int, *, plain: bool) -> bool:
    """Tell whether a date is the last day for something: `must be submitted by (the end of) May`.

    What is only written to a day, as `plain` says, needs no word that somebody must do it.
    """
    low, last = words.words, word - 1
    while last > sentence.first and (low[last] in _TURN_OF or low[last][0].isdecimal()):
        last -= 1
    if low[last] not in _BY:
        return False
    if plain or low[last - 1] in _GIVEN:
        return True
    if low[last] == "until":
        return "to" in low[word + 1 : min(sentence.last, word + _BEHIND)]
    return not _OBLIGED.isdisjoint(low[max(sentence.first, last - _AHEAD) : last])


_TURN_OF = frozenset("the end of early late mid middle start beginning".split())
_GIVEN = frozenset({"given", "has", "have", "had", "it", "them", "got", "council"})
_BEHIND, _AHEAD = 4, 12
_OBLIGED = frozenset(
    "must should told ordered required requires asked wants needs expects submit respond plan"
    " deadline instructed directed demanded".split()
)
_BY = frozenset({"by", "before", "until"})
