"""What a page's story is, as its headline tells, and what such a story only recalls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.choose import NEGATIVE
from watcher.extract.freshness import has_fresh
from watcher.extract.rules import Rule, Table
from watcher.extract.segment import NOTHING
from watcher.extract.titles import (
    LEAD,
    OUTCOME,
    asked,
    called_by_grade,
    elsewhere,
    exists,
    hiring,
    late,
    looks_back,
    of_a_visit_to_come,
    presents,
    progress,
    read_headline,
    told_early,
    unprompted,
    without_verdict,
)
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.titles import Headline

_FOUND: frozenset[Outcome | None] = frozenset({*GRADES, *SEND_OUTCOMES, *NEGATIVE, None})
"""What a page about something else can only recall; acts and praise may be its news."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """What a page is about, how its headline shows it, and what such a page only recalls.

    The headline has a phrase of `has`, one of that `value`, none of `lacks`, and `also` agrees;
    where it is `stale`, the page calls no judgement new. `recalled` are the outcomes that are no
    news there, in sentences behind `until`; `dated` asks that they have a date; `now` says that
    what is called today's is news all the same, `moved` that a grade is that is said to have risen
    or fallen, `heard` what somebody is told, or what is dated lately. `mute` is a headline that
    gives no grade: without a date of its own, such a page recalls whatever has one. A story is
    equal to itself alone.
    """

    name: str
    has: frozenset[str] = NOTHING
    value: str = ""
    lacks: frozenset[str] = NOTHING
    also: Callable[[Headline], bool] | None = None
    stale: bool = False
    recalled: frozenset[Outcome | None] = frozenset()
    until: int = -1
    dated: bool = False
    now: bool = True
    moved: bool = False
    heard: bool = False
    mute: bool = False

    def told_by(self, title: Headline) -> bool:
        """Tell whether this is the story of a headline that has, and lacks, the classes for it."""
        if self.value and all(hit.value != self.value for hit in title.hits):
            return False
        if self.also is not None and not self.also(title):
            return False
        return not (self.stale and has_fresh(title.page))

    def recalls(self, claim: Claim) -> bool:
        """Tell whether a claim is no news where this is the story."""
        if claim.outcome not in self.recalled or claim.sentence <= self.until:
            return False
        if (self.dated and claim.dated is None) or (self.now and claim.now):
            return False
        if self.heard and claim.heard:
            return False
        return not (self.moved and claim.direction is not None)


def story_of(page: Page, claims: list[Claim]) -> Story:
    """Tell what a page is about: the first story that its headline tells."""
    headline = read_headline(page, claims)
    if not headline.end:
        return VERDICT if told_early(headline) else LATE
    possible, _, _ = _BY_CLASSES[headline.classes]
    for story, _, told_by in possible:
        if told_by(headline):
            return story
    return VERDICT


VERDICT = Story(name="verdict")
"""What inspectors found: also a reaction to it."""

STATEMENT = Story(
    name="statement_exists",
    has=frozenset({"send"}),
    value="written_statement_of_action",
    lacks=frozenset("judge signal negative down kind".split()),
    also=exists,
    recalled=frozenset({Outcome.WRITTEN_STATEMENT_OF_ACTION}),
    now=False,
)
"""A statement of action that exists: `Our Written Statement of Action`."""

INTERVENTION = Story(
    name="intervention_is_the_news",
    has=frozenset({"act", "acting"}),
    lacks=frozenset("down up signal lose hyp".split()),
    also=unprompted,
    recalled=_FOUND,
    until=0,
    now=False,
)
"""What a government does: `Commissioner to stay in Leeds`."""

STANDING = Story(
    name="known_by_its_grade",
    lacks=OUTCOME - {"grade", "send", "sendweak"} | {"inspectorate", "move"},
    also=called_by_grade,
    stale=True,
    recalled=_FOUND,
    until=0,
    now=False,
)
"""Something else of a council that is called by its grade: `Inadequate Leeds hires ...`."""

ELSEWHERE = Story(name="something_else_is_the_news", also=elsewhere, stale=True, recalled=_FOUND)
"""People, money, plans, courts, visits to come, or no service for children at all."""

COMING = Story(
    name="inspectors_are_coming",
    has=frozenset({"doc"}),
    value="preview",
    also=of_a_visit_to_come,
    stale=True,
    recalled=_FOUND,
    now=False,
)
"""What inspectors will find, or what parents may tell them: `Leeds braces for Ofsted`."""

JOBS = Story(
    name="people_are_sought",
    has=frozenset({"doc"}),
    lacks=OUTCOME | {"inspectorate"},
    also=hiring,
    stale=True,
    recalled=_FOUND,
    now=False,
)
"""An employer speaks of itself: `Join our team`, `Introduction to Leeds City Council`."""

MINUTES = Story(
    name="only_minuted",
    has=frozenset({"doc"}),
    value="minutes",
    also=elsewhere,
    stale=True,
    recalled=_FOUND,
    heard=True,
)
"""What a committee talked of; what it is told of is news to it: `Members noted that ...`."""

ASKED = Story(name="answered_in_parliament", also=asked, recalled=_FOUND, now=False)
"""What a minister is asked, who answers with what inspectors have found so far."""

SURVEY = Story(
    name="only_listed",
    has=frozenset({"doc"}),
    value="survey",
    also=without_verdict,
    stale=True,
    recalled=_FOUND,
)
"""How councils stand, as a newspaper lists it: `How is your council rated?`."""

LOOKBACK = Story(
    name="looking_back",
    also=looks_back,
    lacks=frozenset("judge now down up signal lose same kind positive".split()),
    stale=True,
    recalled=frozenset({*Outcome, None}),
    until=LEAD,
    mute=True,
)
"""How things came about: `A decade of ...`."""

PROGRESS = Story(
    name="progress_is_the_news",
    has=frozenset({"positive", "up"}),
    lacks=frozenset("signal negative down send sendweak".split()),
    also=progress,
    recalled=frozenset({Outcome.INADEQUATE, Outcome.WRITTEN_STATEMENT_OF_ACTION}),
    moved=True,
)
"""Things get better, and the headline gives no new grade: `Leeds makes progress`."""

REPORT = Story(
    name="a_report_is_presented",
    has=frozenset({"kind", "inspectorate"}),
    lacks=OUTCOME - {"kind"} | {"act", "acting", "intervention", "adopting", "positive"},
    also=presents,
)
"""An inspection and what came of it, as committees are told of it: `Ofsted inspection report`."""

LATE = Story(
    name="recap",
    also=late,
    recalled=frozenset(GRADES | SEND_OUTCOMES),
    dated=True,
    now=False,
    mute=True,
)
"""Plans, money and minutes, or a lead that tells of no outcome."""

SILENT = Story(name="silent", lacks=OUTCOME, mute=True)
"""The headline says nothing of an outcome, the lead does."""

STORIES = (
    STATEMENT,
    INTERVENTION,
    STANDING,
    COMING,
    JOBS,
    ASKED,
    MINUTES,
    SURVEY,
    ELSEWHERE,
    LOOKBACK,
    PROGRESS,
    REPORT,
    LATE,
    SILENT,
)

_RULES: list[Rule[Story, Callable[[Headline], bool]]] = [
    Rule(story, story.told_by, (story.has,) if story.has else (), story.lacks) for story in STORIES
]
_BY_CLASSES = Table(*_RULES)
"""The stories in their order, by what a headline must have and lack for them."""
