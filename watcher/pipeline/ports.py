"""What the pipeline needs of the edges; they fit structurally, and `app` joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from contextlib import AbstractContextManager

    from watcher.diff.context import DiffContext
    from watcher.model.alert import Alert
    from watcher.model.council import LineageKey
    from watcher.model.event import AlertId, CouncilState, Event, EventId, Record, RecordId
    from watcher.model.finding import Reading
    from watcher.model.message import Attempt, Message, Outgoing, SilenceRule, Waiting
    from watcher.model.source import Kept, SourceResult
    from watcher.model.watch import Notice
    from watcher.parse.hints import Hints


class Source(Protocol):
    """A place that documents come from."""

    @property
    def name(self) -> str:
        """The name in the configuration."""
        ...

    def fetch(self) -> SourceResult:
        """Go and look.

        Raises:
            FetchError: when the source as a whole could not be had.
        """
        ...


class Workshop(Protocol):
    """The reader and the reference data, loaded when the first document needs them."""

    @property
    def extractor(self) -> str:
        """The version of the rules that documents are read with."""
        ...

    def read(self, body: bytes, hints: Hints) -> Reading:
        """Read one document; what cannot be read is a reading with an error."""
        ...

    def diff(self, known: Mapping[RecordId, EventId]) -> DiffContext:
        """Give what histories are derived with."""
        ...


class DocumentPort(Protocol):
    """Documents, their versions and readings."""

    def status(self, key: str, sha256: str, hints: str, *, extractor: str) -> str:
        """Tell whether a document is `new`, `changed` or `same`."""
        ...

    def says_the_same(self, kept: Kept, reading: Reading) -> bool:
        """Tell whether a document reads as its current version does."""
        ...

    def touch(self, kept: Kept) -> None:
        """Note that a document was seen again, with other bytes around the same text."""
        ...

    def keep(self, kept: Kept, reading: Reading, *, extractor: str) -> int:
        """Store a version and give its id."""
        ...


class RecordPort(Protocol):
    """Findings as the history keeps them."""

    def add(self, records: Iterable[Record], *, version: int | None) -> tuple[RecordId, ...]:
        """Store records; give the ids of those that did not count before."""
        ...

    def of_lineage(self, lineage: LineageKey) -> tuple[Record, ...]:
        """Give the records of a lineage that count."""
        ...

    def of_document(self, key: str, *, rejected: bool = False) -> tuple[Record, ...]:
        """Give the records of a document that count, or those that a person rejected."""
        ...

    def retire(self, records: Iterable[RecordId], *, why: str, now: dt.datetime) -> None:
        """Let records count for nothing from now on."""
        ...

    def newest(self) -> dt.datetime | None:
        """Tell when the latest record became known."""
        ...


class EventPort(Protocol):
    """What changed."""

    def known(self, lineage: LineageKey) -> Mapping[RecordId, EventId]:
        """Give the event that each record of a lineage belongs to."""
        ...

    def of_lineage(self, lineage: LineageKey) -> tuple[Event, ...]:
        """Give the events of a lineage that stand."""
        ...

    def replace(
        self, lineage: LineageKey, events: Iterable[Event], *, now: dt.datetime
    ) -> tuple[Event, ...]:
        """Make these the events of a lineage; give those that are gone."""
        ...


class StatePort(Protocol):
    """Where councils stand."""

    def put(self, state: CouncilState) -> None:
        """Replace the state of a lineage."""
        ...

    def drop(self, lineage: LineageKey) -> None:
        """Forget a lineage of which nothing is known any more."""
        ...


class AlertPort(Protocol):
    """What was told."""

    def add(self, alert: Alert, *, batch: str | None = None) -> bool:
        """Store an alert; give False when it is stored already."""
        ...

    def of_lineage(self, lineage: LineageKey) -> tuple[Alert, ...]:
        """Give the alerts about a lineage."""
        ...

    def rejected(self, lineage: LineageKey) -> frozenset[AlertId]:
        """Give the alerts about a lineage that a person has taken back."""
        ...

    def settle(self, batch: str, *, hold_above: int) -> tuple[AlertId, ...]:
        """Let the alerts of a finished fetch go, or hold them as a flood."""
        ...

    def unsettled(self) -> tuple[str, ...]:
        """Give the batches that a killed run left behind."""
        ...


class DeliveryPort(Protocol):
    """What is to be sent."""

    def add(self, alert: AlertId, notifiers: Iterable[str], *, now: dt.datetime) -> None:
        """Add one pending delivery a notifier."""
        ...


class StorePort(Protocol):
    """The database, as far as ingest needs it."""

    def transaction(self) -> AbstractContextManager[None]:
        """Write all of what happens inside, or nothing of it."""
        ...

    @property
    def documents(self) -> DocumentPort:
        """Documents."""
        ...

    @property
    def records(self) -> RecordPort:
        """Records."""
        ...

    @property
    def events(self) -> EventPort:
        """Events."""
        ...

    @property
    def states(self) -> StatePort:
        """States."""
        ...

    @property
    def alerts(self) -> AlertPort:
        """Alerts."""
        ...

    @property
    def deliveries(self) -> DeliveryPort:
        """Deliveries."""
        ...


class OutboxPort(Protocol):
    """Messages on their way (see `watcher.store.outbox`)."""

    def waiting(self, now: dt.datetime | None = None) -> tuple[Waiting, ...]:
        """Give the deliveries that are in no message yet."""
        ...

    def anything_held(self) -> bool:
        """Tell whether there are held alerts that nobody was asked to review."""
        ...

    def held_news(self) -> tuple[Alert, ...]:
        """Give them, and note that somebody is asked now."""
        ...

    def put_off(self, delivery: int, *, until: dt.datetime, silence: int | None = None) -> None:
        """Let a delivery wait."""
        ...

    def mute(self, delivery: int, *, why: str) -> None:
        """Let a delivery be."""
        ...

    def pack(
        self,
        message: Message,
        deliveries: Iterable[int] = (),
        *,
        only: Iterable[str] | None = None,
        after: dt.datetime | None = None,
    ) -> int:
        """Put a message into the outbox."""
        ...

    def due(self, now: dt.datetime) -> tuple[Outgoing, ...]:
        """Give the messages that are to be tried now."""
        ...

    def open_alerts(self, notifier: str) -> frozenset[AlertId]:
        """Give the alerts that a notifier is still to get."""
        ...

    def record(
        self, message: int, attempt: Attempt, *, state: str, next_try: dt.datetime | None
    ) -> None:
        """Note an attempt and what becomes of the message."""
        ...

    def narrow(self, message: int, recipients: Iterable[str]) -> None:
        """Leave only these recipients to be tried."""
        ...

    def put_back(self, notifier: str, *, until: dt.datetime) -> None:
        """Let everything for a notifier wait."""
        ...

    def events_told(self, notifier: str) -> frozenset[str]:
        """Give the events that a notifier was told of."""
        ...

    def had_by(self, alert: str) -> frozenset[str]:
        """Give the notifiers that have an alert or are sure to get it."""
        ...

    def waits(self, alert: str, notifier: str) -> tuple[dt.datetime, int | None] | None:
        """Tell until when an alert waits to go into a message."""
        ...


class ChannelPort(Protocol):
    """How the channels fare (see `watcher.store.channels`)."""

    def failing(self, notifier: str, *, now: dt.datetime) -> int:
        """Note that a channel failed."""
        ...

    def well(self, notifier: str, *, now: dt.datetime) -> bool:
        """Note that a channel works."""
        ...

    def told_level(self, notifier: str) -> int:
        """Give how far the owner was told of a channel's failing."""
        ...

    def tell_level(self, notifier: str, level: int) -> None:
        """Note how far the owner was told of a channel's failing."""
        ...


class SilencePort(Protocol):
    """What is kept back for a while."""

    def active(self, now: dt.datetime) -> tuple[SilenceRule, ...]:
        """Give the silences that hold now."""
        ...


class NoticePort(Protocol):
    """Word of sources that is to be passed on."""

    def unpacked(self) -> tuple[Notice, ...]:
        """Give the notices that are in no message yet."""
        ...

    def mark_packed(self, key: str, *, now: dt.datetime) -> None:
        """Note that a notice is in a message."""
        ...


class OutboxStorePort(Protocol):
    """The database, as far as delivery needs it."""

    def transaction(self) -> AbstractContextManager[None]:
        """Write all of what happens inside, or nothing of it."""
        ...

    @property
    def outbox(self) -> OutboxPort:
        """Messages on their way."""
        ...

    @property
    def channels(self) -> ChannelPort:
        """How the channels fare."""
        ...

    @property
    def silences(self) -> SilencePort:
        """What is kept back for a while."""
        ...

    @property
    def sources(self) -> NoticePort:
        """Word of sources."""
        ...
