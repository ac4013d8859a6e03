"""Text as words that know where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
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

    def at_or_after(self, offset: int, low: int) -> int:
        """Give the first word from `low` on that starts at the offset or behind it.

        Words are at least one character and one mark apart, so few need to be looked at.
        """
        if low >= len(self.spans) or self.spans[low][0] >= offset:
            return low
        high = low + (offset - self.spans[low][0]) // 2 + 1
        return bisect_left(self.spans, (offset, 0), low, min(high, len(self.spans)))

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


_BREAK = re.compile(r"[.!?;][\"'”’)\]]*\s+|\n\s*")
_ABBREVIATED = frozenset({"st", "mr", "mrs", "ms", "dr", "cllr", "no", "vs", "prof", "rev"})
_WRAPPED = 60
"""A line longer than this may be a hard-wrapped one, over whose end a phrase can run."""

_TWO = 2
"""The blanks around a token."""

_WALL = "\x01"
"""Stands between words that no phrase can join."""


def find_hits(words: Words, automaton: Automaton) -> list[Hit]:
    """Find every name and phrase: leftmost, longest, in order, none overlapping.

    No phrase runs over the end of a sentence or of a short line.
    """
    if not words.words:
        return []
    tokens = _walled(words)
    haystack = " " + "  ".join(tokens) + " "
    starts = list(accumulate(map(_TWO.__add__, map(len, tokens)), initial=0))
    meanings = automaton.meanings
    hits: list[Hit] = []
    for pattern, start, _ in automaton.search.find_matches_as_indexes(haystack):
        size, cls, value, rule = meanings[pattern]
        first = bisect_right(starts, start) - 1
        hits.append(Hit(first, first + size - 1, cls, value, rule))
    return hits


def _walled(words: Words) -> list[str]:
    """Give the words, those that open a sentence with a wall in front."""
    tokens = words.words.copy()
    done = 0
    for match in _BREAK.finditer(words.text):
        word = words.at_or_after(match.end(), done)
        if done < word < len(tokens) and _parts(words, match, word):
            tokens[word] = f"{_WALL}  {tokens[word]}"
            done = word
    return tokens


def _parts(words: Words, match: re.Match[str], word: int) -> bool:
    """Tell whether a full stop or a line's end parts two sentences."""
    text = words.text
    if text[match.start()] != "\n":
        return (
            words.words[word - 1] not in _ABBREVIATED and not text[words.spans[word][0]].islower()
        )
    if match[0].count("\n") > 1:
        return True
    line = text.rfind("\n", 0, match.start()) + 1
    return match.start() - line < _WRAPPED and not text[words.spans[word][0]].islower()
