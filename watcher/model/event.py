"""Records, events and standings: a council's history, kept straight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from watcher.model.vocabulary import Change

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from watcher.model.council import CouncilRef, LineageKey
    from watcher.model.dates import PartialDate
    from watcher.model.vocabulary import (
        Area,
        Direction,
        Kind,
        Outcome,
        Role,
        Severity,
        Status,
    )

RecordId = NewType("RecordId", str)
"""A hash of what a record says and of the document that says it."""

EventId = NewType("EventId", str)
"""Minted when an event is first seen, and kept."""

AlertId = NewType("AlertId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The receipt of a record: the quoted sentence and where it stands."""

    quote: str
    title: str = ""
    url: str | None = None
    path: str | None = None
    outlet: str | None = None
    start: int = 0
    end: int = 0
    page: int | None = None
    sha256: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A finding as the history keeps it: bitemporal, with its receipt.

    `when`/`when_end` is when the inspection took place, `published` when it became known to
    the world, `seen` when it became known here. `origin` is article, report, register or
    baseline. `order` is a source's own rising number for the evidence (Ofsted's file number).
    `silent` marks what was loaded without news value (a baseline, a register's first page).
    """

    id: RecordId
    council: CouncilRef
    lineage: LineageKey
    role: Role
    kind: Kind
    regime: str | None
    area: Area
    outcome: Outcome
    direction: Direction
    previous_outcome: Outcome | None
    previous_when: PartialDate | None
    when: PartialDate | None
    when_end: PartialDate | None
    published: PartialDate | None
    status: Status
    origin: str
    order: int | None
    severity: Severity | None
    confidence: float
    adverse: bool
    silent: bool
    held: bool
    seen: dt.datetime
    source: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An outcome and when it was found."""

    outcome: Outcome
    when: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One change, or first sight, in one area of one council.

    `inspection` names the inspection, visit or act that it belongs to, for as long as it is
    known; `ended` is the last day of its fieldwork, where something official states it.
    """

    id: EventId
    council: CouncilRef
    lineage: LineageKey
    kind: Kind
    regime: str | None
    area: Area
    change: Change
    before: Standing | None
    after: Standing
    severity: Severity | None
    status: Status
    late: bool
    silent: bool
    held: bool
    published: PartialDate | None
    records: tuple[RecordId, ...]
    citations: tuple[Citation, ...]
    inspection: str = ""
    ended: PartialDate | None = None

    @property
    def claimed(self) -> bool:
        """Whether an overall grade is told of an inspection that gives none: news, but no state."""
        return self.change is Change.NOT_COMPARABLE and self.before is None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaState:
    """Where a council stands in one area, and on what evidence."""

    outcome: Outcome
    when: PartialDate | None
    published: PartialDate | None
    kind: Kind
    regime: str | None
    status: Status
    url: str | None
    record: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A finding without a grade that stands beside the grades."""

    outcome: Outcome
    area: Area
    kind: Kind
    when: PartialDate | None
    published: PartialDate | None
    severity: Severity | None
    status: Status
    record: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The overall grade, or one derived from the judgements and marked so."""

    outcome: Outcome
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilState:
    """Where one council stands."""

    council: CouncilRef
    lineage: LineageKey
    areas: Mapping[Area, AreaState]
    signals: tuple[Signal, ...]
    intervention: Signal | None
    headline: Headline | None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything that a lineage's records amount to: its events in order and its standing."""

    events: tuple[Event, ...]
    state: CouncilState
