"""Second lists of one sentence, whose grade is told only with the first one.

`Inadequate overall are Bury and Kent; on safety the other two are Leeds and York.`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import AREAS
from watcher.model.vocabulary import GRADES, Area

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

PARALLEL = frozenset("are were is was overall others other in on for".split())
"""Words without one of which no second list is joined to a first."""

_FILLING = PARALLEL | frozenset(
    "the at by and or with two three four five six seven eight nine ten eleven twelve councils"
    " authorities ones areas boroughs safety safe keeping staying children safeguarding leadership"
    " services same both council s".split()
)
_LEAST = 2


def in_parallel(words: Words, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Give the first list's grade to whom a second one names behind a semicolon."""
    half = words.text.find(";", sentence.start, sentence.end)
    if half < 0:
        return []
    start = words.at(half, sentence.first)
    names = [h for h in sentence.hits if h.cls == "council"]
    behind = [h for h in names if h.first >= start]
    if not behind or len(names) - len(behind) < _LEAST or not _is_bare(words, sentence, start):
        return []
    own = [c for c in claims if c.sentence == sentence.index and c.outcome in GRADES]
    if not own or any(c.word >= start or c.outcome is not own[0].outcome for c in own):
        return []
    area = next((h for h in sentence.hits if h.cls == "area" and h.first >= start), None)
    first = own[-1]
    return [
        first.but(
            councils=tuple([h.value for h in behind]),
            word=behind[0].first,
            area=AREAS[area.value] if area is not None else Area.OVERALL,
            direction=None,
            previous=None,
        )
    ]


def _is_bare(words: Words, sentence: Sentence, start: int) -> bool:
    """Tell whether nothing but names, judgements and what joins them stands behind a word."""
    named: set[int] = set()
    for hit in sentence.hits:
        if hit.first < start:
            continue
        if hit.cls not in _HELD:
            return False
        if _is_name(hit):
            named.update(range(hit.first, hit.last + 1))
    return all(
        word in named or words.words[word] in _FILLING for word in range(start, sentence.last)
    )


def _is_name(hit: Hit) -> bool:
    return hit.cls in {"council", "area", "overall"}


_HELD = frozenset({"council", "area", "overall", "be", "service", "generic", "bystander"})
