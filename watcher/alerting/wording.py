"""The one sentence in which an alert is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.alerting.render.words import AREA_WORDS, KIND_WORDS, OUTCOME_WORDS
from watcher.model.vocabulary import (
    GRADES,
    INTERVENTIONS,
    SEND_OUTCOMES,
    Area,
    Change,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.model.event import Event


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
    said = f"{said} ({KIND_WORDS[lead.kind]}{'; ' + tail if tail else ''})"
    if reason == "confirmation":
        return f"Confirmed by Ofsted's report. {said}"
    if reason == "correction":
        return f"Correction. {said}"
    return said


def statement(event: Event) -> str:
    """Say what one event says, without ever claiming a fall that is not known.

    Only an event whose earlier grade is known "fell".
    """
    outcome, area = OUTCOME_WORDS[event.after.outcome], _area(event.area)
    if event.after.outcome in INTERVENTIONS:
        return outcome
    if event.after.outcome not in GRADES | SEND_OUTCOMES:
        # a visit judges no overall effectiveness: what is said of all it saw has no area to name
        return outcome if event.area is Area.OVERALL else f"{outcome} ({area})"
    before = event.before
    if event.change is Change.CORRECTED and before is not None:
        return f"{area} is {outcome}, not {OUTCOME_WORDS[before.outcome]}"
    if event.change is Change.UNCHANGED:
        return f"{area} remains {outcome}"
    if before is not None and event.change in {Change.WORSENED, Change.IMPROVED}:
        verb = "fell" if event.change is Change.WORSENED else "rose"
        return f"{area} {verb} from {OUTCOME_WORDS[before.outcome]} to {outcome}"
    return f"{area} found {outcome}"


def _area(area: Area) -> str:
    return "services" if area is Area.OTHER else AREA_WORDS[area]


def _count(number: int, verb: str) -> str:
    return f"{number} more {'area' if number == 1 else 'areas'} {verb}"
