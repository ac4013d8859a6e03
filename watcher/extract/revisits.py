"""Visits of long ago beside a new verdict: `A focused visit in March 2021 had found weaknesses`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.occasion import FRESH, GRADELESS
from watcher.model.vocabulary import GRADES, Kind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.extract.claims import Claim
    from watcher.extract.occasion import Occasions
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit


def only_old(claims: Iterable[Claim], occasions: Occasions) -> bool:
    """Tell whether a page gives a verdict as new, and tells of older visits alone."""
    visits = [index for index, kind in occasions.named.items() if kind in GRADELESS]
    sentences = occasions.page.sentences
    if not visits or not any(
        _verdict(claim, occasions, visits[0])
        or (claim.sentence > visits[0] and _has_come(claim, occasions, len(sentences)))
        for claim in claims
    ):
        return False
    return all(_old(sentences[index], occasions) for index in visits)


def _verdict(claim: Claim, occasions: Occasions, before: int) -> bool:
    """Tell whether a claim is a verdict in the present: `has been judged`, `have been rated`."""
    if claim.outcome not in GRADES or claim.sentence >= before or claim.negated is not None:
        return False
    if claim.past or claim.status or claim.known or claim.dated is not None:
        return False
    sentence = occasions.page.sentences[claim.sentence]
    return not (sentence.classes.isdisjoint(_JUDGED) or _TOLD.isdisjoint(sentence.said))


def _has_come(claim: Claim, occasions: Occasions, end: int) -> bool:
    """Tell whether a verdict is one that has come now: `a re-inspection has ended in`."""
    if not _verdict(claim, occasions, end):
        return False
    first = occasions.page.sentences[claim.sentence].first
    front = occasions.page.words.words[max(first, claim.word - _COME) : claim.word]
    return claim.now or not _HAS.isdisjoint(front)


_COME, _HAS = 8, frozenset({"has", "have"})
_JUDGED = frozenset({"judge", "inspectorate"})
_TOLD = frozenset("has have was were are is says say said".split())


def _old(sentence: Sentence, occasions: Occasions) -> bool:
    """Tell whether each visit that a sentence names was long before."""
    visits = [h for h in sentence.hits if h.cls == "kind" and h.value in _VALUES]
    return all(_before(visit, sentence, occasions) for visit in visits)


_VALUES = frozenset(kind.value for kind in GRADELESS)


def _before(visit: Hit, sentence: Sentence, occasions: Occasions) -> bool:
    """Tell whether a visit has a date of long ago beside it, or is told of with `had`."""
    low = occasions.page.words.words
    behind = low[visit.last + 1 : min(sentence.last, visit.last + 1 + _VERB)]
    if _pluperfect(low[max(sentence.first, visit.first - _TOLD_BEFORE) : visit.first], behind):
        return True
    if not _FOLLOWED.isdisjoint(low[visit.first - _FRONT : visit.first]):
        return True
    if behind[:2] == ["last", "year"]:
        return True
    return any(
        _near(place, visit, sentence) and _long_ago(visit, date.last, occasions)
        for place, date in occasions.dates(sentence)
    )


def _pluperfect(front: list[str], behind: list[str]) -> bool:
    """Tell whether a visit had come before: `had been told after a visit`, `a visit had found`.

    Not where it found what had been: `a visit found that leaders had acted`.
    """
    if "had" in front and "since" not in front:
        return True
    return "had" in behind and _FINDING.isdisjoint(behind[: behind.index("had")])


_FINDING = frozenset("found finds saw noted said showed shows that heard learned".split())
_VERB, _FRONT, _TOLD_BEFORE = 6, 4, 9
_FOLLOWED = frozenset({"follows", "followed"})


def _near(place: int, visit: Hit, sentence: Sentence) -> bool:
    """Tell whether a date is that of a visit: `visit in March 2021`, `In 2019, a visit`."""
    if visit.last < place <= visit.last + _BEHIND:
        return True
    return place < visit.first and place - sentence.first <= _OPENING


_BEHIND, _OPENING = 4, 3


def _long_ago(visit: Hit, day: dt.date, occasions: Occasions) -> bool:
    """Tell whether a visit's day is too far back for news; on a page without a date any may be.

    There the last monitoring visit may be the news, since the verdict came before it.
    """
    if occasions.published is None:
        return visit.value != Kind.MONITORING_VISIT.value
    return occasions.published.first - day > FRESH
