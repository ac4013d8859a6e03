"""What somebody tells or asks of inspectors, or writes to a paper: an opinion, and no verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit


def told_to_inspectors(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a target is in what inspectors were told or asked: `asked Ofsted to judge it`.

    Or in a letter to somebody else. Not where inspectors are named once more in front of it.
    """
    low = page.words.words
    asked = [
        h.last
        for h in sentence.hits
        if h.cls in _INSPECTING and h.last < hit.first and _is_asked(low, h.first)
    ]
    if asked:
        return not any(
            h.cls in _INSPECTING and asked[-1] < h.first < hit.first for h in sentence.hits
        )
    if sentence.classes.isdisjoint(_INSPECTING) and "letter" in sentence.said:
        front = low[sentence.first : hit.first]
        if "letter" in front:
            behind = front[front.index("letter") + 1 :]
            return behind[:1] == ["to"] and not _READERS.isdisjoint(behind[1:4])
    return False


def _is_asked(low: list[str], first: int) -> bool:
    """Tell whether somebody asks or tells them: `has written to`, `urged the`, `asked`."""
    word = first - 1 - (low[first - 1] in _THE)
    if word > 0 and low[word] == "to":
        return low[word - 1] in _WRITTEN
    return word >= 0 and low[word] in _ASKED


_INSPECTING = frozenset({"inspectorate", "kind"})
_THE = frozenset({"the", "these", "those"})
_WRITTEN = frozenset(
    "written wrote writing writes write complained appealed complaint said".split()
)
_ASKED = frozenset("asked asks asking urged urges urging begged told tells telling".split())
_READERS = frozenset("paper editor newspaper press leader mp minister secretary council".split())
ADDRESSING = _WRITTEN | _ASKED | {"letter"}
"""Words without one of which nobody is told anything so."""
