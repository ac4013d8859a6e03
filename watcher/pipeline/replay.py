"""Run documents through today's rules in the order they were published; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from watcher.alerting.grouping import decide
from watcher.diff import contradiction, derive, lineages_before
from watcher.diff.register import SourceWarning, compare_register
from watcher.model.vocabulary import WarningReason

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from watcher.alerting.policy import Policy
    from watcher.diff import DiffContext
    from watcher.diff.register import Page, RegisterState
    from watcher.model.alert import Alert
    from watcher.model.council import LineageKey
    from watcher.model.event import AlertId, CouncilState, Event, EventId, Record, RecordId
    from watcher.model.finding import Reading
    from watcher.model.register import RegisterTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document to replay: the records it gives, or a fetch of a register.

    `at` is when it became known to the world, which orders the replay. `reading` is a report's,
    whose word on the grade before is compared with what stands by then.
    """

    at: dt.datetime
    path: str
    records: tuple[Record, ...] = ()
    reading: Reading | None = None
    register: tuple[RegisterTable, Page] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What would have been told, and where councils stand at the end."""

    events: tuple[Event, ...]
    alerts: tuple[Alert, ...]
    warnings: tuple[SourceWarning, ...]
    states: tuple[CouncilState, ...]


@dataclass(slots=True, kw_only=True)
class _Desk:
    """The state of a replay, in place of a database."""

    context: DiffContext
    policy: Policy
    records: dict[LineageKey, dict[RecordId, Record]] = field(default_factory=dict)
    known: dict[RecordId, EventId] = field(default_factory=dict)
    events: dict[LineageKey, tuple[Event, ...]] = field(default_factory=dict)
    states: dict[LineageKey, CouncilState] = field(default_factory=dict)
    raised: dict[LineageKey, dict[AlertId, Alert]] = field(default_factory=dict)
    registers: dict[str, RegisterState] = field(default_factory=dict)
    warnings: list[SourceWarning] = field(default_factory=list)

    def take(self, records: Iterable[Record]) -> set[LineageKey]:
        """Add records; give the lineages they touch."""
        touched = set()
        for record in records:
            kept = self.records.setdefault(record.lineage, {})
            if record.id not in kept:
                kept[record.id] = record
                touched.add(record.lineage)
        return touched

    def compare(self, table: RegisterTable, page: Page) -> set[LineageKey]:
        """Compare a fetch of a register with the one before it."""
        source = page.provenance.source
        found = compare_register(table, self.registers.get(source), page, self.context)
        self.registers[source] = found.state
        self.warnings.extend(found.warnings)
        return self.take(found.records)

    def moment(self, together: Sequence[Item], at: dt.datetime) -> None:
        """Take what became known at one moment."""
        touched: set[LineageKey] = set()
        for item in together:
            touched |= self.take(item.records)
            if item.register is not None:
                touched |= self.compare(*item.register)
        for lineage in sorted(touched):
            self.settle(lineage, at)
        for item in together:
            if item.reading is not None:
                self.doubt(item.reading, at)

    def doubt(self, reading: Reading, now: dt.datetime) -> None:
        """Say where a report's word on the grade before is not what stands."""
        for lineage in lineages_before(reading, self.context.register):
            found = contradiction(reading, self.records.get(lineage, {}).values())
            if found is not None:
                warning = SourceWarning(
                    when=now, reason=WarningReason.PREVIOUS_DIFFERS, detail=found.text
                )
                self.warnings.append(warning)

    def settle(self, lineage: LineageKey, now: dt.datetime) -> None:
        """Derive a lineage's history anew and raise what it calls for."""
        context = replace(self.context, known=self.known)
        records = self.records[lineage].values()
        history = derive(records, context, lineage=lineage)
        self.known.update((r, event.id) for event in history.events for r in event.records)
        self.events[lineage] = history.events
        self.states[lineage] = history.state
        raised = self.raised.setdefault(lineage, {})
        raised.update(
            (alert.id, alert) for alert in decide(history.events, raised, self.policy, now)
        )


def replay(
    items: Iterable[Item], baseline: Sequence[Record], context: DiffContext, policy: Policy
) -> Replayed:
    """Take documents in order of publication, one day at a time, and tell what comes of them.

    Documents of one moment are taken together: none of them is late because of another.
    """
    desk = _Desk(context=context, policy=policy)
    ordered = sorted(items, key=lambda item: (item.at, item.path))
    if baseline:
        start = min([baseline[0].seen, *(item.at for item in ordered[:1])])
        for lineage in sorted(desk.take(baseline)):
            desk.settle(lineage, start)
    for at, together in groupby(ordered, key=lambda item: item.at):
        desk.moment(tuple(together), at)
    return _told(desk)


def _told(desk: _Desk) -> Replayed:
    """Gather everything, oldest first; what was loaded in silence is not told."""
    events = [e for group in desk.events.values() for e in group if not e.silent]
    alerts = [alert for group in desk.raised.values() for alert in group.values()]
    return Replayed(
        events=tuple(sorted(events, key=_event_order)),
        alerts=tuple(sorted(alerts, key=lambda alert: (alert.raised, alert.council.name))),
        warnings=tuple(desk.warnings),
        states=tuple(sorted(desk.states.values(), key=lambda state: state.council.name)),
    )


def _event_order(event: Event) -> tuple[str, str, str]:
    when = event.published or event.after.when
    return (when.text if when else "", event.council.name, event.id)
