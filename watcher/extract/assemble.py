"""Claims become findings: by council, by judgement, news and background."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.extract.before import (
    after_failure,
    compared,
    direction_of,
    earlier_than,
    fell_beside,
    has_risen,
    left_behind,
    lost_for,
    lost_grades,
    of_a_revisit,
    off_the_bottom,
    previous_of,
    previous_send,
    signal_direction,
    tells_a_fall,
)
from watcher.extract.choose import (
    INSUFFICIENT,
    SUFFICIENT,
    WEAKNESS,
    best_grade,
    best_send,
    choose_signal,
)
from watcher.extract.drafts import LEAD, Desk, Told, day_of, draft_of
from watcher.extract.joined import judged_apart
from watcher.extract.occasion import VISITS
from watcher.extract.older import contradicted, overtaken, told_before
from watcher.extract.resolve import Meant, of_its_predecessor
from watcher.extract.roles import role_of
from watcher.extract.scaleless import of_no_scale
from watcher.extract.setting import in_full
from watcher.extract.steps import DEFINITE
from watcher.model.finding import Previous, Rejection
from watcher.model.vocabulary import (
    BACKGROUND,
    GRADES,
    INTERVENTIONS,
    NEWS,
    SEND_OUTCOMES,
    Area,
    Direction,
    Kind,
    Outcome,
)

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.drafts import Draft
    from watcher.extract.page import Page
    from watcher.extract.setting import Setting

_VISIT_AREA = {Kind.UNANNOUNCED_VISIT: Area.FRONT_DOOR, Kind.AREA_SEND: Area.SEND}


def assemble(
    page: Page, claims: list[Claim], setting: Setting
) -> tuple[list[Draft], list[Rejection]]:
    """Draft the findings of a page."""
    desk = Desk(page=page, setting=setting)
    claims = judged_apart(claims, setting.published, page.context.rulebook)
    told, rejected = _tell(desk, claims)
    groups: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        groups[one.council.lineage].append(one)
    findings: list[Draft] = []
    for group in groups.values():
        findings += _findings_of(desk, group)
    findings.sort(key=_place)
    return findings, rejected


def _place(draft: Draft) -> tuple[bool, int, str]:
    """Order findings: news first, then as they stand in the text."""
    return draft.role is not NEWS, draft.evidence[0].start, draft.council.name


def _tell(desk: Desk, claims: list[Claim]) -> tuple[list[Told], list[Rejection]]:
    """Give claims their councils and roles; what has no council is rejected."""
    told: list[Told] = []
    rejected: list[Rejection] = []
    setting, published = desk.setting, desk.setting.published
    today = published.first if published else None
    meant = Meant(desk.page, claims)
    for claim in claims:
        if claim.negated is not None:
            rejected.append(_rejected(desk, claim, "modifiers", claim.negated))
            continue
        if not claim.councils:
            rejected.append(_rejected(desk, claim, "link", "no_council"))
            continue
        role = role_of(claim, setting)
        day = today if claim.dated is None else day_of(claim, role, setting)
        meaning = of_no_scale(claim)
        for form in claim.councils:
            council, follows = meant[form, day]
            if isinstance(council, Rejection):
                quote = desk.page.quote(claim.sentence, claim.sentence)
                rejected.append(replace(council, quote=quote))
            elif follows and of_its_predecessor(desk.page, claim, council, form):
                rejected.append(_rejected(desk, claim, "councils", "predecessor"))
            else:
                told.append(Told(council, meaning, role))
    return _with_their_grade(desk.page, told), rejected


def _rejected(desk: Desk, claim: Claim, stage: str, reason: str) -> Rejection:
    quote = desk.page.quote(claim.sentence, claim.sentence)
    return Rejection(stage=stage, reason=reason, quote=quote)


def _with_their_grade(page: Page, told: list[Told]) -> list[Told]:
    """Let what explains an old grade be as old: `rated inadequate in 2022, because ...`.

    Not what was found since: `serious weaknesses remain, two years after it was rated inadequate`.
    """
    if _EXPLAINING.isdisjoint([one.claim.outcome for one in told]):
        return told
    old = {
        (one.claim.sentence, one.council.code): one.claim.word
        for one in told
        if one.role is BACKGROUND and one.claim.outcome in GRADES and not one.claim.status
    }
    if not old:
        return told
    low = page.words.words
    return [
        one.recalled()
        if one.claim.outcome in _EXPLAINING
        and (grade := old.get((one.claim.sentence, one.council.code))) is not None
        and not one.claim.now
        and _SINCE.isdisjoint(low[one.claim.word : grade])
        else one
        for one in told
    ]


_SINCE = frozenset({"after", "since"})
_EXPLAINING = frozenset({Outcome.WEAKNESSES})


def _findings_of(desk: Desk, group: list[Told]) -> list[Draft]:
    """Make the findings of one council."""
    news: list[Told] = []
    old: list[Told] = []
    for one in group:
        (news if one.role is NEWS else old).append(one)
    if not news:
        return _background(desk, old)
    news, older = contradicted(news)
    news, told = told_before(desk, news, old)
    news, done = overtaken(desk, news, old)
    old = [*old, *older, *told, *done]
    return [*_of_news(desk, news, old), *_background(desk, old)]


def _of_news(desk: Desk, news: list[Told], old: list[Told]) -> list[Draft]:
    """Make the findings of what is news of one council."""
    graded = _news_grades(desk, news, old)
    send = _send(desk, news, old)
    findings = [*graded, *send]
    if graded and _of_a_visit(news):
        findings, graded = send, []
    covered = bool(graded) or (bool(send) and desk.setting.kind is Kind.AREA_SEND)
    if not covered or (graded and not send and fell_beside(desk, graded, news)):
        findings += _signal(desk, news, old)
    return findings + _acts(desk, news)


def _of_a_visit(news: list[Told]) -> bool:
    """Tell whether the headline tells what a visit found, and grades are only how things stand."""
    graded = [one.claim for one in news if one.claim.outcome in GRADES]
    low = True in [claim.outcome in _FALLEN_TO for claim in graded]
    if low and True not in [one.claim.kind in VISITS for one in news]:
        return False
    if in_full(graded) or any(
        c.sentence < LEAD or c.direction is not None or c.previous for c in graded
    ):
        return False
    return any(
        one.claim.sentence == 0
        and one.claim.outcome in _FOUND_AT_VISITS
        and one.claim.strength >= 1
        for one in news
    )


_FALLEN_TO = frozenset({Outcome.INADEQUATE, Outcome.REQUIRES_IMPROVEMENT})
"""Grades that a headline about a decline may have for its verdict."""

_FOUND_AT_VISITS = frozenset(
    {Outcome.DETERIORATION, Outcome.PRIORITY_ACTION, Outcome.INSUFFICIENT_PROGRESS}
)


def _news_grades(desk: Desk, news: list[Told], old: list[Told]) -> list[Draft]:
    """Make one finding for each judgement that the article reports."""
    by_area: dict[Area, list[Told]] = defaultdict(list)
    others: list[Told] = []
    for one in news:
        if one.claim.outcome in GRADES:
            by_area[one.claim.area or Area.OVERALL].append(one)
        else:
            others.append(one)
    fallen = [c.claim for c in others if c.claim.outcome is Outcome.DETERIORATION]
    worse = any(tells_a_fall(desk, claim) for claim in fallen)
    risen = [one.claim for one in others if one.claim.outcome is Outcome.PROGRESS]
    lost = [one.claim for one in others if one.claim.outcome is None]
    acts = [one for one in others if one.claim.outcome in INTERVENTIONS]
    findings: list[Draft] = []
    whole = Area.OVERALL if Area.OVERALL in by_area else Area.HELP_AND_PROTECTION
    for area, ones in by_area.items():
        best = best_grade([one.claim for one in ones], LEAD)
        same = [one for one in ones if one.claim.outcome is best.outcome]
        overall = area is whole
        alike, gone = [one.claim for one in same], lost if overall else []
        earlier = _but_parts(earlier_than(desk, best, old), by_area, area)
        previous = previous_of(best, alike, gone, earlier, area)
        if previous is None and overall:
            previous = left_behind(best, earlier)
        direction = direction_of(alike, previous, gone, desk, worse=worse and overall)
        if (
            overall
            and direction is Direction.UNKNOWN
            and (after_failure(best.outcome, [*old, *acts]) or has_risen(desk, best, risen))
        ):
            direction = Direction.BETTER
        if overall and direction is Direction.WORSE:
            same += [one for one in others if lost_for(best, one.claim)]
        findings.append(
            draft_of(desk, same, best, area=area, previous=previous, direction=direction)
        )
    return findings


def _but_parts(old: list[Told], by_area: dict[Area, list[Told]], area: Area) -> list[Told]:
    """Leave out what one judgement was, told beside what it is now, where the whole is asked of."""
    if area is not Area.OVERALL or Area.HELP_AND_PROTECTION not in by_area:
        return old
    told = {one.claim.sentence for one in by_area[Area.HELP_AND_PROTECTION]}
    return [
        one
        for one in old
        if one.claim.area is not Area.HELP_AND_PROTECTION or one.claim.sentence not in told
    ]


def _send(desk: Desk, news: list[Told], old: list[Told]) -> list[Draft]:
    """Make the finding of an area SEND inspection."""
    ones = [one for one in news if one.claim.outcome in SEND_OUTCOMES]
    if not ones:
        return []
    best = best_send([one.claim for one in ones], LEAD)
    same = [one for one in ones if one.claim.outcome is best.outcome]
    previous = previous_send(desk, best, old)
    ways = [one.claim.direction for one in same]
    direction = Direction.WORSE if Direction.WORSE in ways else best.direction
    if previous is not None and best.outcome is not None:
        direction = direction or compared(desk, best.outcome, previous.outcome)
    return [
        draft_of(
            desk,
            same,
            best,
            area=Area.SEND,
            previous=previous,
            direction=direction or Direction.UNKNOWN,
        )
    ]


def _signal(desk: Desk, news: list[Told], old: list[Told]) -> list[Draft]:
    """Make the finding of a visit without a grade."""
    claims = [one.claim for one in news]
    kinds = [c.kind for c in claims if c.kind is not None]
    kind = kinds[0] if kinds else desk.setting.kind or Kind.UNSPECIFIED
    if kind is Kind.UNSPECIFIED and of_a_revisit(desk.page, claims):
        kind = Kind.AREA_SEND
    if any(one.claim.outcome in SEND_OUTCOMES for one in old):
        claims = [claim for claim in claims if claim.rule != WEAKNESS]
    chosen = choose_signal(claims, kind, LEAD)
    if chosen is None:
        return _moved(desk, news, old)
    outcome, support = chosen
    if outcome in {Outcome.MIXED, Outcome.POSITIVE, Outcome.PROGRESS} and kind not in (
        VISITS | {Kind.AREA_SEND}
    ):
        return _moved(desk, news, old)
    if outcome is Outcome.WEAKNESSES and (lost := lost_grades(news)):
        outcome, support = Outcome.DETERIORATION, [*lost, *support]
    best = support[0].but(outcome=outcome)
    if best.rule == INSUFFICIENT or (best.rule == SUFFICIENT and kind is Kind.AREA_SEND):
        kind, best = Kind.AREA_SEND, best.but(kind=Kind.AREA_SEND)
    area = _VISIT_AREA.get(kind) or next((c.area for c in support if c.area), None) or Area.OVERALL
    direction = signal_direction(outcome)
    if kind is Kind.AREA_SEND and outcome is Outcome.PROGRESS and best.rule != SUFFICIENT:
        direction = Direction.UNKNOWN
    previous = previous_of(best, [], [], old, Area.OVERALL)
    order = {id(claim): place for place, claim in enumerate(support)}
    ones = [one for one in news if id(one.claim) in order]
    ones.sort(key=lambda one: order[id(one.claim)])
    return [draft_of(desk, ones, best, area=area, previous=previous, direction=direction)]


def _moved(desk: Desk, news: list[Told], old: list[Told]) -> list[Draft]:
    """Report that a grade was lost, or left behind, where no new one is named."""
    ones = [
        one
        for one in news
        if one.claim.outcome is None
        and one.claim.direction in _MOVED
        and (one.claim.previous is not None or (one.claim.rule in DEFINITE and not one.claim.known))
    ]
    ones = [one for one in ones if one.claim.direction is ones[0].claim.direction]
    if not ones:
        return []
    way = ones[0].claim.direction or Direction.UNKNOWN
    if any(one.claim.outcome in GRADES and one.claim.direction is way for one in old):
        return []
    claim = ones[0].claim.but(outcome=_MOVED[way])
    if off_the_bottom(desk, ones, news):
        claim.outcome = Outcome.REQUIRES_IMPROVEMENT
    previous = Previous(outcome=claim.previous) if claim.previous else None
    return [draft_of(desk, ones, claim, area=Area.OVERALL, previous=previous, direction=way)]


_MOVED = {Direction.WORSE: Outcome.DETERIORATION, Direction.BETTER: Outcome.PROGRESS}
"""What is told of a judgement whose new grade is not named."""


def _acts(desk: Desk, news: list[Told]) -> list[Draft]:
    """Make the findings about acts of government."""
    by_outcome: dict[Outcome, list[Told]] = defaultdict(list)
    for one in news:
        if one.claim.outcome in INTERVENTIONS and one.claim.outcome is not None:
            by_outcome[one.claim.outcome].append(one)
    return [
        draft_of(
            desk,
            ones,
            ones[0].claim,
            area=Area.OVERALL,
            previous=None,
            direction=ones[0].claim.direction or Direction.UNKNOWN,
        )
        for ones in by_outcome.values()
    ]


def _background(desk: Desk, old: list[Told]) -> list[Draft]:
    """Make findings of what the article recalls: grades and hard outcomes, once each."""
    findings: list[Draft] = []
    seen: dict[tuple[Outcome, Area | None], set[int | None]] = defaultdict(set)
    if len(old) > 1:
        old = sorted(old, key=_when_told)
    for one in old:
        outcome = one.claim.outcome
        if outcome is None or outcome in _PASSING:
            continue
        if outcome not in _LASTING and one.claim.dated is None:
            continue
        area = one.claim.area or Area.OVERALL
        year = one.claim.dated.first.year if one.claim.dated else None
        years = seen[outcome, area if outcome in GRADES else None]
        if year in years or (year is None and years):
            continue
        years.add(year)
        findings.append(
            draft_of(
                desk,
                [one],
                one.claim,
                area=area,
                previous=None,
                direction=one.claim.direction or Direction.UNKNOWN,
            )
        )
    return findings


def _when_told(one: Told) -> tuple[bool, int]:
    """Order what is recalled: what has a date first, then as it is told."""
    return one.claim.dated is None, one.claim.sentence


_PASSING = frozenset({Outcome.MIXED, Outcome.POSITIVE, Outcome.PROGRESS})
_LASTING = GRADES | SEND_OUTCOMES | {Outcome.PRIORITY_ACTION}
"""What is worth recalling without a date: other signals belong to the visit that is the news."""
