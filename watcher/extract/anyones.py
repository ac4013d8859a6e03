"""What is so of any council: `a service graded inadequate has to write a plan`.

Such sentences speak in the present, name nobody, and point at nobody either.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

_TOLD = frozenset({"grade", "signal", "send"})
_PLURAL = frozenset(
    "services councils authorities departments areas leaders standards arrangements teams ones"
    " places partnerships those".split()
)
_BODY = frozenset("council authority service department area borough partnership".split())
_PAST = frozenset(
    "was were been had has have did saw ve revealed showed concluded criticised uncovered"
    " identified yesterday today monday tuesday wednesday thursday friday saturday sunday"
    " week".split()
)
_OWN = frozenset({"its", "our", "we", "us", "this", "these", "latest", "again"})
"""Words by which a sentence speaks of what happened, or of somebody who is known."""

_ARE = frozenset({"is", "are", "be"})
_JUDGED = frozenset(
    "judged rated graded found deemed considered classed ranked to be called described as still"
    " overall merely only".split()
)
_ANY = frozenset({"a", "an", "any", "every"})
_NOUN = frozenset("rating grade judgement judgment verdict mark finding outcome".split())
_EXTREME = frozenset({"lowest", "worst", "bottom", "highest", "best", "top"})
_GOES = frozenset(
    "leads lead brings bring triggers trigger makes make would will requires means mean results"
    " result can may must might could automatically usually normally".split()
)
_MEANS = frozenset({"means", "describes", "indicates", "signifies", "denotes", "stands"})
_GIVEN = frozenset("given used reserved handed awarded made issued kept".split())
_OPENING = frozenset({"anything", "everything", "whatever", "anyone", "anybody", "nobody"})
_NEAR, _FAR, _TO_SAY = 5, 8, 12
_THERE = (["there", "is"], ["there", "are"])


def of_any_one(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence that names nobody says what is so of any council, or of a grade."""
    if sentence.classes.isdisjoint(_TOLD) or not _OWN.isdisjoint(sentence.said):
        return False
    if "council" in sentence.classes:
        return False
    low = words.words[sentence.first : sentence.last]
    if _is_past(low) or any(_is_known(words, hit) for hit in sentence.hits):
        return False
    whole = "area" not in sentence.classes
    return (whole and _of_the_scale(low)) or any(
        _in_a_clause(low, hit.first - sentence.first)
        or _of_a_body(low, hit.first - sentence.first)
        or (whole and _of_a_grade(low, hit.first - sentence.first, hit.last - sentence.first))
        for hit in sentence.hits
        if hit.cls in _TOLD
    )


def _is_past(low: list[str]) -> bool:
    """Tell whether a sentence speaks of what happened, and not of what somebody `has to` do."""
    return any(
        (two in _PAST and three != "to") or (two == "found" and one not in _ARE)
        for one, two, three in zip(["", *low], low, [*low[1:], ""], strict=False)
    )


def _is_known(words: Words, hit: Hit) -> bool:
    """Tell `the council`, of which a page has spoken, from `a council`."""
    if hit.cls not in _BODIES:
        return False
    return words.words[hit.first] == "the" or words.words[hit.first - 1] in _KNOWN


_BODIES, _KNOWN = frozenset({"generic", "service"}), frozenset({"the", "s"})


def _in_a_clause(low: list[str], at: int) -> bool:
    """Tell whether a grade is that of whoever has it: `where services are G`, `services that are`.

    Or failings are those that may be found: `where there are serious failures`.
    """
    word = at - 1
    while word > 0 and (low[word] in _JUDGED or low[word] in _SEVERE):
        word -= 1
    if word < 1 or low[word] not in _ARE:
        return False
    if low[word - 1 : word + 1] in _THERE:
        return word > 1 and low[word - 2] in _WHERE
    front = low[max(0, word - _NEAR) : word]
    if front[-1] in _RELATIVE:
        return len(front) > 1 and front[-2] in _PLURAL and low[max(0, word - 3)] not in _THE
    where = max((place for place, one in enumerate(front) if one in _WHERE), default=None)
    return where is not None and not _PLURAL.isdisjoint(front[where:] + _singular(front[where:]))


_SEVERE = frozenset("serious widespread significant systemic major critical some such any".split())
_RELATIVE = frozenset({"that", "which", "who"})
_WHERE = frozenset({"where", "when", "whenever", "wherever", "once", "if", "unless"})
_THE = frozenset({"the", "its", "their"})


def _singular(said: list[str]) -> list[str]:
    """Give `those` where one of any kind is spoken of: `when a council is inadequate`."""
    return ["those" for one, two in pairwise(said) if one in _ANY and two in _BODY]


def _of_a_body(low: list[str], at: int) -> bool:
    """Tell whether any body is the subject: `A service graded G has to`, `a council is rated G`."""
    opens = int(low[0] in _JOINING)
    if (
        low[opens : opens + 1] != []
        and low[opens] in _ANY
        and not _BODY.isdisjoint(low[opens + 1 : opens + 3])
    ):
        body = next(place for place in range(opens + 1, opens + 3) if low[place] in _BODY)
        return low[body + 1 : body + 2] != ["s"] and 0 < at - body <= _NEAR
    if low[:2] == ["to", "be"] or low[:2] == ["to", "get"]:
        return not _MUST.isdisjoint(low[at:]) and any(
            one in _ANY and two in _BODY for one, two in pairwise(low[at:])
        )
    return False


_JOINING = frozenset({"but", "and", "so", "for", "then"})
_MUST = frozenset({"must", "has", "needs", "have", "need"})


def _of_a_grade(low: list[str], first: int, last: int) -> bool:
    """Tell whether any grade is the subject: `An inadequate rating leads to`, `G means that`.

    Also `a judgement of G is given where`, and `for an inadequate grade there must be`.
    """
    front, behind = low[max(0, first - 3) : first], low[last + 1 : last + 1 + _FAR]
    if not first:
        return bool(behind) and (behind[0] in _MEANS or _is_extreme(behind) or _is_given(behind))
    if front[-1] == "of" and len(front) > 2 and front[-3] in _ANY and front[-2] in _NOUN:
        return front[-3] == "any" or _is_given(behind)
    if front[-1] in _ANY and behind and behind[0] in _NOUN:
        if front[-2:-1] == ["for"]:
            return behind[1:2] == ["there"]
        return first == 1 and (not _GOES.isdisjoint(behind[1:3]) or _is_given(behind[1:]))
    return False


def _is_given(behind: list[str]) -> bool:
    """Tell `is given where`, `is used when`."""
    given = behind[:1] in (["is"], ["are"]) and behind[1:2] != [] and behind[1] in _GIVEN
    return given and not _WHERE.isdisjoint(behind[2:4])


def _is_extreme(behind: list[str]) -> bool:
    """Tell `is the lowest of`."""
    return behind[:2] == ["is", "the"] and behind[2:3] != [] and behind[2] in _EXTREME


def _of_the_scale(low: list[str]) -> bool:
    """Tell whether the scale is spoken of: `The worst a council can get is`, `Anything below G`."""
    if low[0] in _OPENING:
        return True
    if not {"use", "uses"}.isdisjoint(low[:_NEAR]):
        return not _WHERE.isdisjoint(low)
    if low[:1] != ["the"] or _EXTREME.isdisjoint(low[1:2]):
        return False
    return not _SAYING.isdisjoint(low[:_TO_SAY])


_SAYING = _MEANS | {"is"}
CUES = _ANY | _WHERE | _RELATIVE | _OPENING | _EXTREME | _MEANS | {"to"}
"""Words without one of which no sentence speaks so."""


_LEAD = 6
"""Here `a council` may still be the one that the next sentence names."""

ONE_OF_ANY = frozenset({"a", "an", "any", "every", "each", "another", "some", "one"})


def any_council(words: Words, sentence: Sentence) -> bool:
    """Tell whether the only council that a sentence speaks of is any: `when a council fails`."""
    if sentence.index <= _LEAD:
        return False
    said = [h for h in sentence.hits if h.cls == "generic"]
    return all(
        words.words[h.first - 1] in ONE_OF_ANY or words.words[h.first] in ONE_OF_ANY for h in said
    )
