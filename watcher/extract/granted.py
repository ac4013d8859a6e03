"""What a grade is given for where that stands behind it: `good for care leavers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.tokens import Hit, Words


def given_for(words: Words, hit: Hit, area: Hit) -> bool:
    """Tell whether a grade is given for a judgement behind it: `good by Ofsted for X`.

    So it is in `"good" was the rating for care leavers` and `good was given to leaders`.
    """
    behind = words.words[hit.last + 1 : hit.last + 5]
    if behind[:1] == ["by"]:
        near = area.first - hit.last <= _BY_THEM
        return near and not _FOR.isdisjoint(words.words[hit.last + 3 : area.first])
    if behind and behind[0] in _FOR:
        return True
    between = words.words[hit.last + 1 : area.first]
    if between[:1] in _WAS and _HANDED.isdisjoint(between[1:3]):
        return "for" in between and not _RATED.isdisjoint(between)
    to_it = next((at for at, low in enumerate(between) if low in _TO_IT), None)
    given = to_it is not None and _GIVING.issuperset(between[:to_it])
    return given and _STRAND.issuperset(between[(to_it or 0) + 1 :])


_BY_THEM = 6
_FOR = frozenset({"for", "in", "on", "at", "rating", "when", "judgement"})
_GIVING = frozenset(
    "rating ratings grade grades grading judgement judgements mark marks verdict features elements"
    " was were is are has had been given awarded handed got received for to in the a its".split()
)
_HANDED = frozenset({"given", "awarded", "handed"})
_WAS, _TO_IT = (["was"], ["is"]), frozenset({"for", "to", "in"})
_STRAND = frozenset(
    "the strand strands of experiences and progress impact both its for in to work support services"
    " service help provision care judgement judgements area areas on with".split()
)
_RATED = frozenset({"rating", "grade", "judgement", "verdict", "mark"})


def of_a_part(front: list[str]) -> bool:
    """Tell whether it is only a part of a service: `a part of the service`, `areas where it`."""
    if front[-2:] in _SOMEWHERE:
        return True
    return any(
        one in _SOME and two in _ONE and behind == "of"
        for one, two, behind in zip(front, front[1:], front[2:], strict=False)
    )


_SOMEWHERE = (["areas", "where"], ["parts", "where"], ["aspects", "where"])
_SOME = frozenset({"a", "one", "another", "some", "single"})
_ONE = frozenset({"part", "area", "aspect", "strand", "element", "bit"})


def no_more_told(words: Words, area: Hit, praise: Hit, hit: Hit) -> bool:
    """Tell whether a judgement gets no more than praise or blame: `leaders praised, care is`."""
    if praise.last >= hit.first or praise.first - area.last > _CLOSE:
        return False
    behind = praise.last + 1
    if words.words[behind] in _ADDING:
        return False
    return words.between(praise.last, behind).startswith((",", ";"))


_ADDING = frozenset("and but now yet which though although with that this whose where who".split())


_CLOSE = 2
