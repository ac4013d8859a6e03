"""How lately a judgement was given: today, this week, just now."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.model.dates import WEEKDAYS

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words

_OF_INSPECTION = frozenset("inspectorate kind grade signal send rating act".split())


def has_fresh(page: Page) -> bool:
    """Tell whether a page calls a judgement today's, new or just published."""
    return any(is_fresh(page.words, sentence) for sentence in page.sentences)


_TODAY = frozenset({"today", "yesterday", "just", "newly", "new", "latest", "week"})
_THIS = frozenset({"week", "morning", "afternoon", "evening"})
OUT = frozenset({"published", "released", "issued", "out", "unveiled", "revealed"})
PAPERS = frozenset({"report", "letter", "findings", "judgement", "verdict", "inspection"})
PAPERS |= {"rating", "ratings", "failings", "failures", "grade", "visit"}


def is_fresh(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of a judgement that has just been given."""
    low = words.words[sentence.first : sentence.last]
    ours = not sentence.classes.isdisjoint(_OF_INSPECTION)
    if _not_given(sentence, low) or ("notice" in sentence.said and _of_a_notice(low)):
        return False
    if not ours and low[:2] != ["the", "report"]:
        return low[:3] == _THIS_ONE and not OUT.isdisjoint(low) and not _TODAY.isdisjoint(low)
    if ours and (_judged_lately(sentence, low) or _lately_out(low) or _out_on_a_day(low)):
        return True
    if ours and (_within_hours(low) or _on_the_same_day(low)):
        return True
    if ours and (_unpublished(low) or ("past" not in sentence.classes and _days_after(low))):
        return True
    if "past" in sentence.classes or PAPERS.isdisjoint(low):
        return ours and "now" in sentence.classes and not _VERY_NOW.isdisjoint(low)
    if not OUT.isdisjoint(low):
        return not (WEEKDAYS | _TODAY).isdisjoint(low) or ("this", "month") in pairwise(low)
    now = ours and "now" in sentence.classes and _EACH.isdisjoint(low)
    return now and _names_now(words, sentence)


def _of_a_notice(low: list[str]) -> bool:
    """Tell whether it is a government's notice that is out: `a notice, just published, says`."""
    return any(word in OUT and "notice" in low[max(0, at - 4) : at] for at, word in enumerate(low))


def _not_given(sentence: Sentence, low: list[str]) -> bool:
    """Tell whether no judgement has been given: it is supposed, or inspectors are still at work.

    `Ofsted could`, `arrive today`, `are now in their final day`.
    """
    if not _WOULD.isdisjoint(low) and not _scarcely(low):
        return True
    if _ON_SITE.isdisjoint(low) or not PAPERS.isdisjoint(low):
        return False
    return sentence.classes.isdisjoint(_VERBS | _FOUND)


_ON_SITE = frozenset("arrive arrives finish finishes begin begins start starts day".split())
_FOUND = frozenset({"grade", "signal", "send", "urgent"})


def called_new(words: Words, grade: int) -> bool:
    """Tell whether a grade is called a new one: `after a fresh inadequate rating`."""
    front = words.words[max(0, grade - _BEFORE_IT) : grade]
    return not _ANEW.isdisjoint(front) or front in _ONE_MORE


_ANEW = frozenset({"fresh", "new", "latest", "another", "newest"})
_ONE_MORE = (["a", "second"], ["a", "third"])
_BEFORE_IT = 2
_EACH = frozenset({"each", "every"})
"""What is each council's latest is no council's new one."""

_THIS_ONE = ["this", "year", "s"]


def _judged_lately(sentence: Sentence, low: list[str]) -> bool:
    """Tell whether inspectors judged in these weeks: `rated inadequate earlier this month`."""
    if _PERIODS.isdisjoint(low) or sentence.classes.isdisjoint(_VERBS):
        return False
    if sentence.classes.isdisjoint(_INSPECTING):
        return False
    said = [h.first - sentence.first for h in sentence.hits if h.cls in _VERBS]
    said = [verb for verb in said if not _of_a_year(low[verb + 1 : verb + _WITH_YEAR])]
    return any(
        pair in _THESE_DAYS
        and any(_ELSEWHEN.isdisjoint(low[min(at, verb) : max(at, verb)]) for verb in said)
        for at, pair in enumerate(pairwise(low))
    )


def _unpublished(low: list[str]) -> bool:
    """Tell whether a paper is read before it is out: `The report, seen by the Mail, says`."""
    return any(
        (word in _LEAKED or (word == "seen" and low[at + 1 : at + 2] == ["by"]))
        and not PAPERS.isdisjoint(low[max(0, at - _BESIDE) : at + _BESIDE])
        for at, word in enumerate(low)
    )


_LEAKED = frozenset({"leaked", "unpublished"})


def _of_a_year(behind: list[str]) -> bool:
    """Tell whether a verb has a year of its own: `who come this month, rated it good in 2018`."""
    return any(one == "in" and year_of(two) is not None for one, two in pairwise(behind))


_WITH_YEAR = 5


def _lately_out(low: list[str]) -> bool:
    """Tell whether a paper is called one of these days: `Friday's report`, `last week's letter`."""
    if _DATING.isdisjoint(low):
        return False
    return any(
        word in _DATING
        and low[at + 1 : at + 2] == ["s"]
        and not PAPERS.isdisjoint(low[at + 2 : at + 5])
        for at, word in enumerate(low)
    )


def _out_on_a_day(low: list[str]) -> bool:
    """Tell whether inspectors or their paper came out with something: `on Tuesday Ofsted found`."""
    if _DAYS.isdisjoint(low) or low[0] in _CONDITION:
        return False
    days = [at for at, word in enumerate(low) if word in _DAYS and _is_day(low, at)]
    if any(low[day - 3 : day] in _ITS_VERDICT or _of_that_day(low, day) for day in days):
        return True
    return any(
        word in _COMING_OUT
        and any(
            abs(day - at) <= (_FAR_BESIDE if word in _JUDGED else _BESIDE)
            and _ELSEWHEN.isdisjoint(low[min(at, day) : max(at, day)])
            for day in days
        )
        and (
            word in _VERDICTS
            or not (_TOLD if word in _ARRIVING else _ISSUERS).isdisjoint(
                low[max(0, at - _BESIDE) : at + _BESIDE + 2]
            )
        )
        for at, word in enumerate(low)
    )


_ITS_VERDICT = tuple(
    phrase.split()
    for phrase in ("s verdict on", "s judgement on", "s findings on", "from ofsted on")
)
"""What is somebody's on a day was given on it: `Ofsted's verdict on Monday`."""


def _of_that_day(low: list[str], day: int) -> bool:
    """Tell whether inspectors' paper is that of a day: `Ofsted's report on Monday`.

    Not one that others take up on it: `will discuss the Ofsted report on Monday`.
    """
    near = range(day - 1, max(-1, day - _WHOSE), -1)
    paper = next((at for at in near if low[at] in _GIVEN_OUT), 0)
    if not paper or not _OF_A_DAY.issuperset(low[paper + 1 : day]):
        return False
    if _ISSUERS_OWN.isdisjoint(low[max(0, paper - _WHOSE) : day]):
        return False
    return _TAKING_UP.isdisjoint(low[:paper])


_GIVEN_OUT = frozenset("report letter judgement judgment findings verdict grade inadequate".split())
_OF_A_DAY = frozenset("on of last this by ofsted inspectors early late".split())
_ISSUERS_OWN = frozenset({"ofsted", "inspectors", "watchdog", "inspectorate", "regulator"})
_WHOSE = 5
_TAKING_UP = frozenset(
    "will discuss discussed debate debated consider considered present presented met meet meets"
    " receive received scrutinise heard hear examine welcome welcomed answer answered".split()
)


def _is_day(low: list[str], at: int) -> bool:
    """Tell whether a word is a day of these: `on Tuesday`, `this morning`, `last night`."""
    before = low[at - 1] if at else ""
    if "ago" in low[max(0, at - 2) : at]:
        return False
    if low[at] in WEEKDAYS:
        return before in _ON or (before == "of" and low[at - 2] in _GIVEN_OUT)
    return low[at] in _VERY_NOW or (before, low[at]) in _THESE_HOURS


_BESIDE, _FAR_BESIDE = 7, 14
_VERDICTS = frozenset({"judged", "rated", "downgraded", "graded"})
_JUDGED = _VERDICTS | {"branded", "found"}
"""Verbs that have all of a verdict between themselves and their day."""

_ON = frozenset({"on", "last", "", "late", "early"})
_THESE_HOURS = frozenset(
    {("this", "morning"), ("this", "afternoon"), ("this", "evening"), ("last", "night")}
    | {("that", "morning"), ("that", "afternoon"), ("that", "evening"), ("that", "night")}
    | {("this", "week"), ("last", "week"), ("a", "fortnight")}
)
_CONDITION = frozenset({"if", "when", "before", "after", "since", "until"})
_ARRIVING = frozenset(
    "came come turned landed dropped arrived appeared put announced learned learnt result"
    " outcome".split()
)
"""What inspectors do too, so that it takes a paper."""
_TOLD = PAPERS | {"decision"}
_COMING_OUT = (
    _ARRIVING
    | OUT
    | frozenset(
        "delivered found concluded judged rated told branded gave given handed downgraded graded"
        " reported relegated marked release publication public live online uploaded posted".split()
    )
)
_ISSUERS = PAPERS | {"ofsted", "inspectors", "watchdog", "inspectorate", "regulator", "cqc"}


def _on_the_same_day(low: list[str]) -> bool:
    """Tell whether a verdict came with the news itself: `It came on the day Ofsted found`.

    So it did on a day of these: `on Thursday, the day inspectors`.
    """
    if _DAYS_OF.isdisjoint(low) or _ISSUERS.isdisjoint(low) or "expected" in low:
        return False
    for at, (the, day) in enumerate(pairwise(low)):
        if day not in _DAYS_OF:
            continue
        if the == "same" and at < _EARLY:
            return True
        if the == "the" and (low[at - 1] in _DATING or not _NEWS_ITSELF.isdisjoint(low[:at])):
            return not _ISSUERS.isdisjoint(low[at + 2 : at + _BESIDE])
    return False


_DAYS_OF = frozenset({"day", "week", "morning", "afternoon", "evening"})
_EARLY = 4


def _within_hours(low: list[str]) -> bool:
    """Tell whether hours part something from a report: `an hour before inspectors put it out`.

    Or a day, where it is the news itself that came so soon: `The move came a day after Ofsted`.
    """
    if _SHORTLY.isdisjoint(low):
        return False
    for at, word in enumerate(low[:-1]):
        if word not in _SHORTLY or not (low[at + 1] in _APART or _within(low, at)):
            continue
        if word in _DAY and _NEWS_ITSELF.isdisjoint(low[:at]):
            continue
        near = low[at + 2 : at + _TO_PAPER]
        if not _ISSUERS.isdisjoint(near) and not (_COMING_OUT | PAPERS).isdisjoint(near):
            return True
    return False


def _within(low: list[str], at: int) -> bool:
    """Tell whether a time is a span: `within an hour of`."""
    return low[at + 1] == "of" and "within" in low[max(0, at - _SPAN) : at]


_SPAN = 3
_SHORTLY = frozenset("minutes hour hours moments day days".split())
_DAY = frozenset({"day", "days"})
_APART = frozenset({"after", "before", "earlier", "later"})
_NEWS_ITSELF = frozenset("came comes follows emerged announced announcement issued made".split())
_TO_PAPER = 12


def _days_after(low: list[str]) -> bool:
    """Tell whether something came within days of a report: `a week after its publication`."""
    for at, pair in enumerate(pairwise(low)):
        if pair in _SOON_AFTER and not _COUNTED_WEEKS.isdisjoint(low[max(0, at - 1) : at + 1]):
            return not PAPERS.isdisjoint(low[at + 2 : at + 10])
    return False


_SOON_AFTER = frozenset(
    (time, after) for time in ("hours", "days", "day", "week") for after in ("after", "since")
)
_COUNTED_WEEKS = frozenset({"a", "one", "just", "hours", "days", "day"})
_ELSEWHEN = frozenset({"before", "after", "until", "when", "who", "which", "and", "but"})
_PERIODS = frozenset({"week", "month"})
_DATING = WEEKDAYS | {"week", "today", "yesterday"}
_THESE_DAYS = frozenset({("this", "week"), ("this", "month"), ("last", "week")})
_INSPECTING = frozenset({"inspectorate", "kind"})
_VERBS = frozenset({"judge", "down", "up", "rating"})


_WOULD = frozenset({"would", "could", "might"})


def _scarcely(low: list[str]) -> bool:
    """Tell whether what could be is what is: `a report that could hardly be worse`."""
    return any(one in _WOULD and two in _HARDLY for one, two in pairwise(low))


_HARDLY = frozenset({"hardly", "scarcely", "barely", "not"})
_VERY_NOW = frozenset({"today", "yesterday"})
_DAYS = WEEKDAYS | _VERY_NOW | {"morning", "afternoon", "evening", "night", "week", "fortnight"}


def _names_now(words: Words, sentence: Sentence) -> bool:
    """Tell whether the report or the inspection itself is called new."""
    for hit in sentence.hits:
        if hit.cls != "now":
            continue
        named = words.words[hit.first : hit.last + 3]
        if not PAPERS.isdisjoint(named) or not _THIS.isdisjoint(named):
            return True
        if not _TODAY.isdisjoint(named[:1]) and named[0] != "week":
            return True
    return False
