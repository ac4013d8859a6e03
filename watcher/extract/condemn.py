"""Verdicts in a word: `a damning Ofsted report`, `slammed by inspectors`, `failing children`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.tasks import RATED_BY
from watcher.model.dates import WEEKDAYS
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

CONDEMNED = "damning"
"""The value of the phrases that condemn."""

CONDEMNATION = "signal.damning"
"""Their rule."""


def condemns(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether inspectors condemn what a council does for children, and do so now."""
    words = page.words
    if words.words[hit.last] in _UNFIT:
        stands = _found_so(words, sentence, hit)
        return stands and _of_children(page, sentence) and not _recalled(page, sentence, hit)
    if not (_inspecting(page, sentence) and _of_children(page, sentence)):
        return False
    if words.words[hit.last] in _VERBS:
        stands = _by_inspectors(words, sentence, hit)
    elif _ADJECTIVES.isdisjoint(words.words[hit.first : hit.last + 1]):
        stands = True
    else:
        stands = _of_a_paper(words, sentence, hit)
    return stands and not _recalled(page, sentence, hit)


def _inspecting(page: Page, sentence: Sentence) -> bool:
    """Tell whether inspectors are named, or right beside what is said of their report."""
    if not sentence.classes.isdisjoint(_INSPECTING):
        return RATED_BY.isdisjoint(sentence.said) or not _in_adjectives(page.words, sentence)
    if sentence.said.isdisjoint(_LETTERS):
        return False
    beside = page.sentences[max(0, sentence.index - 2) : sentence.index + 3]
    return any(not one.classes.isdisjoint(_INSPECTING) for one in beside)


def _in_adjectives(words: Words, sentence: Sentence) -> bool:
    """Tell whether inspectors are named in adjectives alone: `Ofsted-rated "inadequate" care`."""
    return all(
        words.words[h.last + 1] in RATED_BY and "-" in words.between(h.last, h.last + 1)
        for h in sentence.hits
        if h.cls in _INSPECTING and h.last + 1 < sentence.last
    )


_LETTERS = frozenset({"report", "letter"})
_INSPECTING = frozenset({"inspectorate", "kind"})
_VERBS = frozenset(
    "slams slammed slam slamming blasts blasted blast lambasts lambasted lambast castigates"
    " castigated savages savaged condemned condemns panned pans berates berated criticised"
    " slates slated slate roasting mauling".split()
)
_ADJECTIVES = frozenset(
    "damning damming scathing blistering withering excoriating devastating critical".split()
)
_PAPERS = frozenset(
    "report reports verdict letter findings judgement judgment inspection review assessment"
    " conclusions criticism criticisms indictment ofsted".split()
)
_CHILDREN = frozenset(
    "child children childrens youngsters kids families pupils send social safeguarding".split()
)
_NAMED, _TOLD = 5, 8


def _of_children(page: Page, sentence: Sentence) -> bool:
    """Tell whether the sentence or the headline speaks of services for children.

    A headline over an inspectorate's report leaves it to the lead to say so.
    """
    if not sentence.classes.isdisjoint(_SERVICES):
        return True
    end = len(page.titles)
    named = sentence.role is BlockRole.TITLE and not sentence.classes.isdisjoint(_INSPECTING)
    lead = page.sentences[end : end + 1] if named else ()
    return any(
        not one.classes.isdisjoint(_SERVICES) or not _CHILDREN.isdisjoint(one.said)
        for one in (sentence, *page.titles, *lead)
    )


_SERVICES = frozenset({"service", "area"})


def _by_inspectors(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is inspectors who condemn: `Ofsted slams`, `slammed by inspectors`."""
    for other in sentence.hits:
        if other.cls not in _INSPECTING:
            continue
        if other.first > hit.last:
            between = words.words[hit.last + 1 : other.first]
            if not _BY.isdisjoint(between):
                return True
        elif hit.first - other.last <= _NAMED:
            return "by" not in words.words[hit.last + 1 : hit.last + 3]
    return False


_BY = frozenset({"by", "in", "from"})


def _of_a_paper(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a report is what is damning: `a damning report`, `the letter is scathing`."""
    behind = words.words[hit.first + 1 : min(sentence.last, hit.last + 1 + _NAMED)]
    front = words.words[max(sentence.first, hit.first - _TOLD) : hit.first]
    return not _PAPERS.isdisjoint(behind) or not _PAPERS.isdisjoint(front)


def _recalled(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is told as something old: behind the lead, or as what came before.

    Not where the sentence calls it new.
    """
    low = page.words.words
    received = low[max(sentence.first, hit.first - _RELATIVE) : hit.first]
    if _of_another_time(low, sentence, hit) or received[-2:] == ["before", "the"]:
        return True
    if not _WHICH.isdisjoint(received) and not _HAVING.isdisjoint(received):
        return True
    if not _NEW.isdisjoint(low[sentence.first : sentence.last]):
        return False
    if sentence.index > len(page.titles) + _LEAD:
        return True
    front = low[max(sentence.first, hit.first - _NAMED) : hit.first]
    behind = low[hit.last + 1 : min(sentence.last, hit.last + 1 + _NAMED)]
    if front[-1:] == ["another"]:
        return False
    if not (_AFTER.isdisjoint(front) and _LEADING.isdisjoint(behind)):
        return not (_answers(page, sentence) or _borne_out(page, sentence))
    if _ADJECTIVES.isdisjoint(low[hit.first : hit.last + 1]):
        return False
    return any(low in _WITHIN for low in [low for low in front if low not in _ARTICLES][-1:])


def _of_another_time(low: list[str], sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a court hears of a report, or something is told of years on from it.

    `A tribunal has heard of a damning report`, `parents protest over damning report a year on`.
    """
    if not (_COURTS.isdisjoint(sentence.said) or _HEARING.isdisjoint(sentence.said)):
        return True
    behind = low[hit.last + 1 : sentence.last] if "on" in sentence.said else []
    return any(one in _SPANS and two == "on" for one, two in pairwise(behind))


_COURTS = frozenset({"tribunal", "court", "inquest", "jury"})
_HEARING = frozenset({"heard", "hears", "told", "ruled", "rules", "rejected"})
_SPANS = frozenset({"year", "years", "months", "decade"})


def _answers(page: Page, sentence: Sentence) -> bool:
    """Tell whether headline or lead say that somebody is sorry: only what is new is answered so."""
    if sentence.index > len(page.titles) or not sentence.classes.isdisjoint(_OLDER):
        return False
    return not _SORRY.isdisjoint(sentence.said) and _REFUSING.isdisjoint(sentence.said)


_OLDER = frozenset({"hyp", "neg", "pseudo"})
_REFUSING = frozenset({"refuses", "refused", "yet", "demands", "demand"})
_SORRY = frozenset("apologises apologised apologise apology apologies sorry responds".split())


def _borne_out(page: Page, sentence: Sentence) -> bool:
    """Tell whether a lead that answers a report is followed by what the report found.

    `The leader must go over a damning report. The watchdog found serious failures.`
    """
    titles = len(page.titles)
    if not titles <= sentence.index <= titles + 1 or not _OLD.isdisjoint(sentence.classes):
        return False
    return any(
        not one.classes.isdisjoint(_FAILING)
        and not (one.classes.isdisjoint(_INSPECTING) and one.said.isdisjoint(_LETTERS))
        and one.classes.isdisjoint(_OLD)
        for one in page.sentences[sentence.index + 1 : sentence.index + 3]
    )


_FAILING = frozenset({"signal"})
_OLD = frozenset({"past"})


def _found_so(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether inspectors say that something does not work: `the letter calls it flawed`.

    Not of themselves, nor of the country.
    """
    low = words.words
    if not _NATION.isdisjoint(sentence.said) or not _PAPERS.isdisjoint(
        low[hit.first - 2 : hit.first]
    ):
        return False
    front = low[sentence.first : hit.first]
    who = next((at for at, word in enumerate(front) if word in _WRITERS), len(front))
    if not _SAYING.isdisjoint(front[who:]):
        return "that" in front[who:] or _OPINION.isdisjoint(sentence.classes)
    behind = low[hit.last + 1 : min(sentence.last, hit.last + 1 + _TOLD)]
    return not _WRITERS.isdisjoint(behind) and not _SAYING.isdisjoint(behind)


_UNFIT = frozenset({"flawed", "purpose"})
_NATION = frozenset("national nationally england country government".split())
_OPINION = frozenset({"speaker"})
_WRITERS = frozenset("ofsted inspectors inspectorates report letter watchdog watchdogs".split())
_SAYING = frozenset(
    "say said says found find finds called calls concluded states describes described warn warned"
    " warns reported wrote told".split()
)
_LEAD = 3
_RELATIVE = 3
_WHICH = frozenset({"which", "who"})
_HAVING = frozenset({"received", "got", "had"})
"""What is added of somebody is known: `the hub, which received a damning report`."""

_NEW = WEEKDAYS | {"today", "yesterday", "morning", "new", "latest", "week"}
_AFTER = frozenset(
    "after following follows followed since despite over amid when accused until before between"
    " response will would could may might".split()
)
_WITHIN = frozenset({"in", "from", "of", "to", "with"})
_ARTICLES = frozenset({"a", "the", "its", "this", "that", "second", "another"})
_LEADING = frozenset("put led prompted sparked forced triggered plunged saw set meant".split())
"""What an old report did: `a damning report put the council into intervention`."""


def failed_before(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a failed inspection is only what something comes after, behind the lead.

    Asked of phrases by the rules `TESTS`.
    """
    if sentence.index <= len(page.titles):
        return False
    front = page.words.words[max(sentence.first, hit.first - _CLOSE) : hit.first]
    return not _FAILED_BEFORE.isdisjoint(front)


TESTS = frozenset({"signal.failed-inspection", "signal.failed-ofsted"})
_FAILED_BEFORE = frozenset({"after", "following", "since"})
_CLOSE = 3
