"""Then and now: a grade that only what is told beside it shows to be one, and an old one.

`It was good in 2019. It now requires improvement`, `good has become inadequate`, `what was
outstanding is now merely good`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.extract.former import (
    COUNTED,
    ENDED,
    OVER,
    RUN,
    are_no_longer,
    counted_up,
    given_for_part,
    run_ended,
    taking_back,
)
from watcher.extract.moves import of_other_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

THEN = "then"
"""The part of a grade that held before the one beside it."""

NOW, GONE = "now", "gone"


def timed(page: Page, sentence: Sentence, grades: int) -> tuple[bool, bool] | None:
    """Tell whether grades of a sentence may have a part beside others, and whether be gone.

    Asked once, before each of so many grades is looked at; None where they may be neither.
    """
    over = taking_back(page, sentence) is not None
    if not over and not _ENDINGS.isdisjoint(sentence.said):
        over = not (_NEVER_MORE.isdisjoint(sentence.said) and RUN.isdisjoint(sentence.said))
    near = page.once.get(_NEIGHBOURS)
    if near is None:
        near = page.once[_NEIGHBOURS] = _neighbours(page)
    beside = grades > 1 or bool(near >> sentence.index & 1)
    if not (over or beside):
        return None
    return not over or (beside and bool(_mated(page) >> sentence.index & 1)), over


def _neighbours(page: Page) -> int:
    """Give the sentences, as bits, near which in their paragraph another one has a grade too."""
    found = 0
    for one, other in pairwise(page.having("grade")):
        if other.index - one.index <= _APART and one.block == other.block:
            found |= 1 << one.index | 1 << other.index
    return found


_NEIGHBOURS = "grades near others"


def part_in_time(
    page: Page, sentence: Sentence, hit: Hit, may_be: tuple[bool, bool], *, sure: bool
) -> str:
    """Tell whether a grade is told as what was, or what is, beside another: `then`, `now` or ``.

    Where the next sentence says no more than that it is over, it is `gone`. It may be `sure` that
    it is a grade. What it `may_be` is what `timed` says of its sentence.
    """
    words, mine = page.words, (sentence, hit)
    mated, over = may_be
    if over and run_ended(words, sentence, hit):
        return GONE
    if not mated or (
        words.words[hit.first - 1] in _JUDGED and sentence.said.isdisjoint(_HAS_NO_MORE)
    ):
        return GONE if over and _gone_behind(page, sentence, hit, sure=sure) else ""
    front = _front(words, sentence, hit)
    if not _may_tell(words, sentence, hit, front):
        return ""
    was = _was(words, sentence, hit, front)
    now = _is(words, sentence, hit, front)
    if not was and not now:
        return ""
    for other in _beside(page, sentence, hit):
        if was and _then_and_now(words, mine, other):
            return THEN
        if now and _was(words, *other, _front(words, *other)) and _then_and_now(words, other, mine):
            return NOW
    return ""


_JUDGED = frozenset({"rated", "judged", "graded", "branded", "deemed", "ranked"})
"""Behind these a grade is told of whoever stands in front, and not as what was or is."""


def _may_tell(words: Words, sentence: Sentence, hit: Hit, front: int) -> bool:
    """Tell whether anything beside a grade could say that it was so, or is."""
    if front < sentence.first or words.words[front] in _LEADING:
        return True
    if words.words[hit.first] in _REQUIRING or not _HAS_NO_MORE.isdisjoint(sentence.said):
        return True
    return ":" in words.between(front, front + 1) or ":" in words.between(hit.first - 1, hit.first)


def _gone_behind(page: Page, sentence: Sentence, hit: Hit, *, sure: bool) -> bool:
    """Tell whether the next sentence says that it is over: `They thought it good. Not any more.`.

    So may what stands right behind it: `it is good no longer`.
    """
    low = page.words.words
    if are_no_longer(low, sentence, hit):
        return True
    if not _NEVER_MORE.isdisjoint(sentence.said) and low[hit.last + 1 : hit.last + 3] in _NO_MORE:
        return low[hit.first - 1] in _IS and _ends(page.words, sentence, hit)
    after = taking_back(page, sentence)
    if after is None:
        return False
    short = range(after.first + 1, min(after.last, after.first + _SHORT) + 1)
    ends = next((word for word in short if _stops(page.words, word)), 0)
    said = " ".join(low[after.first : ends])
    front = _front(page.words, sentence, hit)
    return bool(OVER.fullmatch(said)) and (sure or _was(page.words, sentence, hit, front))


def _stops(words: Words, word: int) -> bool:
    """Tell whether a sentence, or all that it says before a colon, has ended in front of a word."""
    return words.after(word - 1) in _ATTRIBUTED or ":" in words.between(word - 1, word)


_SHORT = 8
_ATTRIBUTED = frozenset({"", "says", "say", "said", "inspectors", "ofsted"})
_Place = tuple["Sentence", "Hit"]


def _mated(page: Page) -> int:
    """Give the sentences, as bits, that have another grade, inside or near in their paragraph."""
    if _MATED not in page.once:
        graded = [(s, {h.value for h in s.hits if h.cls == "grade"}) for s in page.having("grade")]
        found = sum(1 << one.index for one, named in graded if len(named) > 1)
        for (one, mine), (other, its) in pairwise(graded):
            near = other.index - one.index <= _APART and one.block == other.block
            if near and (len(mine) > 1 or mine != its):
                found |= 1 << one.index | 1 << other.index
        page.once[_MATED] = found
    return page.once[_MATED]


_MATED = "mated grades"


def _then_and_now(words: Words, old: _Place, new: _Place) -> bool:
    """Tell whether of two grades one is said to be of before, or the other one to be of now."""
    if {old[1].value, new[1].value} == _RENAMED:
        return False
    if _of_before(words, *old):
        return _ends(words, *new)
    return _is(words, *new, _front(words, *new)) and _apart_in_time(words, old, new)


_RENAMED = frozenset({"adequate", "requires_improvement"})
"""One of these came in the place of the other everywhere."""


def _beside(page: Page, sentence: Sentence, hit: Hit) -> Iterator[_Place]:
    """Give the other grades of a sentence, and those of the sentences around it."""
    if len({h.value for h in sentence.hits if h.cls == "area"}) <= 1:
        for other in _others(sentence, hit):
            if not given_for_part(sentence, hit, other[1]):
                yield other
    for step in (1, -1):
        near = _graded_near(page, sentence, step)
        if near is not None and not of_other_parts(sentence, near):
            yield from _others(near, hit)


def _others(sentence: Sentence, hit: Hit) -> list[_Place]:
    """Give the grades of a sentence that are others than one."""
    return [(sentence, h) for h in sentence.hits if h.cls == "grade" and h.value != hit.value]


def _graded_near(page: Page, sentence: Sentence, step: int) -> Sentence | None:
    """Give the next sentence of a paragraph, forwards or backwards, that has a grade."""
    for at in range(sentence.index + step, sentence.index + step * (_APART + 1), step):
        near = page.sentences[at] if 0 <= at < len(page.sentences) else sentence
        if near is sentence or near.block != sentence.block:
            return None
        if "grade" in near.classes:
            return near
    return None


_APART = 2
"""Sentences behind which one takes another up: `We were good. We said so. And now we are not.`"""


def _was(words: Words, sentence: Sentence, hit: Hit, front: int) -> bool:
    """Tell whether a grade is what something was: `was good`, `used to be good`, `from good,`."""
    if _leaves(words, sentence, hit):
        return True
    if front < sentence.first:
        return words.after(hit.last) != "" and _said_behind(words, hit)
    opens = front == sentence.first and words.words[front] == "from"
    if opens or words.words[front - 1 : front + 1] == ["gone", "is"]:
        return True
    return _ends(words, sentence, hit) and _led_by(words, sentence, hit, front)


def _led_by(words: Words, sentence: Sentence, hit: Hit, front: int) -> bool:
    """Tell whether the word in front of a grade says that something was so."""
    low = words.words
    word, before = low[front], low[max(sentence.first, front - _SPANNING) : front]
    if word in COUNTED:
        return counted_up(before)
    if word in _WAS:
        return _of_ours(words, sentence, front)
    if word == "from":
        return front == sentence.first or words.after(hit.last) != ""
    if word in _CALLED:
        return not _CALLED[word].isdisjoint(before) and _HAS_DONE.isdisjoint(before)
    if word == "said":
        return _TODAY.isdisjoint(low[sentence.first : front])
    if word == "be":
        return before[-2:] == ["used", "to"] and _of_ours(words, sentence, front - 2)
    return before[-1:] == ["last"] and word == "time" and ":" in words.between(front, front + 1)


def _of_ours(words: Words, sentence: Sentence, verb: int) -> bool:
    """Tell whether a service, a grade or what stands for one is in front of a verb."""
    low = words.words
    near = max(sentence.first, verb - _NEAR)
    if not _STANDING_FOR.isdisjoint(low[near:verb]):
        return True
    return any(h.cls in _OURS and near <= h.last < verb for h in sentence.hits)


_NEAR = 6
_STANDING_FOR = frozenset({"what", "which", "that", "where", "it", "they", "we", "she", "he"})
_OURS = frozenset("service area generic council overall rating kind".split())


def _said_behind(words: Words, hit: Hit) -> bool:
    """Tell whether it is what somebody said: `Good, the inspectors said in 2019`."""
    return not _SAID.isdisjoint(words.words[hit.last + 1 : hit.last + _SPANNING + 1])


_SAID = frozenset({"said", "thought", "found", "was", "were"})


def _of_before(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether words right beside a grade say that it was of before: `before it was good`."""
    low, front = words.words, _front(words, sentence, hit)
    if _leaves(words, sentence, hit):
        return True
    if low[front] in {"be", "from", "time"} or low[front] in _SPAN:
        return True
    near = low[max(sentence.first, front - _SPANNING) : front]
    if low[front] in COUNTED and counted_up(near):
        return True
    if low[front] == "been" and "having" in near:
        return True
    return not _BEFORE.isdisjoint(near) or ("last", "time") in pairwise(near)


_BEFORE = frozenset({"before", "previously", "formerly", "then", "once"})


def _front(words: Words, sentence: Sentence, hit: Hit) -> int:
    """Give the word in front of a grade, without articles and adverbs."""
    word = hit.first - 1
    while word >= sentence.first and words.words[word] in _FILLERS:
        word -= 1
    return word


_FILLERS = frozenset(
    "a an the merely just only still now again overall quote officially simply no longer therefore"
    " also both all each then ago today".split()
)
_WAS = frozenset({"was", "were", "been", "once"})
_SPAN = frozenset({"as", "of"})
_SPANS = frozenset({"years", "decade", "decades"})
_SPANNING = 4
_OBJECTS = frozenset(
    "it us them services service department council county borough city authority we".split()
)
_THOUGHT = frozenset(
    "thought called found considered judged rated said deemed gave graded believed used".split()
)
_HAS_DONE = frozenset({"has", "have", "now", "today"})
_CALLED = dict.fromkeys(_SPAN, _SPANS) | dict.fromkeys(_OBJECTS, _THOUGHT)
"""What leads to a grade behind some words only: `ten years of good`, `they thought us good`."""


def _leaves(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade itself is said to have gone: `good has become`, `the good of 2019`."""
    if _HAS_NO_MORE.isdisjoint(sentence.said):
        return False
    behind = words.words[hit.last + 1 : min(sentence.last, hit.last + _LEAVING)]
    if behind[:2] in _NO_MORE:
        return behind[2:3] != ["than"]
    front = words.words[hit.first - 1] if hit.first > sentence.first else "the"
    far = len(behind) if front in _NAMED_BY else 1
    return any(
        one in _HAS and not _GONE.isdisjoint(behind[at + 1 : at + 3])
        for at, one in enumerate(behind[:far])
    )


_NEVER_MORE = frozenset({"more", "longer"})
_ENDINGS = _NEVER_MORE | ENDED
_NO_MORE = (["no", "more"], ["no", "longer"], ["any", "more"], ["any", "longer"])
_LEAVING = 8
_NAMED_BY = frozenset({"the", "of"})
_HAS = frozenset({"has", "had", "have", "was", "is"})
_GONE = frozenset({"become", "turned", "way", "replaced", "gone", "followed", "lost", "no"})
_HAS_NO_MORE = _GONE | {"any"}


def _ends(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade closes its phrase, or a time or another clause follows."""
    behind = hit.last + 1
    if behind >= sentence.last or words.between(hit.last, behind).strip(" '\"‘’“”"):
        return True
    low = words.words[behind]
    return low in _FOLLOWING or (low == "of" and year_of(words.after(behind)) is not None)


_FOLLOWING = frozenset(
    "in at since for until last when before then now is are and but where whereas while by three"
    " two four five six seven eight no once after having"
    " requires require became time on by with under".split()
)


def _is(words: Words, sentence: Sentence, hit: Hit, front: int) -> bool:
    """Tell whether a grade is what something is now: `is now good`, `they require improvement`."""
    if not _ends(words, sentence, hit):
        return False
    low = words.words
    if low[hit.first] in _REQUIRING:
        return low[front] not in _BEING
    if front < sentence.first:
        return False
    word = low[front]
    if word in _MEANT:
        return _MEANT[word] in low[front - 2 : front]
    if word in _OBJECTS:
        return not _THINK.isdisjoint(low[max(sentence.first, front - _SPANNING) : front])
    if word == "said":
        return not _TODAY.isdisjoint(low[sentence.first : front])
    return word in _IS or ":" in words.between(hit.first - 1, hit.first)


_BEING = frozenset({"was", "were", "been"})
_MEANT = {"be": "will", "up": "ended", "of": "one"}
_THINK = frozenset({"think", "thinks", "call", "calls", "find", "finds", "now"})
_TODAY = frozenset({"now", "this", "today"})
_REQUIRING = frozenset({"requires", "require", "requiring", "needs", "need"})
_IS = frozenset(
    "is are re s am become becomes into to by way inadequate named say says think thinks".split()
)


def _apart_in_time(words: Words, old: _Place, new: _Place) -> bool:
    """Tell whether words say that one grade is of before, or the other one of now."""
    low, (before, grade), (after, _) = words.words, old, new
    said = before.said if before is after else before.said | after.said
    if not _CUES.isdisjoint(said) or _of_the_same(words, old, new):
        return True
    spoken = range(min(before.first, after.first), max(before.last, after.last) - 1)
    if "time" in said or "more" in said:
        return any((low[word], low[word + 1]) in _TIMES for word in spoken)
    return any(year_of(word) is not None for word in low[before.first : grade.last + _TO_YEAR])


def _of_the_same(words: Words, old: _Place, new: _Place) -> bool:
    """Tell whether the same pronoun opens both: `It was good. It is not any more`."""
    low, first = words.words, new[0].first
    return low[first] in _PRONOUNS and low[first] == low[old[0].first] and old[0] is not new[0]


_PRONOUNS = frozenset({"it", "they", "we"})
_CUES = frozenset(
    "now today where whereas longer anymore until before then once used place new become"
    " becomes ended".split()
)
_TIMES = frozenset({("last", "time"), ("this", "time"), ("any", "more"), ("no", "more")})
_TO_YEAR = 5


_SAYS = ("from", "said", "be", "time", "up")
_LEADING = _WAS.union(COUNTED, _CALLED, _MEANT, _IS, _OBJECTS, _SAYS)
"""What stands in front of a grade that was so, or is so now."""
