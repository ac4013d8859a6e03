"""Where a page begins to speak of inspectors, of a report or of an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence


def first_telling(page: Page) -> int:
    """Give the first sentence that speaks of them; how many there are where none does."""
    return next((s.index for s in page.sentences if tells(s)), len(page.sentences))


def tells(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of one of them."""
    return not (sentence.classes.isdisjoint(_TELLING) and sentence.said.isdisjoint(_PAPERS))


_TELLING = frozenset("inspectorate grade rating send sendweak signal lose overall".split())
_PAPERS = frozenset(
    "ofsted inspectors inspector inspection inspections watchdog report reports letter findings"
    " review verdict rated rating damning failing failings failures scathing".split()
)
