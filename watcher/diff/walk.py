"""Walk a council's judgements in the order of their inspections, and say what changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.diff.compare import Verdict, compare, related
from watcher.diff.families import LAGS, Axis, Family
from watcher.diff.ids import event_id
from watcher.diff.judgements import (
    end_of,
    judgements,
    kind_of,
    published_of,
    when_of,
)
from watcher.diff.occasion import authority_of
from watcher.model.event import Event, Standing
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import Area, Change, Kind, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from watcher.diff.judgements import Judgement
    from watcher.diff.occasion import Occasion
    from watcher.model.event import Citation, Record
    from watcher.model.framework import Rulebook

_OFFICIAL = frozenset({"report", "register"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All judgements of a lineage, oldest first, that may stand, and the events they make."""

    standing: tuple[Judgement, ...]
    events: tuple[Event, ...]


def walk(
    found: Sequence[Occasion], held: Sequence[Occasion], names: Sequence[str], rulebook: Rulebook
) -> Course:
    """Compare every judgement with what stood before it.

    `held` are occasions that only held records speak of: they make held events, never a state.
    `names` are those of `found`, then of `held`.
    """
    judged = [(j, name) for o, name in zip(found, names, strict=False) for j in judgements(o)]
    standing: list[Judgement] = []
    drafts: list[tuple[Judgement, str, Verdict]] = []
    for judgement, name in judged:
        if _overall_ended(judgement, rulebook):
            if not any(r.origin in _OFFICIAL for r in judgement.occasion.records):
                drafts.append((judgement, name, _void(judgement, rulebook)))
            continue
        earlier = [old for old in standing if old.occasion is not judgement.occasion]
        drafts.append((judgement, name, compare(judgement, earlier, rulebook)))
        standing.append(judgement)
    events = [
        _event(judgement, name, verdict, late=_late(judgement, standing))
        for judgement, name, verdict in drafts
        if judgement.news
    ]
    events += [e for judgement, name, _ in drafts for e in _corrections(judgement, name, rulebook)]
    for occasion, name in zip(held, names[len(found) :], strict=True):
        events += _held(occasion, name, standing, rulebook)
    return Course(standing=tuple(standing), events=tuple(events))


def _overall_ended(judgement: Judgement, rulebook: Rulebook) -> bool:
    """Tell whether an overall grade is claimed of an inspection that gives none.

    By the day it began; where that is not known, by news that comes later than the last report
    with such a grade can have come.
    """
    occasion = judgement.occasion
    if occasion.family is not Family.FULL or judgement.axis is not Axis.GRADE:
        return False
    if judgement.area is not Area.OVERALL:
        return False
    if occasion.first is not None:
        return occasion.first >= rulebook.overall_ends
    last = rulebook.overall_ends + dt.timedelta(days=LAGS[Family.FULL].publication)
    return occasion.told is not None and occasion.told > last


def _void(judgement: Judgement, rulebook: Rulebook) -> Verdict:
    """Keep what the press calls the grade as news, but compare it with nothing."""
    told = judgement.told
    found = Found(
        outcome=told.outcome, area=judgement.area, kind=told.kind, direction=told.direction
    )
    return Verdict(change=Change.NOT_COMPARABLE, before=None, severity=severity_of(found, rulebook))


def _late(judgement: Judgement, standing: Iterable[Judgement]) -> bool:
    """Tell whether something younger stood here when this arrived.

    That is a judgement of the same area; and a full inspection, for what an earlier one or an
    earlier visit found, whichever areas were told of it.
    """
    anchor, arrived = judgement.occasion.anchor, judgement.arrived
    return any(
        other.occasion.anchor > anchor
        and other.occasion is not judgement.occasion
        and (related(other.area, judgement.area) or _overtakes(other, judgement))
        and other.stored < arrived
        for other in standing
    )


def _overtakes(other: Judgement, judgement: Judgement) -> bool:
    """Tell whether a later full inspection looked again at what this judgement is about."""
    if judgement.area is Area.SEND or judgement.axis is Axis.INTERVENTION:
        return False
    return other.occasion.family is Family.FULL and other.axis is Axis.GRADE


def _event(
    judgement: Judgement, name: str, verdict: Verdict, *, late: bool, held: bool = False
) -> Event:
    occasion, told = judgement.occasion, judgement.told
    typed = kind_of(judgement.records)
    first = min(judgement.news, key=lambda r: (r.seen, r.silent, r.id))
    return Event(
        id=event_id(name, judgement.area, judgement.axis, _act(judgement)),
        council=told.council,
        lineage=told.lineage,
        kind=_kind(judgement, typed),
        regime=typed.regime,
        area=judgement.area,
        change=verdict.change,
        before=verdict.before,
        after=Standing(outcome=told.outcome, when=when_of(occasion)),
        severity=verdict.severity,
        status=judgement.status,
        late=late,
        silent=first.silent,
        held=held,
        published=published_of(judgement.news),
        records=tuple(r.id for r in judgement.records),
        citations=_cite(_proofs(judgement)),
        inspection=name,
        ended=end_of(occasion),
    )


def _act(judgement: Judgement) -> str:
    """Tell apart the acts of one step of government in an event's id."""
    acts = judgement.axis is Axis.INTERVENTION
    return f"-{judgement.told.outcome.value}" if acts else ""


def _kind(judgement: Judgement, typed: Record) -> Kind:
    """Take the kind that any record of the occasion knows, when these do not."""
    if typed.kind is not Kind.UNSPECIFIED:
        return typed.kind
    known = [r for r in judgement.occasion.records if r.kind is not Kind.UNSPECIFIED]
    return kind_of(known).kind if known else typed.kind


def _proofs(judgement: Judgement) -> list[Record]:
    """Give the records that say what the event says: official ones, then the first to tell."""
    agreed = [r for r in judgement.news if r.outcome is judgement.told.outcome]
    return sorted(
        agreed,
        key=lambda r: (
            -authority_of(r),
            r.published.text if r.published else "",
            r.id,
        ),
    )


def _cite(records: Iterable[Record]) -> tuple[Citation, ...]:
    return tuple(citation for record in records for citation in record.citations)


def _corrections(judgement: Judgement, name: str, rulebook: Rulebook) -> Iterable[Event]:
    """Say it when a report was reissued with another grade, or contradicts the news.

    A register's cell read anew is neither: it replaces what stood in silence.
    """
    best = judgement.best
    several = judgement.area is Area.OTHER
    if best.origin not in _OFFICIAL or judgement.axis is Axis.SIGNAL or several:
        return
    wrong = [r for r in judgement.news if r.outcome is not best.outcome and _contradicts(best, r)]
    if not wrong:
        return
    latest = max(wrong, key=lambda r: (r.origin == "report", r.seen, r.id))
    found = Found(outcome=best.outcome, area=judgement.area, kind=best.kind, before=latest.outcome)
    when = when_of(judgement.occasion)
    yield Event(
        id=event_id(name, judgement.area, judgement.axis, "-corrected"),
        council=best.council,
        lineage=best.lineage,
        kind=_kind(judgement, best),
        regime=best.regime,
        area=judgement.area,
        change=Change.CORRECTED,
        before=Standing(outcome=latest.outcome, when=when),
        after=Standing(outcome=best.outcome, when=when),
        severity=severity_of(found, rulebook),
        status=Status.CONFIRMED,
        late=False,
        silent=best.silent,
        held=False,
        published=best.published,
        records=(best.id, *(r.id for r in wrong)),
        citations=_cite([best, *wrong]),
        inspection=name,
        ended=end_of(judgement.occasion),
    )


def _contradicts(best: Record, other: Record) -> bool:
    if other.origin == "article":
        return other.role is Role.NEWS
    return best.origin == other.origin == "report"


def _held(
    occasion: Occasion, name: str, standing: Sequence[Judgement], rulebook: Rulebook
) -> Iterable[Event]:
    """Make the events that would be, were the held records let go."""
    for judgement in judgements(occasion):
        if judgement.news:
            earlier = [o for o in standing if o.occasion.anchor < occasion.anchor]
            verdict = compare(judgement, earlier, rulebook)
            late = _late(judgement, standing)
            yield _event(judgement, name, verdict, late=late, held=True)
