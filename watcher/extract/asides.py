"""What is put in between a subject and its verb: `Leeds, which was not inspected then, is`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_LONGEST = 16
_RESUMING = frozenset(
    "is are was were has have had get gets got receive receives received remain remains remained"
    " fell falls dropped drops slipped rated judged graded found gave gives called".split()
)
_ADVERBS = frozenset({"now", "also", "still", "nonetheless", "nevertheless", "instead", "again"})
_MARKS = {",": ",", ")": "(", " - ": " - ", " – ": " – ", " — ": " — "}
_CLOSING = tuple(_MARKS)
_ENDS = frozenset(".;:!?")


def put_in(words: Words, first: int, last: int, target: int) -> bool:
    """Tell whether words stand in something put in that closes before a target.

    The verb follows it: `Leeds, in a report that spares nobody, is rated inadequate`.
    """
    for word in range(target, last, -1):
        low = words.words[word]
        if low not in _RESUMING and low not in _ADVERBS:
            continue
        mark = _mark(words.between(word - 1, word))
        if mark and (low in _RESUMING or words.words[word + 1] in _RESUMING):
            return _opened(words, first, _MARKS[mark])
    return False


def in_participle(words: Words, first: int, last: int, target: int) -> bool:
    """Tell whether words stand in a participle that is put in before a target.

    `Progress in the service, put into special measures last summer, was too slow`.
    """
    if not put_in(words, first, last, target):
        return False
    for word in range(first, max(0, first - _LONGEST), -1):
        gap = words.between(word - 1, word)
        if gap != " ":
            return "," in gap and words.words[word] in _PARTICIPLES
    return False


def of_old_grade(words: Words, clause: Clause, cue: Hit, target: int) -> bool:
    """Tell whether a time is that of a grade put in: `rated it, poor two years ago, as good`."""
    if cue.last + 1 >= target or "," not in words.between(cue.last, cue.last + 1):
        return False
    return any(h.cls == "grade" and 0 < cue.first - h.last <= _ITS_TIME for h in clause.hits)


_ITS_TIME = 3
_PARTICIPLES = frozenset(
    "put placed taken launched formed created established split merged appointed plunged led run"
    " handed".split()
)


def _mark(gap: str) -> str:
    """Give the mark in a gap that may close what is put in."""
    return "" if gap == " " else next((mark for mark in _CLOSING if mark in gap), "")


def _opened(words: Words, first: int, mark: str) -> bool:
    """Tell whether a mark opens what is put in, at the same word or before it."""
    for word in range(first, max(0, first - _LONGEST), -1):
        gap = words.between(word - 1, word)
        if gap == " ":
            continue
        if mark in gap:
            return True
        if not _ENDS.isdisjoint(gap):
            return False
    return False


def left_for_an_aside(words: Words, sentence: Sentence, clause: Clause) -> Hit | None:
    """Give what a clause goes on with behind an aside: `help, which was good in 2018, is judged`.

    It opens with the verb, behind a comma. The aside may be no clause: `help, once good, is`.
    """
    first = clause.first
    if words.words[first] not in _GOING_ON or not words.between(first - 1, first).startswith(","):
        return None
    for hit in reversed(sentence.hits):
        if hit.last >= first or hit.cls not in _HEADS:
            continue
        if hit.last + 1 < first and (
            words.words[hit.last + 1] in _OPENING or _opens_aside(words, sentence, hit)
        ):
            return _strand_of(words, sentence, hit)
    return None


def _strand_of(words: Words, sentence: Sentence, head: Hit) -> Hit:
    """Give the judgement that heads a name for services: `the leadership of its services`."""
    if head.cls != "service":
        return head
    for hit in sentence.hits:
        if hit.cls == "area" and hit.last < head.first:
            between = words.words[hit.last + 1 : head.first]
            if not between or (between[0] == "of" and len(between) <= _OF_THEM):
                return hit
    return head


_OF_THEM = 4


def itself(words: Words, sentence: Sentence, target: int) -> Hit | None:
    """Give the council right before what is said of itself: `from Leeds, itself rated good`."""
    low = words.words
    for word in range(target - 1, max(sentence.first, target - _SAID_OF_IT), -1):
        if low[word] != "itself":
            continue
        if words.between(word - 1, word).strip() not in _PUT_IN:
            return None
        return next((h for h in sentence.hits if h.cls == "council" and h.last == word - 1), None)
    return None


_SAID_OF_IT = 8
_PUT_IN = frozenset({",", "(", "-", "–", "—"})


def _opens_aside(words: Words, sentence: Sentence, head: Hit) -> bool:
    """Tell whether a head is followed by what it was before: `, good in 2018`, `, once rated`."""
    more = 2 if words.words[head.last + 1] == "of" else 1
    for end in range(head.last, head.last + more + 1):
        if words.between(end, end + 1).startswith(","):
            near = range(end + 1, end + 3)
            return words.words[end + 1] in _WAS or any(
                h.cls == "grade" and h.first in near for h in sentence.hits
            )
    return False


_WAS = frozenset(
    "rated judged graded found deemed once previously formerly praised criticised long last then"
    " described singled hailed marked".split()
)
_GOING_ON = frozenset("is are was were has have now requires require remain remains".split())
_OPENING = frozenset({"which", "who", "that"})
_HEADS = frozenset({"area", "service", "generic", "council"})


def shares(words: Words, sentence: Sentence, grade: Hit) -> Hit | None:
    """Give what had the grade in front, where a verb is joined to it: `It was poor and is good`.

    So it is with what that had before, behind it or put in: `leadership, once poor, is good,
    having been fair`. None where something else is named in between, or in front of neither.
    """
    before = [h for h in sentence.hits if h.cls == "grade" and h.last < grade.first]
    named = [h for h in sentence.hits if h.cls in _OWNERS and h.last < grade.first]
    if not named:
        return None
    if not before or before[-1].last < named[-1].first:
        put_in = words.between(named[-1].last, named[-1].last + 1).startswith(",")
        return named[-1] if put_in and grade.first - named[-1].last <= _SO_NEAR else None
    low = words.words[before[-1].last + 1 : grade.first]
    joined = low[:2] == ["having", "been"] or low[:2] == ["compared", "with"]
    joined = joined or any(one in _AND and two in _VERBS for one, two in pairwise(low))
    return named[-1] if joined and before[-1].first - named[-1].last <= _REACHED else None


_OWNERS = frozenset({"council", "overall", "generic", "service", "pronoun", "area"})
_AND, _REACHED, _SO_NEAR = frozenset({"and", "but"}), 6, 3
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "now"})
