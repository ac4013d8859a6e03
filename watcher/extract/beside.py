"""Whose new verdict is told beside that of whom the headline names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.freshness import is_fresh
from watcher.extract.turns import reported_on
from watcher.model.vocabulary import Kind

if TYPE_CHECKING:
    from watcher.extract.drafts import Draft
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence


def set_beside(page: Page, draft: Draft, sentence: Sentence) -> bool:
    """Tell whether another council's new verdict is told too: `A letter out today says of X`.

    What came last week is known by now, and is only compared with. The yearly ratings were those
    of all councils.
    """
    named = "council" in sentence.classes and not draft.best.anaphora
    if draft.kind is Kind.ANNUAL_RATING:
        return named
    if named:
        return "last" not in sentence.said and is_fresh(page.words, sentence)
    return "council" not in sentence.classes and _follows_report(page, sentence)


def _follows_report(page: Page, sentence: Sentence) -> bool:
    """Tell whether the sentence before is on another new report: `A third, on Kent, is out too`."""
    before = page.sentences[sentence.index - 1] if sentence.index else sentence
    if "council" not in before.classes or "last" in before.said:
        return False
    name = next(hit for hit in before.hits if hit.cls == "council")
    return reported_on(page.words, before, name)
