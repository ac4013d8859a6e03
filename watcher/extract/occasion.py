"""Which inspection a claim speaks of: its kind, its regime, its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.dates import all_dates
from watcher.extract.modifiers import historical
from watcher.extract.segment import clause_of
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Kind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.extract.claims import Claim
    from watcher.extract.dates import Dates
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.model.dates import PartialDate
    from watcher.model.framework import Rulebook

_LEAD = 6
VISITS = frozenset({Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT, Kind.JTAI, Kind.UNANNOUNCED_VISIT})
"""Kinds that give no grade."""

_RESTATES = frozenset({Kind.ANNUAL_RATING, Kind.AGGREGATE})
"""Kinds that are no inspection of their own, whatever the year."""

_SAFEGUARDING_YEARS = (2009, 2013)
_TARGETS = frozenset({"grade", "send", "signal", "urgent", "act"})
_NO_GRADE = VISITS | {Kind.AREA_SEND, Kind.UNSPECIFIED, Kind.INTERVENTION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasions:
    """Kinds and dates as the page gives them.

    `kind` is that of the news; `named` the kind that each sentence names, `at` the one that was
    last named there; `dates` what each sentence says; `carried` the date that a sentence's
    paragraph had named before it.
    """

    kind: Kind | None
    named: tuple[Kind | None, ...]
    at: tuple[Kind | None, ...]
    dates: tuple[Dates, ...]
    carried: tuple[PartialDate | None, ...]
    story: tuple[PartialDate | None, ...]


def find_occasions(page: Page, published: PartialDate | None) -> Occasions:
    """Follow which inspection is spoken of through the page."""
    named = [
        _timely(_kind_of(sentence, page.words), page, published)
        if "kind" in sentence.classes
        else None
        for sentence in page.sentences
    ]
    dates = all_dates(page.words, page.sentences, published)
    carried, story = _carried(page, dates)
    return Occasions(
        kind=_timely(_news_kind(page, named), page, published),
        named=tuple(named),
        at=_last_named(named),
        dates=dates,
        carried=carried,
        story=story,
    )


def _last_named(named: Iterable[Kind | None]) -> tuple[Kind | None, ...]:
    """Give the kind that each sentence, or the last before it that names one, names."""
    at: list[Kind | None] = []
    current: Kind | None = None
    for kind in named:
        if kind is not None:
            current = kind
        at.append(current)
    return tuple(at)


_DATABLE = frozenset({"kind", "inspectorate", "past"})


Trail = tuple["PartialDate | None", ...]
"""A date for each sentence."""


def _carried(page: Page, dates: Iterable[Dates]) -> tuple[Trail, Trail]:
    """Give the date that each sentence's paragraph had named of an inspection before it.

    With it comes the last date that the page had named at all.
    """
    carried: list[PartialDate | None] = []
    story: list[PartialDate | None] = []
    block, last_date, told = -1, None, None
    for sentence, found in zip(page.sentences, dates, strict=True):
        if sentence.block != block:
            block, last_date = sentence.block, None
        carried.append(last_date)
        story.append(told)
        if found:
            told = found[-1][1]
            if not sentence.classes.isdisjoint(_DATABLE):
                last_date = told
    return tuple(carried), tuple(story)


def _kind_of(sentence: Sentence, words: Words) -> Kind | None:
    """Give the kind that a sentence names, outside history."""
    for place, hit in enumerate(sentence.hits):
        if hit.cls == "kind" and hit.value not in {"unspecified", "aggregate"}:
            front = sentence.hits[: place + 1]
            clause = clause_of(sentence.first, sentence.last, front)
            past = historical(clause, hit.first, hit.last, words)
            if not past and not _denied(clause, hit, words):
                return Kind(hit.value)
    return None


def _timely(kind: Kind | None, page: Page, published: PartialDate | None) -> Kind | None:
    """Leave out joint visits told of before there were any: `a joint inspection` of 2009."""
    if kind is not Kind.JTAI or published is None:
        return kind
    rulebook = page.context.rulebook
    return kind if rulebook.framework_at(kind, published.last) else None


_DENIAL = 4


def _denied(clause: Clause, hit: Hit, words: Words) -> bool:
    """Tell whether a kind is only named to say that it was another: `not a full inspection`."""
    near = words.words[max(clause.first, hit.first - _DENIAL) : hit.first]
    return "not" in near


def _news_kind(page: Page, named: list[Kind | None]) -> Kind | None:
    """Give the kind that headline and lead name."""
    lead = page.sentences[: _LEAD + 1]
    titles = [s for s in lead if s.role is BlockRole.TITLE]
    for part in (titles, lead):
        found = next((kind for s in part if (kind := named[s.index]) is not None), None)
        if found is not None:
            return found
        if any(_names(s, "area", "send") for s in part):
            return Kind.AREA_SEND
    return Kind.AGGREGATE if any(_names(s, "kind", "aggregate") for s in lead) else None


def _names(sentence: Sentence, cls: str, value: str) -> bool:
    """Tell whether a sentence has a phrase of that class and value."""
    return cls in sentence.classes and any(
        hit.cls == cls and hit.value == value for hit in sentence.hits
    )


def placed(claims: Iterable[Claim], page: Page, occasions: Occasions) -> list[Claim]:
    """Give every claim its kind and date."""
    return [_placed(claim, page, occasions) for claim in claims]


def _placed(claim: Claim, page: Page, occasions: Occasions) -> Claim:
    named = occasions.named[claim.sentence]
    kind = named or (occasions.at[claim.sentence] if claim.outcome not in GRADES else None)
    dates = occasions.dates[claim.sentence]
    date = _date_for(claim, page, dates) if dates else None
    if date is None and not claim.now and (claim.past or _refers_back(page, claim)):
        date = occasions.carried[claim.sentence]
    if date is None and not claim.now and _goes_on(page, claim):
        date = occasions.story[claim.sentence]
    near = date is not None and _dates_a_visit(page, claim, [w for w, d in dates if d == date])
    return claim.placed(kind or occasions.kind, date, visit=near)


_POSTPOSED = 7
_BACK = frozenset({"that", "this", "resulting", "judgement", "judgment"})


_VISIT_WORDS = frozenset(
    {"inspection", "inspected", "inspections", "visit", "visited", "reinspection", "inspectors"}
)


def _dates_a_visit(page: Page, claim: Claim, places: list[int]) -> bool:
    """Tell whether a date says when inspectors came, not when the judgement was given."""
    sentence = page.sentences[claim.sentence]
    for place in places:
        low, high = max(sentence.first, place - 9), min(sentence.last, place + 5)
        if not _VISIT_WORDS.isdisjoint(page.words.words[low:high]):
            return True
    return False


def _refers_back(page: Page, claim: Claim) -> bool:
    """Tell whether a sentence opens by pointing at the inspection of the one before."""
    first = page.sentences[claim.sentence].first
    return not _BACK.isdisjoint(page.words.words[first : first + 2])


_TIMED = frozenset({"past", "now"})


def _goes_on(page: Page, claim: Claim) -> bool:
    """Tell whether a sentence goes on with a story: `Two months later Ofsted rated ...`."""
    first = page.sentences[claim.sentence].first
    opening = page.words.words[first : first + 4]
    return "later" in opening and not _SPANS.isdisjoint(opening)


_SPANS = frozenset({"days", "weeks", "week", "months", "month", "year", "years"})


def _of_the_past(sentence: Sentence, words: Words, word: int, target: int) -> bool:
    """Tell whether a date behind a target dates a historical cue: `its last inspection in 2015`."""
    if sentence.classes.isdisjoint(_TIMED):
        return False
    if any(
        hit.cls == "past"
        and hit.first <= word <= hit.last
        and words.words[hit.last] in {"after", "since", "following"}
        for hit in sentence.hits
    ):
        return True
    if word < target and any(_since_then(hit, words, (word, target)) for hit in sentence.hits):
        return True
    return word > target and any(
        hit.cls in _TIMED and target < hit.first and 0 <= word - hit.last <= 4
        for hit in sentence.hits
    )


def _since_then(hit: Hit, words: Words, place: tuple[int, int]) -> bool:
    """Tell whether a date opens a sentence: `Since its last inspection in 2015, it has ...`."""
    word, target = place
    if hit.cls != "now" or words.words[hit.first] != "since" or not 0 < word - hit.last <= _SINCE:
        return False
    return "," not in words.between(hit.last, word) and "," in words.between(word, target)


_SINCE = 6


def _date_for(claim: Claim, page: Page, dates: Dates) -> PartialDate | None:
    """Give the date of a claim: a date belongs to the target just before it, else behind it."""
    sentence = page.sentences[claim.sentence]
    targets = sorted({claim.word, *[h.first for h in sentence.hits if h.cls in _TARGETS]})
    best: PartialDate | None = None
    for word, date in dates:
        if not claim.past and _of_the_past(sentence, page.words, word, claim.word):
            continue
        if _elsewhere(page.words, sentence, word, claim.word) or _as_it_was(sentence, word):
            continue
        before = [t for t in targets if t < word]
        after = [t for t in targets if t > word]
        if not before and not any(word < other < claim.word for other, _ in dates):
            best = date
            continue
        if best is None and _owner(page, claim, word, (before, after)) == claim.word:
            best = date
    return best


def _owner(page: Page, claim: Claim, word: int, around: tuple[list[int], list[int]]) -> int:
    """Give the target that a date belongs to, out of those before it and those behind."""
    before, after = around
    if after and page.words.words[word + 1 : word + 2] == ["when"]:
        return after[0]
    if not before:
        return claim.word
    if after and _fronted(page.words, word, before[-1], after[0]):
        return after[0]
    if word - before[-1] > _POSTPOSED and not _one_breath(page, claim, word):
        return after[0] if after else -1
    return before[-1]


def _fronted(words: Words, word: int, before: int, after: int) -> bool:
    """Tell whether a date opens what is said next: `it was good; in May 2013 it was adequate`."""
    if after - word > _POSTPOSED or "and" in words.words[word + 1 : after]:
        return False
    if not _MARKS.isdisjoint(words.between(word, after)):
        return False
    first = max(before + 1, word - _DATE_WORDS)
    if words.words[word - 2] in _JOINING and words.words[word - 1] in _TIME_IN:
        return True
    return any(not _MARKS.isdisjoint(words.between(i - 1, i)) for i in range(first, word + 1))


_DATE_WORDS = 3
_JOINING = frozenset({"and", "but", "then", "while"})
_TIME_IN = frozenset({"in", "by", "during"})

_BREATH = 14


def _one_breath(page: Page, claim: Claim, word: int) -> bool:
    """Tell whether a date follows a grade without a mark or a joint between them."""
    if claim.outcome not in GRADES or not 0 < word - claim.word <= _BREATH:
        return False
    if not _JOINTS.isdisjoint(page.words.words[claim.word + 1 : word]):
        return False
    return _MARKS.isdisjoint(page.words.between(claim.word, word))


_JOINTS = frozenset({"and", "but", "while", "after", "since", "before", "which", "who", "when"})
_MARKS = frozenset(",;:()–—.\n")


_COMPARING = (
    ["as", "in"],
    ["than", "in"],
    ["than", "at"],
    ["unchanged", "from"],
    ["unchanged", "since"],
    ["same", "as"],
)
_FOUND_THEN = frozenset({"identified", "highlighted", "raised", "noted", "outlined", "listed"})


def _elsewhere(words: Words, sentence: Sentence, word: int, target: int) -> bool:
    """Tell whether a date is a mere beginning, or that of what is mended: `raised in May`."""
    front = words.words[max(sentence.first, word - 4) : word]
    if front[-1:] == ["since"] or front[-2:] in _COMPARING:
        return True
    if _FOUND_THEN.isdisjoint(front):
        return False
    return target < word or "but" in words.words[word:target]


def _as_it_was(sentence: Sentence, word: int) -> bool:
    """Tell whether a date only says since when things are the same: `as it did in 2010`."""
    return "same" in sentence.classes and any(
        h.cls == "same" and h.last > h.first and h.last == word - 1 for h in sentence.hits
    )


def kind_for(claim: Claim, day: dt.date | None, news: Kind | None) -> Kind:
    """Give the kind of a claim that fits its outcome and its time."""
    kind = claim.kind
    if claim.outcome in SEND_OUTCOMES:
        return Kind.AREA_SEND
    if claim.outcome not in GRADES:
        return kind or news or Kind.UNSPECIFIED
    if day is not None and _SAFEGUARDING_YEARS[0] <= day.year and day < _sif(day):
        return kind if kind in _RESTATES else Kind.SAFEGUARDING_INSPECTION
    if kind is not None and kind not in _NO_GRADE:
        return kind
    return Kind.FULL_INSPECTION


def _sif(day: dt.date) -> dt.date:
    """Give the day from which reports under the single framework appeared."""
    return day.replace(year=2014, month=1, day=1)


def regime_for(kind: Kind, day: dt.date | None, rulebook: Rulebook) -> str | None:
    """Give the key of the framework in force on a day."""
    if day is None:
        return None
    framework = rulebook.framework_at(kind, day)
    return framework.key if framework else None
