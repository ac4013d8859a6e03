"""News or background: what an article reports, and what it only recalls."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.occasion import VISITS
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, Kind, Role

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.occasion import Occasions
    from watcher.extract.page import Page
    from watcher.model.dates import PartialDate

_FRESH = dt.timedelta(days=275)
"""The longest that a report stayed unpublished was 214 days; minutes and blogs follow later."""

_STALE = dt.timedelta(days=60)
"""A judgement given longer ago than this is no news; a visit longer ago may be."""

_LEAD = 4
_RECAP_DAYS = dt.timedelta(days=45)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the role of a claim depends on beside itself.

    `newest` is the latest date that the page names, for pages without a date of their own.
    `recap` says that headline and lead are about something else than an inspection's outcome.
    """

    published: PartialDate | None
    newest: PartialDate | None
    kind: Kind | None
    recap: bool
    undated_news: bool
    has_visit: bool
    acts: bool
    lookback: bool
    title_progress: bool


def setting_of(
    page: Page, claims: list[Claim], occasions: Occasions, published: PartialDate | None
) -> Setting:
    """Gather what roles depend on."""
    dates = [date for found in occasions.dates for _, date in found]
    lead_end = _lead_end(page)
    told = any(
        claim.sentence < lead_end and not claim.past and not claim.status and claim.negated is None
        for claim in claims
    )
    return Setting(
        published=published,
        newest=max(dates) if dates else None,
        kind=occasions.kind,
        recap=not told or _recap_title(page),
        undated_news=any(
            c.dated is None and not c.past and not c.status and c.outcome is not None
            for c in claims
        ),
        acts=_acts_title(page),
        lookback=_looks_back(page),
        title_progress=_tells_of_progress(page),
        has_visit=occasions.kind in VISITS - {Kind.UNANNOUNCED_VISIT}
        and not any(_headline_grade(claim, page) for claim in claims),
    )


def _headline_grade(claim: Claim, page: Page) -> bool:
    """Tell whether the headline gives a grade, so that an earlier visit is not the news."""
    title = page.sentences[claim.sentence].role is BlockRole.TITLE
    given = claim.outcome in GRADES or claim.previous is not None
    return title and given and not (claim.status or claim.past)


def _lead_end(page: Page) -> int:
    """Give the first sentence behind headline and lead."""
    titles = sum(1 for s in page.sentences if s.role in {BlockRole.TITLE, BlockRole.STANDFIRST})
    return titles + _LEAD


_NEWSY = frozenset({"judge", "now", "down", "up", "signal", "lose", "same", "kind", "positive"})


def _looks_back(page: Page) -> bool:
    """Tell whether the headline looks back and tells nothing new: `A decade of ...`."""
    for sentence in page.sentences:
        if sentence.role is not BlockRole.TITLE:
            break
        classes = {hit.cls for hit in sentence.hits}
        if "past" in classes and not classes & _NEWSY:
            return True
    return False


def _tells_of_progress(page: Page) -> bool:
    """Tell whether the headline is about progress and gives no grade."""
    title = {h.cls for s in page.sentences if s.role is BlockRole.TITLE for h in s.hits}
    return "positive" in title and "grade" not in title


def _acts_title(page: Page) -> bool:
    """Tell whether the headline is about an act of government, and gives no grade."""
    for sentence in page.sentences:
        if sentence.role is not BlockRole.TITLE:
            break
        classes = {hit.cls for hit in sentence.hits}
        if "act" in classes and not classes & {"judge", "down", "up", "signal", "lose"}:
            return True
    return False


def _recap_title(page: Page) -> bool:
    """Tell whether the headline is about jobs, money or plans, and names no outcome."""
    for sentence in page.sentences:
        if sentence.role is not BlockRole.TITLE:
            break
        classes = {hit.cls for hit in sentence.hits}
        if classes & {"grade", "signal", "send", "inspectorate", "kind", "down", "up"}:
            return False
        if "doc" in classes or "act" in classes or "intervention" in classes:
            return True
    return False


def role_of(claim: Claim, setting: Setting) -> tuple[Role, str]:
    """Give a claim's role and the reason."""
    graded = claim.outcome in GRADES
    if claim.past:
        return Role.BACKGROUND, "historical"
    if claim.status and graded:
        return Role.BACKGROUND, "status"
    if claim.outcome is not None and _old(claim, setting):
        return Role.BACKGROUND, "dated"
    if graded and setting.has_visit and not _stated_as_new(claim):
        return Role.BACKGROUND, "visit_gives_no_grade"
    if setting.acts and graded and claim.sentence > 0:
        return Role.BACKGROUND, "intervention_is_the_news"
    if setting.lookback and not claim.now and claim.sentence > _LEAD:
        return Role.BACKGROUND, "looking_back"
    if setting.recap and graded and claim.dated is not None:
        return Role.BACKGROUND, "recap"
    return Role.NEWS, ""


def _stated_as_new(claim: Claim) -> bool:
    """Tell whether a headline gives the grade, or the sentence says that it is today's."""
    return claim.now or (claim.sentence == 0 and not claim.status)


def _old(claim: Claim, setting: Setting) -> bool:
    """Tell whether the date that a claim names is too old for news."""
    if claim.dated is None or claim.now:
        return False
    if setting.published is None:
        year_only = len(claim.dated.text) == len("2018")
        weak = year_only or claim.sentence >= _LEAD or setting.title_progress
        if setting.undated_news and weak:
            return True
        newest = setting.newest
        return newest is not None and newest.first - claim.dated.last > _FRESH
    if len(claim.dated.text) == len("2018"):
        return claim.dated.first.year < setting.published.first.year
    limit = _FRESH if claim.visit_dated else _STALE
    return setting.published.first - claim.dated.last > limit
