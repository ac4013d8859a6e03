"""Whose is the grade of a headline that names nobody: of whom the text gives it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.segment import split_clauses
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, Area

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.model.finding import Rejection

_HEADLINES = frozenset({BlockRole.TITLE, BlockRole.STANDFIRST})
_MOST = 4
"""A headline's grade is not that of more councils than this."""


def rebound(page: Page, claims: list[Claim]) -> list[Claim]:
    """Give a nameless headline's grade to those who get it in the text.

    The council most spoken of keeps it, unless the text names it with other grades only.
    """
    if all("council" in title.classes for title in page.titles):
        return claims
    if not any(_nameless(page, claim) for claim in claims):
        return claims
    return [_moved(page, claim, claims) if _nameless(page, claim) else claim for claim in claims]


def of_another_body(page: Page, claims: list[Claim], rejected: list[Rejection]) -> list[Claim]:
    """Leave out what a nameless headline says where the text opens with another body's verdict.

    `Council to act over damning Ofsted report` stands over a children's centre's grade too. So
    does what that body was before: `a college requires improvement, having been outstanding`.
    """
    others = {one.quote for one in rejected if one.reason == _OTHERS}
    if not others or not claims:
        return claims
    claims = [one for one in claims if not _was_its_own(page, one, others)]
    if not page.titles:
        return claims
    after = page.titles[-1].index + 1
    if after >= len(page.sentences) or page.quote(after, after) not in others:
        return claims
    return [one for one in claims if not _blames(page, one)]


def _was_its_own(page: Page, claim: Claim, others: set[str]) -> bool:
    """Tell whether a grade is what another body had, told behind its new one: `having been`."""
    sentence = page.sentences[claim.sentence]
    if "having" not in sentence.said or page.quote(claim.sentence, claim.sentence) not in others:
        return False
    clause = next(c for c in split_clauses(sentence, page.words) if claim.word < c.last)
    return page.words.words[clause.first] == "having"


def _blames(page: Page, claim: Claim) -> bool:
    """Tell whether a claim is a headline's blame, without a grade, for no service that it names."""
    sentence = page.sentences[claim.sentence]
    if sentence.role not in _HEADLINES or claim.outcome in GRADES or claim.outcome is None:
        return False
    return sentence.classes.isdisjoint(_NAMING)


_OTHERS = "other_subject"
_NAMING = frozenset({"service", "area", "council"})


def _nameless(page: Page, claim: Claim) -> bool:
    """Tell whether a claim is the grade of a headline that names no council."""
    sentence = page.sentences[claim.sentence]
    if sentence.role not in _HEADLINES or "council" in sentence.classes:
        return False
    return claim.outcome in GRADES and claim.area is Area.OVERALL and claim.negated is None


def _moved(page: Page, claim: Claim, claims: list[Claim]) -> Claim:
    """Bind the headline's grade anew, where the text contradicts whom it was bound to."""
    mine = _codes(page, claim.councils)
    body = [
        other
        for other in claims
        if page.sentences[other.sentence].role not in _HEADLINES
        and other.outcome in GRADES
        and other.negated is None
    ]
    named = False
    owners: dict[str, None] = {}
    for other in body:
        ours = not mine.isdisjoint(_codes(page, other.councils))
        standing = not (other.past or other.status)
        if other.outcome is claim.outcome and standing and ours:
            return claim
        if other.outcome is claim.outcome and standing and not other.anaphora:
            owners.update(dict.fromkeys(other.councils))
        named = named or (ours and not other.anaphora and other.area is Area.OVERALL)
    return claim.but(councils=tuple(owners)) if named and 0 < len(owners) <= _MOST else claim


def _codes(page: Page, councils: tuple[str, ...]) -> set[str]:
    """Give the codes of the councils that names can mean."""
    names = page.context.automaton.names
    return {code for form in councils for code in names[form].codes}
