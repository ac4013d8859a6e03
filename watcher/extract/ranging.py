"""Grades that only name a scale from one end to the other: `grades range from good to poor`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def names_scale(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is one end of a scale: `grades range from outstanding to inadequate`."""
    low, grades = words.words, [h for h in sentence.hits if h.cls == "grade"]
    for left, right in pairwise(grades):
        if hit is left or hit is right:
            start = left.first - 1
            while start > sentence.first and low[start] in _TELLING:
                start -= 1
            if low[start] != "from":
                continue
            if low[start - 1] in _SPANNING or _is_whole_scale(words, left, right, start):
                return _UP_TO.issuperset(low[left.last + 1 : right.first])
    return False


def _is_whole_scale(words: Words, left: Hit, right: Hit, start: int) -> bool:
    """Tell whether grades are named from end to end: `judgements from outstanding to inadequate`.

    Not where it is told by how many something moved: `fell by three grades from outstanding to`.
    """
    low = words.words
    if low[start - 1] not in _GRADES or {left.value, right.value} != _ENDS:
        return False
    return year_of(low[start - 2]) is None and low[start - 2] not in _COUNTED


_SPANNING = frozenset({"range", "ranges", "ranging", "run", "runs", "running"})
_GRADES = frozenset("grades ratings judgements judgments scale scores verdicts bands marks".split())
RANGING = _SPANNING | _GRADES
"""Words without one of which no scale is named."""

_TELLING = frozenset({"the", "a", "an", "lowest", "just", "category", "quote"})
_ENDS = {"outstanding", "inadequate"}
_COUNTED = frozenset("two three whole full its their the".split())
_UP_TO = _TELLING | {"to", "up", "down", "through", "highest", "top", "bottom"}
