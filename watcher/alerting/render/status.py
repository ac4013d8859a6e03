"""Where councils stand, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.alerting.render.words import AREA_WORDS, OUTCOME_WORDS, date_words
from watcher.model.vocabulary import Area, Status

if TYPE_CHECKING:
    from watcher.model.event import CouncilState, Signal

AREAS = (
    Area.OVERALL,
    Area.LEADERS,
    Area.HELP_AND_PROTECTION,
    Area.CHILDREN_IN_CARE,
    Area.CARE_LEAVERS,
    Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS,
    Area.FRONT_DOOR,
    Area.ADOPTION,
    Area.FOSTERING,
    Area.SEND,
    Area.OTHER,
)
"""The order in which judgements are shown."""


def headline_words(state: CouncilState) -> str:
    """Write the headline; a derived one says so."""
    if state.headline is None:
        return "not known"
    words = OUTCOME_WORDS[state.headline.outcome]
    return f"{words} (derived)" if state.headline.status is Status.DERIVED else words


def area_lines(state: CouncilState) -> list[str]:
    """Write where a council stands in each area, with the date."""
    return [
        f"{AREA_WORDS[area]}: {OUTCOME_WORDS[found.outcome]}"
        + (
            f" ({date_words(found.when or found.published)})"
            if found.when or found.published
            else ""
        )
        for area, found in ((area, state.areas.get(area)) for area in AREAS)
        if found is not None
    ]


def signal_words(signal: Signal) -> str:
    """Write a signal with its area and date."""
    date = date_words(signal.when or signal.published)
    return f"{AREA_WORDS[signal.area]}: {OUTCOME_WORDS[signal.outcome]}" + (
        f" ({date})" if date else ""
    )


def status_line(state: CouncilState, *, name_width: int) -> str:
    """Write one council in one line: name, headline, then what else stands."""
    rest = [line for line in area_lines(state) if not line.startswith(AREA_WORDS[Area.OVERALL])]
    rest += [f"! {signal_words(signal)}" for signal in state.signals]
    if state.intervention is not None:
        rest.append(f"!! {OUTCOME_WORDS[state.intervention.outcome]}")
    line = f"{state.council.name:<{name_width}}  {headline_words(state):<22}  {'; '.join(rest)}"
    return line.rstrip()
