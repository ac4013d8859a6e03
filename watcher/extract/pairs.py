"""Who is meant by `the former`, `the latter`, `the second`, and by `respectively`."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from watcher.extract.claims import AREAS, Claim
from watcher.extract.dates import year_of
from watcher.extract.joined import PARTS
from watcher.extract.listed import closes_grade
from watcher.extract.predicates import stands_alone
from watcher.extract.twice import are_one_list, dealt_twice
from watcher.model.vocabulary import Area

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.extract.topics import Topics

_PLACES = {"former": 0, "latter": 1, "one": 0, "other": 1, "first": 0, "second": 1, "third": 2}
POINTERS = frozenset(_PLACES)
_COUNTING = frozenset({"first", "second", "third"})
_LONGEST = 3
"""Nobody counts `the first`, `the second` through a longer list."""

_BACK = 3
"""Sentences back in which the councils that are told apart may stand."""

_NOUNS = frozenset({"council", "authority", "borough", "county", "city", "area", "town", "of"})


def told_apart(page: Page, sentence: Sentence, first: int, topics: Topics) -> str | None:
    """Give the council that `the latter` and the like mean in front of a word; None for none."""
    if POINTERS.isdisjoint(sentence.said):
        return None
    words = page.words
    pointer = _pointer(words, sentence, first)
    if pointer is None:
        return None
    group = _group(page, sentence, pointer, topics)
    word = words.words[pointer]
    place = _PLACES[word]
    fits = place < len(group) <= _LONGEST if word in _COUNTING else len(group) == len("ab")
    return group[place] if fits else None


def _pointer(words: Words, sentence: Sentence, first: int) -> int | None:
    """Give the last word in front that stands for one of several: `the latter was ...`.

    A council named in between takes its place.
    """
    low = words.words
    named = [h.last for h in sentence.hits if h.cls == "council" and h.last < first]
    for word in range(first - 1, max([sentence.first, *named]), -1):
        if low[word] in _PLACES and low[word - 1] == "the" and _points(words, word, first):
            return word
    return None


def _points(words: Words, word: int, first: int) -> bool:
    """Tell whether the word stands for a council, right in front of a grade or as a subject."""
    if words.words[word + 1] in _STILL:
        return True
    if word + 1 == first or stands_alone(words, word):
        return True
    return words.words[word + 1] in _NOUNS and words.words[word] not in _COUNTING


_STILL = frozenset({"still", "now", "again", "also"})


def _group(page: Page, sentence: Sentence, pointer: int, topics: Topics) -> tuple[str, ...]:
    """Give the councils named together last: in the sentence, before it, or in the headline."""
    for index in range(sentence.index, max(-1, sentence.index - 1 - _BACK), -1):
        other = page.sentences[index]
        if "council" not in other.classes:
            continue
        hits = [h for h in other.hits if h.cls == "council" and h.first < pointer]
        if hits:
            found = tuple(dict.fromkeys([hit.value for hit in hits]))
            return found if len(found) > 1 else topics.at[sentence.index]
    at = topics.at[sentence.index]
    return at if len(at) > 1 else topics.main


_ORDERED = ("in", "that", "order")


def dealt_out(page: Page, sentence: Sentence, topics: Topics, claims: list[Claim]) -> list[Claim]:
    """Deal grades out pairwise, to councils or to areas, where the sentence says so."""
    if not claims:
        return claims
    if DEALING.isdisjoint(sentence.said) or not _deals(page.words, sentence):
        return _in_their_order(page.words, sentence, topics, claims) if len(claims) > 1 else claims
    twice = dealt_twice(
        page.words, sentence, _of_whom(topics.chains[sentence.index], claims), claims
    )
    if twice:
        return twice
    first: dict[int, Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.word):
        first.setdefault(claim.word, claim)
    ordered = list(first.values())
    councils = _councils(topics.chains[sentence.index], ordered)
    if councils:
        past = ordered[0].past and are_one_list(page.words, _grades(sentence))
        return [
            claim.but(councils=(form,), past=past or claim.past)
            for claim, form in zip(ordered, cycle(councils))
        ]
    areas = _areas(page.words, sentence, ordered)
    if areas:
        return [claim.but(area=area) for claim, area in zip(ordered, areas, strict=True)]
    return [] if _unmatched(sentence, topics) else claims


def one_for_each(words: Words, sentence: Sentence, grades: list[Hit]) -> bool:
    """Tell whether grade words are one list behind as many councils: `A, B and C: good, ...`."""
    if len({hit.value for hit in grades}) == 1:
        return False
    named = [hit for hit in sentence.hits if hit.cls == "council"]
    if named:
        if len(named) != len(grades) or named[-1].last > grades[0].first:
            return False
    elif not sentence.said >= _THEY_IN_ORDER:
        return False
    return are_one_list(words, grades)


def _grades(sentence: Sentence) -> list[Hit]:
    return [hit for hit in sentence.hits if hit.cls == "grade"]


_THEY_IN_ORDER = frozenset({"they", "order"})


def _in_their_order(
    words: Words, sentence: Sentence, topics: Topics, claims: list[Claim]
) -> list[Claim]:
    """Deal out as many grades as there are councils: `A and B were rated good and inadequate`.

    So too where they were named before: `They were rated good and inadequate`.
    """
    chains = topics.chains[sentence.index]
    grades = _grades(sentence)
    named = _of_whom(chains, claims)
    if len(named) != len(grades) or len(grades) == 1:
        return claims
    if [claim.word for claim in claims] != [hit.first for hit in grades]:
        return claims
    if not _SHARED.isdisjoint(sentence.said) or not sentence.classes.isdisjoint(_PARTED):
        return claims
    if len({hit.value for hit in grades}) == 1:
        return claims
    if chains and chains[0][-1].last > grades[0].first:
        return claims
    if not are_one_list(words, grades):
        return claims
    return [claim.but(councils=(form,)) for claim, form in zip(claims, named, strict=True)]


def _of_whom(chains: tuple[tuple[Hit, ...], ...], claims: list[Claim]) -> tuple[str, ...]:
    """Give the councils that a sentence names together, or that it calls `they`, in order."""
    if chains:
        return tuple([hit.value for hit in chains[0]]) if len(chains) == 1 else ()
    return claims[0].councils if len({claim.councils for claim in claims}) == 1 else ()


_SHARED = frozenset("both each all either from to previously".split())
_PARTED = frozenset({"area", "overall"})


def _unmatched(sentence: Sentence, topics: Topics) -> bool:
    """Tell whether several councils and several grades do not match: whose is whose is not said."""
    named = max(map(len, topics.chains[sentence.index]), default=0)
    grades = sum(hit.cls in _GRADES for hit in sentence.hits)
    return named > 1 and grades > 1 and named != grades


_GRADES = frozenset({"grade", "nograde"})


def _deals(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says that what it lists goes together pair by pair."""
    said = words.words[sentence.first : sentence.last]
    return "respectively" in said or tuple(said[said.index("order") - 2 :][:3]) == _ORDERED


DEALING = frozenset({"respectively", "order"})


def of_the_whole(words: Words, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Let the one grade that is called overall weigh more than what else its sentence gives.

    `Two areas are good, the overall judgement being inadequate`.
    """
    told = [c for c in claims if c.area is Area.OVERALL and c.outcome and not _is_old(c)]
    if len({c.outcome for c in told}) < _TWO or len({c.councils for c in told}) > 1:
        return claims
    if "past" in sentence.classes or any(map(year_of, sentence.said)):
        return claims
    grades = {c.word for c in told}
    called = {
        _called_overall(words, sentence, hit, grades)
        for hit in sentence.hits
        if hit.cls == "overall" or (hit.first in grades and _says_so(words, hit))
    }
    if len(called) != 1 or None in called:
        return claims
    return [
        c.but(strength=_FAINT) if c in told and c.word not in called and c.strength >= 1 else c
        for c in claims
    ]


def _is_old(claim: Claim) -> bool:
    return claim.past or claim.status or claim.negated is not None


def _says_so(words: Words, hit: Hit) -> bool:
    return "overall" in words.words[hit.first : hit.last + 1]


def _called_overall(words: Words, sentence: Sentence, hit: Hit, grades: set[int]) -> int | None:
    """Give the word of the grade that a phrase for the whole belongs to: at it, or behind."""
    if hit.first in grades:
        return hit.first
    closed = closes_grade(words, sentence.hits, hit)
    for other in reversed(sentence.hits):
        near = other.last == hit.first - 1 or (closed and other.last < hit.first)
        if near and other.first in grades:
            return other.first
    return min([word for word in grades if 0 < word - hit.last <= _REACH], default=None)


_TWO = 2
_REACH = 12
_FAINT = 0.3


def _councils(chains: tuple[tuple[Hit, ...], ...], ordered: list[Claim]) -> tuple[str, ...]:
    """Give as many councils as there are grades, in their order; none if they do not match."""
    longest: tuple[Hit, ...] = max(chains, key=len, default=())
    if len(longest) > 1:
        return tuple([h.value for h in longest]) if len(longest) == len(ordered) else ()
    apart = tuple(dict.fromkeys([hit.value for chain in chains for hit in chain]))
    if len(apart) > 1:
        return apart if len(apart) == len(ordered) else ()
    group = ordered[0].councils if not chains else ()
    return group if len(group) > 1 and not len(ordered) % len(group) else ()


def _areas(words: Words, sentence: Sentence, ordered: list[Claim]) -> list[Area]:
    """Give as many judgements as there are grades, in their order; none if they do not match."""
    named = [h for h in sentence.hits if h.cls == "area" and h.first < ordered[0].word]
    areas = [AREAS[hit.value] for hit in named]
    if len(areas) == len(ordered) - 1:
        low = words.words
        areas = [
            part
            for area, hit in zip(areas, named, strict=True)
            for part in _PARTS.get(area, (area,))[:: -1 if low[hit.first + 1] == "leavers" else 1]
        ]
    return areas if len(ordered) > 1 and len(areas) == len(ordered) else []


_PARTS = {
    Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS: PARTS,
}
"""One judgement's name that may stand for two."""
