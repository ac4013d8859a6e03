"""Text as words that know where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from watcher.extract.automaton import Automaton

_WORD = re.compile(r"([^\W_]+)")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe"
_WORD_WITH_INVISIBLES = re.compile(rf"[^\W_]+(?:[{_INVISIBLE}]+[^\W_]+)*")
_STRIP = {ord(char): None for char in _INVISIBLE}


class Hit(NamedTuple):
    """A phrase found at words `first..last`. A tuple, because a page holds hundreds."""

    first: int
    last: int
    cls: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text, folded for comparison, and their places in it (code points)."""

    text: str
    words: list[str]
    spans: list[tuple[int, int]]

    def at(self, offset: int) -> int:
        """Give the first word that starts at the offset or behind it."""
        return bisect_left(self.spans, (offset, 0))

    def between(self, left: int, right: int) -> str:
        """Give what stands between the ends of two words."""
        return self.text[self.spans[left][1] : self.spans[right][0]]

    def original(self, word: int) -> str:
        """Give a word as it is written."""
        start, end = self.spans[word]
        return self.text[start:end]


def read_words(text: str) -> Words:
    """Cut a text into words; invisible characters inside a word do not cut it."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if lower.isascii() or not any(char in lower for char in _INVISIBLE):
        pieces = _WORD.split(lower)
        edges = list(accumulate(map(len, pieces)))
        return Words(
            text=text,
            words=pieces[1::2],
            spans=list(zip(edges[::2], edges[1::2], strict=False)),
        )
    matches = list(_WORD_WITH_INVISIBLES.finditer(lower))
    return Words(
        text=text,
        words=[match[0].translate(_STRIP) for match in matches],
        spans=[match.span() for match in matches],
    )


def find_hits(words: Words, automaton: Automaton) -> list[Hit]:
    """Find every name and phrase: leftmost, longest, in order, none overlapping."""
    if not words.words:
        return []
    haystack = " " + "  ".join(words.words) + " "
    starts = list(accumulate(map(_padded, words.words), initial=0))
    meanings = automaton.meanings
    hits: list[Hit] = []
    first = 0
    for pattern, start, _ in automaton.search.find_matches_as_indexes(haystack):
        size, cls, value, rule = meanings[pattern]
        first = bisect_left(starts, start, first)
        hits.append(Hit(first, first + size - 1, cls, value, rule))
    return hits


def _padded(word: str) -> int:
    """Give the length of a word with the blanks around it."""
    return len(word) + 2
