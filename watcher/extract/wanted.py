"""Improvement that is only asked for: `improvements are needed`, `must make progress`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def is_wanted(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether what would be better is what somebody has to bring about."""
    low = words.words
    if sentence.said.isdisjoint(_WANTING) or _BETTER.isdisjoint(low[hit.first : hit.last + 1]):
        return False
    if low[hit.first] in _GOING_ON:
        return False
    front = low[max(sentence.first, hit.first - _FRONT) : hit.first]
    return _asked_before(front) or _asked_behind(words, hit.last + 1, sentence.last)


_BETTER = frozenset("improvement improvements progress headway improve".split())
_GOING_ON = frozenset("continue continues continued continuing beginning begun starting".split())
_FRONT = 7


def _asked_before(front: list[str]) -> bool:
    """Tell whether the words in front ask for it: `must make`, `a need for`, `told to make`."""
    at = len(front) - 1
    while at >= 0 and front[at] in _MAKING:
        at -= 1
    if at < 0:
        return False
    if front[at] in _MUST:
        return front[at] != "needs" or front[at - 1] not in SPECIAL
    if front[at] == "to":
        return front[at - 1] in _TOLD and at > 0
    return front[at] == "for" and at > 0 and front[at - 1] in _CALLS


def _asked_behind(words: Words, first: int, end: int) -> bool:
    """Tell whether the words behind ask for it: `... in the quality of plans is still needed`."""
    low = words.words
    for word in range(first, min(end, first + _BEHIND)):
        if low[word] in _NEEDED:
            return True
        if low[word] in _NEED:
            return low[word] in _DUTY or low[word + 1 : word + 2] == ["to"]
        if low[word] in _ENDING or "," in words.between(word - 1, word):
            return False
    return False


SPECIAL = frozenset({"special", "educational", "additional", "complex", "learning"})
"""Words that make `needs` what children have."""

_BEHIND = 10
_MAKING = frozenset(
    "make making see show deliver achieve further more rapid urgent some a be the significant any"
    " swift real secure demonstrate".split()
)
_MUST = frozenset("must should need needs needed require requires required demands wants".split())
_TOLD = frozenset(
    "need needs needed has have had required told ordered asked urged expected wants wanted vows"
    " vowed vow pledges pledged promises promised".split()
)
_CALLS = frozenset("need call calls called calling demand demands requirement room scope".split())
_NEEDED = frozenset("needed required necessary essential".split())
_DUTY = frozenset({"must", "should"})
_NEED = _DUTY | {"need", "needs"}
_ENDING = frozenset(
    "and but although though which that who has have had been as after since if will would with"
    " while made seen means shows more enough where they".split()
)
_WANTING = _MUST | _TOLD | _CALLS | _NEEDED | _NEED


def moves_ministers(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is why a government acts: `a notice was issued because of slow progress`.

    Nobody inspected anything for that.
    """
    if hit.cls != "signal" or not sentence.classes.isdisjoint(_INSPECTED):
        return False
    for act in sentence.hits:
        if act.cls == "act" and act.last < hit.first:
            return not _REASONS.isdisjoint(words.words[act.last + 1 : hit.first])
    return False


_REASONS = frozenset("because over due amid for owing after following as".split())
_INSPECTED = frozenset({"inspectorate", "kind", "cqc"})
