"""Occasions: one inspection, visit or act, and every record that speaks of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from watcher.diff.families import Axis, axis_of
from watcher.model.vocabulary import Role

if TYPE_CHECKING:
    import datetime as dt

    from watcher.diff.families import Family
    from watcher.model.event import Record
    from watcher.model.vocabulary import Area

_AUTHORITY = {"report": 4, "register": 3, "baseline": 2, "article": 1}
"""Whom to believe: the report itself, then the tables made from it, then the press."""

OFFICIAL = frozenset({"report", "register", "baseline"})
"""Origins that state the dates of an inspection as the inspectorate does."""


@dataclass(slots=True, kw_only=True)
class Occasion:
    """One inspection, visit or act, and every record that speaks of it.

    `first` and `last` bound its start (None while no record dates it), as its surest record has
    it; `dated` says how sure that is: by its origin, and how precise. `told` is the day it
    became public: the official date if there is one, else the first news of it.
    """

    family: Family
    records: list[Record] = field(default_factory=list)
    first: dt.date | None = None
    last: dt.date | None = None
    end: dt.date | None = None
    told: dt.date | None = None
    told_officially: bool = False
    dated: tuple[int, int] = (0, 0)
    standing_only: dt.date | None = None
    said: dict[tuple[Area, Axis], set[str]] = field(default_factory=dict)

    @property
    def anchor(self) -> dt.date:
        """The day that orders it among the others."""
        if self.standing_only is not None:
            return self.standing_only
        if self.first is not None:
            return self.first
        return self.told or min(seen_day(record) for record in self.records)

    @property
    def dated_officially(self) -> bool:
        """Whether something official states its date."""
        return self.dated[0] > _AUTHORITY["article"]

    @property
    def visit(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day on which it can have begun; None while nothing dates it."""
        return None if self.first is None or self.last is None else (self.first, self.last)

    @property
    def known_by(self) -> dt.date:
        """The earliest day on which the world can have known of it."""
        return self.told or self.anchor

    def outcomes(self, area: Area, axis: Axis) -> frozenset[str] | set[str]:
        """Give what its records say of an area."""
        return self.said.get((area, axis), frozenset())

    def add(self, record: Record) -> None:
        """Take a record in; the surest date is the occasion's."""
        self.records.append(record)
        key = (record.area, axis_of(record.outcome))
        self.said.setdefault(key, set()).add(record.outcome.value)
        official = record.origin in OFFICIAL
        sure = (authority_of(record), len(record.when.text)) if record.when else (0, 0)
        if record.when is not None and sure > self.dated:
            self.first, self.last = record.when.first, record.when.last
            self.dated = sure
        if record.when_end is not None and self.end is None:
            self.end = record.when_end.last
        if record.role is Role.BACKGROUND:
            return
        told = told_on(record)
        if told is None or (self.told_officially and not official):
            return
        if self.told is None or told < self.told or (official and not self.told_officially):
            self.told = told
            self.told_officially = official


def authority_of(record: Record) -> int:
    """Rank a record's origin: the report, the tables made from it, the press."""
    return _AUTHORITY.get(record.origin, 0)


def seen_day(record: Record) -> dt.date:
    """Give the day on which a record became known here."""
    return record.seen.date()


def told_on(record: Record) -> dt.date | None:
    """Give the day a record was published; one without any date counts from its arrival."""
    if record.published is not None:
        return record.published.first
    return None if record.when is not None else seen_day(record)


def day_of(record: Record) -> dt.date:
    """Give the day a record is to be placed on: of the visit, else of publication."""
    if record.when is not None:
        return record.when.first
    return record.published.first if record.published else seen_day(record)
