"""Why the grades of a sentence are nobody's: a question, a definition, councils in general."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.extract.fronts import heads_round_up
from watcher.extract.labels import taken_together
from watcher.extract.subjects import of_no_council
from watcher.model.dates import WEEKDAYS

if TYPE_CHECKING:
    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.extract.topics import Topics

_MANY = 3
_GIVEN_TO = frozenset({"council", "area"})


def _asked_of(page: Page, graded: list[Graded]) -> bool:
    """Tell whether a question only follows a verdict: `rated inadequate: what happens now?`.

    Or takes it for told: `Will she look at Kent, which was this week rated inadequate?`.
    """
    words, last = page.words, graded[-1].hit.last
    if _told_aside(words, graded[0]):
        return True
    return any(
        low in _ASKING and not _LEADING_ON.isdisjoint(words.between(place - 1, place))
        for place, low in enumerate(words.words[last + 1 : last + _BY_WHOM], last + 1)
    )


def _told_aside(words: Words, one: Graded) -> bool:
    """Tell whether a clause behind a comma tells of a verdict of these days."""
    low, first = words.words, one.hit.first
    opens = next((at for at in range(first - 1, one.clause.first - 1, -1) if low[at] in _WHICH), 0)
    if not opens or not words.between(opens - 1, opens).startswith(","):
        return False
    said = low[opens:first]
    return not _WAS.isdisjoint(said) and not _THESE_DAYS.isdisjoint(said)


_WHICH, _WAS = frozenset({"which", "where"}), frozenset({"was", "were", "has", "have"})
_THESE_DAYS = WEEKDAYS | {"today", "yesterday", "week", "just", "newly"}
_BY_WHOM = 5
_LEADING_ON = frozenset(":–—-;")
_ASKING = frozenset("what how why who where when will can should so is now".split())


def not_about_one(
    page: Page, sentence: Sentence, graded: list[Graded], topics: Topics
) -> str | None:
    """Tell why the grades of a sentence say nothing of a named council."""
    if not _ENDS.isdisjoint(sentence.said) and _of_scale(page.words, sentence):
        return "definition"
    low, first = page.words.words, sentence.first
    asks = low[first] == "to" and low[first + 1 : first + 2] == ["ask"]
    if asks or (page.document.text[sentence.end - 1] == "?" and not _asked_of(page, graded)):
        return "question"
    few = len(graded) <= _MANY and not sentence.classes.isdisjoint(_GIVEN_TO)
    if not few and _all_grades(sentence, graded) and not _dealt_to_several(sentence):
        many = not _told_of_years(page, sentence)
        many = many and ("area" not in sentence.classes or _offered(page.words, graded))
        if many and "talk" not in sentence.classes:
            return "definition"
    if "council" not in sentence.classes and _of_one_below(page, sentence):
        return "some_council"
    reason = of_no_council(page, sentence, topics)
    return None if reason == "statistics" and taken_together(page, sentence) else reason


def _of_one_below(page: Page, sentence: Sentence) -> bool:
    """Tell whether the opening of a round-up says what some council got that it names below.

    `A week with a top rating for one London borough`, and names on lines of their own.
    """
    if _SOME.isdisjoint(sentence.said) or not heads_round_up(page, sentence, below=True):
        return False
    low = page.words.words
    return any(
        low[word] in _SOME and not _BODIES.isdisjoint(low[word + 1 : word + _NEAR])
        for word in range(sentence.first, sentence.last - 1)
    )


_NEAR = 4
_SOME = frozenset({"one", "another", "a"})
_BODIES = frozenset("council authority borough county city district unitary".split())


def _of_scale(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says from which number to which there are grades: `from 1 to 4`."""
    if "council" in sentence.classes:
        return False
    low = words.words[sentence.first : sentence.last]
    return any(
        word == "from" and low[at + 1 : at + 2] in _NUMBERS and "to" in low[at + 2 : at + _TO_END]
        for at, word in enumerate(low)
    )


_ENDS = frozenset({"4", "four"})
_NUMBERS = (["1"], ["one"], ["4"], ["four"])
_TO_END = 7


def _all_grades(sentence: Sentence, graded: list[Graded]) -> bool:
    """Tell whether a sentence names every grade that there is."""
    if len(sentence.hits) <= _MANY:
        return False
    if len(graded) > _MANY and len({one.outcome for one in graded}) > _MANY:
        return True
    if not sentence.classes.isdisjoint(_GIVEN_TO):
        return False
    return len({hit.value for hit in sentence.hits if hit.cls == "grade"}) > _MANY


def _told_of_years(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence that names many grades says when they were given."""
    return any(year_of(word) for word in page.words.words[sentence.first : sentence.last])


def _dealt_to_several(sentence: Sentence) -> bool:
    """Tell whether grades are told of several councils: `A went from G to G, B from G to G`."""
    return sum(hit.cls == "council" for hit in sentence.hits) > 1


def _offered(words: Words, graded: list[Graded]) -> bool:
    """Tell whether the grades are a choice: `outstanding, good, ... or inadequate`."""
    return "or" in words.words[graded[-2].hit.last + 1 : graded[-1].hit.first]


def counts_areas(words: Words, sentence: Sentence, grade: Hit) -> bool:
    """Tell whether many areas are counted before a grade, and none named: `of 33 areas ten are`."""
    if "council" in sentence.classes or _AREAS.isdisjoint(sentence.said):
        return False
    return any(
        after in _AREAS and ((low.isdecimal() and int(low) > _SEVERAL) or low in _MANY_MORE)
        for low, after in pairwise(words.words[sentence.first : grade.first])
    )


_AREAS = frozenset({"areas", "partnerships", "councils", "authorities"})
_SEVERAL = 10
_MANY_MORE = frozenset("dozen twenty thirty forty fifty sixty hundred".split())
