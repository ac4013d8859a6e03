"""What a page tells: an inspection's outcome, or something that only recalls one."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from watcher.extract.segment import NOTHING
from watcher.model.dates import MONTHS
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES

if TYPE_CHECKING:
    from collections.abc import Collection

    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_TELLING = frozenset("signal send sendweak negative down up positive inspectorate kind".split())
_OF_INSPECTION = frozenset("inspectorate kind grade signal send rating act".split())


def recalls(page: Page, claims: Collection[Claim]) -> bool:
    """Tell whether a page is about something else, and only recalls what inspectors found.

    Headlines about jobs, plans, strikes, petitions, and those that look forward to a visit.
    What a page calls today's, new or just published is told all the same.
    """
    title = list(takewhile(lambda sentence: sentence.role is BlockRole.TITLE, page.sentences))
    classes = NOTHING.union(*[sentence.classes for sentence in title])
    if _aside(page, title, classes) and _of_one(page, claims):
        return not has_fresh(page)
    if classes.isdisjoint(_OTHERWISE) or not any(_of_plans(page.words, s) for s in title):
        return False
    if not any(h.value == "preview" for s in title for h in s.hits) and (
        not classes.isdisjoint(_TELLING)
        or _graded(claims, len(title))
        or any(_answers(page.words, sentence) for sentence in title)
    ):
        return False
    return not has_fresh(page)


def _of_one(page: Page, claims: Collection[Claim]) -> bool:
    """Tell whether everything that a page says is said of one council."""
    names = page.context.automaton.names
    return len({names[form].codes for claim in claims for form in claim.councils}) == 1


def _aside(page: Page, title: list[Sentence], classes: frozenset[str]) -> bool:
    """Tell whether neither headline nor first sentence speak of children, or of an inspection."""
    if not title or not classes.isdisjoint(_SPEAKING):
        return False
    body = page.sentences[len(title) :]
    lead = next((s for s in body if s.last - s.first > _SHORT and s.classes), None)
    if lead is None or not lead.classes.isdisjoint(_SPEAKING - {"service"}):
        return False
    words = page.words.words
    return all(_CHILDREN.isdisjoint(words[s.first : s.last]) for s in title)


_SHORT = 8
_SPEAKING = (_TELLING - {"up", "down"}) | {"grade", "rating", "service", "act"}
_CHILDREN = frozenset({"child", "children", "childrens", "ofsted", "youngsters", "kids"})


def has_fresh(page: Page) -> bool:
    """Tell whether a page calls a judgement today's, new or just published."""
    return any(_fresh(page.words, sentence) for sentence in page.sentences)


def tells_progress(page: Page, claims: Collection[Claim]) -> bool:
    """Tell whether the headline tells of progress, and gives no grade but a known one."""
    title = list(takewhile(lambda sentence: sentence.role is BlockRole.TITLE, page.sentences))
    classes = NOTHING.union(*[sentence.classes for sentence in title])
    if classes.isdisjoint(_PROGRESS) or not classes.isdisjoint(_BAD):
        return False
    words = page.words.words
    if not any(
        h.cls == "positive" or (h.cls == "up" and words[h.first] in _BETTER)
        for s in title
        for h in s.hits
    ):
        return False
    return not any(c.sentence < len(title) and not c.status and c.outcome in GRADES for c in claims)


_PROGRESS = frozenset({"positive", "up"})
_BETTER = frozenset(
    "improve improves improved improving turnaround turned transformed progressed".split()
)
_BAD = frozenset({"signal", "negative", "down", "send", "sendweak"})


def about_a_statement(page: Page) -> bool:
    """Tell whether the headline names a statement of action that exists: `Our Written ...`.

    News says that one must be written, or what the inspection was like.
    """
    title = list(takewhile(lambda sentence: sentence.role is BlockRole.TITLE, page.sentences))
    if not any("send" in sentence.classes for sentence in title):
        return False
    hits = [hit for sentence in title for hit in sentence.hits]
    if not any(h.value == _STATEMENT for h in hits) or any(h.cls in _DEMANDING for h in hits):
        return False
    low = [w for s in title for w in page.words.words[s.first : s.last]]
    return _DEMANDS.isdisjoint(low)


_STATEMENT = "written_statement_of_action"
_DEMANDING = frozenset({"judge", "signal", "negative", "down", "kind"})
_DEMANDS = frozenset(
    "must required requires require needed needs need ordered told order forced after following"
    " issued failing failings weaknesses critical report has have to".split()
)


def _of_plans(words: Words, sentence: Sentence) -> bool:
    """Tell whether a headline speaks of people, money, plans, or of who is to run what."""
    if "doc" in sentence.classes:
        return True
    if any(h.cls in _PLANNING and words.words[h.first] in _PLANS for h in sentence.hits):
        return True
    helps = any(h.cls == "bystander" and h.value == "after" for h in sentence.hits)
    return helps and len([h for h in sentence.hits if h.cls == "council"]) > 1


_OTHERWISE = frozenset({"doc", "weak", "hyp", "bystander"})
_PLANNING = frozenset({"weak", "hyp"})
_PLANS = frozenset({"plan", "plans", "funding", "recruitment"})


def _graded(claims: Collection[Claim], end: int) -> bool:
    """Tell whether a headline gives a grade as something told."""
    return any(
        claim.sentence < end and claim.negated is None and not claim.status and not claim.past
        for claim in claims
    )


def _answers(words: Words, sentence: Sentence) -> bool:
    """Tell whether a headline gives a report as the reason: `boss to quit over report`."""
    low = words.words[sentence.first : sentence.last]
    return not _REASONS.isdisjoint(low) and not (_PAPERS | _BLOWS).isdisjoint(low)


_REASONS = frozenset({"after", "following", "over", "amid", "as", "blamed", "blame", "blames"})
_BLOWS = frozenset({"failing", "fail", "fails", "failed", "blow", "poor", "slammed", "ofsted"})

_TODAY = frozenset({"today", "yesterday", "just", "newly", "new", "latest", "week"})
_THIS = frozenset({"week", "morning", "afternoon", "evening"})
_OUT = frozenset({"published", "released", "issued", "out", "unveiled", "revealed"})
_PAPERS = frozenset({"report", "letter", "findings", "judgement", "verdict", "inspection"})
_PAPERS |= {"rating", "ratings", "failings", "failures", "grade", "visit"}
_WEEKDAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)


def _fresh(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of a judgement that has just been given."""
    low = words.words[sentence.first : sentence.last]
    ours = not sentence.classes.isdisjoint(_OF_INSPECTION)
    if not ours and low[:2] != ["the", "report"]:
        return False
    if "past" in sentence.classes or _PAPERS.isdisjoint(low):
        return ours and "now" in sentence.classes and not _VERY_NOW.isdisjoint(low)
    if not _OUT.isdisjoint(low):
        return not (_WEEKDAYS | _TODAY).isdisjoint(low)
    return ours and "now" in sentence.classes and _names_now(words, sentence)


_VERY_NOW = frozenset({"today", "yesterday"})


def _names_now(words: Words, sentence: Sentence) -> bool:
    """Tell whether the report or the inspection itself is called new."""
    for hit in sentence.hits:
        if hit.cls != "now":
            continue
        named = words.words[hit.first : hit.last + 3]
        if not _PAPERS.isdisjoint(named) or not _THIS.isdisjoint(named):
            return True
        if not _TODAY.isdisjoint(named[:1]) and named[0] != "week":
            return True
    return False


_VISITING = frozenset(
    "inspection inspections inspected visit visited visits reinspection weeks days came"
    " published report letter review until by".split()
)
_FILLING = frozenset(
    "in last by ofsted inspectors the watchdog regulator overall all areas four three every area"
    " back quote again its inspection rating".split()
)
_SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
_FRONT = 12
_BEHIND = 8


def given_in_month(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a month says when a grade was given: `Ofsted rated it inadequate in May`.

    News gives the month of the visit; whoever gives that of the judgement looks back.
    """
    if "judge" not in clause.classes:
        return False
    for word in range(hit.last + 2, min(clause.last, hit.last + _BEHIND)):
        if _is_month(words, word):
            return _FILLING.issuperset(words.words[hit.last + 1 : word])
    for word in range(max(clause.first, hit.first - _FRONT) + 1, hit.first):
        if _is_month(words, word):
            return _of_the_judging(words, clause, hit, word)
    return False


def _is_month(words: Words, word: int) -> bool:
    """Tell whether a word is a month without a year: `in May`, `last June`."""
    low, before = words.words[word], words.words[word - 1]
    if low in _SEASONS:
        return before == "last" or (before == "the" and words.words[word - 2] == "in")
    if low not in MONTHS or before not in {"in", "last"}:
        return False
    behind = words.words[word + 1 : word + 2]
    return words.original(word)[0].isupper() and not (behind and behind[0].isdecimal())


def _of_the_judging(words: Words, clause: Clause, hit: Hit, word: int) -> bool:
    """Tell whether the verb behind a month is that of judging, and nothing tells of a visit."""
    if not any(h.cls == "judge" and word < h.first < hit.first for h in clause.hits):
        return False
    if not _VISITING.isdisjoint(words.words[max(clause.first, word - 5) : hit.first]):
        return False
    return word - clause.first <= 1 or "," not in words.between(word, word + 1)


def lately(words: Words, clause: Clause) -> bool:
    """Tell whether a judgement was given in the months before: `rated good earlier this year`."""
    if not _AGAIN.isdisjoint(words.words[clause.first : clause.last]):
        return False
    return any(
        hit.cls == "past"
        and not _LATELY.isdisjoint(words.words[hit.first : hit.last + 1])
        and words.words[hit.last] != "s"
        and _BEFORE.isdisjoint(words.words[max(clause.first, hit.first - 4) : hit.last + 1])
        for hit in clause.hits
    )


_AGAIN = frozenset({"too", "also", "again", "already", "second", "third", "still"})
_LATELY = frozenset({"last", "earlier", "months", "weeks"} | _SEASONS | MONTHS.keys())
_BEFORE = frozenset(
    "time inspection inspected inspections visit visits visited report rating judgement grade"
    " years after since decade".split()
)
