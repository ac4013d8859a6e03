"""One council's share of everything that is shown of all councils together.

A piece is plain data, so that it can be kept between two builds: a council of which nothing
changed is not asked about again.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from watcher.alerting.render.words import OUTCOME_WORDS, date_words, one_line
from watcher.alerting.wording import headline as in_words
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Area, Change, Outcome, Severity
from watcher.site.steps import (
    HEADLINE,
    SERIES,
    Step,
    changes_of,
    headline_steps,
    mentions,
    steps_of,
)
from watcher.site.view import quoted, source_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from watcher.model.event import Citation, CouncilState, Event, Signal
    from watcher.model.framework import Rulebook

RECENT = 12
"""How many falls and rises of one council can be among the latest of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One inspection's fall or rise, as the front page tells it."""

    day: str
    code: str
    council: str
    severity: int
    sentence: str
    area: str
    before: str
    after: str
    quote: str
    source: str
    url: str
    official: bool
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What the front page, the charts and the lists need of one council."""

    code: str
    steps: Mapping[str, tuple[Step, ...]]
    falls: tuple[Told, ...] = ()
    rises: tuple[Told, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    lags: tuple[tuple[str, int], ...] = ()
    signals: tuple[Mapping[str, str], ...] = ()
    intervention: str = ""
    areas: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """Render as plain data."""
        shown = asdict(self)
        shown["steps"] = {
            name: [[s.day, s.outcome, s.when, s.derived] for s in steps]
            for name, steps in self.steps.items()
        }
        return shown

    @classmethod
    def of_plain(cls, data: dict[str, Any]) -> Piece:
        """Read what `plain` gave.

        Raises:
            TypeError, KeyError, ValueError: when it is not that.
        """
        steps = {name: tuple(Step(*s) for s in found) for name, found in data["steps"].items()}
        return cls(
            **{
                **data,
                "steps": steps,
                "falls": tuple(Told(**told) for told in data["falls"]),
                "rises": tuple(Told(**told) for told in data["rises"]),
                "changes": tuple((day, way) for day, way in data["changes"]),
                "lags": tuple((day, days) for day, days in data["lags"]),
                "signals": tuple(data["signals"]),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What can be asked about earlier days.

    `mention_days` are those on which a document mentioned an older grade; `state_on` derives
    where the council stood, as the world knew it on a day.
    """

    mention_days: tuple[dt.date, ...]
    state_on: Callable[[dt.date], CouncilState]


def piece_of(
    state: CouncilState,
    events: Sequence[Event],
    rulebook: Rulebook,
    past: Past,
) -> Piece:
    """Gather one council's share."""
    known = [event for event in events if not event.held]
    mentioned = mentions(past.mention_days, past.state_on)
    steps = {name: steps_of(known, areas, mentioned) for name, areas in SERIES.items()}
    steps[HEADLINE] = headline_steps(known, rulebook, past.state_on, mentioned)
    groups = _by_inspection(known)
    return Piece(
        code=state.council.code,
        steps={name: found for name, found in steps.items() if found},
        falls=_moves(groups, steps[HEADLINE], rulebook, worse=True),
        rises=_moves(groups, steps[HEADLINE], rulebook, worse=False),
        changes=changes_of(steps[HEADLINE], rulebook),
        lags=_lags(groups),
        signals=tuple(_signal(signal) for signal in state.signals),
        intervention=OUTCOME_WORDS[state.intervention.outcome] if state.intervention else "",
        areas={
            area.value: {
                "outcome": found.outcome.value,
                "when": found.when.text if found.when else "",
                "status": found.status.value,
            }
            for area, found in state.areas.items()
        },
    )


def fell(event: Event) -> bool:
    """Tell whether an event is bad news: a fall, or a first grave finding that was news."""
    if event.change is Change.WORSENED:
        return True
    grave = event.severity is not None and event.severity >= Severity.MEDIUM
    fresh = event.change in {Change.FIRST_SEEN, Change.NOT_COMPARABLE}
    return grave and fresh and not event.silent


def rose(event: Event) -> bool:
    """Tell whether an event is a grade or SEND outcome that got better."""
    return event.change is Change.IMPROVED and event.after.outcome in GRADES | SEND_OUTCOMES


def _by_inspection(events: Iterable[Event]) -> tuple[tuple[Event, ...], ...]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.inspection or event.id, []).append(event)
    return tuple(tuple(group) for group in groups.values())


def _told(group: Sequence[Event], *, worse: bool) -> Told | None:
    chosen = [event for event in group if (fell(event) if worse else rose(event))]
    if not chosen:
        return None
    lead = min(chosen, key=_weight)
    citation = _best(lead, *chosen)
    day = lead.published or lead.after.when
    source, url = source_of(citation) if citation else ("", "")
    return Told(
        day=day.text if day else "",
        code=lead.council.code,
        council=one_line(lead.council.name),
        severity=int(lead.severity or 0),
        sentence=one_line(in_words(lead, group)),
        area=lead.area.value,
        before=lead.before.outcome.value if lead.before else "",
        after=lead.after.outcome.value,
        quote=one_line(citation.quote) if citation and quoted(citation) else "",
        source=", ".join(bit for bit in (source, date_words(lead.published)) if bit),
        url=url,
        official=lead.status.value == "confirmed",
        event=lead.id,
    )


def _best(*events: Event) -> Citation | None:
    """Choose what is shown of what was cited: a sentence before a table's row."""
    cited = [citation for event in events for citation in event.citations]
    return next((one for one in cited if quoted(one)), cited[0] if cited else None)


def _derived(
    groups: Iterable[Sequence[Event]], steps: Sequence[Step], rulebook: Rulebook, *, worse: bool
) -> Iterable[Told]:
    """Tell the falls or rises of a derived headline that no single judgement tells."""
    days = {
        day for day, way in changes_of(steps, rulebook) if way == ("worse" if worse else "better")
    }
    listed = tuple(groups)
    for before, after in pairwise(steps):
        if not after.derived or after.day not in days:
            continue
        group = [
            e for events in listed for e in events if e.published and e.published.text == after.day
        ]
        if not group or any(fell(event) if worse else rose(event) for event in group):
            continue
        yield _of_derived((before, after), group, worse=worse)


def _of_derived(steps: tuple[Step, Step], group: Sequence[Event], *, worse: bool) -> Told:
    before, after = steps
    name, verb = one_line(group[0].council.name), "fell" if worse else "rose"
    was, now = OUTCOME_WORDS[Outcome(before.outcome)], OUTCOME_WORDS[Outcome(after.outcome)]
    citation = _best(*group)
    source, url = source_of(citation) if citation else ("", "")
    return Told(
        day=after.day,
        code=group[0].council.code,
        council=name,
        severity=int(Severity.MEDIUM) if worse else 0,
        sentence=f"{name}: the headline {verb} from {was} to {now} (derived from the judgements)",
        area="overall",
        before=before.outcome,
        after=after.outcome,
        quote=one_line(citation.quote) if citation and quoted(citation) else "",
        source=", ".join(bit for bit in (source, date_words(group[0].published)) if bit),
        url=url,
        official=all(event.status.value == "confirmed" for event in group),
        event=group[0].id,
    )


def _weight(event: Event) -> tuple[int, int]:
    """Put the gravest first, and the overall grade before its parts."""
    return (-(event.severity or 0), list(Area).index(event.area))


def _moves(
    groups: Sequence[Sequence[Event]], steps: Sequence[Step], rulebook: Rulebook, *, worse: bool
) -> tuple[Told, ...]:
    """Give the latest falls, or rises, of one council."""
    found = [_told(group, worse=worse) for group in groups]
    told = [one for one in found if one is not None and one.day]
    told += _derived(groups, steps, rulebook, worse=worse)
    return tuple(sorted(told, key=lambda one: one.day, reverse=True)[:RECENT])


def _lags(groups: Iterable[Sequence[Event]]) -> tuple[tuple[str, int], ...]:
    """Give for each inspection how many days passed from its last day to publication."""
    lags = []
    for group in groups:
        for event in group:
            published, ended = event.published, event.ended
            if published is None or ended is None or not (published.precise and ended.precise):
                continue
            days = (published.first - ended.first).days
            if days >= 0:
                lags.append((published.text, days))
                break
    return tuple(lags)


def _signal(signal: Signal) -> dict[str, str]:
    date = signal.when or signal.published
    return {
        "area": signal.area.value,
        "outcome": signal.outcome.value,
        "words": OUTCOME_WORDS[signal.outcome],
        "date": date.text if date else "",
        "bad": "yes" if signal.severity is not None else "",
    }
