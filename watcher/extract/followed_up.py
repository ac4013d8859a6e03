"""Pages on what was done about a report of months before: `after May's damning Ofsted report`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.extract.freshness import has_fresh
from watcher.extract.titles import LEAD
from watcher.model.dates import MONTHS
from watcher.model.vocabulary import GRADES, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words
    from watcher.model.dates import PartialDate

_UPON = frozenset({"after", "following", "since", "response", "tackle", "address", "over"})
_PAPERS = frozenset({"report", "letter", "verdict", "rating", "findings", "judgement", "judgment"})
_OUT = frozenset({"published", "released", "issued", "out", "unveiled", "given", "received"})
_NEAR, _DECEMBER = 4, 12
_OLD = dt.timedelta(days=60)
"""So long after a report nobody tells of it as news."""

_FAULTS = GRADES | {
    Outcome.WEAKNESSES,
    Outcome.DETERIORATION,
    Outcome.INSUFFICIENT_PROGRESS,
    Outcome.PRIORITY_ACTION,
}


def date_by_report(page: Page, claims: Iterable[Claim], published: PartialDate | None) -> None:
    """Put in the past what stands behind a lead that says upon which month's report it follows.

    Where the page has no date, a report that is called by its month is an old one. Nothing is,
    where the page calls something fresh.
    """
    found = [
        claim
        for claim in claims
        if claim.outcome in _FAULTS and claim.dated is None and not (claim.past or claim.now)
    ]
    if not found:
        return
    if has_fresh(page):
        return
    opened = next(
        (s.index for s in page.sentences[: 2 * LEAD] if _follows(page.words, s, published)), None
    )
    for claim in found:
        behind = opened is not None and claim.sentence > opened
        if behind or _is_told_by(page.words, page.sentences[claim.sentence], claim, published):
            claim.past = True


def _is_told_by(
    words: Words, sentence: Sentence, claim: Claim, published: PartialDate | None
) -> bool:
    """Tell whether a report of months before says so: `In a report published in August it said`."""
    if sentence.said.isdisjoint(_OUT) or sentence.said.isdisjoint(MONTHS):
        return False
    low = words.words
    return any(
        low[at] in MONTHS
        and low[at - 2] in _OUT
        and words.original(at)[0].isupper()
        and _is_papers(low, at, sentence.last)
        and _is_old(low, at, published)
        for at in range(sentence.first + 2, claim.word)
    )


def _follows(words: Words, sentence: Sentence, published: PartialDate | None) -> bool:
    """Tell whether a sentence says that something follows on a report of months before."""
    said = sentence.said
    if said.isdisjoint(_UPON) or said.isdisjoint(_PAPERS) or said.isdisjoint(MONTHS):
        return False
    low = words.words
    upon = next(at for at in range(sentence.first, sentence.last) if low[at] in _UPON)
    return any(
        low[at] in MONTHS
        and words.original(at)[0].isupper()
        and _is_papers(low, at, sentence.last)
        and _is_old(low, at, published)
        for at in range(upon + 1, sentence.last)
    )


def _is_papers(low: list[str], month: int, last: int) -> bool:
    """Tell whether a month is that of a paper: `May's damning report`, `a report issued in May`."""
    if low[month + 1 : month + 2] == ["s"]:
        return not _PAPERS.isdisjoint(low[month + 2 : min(last, month + 2 + _NEAR)])
    if low[month - 1] != "in":
        return False
    behind = month - 2 - (low[month - 2] in _OUT)
    return low[behind] in _PAPERS


def _is_old(low: list[str], month: int, published: PartialDate | None) -> bool:
    """Tell whether a month ended long before a page, as of the year that it names or else last."""
    if published is None:
        return year_of(low[month + 1] if month + 1 < len(low) else "") is None
    year = year_of(low[month + 1]) if month + 1 < len(low) else None
    number, now = MONTHS[low[month]], published.first
    if year is None:
        year = now.year - (number > now.month)
    ended = dt.date(year + number // _DECEMBER, number % _DECEMBER + 1, 1)
    return now - ended > _OLD
