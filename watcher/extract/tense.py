"""How the verbs around a grade tell it: as heard of, as what had been before, as of that time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.extract.recency import POINTERS, points_back
from watcher.model.dates import MONTHS

if TYPE_CHECKING:
    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def tense_of(page: Page, sentence: Sentence, one: Graded, *, past: bool) -> tuple[bool, bool, bool]:
    """Tell of a grade whether somebody hears of it, whether it is past, and by its tense alone.

    By its tense alone may also be past what is new: `had been judged ... in May`. Where it is
    `past` in any case, its tense is not asked.
    """
    words, hit, clause, said = page.words, one.hit, one.clause, sentence.said
    if _TELLING.isdisjoint(said) and "pastperfect" not in clause.classes:
        return False, past, False
    heard = not _HEARD.isdisjoint(said) and _is_heard(words, sentence, hit)
    if past or one.part in _STANDING:
        return heard, past, False
    had = "pastperfect" in clause.classes or not _HAD.isdisjoint(said)
    if had and not heard and _had_been(words, clause, hit):
        if _reported(page, sentence, hit) and not _of_before(words, sentence, hit):
            return True, False, False
        if _minuted(page) and not _of_before(words, sentence, hit):
            return True, False, False
        return heard, True, _month_behind(words, sentence, hit)
    if had and not heard and _had_moved(words, sentence, hit) and _minuted(page):
        heard = not _of_before(words, sentence, hit)
    then = not POINTERS.isdisjoint(said) and points_back(words, sentence, hit)
    return heard, then, then


_STANDING = frozenset({"now", "gone"})


def _had_been(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is one that somebody had had: `had been rated good`, `had judged`."""
    verbs = [h for h in clause.hits if h.cls in _VERBS and 0 < hit.first - h.last <= _TO_GRADE]
    return any(
        verb.cls == "pastperfect" or _had_before(words.words[verb.first - _HAD_AT : verb.first])
        for verb in verbs
    )


def _had_before(front: list[str]) -> bool:
    """Tell whether a verb was had: `had been`, `had judged`; not `has had it judged`."""
    return not _HAD.isdisjoint(front[1:]) and _HAS.isdisjoint(front[:-1])


_HAD_AT = 3
_HAS = frozenset({"has", "have"})


def _had_moved(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is one that somebody had got to: `had fallen from good to it`."""
    return not _HAD.isdisjoint(words.words[sentence.first : hit.first])


_VERBS = frozenset({"pastperfect", "judge"})
_HAD = frozenset({"had", "d"})
_TO_GRADE = 6


def _month_behind(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a month is named behind a grade: `in its report of 12 June`."""
    return not _MONTHS.isdisjoint(words.words[hit.last + 1 : sentence.last])


_MONTHS = frozenset(MONTHS)


def _is_heard(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is told as what somebody heard: `members noted that it had been ...`.

    What is heard or noted is told in the pluperfect though it is new.
    """
    front = words.words[sentence.first : hit.first]
    told = [
        place
        for place, word in enumerate(front)
        if place and word in _HEARD and (word != "said" or front[place - 1] in _SPEAKERS)
    ]
    if told and not _IN_COURT.isdisjoint(front[: told[0]]):
        return False
    return bool(told) and not _timed(words, sentence.first + told[0], hit)


def _reported(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is what somebody says of a report: `she said that`, `he told a panel`.

    The page must have named the report, or call the inspection new.
    """
    words, low = page.words, page.words.words
    if _REPORTING.isdisjoint(sentence.said) or not _LATER.isdisjoint(low[hit.last : sentence.last]):
        return False
    if "now" not in sentence.classes and not any(
        "report" in s.said for s in page.sentences[: sentence.index]
    ):
        return False
    front = low[sentence.first : hit.first]
    return not _REPORTING.isdisjoint(front) or any(
        one in _MARKED and "," in words.between(word - 1, word)
        for word, one in enumerate(low[hit.last + 1 : sentence.last], hit.last + 1)
    )


_REPORTING = frozenset(
    "said told confirmed admitted wrote emerged revealed announced conceded statement acknowledged"
    " heard explained reported".split()
)
_LATER = frozenset(
    "since then before until when now but although predecessor predecessors former ago".split()
)
_MARKED = frozenset({"he", "she", "they", "the", "it"})


def _timed(words: Words, first: int, hit: Hit) -> bool:
    """Tell whether a time is named between a word and a grade: `when it had been judged`."""
    return any(
        word in _TIMES and not after[:1].isdecimal() and after not in _AGAIN
        for word, after in pairwise(words.words[first : hit.first + 1])
    )


def _of_before(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether minutes tell of a grade as of one before: `previously`, `in 2015`."""
    if not _BEFORE.isdisjoint(sentence.said) or _timed(words, sentence.first, hit):
        return True
    low = words.words
    return any(
        year_of(low[word]) is not None and low[word - 1] not in _MONTHS
        for word in range(sentence.first + 1, sentence.last)
    )


_BEFORE = frozenset(
    "previously already earlier formerly originally last previous reminded recalled".split()
)


def _minuted(page: Page) -> bool:
    """Tell whether a page gives a committee's minutes, which tell all in the pluperfect."""
    if "minutes" not in page.once:
        page.once["minutes"] = len(_OF_MINUTES.intersection(page.words.words)) >= _MINUTED
    return bool(page.once["minutes"])


def had_found(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with what inspectors had found before: `Ofsted had concluded`.

    Not in minutes, nor where somebody says so: `Inspectors had found no plan, the report says`.
    """
    low, first = page.words.words, sentence.first
    had = low[first : first + _SUBJECT]
    if "had" not in had or "now" in sentence.classes:
        return False
    word = first + had.index("had")
    behind = [low[at] for at in range(word + 1, min(word + 3, sentence.last))]
    verb = next((said for said in behind if said not in _ALSO), "")
    if verb not in _FINDING or not _SAYING.isdisjoint(sentence.said - {verb}):
        return False
    named = any(h.cls in _INSPECTING and h.last < word for h in sentence.hits)
    return named and not _minuted(page) and not any(_finds(page, one) for one in page.titles)


def _finds(page: Page, title: Sentence) -> bool:
    """Tell whether a headline says today what they found: `Minister acts after Ofsted finds`."""
    low = page.words.words
    return any(
        low[word] in _FINDS and low[word - 1] in _INSPECTORS
        for word in range(title.first + 1, title.last)
    )


_FINDS = frozenset("finds find warns warn uncovers uncover identifies identify reveals".split())
_INSPECTORS = frozenset({"ofsted", "inspectors", "watchdog", "inspectorate"})


_INSPECTING = frozenset({"inspectorate", "kind"})
_SUBJECT = 6
_SAYING = frozenset("says said say adds added told heard learned learnt".split())
_ALSO = frozenset({"also", "already", "previously", "earlier"})
_FINDING = frozenset(
    "found concluded warned judged reported criticised identified noted raised discovered said told"
    " written stated".split()
)

_OF_MINUTES = frozenset(
    "minutes committee members resolved noted chairman chair agenda item panel advised".split()
)
_MINUTED = 3
"""So many of these words are hardly found in a newspaper's story."""


_IN_COURT = frozenset("judge justice court tribunal coroner inquest jury ombudsman".split())
"""Who hears what had been found recalls it."""

_SPEAKERS = frozenset("ofsted inspectors watchdog inspectorate regulator report".split())
_HEARD = frozenset(
    "said learned learnt heard noted told informed advised reported welcomed announced confirmed"
    " considered revealed disappointed devastating devastated delighted proud saddened".split()
)
_TELLING = POINTERS | _HAD | _HEARD
"""Words without one of which, or a pluperfect, a grade is told in no tense of its own."""

_AGAIN = frozenset({"more", "again"})
_TIMES = frozenset("when since before until while after ago once how".split())


def led_from(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is only what today's news follows: `After the 2017 rating, it now`."""
    front = words.words[clause.first : hit.first]
    if len(front) > _OPENING or _LEADING.isdisjoint(front):
        return False
    cue = next(h.first for h in clause.hits if h.cls == "now")
    if cue < hit.first:
        return False
    verb = not _VERBAL.isdisjoint(words.words[cue - 1 : cue + 1])
    return verb or "," in words.text[words.end(hit.last) : words.starts[cue]]


_OPENING = 6
_LEADING = frozenset({"following", "after", "since"})
_VERBAL = frozenset({"has", "have", "had", "is", "are", "will"})
