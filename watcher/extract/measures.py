"""What is said to be mended or not: `sufficient progress`, `was dealt with`, `fell short`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.extract.tokens import Hit, Words

NOUNS = frozenset(
    "area areas weakness weaknesses concern concerns failing failings shortcoming shortcomings"
    " priority priorities issue issues point points action actions matter matters problem problems"
    " criticism criticisms recommendation recommendations headings themes counts fronts".split()
)
"""What is to be mended."""

_PLAIN = frozenset("progress headway improvement improvements progressed improved".split())
_ENOUGH = frozenset("sufficient enough adequate satisfactory sufficiently satisfied".split())
_LITTLE = frozenset(
    "insufficient inadequate limited little no insufficiently unsatisfactory dissatisfied".split()
)
AMOUNTS = _ENOUGH | _LITTLE
DONE = frozenset(
    "passed addressed resolved tackled rectified remedied met closed fixed right dealt mended"
    " repaired off".split()
)
_LEFT = frozenset("remain remains remained persist persists persisted unresolved".split())
_TO_DO = frozenset("fix mend repair resolve tackle remedy rectify address cure".split())
_OF_SOME_VERB = {
    "right": frozenset({"put", "puts", "putting"}),
    "off": frozenset({"signed", "ticked", "crossed", "struck"}),
}
_COUNTED = _LEFT | DONE | _TO_DO | {"short"}
"""Words that measure nothing where no weaknesses are named."""

MEASURES = _PLAIN | _COUNTED | {"done", "action"}
_DENYING = frozenset(
    "not no without neither nor failed fails failing never t yet lack lacked nowhere".split()
)
_BEING = frozenset("is was has had were have".split())
_CALLED = frozenset("judged said found rated deemed considered thought".split())
_NEAR, _REACH = 3, 7


def is_mended(words: Sequence[str], place: int, said: frozenset[str]) -> bool | None:
    """Tell whether a measure says that things are mended, None when it does not say."""
    word = words[place]
    front = words[max(0, place - _REACH) : place]
    if word in _COUNTED and NOUNS.isdisjoint(said):
        return None
    denied = not _DENYING.isdisjoint(front) or ("still", "to") in itertools.pairwise(front)
    if word == "improved" and not NOUNS.isdisjoint(front) and _unimproved(words, place):
        return False
    if word in _LEFT:
        return None if denied else False
    if word in DONE:
        return not denied if _has_its_verb(words, place, said) else None
    if word in _TO_DO:
        return False if _undone(words, place) else None
    if word == "short":
        return None if _FALLING.isdisjoint(front[-1:]) else False
    if word == "action":
        untaken = _is_denied(words[place + 1 : place + 4])
        return not (denied or untaken) if front[-1:] == ["effective"] else None
    return _enough(words, place, denied=denied)


_FALLING = frozenset({"fall", "falls", "fell", "fallen", "falling"})


def _has_its_verb(words: Sequence[str], place: int, said: frozenset[str]) -> bool:
    """Tell whether a word has what makes it one of mending: `put right`, `dealt with`.

    A plan is signed off too.
    """
    word = words[place]
    if word == "off" and not _PAPERS.isdisjoint(said):
        return False
    if word == "dealt":
        return words[place + 1 : place + 2] == ["with"]
    verbs = _OF_SOME_VERB.get(word)
    return verbs is None or not verbs.isdisjoint(words[max(0, place - _NEAR) : place])


_PAPERS = frozenset({"plan", "plans", "statement", "wsoa", "budget", "bid"})


def _undone(words: Sequence[str], place: int) -> bool:
    """Tell whether nobody mended it: `failed to fix`, `did not fix`."""
    front = words[max(0, place - 2) : place]
    if front[-1:] == ["to"]:
        return not _FAILING.isdisjoint(front)
    return front in (["did", "not"], ["didn", "t"])


_FAILING = frozenset({"failed", "fails", "failing", "yet", "fail"})


def _enough(words: Sequence[str], place: int, *, denied: bool) -> bool | None:
    """Tell whether progress is called enough: `enough progress`, `progress was insufficient`."""
    behind = words[place + 1 : place + _REACH]
    told = _BEING.isdisjoint(behind[:1])
    far = 5 if not _CALLED.isdisjoint(behind[:2]) else 1 if told else 3
    measured = (*words[max(0, place - _NEAR) : place], *behind[:far])
    if not _LITTLE.isdisjoint(measured):
        return False
    if _ENOUGH.isdisjoint(measured):
        return None
    return not (denied or _is_denied(behind))


def _is_denied(behind: Sequence[str]) -> bool:
    """Tell whether the verb behind a noun is denied: `effective action has not been taken`."""
    return not (_BEING.isdisjoint(behind[:1]) or _NOT_MADE.isdisjoint(behind[1:3]))


_NOT_MADE = frozenset({"not", "yet", "still", "never"})


def _unimproved(words: Sequence[str], place: int) -> bool:
    """Tell whether it is denied of weaknesses: `most have not improved`, `not all have`."""
    if words[place - 1] == "not":
        return True
    front = words[max(0, place - _REACH) : place]
    return "not" in front and front[front.index("not") + 1] in _WHOLE


_WHOLE = frozenset({"all", "each", "every", "both", "everything"})


def praises(words: Words, hit: Hit) -> bool:
    """Tell whether a quoted word only praises what somebody does: `"outstanding" progress`.

    Or is what somebody called it: `called the progress "outstanding"`.
    """
    front = words.words[max(0, hit.first - 2) : hit.first]
    if len(front) > 1 and front[0] in _THE and front[1] in _DOING:
        return True
    behind = hit.last + 1
    if hit.last > hit.first or words.behind(hit.last) not in _DOING:
        return False
    return not words.between(hit.last, behind).strip(" '\"’”")


_THE = frozenset({"the", "its", "their", "his", "her", "this", "that"})
_DOING = frozenset(
    "progress work effort efforts job commitment dedication achievement achievements start teamwork"
    " journey turnaround contribution example examples".split()
)
