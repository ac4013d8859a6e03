"""What a cue of the past is a part of: a clause of its own, a time, or what holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.model.dates import MONTHS

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def of_a_time(clause: Clause, since: int, target: int) -> bool:
    """Tell whether `since` only has a noun: `the first visit since the merger found it good`."""
    for hit in clause.hits:
        if hit.first > since:
            if hit.first >= target or hit.cls in _SUBJECTS:
                return False
            if hit.cls == "judge":
                return hit.value == "rate" and hit.first - since > 1
    return False


_SUBJECTS = frozenset("inspectorate council pronoun generic service area kind be past".split())


def _spans_to_now(words: Words, cue: Hit, first: int) -> bool:
    """Tell whether a time lasts up to now: `in the year since it was X, there has been Y`."""
    low = words.words
    if low[cue.last] != "since" or low[cue.first - 2 : cue.first] not in _OVER:
        return False
    between = low[cue.last + 1 : first]
    return _WERE.isdisjoint(between[-2:]) and not _HAVING.isdisjoint(between)


_OVER = (["in", "the"], ["over", "the"], ["during", "the"], ["for", "the"])
_WERE = frozenset({"was", "were"})
_HAVING = frozenset({"has", "have", "had", "there"})


def _why_it_fell(words: Words, cue: Hit) -> bool:
    """Tell whether what was given says why one is no more: `no longer good, having been found`."""
    low = words.words
    return low[cue.first] == "having" and not _NO_MORE.isdisjoint(low[cue.first - 7 : cue.first])


_NO_MORE = frozenset({"longer", "lost", "stripped", "loses", "forfeited"})


def _came_lately(words: Words, cue: Hit, first: int) -> bool:
    """Tell whether inspectors came in a month that needs no year: `When Ofsted came in January,`.

    `first` is the target's first word.
    """
    low = words.words
    if low[cue.first] != "when":
        return False
    return any(
        low[word] in MONTHS
        and low[word - 1] in _IN
        and year_of(low[word + 1]) is None
        and low[word + 1] != "last"
        for word in range(cue.last + 1, first - 1)
    )


_IN = frozenset({"in", "last", "this", "early", "late"})


def holds_now(words: Words, cue: Hit, first: int) -> bool:
    """Tell whether a cue of the past is only where what holds now began, or why it does."""
    if _came_lately(words, cue, first):
        return True
    return _spans_to_now(words, cue, first) or _why_it_fell(words, cue)


def told_besides(words: Words, last: int, cue: int) -> bool:
    """Tell whether a cue behind a target is a part of what is said besides.

    `Rated poor, adding that for years`, `rated poor as staff who left last year`; not `rated poor
    in a report that came out last year`. `last` is the target's last word.
    """
    low = words.words
    if _BESIDES.isdisjoint(low[last + 1 : cue]):
        return False
    if "," in words.between(cue - 1, cue) or "," in words.between(cue - 2, cue - 1):
        return False
    for word in range(last + 1, cue):
        said = low[word]
        if said not in _BESIDES or low[word + 1] == "to":
            continue
        behind = low[word + 1 : cue]
        if said in _RELATIVE:
            far = word > last + 1 or said == "where"
            if far and (said == "who" or _INSPECTED.isdisjoint(behind)):
                return low[word - 1] not in _VISITORS
        elif _goes_on(words, word, behind):
            return said not in _WHY or not _DONE.isdisjoint(behind)
    return False


def _goes_on(words: Words, word: int, behind: list[str]) -> bool:
    """Tell whether a clause of its own begins: `and said`, `because`, `, adding`."""
    if words.words[word] == "and":
        return not _SAYING.isdisjoint(behind[:1])
    front = words.between(word - 1, word).lstrip(_QUOTES)
    return words.words[word] == "because" or front.startswith(",")


_QUOTES = "'\"”’"
_RELATIVE = frozenset({"who", "which", "that", "where"})
_WHY = frozenset({"after", "because"})
_BESIDES = (
    _WHY
    | _RELATIVE
    | frozenset(
        "and adding warning finding saying noting stating telling concluding criticising blaming"
        " describing revealing recalling citing".split()
    )
)
_DONE = _WERE | _HAVING
_SAYING = frozenset({"said", "says", "say", "added", "warned", "noted"})
_PAPERS = frozenset(
    "report inspection visit letter judgement judgment review verdict rating grade inspections"
    " reports visits ratings".split()
)
_OUT = frozenset(
    "came come published released issued out took held carried made given done conducted ended"
    " began happened appeared dates dated was were".split()
)
_INSPECTED = _OUT - {"was", "were"} | frozenset(
    "ofsted inspectors inspected visited visit found identified highlighted judged rated graded"
    " criticised placed put".split()
)
_VISITORS = frozenset({"inspectors", "ofsted", "watchdog", "team", "inspectorate", "found", "said"})


def held_then(words: Words, last: int, word: int) -> bool:
    """Tell whether a date behind a target is that of the inspection or the paper that gave it.

    `Rated poor at an inspection which took place in 2015`, `a judgement that was made in May`.
    `last` is the target's last word, `word` the date's.
    """
    low = words.words
    opens = next((at for at in range(word - 1, last + 1, -1) if low[at] in _RELATIVE), 0)
    if not opens or low[opens - 1] not in _PAPERS or "." in words.between(last, word):
        return False
    return _HELD.issuperset(low[opens + 1 : word])


_HELD = _OUT | frozenset("place in on at back has been had only first to its a".split())


def in_relative(words: Words, first: int, word: int, target: int) -> bool:
    """Tell whether a date in front is that of what only says who or what gives a verdict.

    `A report that recalls the scandal of 2009 has rated it`, `inspectors who last came in 2018`,
    `warned last year, it has been rated`; not `inspectors who came in May have`. `first` is the
    sentence's first word.
    """
    low = words.words
    if not _HAVE.isdisjoint(low[word + 1 : target]):
        if _before_a_perfect(words, first, word, target):
            return True
    elif "," not in words.between(word, word + 1):
        return False
    if _RELATIVE.isdisjoint(low[first + 1 : word]):
        return False
    opens = next(at for at in range(word - 1, first, -1) if low[at] in _RELATIVE)
    said = low[opens + 1 : word]
    if low[opens] == "who":
        return not _BEFORE.isdisjoint(said)
    return low[opens - 1] in _PAPERS and _OUT.isdisjoint(said) and not _RECALLING.isdisjoint(said)


_HAVE = frozenset({"has", "have"})
_BEFORE = frozenset({"last", "previously"})
_RECALLING = frozenset("recalls echoes follows mentions lists recalling revisits harks".split())


def _before_a_perfect(words: Words, first: int, word: int, target: int) -> bool:
    """Tell whether a verdict that has been given follows a clause with the date of something else.

    Not where the year is that of a report or a visit: `in its report of 2019, it has rated`; who
    came late last year may give it now. Asked where `has` or `have` stands behind the date.
    """
    low = words.words
    have = next(at for at in range(target - 1, word, -1) if low[at] in _HAVE)
    if _JUDGED.isdisjoint(low[have + 1 : have + _SOON]):
        return False
    stretch = words.text[words.starts[word] : words.starts[have]]
    if "," not in stretch and ":" not in stretch:
        return False
    if low[word : word + 2] == ["last", "year"]:
        return True
    return _REPORTS.isdisjoint(low[max(first, word - _NEAR) : word + 1])


_JUDGED = frozenset(
    "rated judged graded found given handed awarded downgraded branded deemed put placed told"
    " warned".split()
)
_REPORTS = _PAPERS | {"published", "inspected", "visited", "inspectors", "ofsted", "fieldwork"}
_SOON, _NEAR = 5, 6


def has_been_given(words: Words, first: int, target: int) -> bool:
    """Tell whether a perfect gives a grade, as it does for no time that is gone: `has been rated`.

    `first` is the first word to look at.
    """
    low = words.words
    have = next((at for at in range(target, first - 1, -1) if low[at] in _HAVE), -1)
    if have < 0 or target - have > _GIVEN_SOON:
        return False
    if _FOUND.isdisjoint(low[have + 1 : have + _SOON]):
        return False
    return _LONG_SO.isdisjoint(low[have + 1 : target])


def perfect_leaves(words: Words, clause: Clause, target: tuple[int, int], cue: Hit) -> bool:
    """Tell whether a time behind a grade is none of a perfect's: `has rated it X, months before`.

    Not where it says how long or how often, or names the inspection: `has been rated inadequate
    since 2019`, `twice`, `at its last inspection`.
    """
    if not has_been_given(words, clause.first, target[0]):
        return False
    low = words.words
    said = low[cue.first : cue.last + 1]
    if said[-1] == "before" and cue.last > cue.first and words.after(cue.last):
        return True
    if not (_LASTING.isdisjoint(said) and _PAPERS.isdisjoint(said)):
        return False
    return "since" not in low[target[1] + 1 : cue.first]


_FOUND = _JUDGED | frozenset(
    "identified uncovered seen made declined deteriorated worsened fallen slipped dropped got"
    " ordered asked required been concluded".split()
)
_GIVEN_SOON = 12
_LONG_SO = frozenset(
    "previously formerly once twice long never not since was were that which".split()
)
_LASTING = frozenset(
    "since for twice times once previously before formerly historically past earlier until".split()
)


def year_besides(words: Words, sentence: Sentence, target: int, word: int) -> bool:
    """Tell whether a mere year behind a perfect is that of something else.

    `Has been rated inadequate following a visit late last year`, `despite a plan made in 2020`.
    """
    low = words.words
    if word < target or _PUT_IN_FRONT.isdisjoint(low[target + 1 : word]):
        return False
    if year_of(low[word]) is None and low[word + 1 : word + 2] not in _SPANS:
        return False
    return has_been_given(words, sentence.first, target)


_SPANS = (["year"], ["years"])
_PUT_IN_FRONT = frozenset(
    "following after amid despite spite over because delayed due postponed ahead before with and"
    " which who that where whose while as when".split()
)
