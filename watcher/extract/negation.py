"""What is denied: `no service is good`, `Leeds has not been rated inadequate`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.asides import put_in
from watcher.extract.dates import count_of
from watcher.model.dates import WEEKDAYS

if TYPE_CHECKING:
    from watcher.extract.segment import Clause
    from watcher.extract.tokens import Hit, Words

_REACH = 6


def negated(clause: Clause, first: int, words: Words) -> bool:
    """Tell whether a negation reaches the word; a negated verb's not over `and`, unlike `no`'s."""
    if "neg" not in clause.classes:
        return False
    for hit in clause.hits:
        if hit.cls != "neg" or hit.last >= first:
            continue
        reach = _REACH + (hit.last > hit.first) * 4
        if first - hit.last - 1 > reach:
            continue
        between = words.words[hit.last + 1 : first]
        if "having" in between or _starts_anew(between) or _denies_nothing(words, hit, first):
            continue
        if "and" not in between:
            return True
        seen = not _SEEN.isdisjoint(words.words[hit.first - 1 : hit.first + 1])
        if words.words[hit.first] in _LISTING and not (seen and _judged_then(clause, hit, between)):
            return True
    return False


def denies_that(clause: Clause, first: int, words: Words) -> bool:
    """Tell whether it is denied that something is so: `Nobody has suggested that it is`."""
    said = [h for h in clause.hits if h.cls == "neg" and h.last < first]
    return any(words.words[hit.last] == "that" for hit in said)


def _denies_nothing(words: Words, no: Hit, target: int) -> bool:
    """Tell whether a negation leaves what comes behind it: it is put in, or only says `at best`."""
    if put_in(words, no.first, no.last, target) or no_better(words, no.first, target):
        return True
    if _until_now(words, no, target):
        return True
    return words.words[no.first] in _NONE and _now_there_are(words, target)


def _until_now(words: Words, no: Hit, target: int) -> bool:
    """Tell whether what was not so until now is so: `it had never been inadequate until now`."""
    low = words.words
    for word in range(no.last + 1, min(target + _SOON, len(low) - 1)):
        if low[word] in TILL and low[word + 1] in THESE_DAYS:
            return _CLOSED.isdisjoint(words.text[words.starts[no.first] : words.starts[word]])
    return False


TILL = frozenset({"until", "till"})
THESE_DAYS = WEEKDAYS | frozenset("now today yesterday recently this last".split())
"""What stands behind one of `TILL` where something was so until these days."""

_CLOSED = frozenset(".!?;\n")


def _now_there_are(words: Words, target: int) -> bool:
    """Tell whether those that were none are counted now: `none was poor, this year there are two`.

    A list of them may follow.
    """
    low = words.words
    return any(
        low[word] == "there" and low[word + 1] in _ARE and count_of(low[word + 2]) > 0
        for word in range(target + 2, min(target + _SOON, len(low) - 2))
        if not _NOW.isdisjoint(low[target + 1 : word])
    )


_NONE = frozenset({"no", "none"})
_NOW, _ARE, _SOON = frozenset({"this", "now", "today"}), frozenset({"are", "is"}), 8


def _starts_anew(between: list[str]) -> bool:
    """Tell whether a subject and its verb follow `and`: `found no weakness, and it was rated`."""
    if "and" not in between:
        return False
    behind = between[between.index("and") + 1 :]
    return any(one in _THEY and two in _HAVE for one, two in pairwise(behind[:_ANEW]))


_ANEW = 4
_THEY, _HAVE = (
    frozenset("we it they".split()),
    frozenset("have has had is are was were got".split()),
)


def _judged_then(clause: Clause, no: Hit, between: list[str]) -> bool:
    """Tell whether a verdict follows on `and`: `found no progress and judged it inadequate`."""
    word = no.last + between.index("and") + 2
    return any(h.cls == "judge" and 0 <= h.first - word <= 1 for h in clause.hits)


_SEEN = frozenset({"found", "saw", "with", "had", "have", "were", "was", "without"})
"""What lacks something may be judged for it: `cases with no social worker and rated it`."""

_LISTING = frozenset({"no", "none", "nor", "neither", "without", "found"})


def no_better(words: Words, no: int, target: int) -> bool:
    """Tell whether a grade is the best that was to be had: `not higher than inadequate`.

    So it is in `it could only be inadequate`, `not anything but inadequate`.
    """
    low = words.words
    if low[no] == "anything":
        return low[no + 1 : target] == ["but"] and not _NOT.isdisjoint(low[max(0, no - 6) : no])
    if low[no] == "only":
        return True
    bound = low[target - 1]
    if bound == "but":
        return low[target - 2] in {"anything", "nothing"}
    if bound == "than":
        return low[target - 2] in _HIGHER
    return bound == "above"


_NOT = frozenset({"not", "t", "cannot", "never"})
_HIGHER = frozenset({"higher", "better", "more"})


def unneeded(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether what follows says that it was not needed, or is done with.

    Not what only follows in a clause of its own: `priority action, where staff do not share`.
    """
    if clause.classes.isdisjoint(_UNDOING):
        return False
    low = words.words
    behind = any(
        h.cls in _UNDOING
        and 0 < h.first - hit.last <= 6
        and (h.cls == _DONE_WITH or _OPENING.isdisjoint(low[hit.last + 1 : h.first]))
        for h in clause.hits
    )
    return behind or any(h.cls == "addressed" and 0 < hit.first - h.last <= 2 for h in clause.hits)


_UNDOING, _DONE_WITH = frozenset({"neg", "addressed"}), "addressed"
_OPENING = frozenset("where which who whose because as when since after that if why".split())
