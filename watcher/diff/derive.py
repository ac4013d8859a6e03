"""A lineage's records -> its history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.diff.families import axis_of, families_of
from watcher.diff.ids import inspection_ids
from watcher.diff.nearness import distance
from watcher.diff.occasions import occasions
from watcher.diff.standing import council_state
from watcher.diff.walk import walk
from watcher.model.event import History
from watcher.model.vocabulary import Area

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.diff.context import DiffContext
    from watcher.diff.occasion import Occasion
    from watcher.model.council import CouncilRef, LineageKey
    from watcher.model.event import Record


def derive(records: Iterable[Record], context: DiffContext, *, lineage: LineageKey) -> History:
    """Derive one lineage's history from the set of its records.

    The same set gives the same history in whatever order it is handed over, and however often
    a record is repeated. Held records make held events and no state.

    Args:
        records: Every record of the lineage that still counts (a rejected one does not).
        context: Reference data, and the event each record was last part of.
        lineage: Whose history it is.

    Raises:
        ValueError: when a record is of another lineage.
    """
    distinct = _distinct(records)
    if any(record.lineage != lineage for record in distinct):
        raise ValueError(f"a record is not of lineage {lineage}")
    free = occasions(r for r in distinct if not r.held)
    held = _held_occasions([r for r in distinct if r.held], free)
    names = inspection_ids([*free, *held], context.known)
    course = walk(free, held, names, context.rulebook)
    council = _council(distinct, lineage, context)
    state = council_state(council, lineage, course.standing, context.rulebook)
    days = {name: occasion.anchor for name, occasion in zip(names, [*free, *held], strict=True)}
    areas = list(Area)
    events = sorted(
        course.events,
        key=lambda e: (days[e.inspection], e.inspection, areas.index(e.area), e.id),
    )
    return History(events=tuple(events), state=state)


def as_of(records: Iterable[Record], day: dt.date) -> tuple[Record, ...]:
    """Give the records that the world knew on a day."""
    return tuple(record for record in records if _public(record) <= day)


def _public(record: Record) -> dt.date:
    if record.published is not None:
        return record.published.first
    return record.when.last if record.when is not None else record.seen.date()


def _distinct(records: Iterable[Record]) -> tuple[Record, ...]:
    """Drop repetitions: the latest version of a record, seen when the first one was."""
    versions: dict[str, list[Record]] = {}
    for record in records:
        versions.setdefault(record.id, []).append(record)
    kept = []
    for same in versions.values():
        latest = max(same, key=lambda r: (r.seen, repr(r)))
        first = min(same, key=lambda r: (r.seen, not r.silent))
        kept.append(replace(latest, seen=first.seen, silent=first.silent))
    return tuple(sorted(kept, key=lambda r: r.id))


def _held_occasions(held: list[Record], free: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
    """Group held records by themselves, leaving out what is known without them."""
    return occasions(record for record in held if not any(_tells(o, record) for o in free))


def _tells(occasion: Occasion, record: Record) -> bool:
    """Tell whether an occasion says already what a held record says."""
    if occasion.family not in families_of(record):
        return False
    said = occasion.outcomes(record.area, axis_of(record.outcome))
    return record.outcome.value in said and distance(occasion, record) is not None


def _council(records: tuple[Record, ...], lineage: LineageKey, context: DiffContext) -> CouncilRef:
    """Name the lineage by its present council, or by its last."""
    line = context.register.in_lineage(lineage)
    today = max((r.seen.date() for r in records), default=None)
    present = [council for council in line if today is None or council.valid_on(today)]
    return (present or list(line))[-1].ref
