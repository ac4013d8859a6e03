"""Records -> occasions: which records speak of one inspection, visit or act.

Records are taken in an order of their own (the surest date first), so that the result depends
on the set of records only, never on how they arrived.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.diff.families import Axis, Family, axis_of, families_of
from watcher.diff.nearness import distance, document_of, same_act
from watcher.diff.occasion import OFFICIAL, Occasion, day_of
from watcher.model.vocabulary import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.model.event import Record


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


def _certainty(record: Record) -> tuple[bool, bool, int, dt.date, str, str]:
    """Order records by how surely they tell their inspection; looks back come last."""
    published = record.published.text if record.published else ""
    back = record.role is Role.BACKGROUND
    vague = record.kind is Kind.UNSPECIFIED
    return (back, vague, _date_class(record), day_of(record), published, record.id)


def _date_class(record: Record) -> int:
    when = record.when
    if when is None:
        return 3
    if when.precise:
        return 0 if record.origin in OFFICIAL else 1
    return 2 if len(when.text) == len("YYYY-MM") else 4


def _place(record: Record, found: list[Occasion]) -> None:
    """Put a record into the nearest occasion that it can mean, else into a new one."""
    families = families_of(record)
    scored = [
        (_elsewhere(occasion, record), score, families.index(occasion.family), index)
        for index, occasion in enumerate(found)
        if occasion.family in families and (score := distance(occasion, record)) is not None
    ]
    if scored:
        found[min(scored)[-1]].add(record)
        return
    occasion = Occasion(family=families[0])
    occasion.add(record)
    found.append(occasion)


def _elsewhere(occasion: Occasion, record: Record) -> bool:
    """Tell whether an occasion is other than what the record's own document has as news.

    What an article finds without saying at what, it found where it found the rest.
    """
    if record.kind is not Kind.UNSPECIFIED or record.role is Role.BACKGROUND:
        return False
    mine = document_of(record)
    return not any(document_of(r) == mine and r.role is Role.NEWS for r in occasion.records)


def _restate(record: Record, found: list[Occasion]) -> None:
    """Put a restatement to the occasion that it repeats, else make it a standing of its own."""
    axis = axis_of(record.outcome)
    day = day_of(record)
    about = [o for o in found if _is_about(o, record, axis)]
    earlier = [o for o in about if o.anchor <= day and o.known_by <= day]
    matching = [o for o in earlier if _says(o, record, axis)]
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


def _is_about(occasion: Occasion, record: Record, axis: Axis) -> bool:
    """Tell whether an occasion says anything of what a restatement speaks of."""
    if axis is Axis.INTERVENTION:
        return occasion.family is Family.INTERVENTION
    return bool(occasion.outcomes(record.area, axis))


def _says(occasion: Occasion, record: Record, axis: Axis) -> bool:
    """Tell whether an occasion says the same as a restatement."""
    if axis is Axis.INTERVENTION:
        return any(same_act(record, other) for other in occasion.records)
    return record.outcome.value in occasion.outcomes(record.area, axis)


def _standing_day(record: Record, about: list[Occasion], day: dt.date) -> dt.date:
    """Place what was known on a day before whatever became known after it.

    A look back without a date is only ever the oldest thing known: it cannot say which of
    several inspections it means.
    """
    eve = dt.timedelta(days=1)
    if record.role is Role.BACKGROUND:
        return min([day, *(o.anchor - eve for o in about)])
    return min([day, *(o.anchor - eve for o in about if o.known_by > day)])
