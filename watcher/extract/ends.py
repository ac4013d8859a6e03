"""Where sentences may end: what closes one, and where no phrase runs on."""

from __future__ import annotations

import re
from bisect import bisect_left

_MARKS = ".\n;?!"
_STOPS = ".?!"
_CLOSING = "\"'”’)]"
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PAD = "."
"""Stands behind a text, so that a look behind its last mark finds neither of these."""

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st cllr coun prof rev hon no vs etc eg ie jan feb mar apr jun jul aug sep sept"
    " oct nov dec mon tue wed thu fri sat sun pp fig approx ltd co".split()
)
_TITLES = frozenset({"st", "mr", "mrs", "ms", "dr", "cllr", "no", "vs", "prof", "rev"})
"""Those behind which a phrase may run on."""

_LAST_WORD = re.compile(r"([^\W_]+)[.]$")
_LAST_WORD_REACH = 12

WRAPPED = 60
"""A line longer than this may be a hard-wrapped one, over whose end a sentence can run."""

BLANKS = 4
"""So many blanks behind a mark close a sentence, even where a small letter follows."""

Closer = tuple[int, int, int]
"""What closes a sentence: where it ends, where the next begins, and that one's first word."""


def find_ends(text: str, words: list[str], starts: list[int]) -> tuple[list[int], list[Closer]]:
    """Give the words to which no phrase can run, and the marks that close a sentence.

    Both are told at once, from the few places where a mark or a line's end stands before white
    space. Behind the last of the closers comes one beyond the text.
    """
    walls: list[int] = []
    closers: list[Closer] = []
    length, last = len(text), len(words)
    word = walled = 0
    for here, mark, end, behind, follow in _breaks(text):
        word = bisect_left(starts, behind, word)
        low = words[word - 1] if word else ""
        whole = len(low) > 1 and low not in _ABBREVIATIONS
        stops = mark in _STOPS
        if whole and stops and follow in _CAPITALS:
            parts = True
        else:
            parts = word < last and _parts(text, here, behind, (low, starts[word]))
            stops = stops and (whole or not _abbreviated(text, here)) and _ends(text, end, behind)
        if parts and walled < word:
            walls.append(word)
            walled = word
        if stops:
            closers.append((end, behind, word))
    closers.append((length + 1, length + 1, last))
    return walls, closers


def _parts(text: str, here: int, behind: int, between: tuple[str, int]) -> bool:
    """Tell whether no phrase runs over a mark or a line's end.

    It stands `between` a word and the place of the next.
    """
    before, start = between
    if text[here] == "\n":
        if before in _REQUIRES and in_a_grade(text, here):
            return False
        return _parts_lines(text, here, behind, start)
    return text[here] == ";" or (before not in _TITLES and not text[start].islower())


def in_a_grade(text: str, here: int) -> bool:
    """Tell whether a line's end stands inside `requires improvement`, which runs over it."""
    if not text[max(0, here - _NARROW) : here].rstrip().lower().endswith(_REQUIRES):
        return False
    return text[here : here + _NARROW].lstrip()[: len(_IMPROVEMENT)].lower() == _IMPROVEMENT


_REQUIRES, _IMPROVEMENT, _NARROW = ("require", "requires"), "improvement", 16


def _ends(text: str, end: int, behind: int) -> bool:
    """Tell whether what stands behind a mark lets it end a sentence."""
    return behind < len(text) and (behind - end >= BLANKS or not text[behind].islower())


def _breaks(text: str) -> list[tuple[int, str, int, int, str]]:
    """Give each mark with white space behind it, and each line's end.

    That is where it stands, the mark, where the white space begins, where the text goes on, and
    with what; a line's end is white space itself.
    """
    places: list[int] = []
    for mark in _MARKS:
        here = text.find(mark)
        while here >= 0:
            places.append(here)
            here = text.find(mark, here + 1)
    places.sort()
    text += _PAD
    found: list[tuple[int, str, int, int, str]] = []
    behind = 0
    for here in places:
        if here < behind:
            continue
        mark = text[here]
        end = here if mark == "\n" else here + 1
        follow = text[end]
        while follow in _CLOSING:
            end += 1
            follow = text[end]
        behind = end
        while follow.isspace():
            behind += 1
            follow = text[behind]
        if behind > end:
            found.append((here, mark, end, behind, follow))
    return found


def _parts_lines(text: str, start: int, end: int, behind: int) -> bool:
    """Tell whether a line's end parts two sentences: it is short, or an empty one follows."""
    if text.count("\n", start, end) > 1:
        return True
    line = text.rfind("\n", 0, start) + 1
    if start - line >= WRAPPED:
        return not _BULLETS.isdisjoint(text[start:behind]) or _is_row(text, line, start)
    return not text[behind].islower()


_BULLETS = frozenset("•*-–·")
_VALUE = 24
"""So long is what stands behind a label at a line's end at most."""


def _is_row(text: str, line: int, end: int) -> bool:
    """Tell whether a long line is the row of a table, or a label with its value."""
    if "|" in text[line:end] or "\t" in text[line:end]:
        return True
    return text.rfind(": ", max(line, end - _VALUE), end) >= 0


def _abbreviated(text: str, here: int) -> bool:
    """Tell whether the first of the marks that end here is the stop of a word cut short."""
    while here and text[here - 1] in ".!?":
        here -= 1
    return text[here] == "." and abbreviates(text, 0, here)


def abbreviates(text: str, start: int, stop: int) -> bool:
    """Tell whether a full stop ends a word that is cut short, or an initial."""
    word = _LAST_WORD.search(text, max(start, stop - _LAST_WORD_REACH), stop + 1)
    if word is None:
        return False
    if word[1] in _ENDINGS and text[word.start() - 1] in _APOSTROPHES:
        return False
    return word[1].lower() in _ABBREVIATIONS or (len(word[1]) == 1 and word[1].isalpha())


_APOSTROPHES, _ENDINGS = "'’", frozenset("std")
"""Behind one a single letter is an ending, and no initial: `last month's.`, `we haven't.`"""
