"""What a revisit found not mended, told by leaving it out: `On the other three it has not.`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watcher.extract.choose import INSUFFICIENT, PARTIAL, SUFFICIENT
from watcher.extract.tally import NUMBERS
from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence

_TOLD = frozenset({SUFFICIENT, PARTIAL})
_PROGRESS = frozenset({Outcome.PROGRESS, Outcome.MIXED, Outcome.INSUFFICIENT_PROGRESS})
_HAS_NOT = frozenset(
    (*has, "not")
    for has in (("has",), ("have",), ("had",), ("was",), ("were",), ("did",), ("is",), ("are",))
) | frozenset((has, "t") for has in "hasn haven hadn wasn weren didn isn aren".split())
_WHERE = frozenset("in on with for of at over the but one two three four five six seven".split())
_ALL = frozenset({"all", "every", "each", "both", "everything", "none"})
_IT = frozenset({"it", "they", "we"})
_LONGEST = 24
_SEPARATOR = re.compile(r",\s*(?:and|or)?\s|\s(?:and|or)\s")


def left_over(page: Page, claims: list[Claim]) -> list[Claim]:
    """Give the claims of sentences that only say where that was not so which the last one said."""
    found: list[Claim] = []
    for claim in claims:
        if claim.rule not in _TOLD or claim.outcome not in _PROGRESS or claim.negated is not None:
            continue
        if claim.past or claim.sentence + 1 >= len(page.sentences):
            continue
        behind = page.sentences[claim.sentence + 1]
        left, mended = _left(page, behind), _mended(page, page.sentences[claim.sentence])
        if left and mended:
            most = left > mended
            found.append(
                claim.but(
                    sentence=behind.index,
                    word=behind.first,
                    outcome=Outcome.INSUFFICIENT_PROGRESS if most else Outcome.MIXED,
                    rule=INSUFFICIENT if most else PARTIAL,
                    direction=None,
                )
            )
    return found


def _left(page: Page, sentence: Sentence) -> int:
    """Give of how many a sentence says no more than that it has not been so; 0 for none."""
    if "neg" not in sentence.classes or sentence.last - sentence.first > _LONGEST:
        return 0
    low = page.words.words[sentence.first : sentence.last]
    text = page.document.text
    if tuple(low[-2:]) in _HAS_NOT and low[0] in _WHERE:
        return _many(low, text[sentence.start : sentence.end])
    if low[0] in _IT and tuple(low[1:3]) in _HAS_NOT and low[3:4] and low[3] in _WHERE:
        return _many(low[3:], text[sentence.start : sentence.end])
    return 0


def _many(words: list[str], text: str) -> int:
    """Give how many are counted, or else listed."""
    counted = [NUMBERS[word] for word in words if word in NUMBERS]
    return counted[0] if counted else len(_SEPARATOR.findall(text)) + 1


def _mended(page: Page, sentence: Sentence) -> int:
    """Give how many a sentence says are mended, 0 where that is all of them."""
    if not _ALL.isdisjoint(sentence.said):
        return 0
    low = page.words.words[sentence.first : sentence.last]
    return next((NUMBERS[word] for word in low if word in NUMBERS), 1)
