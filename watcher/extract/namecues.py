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
    if low in _COUNCILS:
        return True
    if low in _HAVING:
        return _had_behind(behind)
    if low in _BOUND and behind[1:2] in _GIVING_UP:
        return not _SERVED.isdisjoint(behind) or not _SERVICES.isdisjoint(behind)
    if low in _ENDING:
        return behind[1:2] in _ENDED and not _VERDICT.isdisjoint(behind)
    if low not in _TOLD_BEHIND:
        return False
    told, reach = _TOLD_BEHIND[low]
    return not told.isdisjoint(behind[1:reach])


def _had_behind(behind: list[str]) -> bool:
    """Tell whether what a name is said to have, or to be, is said of councils only."""
    if behind[1:4] in _BECOME:
        return not _COUNCILS.isdisjoint(behind[4:_NEAR])
    if _was_graded(behind):
        return True
    if behind[1:2] in _HANDED and not _MARKS.isdisjoint(behind[:_NEAR]):
        return True
    found = behind[:2] in _FOUND or behind[1:3] == ["been", "found"]
    if found and not _MARKS.isdisjoint(behind[2:_NEAR]):
        return True
    left = behind[1:3] in _LEFT and not _VERDICT.isdisjoint(behind)
    return left or not _JUDGED.isdisjoint(behind[:4])


def _was_graded(behind: list[str]) -> bool:
    """Tell whether a grade and its time follow: `which had been good since`."""
    grade = next((at for at, word in enumerate(behind) if word not in _HAD_BEEN), 0)
    return behind[grade : grade + 1] in _GRADES and behind[grade + 1 : grade + 2] in _TIMES


def _said_before(hit: Hit, words: Words, behind: list[str]) -> bool:
    """Tell whether the words in front of a name say that it is a council's."""
    name = hit.first - (words.words[hit.first - 1] == "the")
    front = words.words[max(0, name - 2) : name]
    if front[-1:] in _JUDGING:
        return not behind or behind[0] in _THEREUPON
    if front[-1:] in _JOINING:
        return behind[:1] == ["in"] and behind[1:2] in _AS_THEY_DO
    if front in _FOUND_THERE:
        return behind[:1] != ["and"]
    if front[-1:] == ["in"] and behind[:1] == ["the"] and behind[1:2] in _THE_COUNCIL:
        return True
    if front[-1:] in _HELD_BY or (front[-1:] in _RUN and front[0] in _PARTIES):
        return True
    if front[-1:] in _TOLD_OF and front[0] in _PAPERS:
        return not is_proper(hit, words)
    return front in _LIKEWISE or (front[-1:] in _PLACING and front[0] in _SERVING)


_HELD_BY, _RUN = (["dem"], ["tory"]), (["run"], ["led"], ["controlled"], ["held"])
_PARTIES = frozenset({"labour", "tory", "conservative", "dem", "green"})
_WHOSE = frozenset({"whose", "where"})
_SERVICES = frozenset({"services", "department", "childrens", "children"})
_RATED = frozenset({"rated", "judged", "graded"})
_HANDED_DOWN = frozenset({"its", "the", "an", "a"})
_BECOME = (["become", "the", "latest"], ["become", "the", "first"], ["become", "the", "second"])
_HAD_BEEN = frozenset({"which", "had", "has", "been", "was", "is", "remained", "remains"})
_GRADES = (["good"], ["inadequate"], ["outstanding"], ["adequate"], ["improvement"])
_TIMES = (["since"], ["until"], ["in"], ["at"])
_FOUND_THERE = (["inadequate", "in"], ["inadequate", "at"])
_JOINING = (["joins"], ["joined"], ["joining"])
_AS_THEY_DO = tuple(
    [way] for way in "moving rising being having getting going improving climbing falling".split()
)
_BOUND = frozenset({"must", "should", "will"})
_DUTIES = frozenset({"write", "produce", "submit", "improve", "draw", "prepare"})
_FOUND = (["was", "found"], ["were", "found"], ["is", "found"])
_GIVING_UP = (["lose"], ["surrender"], ["hand"], ["give"], ["cede"])
_HANDED = (["handed"], ["given"], ["awarded"])
_ENDING = frozenset({"finds", "found", "ends", "ended"})
_ENDED = (["itself"], ["up"])
_LEFT = (
    ["found", "itself"], ["ended", "up"], ["been", "left"], ["been", "hit"], ["been", "handed"],
    ["been", "given"], ["been", "awarded"],
)  # fmt: skip
_VERDICT = frozenset("inadequate ofsted grade rating rated judgement judgment category".split())
_MARKS = frozenset(
    "bottom lowest worst top highest inadequate adequate outstanding grade rating".split()
)
_THE_COUNCIL = (["council"], ["authority"], ["borough"])
_TOLD_OF = (["of"], ["on"], ["to"], ["at"])
_PAPERS = frozenset(
    "rating ratings assessment verdict verdicts inspection inspectors letter judgement judgements"
    " grade grades colleagues staff".split()
)


_BEHIND, _NEAR = 10, 6
_COUNCILS = frozenset({"council", "borough", "children", "inadequate", "joins"})
_SERVED = frozenset({"send", "social", "safeguarding", "family", "local", "looked"})
_HAVING = frozenset("is was are were has had remains remained which who".split())
_JUDGED = frozenset(
    "rated judged graded marked branded deemed inadequate outstanding inspected downgraded upgraded"
    " fallen dropped slipped plunged risen criticised praised slammed told ordered failed asked"
    " required instructed".split()
)
_MOVING = frozenset(
    "fell falls drops dropped slips slipped slumps slumped plunges plunged sinks sank rises rose"
    " climbs climbed gets got loses lost keeps kept retains retained faces".split()
)
_GRADED = frozenset("inadequate outstanding good requires improvement ofsted rating".split())
_SERVING = frozenset(
    "services service department authority care inspection visit children families leavers"
    " partnership failings provision send disabilities needs social protection".split()
)
_TOLD_BEHIND = {
    **dict.fromkeys(_BOUND, (_DUTIES, 2)),
    "as": (_GRADED, 2),
    **dict.fromkeys(("ordered", "told", "asked", "instructed"), ({"to", "by"}, 2)),
    **dict.fromkeys(("fails", "failed"), ({"ofsted", "inspection", "inspectors"}, 4)),
    "described": (_GRADED | {"performing"}, 8),
    **dict.fromkeys(_SERVED, (_SERVING, 3)),
    **dict.fromkeys(_MOVING, (_GRADED, _NEAR + 1)),
    **dict.fromkeys(_WHOSE, (_SERVICES, 4)),
    **dict.fromkeys(_RATED, (_GRADED, 2)),
    **dict.fromkeys(_HANDED_DOWN, (_MARKS, 3)),
}
"""What a name is a council's before, if one of other words follows so near."""

_JUDGING = tuple(
    [verb]
    for verb in "inspected downgraded upgraded told ordered criticised praised slammed blasts slams"
    " criticises praises condemns warns tells orders downgrades upgrades strips faults".split()
)
_THEREUPON = frozenset("of to from for over after on in that as about this last".split())
_LIKEWISE = tuple(
    [as_so, verb] for as_so in ("as", "so") for verb in ("was", "is", "has", "did", "does")
)
_PLACING = (["in"], ["of"], ["to"])


def is_proper(hit: Hit, words: Words) -> bool:
    """Tell whether a capital behind makes it another name: `Reading Festival`, `Harrow School`."""
    behind = hit.last + 1
    if behind >= len(words.words) or words.between(hit.last, behind).strip(" "):
        return False
    return words.original(behind)[0].isupper() and words.words[behind] not in _STRICT_NEXT
