"""For what a grade is given: the judgements named in front of it or behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import AREAS
from watcher.model.vocabulary import Area

if TYPE_CHECKING:
    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_NEAR = 12
_FOR = frozenset({"for", "in", "on", "at", "rating", "when", "judgement"})


def areas_of(words: Words, sentence: Sentence, one: Graded, subject: Hit | None) -> list[Area]:
    """Give the areas that a grade is given for: in front of it, or listed behind `for`."""
    hit, clause = one.hit, one.clause
    if clause.classes.isdisjoint(_JUDGEMENTS):
        return (_area_in_front(sentence, hit) if subject is None else []) or [Area.OVERALL]
    overall = "overall" in clause.classes and any(
        h.cls == "overall" and abs(h.first - hit.first) <= _NEAR for h in clause.hits
    )
    found = [Area.OVERALL] if overall else []
    if "area" in clause.classes:
        before, after = _areas_around(clause, hit, words)
        if after and (words.words[hit.last + 1] in _FOR or _rating_for(words, hit, after[0])):
            found += [AREAS[h.value] for h in after]
        elif before and not _of_the_whole(words, before[-1], subject, overall=overall):
            found += [AREAS[h.value] for h in before]
        elif after and not found and subject is None and after[0].first - hit.last <= 4:
            found.append(AREAS[after[0].value])
    if not found and subject is None:
        found = _area_in_front(sentence, hit)
    return list(dict.fromkeys(found)) or [Area.OVERALL]


def _rating_for(words: Words, hit: Hit, area: Hit) -> bool:
    """Tell `"good" was the rating for care leavers`, where the judgement stands behind."""
    between = words.words[hit.last + 1 : area.first]
    return between[:1] in _WAS and "for" in between and not _RATED.isdisjoint(between)


_WAS = (["was"], ["is"])
_RATED = frozenset({"rating", "grade", "judgement", "verdict", "mark"})
_JUDGEMENTS = frozenset({"area", "overall"})


def labelled_before(page: Page, sentence: Sentence, one: Graded) -> list[Area]:
    """Give the judgement of the line before, where a line is nothing but its grade."""
    bare = sentence.first == one.hit.first and sentence.last == one.hit.last + 1
    if not bare or not sentence.index:
        return []
    label = page.sentences[sentence.index - 1]
    if label.last - label.first > _NEAR or not label.classes.isdisjoint(_NO_LABEL):
        return []
    return [AREAS[hit.value] for hit in label.hits if hit.cls == "area"][:1]


_NO_LABEL = frozenset({"grade", "judge", "overall"})


def _of_the_whole(words: Words, area: Hit, subject: Hit | None, *, overall: bool) -> bool:
    """Tell whether the service as a whole is judged: `leadership had improved and services are`."""
    if subject is None or subject.cls != "service":
        return False
    between = words.words[area.last + 1 : subject.first]
    return overall or ("and" in between and not _FINITE.isdisjoint(between))


_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "improved", "declined"})


def _areas_around(clause: Clause, hit: Hit, words: Words) -> tuple[list[Hit], list[Hit]]:
    """Give the areas between a grade and the one before it, and up to the one behind it."""
    floor, roof = clause.first - 1, clause.last
    areas: list[Hit] = []
    for other in clause.hits:
        if other.cls == "area":
            areas.append(other)
        elif other.cls == "grade":
            if other.last < hit.first and not _came_from(words, other, hit):
                floor = max(floor, other.last)
            elif other.first > hit.last:
                roof = min(roof, other.first)
    before = [h for h in areas if floor < h.first < hit.first]
    after = [h for h in areas if hit.last < h.first < roof]
    return before, after


def _came_from(words: Words, old: Hit, new: Hit) -> bool:
    """Tell whether a grade went from one to the other: both are given for the same."""
    front = words.words[max(0, old.first - _BY_FROM) : old.first]
    return words.words[new.first - 1] == "to" and "from" in front


_BY_FROM = 3


def _area_in_front(sentence: Sentence, hit: Hit) -> list[Area]:
    """Give the area named just before a clause that names none: `one area - leaders - was ...`."""
    if "area" not in sentence.classes:
        return []
    for other in reversed(sentence.hits):
        if other.first >= hit.first:
            continue
        if other.cls == "area" and hit.first - other.last <= _NEAR:
            return [AREAS[other.value]]
        if other.cls in {"grade", "service", "generic", "council", "overall"}:
            break
    return []
