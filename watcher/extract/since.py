"""What stands behind `since`, or `having`: a clause of its own, a time, or what holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Clause
    from watcher.extract.tokens import Hit, Words


def of_a_time(clause: Clause, since: int, target: int) -> bool:
    """Tell whether `since` only has a noun: `the first visit since the merger found it good`."""
    for hit in clause.hits:
        if hit.first > since:
            if hit.first >= target or hit.cls in _SUBJECTS:
                return False
            if hit.cls == "judge":
                return hit.value == "rate" and hit.first - since > 1
    return False


_SUBJECTS = frozenset("inspectorate council pronoun generic service area kind be past".split())


def _spans_to_now(words: Words, cue: Hit, first: int) -> bool:
    """Tell whether a time lasts up to now: `in the year since it was X, there has been Y`."""
    low = words.words
    if low[cue.last] != "since" or low[cue.first - 2 : cue.first] not in _OVER:
        return False
    between = low[cue.last + 1 : first]
    return _WERE.isdisjoint(between[-2:]) and not _HAVING.isdisjoint(between)


_OVER = (["in", "the"], ["over", "the"], ["during", "the"], ["for", "the"])
_WERE = frozenset({"was", "were"})
_HAVING = frozenset({"has", "have", "had", "there"})


def _why_it_fell(words: Words, cue: Hit) -> bool:
    """Tell whether what was given says why one is no more: `no longer good, having been found`."""
    low = words.words
    return low[cue.first] == "having" and not _NO_MORE.isdisjoint(low[cue.first - 7 : cue.first])


_NO_MORE = frozenset({"longer", "lost", "stripped", "loses", "forfeited"})


def holds_now(words: Words, cue: Hit, first: int) -> bool:
    """Tell whether a cue of the past is only where what holds now began, or why it does."""
    return _spans_to_now(words, cue, first) or _why_it_fell(words, cue)
