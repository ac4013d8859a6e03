"""What a page's story is, as its headline tells, and what such a story only recalls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.choose import NEGATIVE
from watcher.extract.condemn import CONDEMNED
from watcher.extract.recency import PAPERS, has_fresh
from watcher.extract.segment import NOTHING
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.tokens import Hit

LEAD = 4
"""Sentences behind the headline that tell what a page is about."""


_FOUND: frozenset[Outcome | None] = frozenset({*GRADES, *SEND_OUTCOMES, *NEGATIVE, None})
"""What a page about something else can only recall; acts and praise may be its news."""

_OUTCOME = frozenset(
    "grade signal send sendweak judge rating down up negative positive lose same kind".split()
)
"""Phrases with which a headline tells of an outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The headline with which a page opens, and the claims of the whole page."""

    page: Page
    claims: list[Claim]
    end: int
    classes: frozenset[str]
    hits: list[Hit]
    words: frozenset[str]

    def own(self) -> Iterator[Claim]:
        """Give the claims that the headline makes."""
        return (claim for claim in self.claims if claim.sentence < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a page is about, how its headline shows it, and what such a page only recalls.

    The headline has a phrase of `has`, one of that `value`, none of `lacks`, and `also` agrees;
    where it is `stale`, the page calls no judgement new. `recalled` are the outcomes that are no
    news there, in sentences behind `until`; `dated` asks that they have a date; `now` says that
    what is called today's is news all the same, `moved` that a grade is that is said to have risen
    or fallen, `heard` what somebody is told, or what is dated lately. `mute` is a headline that
    gives no grade: without a date of its own, such a page recalls whatever has one.
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
        """Tell whether this is the story of a headline."""
        if (self.has and self.has.isdisjoint(title.classes)) or self.lacks & title.classes:
            return False
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
    title = [s for s in page.sentences[:_TOP] if s.role is BlockRole.TITLE]
    low = page.words.words
    headline = Headline(
        page=page,
        claims=claims,
        end=title[-1].index + 1 if title else 0,
        classes=NOTHING.union(*[sentence.classes for sentence in title]),
        hits=[hit for sentence in title for hit in sentence.hits],
        words=frozenset([word for s in title for word in low[s.first : s.last]]),
    )
    if not title:
        return VERDICT if _told_early(headline) else LATE
    return next((story for story in STORIES if story.told_by(headline)), VERDICT)


_TOP = 6
"""The headline is among the first sentences."""


def _told_early(title: Headline) -> bool:
    """Tell whether headline or lead say what was found, or the headline that they will."""
    if "kind" in title.classes and not _ANNOUNCING.isdisjoint(title.words):
        return True
    lead = LEAD + len(title.page.titles)
    return any(
        c.sentence < lead and (c.perfect or not c.past) and not c.status and c.negated is None
        for c in title.claims
    )


_ANNOUNCING = frozenset({"outcome", "outcomes", "findings", "result", "results", "feedback"})


def _exists(title: Headline) -> bool:
    """Tell a statement of action that exists from one that must be written."""
    return _DEMANDS.isdisjoint(title.words)


_DEMANDS = frozenset(
    "must required requires require needed needs need ordered orders ordering told tells order"
    " demand demands demanded demanding wants asks asked calls called instructed forced to after"
    " following over says say issued failing failings weaknesses critical report has have".split()
)


def _called_by_grade(title: Headline) -> bool:
    """Tell whether a headline calls a council by its grade."""
    return any(claim.status for claim in title.own())


def _elsewhere(title: Headline) -> bool:
    """Tell whether a page is about something else."""
    if title.words & ROUND_UP and not title.words & _TURNING:
        return False
    if _aside(title) and _of_one(title):
        return True
    if "adopting" in title.classes and _adopts(title):
        return True
    if not _of_plans(title):
        return False
    coming = any(hit.value == "preview" for hit in title.hits)
    return coming or not (title.classes & _FINDING or _asserts(title) or _answers(title))


ROUND_UP = frozenset("reports letters verdicts inspections visits round roundup brief".split())
"""Words of a headline over the reports of several councils."""

_TURNING = frozenset({"turn", "turns", "turned", "turning"})


_FINDING = frozenset("signal send sendweak negative down up positive inspectorate kind".split())


def _aside(title: Headline) -> bool:
    """Tell whether headline and first sentence are of people and money, or of no children."""
    body = title.page.sentences[title.end :]
    lead = next((s for s in body if s.last - s.first > _SHORT and s.classes), None)
    if lead is None:
        return False
    if "doc" in lead.classes and _VERDICT.isdisjoint(title.classes | lead.classes):
        return True
    if title.classes & _SPEAKING or title.words & _CHILDREN:
        return False
    return lead.classes.isdisjoint(_SPEAKING - {"service"})


_VERDICT = frozenset("inspectorate kind grade rating judge signal send sendweak lose down".split())
_SHORT = 8
_IDLE = frozenset({"speaker", "wrong"})
_SPEAKING = (_FINDING - {"up", "down"}) | {"grade", "rating", "lose", "service", "act"}
_CHILDREN = frozenset({"child", "children", "childrens", "ofsted", "youngsters", "kids"})


def _of_one(title: Headline) -> bool:
    """Tell whether everything that a page says is said of one council."""
    names = title.page.context.automaton.names
    return len({names[form].codes for claim in title.claims for form in claim.councils}) == 1


def _of_plans(title: Headline) -> bool:
    """Tell whether a headline speaks of people, money, plans, or of who is to run what."""
    if "doc" in title.classes or (title.classes & {"weak", "hyp"} and title.words & _PLANS):
        return True
    helps = any(h.cls == "bystander" and h.value == "after" for h in title.hits)
    return helps and sum(h.cls == "council" for h in title.hits) > 1


def _adopts(title: Headline) -> bool:
    """Tell whether a headline says that a plan is made or agreed, and gives no new grade."""
    if any(c.outcome in GRADES and not (c.status or c.past or c.known) for c in title.own()):
        return False
    if any(hit.value == "adopting" for hit in title.hits):
        return not title.words.isdisjoint(_PLANS) or any(map(_is_sum, title.words))
    return not title.words.isdisjoint(_AFTERWARDS)


def _is_sum(word: str) -> bool:
    """Tell whether a word is a sum of money: `10m`."""
    return word[-1] == "m" and word[0].isdecimal()


_AFTERWARDS = frozenset({"after", "following"})
_PLANS = frozenset("plan plans funding recruitment wanted budget strategy blueprint".split())


def _asserts(title: Headline) -> bool:
    """Tell whether a headline says something of a council that is neither known nor denied."""
    return any(c.negated is None and not c.status and not c.past for c in title.own())


def _answers(title: Headline) -> bool:
    """Tell whether a headline gives a report as the reason: `boss to quit over report`."""
    return bool(title.words & _REASONS and title.words & (PAPERS | _BLOWS))


_REASONS = frozenset({"after", "following", "over", "amid", "as", "blamed", "blame", "blames"})
_BLOWS = frozenset({"failing", "fail", "fails", "failed", "blow", "poor", "slammed", "ofsted"})


def _unprompted(title: Headline) -> bool:
    """Tell what is done on its own from what a report brought about: `after a damning report`."""
    if title.words.isdisjoint(_UPON) or not title.classes.isdisjoint(_PRAISING):
        return True
    values = {hit.value for hit in title.hits}
    blamed = not _BLAME.isdisjoint(values) and str(Outcome.INTERVENTION_ENDED) not in values
    return not (blamed and not title.words.isdisjoint(PAPERS | {"ofsted"}))


_UPON = frozenset({"after", "following"})
_PRAISING = frozenset({"positive", "past"})
_BLAME = frozenset({CONDEMNED, str(Outcome.INADEQUATE)})


def _progress(title: Headline) -> bool:
    """Tell whether a headline says that things get better, and gives no grade but a known one."""
    words = title.page.words.words
    if not any(h.cls == "positive" or words[h.first] in _BETTER for h in title.hits):
        return False
    return not any(not c.status and c.outcome in GRADES for c in title.own())


_BETTER = frozenset(
    "improve improves improved improving turnaround turned transformed progressed".split()
)


def _presents(title: Headline) -> bool:
    """Tell whether a headline names nothing but an inspection and its outcome."""
    if any(hit.cls == "doc" and hit.value != "minutes" for hit in title.hits):
        return False
    return bool(title.words & _PRESENTED) and title.words.isdisjoint(_PRESENTLY)


_PRESENTED = _ANNOUNCING | {"report", "inspection", "judgement"}
_PRESENTLY = _REASONS | frozenset(
    "since update progress action plan plans improvement response ahead next before last previous"
    " journey preparation framework post until".split()
)


def _late(title: Headline) -> bool:
    """Tell whether a headline speaks of plans and no outcome, or nothing is told early."""
    plans = title.classes & {"doc", "act", "intervention"}
    telling = title.classes & (_OUTCOME | {"inspectorate"})
    if not title.words.isdisjoint(_FOLLOWING_UP) and not telling - {"kind", "inspectorate"}:
        return True
    return bool(plans and not telling) or not _told_early(title)


_FOLLOWING_UP = frozenset("update updates preparation plan since".split())


VERDICT = Story(name="verdict")
"""What inspectors found: also a reaction to it."""

STATEMENT = Story(
    name="statement_exists",
    has=frozenset({"send"}),
    value="written_statement_of_action",
    lacks=frozenset("judge signal negative down kind".split()),
    also=_exists,
    recalled=frozenset({Outcome.WRITTEN_STATEMENT_OF_ACTION}),
    now=False,
)
"""A statement of action that exists: `Our Written Statement of Action`."""

INTERVENTION = Story(
    name="intervention_is_the_news",
    has=frozenset({"act", "acting"}),
    lacks=frozenset("judge down up signal lose".split()),
    also=_unprompted,
    recalled=_FOUND,
    until=0,
    now=False,
)
"""What a government does: `Commissioner to stay in Leeds`."""

STANDING = Story(
    name="known_by_its_grade",
    lacks=_OUTCOME - {"grade", "send", "sendweak"} | {"inspectorate", "move"},
    also=_called_by_grade,
    stale=True,
    recalled=_FOUND,
    until=0,
    now=False,
)
"""Something else of a council that is called by its grade: `Inadequate Leeds hires ...`."""

ELSEWHERE = Story(name="something_else_is_the_news", also=_elsewhere, stale=True, recalled=_FOUND)
"""People, money, plans, courts, visits to come, or no service for children at all."""

MINUTES = Story(
    name="only_minuted",
    has=frozenset({"doc"}),
    value="minutes",
    also=_elsewhere,
    stale=True,
    recalled=_FOUND,
    heard=True,
)
"""What a committee talked of; what it is told of is news to it: `Members noted that ...`."""

SURVEY = Story(
    name="only_listed", has=frozenset({"doc"}), value="survey", stale=True, recalled=_FOUND
)
"""How councils stand, as a newspaper lists it: `How is your council rated?`."""

LOOKBACK = Story(
    name="looking_back",
    has=frozenset({"past"}),
    lacks=frozenset("judge now down up signal lose same kind positive".split()),
    recalled=frozenset({*Outcome, None}),
    until=LEAD,
    mute=True,
)
"""How things came about: `A decade of ...`."""

PROGRESS = Story(
    name="progress_is_the_news",
    has=frozenset({"positive", "up"}),
    lacks=frozenset("signal negative down send sendweak".split()),
    also=_progress,
    recalled=frozenset({Outcome.INADEQUATE}),
    moved=True,
)
"""Things get better, and the headline gives no new grade: `Leeds makes progress`."""

REPORT = Story(
    name="a_report_is_presented",
    has=frozenset({"kind", "inspectorate"}),
    lacks=_OUTCOME - {"kind"} | {"act", "acting", "intervention", "adopting", "positive"},
    also=_presents,
)
"""An inspection and what came of it, as committees are told of it: `Ofsted inspection report`."""

LATE = Story(name="recap", also=_late, recalled=frozenset(GRADES), dated=True, now=False, mute=True)
"""Plans, money and minutes, or a lead that tells of no outcome."""

SILENT = Story(name="silent", lacks=_OUTCOME, mute=True)
"""The headline says nothing of an outcome, the lead does."""

STORIES = (
    STATEMENT,
    INTERVENTION,
    STANDING,
    MINUTES,
    SURVEY,
    ELSEWHERE,
    LOOKBACK,
    PROGRESS,
    REPORT,
    LATE,
    SILENT,
)
