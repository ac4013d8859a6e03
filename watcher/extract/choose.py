"""Several claims about one council become the findings of one inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.vocabulary import GRADES, INTERVENTIONS, SEND_OUTCOMES, Direction, Kind, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.extract.claims import Claim

NEGATIVE = (
    Outcome.PRIORITY_ACTION,
    Outcome.INSUFFICIENT_PROGRESS,
    Outcome.DETERIORATION,
    Outcome.WEAKNESSES,
)
SUFFICIENT = "send.sufficient"
"""The rule for the revisit's own words: what was asked for has been done."""

INSUFFICIENT = "send.insufficient"
"""The rule for a revisit that found less than half of it done, or nothing."""

PARTIAL = "send.partial"
"""The rule for a revisit that found most of it done: partial progress is no failure."""

WEAKNESS = "send.areas-of-weakness"
"""The rule for what a statement of action is to answer."""

_OTHER = GRADES | SEND_OUTCOMES | INTERVENTIONS
_POSITIVE = frozenset({Outcome.POSITIVE, Outcome.PROGRESS})


def weight(claim: Claim, lead_end: int) -> float:
    """Say how much a claim counts: headline and lead first, names before pronouns."""
    place = 3.0 if claim.sentence == 0 else 2.0 if claim.sentence < lead_end else 1.0
    return place * claim.strength - (0.3 if claim.anaphora else 0.0)


def choose_signal(
    claims: Iterable[Claim], kind: Kind, lead_end: int
) -> tuple[Outcome, list[Claim]] | None:
    """Decide what a visit without a grade found; None when nothing is said.

    A negative finding in headline or lead stands. In the body it stands unless headline or lead
    are positive, or more is positive than negative: then the visit was mixed.
    """
    signals = [c for c in claims if c.outcome is not None and c.outcome not in _OTHER]
    if not signals:
        return None
    negative = [c for c in signals if c.outcome in NEGATIVE]
    positive = [c for c in signals if c.outcome in _POSITIVE]
    none = [c for c in signals if c.outcome is Outcome.NO_PRIORITY_ACTION]
    closed = [c for c in positive if c.rule == SUFFICIENT] if kind is Kind.AREA_SEND else []
    short = [c for c in negative if c.rule == INSUFFICIENT]
    if short:
        alike = [c for c in negative if c.outcome is Outcome.INSUFFICIENT_PROGRESS]
        return Outcome.INSUFFICIENT_PROGRESS, sorted(alike, key=lambda c: c.rule != INSUFFICIENT)
    partial = [c for c in signals if c.rule == PARTIAL]
    if partial and not _headed(negative, {c.sentence for c in partial}):
        return Outcome.MIXED, partial
    if closed and not any(c.outcome is Outcome.INSUFFICIENT_PROGRESS for c in negative):
        return Outcome.PROGRESS, closed
    headed = any(c.rule in _BLAMING and not c.sentence for c in signals)
    if negative and _stands(negative, positive, lead_end, headed=headed):
        worst = _worst(negative, kind)
        return worst, [c for c in negative if c.outcome is worst] + [
            c for c in negative if c.outcome is not worst
        ]
    if none:
        return Outcome.NO_PRIORITY_ACTION, none
    mixed = [c for c in signals if c.outcome is Outcome.MIXED]
    if positive and not negative and len(positive) >= 2 * len(mixed):
        outcome = Outcome.PROGRESS if kind is Kind.MONITORING_VISIT else positive[0].outcome
        return outcome or Outcome.POSITIVE, positive
    return Outcome.MIXED, [*negative, *positive, *mixed]


def _headed(negative: list[Claim], counted: set[int]) -> bool:
    """Tell whether headline or opening say that too little is done, before anything is counted."""
    return any(
        c.outcome is Outcome.INSUFFICIENT_PROGRESS
        and c.sentence <= 1
        and c.strength >= 1
        and c.sentence not in counted
        for c in negative
    )


def _stands(negative: list[Claim], positive: list[Claim], lead_end: int, *, headed: bool) -> bool:
    if any(c.outcome is Outcome.PRIORITY_ACTION and c.strength >= 1 for c in negative):
        return True
    fell = any(c.outcome is Outcome.DETERIORATION and c.strength >= 1 for c in negative)
    bad = (1 + fell) * sum(weight(c, lead_end) for c in negative)
    opening = min((c.sentence for c in (*negative, *positive)), default=0)
    told = [c for c in (*negative, *positive) if c.sentence == opening]
    if all(c.outcome in NEGATIVE and c.strength >= 1 for c in told):
        bad += _OPENING
    good = sum(weight(c, lead_end) for c in positive)
    return bad + 2 * headed * _OPENING >= good


_BLAMING = frozenset({"signal.negative.blame", "signal.damning"})
"""The rules of what a headline says inspectors do where they are not content."""

_OPENING = 1.0
"""So much more counts what is told first: praise for staff comes behind it in any letter."""


def _worst(negative: list[Claim], kind: Kind) -> Outcome:
    """Give the finding that the others belong to."""
    sure = kind is Kind.UNANNOUNCED_VISIT
    found = {c.outcome for c in negative if c.strength >= 1 or sure} or {Outcome.WEAKNESSES}
    order = NEGATIVE
    if kind is not Kind.MONITORING_VISIT:
        order = (
            Outcome.PRIORITY_ACTION,
            Outcome.DETERIORATION,
            Outcome.INSUFFICIENT_PROGRESS,
            Outcome.WEAKNESSES,
        )
    return next(outcome for outcome in order if outcome in found)


def _of_a_year(claim: Claim) -> bool:
    """Tell whether a claim is dated by a mere year, which is how old grades are told."""
    return claim.dated is not None and len(claim.dated.text) == len("2018")


_UNMOVED = frozenset({None, Direction.SAME})


def best_grade(claims: list[Claim], lead_end: int) -> Claim:
    """Choose among grades that one article gives for one judgement."""
    if len(claims) == 1:
        return claims[0]

    def score(claim: Claim) -> tuple[float, int]:
        told = 0.5 if claim.direction not in _UNMOVED else 0.0
        told += 1.5 if claim.now and not _of_a_year(claim) else 0.0
        told -= 1.5 if claim.dated is not None and claim.direction is None else 0.0
        return weight(claim, lead_end) + told, -claim.word

    return max(claims, key=score)


def best_send(claims: list[Claim], lead_end: int) -> Claim:
    """Choose among the outcomes that an article gives for one area SEND inspection.

    What children met with is inconsistent also where failings are systemic.
    """
    best = best_grade(claims, lead_end)
    if best.outcome is not Outcome.SEND_INCONSISTENT or not best.sentence:
        return best
    lowest = [
        c
        for c in claims
        if c.outcome is Outcome.SEND_SYSTEMIC_FAILINGS and c.sentence <= best.sentence
    ]
    return best_grade(lowest, lead_end) if lowest else best
