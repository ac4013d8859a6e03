"""Ids of inspections and events: made from what they are, then kept for good."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.diff.families import Family
from watcher.diff.records import digest
from watcher.model.event import EventId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from watcher.diff.families import Axis
    from watcher.diff.occasion import Occasion
    from watcher.model.event import RecordId
    from watcher.model.vocabulary import Area

_LENGTH = 12
"""Hexadecimal digits of a name: short enough to type, enough for every inspection ever."""

_USUAL_DELAY = 45
"""Days from a visit to its publication, in the middle."""


def inspection_ids(found: Sequence[Occasion], known: Mapping[RecordId, EventId]) -> tuple[str, ...]:
    """Name every occasion: by the name its records had first, else by what it is.

    The made name holds the lineage, the family and the year, so that a better date or another
    teller of the same inspection would make the same name.
    """
    names: dict[int, str] = {}
    taken: set[str] = set()
    for index, occasion in enumerate(found):
        for name in _kept(occasion, known):
            if name not in taken:
                names[index] = name
                taken.add(name)
                break
    for index, occasion in enumerate(found):
        if index not in names:
            names[index] = _mint(occasion, taken)
            taken.add(names[index])
    return tuple(names[index] for index in range(len(found)))


def event_id(inspection: str, area: Area, axis: Axis, suffix: str = "") -> EventId:
    """Name an event of an inspection."""
    return EventId(f"{inspection}-{area.value}-{axis.value}{suffix}")


def inspection_of(event: EventId) -> str:
    """Give the name of the inspection that an event belongs to."""
    return event.split("-", 1)[0]


def _kept(occasion: Occasion, known: Mapping[RecordId, EventId]) -> tuple[str, ...]:
    """Give the names an occasion's records were known by, the oldest first."""
    ordered = sorted(occasion.records, key=lambda record: (record.seen, record.id))
    return tuple(inspection_of(known[r.id]) for r in ordered if r.id in known)


def _mint(occasion: Occasion, taken: set[str]) -> str:
    lineage = occasion.records[0].lineage
    parts = [lineage, occasion.family.value, str(_year(occasion))]
    if occasion.family is Family.INTERVENTION:
        parts.append(min(record.outcome.value for record in occasion.records))
    number = 0
    while (name := digest("inspection", *parts, str(number))[:_LENGTH]) in taken:
        number += 1
    return name


def _year(occasion: Occasion) -> int:
    """Give the year in which an inspection became public, or must have.

    The first news of it and the report come out within weeks, and hardly ever about New Year;
    its own date may be told as a day, a month, a year or not at all.
    """
    if occasion.told is not None:
        return occasion.told.year
    return (occasion.anchor + dt.timedelta(days=_USUAL_DELAY)).year
