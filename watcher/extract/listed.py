"""Judgements in lists: `good in three areas - X, Y and Z`, `X; Y; and Z are all good`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import AREAS
from watcher.extract.segment import split_clauses
from watcher.extract.things import COUNTING, counts_areas
from watcher.model.vocabulary import Area

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_AROUND = 12
"""Words from a grade to the number of areas that it is given for."""

_ACROSS = 20
"""Words from such a number to the grade, where the areas stand between."""


def listed_areas(words: Words, sentence: Sentence, one: Graded) -> list[Area]:
    """Give the areas of a list that a sentence counts, as many as it says; none for no such list.

    `Outstanding ratings in two categories, X and Y`, `in two areas, X and Y, it was good`.
    """
    if "area" not in sentence.classes or COUNTING.isdisjoint(sentence.said):
        return []
    low = max(sentence.first, one.hit.first - _ACROSS)
    for word in range(low, min(sentence.last, one.hit.last + _AROUND)):
        count = counts_areas(words, word)
        if count:
            later = _of_the_next(words, sentence, one.hit, word)
            found = [] if later else _from(sentence, one.hit, word)
            return found if len(found) == count else []
    return []


def _of_the_next(words: Words, sentence: Sentence, hit: Hit, word: int) -> bool:
    """Tell whether areas are counted for a later grade: `good, with two areas, X and Y, rated`.

    `While two areas, X and Y, were rated` is the same.
    """
    if word < hit.first or words.words[word - 1] not in _JOINING:
        return False
    return sentence.hits[-1].first > word and any(
        h.cls == "grade" and h.first > word for h in sentence.hits
    )


_JOINING = frozenset({"with", "while", "whilst", "whereas", "but", "and", "although", "though"})


def _from(sentence: Sentence, hit: Hit, word: int) -> list[Area]:
    """Give the areas named behind a word, up to the next grade."""
    found: list[Area] = []
    for other in sentence.hits:
        if other.first < word or other is hit:
            continue
        if other.cls == "grade":
            if other.first > hit.first:
                break
            found = []
        elif other.cls == "area":
            found.append(AREAS[other.value])
    return list(dict.fromkeys(found))


def areas_before(words: Words, sentence: Sentence, clause: Clause) -> list[Hit]:
    """Give the areas of the bare clauses that a grade's is the last of: `X; Y; and Z are`."""
    if words.words[clause.first] != "and" or ";" not in words.between(
        clause.first - 1, clause.first
    ):
        return []
    found: list[Hit] = []
    for other in reversed(split_clauses(sentence, words)):
        if other.first >= clause.first:
            continue
        areas = [hit for hit in other.hits if hit.cls == "area"]
        if not areas or not other.classes.isdisjoint(_SAYING):
            break
        found = areas + found
    return found


_SAYING = frozenset({"grade", "judge", "be", "signal", "send"})


def listed_below(page: Page, sentence: Sentence, hit: Hit) -> list[Area]:
    """Give the judgements in the lines below one that ends in a colon: `were judged good:`.

    So are those that stand behind the colon itself: `good in the following areas: X and Y`.
    """
    below = 0 if _BELOW.isdisjoint(sentence.said) else points_below(page.words, sentence, hit)
    if below:
        found = [AREAS[h.value] for h in sentence.hits if h.cls == "area" and h.first > below]
        if found or below + 1 < sentence.last:
            return list(dict.fromkeys(found))
        return _lines_below(page, sentence)
    if page.document.text[sentence.end - 1] != ":" or not sentence.classes.isdisjoint(_OWN):
        return []
    if _POINTING.isdisjoint(sentence.said) and page.words.words[sentence.last - 1] not in _FOR:
        return []
    return _lines_below(page, sentence)


def points_below(words: Words, sentence: Sentence, hit: Hit) -> int:
    """Give the last word of `in the following areas:` behind a grade, 0 where that is not said."""
    if _BELOW.isdisjoint(sentence.said):
        return 0
    behind = words.words[hit.last + 1 : min(sentence.last, hit.last + 1 + _LEADING)]
    if behind[:1] not in _GIVEN_FOR or _BELOW.isdisjoint(behind):
        return 0
    for at, low in enumerate(behind):
        if low in _PARTS:
            word = hit.last + 1 + at
            return word if words.text[words.end(word) : words.end(word) + 1] == ":" else 0
    return 0


_LEADING = 5
_GIVEN_FOR = (["in"], ["for"], ["across"], ["on"])
_BELOW = frozenset({"following", "these"})
_PARTS = frozenset("areas categories judgements strands aspects services elements".split())


def _lines_below(page: Page, sentence: Sentence) -> list[Area]:
    """Give the judgements that the lines below one name, one each."""
    found: list[Area] = []
    for below in page.sentences[sentence.index + 1 :]:
        if below.last - below.first > _ITEM or not below.classes.isdisjoint(_NO_ITEM):
            break
        if below.classes.isdisjoint(_ITEMS):
            break
        if "overall" in below.classes:
            found.append(Area.OVERALL)
        else:
            found += [AREAS[hit.value] for hit in below.hits if hit.cls == "area"][:1]
    return list(dict.fromkeys(found))


_POINTING = frozenset("following these this areas area categories category strands".split())
_FOR = frozenset({"for", "in", "on"})
_ITEM = 14
_ITEMS = frozenset({"area", "overall", "other"})
_NO_ITEM = frozenset({"grade", "judge", "be", "signal", "send", "negative"})
_OWN = frozenset({"area", "overall"})


def is_anothers(words: Words, clause: Clause, overall: Hit) -> bool:
    """Tell whether `overall` is no word of the grade behind it.

    A judgement gets `an overall grade`: `Services for care leavers were given`. Or it closes what
    was said: `rated good by Ofsted overall and inadequate for children in care`.
    """
    if closes_grade(words, clause.hits, overall):
        return True
    if words.words[overall.first - 1] != "an":
        return False
    front = [h for h in clause.hits if h.last < overall.first and h.cls in _RECEIVERS]
    return bool(front) and front[0].cls == "area"


def closes_grade(words: Words, hits: Iterable[Hit], overall: Hit) -> bool:
    """Tell whether a grade stands near in front of `overall`, and something else follows it."""
    if words.behind(overall.last) not in _FOLLOWED_BY:
        return False
    return any(h.cls == "grade" and 0 < overall.first - h.last <= _BY_WHOM for h in hits)


_FOLLOWED_BY, _BY_WHOM = frozenset({"and", "but", "with", "while"}), 4
_RECEIVERS = frozenset({"area", "council", "generic", "pronoun"})
