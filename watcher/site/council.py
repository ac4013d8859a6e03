"""What the page of one council shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.alerting.render.status import AREAS
from watcher.alerting.render.words import (
    AREA_WORDS,
    CHANGE_WORDS,
    KIND_WORDS,
    OUTCOME_WORDS,
    STATUS_WORDS,
    one_line,
    was_now,
)
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Area, Change
from watcher.site.view import Look, area_words, day_words, look_of, quoted, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from watcher.model.event import Citation, CouncilState, Event
    from watcher.model.framework import Rulebook

_ARROWS = {Change.WORSENED: "▼", Change.IMPROVED: "▲"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence that proves something, and where it stands."""

    text: str
    source: str
    link: str
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One area of one inspection."""

    area: str
    words: str
    change: str
    arrow: str
    look: Look
    before: Look | None
    graded: bool
    late: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One inspection, visit or act, with everything it said."""

    date: str
    date_words: str
    kind: str
    regime: str
    published: str
    status: str
    worse: bool
    severity: int
    lines: tuple[Line, ...]
    alerts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the council stands in one area."""

    area: str
    look: Look
    date: str
    kind: str
    status: str


def standings(state: CouncilState) -> tuple[Standing, ...]:
    """Give where a council stands, area by area, in the order in which they are shown."""
    return tuple(
        Standing(
            area=AREA_WORDS[area],
            look=look_of(found.outcome.value),
            date=day_words(
                (found.when or found.published or "") and str(found.when or found.published)
            ),
            kind=KIND_WORDS[found.kind],
            status=STATUS_WORDS[found.status],
        )
        for area in AREAS
        if (found := state.areas.get(area)) is not None
    )


def occasions(
    events: Iterable[Event], alerts: Mapping[str, str], rulebook: Rulebook
) -> tuple[Occasion, ...]:
    """Group a council's events by inspection, the latest first.

    Args:
        events: The events that stand.
        alerts: Event -> the alert that told it.
        rulebook: Names the frameworks.
    """
    groups: dict[str, list[Event]] = {}
    for event in events:
        if not event.held:
            groups.setdefault(event.inspection or event.id, []).append(event)
    found = [_occasion(group, alerts, rulebook) for group in groups.values()]
    return tuple(sorted(found, key=lambda one: one.date, reverse=True))


def matrix(
    found: Sequence[Occasion],
) -> tuple[tuple[str, ...], tuple[tuple[Occasion, tuple[Line | None, ...]], ...]]:
    """Lay graded judgements out: an inspection a row, an area a column."""
    areas = [AREA_WORDS[area] for area in AREAS]
    rows = [(one, {line.area: line for line in one.lines if line.graded}) for one in found]
    rows = [(one, lines) for one, lines in rows if lines]
    used = tuple(area for area in areas if any(area in lines for _, lines in rows))
    return used, tuple((one, tuple(lines.get(area) for area in used)) for one, lines in rows)


def quote_of(citation: Citation) -> Quote:
    """Give a quotation with where it stands."""
    name, link = source_of(citation)
    text = one_line(citation.quote) if quoted(citation) else ""
    return Quote(text=text, source=name, link=link, page=citation.page)


def _occasion(group: Sequence[Event], alerts: Mapping[str, str], rulebook: Rulebook) -> Occasion:
    lead = group[0]
    when = lead.after.when or lead.published
    framework = rulebook.frameworks.get(lead.regime or "")
    published = min((e.published.text for e in group if e.published), default="")
    confirmed = any(event.status.value == "confirmed" for event in group)
    told = dict.fromkeys(alerts[event.id] for event in group if event.id in alerts)
    ordered = sorted(group, key=lambda event: list(Area).index(event.area))
    return Occasion(
        date=when.text if when else "",
        date_words=day_words(when.text) if when else "no date known",
        kind=KIND_WORDS[lead.kind],
        regime=framework.title if framework else "",
        published=day_words(published),
        status="confirmed by Ofsted" if confirmed else STATUS_WORDS[lead.status],
        worse=any(event.change is Change.WORSENED for event in group),
        severity=max((int(event.severity or 0) for event in group), default=0),
        lines=tuple(_line(event) for event in ordered),
        alerts=tuple(told),
    )


def _line(event: Event) -> Line:
    outcome = event.after.outcome
    graded = outcome in GRADES | SEND_OUTCOMES
    before = event.before
    quotes: dict[tuple[str, str], Quote] = {}
    for citation in event.citations:
        quote = quote_of(citation)
        quotes.setdefault((quote.text, quote.link), quote)
    return Line(
        area=area_words(event.area.value)
        if event.area is not Area.OTHER
        else AREA_WORDS[Area.OTHER],
        words=one_line(was_now(event)) if graded else _plain(event),
        change=CHANGE_WORDS[event.change],
        arrow=_ARROWS.get(event.change, ""),
        look=look_of(outcome.value),
        before=look_of(before.outcome.value) if before and event.change in _ARROWS else None,
        graded=graded,
        late=event.late,
        quotes=tuple(quotes.values()),
    )


def _plain(event: Event) -> str:
    """Write what has no grade: the words alone for an act of government, else with the area."""
    words = OUTCOME_WORDS[event.after.outcome]
    return words if event.area is Area.OTHER else f"{area_words(event.area.value)}: {words}"
