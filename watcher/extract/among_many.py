"""One council told of by where it stands among many: `one of England's largest councils`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def one_before_others(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with one council: `One of the largest councils in England`."""
    opens = words.words[sentence.first : sentence.first + 2] == [*_ONE_OF]
    return opens and any(
        hit.cls == "generic" and one_of_the_largest(words, hit) for hit in sentence.hits
    )


def one_of_the_largest(words: Words, many: Hit) -> bool:
    """Tell whether one council is told of by what it is: `one of England's largest councils`.

    Or by where it stands: `which puts it in the best 30% of councils`.
    """
    front = words.words[max(0, many.last - _ONE_REACH) : many.last]
    pairs = list(pairwise(front))
    if _ONE_OF in pairs:
        behind = front[pairs.index(_ONE_OF) + 2 :]
    else:
        at = next((at for at, pair in enumerate(pairs) if pair in _IN_THE), len(pairs))
        behind = front[at + 2 :] if any(map(str.isdecimal, front[at + 2 :])) else []
    return any(word.endswith("est") or word in _MOST for word in behind)


_IN_THE = {("in", "the"), ("among", "the")}
_MOST = frozenset({"most", "top", "worst", "bottom"})


_ONE_REACH, _ONE_OF = 8, ("one", "of")
