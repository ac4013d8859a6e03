"""How much a finding matters: the table of what counts as worse, and by how much.

Source: the inspectorate's own scales and the record of 2018-2025; see docs/design.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from watcher.model.vocabulary import GRADES, Area, Direction, Kind, Outcome, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.model.framework import Rulebook

EXPERIENCE = frozenset(
    {
        Area.OVERALL,
        Area.HELP_AND_PROTECTION,
        Area.CHILDREN_IN_CARE,
        Area.CARE_LEAVERS,
        Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS,
    }
)
"""Judgements for which a fall to inadequate is critical."""

_FIXED: Mapping[Outcome, Severity] = {
    Outcome.PRIORITY_ACTION: Severity.HIGH,
    Outcome.INSUFFICIENT_PROGRESS: Severity.HIGH,
    Outcome.WRITTEN_STATEMENT_OF_ACTION: Severity.HIGH,
    Outcome.IMPROVEMENT_NOTICE: Severity.HIGH,
    Outcome.STATUTORY_DIRECTION: Severity.CRITICAL,
    Outcome.COMMISSIONER: Severity.CRITICAL,
    Outcome.TRUST: Severity.CRITICAL,
}


class Found(NamedTuple):
    """What severity depends on: the outcome, where, at what, and what stood before."""

    outcome: Outcome
    area: Area
    kind: Kind
    before: Outcome | None = None
    direction: Direction = Direction.UNKNOWN


def severity_of(found: Found, rulebook: Rulebook) -> Severity | None:
    """Give the severity of one finding, None where nothing is bad.

    `before` is what stood before on the same scale; without it the direction that the text
    states decides whether it is a fall.
    """
    if found.outcome in GRADES:
        return _grade_alone(found) if found.before is None else _grade(found, rulebook)
    if found.outcome is Outcome.SEND_SYSTEMIC_FAILINGS:
        return Severity.CRITICAL if found.before is Outcome.SEND_POSITIVE else Severity.HIGH
    if found.outcome is Outcome.SEND_INCONSISTENT:
        fell = found.before is Outcome.SEND_POSITIVE or (
            found.before is None and found.direction is Direction.WORSE
        )
        return Severity.MEDIUM if fell else None
    if found.outcome in {Outcome.DETERIORATION, Outcome.WEAKNESSES}:
        return Severity.HIGH if found.kind is Kind.MONITORING_VISIT else Severity.MEDIUM
    return _FIXED.get(found.outcome)


def _grade(found: Found, rulebook: Rulebook) -> Severity | None:
    """Rank a grade against what stood before."""
    scale = rulebook.scale_of(found.outcome)
    new = scale.rank(found.outcome) if scale else None
    old = scale.rank(found.before) if scale and found.before else None
    if new is None or old is None:
        return _grade_alone(found)
    if new >= old:
        still_inadequate = found.outcome is Outcome.INADEQUATE and new == old
        return Severity.MEDIUM if still_inadequate else None
    return _fall(found, old - new)


def _grade_alone(found: Found) -> Severity | None:
    """Rank a grade before which nothing is known."""
    if found.outcome is Outcome.INADEQUATE:
        return Severity.MEDIUM if found.direction is Direction.SAME else Severity.HIGH
    if found.direction is not Direction.WORSE:
        return None
    return _fall(found, 1)


def _fall(found: Found, steps: int) -> Severity:
    """Rank a fall by where it lands and how far it goes."""
    if found.outcome is Outcome.INADEQUATE:
        return Severity.CRITICAL if found.area in EXPERIENCE else Severity.HIGH
    if found.area is not Area.OVERALL:
        return Severity.HIGH if steps > 1 else Severity.MEDIUM
    if steps > 1:
        return Severity.CRITICAL
    return Severity.MEDIUM if found.outcome is Outcome.GOOD else Severity.HIGH
