"""Alerts: what one inspection says of one council, and how it is delivered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from watcher.model.council import CouncilRef
    from watcher.model.dates import PartialDate
    from watcher.model.event import AlertId, Event
    from watcher.model.vocabulary import Change, Kind, Severity, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Group the events of one inspection of one council.

    `id` is minted at first sight and kept. `reason` is `fall`, `confirmation`, `correction`,
    `catch_up` or `ops`.
    """

    id: AlertId
    council: CouncilRef
    kind: Kind
    change: Change
    severity: Severity
    headline: str
    status: Status
    when: PartialDate | None
    published: PartialDate | None
    raised: dt.datetime
    events: tuple[Event, ...]
    reason: str = "fall"
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message to one notifier, with the history of its attempts.

    `key` is the idempotency key: the same for every attempt. `state` is pending, sent, failed
    (will be retried), dead or muted.
    """

    id: int
    key: str
    alert_id: AlertId
    notifier: str
    state: str
    attempts: int
    next_try: dt.datetime | None
    last_error: str | None
    created: dt.datetime
