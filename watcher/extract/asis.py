"""How things stand, told in passing: `Ofsted rates Kent inadequate` on a page about a budget."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.freshness import has_fresh
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, Direction

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.setting import Setting


def as_it_stands(claim: Claim, setting: Setting) -> bool:
    """Tell whether a grade is only how a council stands, on a page that opens on something else.

    Behind headline and sentences in which nobody speaks of inspectors, of a report or of an
    outcome, where nothing on the page is called new. `Has been rated` is the tense of news.
    """
    if claim.outcome not in GRADES or claim.now or claim.previous:
        return False
    if claim.direction not in _UNMOVED or claim.sentence in setting.outright:
        return False
    page = setting.page
    sentence, low = page.sentences[claim.sentence], page.words.words
    if sentence.role is BlockRole.TITLE or not sentence.said.isdisjoint(_OF_LATE):
        return False
    front = low[max(sentence.first, claim.word - _NEAR) : claim.word]
    if not (_READ.isdisjoint(sentence.said) or _READING.isdisjoint(sentence.said)):
        return False
    if any(one in _HAS and two in _GIVEN for one, two in pairwise(front)):
        return False
    return not _after_inspectors(page, claim.sentence) and not has_fresh(page)


def _after_inspectors(page: Page, end: int) -> bool:
    """Tell whether headline or what stands in front of a claim speak of inspectors.

    So does an opening of which the claim itself is a part, where nothing much stands before it.
    """
    before = page.sentences[:end]
    long = sum(s.last - s.first > _SHORT for s in before if s.role is not BlockRole.TITLE)
    telling = _TELLING if long >= _OPENING else _TELLING | _BLAMING
    return not long or any(
        not (one.classes.isdisjoint(telling) and one.said.isdisjoint(_PAPERS)) for one in before
    )


_UNMOVED = frozenset({None, Direction.SAME})
_NEAR, _SHORT, _OPENING = 9, 7, 2
_READ = frozenset({"report", "letter", "inspection", "findings"})
_READING = frozenset("says calls finds judges strips describes concludes brands states".split())
_HAS = frozenset({"has", "have"})
_GIVEN = frozenset("been rated graded judged given found branded deemed called fallen".split())
_OF_LATE = frozenset(
    "now today yesterday week month just newly new latest recent recently published out again"
    " after following".split()
)
_TELLING = frozenset("inspectorate grade rating send sendweak signal lose overall".split())
_BLAMING = frozenset("service negative positive weak down severe failnoun act acting".split())
_PAPERS = frozenset(
    "ofsted inspectors inspector inspection inspections watchdog report reports letter findings"
    " review verdict rated rating damning failing failings failures scathing".split()
)
