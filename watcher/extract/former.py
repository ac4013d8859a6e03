"""The grade that a service once had, told in the sentence that gives its new one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.extract.segment import labels_old
from watcher.extract.which import was_which

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def was_once(words: Words, sentence: Sentence, hit: Hit, new: Hit) -> bool:
    """Tell whether a grade was once that of what has another one, the `new` behind it, now.

    `From good, it now requires improvement`, `the once-good service is now inadequate`, `what was
    a good service in 2019 now requires improvement`, `Leeds, which was poor, has been rated good`.
    """
    if hit.value == new.value:
        return False
    if was_which(words, sentence, hit, new) or put_in_before(words, hit, new):
        return True
    return _was(words, sentence, hit, new)


def put_in_before(words: Words, hit: Hit, new: Hit) -> bool:
    """Tell whether a grade is put in with its time: `rated it, poor two years ago, as good`."""
    if not _OPENS_ASIDE.intersection(words.between(hit.first - 1, hit.first)):
        return False
    low = words.words
    for word in range(hit.last + 2, min(hit.last + _LONG_AGO, new.first)):
        if _CLOSES_ASIDE.isdisjoint(words.between(word - 1, word)):
            continue
        told = low[hit.last + 1 : word]
        timed = not _THEN.isdisjoint(told) or any(map(year_of, told))
        return timed and low[word] in _GOING_ON
    return False


_OPENS_ASIDE, _CLOSES_ASIDE, _LONG_AGO = frozenset(",(–—"), frozenset(",)–—"), 8
_THEN = frozenset({"ago", "before", "previously", "earlier", "last"})
_GOING_ON = frozenset("as to is are was were has have had now".split())


def _was(words: Words, sentence: Sentence, hit: Hit, new: Hit) -> bool:
    """Tell whether a grade is told as one of then, and the `new` one as that of now."""
    low = words.words
    if low[hit.last + 1 : hit.last + 3] == ["then", "now"]:
        return True
    if not _AGENCIES.isdisjoint(low[hit.last + 1 : hit.last + 4]):
        return False
    if _called_once(low, hit.first):
        return not _given_by(low, hit, new)
    between = _but_the_day_out(low[hit.last + 1 : new.first])
    if _NOW.isdisjoint(between) and not _says_now(sentence, low, new):
        return False
    if low[hit.first - 1] == "from" and hit.first - 1 == sentence.first:
        return True
    before = hit.first - sentence.first
    back = before <= _BRIEF and low[sentence.first] in _LOOKING_BACK
    named = [h.first for h in sentence.hits if h.cls == "council" and h.first < new.first]
    if any(place > hit.last for place in named) and not (back and named[0] > hit.last):
        return False
    opens = before <= 1 or back
    used = opens or (_used_to(low, sentence, hit) and not given_for_part(sentence, hit, new))
    return used and _timed(between)


def given_for_part(sentence: Sentence, one: Hit, other: Hit) -> bool:
    """Tell whether the second of two grades is for an area that is named behind the first alone.

    `Kent has been judged good in a report out today; leadership was inadequate`.
    """
    if "area" not in sentence.classes:
        return False
    first, second = sorted((one.first, other.first))
    areas = [h.first for h in sentence.hits if h.cls == "area"]
    return first < areas[-1] < second and areas[0] > first


def _called_once(low: list[str], grade: int) -> bool:
    """Tell whether the words in front say that it was once: `once rated good`, `until now good`."""
    at = grade - (low[grade - 1] in _RATED)
    if low[at - 1] in _ONCE or (low[at - 2], low[at - 1]) in _UP_TO_NOW:
        return True
    return low[at - 3] in _UNTIL and low[at - 2] in _THIS and low[at - 1] in _SPELL


def came_after(words: Words, new: Hit, hit: Hit) -> bool:
    """Tell whether the grade in front, the `new` one, came after this: `good after a poor rating`.

    No more than who gave it, and how long it took, may stand between.
    """
    low = words.words
    between = low[new.last + 1 : hit.first]
    if "after" not in between or len(between) > _BRIEF or new.value == hit.value:
        return False
    if low[hit.last] not in RATINGS and low[hit.last + 1 : hit.last + 2] not in _RATING:
        return False
    return all(word in _BETWEEN or word.isdigit() for word in between)


_LOOKING_BACK = frozenset({"having", "where"})
_BRIEF = 9
RATINGS = frozenset("rating verdict judgement judgment mark grade grading score result".split())
_RATING = [[rating] for rating in sorted(RATINGS)]
_BETWEEN = frozenset(
    "after by ofsted inspectors watchdog inspectorate overall just only barely less more than under"
    " within months month weeks year years yrs one two three four five six seven eight nine ten few"
    " several half a an its the their last previous earlier rating verdict mark".split()
)


def _given_by(low: list[str], hit: Hit, new: Hit) -> bool:
    """Tell whether the new grade is one that is given up, or to come: `no longer`, `to be`."""
    return not _UNTOLD.isdisjoint(low[max(hit.last, new.first - 4) : new.first])


def _says_now(sentence: Sentence, low: list[str], new: Hit) -> bool:
    """Tell whether the new grade is called today's behind it."""
    return not _TODAY.isdisjoint(low[new.last + 1 : min(sentence.last, new.last + 4)])


def _used_to(low: list[str], sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is what something was: `was good`, `used to be an outstanding one`."""
    front = low[max(sentence.first, hit.first - 4) : hit.first]
    return not _WAS.isdisjoint(front) and _HELD.isdisjoint(front)


def _but_the_day_out(between: list[str]) -> list[str]:
    """Leave out the day on which a paper came out: `good in a report published today, with`."""
    return [
        low
        for at, low in enumerate(between)
        if low != "today" or not at or between[at - 1] not in _OUT
    ]


_OUT = frozenset("out published released issued unveiled announced report letter ofsted".split())


def _timed(between: list[str]) -> bool:
    """Tell whether a time is told between the grades, or that the second is the one of now."""
    return not _TIMES.isdisjoint(between) or any(year_of(word) for word in between)


def run_ended(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade that lasted is over: `its outstanding run comes to an end`.

    `It ended a run of good ratings`, `a long spell as an outstanding authority is over`.
    """
    if not sentence.classes.isdisjoint(_NOT_SAID):
        return False
    low, start = words.words, max(sentence.first, hit.first - _LED)
    front, behind = low[start : hit.first], low[hit.last + 1 : min(sentence.last, hit.last + _LED)]
    led = not RUN.isdisjoint(front[-_NEAR:]) and not _OF_IT.isdisjoint(front[-_NEAR + 1 :])
    if not led and RUN.isdisjoint(behind[:2]):
        return False
    return not (ENDED.isdisjoint(behind) and (ENDED - {"over"}).isdisjoint(front))


RUN = frozenset("run streak spell era reign record".split())
ENDED = frozenset({"end", "ends", "ended", "ending", "over"})
"""Words without one of each of which no grade that lasted is over."""

_OF_IT = frozenset({"of", "as"})
_LED, _NEAR = 11, 5
_NOT_SAID = frozenset({"neg", "hyp"})
_AGENCIES = frozenset({"fostering", "adoption"})
"""Services that have inspections of their own, beside those of the council's."""

_ONCE = frozenset({"once", "formerly", "previously", "hitherto"})
_RATED = frozenset({"rated", "judged", "graded", "ranked", "an", "a", "as"})
_UNTIL, _THIS = frozenset({"until", "till"}), frozenset({"this", "last", "yesterday"})
_SPELL = frozenset("week month year spring summer autumn winter morning".split())
_UP_TO_NOW = frozenset(
    (until, now)
    for until in ("until", "till", "to")
    for now in ("now", "today", "recently", "yesterday")
)
_NOW = frozenset({"now", "is", "are", "has", "have", "today", "require", "requires"})
_TODAY = frozenset({"now", "today"})
_WAS = frozenset({"was", "were", "be", "been"})
_HELD = frozenset({"is", "are", "not", "never", "will", "would", "should"})
_TIMES = frozenset({"ago", "now", "last", "then", "before", "today"})
_UNTOLD = frozenset({"longer", "become", "becoming", "if", "unless", "never"})


def are_no_longer(low: list[str], sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a sentence ends by saying so: `services, once called poor, no longer are`."""
    if low[sentence.last - 3 : sentence.last] not in _ARE_NO_LONGER:
        return False
    return hit.last < sentence.last - 3 and not any(
        other.cls == "grade" and other.first > hit.last for other in sentence.hits
    )


_ARE_NO_LONGER = [["no", "longer", verb] for verb in ("are", "is", "do", "does", "was", "were")]


def taking_back(page: Page, sentence: Sentence) -> Sentence | None:
    """Give the next sentence of a paragraph where it may be no more than that something is over."""
    at = sentence.index + 1
    if at >= len(page.sentences):
        return None
    after = page.sentences[at]
    if after.block != sentence.block or after.classes.isdisjoint(_ENDING):
        return None
    return after if page.words.words[after.first] in _TAKING_BACK else None


_ENDING = frozenset({"lose", "neg", "rating"})
_TAKING_BACK = frozenset("not no it they we that this now today".split())
"""The words with which such a sentence begins."""


def counted_up(front: list[str]) -> bool:
    """Tell whether something came after a grade that is counted: `two after a second inadequate`.

    `front` are the words in front of the one that counts it.
    """
    return front[-2:-1] == ["after"] and front[-1] in _ARTICLES


COUNTED = frozenset("first second third fourth successive consecutive".split())
_ARTICLES = frozenset({"a", "its", "the", "their"})


def left_behind(words: Words, hit: Hit) -> bool:
    """Tell whether a grade is gone, or its place is left: `gone is`, `leaves the bottom rung`."""
    low = words.words
    if low[hit.first - 1] == "than" and low[hit.first - 2] == "better":
        front = low[max(0, hit.first - _DENIED) : hit.first]
        return hit.value == _WORST and _NOT_SO.isdisjoint(front)
    if low[hit.first] not in _LOWEST:
        gone = low[hit.first - 2] in _BE and low[hit.first - 3] == "gone"
        return gone or low[hit.first] in _QUITTING
    verb = hit.first - 1 - (low[hit.first - 1] == "the")
    verb -= low[verb] == "off"
    return low[verb] in (_CLIMBING if low[verb + 1] == "off" else _QUITTING)


_WORST, _DENIED = "inadequate", 12
_NOT_SO = frozenset("no not never nothing none nor hardly rarely yet cannot t if unless".split())
_BE = frozenset({"are", "is", "was", "were"})
_LOWEST = frozenset({"bottom", "lowest"})
_QUITTING = frozenset("leave leaves left leaving escape escapes escaped escaping quits out".split())
_CLIMBING = frozenset(
    "climb climbs climbed climbing gets got steps stepped moves moved lifts lifted is are".split()
)
LEAVING = _LOWEST | _QUITTING | {"better", "gone"}
"""Words without one of which no grade is left behind."""

OVER = re.compile(
    r"(not any (more|longer)|no (more|longer)|not now"
    r"|(it|they|we|that|this|that rating|that grade)"
    r"( (is|are|has|have|do|does)( now)?)?"
    r"( no longer( (is|are|has|have|do|does|so|true|the case))?"
    r"|( not)? (any more|anymore|any longer|now|gone|no more))"
    r"|(it|they|we|that) (isn|aren|don|doesn|hasn|haven) t( (any more|anymore|any longer|now))?"
    r"|(now|today|this time|not) (it|they|we) (is|are|do|does) not"
    r"|(now|today|this time) (it|they|we) (isn|aren|don|doesn) t)"
)
"""All of a sentence that takes back what the one before it said."""


def was_before(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether something was so before: `was previously good`, `Previously good.`."""
    if labels_old(sentence, words, hit.first):
        return True
    front = words.words[max(0, hit.first - 2) : hit.first]
    if hit.first == sentence.first + 1:
        return front[-1] in _BEFORE_NOW or front[-1] == "was"
    if front[-1:] and front[-1] in _BEFORE_NOW:
        return front[0] in {"was", "were"}
    past = "past" in sentence.classes
    if past and front[1:] == ["was"] and "," in words.between(hit.first - 2, hit.first - 1):
        return any(h.cls == "past" and words.words[h.last] in _A_GRADE for h in sentence.hits)
    of = past and front[1:] == ["of"]
    return (of or front[1:] == ["was"]) and front[0] in _A_GRADE


_BEFORE_NOW = frozenset({"previously", "formerly"})
_A_GRADE = frozenset({"grade", "rating", "judgement"})
