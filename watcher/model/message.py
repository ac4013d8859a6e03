"""Messages to a channel, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from watcher.errors import DeliveryError
    from watcher.model.alert import Alert


class MessageKind(StrEnum):
    """Why a message is sent."""

    ALERT = "alert"
    DIGEST = "digest"
    CONFIRMATION = "confirmation"
    CORRECTION = "correction"
    CATCH_UP = "catch_up"
    OPS = "ops"
    TEST = "test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Some alerts, or a word about the watch itself, on their way to one notifier.

    `key` is the idempotency key: the same for every attempt, unlike any other message's.
    `thread` names the story it belongs to (a council's lineage), for channels that thread.
    `text` holds the words of an `ops` message; alerts speak for themselves. `recipients` are
    those of the notifier's own who are still to have it; empty means all.
    """

    key: str
    notifier: str
    kind: MessageKind
    subject: str
    created: dt.datetime
    alerts: tuple[Alert, ...] = ()
    text: str = ""
    thread: str | None = None
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A message in the outbox, with what became of it so far.

    `state` is pending, failed (will be tried again), sent, dead (given up) or dropped.
    """

    id: int
    message: Message
    state: str
    attempts: int
    next_try: dt.datetime | None
    last_error: str | None
    finished: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An alert that one notifier is to be told of and that is in no message yet."""

    delivery: int
    key: str
    alert: Alert
    notifier: str
    created: dt.datetime
    next_try: dt.datetime | None
    silence: int | None
    acknowledged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try at sending a message. `outcome` is sent, partly, failed or refused (for good)."""

    started: dt.datetime
    seconds: float
    outcome: str
    status: int | None = None
    error: str | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceRule:
    """What is kept back until when, and why. `target` reads `council:E06000030`, `all`, ..."""

    id: int
    target: str
    starts: dt.datetime
    ends: dt.datetime
    reason: str
    created: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a channel answered: a status where it has one, the start of its words, seconds."""

    status: int | None = None
    answer: str = ""
    dialogue: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one try at a message came to: a receipt, or the error."""

    outgoing: Outgoing
    started: dt.datetime
    seconds: float
    receipt: Receipt | None = None
    error: DeliveryError | None = None
