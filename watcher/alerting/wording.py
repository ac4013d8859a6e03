"""The words in which people are told: areas, outcomes, kinds, one sentence for an alert."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.vocabulary import (
    GRADES,
    INTERVENTIONS,
    SEND_OUTCOMES,
    Area,
    Change,
    Kind,
    Outcome,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from watcher.model.event import Event

AREAS: Mapping[Area, str] = {
    Area.OVERALL: "overall effectiveness",
    Area.LEADERS: "the impact of leaders",
    Area.HELP_AND_PROTECTION: "help and protection",
    Area.CHILDREN_IN_CARE: "children in care",
    Area.CARE_LEAVERS: "care leavers",
    Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS: "children in care and care leavers",
    Area.FRONT_DOOR: "the front door",
    Area.ADOPTION: "adoption",
    Area.FOSTERING: "fostering",
    Area.SEND: "SEND services",
    Area.OTHER: "services for children",
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.OUTSTANDING: "outstanding",
    Outcome.GOOD: "good",
    Outcome.REQUIRES_IMPROVEMENT: "requires improvement",
    Outcome.ADEQUATE: "adequate",
    Outcome.INADEQUATE: "inadequate",
    Outcome.PRIORITY_ACTION: "areas for priority action",
    Outcome.NO_PRIORITY_ACTION: "no areas for priority action",
    Outcome.DETERIORATION: "practice has deteriorated",
    Outcome.WEAKNESSES: "serious weaknesses",
    Outcome.INSUFFICIENT_PROGRESS: "not enough progress",
    Outcome.PROGRESS: "progress",
    Outcome.POSITIVE: "positive findings",
    Outcome.MIXED: "mixed findings",
    Outcome.SEND_POSITIVE: "typically positive experiences",
    Outcome.SEND_INCONSISTENT: "inconsistent experiences",
    Outcome.SEND_SYSTEMIC_FAILINGS: "widespread or systemic failings",
    Outcome.WRITTEN_STATEMENT_OF_ACTION: "written statement of action required",
    Outcome.NO_WRITTEN_STATEMENT: "no written statement of action required",
    Outcome.IMPROVEMENT_NOTICE: "improvement notice",
    Outcome.STATUTORY_DIRECTION: "statutory direction",
    Outcome.COMMISSIONER: "commissioner appointed",
    Outcome.TRUST: "services to move to a trust",
    Outcome.INTERVENTION_ENDED: "intervention ended",
}

KINDS: Mapping[Kind, str] = {
    Kind.FULL_INSPECTION: "full inspection",
    Kind.FOCUSED_VISIT: "focused visit",
    Kind.MONITORING_VISIT: "monitoring visit",
    Kind.UNANNOUNCED_VISIT: "unannounced inspection",
    Kind.SAFEGUARDING_INSPECTION: "safeguarding inspection",
    Kind.JTAI: "joint targeted area inspection",
    Kind.AREA_SEND: "area SEND inspection",
    Kind.ANNUAL_RATING: "annual rating",
    Kind.AGGREGATE: "list of results",
    Kind.INTERVENTION: "government intervention",
    Kind.UNSPECIFIED: "inspection",
}


def headline(lead: Event, events: Sequence[Event], reason: str = "fall") -> str:
    """Say in one sentence what an alert is about; `lead` is its gravest event."""
    said = f"{lead.council.name}: {statement(lead)}"
    others = [e for e in events if e.id != lead.id and e.change is not Change.CORRECTED]
    worse = sum(1 for e in others if e.change is Change.WORSENED)
    better = sum(1 for e in others if e.change is Change.IMPROVED)
    tail = "; ".join(
        part
        for part in (
            _count(worse, "fell") if worse else "",
            _count(better, "rose") if better else "",
        )
        if part
    )
    said = f"{said} ({KINDS[lead.kind]}{'; ' + tail if tail else ''})"
    if reason == "confirmation":
        return f"Confirmed by Ofsted's report. {said}"
    if reason == "correction":
        return f"Correction. {said}"
    return said


def statement(event: Event) -> str:
    """Say what one event says, without ever claiming a fall that is not known.

    Only an event whose earlier grade is known "fell".
    """
    outcome, area = OUTCOMES[event.after.outcome], AREAS[event.area]
    if event.after.outcome in INTERVENTIONS:
        return outcome
    if event.after.outcome not in GRADES | SEND_OUTCOMES:
        return f"{outcome} ({area})"
    before = event.before
    if event.change is Change.CORRECTED and before is not None:
        return f"{area} is {outcome}, not {OUTCOMES[before.outcome]}"
    if event.change is Change.UNCHANGED:
        return f"{area} remains {outcome}"
    if before is not None and event.change in {Change.WORSENED, Change.IMPROVED}:
        verb = "fell" if event.change is Change.WORSENED else "rose"
        return f"{area} {verb} from {OUTCOMES[before.outcome]} to {outcome}"
    return f"{area} found {outcome}"


def _count(number: int, verb: str) -> str:
    return f"{number} more {'area' if number == 1 else 'areas'} {verb}"
