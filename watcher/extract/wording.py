"""What the plain words of a page tell of whether a bad verdict is its news.

Rules read sentences. Whether a page reports a verdict or only recalls one also shows in hundreds
of small words, none of which decides anything (`apply`, `councillors`, `published`, `years`): those
of the headline, of the lead and of the sentence that proves the finding. Their weights stand in
`data/wording.toml`, made by `scripts/wording.py`. They count for findings that would alert, a fall
to `good` apart, and for no other.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence


class Tone:
    """What the words of one page add to the log-odds of its findings; looked up when first asked.

    A text of few words tells little by them, so they count for less there.
    """

    def __init__(self, page: Page, lead: Iterable[Sentence]) -> None:
        self.page = page
        self.wording = page.context.lexicon.wording
        titled, said = said_in(page, page.titles, capitals=True), said_in(page, lead)
        self.told = _sum(self.wording.title, titled) + _sum(self.wording.lead, said)
        self.share = min(1.0, (len(titled) + len(said)) / ENOUGH)

    def of(self, sentence: Sentence, facts: Iterable[str]) -> float:
        """Give what words, and the facts that hold, add for the finding that a sentence proves."""
        wording = self.wording
        known = _sum(wording.facts, facts)
        said = _sum(wording.sentence, self._weighing(sentence, wording.sentence))
        return self.share * (wording.intercept + known + self.told + said)

    def _weighing(self, sentence: Sentence, weights: Mapping[str, float]) -> set[str]:
        """Give those of a sentence's words in small letters that have a weight."""
        first, last, words = sentence.first, sentence.last, self.page.words
        text = self.page.document.text
        return {
            word
            for word, start in zip(words.words[first:last], words.starts[first:last], strict=True)
            if word in weights and text[start].islower()
        }


BAD = frozenset(
    {
        Outcome.INADEQUATE,
        Outcome.REQUIRES_IMPROVEMENT,
        Outcome.PRIORITY_ACTION,
        Outcome.INSUFFICIENT_PROGRESS,
        Outcome.DETERIORATION,
        Outcome.WEAKNESSES,
        Outcome.SEND_SYSTEMIC_FAILINGS,
        Outcome.WRITTEN_STATEMENT_OF_ACTION,
    }
)
"""Outcomes whose words the weights were fitted to."""

ENOUGH = 50
"""Words of headline and lead from which they count in full."""


def _sum(weights: Mapping[str, float], words: Iterable[str]) -> float:
    """Add up weights exactly: words come in no order that is the same in every process."""
    return fsum(filter(None, map(weights.get, words)))


def said_in(page: Page, sentences: Iterable[Sentence], *, capitals: bool = False) -> set[str]:
    """Give the words of sentences, in small letters; those with a capital only where asked for.

    In a headline every word may have one; elsewhere it is the mark of a name.
    """
    if capitals:
        return set().union(*[one.said for one in sentences])
    words, starts, text = page.words.words, page.words.starts, page.document.text
    return {
        word
        for one in sentences
        for word, start in zip(
            words[one.first : one.last], starts[one.first : one.last], strict=True
        )
        if text[start].islower()
    }
