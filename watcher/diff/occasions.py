"""Records -> occasions: which records speak of one inspection, visit or act.

Records are taken in an order of their own (the surest date first), so that the result depends
on the set of records only, never on how they arrived.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from watcher.diff.families import LAGS, REPEAT, Axis, Family, axis_of, families_of
from watcher.model.vocabulary import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.model.dates import PartialDate
    from watcher.model.event import Record
    from watcher.model.vocabulary import Area

OFFICIAL = frozenset({"report", "register", "baseline"})
"""Origins that state the dates of an inspection as the inspectorate does."""

HEADER_SLACK = 30
"""Days by which two official dates of one inspection may differ (two blocks, misprints)."""
PRESS_SLACK = 14
"""Days by which a newspaper's date of a visit may miss it."""
EARLY = 14
"""Days by which the press may be ahead of the date on the report."""
SPAN = 20
"""Days that an inspection lasts at most when its end is not known."""


@dataclass(slots=True, kw_only=True)
class Occasion:
    """One inspection, visit or act, and every record that speaks of it.

    `first` and `last` bound its start (None while no record dates it). `told` is the day it
    became public: the official date if there is one, else the first news of it.
    """

    family: Family
    records: list[Record] = field(default_factory=list)
    first: dt.date | None = None
    last: dt.date | None = None
    end: dt.date | None = None
    told: dt.date | None = None
    told_officially: bool = False
    dated_officially: bool = False
    standing_only: dt.date | None = None

    @property
    def anchor(self) -> dt.date:
        """The day that orders it among the others."""
        if self.standing_only is not None:
            return self.standing_only
        if self.first is not None:
            return self.first
        return self.told or min(_seen_day(record) for record in self.records)

    @property
    def known_by(self) -> dt.date:
        """The earliest day on which the world can have known of it."""
        return self.told or self.anchor

    def outcomes(self, area: Area, axis: Axis) -> set[str]:
        """Give what its records say of an area."""
        return {
            record.outcome.value
            for record in self.records
            if record.area is area and axis_of(record.outcome) is axis
        }

    def add(self, record: Record) -> None:
        """Take a record in; the first to date the occasion dates it."""
        self.records.append(record)
        official = record.origin in OFFICIAL
        if record.when is not None and self.first is None:
            self.first, self.last = record.when.first, record.when.last
            self.dated_officially = official
        if record.when_end is not None and self.end is None:
            self.end = record.when_end.last
        if record.role is Role.BACKGROUND:
            return
        told = _told(record)
        if told is None or (self.told_officially and not official):
            return
        if self.told is None or told < self.told or (official and not self.told_officially):
            self.told = told
            self.told_officially = official


def occasions(records: Iterable[Record]) -> tuple[Occasion, ...]:
    """Group a lineage's records into occasions, oldest first."""
    found: list[Occasion] = []
    ordered = sorted(records, key=_certainty)
    for record in ordered:
        if not restates(record):
            _place(record, found)
    for record in ordered:
        if restates(record):
            _restate(record, found)
    return tuple(sorted(found, key=_order))


def restates(record: Record) -> bool:
    """Tell whether a record says how things stand rather than what an inspection found."""
    if record.when is not None:
        return False
    return record.role is Role.BACKGROUND or record.kind is Kind.AGGREGATE


def _order(occasion: Occasion) -> tuple[dt.date, dt.date, str, str]:
    first = min(record.id for record in occasion.records)
    return (occasion.anchor, occasion.known_by, occasion.family.value, first)


def _seen_day(record: Record) -> dt.date:
    return record.seen.date()


def _told(record: Record) -> dt.date | None:
    """Give the day a record was published; one without any date counts from its arrival."""
    if record.published is not None:
        return record.published.first
    return None if record.when is not None else _seen_day(record)


def _certainty(record: Record) -> tuple[bool, int, dt.date, str, str]:
    """Order records by how surely they date their inspection; looks back come last."""
    published = record.published.text if record.published else ""
    back = record.role is Role.BACKGROUND
    return (back, _date_class(record), _day(record), published, record.id)


def _date_class(record: Record) -> int:
    when = record.when
    if when is None:
        return 3
    if when.precise:
        return 0 if record.origin in OFFICIAL else 1
    return 2 if len(when.text) == len("YYYY-MM") else 4


def _day(record: Record) -> dt.date:
    if record.when is not None:
        return record.when.first
    return record.published.first if record.published else _seen_day(record)


def _place(record: Record, found: list[Occasion]) -> None:
    """Put a record into the nearest occasion that it can mean, else into a new one."""
    families = families_of(record)
    scored = [
        (families.index(occasion.family), score, index)
        for index, occasion in enumerate(found)
        if occasion.family in families and (score := _distance(occasion, record)) is not None
    ]
    if scored:
        found[min(scored, key=lambda item: (item[1], item[0], item[2]))[2]].add(record)
        return
    occasion = Occasion(family=families[0])
    occasion.add(record)
    found.append(occasion)


def _distance(occasion: Occasion, record: Record) -> int | None:
    """Say how far a record's dates are from an occasion's, None when they cannot be one."""
    if not _can_mean(occasion, record):
        return None
    if _same_report(occasion, record):
        return 0
    told = None if record.role is Role.BACKGROUND else _told(record)
    if record.when is not None and occasion.first is not None:
        return _between_visits(occasion, record, record.when)
    if record.when is not None:
        return _visit_and_news(record, occasion)
    if occasion.first is not None:
        return _news_of_visit(occasion, record, told)
    return _between_news(occasion, record, told)


def _same_report(occasion: Occasion, record: Record) -> bool:
    """Tell whether a record rests on the very report that another of the occasion does."""
    numbers = {r.order for r in occasion.records if r.origin in OFFICIAL}
    return record.order is not None and record.origin in OFFICIAL and record.order in numbers


def _can_mean(occasion: Occasion, record: Record) -> bool:
    """Tell whether a record can speak of an occasion, whatever their dates.

    One register never lists two reports for one inspection.
    """
    if record.origin == "register" and record.order is not None:
        mine = (r for r in occasion.records if (r.origin, r.source) == ("register", record.source))
        if any(r.order not in {None, record.order} for r in mine):
            return False
    if occasion.family is Family.INTERVENTION:
        return record.outcome.value in occasion.outcomes(record.area, Axis.INTERVENTION)
    return record.role is not Role.BACKGROUND or _can_recall(occasion, record)


def _between_news(occasion: Occasion, record: Record, told: dt.date | None) -> int | None:
    """Compare two pieces of news neither of which dates the visit."""
    if told is None or occasion.told is None:
        return None
    gap = abs((told - occasion.told).days)
    return gap if gap <= _patience(occasion, record) else None


def _can_recall(occasion: Occasion, record: Record) -> bool:
    """Tell whether an article's look back can mean this occasion.

    It cannot mean the very news of the same article, nor what was not yet begun.
    """
    if record.published is not None and occasion.anchor > record.published.last:
        return False
    same = {other.area for other in occasion.records if other.outcome is record.outcome}
    if record.area in same:
        return True
    sources = {_document(other) for other in occasion.records if other.role is Role.NEWS}
    return _document(record) not in sources


def _document(record: Record) -> str:
    return record.citations[0].sha256 if record.citations else record.id


def _between_visits(occasion: Occasion, record: Record, when: PartialDate) -> int | None:
    """Compare two dates of a visit; a month may be meant as that of publication."""
    first, last = occasion.first, occasion.last
    if first is None or last is None:
        return None
    official = occasion.dated_officially and record.origin in OFFICIAL
    if official and when.precise:
        gap = abs((when.first - first).days)
        return gap if gap <= HEADER_SLACK else None
    end = max(occasion.end or first + dt.timedelta(days=SPAN), last)
    gap = max((first - when.last).days, (when.first - end).days, 0)
    if gap <= (PRESS_SLACK if when.precise else 0):
        return gap
    if occasion.told and not when.precise and when.first <= occasion.told <= when.last:
        return PRESS_SLACK + 1
    if record.published and last != first and record.role is Role.NEWS:
        return PRESS_SLACK + 1 if first <= record.published.first <= last else None
    return None


def _visit_and_news(record: Record, occasion: Occasion) -> int | None:
    """Compare a dated record with an occasion of which only the news is dated."""
    when, told = record.when, occasion.told
    if when is None or told is None:
        return None
    if record.role is Role.NEWS and record.published is not None:
        gap = abs((record.published.first - told).days)
        if gap <= _patience(occasion, record):
            return gap
    late = (told - when.last).days
    if told < when.first or late > LAGS[occasion.family].publication:
        return None
    return max(late, 0)


def _news_of_visit(occasion: Occasion, record: Record, told: dt.date | None) -> int | None:
    """Compare undated news with an occasion whose visit is dated."""
    if told is None or occasion.first is None or occasion.last is None:
        return None
    if told < occasion.first:
        return None
    if occasion.told is None:
        late = (told - (occasion.end or occasion.last)).days
        lags = LAGS[occasion.family]
        return max(late, 0) if late <= lags.publication + lags.echo else None
    after = (told - occasion.told).days
    if -EARLY <= after <= _patience(occasion, record):
        return abs(after)
    if after < 0 and (occasion.told_officially or -after <= LAGS[occasion.family].echo):
        return -after
    return None


def _patience(occasion: Occasion, record: Record) -> int:
    """Give how many days after the first news a record can still be news of the occasion."""
    echo = LAGS[occasion.family].echo
    if occasion.family not in {Family.FULL, Family.SEND}:
        return echo
    said = occasion.outcomes(record.area, axis_of(record.outcome))
    return max(REPEAT, echo) if record.outcome.value in said else echo


def _restate(record: Record, found: list[Occasion]) -> None:
    """Put a restatement to the occasion that it repeats, else make it a standing of its own."""
    axis = axis_of(record.outcome)
    day = _day(record)
    about = [o for o in found if o.outcomes(record.area, axis)]
    earlier = [o for o in about if o.anchor <= day and o.known_by <= day]
    matching = [o for o in earlier if record.outcome.value in o.outcomes(record.area, axis)]
    if record.role is Role.NEWS:
        latest = max(earlier, key=_order, default=None)
        matching = [o for o in matching if o is latest]
    if matching:
        max(matching, key=_order).add(record)
        return
    occasion = Occasion(family=families_of(record)[0])
    occasion.add(record)
    occasion.standing_only = _standing_day(record, about, day)
    found.append(occasion)


def _standing_day(record: Record, about: list[Occasion], day: dt.date) -> dt.date:
    """Place what was known on a day before whatever became known after it.

    A look back without a date is only ever the oldest thing known: it cannot say which of
    several inspections it means.
    """
    eve = dt.timedelta(days=1)
    if record.role is Role.BACKGROUND:
        return min([day, *(o.anchor - eve for o in about)])
    return min([day, *(o.anchor - eve for o in about if o.known_by > day)])
