"""What is so of any council: `a service graded inadequate has to write a plan`.

Such sentences speak in the present, name nobody, and point at nobody either.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

_TOLD = frozenset({"grade", "signal", "send", "sendplan", "sendweak", "urgent"})
_SEND = frozenset({"send", "sendplan", "sendweak"})
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
    if "but" in low[1:] or any(_is_known(words, hit) for hit in sentence.hits):
        return False
    if _is_studied(low) or _of_some(low, send=not sentence.classes.isdisjoint(_SEND)):
        return True
    if _is_past(low):
        return False
    whole = sentence.classes.isdisjoint(_JUDGEMENTS) or "send" in sentence.classes
    return (
        _of_all(low)
        or (whole and _of_the_scale(low))
        or any(
            _in_a_clause(low, hit.first - sentence.first)
            or _of_a_body(low, hit.first - sentence.first)
            or (whole and _of_a_grade(low, hit.first - sentence.first, hit.last - sentence.first))
            for hit in sentence.hits
            if hit.cls in _TOLD
        )
    )


def _is_studied(low: list[str]) -> bool:
    """Tell whether a study of many says it: `A study found that an inadequate rating costs`."""
    if _STUDIES.isdisjoint(low[:_NEAR]) or not {"inspectors", "ofsted"}.isdisjoint(low):
        return False
    return "councils" in low or any(one in _ANY and two in _ANYBODYS for one, two in pairwise(low))


_STUDIES = frozenset({"study", "survey", "research", "researchers", "analysis"})
_ANYBODYS = frozenset({"council", "authority", "inadequate", "poor", "good", "outstanding"})
_JUDGEMENTS = frozenset({"area"})


def _of_some(low: list[str], *, send: bool) -> bool:
    """Tell whether some others are spoken of, whenever that was: `Some councils have been told`.

    Areas are places where SEND is the matter, else aspects of one service.
    """
    bodies = _COUNCILS | {"areas"} if send else _COUNCILS
    for place, (one, two) in enumerate(pairwise(low)):
        if one in _SOME and two in bodies and _are_whole(low, place + 2):
            return place == 0 or low[place - 1] in _IN
        if one == "what" and two in bodies:
            return True
        if send and one.isdecimal() and two == "of" and low[place + 3 : place + 4] == ["areas"]:
            return True
    apart = send and not _SYSTEM.isdisjoint(low) and _INSPECTING.isdisjoint(low)
    return apart and any(pair in _OF_THE_SYSTEM for pair in pairwise(low))


def _are_whole(low: list[str], behind: int) -> bool:
    """Tell `other areas`, and `other parts of the country`, from `some parts of the service`."""
    return low[behind : behind + 1] != ["of"] or low[behind + 1 : behind + 3] in _COUNTRY


_COUNTRY = (["the", "country"], ["the", "region"], ["the", "land"])
_SOME = frozenset("some other many most several few certain".split())
_COUNCILS = frozenset("councils authorities partnerships counties boroughs parts places".split())
_IN = frozenset({"in", "and", "but", "for"})
_SYSTEM = frozenset({"system"})
_INSPECTING = frozenset("ofsted inspectors cqc inspection inspectorates watchdog letter".split())
_OF_THE_SYSTEM = frozenset({("send", "system"), ("national", "system"), ("needs", "system")})


def _of_all(low: list[str]) -> bool:
    """Tell whether all are spoken of that are like that: `Areas with systemic failings must`.

    Or whether something is only looked for: `Inspectors look for systemic failings`.
    """
    opens = int(low[0] in _JOINING)
    first, behind = low[opens : opens + 1], low[opens + 1 : opens + 2]
    if not (_ALL.isdisjoint(first) or _LIKE_THAT.isdisjoint(behind)):
        return first != ["services"] or not _RELATIVE.issuperset(behind)
    return any(one in _LOOKING and two == "for" for one, two in pairwise(low))


_ALL = _COUNCILS | {"areas", "services"}
_LIKE_THAT = frozenset("with that which where rated judged found told graded given in".split())
_LOOKING = frozenset({"look", "looks", "looking", "search", "watch", "check"})


def _is_past(low: list[str]) -> bool:
    """Tell whether a sentence speaks of what happened, and not of what somebody `has to` do."""
    return any(
        (two in _PAST and "to" not in {one, three})
        or (two == "found" and one not in _ARE)
        or (one in _TELLERS and (two in _TELLING or (two.endswith("ed") and two not in _JUDGED)))
        for one, two, three in zip(["", *low], low, [*low[1:], ""], strict=False)
    )


_TELLERS = frozenset("inspectors ofsted they it watchdog report letter review".split())
_TELLING = frozenset(
    "lists names identifies notes highlights points describes details cites sets said gave made"
    " told wrote warns warn list note says say".split()
)


def _is_known(words: Words, hit: Hit) -> bool:
    """Tell `the council`, of which a page has spoken, from `a council`."""
    if hit.cls not in _BODIES:
        return False
    if words.words[hit.last + 1 : hit.last + 3] == ["for", "education"]:
        return False
    front = words.words[max(0, hit.first - 1) : hit.first]
    return words.words[hit.first] == "the" or not _KNOWN.isdisjoint(front)


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
        return low[body + 1 : body + 2] != ["s"] and 0 < at - body <= _FAR
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
    if low[:1] != ["the"] or _RANKED.isdisjoint(low[1:2]):
        return False
    return not _SAYING.isdisjoint(low[:_TO_SAY])


_SAYING = _MEANS | {"is", "leads", "brings", "triggers"}
_RANKED = _EXTREME | {"middle"}
CUES = (
    _ANY
    | _WHERE
    | _RELATIVE
    | _OPENING
    | _EXTREME
    | _MEANS
    | _SOME
    | _ALL
    | _LOOKING
    | {"to", "middle", "what"}
)
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
