"""Items of a committee's minutes in which it is told what inspectors have found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.freshness import PAPERS
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words


def presented_items(page: Page) -> frozenset[int]:
    """Give the sentences of items on an inspection: its letter is received, its report said.

    An item goes on until the next one's heading or number.
    """
    found: list[int] = []
    told = False
    for sentence in page.sentences:
        headed = _is_heading(page.words, sentence)
        if headed or not told:
            told = _names_inspection(sentence) if headed else _presents(sentence)
        if told:
            found.append(sentence.index)
    return frozenset(found)


def _is_heading(words: Words, sentence: Sentence) -> bool:
    """Tell whether a line opens an item: a heading, a line of a list with a number."""
    if sentence.role in _HEADINGS:
        return True
    if sentence.role is not BlockRole.LIST_ITEM or words.text[sentence.end - 1] in ".;":
        return sentence.role is BlockRole.LIST_ITEM and words.words[sentence.first].isdecimal()
    return sentence.last - sentence.first <= _SHORT


def _names_inspection(sentence: Sentence) -> bool:
    """Tell whether a heading is that of an inspection: `Ofsted monitoring visit - letter`."""
    return "kind" in sentence.classes and _PLANS.isdisjoint(sentence.said)


def _presents(sentence: Sentence) -> bool:
    """Tell whether a committee gets to know a report: `considered the letter`, `it found`."""
    if _INSPECTED.isdisjoint(sentence.classes) or not _OLD.isdisjoint(sentence.classes):
        return False
    if _GETTING.isdisjoint(sentence.said) or not _PLANS.isdisjoint(sentence.said):
        return False
    return not _TOLD.isdisjoint(sentence.said)


_HEADINGS = frozenset({BlockRole.TITLE, BlockRole.STANDFIRST, BlockRole.HEADING})
_SHORT = 10
_INSPECTED = frozenset({"inspectorate", "kind"})
_OLD = frozenset({"past", "hyp", "neg"})
_PLANS = frozenset(
    "plan plans prepare preparing preparation readiness next since reminded recalled".split()
)
_GETTING = frozenset(
    "presented received considered introduced reported noted heard told informed advised found"
    " stated concluded published outlined".split()
)
_TOLD = PAPERS | {"outcome", "outcomes", "result", "results", "inspectors", "conclusion", "ofsted"}
