"""Claims become findings: by council, by judgement, news and background."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from watcher.extract.choose import SUFFICIENT, best_grade, choose_signal, weight
from watcher.extract.occasion import VISITS, kind_for, regime_for
from watcher.extract.resolve import resolve
from watcher.extract.roles import role_of
from watcher.model.finding import Evidence, Finding, Previous, Rejection
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import (
    GRADES,
    INTERVENTIONS,
    SEND_OUTCOMES,
    Area,
    Direction,
    Kind,
    Outcome,
    Role,
    Severity,
)

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.roles import Setting
    from watcher.model.council import Council
    from watcher.model.dates import PartialDate

_LEAD = 5
_VISIT_AREA = {Kind.UNANNOUNCED_VISIT: Area.FRONT_DOOR, Kind.AREA_SEND: Area.SEND}
_UNSET = Direction.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with its council and role."""

    council: Council
    claim: Claim
    role: Role
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A finding with the claims it rests on; how sure it is has yet to be said."""

    finding: Finding
    council: Council
    claims: tuple[Claim, ...]
    best: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every finding of a page is made with."""

    page: Page
    setting: Setting


def assemble(
    page: Page, claims: list[Claim], setting: Setting
) -> tuple[list[Draft], list[Rejection]]:
    """Draft the findings of a page."""
    desk = Desk(page=page, setting=setting)
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
    finding = draft.finding
    return finding.role is not Role.NEWS, finding.evidence[0].start, finding.council.name


def _tell(desk: Desk, claims: list[Claim]) -> tuple[list[Told], list[Rejection]]:
    """Give claims their councils and roles; what has no council is rejected."""
    told: list[Told] = []
    rejected: list[Rejection] = []
    named = _named(desk.page)
    for claim in claims:
        quote = desk.page.quote(claim.sentence, claim.sentence)
        if claim.negated is not None:
            rejected.append(Rejection(stage="modifiers", reason=claim.negated, quote=quote))
            continue
        if not claim.councils:
            rejected.append(Rejection(stage="link", reason="no_council", quote=quote))
            continue
        role, reason = role_of(claim, desk.setting)
        day = _day(claim, role, desk.setting)
        for form in claim.councils:
            council = resolve(form, day, desk.page.context, named)
            if isinstance(council, Rejection):
                rejected.append(replace(council, quote=quote))
            else:
                told.append(Told(council=council, claim=claim, role=role, reason=reason))
    return _with_their_grade(told), rejected


def _with_their_grade(told: list[Told]) -> list[Told]:
    """Let what explains an old grade be as old: `rated inadequate in 2022, because ...`."""
    old = {
        (one.claim.sentence, one.council.code)
        for one in told
        if one.role is Role.BACKGROUND and one.claim.outcome in GRADES and not one.claim.status
    }
    return [
        replace(one, role=Role.BACKGROUND, reason="explains_an_old_grade")
        if one.claim.outcome is Outcome.WEAKNESSES
        and (one.claim.sentence, one.council.code) in old
        and not one.claim.now
        else one
        for one in told
    ]


def _named(page: Page) -> frozenset[str]:
    """Give the codes of councils that are named without doubt."""
    names = page.context.automaton.names
    return frozenset(
        code
        for sentence in page.sentences
        for hit in sentence.hits
        if hit.cls == "council" and not names[hit.value].joint
        for code in names[hit.value].codes
    )


def _day(claim: Claim, role: Role, setting: Setting) -> dt.date | None:
    """Give the day at which a council is looked up: of the event, else of publication."""
    if role is Role.BACKGROUND and claim.dated is not None:
        return claim.dated.first
    date = setting.published or claim.dated
    return date.first if date else None


def _findings_of(desk: Desk, group: list[Told]) -> list[Draft]:
    """Make the findings of one council."""
    news = [one for one in group if one.role is Role.NEWS]
    old = [one for one in group if one.role is Role.BACKGROUND]
    news, older = _contradicted(news)
    old = [*old, *older]
    graded = _news_grades(desk, news, old)
    send = _send(desk, news, old)
    findings = [*graded, *send]
    covered = bool(graded) or (bool(send) and desk.setting.kind is Kind.AREA_SEND)
    if not covered:
        findings += _signal(desk, news, old)
    findings += _acts(desk, news)
    findings += _background(desk, old)
    return findings


def _contradicted(news: list[Told]) -> tuple[list[Told], list[Told]]:
    """Part the grades that another grade of the same judgement shows to be older."""
    by_area: dict[Area, list[Told]] = defaultdict(list)
    for one in news:
        if one.claim.outcome in GRADES:
            by_area[one.claim.area or Area.OVERALL].append(one)
    older: list[Told] = []
    for ones in by_area.values():
        best = best_grade([one.claim for one in ones], _LEAD)
        older += [
            one
            for one in ones
            if one.claim.outcome is not best.outcome and one.claim.dated is not None
        ]
    gone = {id(one) for one in older}
    kept = [one for one in news if id(one) not in gone]
    return kept, [replace(one, role=Role.BACKGROUND, reason="contradicted") for one in older]


def _news_grades(desk: Desk, news: list[Told], old: list[Told]) -> list[Draft]:
    """Make one finding for each judgement that the article reports."""
    by_area: dict[Area, list[Told]] = defaultdict(list)
    for one in news:
        if one.claim.outcome in GRADES:
            by_area[one.claim.area or Area.OVERALL].append(one)
    worse = any(one.claim.outcome is Outcome.DETERIORATION for one in news)
    lost = [one.claim for one in news if one.claim.outcome is None]
    findings: list[Draft] = []
    for area, ones in by_area.items():
        best = best_grade([one.claim for one in ones], _LEAD)
        same = [one for one in ones if one.claim.outcome is best.outcome]
        overall = area is Area.OVERALL
        previous = _previous(best, [o.claim for o in same], lost if overall else [], old, area)
        direction = _direction(
            [one.claim for one in same],
            previous,
            lost if overall else [],
            desk,
            worse=worse and overall,
        )
        findings.append(
            _finding(desk, same, best, area=area, previous=previous, direction=direction)
        )
    return findings


def _previous(
    best: Claim, same: list[Claim], lost: list[Claim], old: list[Told], area: Area
) -> Previous | None:
    """Give the earlier grade that the article states for a judgement."""
    for claim in (best, *same, *lost):
        if claim.previous is not None:
            return Previous(outcome=claim.previous)
    earlier = [
        one.claim
        for one in old
        if one.claim.outcome in GRADES and (one.claim.area or Area.OVERALL) is area
    ]
    if not earlier and area is Area.OVERALL:
        earlier = [
            one.claim
            for one in old
            if one.claim.outcome in GRADES and one.claim.area is Area.HELP_AND_PROTECTION
        ]
    if not earlier:
        return None
    latest = max(earlier, key=lambda c: (c.dated.first if c.dated else dt.date.min, -c.sentence))
    if latest.outcome is None:
        return None
    return Previous(outcome=latest.outcome, when=latest.dated)


def _direction(
    same: list[Claim],
    previous: Previous | None,
    lost: list[Claim],
    desk: Desk,
    *,
    worse: bool,
) -> Direction:
    """Give the way things went: as the grades say, else as the words say."""
    outcome = same[0].outcome
    if outcome is None:
        return Direction.UNKNOWN
    stated = [c.direction for c in (*same, *lost) if c.direction is not None]
    if previous is not None:
        compared = _compared(desk, outcome, previous.outcome)
        if compared is Direction.SAME and (worse or Direction.WORSE in stated):
            return Direction.WORSE if previous.outcome is outcome else Direction.SAME
        if compared is not None:
            return compared
    if Direction.WORSE in stated:
        return Direction.WORSE
    if Direction.BETTER in stated:
        return Direction.BETTER if outcome is not Outcome.INADEQUATE else Direction.UNKNOWN
    if worse and outcome in {Outcome.INADEQUATE, Outcome.REQUIRES_IMPROVEMENT}:
        return Direction.WORSE
    return stated[0] if stated else Direction.UNKNOWN


def _compared(desk: Desk, new: Outcome, old: Outcome) -> Direction | None:
    rulebook = desk.page.context.rulebook
    scale = rulebook.scale_of(new)
    if scale is None:
        return None
    high, low = scale.rank(new), scale.rank(old)
    if high is None or low is None:
        return None
    return Direction.SAME if high == low else Direction.BETTER if high > low else Direction.WORSE


def _send(desk: Desk, news: list[Told], old: list[Told]) -> list[Draft]:
    """Make the finding of an area SEND inspection."""
    ones = [one for one in news if one.claim.outcome in SEND_OUTCOMES]
    if not ones:
        return []
    best = best_grade([one.claim for one in ones], _LEAD)
    same = [one for one in ones if one.claim.outcome is best.outcome]
    previous = _previous_send(desk, best, old)
    direction = best.direction
    if previous is not None and best.outcome is not None:
        direction = direction or _compared(desk, best.outcome, previous.outcome)
    return [
        _finding(
            desk,
            same,
            best,
            area=Area.SEND,
            previous=previous,
            direction=direction or Direction.UNKNOWN,
        )
    ]


def _previous_send(desk: Desk, best: Claim, old: list[Told]) -> Previous | None:
    """Give the earlier outcome on the same scale that the article states."""
    for one in old:
        outcome = one.claim.outcome
        if outcome is None or best.outcome is None or outcome not in SEND_OUTCOMES:
            continue
        if _compared(desk, best.outcome, outcome) is not None:
            return Previous(outcome=outcome, when=one.claim.dated)
    return None


def _signal(desk: Desk, news: list[Told], old: list[Told]) -> list[Draft]:
    """Make the finding of a visit without a grade."""
    claims = [one.claim for one in news]
    kinds = [c.kind for c in claims if c.kind is not None]
    kind = kinds[0] if kinds else desk.setting.kind or Kind.UNSPECIFIED
    chosen = choose_signal(claims, kind, _LEAD)
    if chosen is None:
        return _lost(desk, news)
    outcome, support = chosen
    if outcome in {Outcome.MIXED, Outcome.POSITIVE, Outcome.PROGRESS} and kind not in (
        VISITS | {Kind.AREA_SEND}
    ):
        return []
    best = replace(support[0], outcome=outcome)
    area = _VISIT_AREA.get(kind) or next((c.area for c in support if c.area), None) or Area.OVERALL
    direction = _signal_direction(outcome)
    if kind is Kind.AREA_SEND and outcome is Outcome.PROGRESS and best.rule != SUFFICIENT:
        direction = Direction.UNKNOWN
    previous = _previous(best, [], [], old, Area.OVERALL)
    order = {id(claim): place for place, claim in enumerate(support)}
    ones = [one for one in news if id(one.claim) in order]
    ones.sort(key=lambda one: order[id(one.claim)])
    return [_finding(desk, ones, best, area=area, previous=previous, direction=direction)]


def _signal_direction(outcome: Outcome) -> Direction:
    if outcome is Outcome.DETERIORATION:
        return Direction.WORSE
    return Direction.BETTER if outcome is Outcome.PROGRESS else Direction.UNKNOWN


def _lost(desk: Desk, news: list[Told]) -> list[Draft]:
    """Report that a grade was lost where no new one is named."""
    ones = [o for o in news if o.claim.outcome is None and o.claim.direction is Direction.WORSE]
    if not ones:
        return []
    claim = replace(ones[0].claim, outcome=Outcome.DETERIORATION)
    previous = Previous(outcome=claim.previous) if claim.previous else None
    return [
        _finding(desk, ones, claim, area=Area.OVERALL, previous=previous, direction=Direction.WORSE)
    ]


def _acts(desk: Desk, news: list[Told]) -> list[Draft]:
    """Make the findings about acts of government."""
    by_outcome: dict[Outcome, list[Told]] = defaultdict(list)
    for one in news:
        if one.claim.outcome in INTERVENTIONS and one.claim.outcome is not None:
            by_outcome[one.claim.outcome].append(one)
    return [
        _finding(
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
    seen: set[tuple[object, ...]] = set()
    for one in sorted(old, key=lambda o: (o.claim.dated is None, o.claim.sentence)):
        outcome = one.claim.outcome
        if outcome is None or outcome in _PASSING:
            continue
        if outcome not in _LASTING and one.claim.dated is None:
            continue
        area = one.claim.area or Area.OVERALL
        key = (outcome, area if outcome in GRADES else None, _year(one.claim.dated))
        undated = (outcome, area if outcome in GRADES else None, None)
        if key in seen or (one.claim.dated is None and any(k[:2] == undated[:2] for k in seen)):
            continue
        seen.add(key)
        findings.append(
            _finding(
                desk,
                [one],
                one.claim,
                area=area,
                previous=None,
                direction=one.claim.direction or Direction.UNKNOWN,
            )
        )
    return findings


_PASSING = frozenset({Outcome.MIXED, Outcome.POSITIVE, Outcome.PROGRESS})
_LASTING = GRADES | SEND_OUTCOMES | {Outcome.PRIORITY_ACTION}
"""What is worth recalling without a date: other signals belong to the visit that is the news."""


def _year(date: PartialDate | None) -> int | None:
    return date.first.year if date else None


def _finding(  # noqa: PLR0913  (what a finding is, no more)
    desk: Desk,
    ones: list[Told],
    best: Claim,
    *,
    area: Area,
    previous: Previous | None,
    direction: Direction,
) -> Draft:
    """Make a finding with its severity and evidence."""
    role = ones[0].role
    outcome = best.outcome or Outcome.MIXED
    day = _day(best, role, desk.setting)
    kind = Kind.INTERVENTION if outcome in INTERVENTIONS else kind_for(best, day, desk.setting.kind)
    area = _area(kind, area, outcome)
    rulebook = desk.page.context.rulebook
    severity = severity_of(
        Found(
            outcome=outcome,
            area=area,
            kind=kind,
            before=previous.outcome if previous else None,
            direction=direction,
        ),
        rulebook,
    )
    alerts = severity is not None and severity >= Severity.MEDIUM
    when = best.dated
    finding = Finding(
        council=ones[0].council.ref,
        role=role,
        kind=kind,
        regime=regime_for(kind, when.first if when else day, rulebook),
        area=area,
        outcome=outcome,
        direction=direction,
        previous=previous,
        when=when,
        adverse=role is Role.NEWS and alerts and kind is not Kind.INTERVENTION,
        severity=severity,
        confidence=1.0,
        rule=best.rule,
        evidence=_evidence(desk, ones, best),
    )
    claims = tuple(one.claim for one in ones)
    return Draft(finding=finding, council=ones[0].council, claims=claims, best=best)


def _area(kind: Kind, area: Area, outcome: Outcome) -> Area:
    """Name the judgement as its regime does."""
    if outcome in SEND_OUTCOMES or kind is Kind.AREA_SEND:
        return Area.SEND
    if kind is Kind.SAFEGUARDING_INSPECTION and area is Area.OVERALL:
        return Area.HELP_AND_PROTECTION
    return area


def _evidence(desk: Desk, ones: list[Told], best: Claim) -> tuple[Evidence, ...]:
    """Quote the sentences, the strongest first, each once."""
    found: dict[int, Evidence] = {}

    def rank(one: Told) -> tuple[bool, bool, float]:
        other = one.claim.outcome is not best.outcome
        return other, one.claim.anaphora, -weight(one.claim, _LEAD)

    for one in sorted(ones, key=rank):
        sentence = desk.page.sentences[one.claim.sentence]
        found.setdefault(
            sentence.index,
            Evidence(
                quote=desk.page.quote(sentence.index, sentence.index),
                start=sentence.start,
                end=sentence.end,
            ),
        )
    return tuple(list(found.values())[:4])
