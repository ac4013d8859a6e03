"""How lately a judgement was given: in the months before, at a time that is gone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.extract.dates import dated_latest
from watcher.extract.freshness import PAPERS, is_fresh
from watcher.extract.segment import split_clauses
from watcher.model.dates import MONTHS

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def points_back(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is given at a time that was told of before, and that is gone.

    `The result of that inspection was inadequate`, `Ofsted then judged it inadequate`; not what
    comes to the present: `following that visit it has been rated`.
    """
    if is_fresh(words, sentence):
        return False
    low = words.words
    for word in range(sentence.first, min(sentence.last - 1, hit.last + _BEHIND)):
        if low[word] in POINTERS and _at_that(words, sentence, word):
            return _NOW.isdisjoint(low[max(word, sentence.first) : hit.first])
    return False


def _at_that(words: Words, sentence: Sentence, word: int) -> bool:
    """Tell whether `that` points at an inspection or a time, or `then` at when one was."""
    before = words.words[word - 1] if word > sentence.first else ""
    if words.words[word] == "then":
        return before in _JUDGES
    return before in _AT and words.words[word + 1] in _TIMES


POINTERS = frozenset({"that", "then"})
_AT = frozenset({"", "of", "following", "after", "in", "at", "from", "by"})
_TIMES = PAPERS | {"time", "point", "stage", "reinspection", "judgment", "review"}
_JUDGES = PAPERS | {"ofsted", "inspectors", "watchdog", "judgment"}
_NOW = frozenset({"is", "are", "has", "have", "now", "remain", "remains"})
_VISITING = frozenset(
    "inspection inspections inspected visit visited visits reinspection weeks days came"
    " review until reinspected reinspecting inspecting revisited revisit returned".split()
)
_FILLING = frozenset(
    "in last this by ofsted inspectors the watchdog regulator overall all areas four three every"
    " area back quote again its inspection rating".split()
)
_FRONT = 16
_BEHIND = 8


def given_in_month(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a month says when a grade was given: `Ofsted rated it inadequate in May`.

    News gives the month of the visit; whoever gives that of the judgement looks back.
    """
    said = words.words[clause.first : clause.last]
    if clause.classes.isdisjoint(_JUDGING) or _MONTHLY.isdisjoint(said):
        return False
    if _of_the_months_report(words, clause, hit):
        return True
    for word in range(hit.last + 2, min(clause.last, hit.last + _BEHIND)):
        if _is_month(words, word):
            return _FILLING.issuperset(words.words[hit.last + 1 : word])
    for word in range(max(clause.first + 1, hit.first - _FRONT), hit.first):
        if _is_month(words, word):
            return _of_the_judging(words, clause, hit, word)
    return False


def _of_the_months_report(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a report is called by its month: `January's report saw it rated good`."""
    low = words.words
    for word in range(clause.first, min(clause.last, hit.first) - 2):
        if low[word] in MONTHS and low[word + 1] == "s" and not words.between(word, word + 1)[1:]:
            named = low[word + 2 : word + 2 + _NAMED]
            return not _WRITTEN.isdisjoint(named) and words.original(word)[0].isupper()
    return False


_NAMED = 4
_WRITTEN = frozenset({"report", "judgement", "judgment", "rating", "verdict", "letter", "findings"})
_MONTHLY = frozenset({"spring", "summer", "autumn", "winter", *MONTHS})
_INSPECTING = frozenset({"inspectorate", "kind"})
_JUDGING = _INSPECTING | {"judge"}


def season_gone(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it was in a season that had gone before the page: `published this summer`.

    What inspectors saw on a visit is news for longer than what was published. Asked of sentences
    that name one of `SEASONAL`.
    """
    words, published = page.words, page.document.published
    if published is None:
        return False
    low = words.words
    for word in range(sentence.first + 1, min(sentence.last, hit.last + _BEHIND)):
        if low[word] in SEASONS and _is_month(words, word):
            front = low[max(sentence.first, word - _FAR) : word]
            if not (_MEASURING.isdisjoint(front[-_LASTS:]) and _AHEAD.isdisjoint(front)):
                return False
            if word > hit.last and not _FILLING.issuperset(low[hit.last + 1 : word]):
                return False
            visit = front + low[word : word + _NEAR]
            latest = _PUBLISHED if _VISITING.isdisjoint(visit) else _SEEN
            since = published.first - _end_of(words, word, published.first)
            return since > latest and (words.words[word - 1] != "this" or since < _TO_COME)
    return False


def _end_of(words: Words, season: int, day: dt.date) -> dt.date:
    """Give the last day of a season that has begun: `last summer` is no summer of this year."""
    month, last = SEASONS[words.words[season]], words.words[season - 1] == "last"
    begun = (day.month - month + _LASTS - 1) % _YEAR < _LASTS
    ahead = (month - day.month) % _YEAR
    gone = (day.month - month) % _YEAR
    months = ahead - (_YEAR if last else 0) if begun else -gone
    year, left = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return dt.date(year, left + 1, 28)


SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
"""The seasons with their last months."""

SEASONAL = frozenset(SEASONS)

_LASTS, _YEAR = 3, 12
_AHEAD = frozenset({"will", "would", "due", "planned", "expected"})
_MEASURING = frozenset({"than", "since", "from", "until", "by", "before"})
_PUBLISHED, _SEEN, _TO_COME = [dt.timedelta(days=number) for number in (45, 150, 220)]
"""From when on a season has gone; `this summer` is later still one to come."""


def _is_month(words: Words, word: int) -> bool:
    """Tell whether a word is a month without a year: `in May`, `last June`."""
    low, before = words.words[word], words.words[word - 1]
    if low in SEASONS:
        return before in {"last", "this"} or (before == "the" and words.words[word - 2] == "in")
    if low not in MONTHS or before not in {"in", "last", "this"}:
        return False
    behind = words.words[word + 1 : word + 2]
    return words.original(word)[0].isupper() and not (behind and behind[0].isdecimal())


def _of_the_judging(words: Words, clause: Clause, hit: Hit, word: int) -> bool:
    """Tell whether the verb at a month is that of judging, and nothing tells of a visit."""
    if words.words[word - 2] in _SAYING:
        return not clause.classes.isdisjoint(_INSPECTING)
    if words.words[word + 1] == "and":
        return False
    if not any(h.cls == "judge" and word < h.first < hit.first for h in clause.hits):
        return False
    far = _FAR if words.words[word + 1] == "found" else _NEAR
    if not _VISITING.isdisjoint(words.words[max(clause.first, word - far) : hit.first]):
        return False
    return word - clause.first <= 1 or "," not in words.between(word, word + 1)


_NEAR, _FAR = 5, 14
"""Words in front of a month that may tell of a visit; who `found` it in May may stand far off."""

_SAYING = frozenset(
    "said found reported warned concluded ruled told revealed stated report letter".split()
)


def lately(words: Words, sentence: Sentence, inner: Clause) -> bool:
    """Tell whether a judgement was given in the months before: `rated good earlier this year`.

    A relative clause has its time from what it hangs on: `told last year by Ofsted, which rated`.
    """
    clause = sentence if _hangs_on(words, sentence, inner) else inner
    said = words.words[clause.first : clause.last]
    if _LATELY.isdisjoint(said) or not _AGAIN.isdisjoint(said):
        return False
    return any(
        hit.cls == "past"
        and not _LATELY.isdisjoint(words.words[hit.first : hit.last + 1])
        and words.words[hit.last] != "s"
        and _BEFORE.isdisjoint(words.words[max(clause.first, hit.first - 4) : hit.last + 1])
        for hit in clause.hits
    )


def _hangs_on(words: Words, sentence: Sentence, inner: Clause) -> bool:
    """Tell whether a clause is a relative one, and no grade stands before it."""
    if words.words[inner.first] not in _RELATIVE:
        return False
    return not any(hit.cls == "grade" and hit.first < inner.first for hit in sentence.hits)


_RELATIVE = frozenset({"which", "who"})
_AGAIN = frozenset({"too", "also", "again", "already", "second", "third", "still"})
_LATELY = _MONTHLY | {"last", "earlier", "months", "weeks"}
_BEFORE = frozenset(
    "time inspection inspected inspections visit visits visited report rating judgement grade"
    " years after since decade".split()
)


def of_the_past(sentence: Sentence, words: Words, word: int, target: int) -> bool:
    """Tell whether a date behind a target dates a historical cue: `its last inspection in 2015`."""
    if sentence.classes.isdisjoint(_TIMED):
        return False
    if any(
        hit.cls == "past"
        and hit.first <= word <= hit.last
        and words.words[hit.last] in {"after", "since", "following"}
        for hit in sentence.hits
    ):
        return True
    if word < target and (
        _since_then(sentence, words, (word, target)) or _ever_since(sentence, words, word, target)
    ):
        return True
    return word > target and any(
        hit.cls in _TIMED
        and target < hit.first
        and 0 <= word - hit.last <= _TO_ITS_DATE
        and not (hit.cls == "now" and dated_latest(words, hit))
        for hit in sentence.hits
    )


def _ever_since(sentence: Sentence, words: Words, word: int, target: int) -> bool:
    """Tell whether something has come since a date: `last inspected in 2015 and has since`."""
    if "since" not in sentence.said:
        return False
    low = words.words
    return any(low[at] == "since" and low[at - 1] in _HAS for at in range(word + 2, target))


_HAS = frozenset({"has", "have"})


def _since_then(sentence: Sentence, words: Words, place: tuple[int, int]) -> bool:
    """Tell whether a date opens a sentence: `Since its last inspection in 2015, it has ...`."""
    word, target = place
    low = max(sentence.first, word - _SINCE)
    front = words.words[low:word]
    if "since" not in front[:-1]:
        return False
    if not _OF_THEN.isdisjoint(words.words[word + 1 : target]):
        return False
    since = low + front.index("since")
    return "," not in words.between(since, word) and "," in words.between(word, target)


_OF_THEN = frozenset({"when", "which", "where"})
_SINCE, _TO_ITS_DATE = 11, 5
_TIMED = frozenset({"past", "now"})


def kept_from(words: Words, sentence: Sentence, word: int, target: int) -> bool:
    """Tell whether a date says when what is kept was given: `kept the rating it earned in 2016`.

    So does `retained its good rating from 2016`.
    """
    if "same" not in sentence.classes or word < target:
        return False
    between = words.words[target + 1 : word]
    return not _EARNED.isdisjoint(between) or between in _SINCE_THEN


_SINCE_THEN = [[*rated, of] for rated in ([], ["rating"], ["grade"]) for of in ("from", "of")]
_EARNED = frozenset("obtained earned gained won awarded given received achieved got".split())


def past_beside(words: Words, sentence: Sentence, target: int) -> bool:
    """Tell whether a cue of the past stands elsewhere than in a relative clause beside a target.

    `Leeds, which climbed to good only three years ago, has been sent back`.
    """
    return any(
        clause.first <= target < clause.last
        or (words.words[clause.first] not in _BESIDE and not _put_in(words, clause))
        for clause in split_clauses(sentence, words)
        if "past" in clause.classes
    )


def _put_in(words: Words, clause: Clause) -> bool:
    """Tell whether a clause between commas says just what was before: `Leeds, once good, is`."""
    grades = [hit for hit in clause.hits if hit.cls == "grade"]
    cue = next((hit for hit in clause.hits if hit.cls == "past" and hit.first), None)
    if len(grades) != 1 or cue is None or not 0 < grades[0].first - cue.last <= _INSERTED:
        return False
    return words.between(cue.first - 1, cue.first).startswith(",")


_INSERTED = 3
_BESIDE = frozenset({"which", "who", "whose", "where", "having"})


def brought_up_to_now(words: Words, claim: Claim, target: int) -> bool:
    """Tell whether a claim speaks of now behind another one: `In 2020 it was good; it is now`."""
    if claim.past:
        return False
    low = words.words
    if not _TODAY.isdisjoint(low[target + 1 : claim.word]):
        return True
    for word in range(target + 1, claim.word - 1):
        if low[word] == "this" and low[word + 1] in _TIME and _turned(words, target, word):
            return True
    return any(
        low[verb] in _NOW and (low[verb : verb + 2] in _PERFECT or _turned(words, target, verb))
        for verb in range(claim.word - 1, max(target, claim.word - _TO_VERB), -1)
    )


def _turned(words: Words, target: int, verb: int) -> bool:
    """Tell whether a mark or `but` parts a verb from what was told before it."""
    text = words.text[words.starts[target] : words.starts[verb]]
    return any(mark in text for mark in _PARTING)


_PERFECT = (["has", "been"], ["have", "been"], ["has", "had"], ["have", "had"])
"""A perfect, which speaks of no time that is gone: `the one called good in 2018 has been rated`."""

_TODAY = frozenset({"now", "today", "nowadays", "currently"})
_PARTING = (";", ": ", " - ", " – ", " — ", " but ", " yet ", "whereas")
_TO_VERB = 14
_TIME = frozenset({"time", "year", "month", "week", "autumn", "spring", "summer", "winter"})


def of_then(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a season that is gone, or a beginning, makes something an old one.

    Asked of sentences with one of the words `TIMED`.
    """
    if not SEASONAL.isdisjoint(sentence.said) and season_gone(page, sentence, hit):
        return True
    return not _AT_FIRST.isdisjoint(sentence.said) and _was_at_first(page.words, sentence, hit)


def _was_at_first(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it was so only to begin with: `progress was slow at first`.

    `Slow to begin` alone is how things are, unless something else is set against it.
    """
    behind = words.words[hit.last + 1 : sentence.last]
    if behind[:1] == ["initially"] or behind[:2] == ["at", "first"]:
        return True
    return behind[:2] in _TO_BEGIN and not _AGAINST.isdisjoint(behind[2:])


_AT_FIRST = frozenset({"first", "initially", "begin", "start"})
TIMED = SEASONAL | _AT_FIRST
_TO_BEGIN = [["to", "begin"], ["to", "start"]]
_AGAINST = frozenset({"but", "though", "although", "however", "while"})
