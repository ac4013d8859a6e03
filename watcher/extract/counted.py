"""What is counted where it is one service's: its areas, its judgements, its grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.general import plural
from watcher.extract.measures import NOUNS

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def of_what_was_named(words: Words, sentence: Sentence) -> bool:
    """Tell whether what is counted are services just named: `rating services ..., some of them`."""
    if _THEM.isdisjoint(sentence.said) or plural(words, sentence):
        return False
    counting = [h for h in sentence.hits if h.cls == "statistics"]
    if counting and all(_of_things(words, h) for h in counting):
        return True
    named = [h.first for h in sentence.hits if h.cls == "service"] + parts_of(words, sentence)
    if "grades" in sentence.said or "ratings" in sentence.said:
        low = words.words[sentence.first : sentence.last]
        named += [at + sentence.first for at, one in enumerate(low) if _of_its(low, at, one)]
    return bool(named) and all(
        words.words[h.last] in _THEM and min(named) < h.first for h in counting
    )


def _of_things(words: Words, hit: Hit) -> bool:
    """Tell whether what is to be mended is counted: `the weaknesses, nine of them, listed in`."""
    front = words.words[max(0, hit.first - _NAMED) : hit.first]
    return words.words[hit.last] in _THEM and not NOUNS.isdisjoint(front)


_NAMED = 2


def _of_its(said: list[str], at: int, word: str) -> bool:
    """Tell whether a word stands for one service's grades: `two of the four grades`."""
    if word not in {"grades", "ratings"} or at < len("two of its".split()):
        return False
    owner = at - 1 - (said[at - 1] in _FEW_PARTS)
    return said[owner] in {"the", "its", "their", "our"} and said[owner - 1] == "of"


_THEM = frozenset({"them", "those", "these"})


def parts_of(words: Words, sentence: Sentence) -> list[int]:
    """Give where a few parts of one service are counted: `out of five areas, three of them`."""
    low = words.words
    return [
        place
        for place in range(sentence.first + 1, sentence.last)
        if low[place] in _PARTS_OF_IT and low[place - 1] in _FEW_PARTS
    ]


_PARTS_OF_IT = frozenset({"areas", "judgements", "categories", "aspects", "parts", "respects"})
_FEW_PARTS = frozenset("two three four five six seven eight nine ten 3 4 5 6 7 8 key main".split())
