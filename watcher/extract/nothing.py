"""Bare words in sentences that name nobody: `office space is inadequate, it says`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.alone import names_result
from watcher.extract.contrast import GONE, NOW, THEN
from watcher.extract.counted import parts_of
from watcher.extract.former import RATINGS
from watcher.extract.labels import pointed_at
from watcher.extract.tokens import quoted
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit


def said_of_nothing(page: Page, sentence: Sentence, graded: list[Graded], one: Graded) -> bool:
    """Tell whether a bare word stands in a sentence that names nobody and gives no verdict."""
    if one.part in _TOLD or any(other.part == THEN for other in graded):
        return False
    if sentence.role is not BlockRole.PARAGRAPH or one.hit.last > one.hit.first:
        return False
    if "talk" in sentence.classes and sentence.classes.isdisjoint(_VERDICTS):
        return False
    if any(_tells(h, one) for h in sentence.hits) or parts_of(page.words, sentence):
        return False
    low = page.words.words
    if (
        low[sentence.first] == "both"
        or "compares" in sentence.said
        or ("past" in sentence.classes and any(low[h.last] in RATINGS for h in sentence.hits))
    ):
        return False
    if names_result(page, sentence, one.hit) or pointed_at(page, sentence, one.part):
        return False
    return not quoted(page.words, one.hit.first, one.hit.last)


def _tells(hit: Hit, one: Graded) -> bool:
    """Tell whether a phrase says of whom a grade may be told; who only says it stands behind."""
    if hit.cls == _PRONOUN:
        return hit.first < one.hit.first
    return hit.cls in _TELLING


_PRONOUN = "pronoun"
_TOLD = frozenset({THEN, NOW, GONE})
_VERDICTS = frozenset(
    {"judge", "rating", "down", "up", "move", "lose", "same", "overall", "council"}
)


_TELLING = _VERDICTS | {"inspectorate", "kind", "area", "service", "generic"}
