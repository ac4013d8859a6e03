"""What stood before a judgement, and which way things went."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.extract.betterthan import better_than_then
from watcher.extract.choose import SUFFICIENT
from watcher.extract.drafts import LEAD
from watcher.extract.occasion import FRESH, VISITS
from watcher.extract.steps import BETTERING
from watcher.model.document import BlockRole
from watcher.model.finding import Previous
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Area, Direction, Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.drafts import Desk, Draft, Told
    from watcher.extract.page import Page


def previous_of(
    best: Claim, same: list[Claim], lost: list[Claim], old: list[Told], area: Area
) -> Previous | None:
    """Give the earlier grade that the article states for a judgement."""
    for claim in (best, *same, *lost):
        if claim.previous is not None:
            return Previous(outcome=claim.previous)
    earlier = [
        one.claim
        for one in old
        if one.claim.outcome in GRADES
        and (one.claim.area or Area.OVERALL) is area
        and not _retold(one.claim, [best, *same])
    ]
    if not earlier and area in _THE_LIKE:
        like = _THE_LIKE[area]
        earlier = [
            one.claim
            for one in old
            if one.claim.outcome in GRADES
            and one.claim.area is like
            and (area is Area.OVERALL or one.claim.outcome is Outcome.ADEQUATE)
        ]
    if not earlier:
        return None
    latest = max(earlier, key=lambda c: (c.dated.first if c.dated else dt.date.min, -c.sentence))
    if latest.outcome is None:
        return None
    return Previous(outcome=latest.outcome, when=latest.dated)


_THE_LIKE = {
    Area.OVERALL: Area.HELP_AND_PROTECTION,
    Area.HELP_AND_PROTECTION: Area.OVERALL,
}
"""What is compared with what: there was no overall grade while one was called `adequate`."""


def left_behind(best: Claim, old: list[Told]) -> Previous | None:
    """Give the failure of a whole service that the one judgement of a page leaves behind."""
    if best.outcome is Outcome.INADEQUATE:
        return None
    return previous_of(
        best, [], [], [one for one in old if one.claim.outcome is Outcome.INADEQUATE], Area.OVERALL
    )


def _retold(claim: Claim, news: list[Claim]) -> bool:
    """Tell whether what is read as an old grade is the news once more."""
    if claim.outcome is not news[0].outcome:
        return False
    if claim.sentence == 0 or claim.direction is Direction.BETTER:
        return True
    return claim.dated is None and any(one.sentence == claim.sentence for one in news)


def earlier_than(desk: Desk, best: Claim, old: list[Told]) -> list[Told]:
    """Leave out what only says once more, with its date, what is the news.

    A page that tells of another, older grade beside it gives the date of its own news.
    """
    if best.dated is not None or all(one.claim.outcome is best.outcome for one in old):
        return old
    return [one for one in old if not _of_the_news(desk, best, one.claim)]


def _of_the_news(desk: Desk, best: Claim, claim: Claim) -> bool:
    """Tell whether a grade that is told with a date is the one that the page reports."""
    if claim.outcome is not best.outcome or claim.past or claim.status or claim.dated is None:
        return False
    setting = desk.setting
    if setting.published is not None:
        return setting.published.first - claim.dated.last <= FRESH
    return setting.newest is not None and setting.newest.first.year == claim.dated.first.year


def gone_grades(news: list[Told]) -> set[Outcome | None]:
    """Give the grades that a headline says have gone."""
    return {
        one.claim.previous for one in news if one.claim.outcome is None and not one.claim.sentence
    }


_REACHED = frozenset({Outcome.GOOD, Outcome.OUTSTANDING, Outcome.ADEQUATE})
"""Grades that are an improvement where a headline says no more than `improved`."""


def direction_of(
    same: list[Claim],
    previous: Previous | None,
    lost: list[Claim],
    desk: Desk,
    *,
    worse: bool,
) -> Direction:
    """Give the way things went: as the grades say, else as the words say.

    Nothing falls to the highest grade, and nothing rises to the lowest.
    """
    way = _way(same, previous, lost, desk, worse=worse)
    return way if (same[0].outcome, way) not in _ABSURD else Direction.UNKNOWN


_ABSURD = {
    (Outcome.OUTSTANDING, Direction.WORSE),
    (Outcome.INADEQUATE, Direction.BETTER),
}


def _way(
    same: list[Claim],
    previous: Previous | None,
    lost: list[Claim],
    desk: Desk,
    *,
    worse: bool,
) -> Direction:
    """Give the way things went, whatever the grade."""
    outcome = same[0].outcome
    if outcome is None:
        return Direction.UNKNOWN
    stated = [
        c.direction
        for c in (*same, *lost)
        if c.direction is not None and (c.rule != BETTERING or outcome in _REACHED)
    ]
    if previous is not None:
        step = compared(desk, outcome, previous.outcome)
        if step is Direction.SAME and (worse or Direction.WORSE in stated):
            return Direction.WORSE if previous.outcome is outcome else Direction.SAME
        if step is not None:
            held = _held(same, lost) or (step is Direction.BETTER and _kept(desk.page, same))
            return Direction.SAME if held else step
    if Direction.WORSE in stated:
        return Direction.WORSE
    if Direction.BETTER in stated:
        return Direction.BETTER
    if worse and outcome in {Outcome.INADEQUATE, Outcome.REQUIRES_IMPROVEMENT}:
        return Direction.WORSE
    return stated[0] if stated else Direction.UNKNOWN


def _kept(page: Page, same: list[Claim]) -> bool:
    """Tell whether a good grade is said to be kept, so that a lower one was given still earlier."""
    best = same[0]
    if best.direction is not Direction.SAME or best.outcome not in _WELL or best.previous:
        return False
    told = page.sentences[best.sentence]
    return "up" not in told.classes and _RAISED.isdisjoint(told.said)


_RAISED = frozenset("uplift uplifted upgrade upgraded raised rise leap step another".split())


def _held(same: list[Claim], lost: list[Claim]) -> bool:
    """Tell whether a rating is said to be what it last was, whatever it was still earlier."""
    return any(c.direction is Direction.SAME for c in lost) and all(
        c.previous is None for c in same
    )


def after_failure(outcome: Outcome | None, old: list[Told]) -> bool:
    """Tell whether a good grade follows on failures that had been found, or on intervention."""
    failed = _FAILED if outcome in _WELL else _MERELY if outcome is Outcome.ADEQUATE else None
    return failed is not None and any(
        one.claim.outcome in failed and one.claim.area is not Area.FRONT_DOOR for one in old
    )


def has_risen(desk: Desk, best: Claim, risen: list[Claim]) -> bool:
    """Tell whether the headline, or a good grade's own sentence, says that services improved.

    `Inspectors praise improvements`, `services have improved since the last inspection and are`.
    """
    if best.outcome in _REACHED and better_than_then(desk.page, best.sentence):
        return True
    if best.outcome not in _WELL:
        return False
    since = "since" in desk.page.sentences[best.sentence].said
    return any(
        claim.sentence == best.sentence if since else _of_headline(desk.page, claim)
        for claim in risen
    )


def _of_headline(page: Page, claim: Claim) -> bool:
    """Tell whether a headline says it, of a council that it names or that the page is about."""
    if page.sentences[claim.sentence].role is not BlockRole.TITLE:
        return False
    if not claim.anaphora:
        return True
    names = page.context.automaton.names
    named = (h.value for s in page.having("council") for h in s.hits if h.cls == "council")
    return len({names[form].codes for form in named}) == 1


_WELL = frozenset({Outcome.GOOD, Outcome.OUTSTANDING})
_MERELY = frozenset({Outcome.WEAKNESSES})
_FAILED = frozenset(
    {Outcome.WEAKNESSES, Outcome.PRIORITY_ACTION, Outcome.INSUFFICIENT_PROGRESS}
    | {Outcome.IMPROVEMENT_NOTICE, Outcome.STATUTORY_DIRECTION, Outcome.COMMISSIONER}
)


def compared(desk: Desk, new: Outcome, old: Outcome) -> Direction | None:
    """Give the way from one outcome to another, None where they stand on no common scale."""
    rulebook = desk.page.context.rulebook
    scale = rulebook.scale_of(new)
    if scale is None:
        return None
    high, low = scale.rank(new), scale.rank(old)
    if high is None or low is None:
        return None
    return Direction.SAME if high == low else Direction.BETTER if high > low else Direction.WORSE


def previous_send(desk: Desk, best: Claim, old: list[Told]) -> Previous | None:
    """Give the earlier outcome on the same scale that the article states."""
    for one in old:
        outcome = one.claim.outcome
        if outcome is None or best.outcome is None or outcome not in SEND_OUTCOMES:
            continue
        if compared(desk, best.outcome, outcome) is not None:
            return Previous(outcome=outcome, when=one.claim.dated)
    return None


def signal_direction(outcome: Outcome) -> Direction:
    """Give the way that a signal itself says things went."""
    if outcome is Outcome.DETERIORATION:
        return Direction.WORSE
    return Direction.BETTER if outcome is Outcome.PROGRESS else Direction.UNKNOWN


def tells_a_fall(desk: Desk, claim: Claim) -> bool:
    """Tell whether things got worse, and not only a detail that is told further down.

    `The record on calling meetings had declined` is one.
    """
    if claim.outcome is not Outcome.DETERIORATION:
        return False
    sentence = desk.page.sentences[claim.sentence]
    if claim.sentence < LEAD or _DETAILS.isdisjoint(sentence.said):
        return True
    return not _OURS.isdisjoint(sentence.classes)


_OURS = frozenset({"service", "generic", "council", "overall", "grade"})
_DETAILS = frozenset(
    "record rate rates number numbers timeliness proportion percentage share attendance turnover"
    " visits meetings conferences figures".split()
)


def lost_for(best: Claim, claim: Claim) -> bool:
    """Tell whether headline or lead say which grade was lost, in a sentence of their own."""
    return (
        claim.outcome is None
        and claim.sentence < LEAD
        and not claim.anaphora
        and claim.previous is not None
        and claim.direction is Direction.WORSE
        and claim.sentence != best.sentence
    )


def of_a_revisit(page: Page, claims: list[Claim]) -> bool:
    """Tell whether it is measured what was done since a statement of action was asked for."""
    if "send" not in page.classes and "cqc" not in page.classes:
        return False
    return any(claim.rule == SUFFICIENT for claim in claims)


def lost_grades(news: list[Told]) -> list[Claim]:
    """Give the claims that a grade was lost, of which weaknesses tell why."""
    return [
        one.claim
        for one in news
        if one.claim.outcome is None
        and one.claim.direction is Direction.WORSE
        and one.claim.previous is not None
    ]


def off_the_bottom(desk: Desk, ones: list[Told], news: list[Told]) -> bool:
    """Tell whether a service has left the lowest grade for the next one.

    `Rated better than inadequate for the first time`, or beside words that name it. A visit without
    a grade raises nobody.
    """
    left = [one.claim for one in ones if one.claim.previous is Outcome.INADEQUATE]
    left = [c for c in left if c.area is Area.OVERALL and not c.known]
    if not left or left[0].direction is not Direction.BETTER:
        return False
    kinds = {one.claim.kind for one in news} | {desk.setting.kind}
    if not kinds.isdisjoint(VISITS):
        return False
    page, low = desk.page, desk.page.words.words
    if any(low[c.word - 2 : c.word] == ["better", "than"] for c in left):
        return True
    its = {c.sentence for c in left}
    return any(
        h.value == Outcome.REQUIRES_IMPROVEMENT.value
        for s in page.having("grade")
        for h in s.hits
        if "council" not in s.classes or s.index in its
    )


def fell_beside(desk: Desk, graded: list[Draft], news: list[Told]) -> bool:
    """Tell whether a lead says that services fell, and only judgements that did not are graded.

    `Services have lost their outstanding rating. ... Adoption was said to be good.`
    """
    if any(draft.area is Area.OVERALL or draft.alarming for draft in graded):
        return False
    if any(_renamed(desk, draft) for draft in graded):
        return False
    return any(
        one.claim.outcome in _FALLEN and one.claim.sentence < LEAD and one.claim.negated is None
        for one in news
    )


def _renamed(desk: Desk, draft: Draft) -> bool:
    """Tell whether a grade has only come in the place of another: nothing fell, whatever is said.

    So `requires improvement` came for `adequate`.
    """
    old = draft.previous.outcome if draft.previous is not None else draft.outcome
    return old is not draft.outcome and compared(desk, draft.outcome, old) is Direction.SAME


_FALLEN = frozenset({None, Outcome.DETERIORATION, Outcome.WEAKNESSES})
