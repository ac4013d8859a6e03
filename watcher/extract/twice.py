"""Two lists of grades for one list of councils: what each has now, and what each had before."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.claims import OUTCOMES
from watcher.extract.graded import way_between

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

_LEAD, _FEWEST = 3, 2
_COMPARING = frozenset("from against with than previously formerly last before having had".split())


def dealt_twice(
    words: Words, sentence: Sentence, named: tuple[str, ...], claims: list[Claim]
) -> list[Claim]:
    """Deal out as many new grades as there are councils, and as many old ones, in their order.

    `Leeds and York were rated good and inadequate respectively, up from poor and down from good`.
    Empty where they do not match, or where it is not said which ones are old.
    """
    grades = [hit for hit in sentence.hits if hit.cls == "grade"]
    count = len(named)
    if count < _FEWEST or len(grades) != _FEWEST * count:
        return []
    runs = grades[:count], grades[count:]
    olden = [_is_old(words, sentence, run[0]) for run in runs]
    if olden[0] == olden[1] or not all(_are_listed(words, run) for run in runs):
        return []
    left, now = runs if olden[0] else runs[::-1]
    given = {claim.word: claim for claim in claims}
    made: list[Claim] = []
    for form, before, after in zip(named, left, now, strict=True):
        was, new = OUTCOMES[before.value], OUTCOMES[after.value]
        claim = given.get(after.first, claims[0]).but(
            councils=(form,), word=after.first, outcome=new, negated=None
        )
        made += [
            claim.but(past=False, previous=was, direction=way_between(was, new)),
            claim.but(past=True, word=before.first, outcome=was, previous=None, direction=None),
        ]
    return made


def are_one_list(words: Words, grades: list[Hit]) -> bool:
    """Tell whether grades stand one behind the other, `and` before the last."""
    between = [words.words[one.last + 1 : two.first] for one, two in pairwise(grades)]
    return bool(between) and between[-1] == ["and"] and not any(between[:-1])


def _are_listed(words: Words, grades: list[Hit]) -> bool:
    """Tell whether grades are a list, each with its own way: `up from X and down from Y`."""
    between = [words.words[one.last + 1 : two.first] for one, two in pairwise(grades)]
    return "and" in between[-1] and all(_STEPS.issuperset(low) for low in between)


_STEPS = frozenset({"and", "up", "down", "from"})


def _is_old(words: Words, sentence: Sentence, first: Hit) -> bool:
    """Tell whether what stands right before a list of grades makes them the old ones."""
    front = words.words[max(sentence.first, first.first - _LEAD) : first.first]
    return not _COMPARING.isdisjoint(front)
