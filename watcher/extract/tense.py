"""How the verbs around a grade tell it: as heard of, as what had been before, as of that time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.recency import POINTERS, points_back
from watcher.model.dates import MONTHS

if TYPE_CHECKING:
    from watcher.extract.graded import Graded
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def tense_of(
    words: Words, sentence: Sentence, one: Graded, *, past: bool
) -> tuple[bool, bool, bool]:
    """Tell of a grade whether somebody hears of it, whether it is past, and by its tense alone.

    By its tense alone may also be past what is new: `had been judged ... in May`. Where it is
    `past` in any case, its tense is not asked.
    """
    hit, clause, said = one.hit, one.clause, sentence.said
    heard = not _HEARD.isdisjoint(said) and _is_heard(words, sentence, hit)
    if past:
        return heard, True, False
    had = "pastperfect" in clause.classes or not _HAD.isdisjoint(said)
    if had and not heard and _had_been(words, clause, hit):
        return heard, True, _month_behind(words, sentence, hit)
    then = not POINTERS.isdisjoint(said) and points_back(words, sentence, hit)
    return heard, then, then


def _had_been(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is one that somebody had had: `had been rated good`, `had judged`."""
    verbs = [h for h in clause.hits if h.cls in _VERBS and 0 < hit.first - h.last <= _TO_GRADE]
    return any(
        verb.cls == "pastperfect" or not _HAD.isdisjoint(words.words[verb.first - 2 : verb.first])
        for verb in verbs
    )


_VERBS = frozenset({"pastperfect", "judge"})
_HAD = frozenset({"had", "d"})
_TO_GRADE = 6


def _month_behind(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a month is named behind a grade: `in its report of 12 June`."""
    return not _MONTHS.isdisjoint(words.words[hit.last + 1 : sentence.last])


_MONTHS = frozenset(MONTHS)


def _is_heard(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is told as what somebody heard: `members noted that it had been ...`.

    What is heard or noted is told in the pluperfect though it is new.
    """
    front = words.words[sentence.first : hit.first]
    told = [
        place
        for place, word in enumerate(front)
        if place and word in _HEARD and (word != "said" or front[place - 1] in _SPEAKERS)
    ]
    return bool(told) and not any(
        word in _TIMES and not after[:1].isdecimal() and after not in _AGAIN
        for word, after in pairwise(words.words[sentence.first + told[0] : hit.first + 1])
    )


_SPEAKERS = frozenset("ofsted inspectors watchdog inspectorate regulator report".split())
_HEARD = frozenset(
    "said learned learnt heard noted told informed advised reported welcomed announced confirmed"
    " revealed disappointed devastating devastated delighted proud saddened".split()
)
_AGAIN = frozenset({"more", "again"})
_TIMES = frozenset("when since before until while after ago once how".split())
