"""Services that are said to be better than at some time before, with no grade for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.dates import MONTHS

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence


def better_than_then(page: Page, graded: int) -> bool:
    """Tell whether things are said to be better than before, right behind a grade or before it.

    `Services are better than in 2010, the watchdog said`, not `better than in other counties`.
    """
    near = page.sentences[max(0, graded - 1) : graded + _BEHIND]
    return any("than" in one.said and _than_then(page, one) for one in near)


_BEHIND = 6


def _than_then(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence says so of services, or points at them."""
    low = page.words.words
    for word in range(sentence.first + 1, sentence.last - 2):
        if low[word] != "than" or low[word - 1] != "better":
            continue
        front = low[sentence.first : word - 1]
        if any(h.cls in _NOT_SO and h.first < word for h in sentence.hits) or front[-1:] == ["no"]:
            return False
        if _BEING.isdisjoint(front) or not (_IT.issuperset(front[:1]) or _serves(sentence, word)):
            return False
        then = low[word + 1 + (low[word + 1] == "in")]
        return then in _THEN or then[0].isdecimal()
    return False


def _serves(sentence: Sentence, word: int) -> bool:
    return any(h.cls in {"service", "generic"} and h.last < word for h in sentence.hits)


_NOT_SO = frozenset({"other", "neg", "hyp", "speaker"})
_BEING = frozenset({"is", "are", "was", "were"})
_IT = frozenset({"it", "they", "that", "this", "things", "services"})
_THEN = frozenset("when they it before two three four five six a last".split()) | set(MONTHS)
