"""Words by which a name that means much else is a council's: `Ofsted told Reading to act`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.tokens import Hit, Words

_STRICT_NEXT = frozenset(
    "council council's children childrens childs borough safeguarding social authority local"
    " services department send inadequate and rated judged ofsted".split()
)


def strict_cue(hit: Hit, words: Words) -> bool:
    """Tell whether the words around say that a council is meant."""
    behind = words.words[hit.last + 1 : hit.last + _BEHIND]
    if behind[:1] == ["s"] and len(behind) > 1:
        return behind[1] in _STRICT_NEXT
    return (bool(behind) and _said_behind(behind)) or _said_before(hit, words, behind)


def _said_behind(behind: list[str]) -> bool:
    """Tell whether the words behind a name are said of councils only."""
    low = behind[0]
    if low in _COUNCILS or low == "joins":
        return True
    if low in _BOUND:
        return behind[1:2] in _DUTIES
    if low == "as":
        return not _GRADED.isdisjoint(behind[1:2])
    if low in _SERVED:
        return not _SERVING.isdisjoint(behind[1:3])
    if low in _MOVING:
        return not _GRADED.isdisjoint(behind)
    if low not in _HAVING:
        return False
    handed = behind[1:2] in _HANDED and not _MARKS.isdisjoint(behind)
    return handed or not _JUDGED.isdisjoint(behind[:4])


def _said_before(hit: Hit, words: Words, behind: list[str]) -> bool:
    """Tell whether the words in front of a name say that it is a council's."""
    name = hit.first - (words.words[hit.first - 1] == "the")
    front = words.words[max(0, name - 2) : name]
    if front[-1:] in _JUDGING:
        return not behind or behind[0] in _THEREUPON
    if front[-1:] == ["in"] and behind[:1] == ["the"] and behind[1:2] in _THE_COUNCIL:
        return True
    if front[-1:] in _TOLD_OF and front[0] in _PAPERS:
        return not is_proper(hit, words)
    return front in _LIKEWISE or (front[-1:] in _PLACING and front[0] in _SERVING)


_BOUND = frozenset({"must", "should", "will"})
_DUTIES = (["write"], ["produce"], ["submit"], ["improve"], ["draw"], ["prepare"])
_HANDED = (["handed"], ["given"], ["awarded"])
_MARKS = frozenset("bottom lowest worst top highest inadequate outstanding grade rating".split())
_THE_COUNCIL = (["council"], ["authority"], ["borough"])
_TOLD_OF = (["of"], ["on"], ["to"], ["at"])
_PAPERS = frozenset(
    "rating ratings assessment verdict verdicts inspection inspectors letter judgement judgements"
    " grade grades colleagues staff".split()
)


_BEHIND = 7
_COUNCILS = frozenset({"council", "borough", "children", "inadequate"})
_SERVED = frozenset({"send", "social", "safeguarding", "family", "local", "looked"})
_HAVING = frozenset("is was are were has had remains remained which who".split())
_JUDGED = frozenset(
    "rated judged graded branded deemed inadequate outstanding inspected downgraded upgraded fallen"
    " dropped slipped plunged risen criticised praised slammed told ordered failed asked required"
    " instructed".split()
)
_MOVING = frozenset(
    "fell falls drops dropped slips slipped slumps slumped plunges plunged sinks sank rises rose"
    " climbs climbed gets got loses lost keeps kept retains retained faces".split()
)
_GRADED = frozenset("inadequate outstanding good requires improvement ofsted rating".split())
_JUDGING = tuple(
    [verb]
    for verb in "inspected downgraded upgraded told ordered criticised praised slammed".split()
)
_THEREUPON = frozenset("to from for over after on in that as about this last".split())
_LIKEWISE = (["so", "was"], ["so", "is"], ["as", "was"], ["as", "is"], ["so", "has"], ["as", "has"])
_PLACING = (["in"], ["of"], ["to"])
_SERVING = frozenset(
    "services service department authority care inspection visit children families leavers"
    " partnership failings provision send disabilities needs social protection".split()
)


def is_proper(hit: Hit, words: Words) -> bool:
    """Tell whether a capital behind makes it another name: `Reading Festival`, `Harrow School`."""
    behind = hit.last + 1
    if behind >= len(words.words) or words.between(hit.last, behind) != " ":
        return False
    return words.original(behind)[0].isupper() and words.words[behind] not in _STRICT_NEXT
