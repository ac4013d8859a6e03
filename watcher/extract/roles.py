"""News or background: what an article reports, and what it only recalls."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from watcher.extract.choose import NEGATIVE
from watcher.extract.occasion import VISITS
from watcher.extract.segment import NOTHING
from watcher.extract.stories import about_a_statement, has_fresh, recalls, tells_progress
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Kind, Outcome, Role

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.occasion import Occasions
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.model.dates import PartialDate

_FRESH = dt.timedelta(days=275)
"""The longest that a report stayed unpublished was 214 days; minutes and blogs follow later."""

_STALE = dt.timedelta(days=60)
"""A judgement given longer ago than this is no news; a visit longer ago may be."""

_LEAD = 4
_TITLES = frozenset({BlockRole.TITLE, BlockRole.STANDFIRST})
_GRADELESS = VISITS - {Kind.UNANNOUNCED_VISIT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the role of a claim depends on beside itself.

    `newest` is the latest date that a page names, None for one with a date of its own.
    `recap` says that headline and lead are about something else than an inspection's outcome;
    `recalled` that the headline tells of something else, and nothing is called new; `progress`
    that it tells of progress and of no grade; `statement` that it names a statement of action
    that exists.
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
    title_mute: bool
    told_now: bool
    recalled: bool
    progress: bool
    statement: bool


def setting_of(
    page: Page, claims: list[Claim], occasions: Occasions, published: PartialDate | None
) -> Setting:
    """Gather what roles depend on."""
    titles = [sentence for sentence in page.sentences if sentence.role in _TITLES]
    title = _title(page)
    standing = [claim for claim in claims if not claim.past and not claim.status]
    lead_end = len(titles) + _LEAD
    told = any(c.sentence < lead_end and c.negated is None for c in standing)
    return Setting(
        published=published,
        newest=_newest(occasions) if published is None else None,
        kind=occasions.kind,
        recap=(not told and not _of_outcome(page, title)) or _recap_title(title),
        undated_news=any(c.dated is None and c.outcome is not None for c in standing),
        acts=_acts_title(title) or (_known_by_grade(titles, claims) and not has_fresh(page)),
        lookback=_looks_back(title),
        title_progress=_tells_of_progress(titles),
        title_mute=_mute(titles),
        recalled=recalls(page, claims),
        progress=tells_progress(page, claims),
        statement=about_a_statement(page),
        told_now=any(c.now and c.dated is None and c.outcome in GRADES for c in standing),
        has_visit=occasions.kind in _GRADELESS
        and not any(_headline_grade(claim, page) or _of_full(claim, page) for claim in standing),
    )


def _title(page: Page) -> list[Sentence]:
    """Give the sentences of the headline with which a page opens."""
    return list(takewhile(lambda sentence: sentence.role is BlockRole.TITLE, page.sentences))


def _newest(occasions: Occasions) -> PartialDate | None:
    return max([date for found in occasions.dates for _, date in found], default=None)


def _headline_grade(claim: Claim, page: Page) -> bool:
    """Tell whether the headline gives a grade, so that an earlier visit is not the news."""
    title = page.sentences[claim.sentence].role is BlockRole.TITLE
    return title and (claim.outcome in GRADES or claim.previous is not None)


def _of_full(claim: Claim, page: Page) -> bool:
    """Tell whether a sentence gives the grade of a full inspection as something new."""
    if claim.outcome not in GRADES or claim.negated is not None:
        return False
    hits = page.sentences[claim.sentence].hits
    return any(h.cls == "kind" and h.value == "full_inspection" for h in hits)


_NEWSY = frozenset({"judge", "now", "down", "up", "signal", "lose", "same", "kind", "positive"})


def _looks_back(title: list[Sentence]) -> bool:
    """Tell whether the headline looks back and tells nothing new: `A decade of ...`."""
    return any("past" in s.classes and s.classes.isdisjoint(_NEWSY) for s in title)


def _tells_of_progress(titles: list[Sentence]) -> bool:
    """Tell whether the headline is about progress and gives no grade."""
    classes = NOTHING.union(*[s.classes for s in titles if s.role is BlockRole.TITLE])
    return ("positive" in classes or "up" in classes) and "grade" not in classes


_DECIDED = frozenset({"judge", "down", "up", "signal", "lose"})
_ACTS = frozenset({"act", "acting"})


def _mute(titles: list[Sentence]) -> bool:
    """Tell whether a headline says nothing of an inspection's outcome."""
    title = [s for s in titles if s.role is BlockRole.TITLE]
    return bool(title) and all(s.classes.isdisjoint(_OUTCOMES) for s in title)


_OUTCOMES = frozenset(
    "grade signal send sendweak judge rating down up negative positive lose same kind".split()
)


def _acts_title(title: list[Sentence]) -> bool:
    """Tell whether the headline is about an act of government, and gives no grade."""
    return any(not s.classes.isdisjoint(_ACTS) and s.classes.isdisjoint(_DECIDED) for s in title)


def _known_by_grade(titles: list[Sentence], claims: list[Claim]) -> bool:
    """Tell whether a headline only calls a council by its grade, and tells of no inspection."""
    title = [s for s in titles if s.role is BlockRole.TITLE]
    places = {s.index for s in title}
    telling = any(not s.classes.isdisjoint(_TELLS) for s in title)
    return not telling and any(c.sentence in places and c.status for c in claims)


_TELLS = frozenset(
    "judge rating down up signal negative positive lose inspectorate kind same move".split()
)
_OUTCOME = frozenset({"grade", "signal", "send", "inspectorate", "kind", "down", "up"})
_PLANS = frozenset({"doc", "act", "intervention"})


def _of_outcome(page: Page, title: list[Sentence]) -> bool:
    """Tell whether a headline announces an inspection's outcome: minutes come to it late."""
    words = page.words.words
    return any(
        "kind" in s.classes and not _OUTCOME_WORDS.isdisjoint(words[s.first : s.last])
        for s in title
    )


_OUTCOME_WORDS = frozenset({"outcome", "outcomes", "findings", "result", "results", "feedback"})


def _recap_title(title: list[Sentence]) -> bool:
    """Tell whether the headline is about jobs, money or plans, and names no outcome."""
    for sentence in title:
        if not sentence.classes.isdisjoint(_OUTCOME):
            return False
        if not sentence.classes.isdisjoint(_PLANS):
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
    reason = _beside(claim, setting)
    return (Role.BACKGROUND if reason else Role.NEWS), reason


def _beside(claim: Claim, setting: Setting) -> str:
    """Say why a claim is not what the page is about, nothing when it is."""
    graded = claim.outcome in GRADES
    if setting.acts and claim.outcome in _RECALLED and claim.sentence > 0:
        return "intervention_is_the_news"
    if setting.lookback and not claim.now and claim.sentence > _LEAD:
        return "looking_back"
    if setting.recap and graded and claim.dated is not None:
        return "recap"
    if setting.progress and claim.outcome is Outcome.INADEQUATE and _unmoved(claim):
        return "progress_is_the_news"
    if setting.statement and claim.outcome is Outcome.WRITTEN_STATEMENT_OF_ACTION:
        return "statement_exists"
    if setting.recalled and not claim.now and claim.outcome in _RECALLED:
        return "something_else_is_the_news"
    return ""


def _unmoved(claim: Claim) -> bool:
    """Tell whether nothing says that a grade is today's, or that it moved or stayed."""
    return not claim.now and claim.direction is None


_RECALLED = frozenset({*GRADES, *SEND_OUTCOMES, *NEGATIVE, None})
"""What a page that is about something else can only recall; acts and praise may be its news."""


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
        if claim.outcome in GRADES and (setting.title_mute or setting.told_now):
            return True
        newest = setting.newest
        return newest is not None and newest.first - claim.dated.last > _FRESH
    if len(claim.dated.text) == len("2018"):
        return claim.dated.first.year < setting.published.first.year
    limit = _FRESH if claim.visit_dated else _STALE
    return setting.published.first - claim.dated.last > limit
