"""Whose a date is that stands in a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

from watcher.extract.cases import counted_then
from watcher.extract.choose import INSUFFICIENT, PARTIAL, SUFFICIENT
from watcher.extract.dates import in_comparison
from watcher.extract.deadlines import is_deadline
from watcher.extract.recency import brought_up_to_now, kept_from, of_the_past
from watcher.extract.since import held_then, in_relative, told_besides, year_besides
from watcher.extract.visited import VISITED
from watcher.model.dates import MONTHS, PartialDate
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Direction, Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.dates import Dates
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words

_TARGETS = frozenset({"grade", "send", "signal", "urgent", "act"})
_POSTPOSED = 7


def date_for(claim: Claim, page: Page, dates: Dates) -> PartialDate | None:
    """Give the date of a claim: a date belongs to the target just before it, else behind it."""
    sentence = page.sentences[claim.sentence]
    targets = [hit.first for hit in sentence.hits if hit.cls in _TARGETS]
    if claim.word not in targets:
        insort(targets, claim.word)
    best: PartialDate | None = None
    for word, date in dates:
        if _of_another(page.words, sentence, word, claim):
            continue
        first = word <= targets[0] and not any(word < other < claim.word for other, _ in dates)
        if first and targets[0] < claim.word and brought_up_to_now(page.words, claim, targets[0]):
            continue
        if first or (best is None and _owner(page, claim, word, targets) == claim.word):
            best = date
    if best is None and claim.outcome in GRADES:
        return next((d for word, d in dates if _joined(page.words, word, claim.word)), None)
    return best


def _of_another(words: Words, sentence: Sentence, word: int, claim: Claim) -> bool:
    """Tell whether a date is that of something else than what is claimed."""
    said, target = sentence.said, claim.word
    if not claim.past and (
        of_the_past(sentence, words, word, target)
        or (word > target and told_besides(words, target, word))
        or year_besides(words, sentence, target, word)
        or (word < target and in_relative(words, sentence.first, word, target))
        or (word < target and _goes_on(words.words, word, target))
    ):
        return True
    if not _BESIDE.isdisjoint(said) and _of_what_is_beside(words, sentence, word, claim):
        return True
    if _parted(words, word, claim) if word > target else _put_in(words, sentence, word, target):
        return True
    if in_comparison(words, word, target) or counted_then(words, word):
        return True
    if "same" in sentence.classes and _as_it_was(sentence, word):
        return True
    if is_deadline(words, sentence, word, plain=claim.outcome in _PLANNED):
        return True
    measured = claim.rule in _MEASURED or claim.outcome is Outcome.INSUFFICIENT_PROGRESS
    if measured and not _WEAK.isdisjoint(words.words[max(0, word - 6) : word]):
        return True
    return claim.direction is Direction.SAME and kept_from(words, sentence, word, claim.word)


def _goes_on(low: list[str], word: int, target: int) -> bool:
    """Tell whether a verb of today is joined behind a date: `told in 2018 to act and has now`."""
    return any(
        low[at] in _AND and low[at + 1] in _GOING_ON and (at - word <= 1 or low[at + 2] == "now")
        for at in range(word + 1, target - 1)
    )


_AND = frozenset({"and", "but"})


def _of_what_is_beside(words: Words, sentence: Sentence, word: int, claim: Claim) -> bool:
    """Tell whether a date is that of an aside, of a beginning, or of what is compared."""
    if not claim.past and _in_aside(words, sentence, word, claim.word):
        return True
    own = claim.outcome is Outcome.WEAKNESSES and _found_then(words, claim.word, word)
    if not own and _elsewhere(words, sentence, word, claim.word):
        return True
    return _compared_with(words, sentence, word, claim.word)


def _parted(words: Words, word: int, claim: Claim) -> bool:
    """Tell whether a date behind a target is that of what is told besides, or of what was lost."""
    if claim.outcome not in _JUDGED and _set_off(words, claim.word, word):
        return True
    return claim.outcome in _OVER and _of_what_was_lost(words, word, claim.word)


def _in_aside(words: Words, sentence: Sentence, word: int, target: int) -> bool:
    """Tell whether a date is that of an aside: `Leeds, which was told in 2009 to act, is good`."""
    if word > target or _OPENING.isdisjoint(sentence.said):
        return False
    low = words.words
    if not any(
        low[at] in _IS and words.between(at - 1, at).startswith(",")
        for at in range(max(word + 1, target - _TO_GRADE), target)
    ):
        return False
    return any(
        low[at] in _OPENING and words.between(at - 1, at).startswith(",")
        for at in range(sentence.first + 1, word)
    )


_OPENING = frozenset({"which", "who", "whose", "where"})
_IS = frozenset({"is", "are", "has", "have"})
_TO_GRADE = 5
_MEASURED = frozenset({SUFFICIENT, PARTIAL, INSUFFICIENT})
_WEAK = frozenset("weaknesses weakness areas failings concerns shortcomings issues".split())
"""What is measured at a revisit; a year behind it is when it was found."""


def _set_off(words: Words, target: int, word: int) -> bool:
    """Tell whether a date is that of what is compared: `poorer than in 2019`, `unsafe; in 2019`."""
    if ";" in words.text[words.starts[target] : words.starts[word]]:
        return True
    between = words.words[target + 1 : word]
    return "than" in between[-_THAN:] and not _TOLD_OF.isdisjoint(between[-_THAN:])


_THAN = 5
_TOLD_OF = frozenset({"was", "were", "did", "had", "in", "at"})


def _of_what_was_lost(words: Words, word: int, target: int) -> bool:
    """Tell whether a date is that of a grade that was lost: `the good grade of 2019 is gone`."""
    return 0 < word - target <= _ITS_DATE and words.words[word - 1] in _OF_THEN


_ITS_DATE = 6
_OVER = frozenset({None, Outcome.INTERVENTION_ENDED})
_OF_THEN = frozenset({"of", "from"})


def _put_in(words: Words, sentence: Sentence, word: int, target: int) -> bool:
    """Tell whether a date is that of what was put in: `Kent, attacked in 2011, has been`.

    So is one right before a perfect: `gains made in 2011 have been lost`.
    """
    if _told_aside(words, sentence, word, target):
        return True
    if _GOING_ON.isdisjoint(sentence.said):
        return False
    low = words.words
    behind = _past_date(low, word)
    if low[behind] in _GOING_ON and _MARKS.isdisjoint(words.between(word, behind)):
        near = max(sentence.first, word - _OF_VISIT)
        return VISITED.isdisjoint(low[near:word])
    return any(
        low[at] in _GOING_ON and "," in words.between(at - 1, at)
        for at in range(word + 1, min(target, word + _PUT_IN))
    )


def _told_aside(words: Words, sentence: Sentence, word: int, target: int) -> bool:
    """Tell whether a date ends what is put in of trouble: `Kent, blamed in 2011, kept its grade`.

    Not where inspectors came then, or where it is no more than a time.
    """
    low = words.words
    behind = _past_date(low, word)
    if low[behind] not in _VERBS or target - behind > _PUT_IN // 2:
        return False
    if not words.between(behind - 1, behind).startswith(","):
        return False
    first = word - 1
    while first > sentence.first and "," not in words.between(first - 1, first):
        first -= 1
    aside = low[first:word]
    if first == sentence.first or len(aside) < _SHORTEST or not _RATED.isdisjoint(aside):
        return False
    return any(h.cls in _OWNERS and h.last == first - 1 for h in sentence.hits)


def _past_date(low: list[str], word: int) -> int:
    """Give the word behind a date that begins with one: `May 2019`, `last year`."""
    behind = word + 1
    while behind < len(low) and (low[behind][0].isdecimal() or low[behind] in _TIMES):
        behind += 1
    return behind


_SHORTEST = 2
_OWNERS = frozenset({"council", "service", "generic"})
_VERBS = frozenset(
    "was were is are has have maintained kept retained got received fell dropped slipped rose held"
    " remained stayed moved".split()
)
_TIMES = frozenset({"year", "month", "week", "spring", "summer", "autumn", "winter", *MONTHS})
_GOING_ON, _OF_VISIT = frozenset({"has", "have"}), 4
_PUT_IN = 24


_PLANNED = frozenset({Outcome.WRITTEN_STATEMENT_OF_ACTION})


def _joined(words: Words, word: int, target: int) -> bool:
    """Tell whether a grade is joined to one with a date: `good in 2019 and outstanding for ...`."""
    between = words.words[word + 1 : target]
    return "and" in between[:2] and all(w in _JOIN or w.isdecimal() for w in between)


_JOIN = frozenset({"and", "also"})


def _owner(page: Page, claim: Claim, word: int, targets: list[int]) -> int:
    """Give the target that a date belongs to, out of those before it and those behind."""
    sentence = page.sentences[claim.sentence]
    before = targets[: bisect_left(targets, word)]
    after = targets[bisect_right(targets, word) :]
    if after and page.words.words[word + 1 : word + 2] == ["when"]:
        return before[-1] if before and word - before[-1] <= _AT_ONCE else after[0]
    if not before:
        return claim.word
    if after and _fronted(page.words, word, before[-1], after[0]):
        return after[0]
    if not after and _closing(page.words, sentence, word):
        return before[-1]
    if (
        word - before[-1] > _POSTPOSED
        and not _one_breath(page, claim, word)
        and not _after_visit(page.words, claim, word)
        and not (claim.outcome in _JUDGED and held_then(page.words, claim.word, word))
        and not _found_then(page.words, before[-1], word)
    ):
        return after[0] if after else -1
    return before[-1]


def _closing(words: Words, sentence: Sentence, word: int) -> bool:
    """Tell whether a date closes a sentence behind something put in: `..., after a death, in May`.

    It is that of what the sentence tells.
    """
    if words.words[word - 1] not in _ON_DATE or _past_date(words.words, word) < sentence.last:
        return False
    return words.between(word - 2, word - 1).startswith(",")


_ON_DATE = frozenset({"in", "of", "from", "dated"})
_AT_ONCE = 3
"""A grade that its year follows at once: `rated inadequate in 2019, when they found failings`."""


def _found_then(words: Words, target: int, word: int) -> bool:
    """Tell whether a date says when it was found: `weaknesses (that inspectors) found in 2019`."""
    between = words.words[target + 1 : max(target + 1, word)]
    if len(between) > _BREATH or _FINDING.isdisjoint(between) or _LINKING.isdisjoint(between[:3]):
        return False
    return _MARKS.isdisjoint(words.between(target, word))


_RAISING = frozenset({"identified", "highlighted", "raised", "noted", "outlined", "listed"})
_FINDING = _RAISING | {"found", "named", "uncovered", "saw"}
_LINKING = _FINDING | {"that", "which"}


def _fronted(words: Words, word: int, before: int, after: int) -> bool:
    """Tell whether a date opens what is said next: `it was good; in May 2013 it was adequate`."""
    if after - word > _POSTPOSED or "and" in words.words[word + 1 : after]:
        return False
    if not _MARKS.isdisjoint(words.between(word, after)):
        return False
    first = max(before + 1, word - _DATE_WORDS)
    if words.words[word - 2] in _JOINING and words.words[word - 1] in _TIME_IN:
        return True
    return any(not _MARKS.isdisjoint(words.between(i - 1, i)) for i in range(first, word + 1))


_DATE_WORDS = 3
_JOINING = frozenset({"and", "but", "then", "while"})
_TIME_IN = frozenset({"in", "by", "during"})

_BREATH = 14
_JUDGED = GRADES | SEND_OUTCOMES


def _one_breath(page: Page, claim: Claim, word: int) -> bool:
    """Tell whether a date follows a grade without a mark or a joint between them."""
    if claim.outcome not in _JUDGED or not 0 < word - claim.word <= _BREATH:
        return False
    hits = page.sentences[claim.sentence].hits
    last = next((h.last for h in hits if h.first == claim.word), claim.word)
    if not _JOINTS.isdisjoint(page.words.words[last + 1 : word]):
        return False
    return _MARKS.isdisjoint(page.words.between(last, word))


def _after_visit(words: Words, claim: Claim, word: int) -> bool:
    """Tell whether a date is that of the visit after which a grade was given.

    `Rated inadequate overall, after two weeks of inspection in January 2020`.
    """
    if claim.outcome not in _JUDGED or not 0 < word - claim.word <= _BREATH:
        return False
    between = words.words[claim.word + 1 : word]
    return (
        not _UPON.isdisjoint(between)
        and not _INSPECTION.isdisjoint(between[-_NEXT_TO:])
        and _PARTED.isdisjoint(between)
    )


_UPON = frozenset({"after", "following"})
_INSPECTION = frozenset({"inspection", "visit", "inspected", "visited"})
_NEXT_TO = 3
_PARTED = frozenset({"and", "but", "while", "since", "which", "when", "before"})
_JOINTS = frozenset({"and", "but", "while", "after", "since", "before", "which", "when"})
_MARKS = frozenset(",;:()–—.\n")


_COMPARING = frozenset(
    tuple(pair.split())
    for pair in ("as in", "than in", "than at", "unchanged from", "unchanged since", "same as")
)
_ELSEWHERE = _RAISING | {"since", *[pair[0] for pair in _COMPARING]}


def _elsewhere(words: Words, sentence: Sentence, word: int, target: int) -> bool:
    """Tell whether a date is a mere beginning, or that of what is mended: `raised in May`."""
    if _ELSEWHERE.isdisjoint(sentence.said):
        return False
    front = words.words[max(sentence.first, word - 4) : word]
    if front[-1:] == ["since"] or tuple(front[-2:]) in _COMPARING:
        return True
    if _RAISING.isdisjoint(front):
        return False
    return target < word or "but" in words.words[word:target]


def _as_it_was(sentence: Sentence, word: int) -> bool:
    """Tell whether a date only says since when things are the same: `as it did in 2010`."""
    return any(h.cls == "same" and h.last > h.first and h.last == word - 1 for h in sentence.hits)


def _compared_with(words: Words, sentence: Sentence, word: int, target: int) -> bool:
    """Tell whether a date is that of what a grade came from, or of what limited it."""
    if not _CAPPED.isdisjoint(sentence.said) and _by_what(words, target, word):
        return True
    return not _MOVING.isdisjoint(sentence.said) and _stepped_from(words, word, target)


def _by_what(words: Words, target: int, word: int) -> bool:
    """Tell whether a date is that of what limited a grade: `capped by the inspection in June`."""
    between = words.words[target + 1 : word] or words.words[word:target]
    return not _BECAUSE.isdisjoint(between)


_CAPPED = frozenset({"capped", "limited", "restricted", "limiting", "cap", "held"})
_BECAUSE = frozenset({"by", "because", "after", "following", "owing", "due", "result"})


def _stepped_from(words: Words, word: int, target: int) -> bool:
    """Tell whether a date is that of what a grade rose or fell from: `down two from 2019`."""
    front = words.words[max(target + 1, word - _STEPPED) : max(target + 1, word)]
    if not _BELOW.isdisjoint(front):
        return True
    return not _STEPS.isdisjoint(front) and not _FROM.isdisjoint(front[-_NEXT_TO:])


_STEPPED = 8
_BELOW = frozenset({"below", "above"})
_STEPS = frozenset("down up lower higher worse better drop fall rise slip step".split())
_FROM = frozenset({"from", "on", "than", "since"})
_MOVING = _BELOW | _STEPS
_BESIDE = _OPENING | _ELSEWHERE | _CAPPED | _MOVING
"""Words without one of which a date is that of nothing beside a target."""

_RATED = VISITED | {"rated", "judged", "graded", "good", "inadequate", "outstanding"}
