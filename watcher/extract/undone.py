"""What a sentence takes back of a signal: conceded, mended, denied, or a document's name."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from watcher.extract.condemn import CONDEMNED
from watcher.extract.negation import negated
from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


_DETERIORATION, _ACTION = map(str, (Outcome.DETERIORATION, Outcome.PRIORITY_ACTION))
INSUFFICIENT_PROGRESS, _INADEQUATE = map(str, (Outcome.INSUFFICIENT_PROGRESS, Outcome.INADEQUATE))
_IN_PARTS = frozenset({_DETERIORATION, CONDEMNED})
"""What phrases in two parts say: `services fell`, `the report paints a bleak picture`."""


def compares(words: Words, hit: Hit) -> bool:
    """Tell whether it is measured against what was: `no safer than last year`."""
    if hit.value not in FALLING:
        return False
    return not _THAN.isdisjoint(words.words[hit.first + 1 : hit.last + 3])


_THAN = frozenset({"than", "as"})
FALLING = frozenset({_DETERIORATION, INSUFFICIENT_PROGRESS})
UNDOES = frozenset({"signal.gains-undone", "signal.progress-undone", "signal.not-kept-up"})
"""What is past there is what was undone: `five years of progress have been undone`."""


def once_good(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether what is past is how good something was: `previously strong services have`."""
    if hit.value != _DETERIORATION:
        return False
    cues = [h for h in clause.hits if h.cls == "past"]
    return all(h.last < hit.first and words.words[h.last + 1] in _PRAISED for h in cues)


_PRAISED = frozenset(
    "good strong outstanding effective stable robust secure sound high excellent better best"
    " impressive successful well thriving".split()
)


def strength_of(
    words: Words, sentence: Sentence, clause: Clause, found: tuple[Hit, Outcome]
) -> float:
    """Say how much is made of a signal: little of a cry for haste, or of what is conceded."""
    hit, outcome = found
    if hit.cls == "urgent":
        return 0.6
    if outcome not in _CONCEDABLE:
        return 1.0
    if hit.cls == "signal" and _in_parts(words, sentence, clause, hit):
        return 0.5
    if "stop" not in sentence.classes:
        return 1.0
    return 0.5 if _conceded(words, sentence, clause, hit) else 1.0


_CONCEDABLE = frozenset(
    {
        Outcome.WEAKNESSES,
        Outcome.INSUFFICIENT_PROGRESS,
        Outcome.MIXED,
        Outcome.POSITIVE,
        Outcome.PROGRESS,
    }
)


def _in_parts(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether something bad is so in places only: `the pace in some teams is slow`."""
    if _SOME.isdisjoint(sentence.said) or _PLACES.isdisjoint(sentence.said):
        return False
    front = words.words[max(clause.first, hit.first - _PARTS_REACH) : hit.last + 1]
    return any(
        one in _SOME and not _PLACES.isdisjoint(front[at + 1 : at + 3])
        for at, one in enumerate(front)
    )


_PARTS_REACH = 12
_SOME = frozenset({"some", "few", "parts", "isolated", "one"})
_PLACES = frozenset("team teams areas area parts aspects respects cases service".split())


def _conceded(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a sentence only grants one thing in order to say its opposite.

    `Although there is more to do, ...`, `progress has been made but ...`.
    """
    good = hit.cls == "positive"
    if not any(
        _opposite(h, good=good) for h in sentence.hits if not clause.first <= h.first < clause.last
    ):
        return False
    if words.words[clause.first] in _CONCEDING:
        return True
    return any(
        h.cls == "stop"
        and h.first == clause.last
        and words.words[h.first] in _ADVERSATIVE
        and any(_opposite(other, good=good) for other in sentence.hits if other.first > h.first)
        for h in sentence.hits
    )


_CONCEDING = frozenset({"although", "though", "while", "whilst", "despite", "even"})
_ADVERSATIVE = frozenset({"but", "however", "yet"})


def _opposite(hit: Hit, *, good: bool) -> bool:
    """Tell whether a hit says the opposite of something good, or of something bad."""
    if good:
        return hit.cls == "negative" or (hit.cls == "signal" and hit.value in _BAD)
    return hit.cls == "positive"


def mended(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether something bad is named as what was mended: `has tackled serious weaknesses`.

    Asked of what is bad in sentences with one of the words `MENDED`.
    """
    low = words.words
    front = low[max(clause.first, hit.first - _MENDING_REACH) : hit.first]
    mending = _ANSWERING if hit.value == _ACTION else _MENDING
    if hit.value == _ACTION and _effective(low[max(clause.first, hit.first - _ACTED) : hit.first]):
        return True
    if not mending.isdisjoint(front):
        at = next(i for i, word in enumerate(front) if word in mending)
        before = low[
            max(clause.first, hit.first - len(front) + at - 3) : hit.first - len(front) + at
        ]
        return _UNMENDED.isdisjoint(before)
    behind = low[hit.last + 1 : min(clause.last, hit.last + 1 + _MENDING_REACH)]
    if _STOPPED.isdisjoint(behind):
        return False
    at = next(i for i, word in enumerate(behind) if word in _STOPPED)
    return not _DONE.isdisjoint(behind[:at]) and _UNMENDED.isdisjoint(behind[:at])


def _effective(front: list[str]) -> bool:
    """Tell whether effective action was taken: `on most of the areas for priority action`."""
    if "effective" not in front or not _UNMENDED.isdisjoint(front[: front.index("effective")]):
        return False
    return front[front.index("effective") + 1 :][:1] == ["action"]


_ACTED = 12
_MENDING_REACH = 7
_MENDING = frozenset(
    "tackled tackling reduced reducing resolved resolving halted halting reversed reversing"
    " eliminated overcome addressed addressing rectified remedied eradicated"
    " ended stemmed fewer stopped".split()
)
_ANSWERING = _MENDING | {"response", "responded"}
_STOPPED = frozenset(
    "halted reversed arrested stemmed eliminated eradicated rectified remedied tackled reduced"
    .split()
)  # fmt: skip
MENDED = _ANSWERING | _STOPPED | {"effective"}
"""Words without one of which a sentence calls nothing mended."""

_DONE = frozenset({"been", "was", "were", "is", "are", "had", "has", "have"})
_UNMENDED = frozenset(
    "not no t never yet must should need needs needed failed failing fails slow without until"
    " unless to will poor weak inadequate insufficient limited"
    " inconsistent".split()
)


def keeps_grade(page: Page, clause: Clause, hit: Hit) -> bool:
    """Tell whether too little was done for a better grade than one that is not inadequate.

    `Not enough improvements to change that rating` of a council that requires improvement.
    """
    low = page.words.words
    behind = low[hit.last + 1 : min(clause.last, hit.last + 1 + _GRADE_REACH)]
    if _RAISING.isdisjoint(behind) or _GRADING.isdisjoint(behind):
        return False
    return not any(
        h.cls == "grade" and h.value == _INADEQUATE for s in page.having("grade") for h in s.hits
    )


_GRADE_REACH = 8
_RAISING = frozenset("change raise raised lift alter improve better upgrade shift move".split())
_GRADING = frozenset("rating grade judgement judgment assessment".split())


def of_its_object(words: Words, clause: Clause, found: tuple[Hit, Outcome]) -> bool:
    """Tell whether what is past is what was to be mended: `weaknesses identified last year`."""
    hit, outcome = found
    if outcome not in _MEASURED and _KEPT.isdisjoint(words.words[hit.first : hit.last + 1]):
        return False
    cues = [h for h in clause.hits if h.cls == "past"]
    return bool(cues) and all(
        h.first > hit.last and not _FOUND_BEFORE.isdisjoint(words.words[hit.last + 1 : h.last + 3])
        for h in cues
    )


_MEASURED = frozenset({Outcome.INSUFFICIENT_PROGRESS, Outcome.PROGRESS})
_KEPT = frozenset({"maintained", "sustained", "maintain", "sustain"})
"""What was good and was not kept: `has not maintained the standards seen at the last visit`."""

_FOUND_BEFORE = frozenset(
    "weaknesses weakness failings concerns areas issues shortcomings identified found raised"
    " highlighted recommendations seen strengths what".split()
)


def before_the_good(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell what came before something good: `has improved after inspectors found weaknesses`."""
    if hit.value not in _BAD:
        return False
    good = [h for h in sentence.hits if h.cls in GOOD and h.last < hit.first]
    return bool(good) and "after" in words.words[good[-1].last + 1 : hit.first]


GOOD = frozenset({"positive", "up"})
_BAD = frozenset("weaknesses insufficient_progress deterioration weakness negative damning".split())


def no_longer(clause: Clause, hit: Hit) -> bool:
    """Tell whether it is said to be over: `no longer requires a written statement of action`."""
    return "lose" in clause.classes and any(
        h.cls == "lose" and 0 < hit.first - h.last <= _OVER for h in clause.hits
    )


def _over_inside(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether that stands inside the words of a signal: `progress is no longer too slow`."""
    return "lose" in clause.classes and any(
        h.cls == "lose" and hit.first < h.first < hit.last and words.words[h.last] == "longer"
        for h in clause.hits
    )


_OVER = 5


def undone(clause: Clause, hit: Hit, words: Words) -> bool:
    """Tell whether a negation, or a mere handful of children, undoes a signal."""
    if hit.cls == "act" and (
        _never_came(clause, hit) or _replaced(words, hit) or _to_come(words, clause, hit)
    ):
        return True
    if hit.cls == "signal" and hit.first and words.words[hit.first - 1] == "any":
        return True
    if (hit.value in _IN_PARTS and _never_came(clause, hit)) or _over_inside(words, clause, hit):
        return True
    if not clause.classes.isdisjoint(_REVERSING) and any(
        _reverses(words, hit, other) for other in clause.hits
    ):
        return True
    return "neg" in clause.classes and negated(clause, hit.first, words)


def _reverses(words: Words, hit: Hit, other: Hit) -> bool:
    """Tell whether another phrase undoes a signal by where it stands."""
    if other.cls == "minor":
        return _only_few(hit, other, words)
    if other.cls == "lose":
        return 0 < hit.first - other.last <= 3
    return other.cls == "addressed" and 0 < other.first - hit.last <= 6


def _never_came(clause: Clause, hit: Hit) -> bool:
    """Tell whether a phrase in two parts has a `not` between them: `the notice is not lifted`."""
    return "neg" in clause.classes and any(
        h.cls == "neg" and hit.first < h.first and h.last < hit.last for h in clause.hits
    )


def _replaced(words: Words, hit: Hit) -> bool:
    """Tell whether one act only makes way for the next: `revoked and replaced with a notice`."""
    if hit.value != Outcome.INTERVENTION_ENDED.value:
        return False
    low = words.words
    if not _REPLACED.isdisjoint(low[hit.first : hit.last + 4]):
        return True
    return any(
        one == "its" and two == "place"
        for one, two in itertools.pairwise(low[hit.last + 1 : hit.last + _REPLACING])
    )


_REPLACED = frozenset({"replaced", "superseded"})
_REPLACING = 24


def _to_come(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether an end is what something else waits for: `until the notice is lifted`."""
    if hit.value != Outcome.INTERVENTION_ENDED.value:
        return False
    front = words.words[max(clause.first - 1, hit.first - _WAITING, 0) : hit.first]
    if not _WISHED.isdisjoint(front):
        return True
    return not _UNTIL.isdisjoint(front) and _OVER_NOW.isdisjoint(words.words[hit.first : hit.last])


_WAITING = 4
_UNTIL = frozenset({"until", "once", "when", "before"})
_WISHED = frozenset(
    "wait waits waiting await awaits awaiting hope hopes hoping call calls called calling towards"
    " plea bid request asks asked".split()
)
_OVER_NOW = frozenset({"was", "were", "had", "ended"})


def _only_few(hit: Hit, minor: Hit, words: Words) -> bool:
    """Tell whether a handful of children is whom a signal is about, not what is said next."""
    if abs(minor.first - hit.first) > _FEW_REACH:
        return False
    return minor.first < hit.first or "and" not in words.words[hit.last + 1 : minor.first]


_FEW_REACH = 12
_REVERSING = frozenset({"minor", "lose", "addressed"})
