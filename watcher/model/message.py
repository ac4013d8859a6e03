"""Messages to a channel, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

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
    `text` holds the words of an `ops` message; alerts speak for themselves.
    """

    key: str
    notifier: str
    kind: MessageKind
    subject: str
    created: dt.datetime
    alerts: tuple[Alert, ...] = ()
    text: str = ""
    thread: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a channel answered: a status where it has one, the start of its words, seconds."""

    status: int | None = None
    answer: str = ""
    dialogue: tuple[str, ...] = ()
