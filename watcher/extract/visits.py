"""When inspectors came: told once on a page, it holds for every finding of that inspection."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.extract.kinds import regime_for
from watcher.extract.occasion import FRESH
from watcher.extract.segment import NOTHING
from watcher.model.dates import MONTHS
from watcher.model.vocabulary import NEWS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.extract.drafts import Draft
    from watcher.extract.link import Topics
    from watcher.extract.occasion import Occasions
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.model.dates import PartialDate

_SHORTEST = dt.timedelta(days=3)
"""No report appears within days of the visit: such a day is that of publication."""

_BEFORE, _BEHIND, _NEAR = 16, 5, 4
"""How many words a visit may be named before its date or behind it; `_NEAR` is right before."""

_VISITING = frozenset(
    "inspection inspections inspected inspect visit visits visited reinspection inspectors came"
    .split()
)  # fmt: skip
_STAYING = frozenset(
    "spent stayed arrived returned return worked weeks week fortnight site days".split()
)
"""Words for a stay, which say whose it was only with a word for inspectors in the sentence."""

_VISITORS = frozenset("ofsted hmi inspectors inspector team inspectorate inspectorates".split())
_TELLING = frozenset("published publication publishes released letter dated announced".split())
_COMING = frozenset("will due next would before until since by ended ending finished".split())
_PRESENT, _ELSEWHEN = _VISITING | _STAYING, _TELLING | _COMING
_ANYONE = ""
"""Stands for the council of a sentence that names none."""

_UNVISITED = frozenset({Kind.INTERVENTION, Kind.AGGREGATE})


def with_visits(
    page: Page, drafts: tuple[Draft, ...], topics: Topics, occasions: Occasions
) -> tuple[Draft, ...]:
    """Give news without a date the one at which the page says that inspectors came."""
    published = page.document.published
    undated = list(filter(_open, drafts))
    if published is None or not undated:
        return drafts
    wanted: set[str] = {draft.council.lineage for draft in undated}
    visits = _visits(page, topics, occasions, published, wanted)
    if not visits:
        return drafts
    told = {draft.council.lineage for draft in drafts if draft.role is NEWS}
    if len(told) == 1 and _ANYONE in visits:
        visits.setdefault(told.pop(), visits[_ANYONE])
    for draft in undated:
        _date(page, draft, visits)
    return drafts


def _open(draft: Draft) -> bool:
    """Tell whether a draft is news of a visit whose date is not known."""
    return draft.when is None and draft.role is NEWS and draft.kind not in _UNVISITED


def _date(page: Page, draft: Draft, visits: dict[str, PartialDate]) -> None:
    """Give a draft the date of the visit to its council, where one is told."""
    when = visits.get(draft.council.lineage)
    if when is not None:
        draft.when = when
        draft.regime = regime_for(draft.kind, when.first, page.context.rulebook)


def _visits(
    page: Page, topics: Topics, occasions: Occasions, published: PartialDate, wanted: set[str]
) -> dict[str, PartialDate]:
    """Give the first date of a visit that is told of each council, by its line.

    Nothing more is asked once there is one for each of the lines `wanted`.
    """
    found: dict[str, PartialDate] = {}
    for sentence in page.sentences:
        said = sentence.said
        coming = NOTHING if _OF_MONTHS.isdisjoint(said) else _coming(said)
        if not coming:
            continue
        for date in _dated(page, sentence, occasions, coming):
            if _recent(date, published):
                found = dict.fromkeys(_visited(page, sentence, topics), date) | found
        if wanted <= found.keys():
            break
    return found


def _visited(page: Page, sentence: Sentence, topics: Topics) -> list[str]:
    """Give the lines of the councils of which a sentence speaks, and whether it names none."""
    names, by_code = page.context.automaton.names, page.context.register.by_code
    forms = [hit.value for hit in sentence.hits if hit.cls == "council"]
    told: list[str] = [] if forms else [_ANYONE]
    for form in forms or topics.at[sentence.index]:
        told += [by_code[code].lineage for code in names[form].codes]
    return told


_OF_MONTHS = frozenset({*MONTHS, "month"})
"""Words without one of which no date is more than a year."""


def _coming(said: frozenset[str]) -> frozenset[str]:
    """Give the words that tell of a visit, where a sentence has one of them; else none."""
    if _PRESENT.isdisjoint(said):
        return NOTHING
    if not _VISITORS.isdisjoint(said):
        return _PRESENT
    return NOTHING if _VISITING.isdisjoint(said) else _VISITING


def _dated(
    page: Page, sentence: Sentence, occasions: Occasions, coming: frozenset[str]
) -> Iterator[PartialDate]:
    """Give the dates of a sentence that say when inspectors came."""
    low = sentence.first
    for word, date in occasions.dates(sentence):
        front = page.words.words[max(low, word - _BEFORE) : word]
        behind = page.words.words[word + 1 : min(sentence.last, word + _BEHIND + 1)]
        if not coming.isdisjoint((*front, *behind)) and (_ELSEWHEN.isdisjoint(front[-_NEAR:])):
            yield date
        low = word


def _recent(date: PartialDate, published: PartialDate) -> bool:
    """Tell whether a visit then can be the news of a page of that day."""
    if len(date.text) == len("2018"):
        return False
    if date.precise and published.first - date.last < _SHORTEST:
        return False
    return date.first <= published.last and published.first - date.last <= FRESH
