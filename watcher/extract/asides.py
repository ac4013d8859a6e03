"""What is put in between a subject and its verb: `Leeds, which was not inspected then, is`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.tokens import Words

_LONGEST = 16
_RESUMING = frozenset(
    "is are was were has have had get gets got receive receives received remain remains remained"
    " fell falls dropped drops slipped rated judged graded found gave gives called".split()
)
_ADVERBS = frozenset({"now", "also", "still", "nonetheless", "nevertheless", "instead", "again"})
_MARKS = {",": ",", ")": "(", " - ": " - ", " – ": " – ", " — ": " — "}
_CLOSING = tuple(_MARKS)
_ENDS = frozenset(".;:!?")


def put_in(words: Words, first: int, last: int, target: int) -> bool:
    """Tell whether words stand in something put in that closes before a target.

    The verb follows it: `Leeds, in a report that spares nobody, is rated inadequate`.
    """
    for word in range(target, last, -1):
        low = words.words[word]
        if low not in _RESUMING and low not in _ADVERBS:
            continue
        mark = _mark(words.between(word - 1, word))
        if mark and (low in _RESUMING or words.words[word + 1] in _RESUMING):
            return _opened(words, first, _MARKS[mark])
    return False


def _mark(gap: str) -> str:
    """Give the mark in a gap that may close what is put in."""
    return "" if gap == " " else next((mark for mark in _CLOSING if mark in gap), "")


def _opened(words: Words, first: int, mark: str) -> bool:
    """Tell whether a mark opens what is put in, at the same word or before it."""
    for word in range(first, max(0, first - _LONGEST), -1):
        gap = words.between(word - 1, word)
        if gap == " ":
            continue
        if mark in gap:
            return True
        if not _ENDS.isdisjoint(gap):
            return False
    return False
