"""Inspectors' papers that are just out: what is said of them next is new, whatever a page tells."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.extract.dates import has_day
from watcher.extract.freshness import OUT, PAPERS, is_fresh
from watcher.model.dates import MONTHS

if TYPE_CHECKING:
    from watcher.extract.occasion import Occasions
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.model.dates import PartialDate


def of_papers_just_out(
    page: Page, occasions: Occasions, published: PartialDate | None
) -> frozenset[int]:
    """Give the sentences of such papers: `The report was published on 3 August. It found ...`."""
    found: set[int] = set()
    for sentence in page.sentences:
        if sentence.said.isdisjoint(PAPERS) or sentence.said.isdisjoint(OUT):
            continue
        if _INSPECTED.isdisjoint(sentence.classes) or not _OLD.isdisjoint(sentence.classes):
            continue
        if not _lately(page, sentence, occasions, published):
            continue
        found.add(sentence.index)
        for behind in page.sentences[sentence.index + 1 : sentence.index + 1 + _BEHIND]:
            if not _OLD.isdisjoint(behind.classes) or occasions.dates(behind):
                break
            found.add(behind.index)
    return frozenset(found)


_INSPECTED = frozenset({"inspectorate", "kind"})
_OLD = frozenset({"past", "hyp"})
_BEHIND = 2


def _lately(
    page: Page, sentence: Sentence, occasions: Occasions, published: PartialDate | None
) -> bool:
    """Tell whether a paper came out in these weeks; a day without its year is near."""
    if is_fresh(page.words, sentence):
        return True
    named = [date for _, date in occasions.dates(sentence)]
    if published is not None:
        return any(
            len(date.text) == len("2018-01-31")
            and dt.timedelta(0) <= published.first - date.first <= _WEEKS
            for date in named
        )
    return not (named or sentence.said.isdisjoint(MONTHS)) and any(
        page.words.words[word] in MONTHS and has_day(page.words, sentence, word)
        for word in range(sentence.first, sentence.last)
    )


_WEEKS = dt.timedelta(days=31)
