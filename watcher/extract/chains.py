"""Councils that a sentence names together: `Leeds, Kent and Essex`; bystanders are left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watcher.extract.lasting import IS

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.extract.topics import Chain

_CONNECTORS = frozenset(
    "and or the both as well also again s council councils city county borough plus along with"
    " together in london former local authorities to authority for neighbouring".split()
)


def chains_of(sentence: Sentence, words: Words) -> tuple[Chain, ...]:
    """Group a sentence's councils into lists; bystanders are left out."""
    if "council" not in sentence.classes:
        return ()
    mentions = [hit for hit in sentence.hits if hit.cls == "council"]
    if "bystander" in sentence.classes:
        asides = [hit for hit in sentence.hits if hit.cls == "bystander"]
        mentions = _standing_by(mentions, asides, sentence, words)
    if len(mentions) <= 1:
        return ((mentions[0],),) if mentions else ()
    mentions = [
        hit
        for index, hit in enumerate(mentions)
        if not (index and _locates(mentions[index - 1], hit, words))
    ]
    if words.words[sentence.first] in _OUT_OF:
        mentions = _without_region(mentions, words)
    chains: list[list[Hit]] = []
    for hit in mentions:
        if (
            chains
            and _chained(chains[-1][-1], hit, words)
            and not _named_in(chains[-1], hit)
            and not (len(chains[-1]) > 1 and _closed(chains[-1], hit, words))
        ):
            chains[-1].append(hit)
        else:
            chains.append([hit])
    return tuple(map(tuple, chains))


def _closed(chain: list[Hit], hit: Hit, words: Words) -> bool:
    """Tell whether a list ended with its `and`, and a name opens what follows: `X and Y; Z has`."""
    if ";" not in words.between(chain[-1].last, hit.first):
        return False
    return "and" in words.words[chain[-2].last + 1 : chain[-1].first]


def _without_region(mentions: list[Hit], words: Words) -> list[Hit]:
    """Leave out names that only say where many councils are: `Of the four Devon councils, X is`."""
    region = next((hit for hit in mentions if _is_region(hit, words)), None)
    left = [hit for hit in mentions if region is None or hit.first > region.last]
    return left or mentions


def _is_region(hit: Hit, words: Words) -> bool:
    """Tell whether a name stands before councils that a comma parts from what is told of one."""
    behind = hit.last + 1
    if words.words[behind : behind + 1] not in _BODIES or behind + 1 >= len(words.words):
        return False
    return words.between(behind, behind + 1).startswith(",")


_OUT_OF = frozenset({"of", "among", "amongst"})
_BODIES = (["councils"], ["authorities"], ["boroughs"], ["areas"])


def _standing_by(
    mentions: list[Hit], asides: list[Hit], sentence: Sentence, words: Words
) -> list[Hit]:
    """Leave out bystanders, and whom `and` joins to one: `experts from Leeds and York`."""
    left: list[Hit] = []
    last = -1
    near = not NEIGHBOURS.isdisjoint(sentence.said)
    for hit in mentions:
        joined = last >= 0 and words.words[last + 1 : hit.first] in _AND
        if near and has_neighbour(hit, words):
            continue
        if joined or _bystander(hit, asides, sentence, words):
            last = hit.last
        else:
            left.append(hit)
    return left


def has_neighbour(hit: Hit, words: Words) -> bool:
    """Tell whether a council only says where another lies: `Leeds's (near) neighbour Bradford`.

    So it does in `Leeds's neighbours in Bradford`.
    """
    behind = words.words[hit.last + 1 : hit.last + _NEAR_ONE]
    return behind[:1] == ["s"] and not NEIGHBOURS.isdisjoint(behind)


_AND = (["and"], ["or"])
_NEAR_ONE = 4
NEIGHBOURS = frozenset({"neighbour", "neighbours"})


def _bystander(hit: Hit, asides: list[Hit], sentence: Sentence, words: Words) -> bool:
    """Tell whether a council is named as a helper, a neighbour or a comparison only."""
    for other in asides:
        if other.value == "after":
            if _hands_over(hit, other, sentence):
                return True
            continue
        if not 0 < hit.first - other.last <= _REACHES.get(other.value, _BESIDE) or _apart(
            words, hit, other
        ):
            continue
        if _no_aside(words, sentence, other) or _of_a_neighbour(words, other):
            continue
        if other.value == "by" and not any(
            h.cls == "council" and h.last < other.first for h in sentence.hits
        ):
            continue
        return True
    return False


_BESIDE, _REACHES = 2, {"likened": 9}
"""Words to the name: more where it is told where another is: `like the one on the far bank in`."""


def _apart(words: Words, hit: Hit, other: Hit) -> bool:
    """Tell whether a mark ends what such a word governs: `a report from Ofsted, Leeds has`."""
    gap = words.between(hit.first - 1, hit.first)
    return hit.first - other.last > 1 and not _ENDING.isdisjoint(gap)


_ENDING = frozenset(",:;")


def _no_aside(words: Words, sentence: Sentence, other: Hit) -> bool:
    """Tell whether a word is none that compares: `From Leeds`, `councils like Leeds`.

    A neighbour that is joined to a council shares what is said: `Leeds and neighbouring Wakefield`.
    """
    low, opens = words.words[other.first], other.first == sentence.first
    if low == "neighbouring" and words.words[other.first - 1] == "and":
        return any(hit.cls == "council" and hit.last == other.first - 2 for hit in sentence.hits)
    if other.first < other.last or low not in {"from", "like"}:
        return False
    if low == "from":
        return opens or words.words[other.first - 1] in _NEWS or _exacted(words, sentence, other)
    if opens or words.words[other.first - 1] in IS:
        return False
    return not any(hit.cls == "council" and hit.last == other.first - 1 for hit in sentence.hits)


def _of_a_neighbour(words: Words, other: Hit) -> bool:
    """Tell whether a name is told by whose neighbour it is: `Kent, Bury's neighbour Bolton and`."""
    front = words.words[max(0, other.first - 2) : other.first]
    return words.words[other.last] in NEIGHBOURS and "s" in front


_NEWS = frozenset({"news", "word", "verdict"})


def _exacted(words: Words, sentence: Sentence, other: Hit) -> bool:
    """Tell whether something is asked of whom `from` names, or taken away: `demands more from X`.

    Whoever sends people or help is a bystander: `has asked for help from X`.
    """
    if _EXACTING.isdisjoint(sentence.said) and _TAKING.isdisjoint(sentence.said):
        return False
    front = words.words[max(sentence.first, other.first - _EXACTED) : other.first]
    if not _SENT.isdisjoint(front[-_EXACTED // 2 :]):
        return False
    taken = not _TAKING.isdisjoint(front) and not _POWERS.isdisjoint(front)
    return taken or not _EXACTING.isdisjoint(front)


_EXACTED = 12
_EXACTING = frozenset(
    "demand demands demanded demanding want wants wanted expect expects expected require requires"
    " required ask asks asked asking sought seek seeks seeking due called".split()
)
_TAKING = frozenset(
    "take taken taking takes remove removed removing stripped strip wrest wrested seize seized"
    " transferred transfer moved".split()
)
_POWERS = frozenset({"services", "control", "powers", "responsibility", "department"})
_SENT = frozenset(
    "help support advice experts staff director directors commissioner commissioners team teams"
    " manager managers officer officers workers adviser advisers partner money funding"
    " pupils".split()
)


def _named_in(chain: list[Hit], hit: Hit) -> bool:
    """Tell whether a list has a name already, so that a new list begins with it."""
    name = set(hit.value.split()) - _CONNECTORS
    return any(set(other.value.split()) - _CONNECTORS == name for other in chain)


def _hands_over(hit: Hit, other: Hit, sentence: Sentence) -> bool:
    """Tell whether a council is to run what is another's: `Leeds to run Kirklees' services`."""
    return 0 < other.first - hit.last <= _TO_ITS_VERB and any(
        h.cls == "council" and 0 < h.first - other.last <= _TO_ITS_VERB for h in sentence.hits
    )


_TO_ITS_VERB = 3


def _locates(left: Hit, right: Hit, words: Words) -> bool:
    """Tell whether a name only says where the one before it lies: `St Helens in Lancashire`."""
    return right.first - left.last == 2 and words.words[left.last + 1] == "in"


def _chained(left: Hit, right: Hit, words: Words) -> bool:
    between = words.words[left.last + 1 : right.first]
    if between[:2] in _AND_IN and _fronted(left, words):
        return _SERVED.issuperset(between[2:])
    if between[:1] == ["in"] and _placed_there(left, right, words):
        return True
    if between[-1:] in _JOINING and len(between) <= _OF_COUNCIL:
        return _in_doing(words, right.last + 1)
    if _governed_alike(left, between, words):
        return True
    gap = words.between(left.last, right.first)
    if ";" in gap and _CLAUSED.fullmatch(gap):
        return _PLAIN_GRADES.isdisjoint(between)
    if "(" in gap:
        return _GLOSSED.fullmatch(gap) is not None and _GRADES.isdisjoint(between)
    if len(between) > 5 or any(word not in _CONNECTORS for word in between):
        return False
    return "but" not in between


def _governed_alike(left: Hit, between: list[str], words: Words) -> bool:
    """Tell whether `and` repeats the first name's preposition: `served on Leeds and on York`."""
    if between[:1] != ["and"] or _GOVERNING.isdisjoint(between[1:2]) or not left.first:
        return False
    front = left.first - 1
    while front and words.words[front] in _ARTICLES:
        front -= 1
    return words.words[front] == between[1] and _CONNECTORS.issuperset(between[2:])


_GOVERNING = frozenset("on to upon against at for".split())
_ARTICLES = frozenset({"the", "both"})

_GLOSSED = re.compile(r" ?\([^()]{1,60}\)(?:[,;] (?:and )?| and )(?:in |the )?")
"""What stands between two names of a list with a word on each: `Bury (staff), Kent (plans)`."""

_CLAUSED = re.compile(r", (?:where|which|whose|with) [^;.]{1,120}; (?:and )?(?:in )?")
"""The same with a clause on each: `Bury, where waits are long; Kent, where plans are poor`."""

_PLAIN_GRADES = frozenset("good outstanding inadequate adequate requires".split())
_GRADES = frozenset(
    "good outstanding inadequate adequate requires required excellent poor well poorly adequately"
    " excellently was were previously formerly from up down rated who which".split()
)


def _in_doing(words: Words, word: int) -> bool:
    """Tell whether who is joined did the same: `Leeds joins York in moving from`."""
    low = words.words[word : word + 3]
    return (
        "in" in low[:2]
        and low[low.index("in") + 1 : low.index("in") + 2] != []
        and low[low.index("in") + 1].endswith("ing")
    )


_JOINING = (["joins"], ["joined"], ["join"], ["joining"])
_OF_COUNCIL = 2


def _fronted(left: Hit, words: Words) -> bool:
    """Tell whether a place opens a sentence: `In Bury, and in the area served by Kent, it`."""
    return words.words[left.first - 1] in _AT and words.original(left.first - 1)[0].isupper()


_AT = frozenset({"in", "at"})
_AND_IN = (["and", "in"], ["and", "at"])
_SERVED = frozenset("the area areas served covered run by city county borough of council".split())


def _placed_there(left: Hit, right: Hit, words: Words) -> bool:
    """Tell whether only the place of a council stands behind it: `Halton in the north west and`."""
    low, high = left.last + 2, right.first - 1
    if (
        words.words[high] != "and"
        or not 0 < high - low <= _PLACE
        or "." in words.between(low, high)
    ):
        return False
    return all(
        words.words[word] in _COMPASS or words.original(word)[0].isupper()
        for word in range(low, high)
    )


_PLACE = 4
_COMPASS = frozenset({"the", "north", "south", "east", "west", "midlands", "of", "england"})
