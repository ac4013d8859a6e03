"""Cases that are counted and rated, and no council: `It rated 31 of them inadequate`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.model.dates import MONTHS

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words


def cases_counted(words: Words, sentence: Sentence) -> bool:
    """Tell whether so many cases or files were good: an audit's count is no council's grade."""
    if "grade" not in sentence.classes or _CASES.isdisjoint(sentence.said):
        return False
    return any(
        is_number(word)
        for hit in sentence.hits
        if hit.cls == "grade"
        for word in words.words[max(sentence.first, hit.first - _NEAR) : hit.first]
    )


def rates_cases(words: Words, sentence: Sentence) -> bool:
    """Tell whether so many cases are rated of which was told before: `It rated 31 inadequate`."""
    low = words.words
    if _CASES.isdisjoint(low[max(0, sentence.first - _BEFORE) : sentence.first]):
        return False
    return any(
        h.cls == "judge" and h.last + 1 < sentence.last and is_number(low[h.last + 1])
        for h in sentence.hits
    )


def of_those_visited(words: Words, sentence: Sentence) -> bool:
    """Tell whether so many of those inspected are spoken of: `of 74 councils visited, 19 were`."""
    if _VISITED_ONES.isdisjoint(sentence.said):
        return False
    low = words.words
    for word in range(sentence.first + 2, sentence.last):
        if low[word] not in VISITED or low[word - 1] not in _VISITED_ONES:
            continue
        front = low[max(sentence.first, word - _COUNTED_OFF) : word]
        if "of" in front and any(map(is_number, front[front.index("of") :][:_OF_SO_MANY])):
            return True
    return False


VISITED = frozenset({"inspected", "visited", "assessed", "reviewed", "examined", "judged"})
"""Words without one of which nobody counts those that were visited."""

_VISITED_ONES = frozenset("services departments councils authorities boroughs".split())
_COUNTED_OFF, _OF_SO_MANY = 9, 4
_BEFORE = 24
_CASES = frozenset({"cases", "files", "records"})
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty dozen".split()
)


def so_many_were(words: Words, sentence: Sentence) -> bool:
    """Tell whether a grade is that of so many councils: `17 were inadequate, down from 21`.

    Or `another 93 perform well`.
    """
    if not _PARTS.isdisjoint(sentence.said):
        return False
    grade = next(h for h in sentence.hits if h.cls == "grade")
    if words.words[grade.first] == _DO:
        return not any(h.cls in _DOING for h in sentence.hits if h.first < grade.first)
    front = words.words[max(sentence.first, grade.first - _OF_WHOM) : grade.first]
    return "of" not in front and any(two in WERE and is_number(one) for one, two in pairwise(front))


_DO = "perform"
_DOING = frozenset({"council", "service", "generic", "pronoun", "area"})
_OF_WHOM = 5
WERE = frozenset({"were", "are", "had", "have", "got", "received", _DO})
"""Words without one of which nobody is said to be so many."""

_PARTS = frozenset(
    "areas categories judgements judgments measures criteria aspects elements ratings grades"
    " counts areas headings strands themes both".split()
)


def is_number(word: str) -> bool:
    """Tell whether a word is a number, and no year."""
    return word in _NUMBERS or (word.isascii() and word.isdecimal() and year_of(word) is None)


def counted_then(words: Words, cue: int) -> bool:
    """Tell whether a time is that of a number of councils: `four, against none last year, were`.

    `cue` is its first word.
    """
    low, at = words.words, cue - 1
    if low[cue] in MONTHS:
        return False
    at -= low[at] == "in"
    at -= low[at] in _BODIES
    if not (is_number(low[at]) or low[at] in _FEW) or at < 1:
        return False
    at -= 1 + (low[at - 1] in _ONLY)
    return low[at] in _COMPARING or words.between(at, at + 1).endswith("(")


_BODIES = frozenset({"council", "councils", "authority", "authorities", "areas"})
_FEW = frozenset({"none", "one", "zero", "0"})
_ONLY = frozenset({"only", "just", "the"})
_COMPARING = frozenset({"against", "with", "to", "than", "from"})

_NEAR = 5
