"""Of how many it is told, and not of whom: `22 of the 40 areas seen so far were handed one`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.cases import is_number
from watcher.model.vocabulary import SEND_OUTCOMES

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def of_so_many(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a number or a share of unnamed councils or areas is who got an outcome.

    Not where they are named behind it (`three councils were told: Kent, ...`) nor where they were
    before (`the two councils`, `all three`), and `four areas` may be judgements of one council,
    but for what is only said of an area as a whole.
    """
    low = words.words
    first = _counted_from(low, sentence.first, hit.first)
    if first is None or "." in words.between(first, first + 1):
        return False
    verb = _verb(low, first, hit.first)
    if verb is None:
        return False
    said = frozenset(low[first:verb])
    if "areas" in said and hit.cls == "grade" and said.isdisjoint(_ELSEWHERE):
        return False
    if said.isdisjoint(_COUNCILS) and not (_of_places(hit) or not said.isdisjoint(_VISITED)):
        return False
    if said.isdisjoint(_BODIES | _UNNAMED) and not (said & _OF and _amounts(low, first, verb) > 1):
        return False
    return not _named(words, sentence, verb, hit)


def _counted_from(low: list[str], first: int, end: int) -> int | None:
    """Give the number with which a sentence opens, None where it opens otherwise."""
    word = first
    while word < end and low[word] in _LEADING:
        word += 1
    if word == end or not _is_amount(low[word]):
        return None
    known = word > first and low[word - 1] in _KNOWN and low[word + 1] not in _OF
    return None if known and (word - 1 == first or low[word - 2] != "of") else word


def _verb(low: list[str], first: int, end: int) -> int | None:
    """Give the verb of who is counted from a word on, None where more than that is said of them."""
    for word in range(first, end):
        if low[word] in _VERBS:
            return word
        if not (_is_amount(low[word]) or low[word] in _MIDDLE):
            return None
    return end if low[end] in _VERBS else None


def _is_amount(low: str) -> bool:
    return low in _AMOUNTS or (low[0].isdecimal() and is_number(low))


def _amounts(low: list[str], first: int, end: int) -> int:
    return sum(map(_is_amount, low[first:end]))


def _of_places(hit: Hit) -> bool:
    """Tell whether an outcome is only given to an area as a whole."""
    return hit.cls == "sendplan" or hit.value in _SEND_OUTCOMES


def _named(words: Words, sentence: Sentence, verb: int, hit: Hit) -> bool:
    """Tell whether a sentence names some of them, or says of a council that it is none of them."""
    named = [h for h in sentence.hits if h.cls == "council" and h.first > verb]
    if not named:
        return False
    if named[0].first < hit.first or len(named) > 1:
        return True
    behind = words.words[hit.last : sentence.last]
    return ":" in words.between(named[0].first - 1, named[0].first) or not _AMONG.isdisjoint(behind)


_AMONG = frozenset({"among", "amongst", "including", "one"})
_LEADING = frozenset(
    "but and so far by then now since of the all some only just about around nearly almost roughly"
    " more than over fewer less in a another further these those at least however today yet"
    " still nationally overall".split()
)
_KNOWN = frozenset({"the", "all", "these", "those", "other"})
_AMOUNTS = frozenset(
    "half third thirds quarter quarters majority most every dozen dozens tenth fifth two three four"
    " five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_OF = frozenset({"of", "in", "out"})
_COUNCILS = frozenset("council councils authority authorities departments boroughs".split())
_BODIES = _COUNCILS | frozenset(
    "area areas partnership partnerships places counties regions inspections".split()
)
_ELSEWHERE = frozenset({"local", "england", "country", "others", "nationally"})
_VISITED = frozenset("inspected visited seen local others cent percent".split())
_UNNAMED = frozenset({"others", "inspected", "visited", "seen", "cent", "percent", "rest"})
_MIDDLE = (
    _BODIES
    | _UNNAMED
    | _LEADING
    | frozenset(
        "per out first last other local them those children s services england region country"
        " nation"
        " north south east west london midlands looked until this year month week time report"
        " reported"
        " on published vast large but two one lot covered across examined reviewed assessed"
        " english".split()
    )
)
_VERBS = frozenset(
    "had were was have has are is needed need needs got received fell failed must required require"
    " faced face dropped slipped slid did".split()
)
_SEND_OUTCOMES = frozenset(map(str, SEND_OUTCOMES))
