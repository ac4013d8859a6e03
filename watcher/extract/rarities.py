"""What few councils have: those are only named to say how rare it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.tokens import Hit, Words


def which_few_have(words: Words, many: Hit) -> bool:
    """Tell whether councils are only those who lack it: `something few councils have received`."""
    front = words.words[max(0, many.first - _WHICH_FEW) : many.first]
    for word in ("other", "few"):
        if front[-1:] == [word]:
            front.pop()
        elif word == "few":
            return False
    if front[-1:] in _RELATIVE:
        front.pop()
    return bool(front) and front[-1] in _RARE


_WHICH_FEW = 5
_RELATIVE = (["that"], ["which"])
_RARE = frozenset(
    "something one what thing rebuke verdict criticism finding warning sanction distinction step"
    " measure rating judgement grade result outcome mark accolade concern".split()
)
