"""Text as words that know where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, NamedTuple

from watcher.extract.automaton import UNKNOWN
from watcher.extract.ends import find_ends

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.extract.automaton import Automaton, Meaning
    from watcher.extract.ends import Closer

_WORD = re.compile(r"([^\W_]+)")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe"
_WORD_WITH_INVISIBLES = re.compile(rf"[^\W_]+(?:[{_INVISIBLE}]+[^\W_]+)*")
_STRIP = {ord(char): None for char in _INVISIBLE}

_NARROW = "latin-1"
"""An encoding of one byte a character that is that character's number: nothing is looked up."""

_FOLDED = "".join(
    char.lower() if char.isalnum() else " " for char in bytes(range(256)).decode(_NARROW)
).encode(_NARROW)
"""What each byte becomes: small letters, digits, else a blank."""

_BLANKS = "\u00a0\u202f\u2009\u2007\u2003\u2002"
"""Blanks that do not break, are thin or wide: pages and word processors are full of them."""

_WIDE_MARKS = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u2022\u20ac"
"""What nearly every English text has beside the characters of that encoding."""


@dataclass(slots=True, eq=False)
class Hit:
    """A phrase found at words `first..last`.

    Never changed once made; not frozen, and no tuple, because every rule asks hits for their
    parts, and slots answer fastest. A hit is equal to itself alone.
    """

    first: int
    last: int
    cls: str
    value: str
    rule: str


@dataclass(slots=True, eq=False, kw_only=True)
class Words:
    """The words of a text, folded for comparison, and their places in it (code points).

    `hidden` counts the invisible characters in words that have some. `walls` are the words to
    which no phrase can run, `closers` the marks that close a sentence. Never changed once made.
    """

    text: str
    words: list[str]
    starts: list[int]
    walls: list[int]
    closers: list[Closer]
    hidden: Mapping[int, int] = field(default_factory=dict)

    def at(self, offset: int, low: int = 0) -> int:
        """Give the first word, from `low` on, that starts at the offset or behind it."""
        return bisect_left(self.starts, offset, low)

    def end(self, word: int) -> int:
        """Give where a word ends."""
        end = self.starts[word] + len(self.words[word])
        return end + self.hidden.get(word, 0) if self.hidden else end

    def between(self, left: int, right: int) -> str:
        """Give what stands between the ends of two words; behind the last, all that is left."""
        starts = self.starts
        if self.hidden or right >= len(starts):
            return self.text[self.end(left) : starts[right] if right < len(starts) else None]
        return self.text[starts[left] + len(self.words[left]) : starts[right]]

    def behind(self, word: int) -> str:
        """Give the word behind, whatever stands between; an empty text behind the last."""
        return self.words[word + 1] if word + 1 < len(self.words) else ""

    def after(self, word: int) -> str:
        """Give the word behind, an empty text where a sentence or a line may end between."""
        if word + 1 >= len(self.words) or _CLOSING.search(self.between(word, word + 1)):
            return ""
        return self.words[word + 1]

    def leads_to(self, word: int, low: str) -> bool:
        """Tell whether that word stands behind, with no end of a sentence or a line between."""
        behind = word + 1
        return behind < len(self.words) and self.words[behind] == low and self.after(word) == low

    def original(self, word: int) -> str:
        """Give a word as it is written."""
        return self.text[self.starts[word] : self.end(word)]


_CLOSING = re.compile(r"[.!?;\n]")


def read_words(text: str) -> Words:
    """Cut a text into words; invisible characters inside a word do not cut it.

    Blanks of any width are read as the ordinary one, in the same places.
    """
    if not text.isascii():
        for blank in _BLANKS:
            text = text.replace(blank, " ")
    words, starts, hidden = _cut(text)
    walls, closers = find_ends(text, words, starts)
    return Words(text=text, words=words, starts=starts, walls=walls, closers=closers, hidden=hidden)


def _cut(text: str) -> tuple[list[str], list[int], dict[int, int]]:
    """Give the words of a text, where they start, and what is hidden in them."""
    narrow = text
    if not text.isascii():
        for mark in _WIDE_MARKS:
            narrow = narrow.replace(mark, " ")
    try:
        plain = narrow.encode(_NARROW).translate(_FOLDED).decode(_NARROW)
    except UnicodeEncodeError:
        return _cut_any(text)
    if "\xad" in narrow:
        return _cut_any(text)
    words: list[str] = []
    starts: list[int] = []
    place = 0
    for piece in plain.split(" "):
        if piece:
            words.append(piece)
            starts.append(place)
            place += len(piece) + 1
        else:
            place += 1
    return words, starts, {}


def _cut_any(text: str) -> tuple[list[str], list[int], dict[int, int]]:
    """Cut a text with characters that are rare in English."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if not any(char in lower for char in _INVISIBLE):
        pieces = _WORD.split(lower)
        return pieces[1::2], list(accumulate(map(len, pieces)))[:-1:2], {}
    matches = list(_WORD_WITH_INVISIBLES.finditer(lower))
    words = [match[0].translate(_STRIP) for match in matches]
    hidden = {
        place: len(match[0]) - len(word)
        for place, (match, word) in enumerate(zip(matches, words, strict=True))
        if len(match[0]) != len(word)
    }
    return words, [match.start() for match in matches], hidden


_WALL = ord("|")
"""Stands behind a word over which no phrase can run."""

_CODED = len(UNKNOWN)
"""So long is a word as the automaton reads it."""


class Found(NamedTuple):
    """The phrases of a text in order: the word with which each begins, and what it means.

    Two lists, because most phrases of a page are never asked for as hits; and the text's words.
    """

    firsts: list[int]
    meanings: list[Meaning]
    words: list[str]

    def hits(self, low: int, high: int) -> tuple[Hit, ...]:
        """Give some of them as hits."""
        firsts, meanings, _ = self
        made: list[Hit] = []
        for place in range(low, high):
            first = firsts[place]
            more, cls, value, rule, _ = meanings[place]
            made.append(Hit(first, first + more, cls, value, rule))
        return tuple(made)


def find_hits(words: Words, automaton: Automaton) -> Found:
    """Find every name and phrase: leftmost, longest, in order, none overlapping.

    No phrase runs over the end of a sentence or of a short line.
    """
    if not words.words:
        return Found([], [], [])
    coded = bytearray(b"".join(map(automaton.codes.get, words.words, repeat(UNKNOWN))))
    for word in words.walls:
        coded[word * _CODED - 1] = _WALL
    matches = automaton.search.find_matches_as_indexes(coded)
    meanings = automaton.meanings
    brittle = automaton.brittle
    broken = [(start // _CODED, meanings[one].more) for one, start, _ in matches if one in brittle]
    if broken and _walled(words, coded, broken):
        matches = automaton.search.find_matches_as_indexes(coded)
    return Found(
        [start // _CODED for _, start, _ in matches],
        [meanings[one] for one, _, _ in matches],
        words.words,
    )


def _walled(words: Words, coded: bytearray, phrases: list[tuple[int, int]]) -> bool:
    """Part phrases, each a first word and so many more, at their commas; tell whether one has any.

    Walls are set there, over which no phrase runs.
    """
    parted = False
    for first, more in phrases:
        for word in range(first + 1, first + more + 1):
            if "," in words.between(word - 1, word) or "|" in words.between(word - 1, word):
                coded[word * _CODED - 1] = _WALL
                parted = True
    return parted


def unquoted(words: Words, first: int, last: int, sought: frozenset[str]) -> bool:
    """Tell whether one of some words stands outside quotation marks, from `first` up to `last`."""
    if sought.isdisjoint(words.words[first:last]):
        return False
    text, starts = words.text, words.starts
    return any(
        words.words[word] in sought
        and sum(text.count(mark, max(0, starts[first] - 1), starts[word]) for mark in '"“”') % 2
        == 0
        for word in range(first, last)
    )


def quoted(words: Words, first: int, last: int) -> bool:
    """Tell whether a phrase stands in quotation marks of its own."""
    start, text = words.starts[first], words.text
    if not start or text[start - 1] not in "\"'“‘’«":
        return False
    end = words.end(last)
    return end < len(text) and (
        text[end] in "\"'”’»" or (text[end] in ".,;" and text[end + 1 : end + 2] in tuple("\"'”’"))
    )
