"""What lines and pointers say a grade is for: the label above it, `that area is now`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import AREAS
from watcher.extract.contrast import NOW
from watcher.extract.dates import year_of
from watcher.extract.things import ONE_PART, THIS
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.model.vocabulary import Area

_NEAR = 12


def labelled_before(page: Page, sentence: Sentence, one: Graded) -> list[Area]:
    """Give the judgement of the line before, where a line that opens with a grade is no more."""
    label = _label(page, sentence) if sentence.last == one.hit.last + 1 else None
    if label is None:
        return []
    return [AREAS[hit.value] for hit in label.hits if hit.cls == "area"][:1]


def pointed_at(page: Page, sentence: Sentence, part: str = "") -> list[Area]:
    """Give the one judgement of the sentence before that this one takes up: `That area is now`.

    So does what is told as the part of now: `Leadership was good. It is now inadequate`.
    """
    low, first = page.words.words, sentence.first
    together = taken_together(page, sentence)
    if together or low[first] == "both":
        return together
    before = page.sentences[sentence.index - 1] if sentence.index else sentence
    if "area" not in before.classes:
        return []
    quiet = THIS.isdisjoint(sentence.said) and _OWN.isdisjoint(before.said)
    if part == NOW or ("now" in sentence.said and _now_judged(page, sentence)):
        if _TAKING_UP.isdisjoint(low[first : first + 2]) and not _takes_up(page, sentence, before):
            return []
    elif quiet or not _takes_up(page, sentence, before):
        return _was_judged(page, sentence, before) or _set_apart(page, sentence, before)
    if not sentence.classes.isdisjoint(_LABELS):
        return []
    if before.block != sentence.block and not (
        before.role in _PROSE and _names_part(low, _behind_place(page, sentence), sentence.last)
    ):
        return []
    found = {AREAS[hit.value] for hit in before.hits if hit.cls == "area"}
    return list(found) if len(found) == 1 else []


def _now_judged(page: Page, sentence: Sentence) -> bool:
    """Tell whether `it is now judged` so, behind what one judgement was: `Leadership was poor`."""
    if not sentence.index:
        return False
    if not sentence.classes.isdisjoint(_HEADS):
        return False
    before = page.sentences[sentence.index - 1]
    if not before.classes >= _PARTS or not before.classes.isdisjoint(_OTHERS):
        return False
    heads = [h.cls for h in before.hits if h.cls in {"area", "grade"}]
    return heads == ["area", "grade"] and not _WAS.isdisjoint(before.said)


def _was_judged(page: Page, sentence: Sentence, before: Sentence) -> list[Area]:
    """Give the judgement of the sentence `before`, where this says what it was: `It was good`.

    With a time, and nothing else named in either: `Leadership is poor. In 2019 it was good`.
    """
    if not sentence.classes.isdisjoint(_NAMED) or not before.classes.isdisjoint(_NAMED - _PARTS):
        return []
    told = [h for h in before.hits if h.cls in _PARTS]
    if [h.cls for h in told] != ["area", "grade"] or before.block != sentence.block:
        return []
    low = page.words.words[sentence.first : sentence.last]
    it = low.index("it") if "it" in low[:_OPENING] else -1
    dated = any(year_of(word) for word in low) or "past" in sentence.classes
    return [AREAS[told[0].value]] if dated and low[it + 1 : it + 2] in _HAD else []


_NAMED = frozenset({"area", "council", "service", "generic", "overall"})
_HAD = (["was"], ["had"])
_PARTS = frozenset({"area", "grade"})
_OTHERS = frozenset({"generic", "overall", "service"})
_WAS = frozenset({"was", "were", "been"})


def _names_part(low: list[str], start: int, last: int) -> bool:
    """Tell whether words are `that part`, `this judgement`."""
    opening = low[start : min(last, start + _OPENING)]
    return opening[:1] != [] and opening[0] in THIS and not ONE_PART.isdisjoint(opening[1:2])


_PROSE = frozenset({BlockRole.STANDFIRST, BlockRole.PARAGRAPH})


def _takes_up(page: Page, sentence: Sentence, before: Sentence) -> bool:
    """Tell whether a sentence takes up one judgement: `That judgement is`, `In Kent that part is`.

    Where the one `before` says that a judgement is given for itself, `it`, `the grade` and `Kent's
    is` do so too.
    """
    apart = not _OWN.isdisjoint(before.said)
    if not apart and THIS.isdisjoint(sentence.said):
        return False
    low = page.words.words
    start = _behind_place(page, sentence)
    opening = low[start : min(sentence.last, start + _OPENING)]
    if _names_part(low, start, sentence.last):
        return True
    if not apart or before.classes.isdisjoint(_JUDGED):
        return False
    if "council" in before.classes or "grade" in before.classes:
        return False
    if opening[:1] == ["the"]:
        return not _VERDICTS.isdisjoint(opening[1:2])
    if start > sentence.first and opening[:1] == ["s"]:
        return not _FARE.isdisjoint(opening[1:2])
    return bool(opening) and opening[0] in _POINTING


def _behind_place(page: Page, sentence: Sentence) -> int:
    """Give the word behind an opening that says where: `In Kent`, `There`, `For the city`, `Kent`.

    A council of whom the sentence goes on to speak is such an opening only in `Kent's is`.
    """
    low, first = page.words.words, sentence.first
    if low[first] in _HERE:
        return first + 1
    if low[first : first + 2] == ["this", "time"]:
        return first + 2
    behind = low[first] in _AT
    for hit in sentence.hits:
        if hit.cls in _PLACES:
            end = hit.last + 1
            of_it = low[end : end + 1] == ["s"]
            if hit.first > first + behind + (low[first + behind] == "the"):
                return first
            if behind:
                return end + 2 if of_it and low[end + 1 : end + 2] == ["case"] else end
            return end if of_it else first
    return first


_HERE = frozenset({"here", "there", "locally", "now", "today"})
_AT = frozenset({"in", "at", "for"})
_PLACES = frozenset({"council", "generic"})
_OWN = frozenset("own separate separately themselves itself fourth fifth extra introduced".split())
_JUDGED = frozenset({"rating", "judge"})
_VERDICTS = frozenset({"judgement", "judgment", "grade", "rating", "mark", "verdict"})
_POINTING = frozenset({"it", "that", "this", "they"})


def taken_together(page: Page, sentence: Sentence) -> list[Area]:
    """Give the judgements of the sentence before that `Both (are now)`, `All three were` take up.

    None where it opens otherwise. They are as many as it says; behind `Both` a single one stands
    where no other council is named.
    """
    low, first = page.words.words, sentence.first
    if low[first] not in _TOGETHER:
        return []
    counted = low[first + 1 : first + 2] if low[first] != "both" else ["both"]
    number = _NUMBERS.get(counted[0], 0) if counted else 0
    behind = low[first + 1 + (counted != ["both"]) : min(sentence.last, first + _OPENING)]
    if not number or not behind or behind[0] not in _FARE:
        return []
    before = page.sentences[sentence.index - 1] if sentence.index else sentence
    if before.block != sentence.block or "area" not in before.classes:
        return []
    if sum(hit.cls == "council" for hit in before.hits) > 1:
        return []
    found = dict.fromkeys(AREAS[hit.value] for hit in before.hits if hit.cls == "area")
    if len(found) == 1 and counted == ["both"]:
        named = {
            hit.value for one in page.having("council") for hit in one.hits if hit.cls == "council"
        }
        return [] if len(named) > 1 else list(found)
    return list(found) if len(found) == number else []


_TOGETHER = frozenset({"both", "all", "the", "these", "those"})
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_FARE = frozenset(
    "are were is now remain remained require required have had got get stay stayed still received"
    " judged rated graded of these those areas judgements services".split()
)


def _set_apart(page: Page, sentence: Sentence, before: Sentence) -> list[Area]:
    """Give the one judgement that the sentence `before` sets apart: `X is the exception. There it`.

    A pronoun takes it up. Asked where that sentence names a judgement.
    """
    if "grade" in before.classes or before.block != sentence.block:
        return []
    if not sentence.classes.isdisjoint(_OF_ITS_OWN) and not _as_others(page, sentence):
        return []
    opening = page.words.words[sentence.first : min(sentence.last, sentence.first + _OPENING)]
    if _TAKEN_UP.isdisjoint(opening):
        return []
    if _SETTING_APART.isdisjoint(before.said) and not _tells_of_change(before):
        return []
    found = {AREAS[hit.value] for hit in before.hits if hit.cls == "area"}
    return list(found) if len(found) == 1 else []


def _tells_of_change(before: Sentence) -> bool:
    """Tell whether a sentence says how its judgement has fared: `Help has got better. It is`."""
    if before.classes.isdisjoint(_CHANGED):
        return False
    return before.classes.isdisjoint(_HEADS)


def _as_others(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence names judgements only behind its grade: `It is good, as are`."""
    if not sentence.classes.isdisjoint(_HEADS):
        return False
    first = next((h for h in sentence.hits if h.cls in _LABELS or h.cls == "grade"), None)
    if first is None or first.cls != "grade":
        return False
    return page.words.words[first.last + 1 : first.last + 3] in _AS_ARE


_AS_ARE = (["as", "are"], ["as", "is"], ["as", "were"], ["and", "so"])

_CHANGED = frozenset({"positive", "negative", "signal", "up", "down"})
_HEADS = frozenset({"service", "generic", "council"})
_OPENING = 4
_TAKEN_UP = frozenset("them there here their it they that those these".split())
_OF_ITS_OWN = frozenset({"area", "overall", "council", "generic"})
_SETTING_APART = frozenset(
    "exception weak weaker weakest worse worst less different only but short trouble blot brighter"
    " happier contrast rosier sore except least".split()
)
_TAKING_UP = frozenset({"it", "they"})


def under_label(page: Page, sentence: Sentence) -> bool:
    """Tell whether a line is a bare grade, and the line before names a judgement."""
    hits = sentence.hits
    bare = len(hits) == 1 and hits[0].cls == "grade" and sentence.first == hits[0].first
    if not bare or sentence.last != hits[0].last + 1:
        return False
    label = _label(page, sentence)
    return label is not None and not label.classes.isdisjoint(_LABELS)


def _label(page: Page, sentence: Sentence) -> Sentence | None:
    """Give the line before, where it is no longer than a label and gives no grade."""
    if not sentence.index:
        return None
    label = page.sentences[sentence.index - 1]
    short = label.last - label.first <= _NEAR
    return label if short and label.classes.isdisjoint(_NO_LABEL) else None


_LABELS = frozenset({"area", "overall"})
_NO_LABEL = frozenset({"grade", "judge"})
