"""Which inspection a claim speaks of: its kind, its regime, its date."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from watcher.extract.dates import dates_of, is_since
from watcher.extract.dating import date_for
from watcher.extract.elided import PERFORMED
from watcher.extract.followed_up import date_by_report
from watcher.extract.freshness import is_fresh
from watcher.extract.later import had_decided, moved_on, span_of
from watcher.extract.modifiers import historical
from watcher.extract.over_years import date_by_entries, headed_by_years, of_its_years
from watcher.extract.segment import clause_of
from watcher.extract.tokens import unquoted
from watcher.extract.visited import dates_a_visit
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, Direction, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from watcher.extract.claims import Claim
    from watcher.extract.dates import Dates
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.model.dates import PartialDate

    _Carried = tuple[PartialDate | None, PartialDate | None]
    """The date of an inspection, and the year of a tale, that a paragraph had named."""

_LEAD = 6
VISITS = frozenset({Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT, Kind.JTAI, Kind.UNANNOUNCED_VISIT})
"""Kinds that give no grade."""

GRADELESS = VISITS - {Kind.UNANNOUNCED_VISIT}
"""Those of them that follow on inspections which give one."""

FRESH = dt.timedelta(days=275)
"""The longest that a report stayed unpublished was 214 days; minutes and blogs follow later."""


@dataclass(slots=True, eq=False)
class Occasions:
    """Kinds and dates as the page gives them; dates are read where somebody asks for them.

    `kind` is that of the news; `named` the kinds that sentences name, by their place, in order.
    """

    page: Page
    published: PartialDate | None
    named: dict[int, Kind]
    kind: Kind | None
    _places: list[int]
    _dates: dict[int, Dates] = field(default_factory=dict)
    _carried: dict[int, _Carried] = field(default_factory=dict)
    _story: list[PartialDate | None] = field(default_factory=list)

    def last_named(self, index: int) -> Kind | None:
        """Give the kind that a sentence, or the last before it that names one, names."""
        before = bisect_right(self._places, index)
        return self.named[self._places[before - 1]] if before else None

    def dates(self, sentence: Sentence) -> Dates:
        """Give the dates that a sentence names."""
        found = self._dates.get(sentence.index)
        if found is None:
            found = dates_of(self.page.words, sentence, self.published)
            self._dates[sentence.index] = found
        return found

    def carried(self, sentence: Sentence) -> PartialDate | None:
        """Give the date that a sentence's paragraph had named of an inspection before it."""
        return self._carry(sentence)[0]

    def tale(self, sentence: Sentence) -> PartialDate | None:
        """Give the year of the tale that a paragraph tells where a sentence goes on with it."""
        return self._carry(sentence)[1]

    def _carry(self, sentence: Sentence) -> _Carried:
        """Follow dates and tales through a paragraph up to a sentence, from what is known of it."""
        sentences, known, first = self.page.sentences, self._carried, sentence.index
        if not first or sentences[first - 1].block != sentence.block:
            return None, None
        while first not in known and first and sentences[first - 1].block == sentence.block:
            first -= 1
        carried = known.setdefault(first, (None, None))
        for other in sentences[first : sentence.index]:
            carried = known[other.index + 1] = self._behind(other, *carried)
        return carried

    def _behind(
        self, sentence: Sentence, date: PartialDate | None, tale: PartialDate | None
    ) -> _Carried:
        """Give what a paragraph carries on behind a sentence."""
        datable = not sentence.classes.isdisjoint(_DATABLE)
        if tale is None and not datable and sentence.classes.isdisjoint(_TELLING):
            return date, None
        found = self.dates(sentence)
        if not found:
            return date, None if "now" in sentence.classes else tale
        return found[-1][1] if datable else date, self._opens_tale(sentence, found)

    def _opens_tale(self, sentence: Sentence, found: Dates) -> PartialDate | None:
        """Give the past year with which a sentence opens a tale: `In 2017 they came`."""
        word, date = found[0]
        if len(found) > 1 or word != sentence.first + 1 or len(date.text) > len("2018"):
            return None
        if is_since(self.page.words, word):
            return None
        if sentence.classes.isdisjoint(_TELLING):
            return None
        fresh = self.published is not None and date.last.year >= self.published.first.year
        return None if fresh else date

    def story(self, sentence: Sentence) -> PartialDate | None:
        """Give the last date that the page had named at all before a sentence."""
        if not self._story:
            told: PartialDate | None = None
            for other in self.page.sentences:
                self._story.append(told)
                found = self.dates(other)
                told = found[-1][1] if found else told
        return self._story[sentence.index]


_DATABLE = frozenset({"kind", "inspectorate", "past"})
_TELLING = _DATABLE | {"signal"}


def find_occasions(page: Page, published: PartialDate | None) -> Occasions:
    """Follow which inspection is spoken of through the page."""
    named: dict[int, Kind] = {}
    for sentence in page.having("kind"):
        kind = _timely(_kind_of(sentence, page.words), page, published)
        if kind is not None:
            named[sentence.index] = kind
    news = _timely(_news_kind(page, named), page, published)
    return Occasions(page, published, named, news, list(named))


def _kind_of(sentence: Sentence, words: Words) -> Kind | None:
    """Give the kind that a sentence names, outside history."""
    for place, hit in enumerate(sentence.hits):
        if (
            hit.cls == "kind"
            and hit.value not in {"unspecified", "aggregate"}
            and not _of_another_time(sentence, place, words)
            and not _denied(sentence, hit, words)
            and not _went_before(sentence, place, words)
        ):
            return Kind(hit.value)
    return None


def _of_another_time(sentence: Sentence, place: int, words: Words) -> bool:
    """Tell whether what stands in front of a kind makes it an older one."""
    if "past" not in sentence.classes:
        return False
    kind = sentence.hits[place]
    clause = clause_of(sentence.first, sentence.last, sentence.hits[: place + 1])
    return historical(clause, kind.first, kind.last, words) and not _said_after(words, kind)


def _went_before(sentence: Sentence, place: int, words: Words) -> bool:
    """Tell whether visits only led to something: `several visits`, `visits before the full one`."""
    visits = sentence.hits[place]
    if words.words[visits.last] != "visits":
        return False
    if not _OFTEN.isdisjoint(words.words[max(sentence.first, visits.first - 2) : visits.first]):
        return True
    behind = sentence.hits[place:]
    return any(hit.cls == "kind" and hit.value == "full_inspection" for hit in behind)


_OFTEN = frozenset("several many numerous subsequent two three four five six seven eight".split())


def _timely(kind: Kind | None, page: Page, published: PartialDate | None) -> Kind | None:
    """Leave out joint visits told of before there were any: `a joint inspection` of 2009."""
    if kind is not Kind.JTAI or published is None:
        return kind
    rulebook = page.context.rulebook
    return kind if rulebook.framework_at(kind, published.last) else None


def _said_after(words: Words, hit: Hit) -> bool:
    """Tell whether a kind is what led somebody to say it: `Ofsted says after a focused visit`."""
    front = words.words[max(0, hit.first - 4) : hit.first]
    return front[-2:] == ["after", "a"] and not _SAYING.isdisjoint(front)


_SAYING = frozenset({"says", "said", "say", "reports", "found", "finds"})


def _denied(sentence: Sentence, hit: Hit, words: Words) -> bool:
    """Tell whether a kind is only named to say that it was another: `not a full inspection`."""
    near = words.words[max(sentence.first, hit.first - 4) : hit.first]
    return "not" in near


def _news_kind(page: Page, named: Mapping[int, Kind]) -> Kind | None:
    """Give the kind that headline and lead name."""
    lead = list(islice(filter(_classes_of, page.sentences), _LEAD + 1))
    titles = [s for s in page.titles if s.index <= _LEAD and s.role is BlockRole.TITLE]
    for part in (titles, lead):
        for one in part:
            if one.index in named:
                return named[one.index]
        if _name(part, "area", "send"):
            return Kind.AREA_SEND
    return Kind.AGGREGATE if _name(lead, "kind", "aggregate") else None


_classes_of = attrgetter("classes")


def _name(sentences: Iterable[Sentence], cls: str, value: str) -> bool:
    """Tell whether sentences have a phrase of that class and value."""
    for sentence in sentences:
        if cls in sentence.classes:
            for hit in sentence.hits:
                if hit.cls == cls and hit.value == value:
                    return True
    return False


def place(claims: Iterable[Claim], page: Page, occasions: Occasions) -> None:
    """Give every claim its kind and date."""
    headed = headed_by_years(page)
    for claim in claims:
        _place(claim, page, occasions, headed)
    date_by_entries(page, claims, occasions.dates, FRESH)
    date_by_report(page, claims, occasions.dates, occasions.published)


def _place(claim: Claim, page: Page, occasions: Occasions, headed: int) -> None:
    sentence, graded = page.sentences[claim.sentence], claim.outcome in GRADES
    kind = occasions.named.get(claim.sentence)
    if kind is None and not graded:
        kind = occasions.last_named(claim.sentence)
    gone = claim.outcome is None and claim.now and claim.previous is not None
    dates = () if claim.timeless or gone else occasions.dates(sentence)
    date = date_for(claim, page, dates) if dates else None
    if date is None and not (claim.now or claim.timeless):
        date = _date_before(claim, page, occasions)
        if headed and date is None:
            date = of_its_years(page, sentence, headed)
        if date is None and "past" in page.sentences[claim.sentence - 1].classes:
            claim.past = claim.past or _goes_on(claim, page)
    if graded and page.words.words[claim.word] in PERFORMED:
        kind = Kind.ANNUAL_RATING
    claim.kind, claim.dated = kind or occasions.kind, date
    if date is not None:
        claim.visit_dated = dates_a_visit(page.words, sentence, dates, date)


def _date_before(claim: Claim, page: Page, occasions: Occasions) -> PartialDate | None:
    """Give the date of a sentence before, where a claim points back at it, or goes on from it."""
    sentence = page.sentences[claim.sentence]
    opening = page.words.words[sentence.first : sentence.first + 4]
    if claim.past or not _BACK.isdisjoint(opening[:2]):
        date = _pointed_back_to(claim, sentence, occasions, opening)
        if date is not None:
            return date
    date = _gone_on_from(claim, sentence, occasions, opening)
    if date is not None or claim.perfect:
        return date
    if unquoted(page.words, sentence.first, sentence.last, _PRESENT):
        return None
    tale = occasions.tale(sentence)
    if tale is None and claim.outcome in GRADES:
        return _of_the_visit_before(claim, page, occasions)
    return tale


def _gone_on_from(
    claim: Claim, sentence: Sentence, occasions: Occasions, opening: list[str]
) -> PartialDate | None:
    """Give the date from which a tale goes on: `Inspectors had found`, `Two years later`."""
    words = occasions.page.words.words
    if claim.perfect:
        return occasions.story(sentence)
    front = words[sentence.first : claim.word] if "had" in sentence.said else []
    if "had" in front and occasions.carried(sentence) is not None:
        told, better = occasions.story(sentence), claim.direction is Direction.BETTER
        decided = told is not None and len(told.text) == _DAY and had_decided(front)
        return told if better or decided else None
    if "later" not in sentence.said and "later" not in opening:
        return None
    spans = span_of(words[claim.word : sentence.last], opening)
    return moved_on(spans, occasions.story(sentence), occasions.published) if spans else None


_DAY = len("2020-05-06")


def _pointed_back_to(
    claim: Claim, sentence: Sentence, occasions: Occasions, opening: list[str]
) -> PartialDate | None:
    """Give the date that a paragraph had named, or that of what led to a claim: `This led to`."""
    date = occasions.carried(sentence)
    if claim.past and date is not None and _is_news(date, occasions.published):
        return None
    if date is None and not claim.past and opening[1:2] in _LED:
        return _of_the_one_before(occasions.page, sentence, occasions)
    if date is None and opening[1:3] in _THAT_PAPER:
        return occasions.story(sentence)
    return date


def _is_news(date: PartialDate, published: PartialDate | None) -> bool:
    """Tell whether a date is so near the page's that nothing `previous` can have it."""
    return published is not None and published.first - date.last <= FRESH


def _of_the_visit_before(claim: Claim, page: Page, occasions: Occasions) -> PartialDate | None:
    """Give the date of an inspection long ago, where its grade comes in a sentence of its own.

    `Ofsted inspected the service in 2019. It was rated inadequate.`
    """
    before = _told_before(claim, page)
    if before is None or occasions.published is None:
        return None
    found = occasions.dates(before)
    if len(found) != 1 or _is_news(found[0][1], occasions.published):
        return None
    if is_since(page.words, found[0][0]):
        return None
    return found[0][1]


def _told_before(claim: Claim, page: Page) -> Sentence | None:
    """Give the sentence before a grade's, where it tells of an inspection and gives no grade.

    The grade's own sentence names no inspection, and what is before it is no end of a paragraph.
    """
    sentence = page.sentences[claim.sentence]
    if not claim.sentence or claim.outcome not in GRADES:
        return None
    opening = page.words.words[sentence.first : sentence.first + 2]
    bare = sentence.hits[0].cls == "grade" and sentence.hits[0].first == sentence.first
    if _WAS.isdisjoint(sentence.said) and not (
        bare or (opening[0] in _THEY and opening[1] in _JUDGED)
    ):
        return None
    before = page.sentences[claim.sentence - 1]
    if before.role not in _PROSE or before.classes.isdisjoint(_INSPECTED):
        return None
    if is_fresh(page.words, before):
        return None
    if not before.classes.isdisjoint(_NEW) or not sentence.classes.isdisjoint(_INSPECTED):
        return None
    alone = before.index == 0 or page.sentences[before.index - 1].block != before.block
    return before if alone or before.block == sentence.block else None


def _goes_on(claim: Claim, page: Page) -> bool:
    """Tell whether a grade is that of an inspection which the paragraph has just put in the past.

    `Last May Ofsted published a scathing report. Services were deemed inadequate.`
    """
    sentence = page.sentences[claim.sentence]
    before = page.sentences[claim.sentence - 1]
    if before.block != sentence.block:
        return False
    present = _PRESENT - {page.words.words[sentence.first]}
    if _told_before(claim, page) is None or not present.isdisjoint(sentence.said):
        return False
    return any(h.cls == "past" and h.first - before.first <= 1 for h in before.hits)


_PROSE = frozenset({BlockRole.STANDFIRST, BlockRole.PARAGRAPH})
_NEW = frozenset({"grade", "now"})
_INSPECTED = frozenset({"kind", "inspectorate"})
_WAS = frozenset({"was", "were"})
_THEY = frozenset({"it", "they"})
_JUDGED = frozenset("rated judged found branded graded called deemed gave labelled".split())


def _of_the_one_before(page: Page, sentence: Sentence, occasions: Occasions) -> PartialDate | None:
    """Give the date of the inspection to which the sentence before gave one: `This led to ...`."""
    before = page.sentences[max(0, sentence.index - 1)]
    if before.classes.isdisjoint(_DATABLE):
        return None
    found = occasions.dates(before)
    return found[-1][1] if found else None


_PRESENT = frozenset("has have is are remain remains require requires now rates judges".split())
_LED = (["resulted"], ["led"], ["meant"], ["prompted"], ["triggered"], ["was"])
_THAT_PAPER = (["that", "report"], ["that", "letter"], ["that", "inspection"], ["that", "visit"])
_BACK = frozenset({"that", "this", "resulting", "judgement", "judgment"})
