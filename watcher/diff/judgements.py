"""What one occasion says of one area, when several records speak of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.diff.families import Axis, axis_of
from watcher.diff.occasion import authority_of
from watcher.model.event import Standing
from watcher.model.vocabulary import Area, Kind, Outcome, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.diff.occasion import Occasion
    from watcher.model.dates import PartialDate
    from watcher.model.event import Record
    from watcher.model.framework import Framework, Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One area of one occasion, as its best record has it.

    `best` is what stands; `told` is the record an event speaks with (a table that is read anew
    changes what stands, but is no news); `news` are the records that make it an event, empty
    when it is only looked back on.
    """

    occasion: Occasion
    area: Area
    axis: Axis
    records: tuple[Record, ...]
    best: Record
    told: Record
    news: tuple[Record, ...]

    @property
    def standing(self) -> Standing:
        """The outcome that stands, and when it was found."""
        return Standing(outcome=self.best.outcome, when=when_of(self.occasion))

    @property
    def status(self) -> Status:
        """Confirmed as soon as something official says the same."""
        agreed = (r for r in self.records if r.outcome is self.told.outcome)
        if any(r.status is Status.CONFIRMED for r in agreed):
            return Status.CONFIRMED
        return Status.REPORTED

    @property
    def arrived(self) -> dt.datetime:
        """When it became known here."""
        return min(record.seen for record in self.news or self.records)

    @property
    def stored(self) -> dt.datetime:
        """When something first stood here for this area."""
        return min(record.seen for record in self.records)


def judgements(occasion: Occasion) -> tuple[Judgement, ...]:
    """Give an occasion's judgements, one for each area and axis, in a fixed order.

    Acts of government do not exclude each other: each is a judgement of its own.
    """
    groups: dict[tuple[int, str, int], list[Record]] = {}
    areas, outcomes = list(Area), list(Outcome)
    for record in occasion.records:
        axis = axis_of(record.outcome)
        act = outcomes.index(record.outcome) if axis is Axis.INTERVENTION else 0
        groups.setdefault((areas.index(record.area), axis.value, act), []).append(record)
    return tuple(
        _judge(occasion, areas[area], Axis(axis), groups[area, axis, act])
        for area, axis, act in sorted(groups)
    )


def when_of(occasion: Occasion) -> PartialDate | None:
    """Give the surest date of an occasion's start; None when nothing dates it."""
    dated = [record for record in occasion.records if record.when is not None]
    best = min(dated, key=_date_rank, default=None)
    return best.when if best is not None else None


def end_of(occasion: Occasion) -> PartialDate | None:
    """Give the end of the fieldwork where something official states it."""
    ends = [r for r in occasion.records if r.when_end is not None]
    best = min(ends, key=_date_rank, default=None)
    return best.when_end if best is not None else None


def published_of(records: Iterable[Record]) -> PartialDate | None:
    """Give the first day on which any of these records was public."""
    return min((r.published for r in records if r.published is not None), default=None)


def kind_of(records: Iterable[Record]) -> Record:
    """Give the record whose word on kind and regime to take."""
    return max(
        records,
        key=lambda r: (r.kind not in {Kind.UNSPECIFIED, Kind.AGGREGATE}, *_authority(r)),
    )


def framework_of(record: Record, day: dt.date, rulebook: Rulebook) -> Framework | None:
    """Give the framework a record was found under, as stated or as of its day."""
    if record.regime is not None and record.regime in rulebook.frameworks:
        return rulebook.frameworks[record.regime]
    return rulebook.framework_at(record.kind, day)


def _date_rank(record: Record) -> tuple[int, int, bool, str]:
    text = record.when.text if record.when else ""
    return (
        -authority_of(record),
        -len(text),
        record.role is Role.BACKGROUND,
        text + record.id,
    )


def _judge(occasion: Occasion, area: Area, axis: Axis, group: list[Record]) -> Judgement:
    ordered = sorted(group, key=_authority, reverse=True)
    best = ordered[0]
    news = tuple(r for r in ordered if r.role is Role.NEWS)
    told = _told_by(best, news)
    return Judgement(
        occasion=occasion,
        area=area,
        axis=axis,
        records=tuple(ordered),
        best=best,
        told=told,
        news=news,
    )


def _told_by(best: Record, news: tuple[Record, ...]) -> Record:
    """Give the record an event speaks with.

    A register's cell that changes without newer evidence replaces the stored value silently:
    the event, if there was one, keeps what the register first said of that inspection.
    """
    if best.origin != "register":
        return best if best.role is Role.NEWS or not news else news[0]
    first = [r for r in news if r.origin == "register"]
    return min(first, key=lambda r: (r.seen, r.id), default=best)


def _authority(record: Record) -> tuple[int, bool, bool, int, str, dt.datetime, int, float, str]:
    """Order records by how much their word counts, for one area of one occasion.

    Among official ones the later word wins (a reissued report, a cell read anew); among
    articles of equal standing, and among judgements of one report that share an area, the
    graver finding, then the surer reading.
    """
    rank = authority_of(record)
    official = rank > 1
    grave = int(record.severity or 0)
    published = record.published.text if record.published and official else ""
    seen = record.seen if official else dt.datetime.min.replace(tzinfo=dt.UTC)
    return (
        rank,
        record.status is Status.CONFIRMED,
        record.role is Role.NEWS,
        0 if official else grave,
        published,
        seen,
        grave,
        record.confidence,
        record.id,
    )
