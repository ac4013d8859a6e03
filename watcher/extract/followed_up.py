"""Pages on what was done about a report of months before: `after May's damning Ofsted report`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from watcher.extract.freshness import has_fresh
from watcher.extract.titles import LEAD
from watcher.model.dates import MONTHS
from watcher.model.vocabulary import GRADES, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from watcher.extract.claims import Claim
    from watcher.extract.dates import Dates
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words
    from watcher.model.dates import PartialDate

    _Told = tuple[Sentence, PartialDate | None]
    """Where an older report is told of, and its month; none where its year is not known."""

_UPON = frozenset({"after", "following", "since", "response", "tackle", "address", "over"})
_PAPERS = frozenset({"report", "letter", "verdict", "rating", "findings", "judgement", "judgment"})
_OUT = frozenset({"published", "released", "issued", "out", "unveiled", "given", "received"})
_NEAR = 4
_OLD = dt.timedelta(days=60)
"""So long after a report nobody tells of it as news."""

_FAULTS = GRADES | {
    Outcome.WEAKNESSES,
    Outcome.DETERIORATION,
    Outcome.INSUFFICIENT_PROGRESS,
    Outcome.PRIORITY_ACTION,
}


class _Reader(NamedTuple):
    """Reads the older reports that sentences of a page call by their month."""

    words: Words
    dates_in: Callable[[Sentence], Dates]
    published: PartialDate | None

    def followed(self, sentence: Sentence) -> _Told | None:
        """Give the report upon which a sentence says that something follows."""
        said = sentence.said
        if said.isdisjoint(_UPON) or said.isdisjoint(_PAPERS) or said.isdisjoint(MONTHS):
            return None
        low = self.words.words
        upon = next(at for at in range(sentence.first, sentence.last) if low[at] in _UPON)
        return self._older(sentence, range(upon + 1, sentence.last))

    def quoted(self, sentence: Sentence, word: int) -> _Told | None:
        """Give the report that says what a word claims: `In a report issued in August it said`."""
        if sentence.said.isdisjoint(_OUT) or sentence.said.isdisjoint(MONTHS):
            return None
        low = self.words.words
        issued = [at for at in range(sentence.first + 2, word) if low[at - 2] in _OUT]
        return self._older(sentence, issued)

    def _older(self, sentence: Sentence, places: Iterable[int]) -> _Told | None:
        """Give the first report of months before whose month is one of some words."""
        low, known = self.words.words, dict(self.dates_in(sentence))
        for at in places:
            if low[at] not in MONTHS or not self.words.original(at)[0].isupper():
                continue
            if not _is_papers(low, at, sentence.last):
                continue
            date = known.get(at)
            if self.published is None and date is None:
                return sentence, None
            if self.published and date and self.published.first - date.last > _OLD:
                return sentence, date
        return None


def date_by_report(
    page: Page,
    claims: Iterable[Claim],
    dates_in: Callable[[Sentence], Dates],
    published: PartialDate | None,
) -> None:
    """Date what stands behind a lead that says upon which month's report it follows.

    So too what a sentence takes from such a report itself. Where the page has no date, a report
    that is called by its month is an old one. Nothing is, where the page calls something fresh.
    """
    found = [
        claim
        for claim in claims
        if claim.outcome in _FAULTS and claim.dated is None and not (claim.past or claim.now)
    ]
    if not found:
        return
    reader = _Reader(page.words, dates_in, published)
    lead = next(filter(None, map(reader.followed, page.sentences[: 2 * LEAD])), None)
    older = [
        (claim, told)
        for claim in found
        if (told := reader.quoted(page.sentences[claim.sentence], claim.word))
        or (told := lead if lead and claim.sentence > lead[0].index else None)
    ]
    if older and not has_fresh(page):
        for claim, (_, date) in older:
            claim.dated, claim.past = date, date is None


def _is_papers(low: list[str], month: int, last: int) -> bool:
    """Tell whether a month is that of a paper: `May's damning report`, `a report issued in May`."""
    if low[month + 1 : month + 2] == ["s"]:
        return not _PAPERS.isdisjoint(low[month + 2 : min(last, month + 2 + _NEAR)])
    if low[month - 1] != "in":
        return False
    behind = month - 2 - (low[month - 2] in _OUT)
    return low[behind] in _PAPERS
