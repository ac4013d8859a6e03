"""When to try again: the ladder of the Standard Webhooks specification, and how it ends."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.errors import DeliveryError

_MINUTE = 60
_HOUR = 60 * _MINUTE

LADDER = (
    0,
    5,
    5 * _MINUTE,
    30 * _MINUTE,
    2 * _HOUR,
    5 * _HOUR,
    10 * _HOUR,
    14 * _HOUR,
    20 * _HOUR,
    24 * _HOUR,
)
"""Seconds before each try; after the last one a message is given up.

https://github.com/standard-webhooks/standard-webhooks: about three days and four hours in all.
"""

JITTER = 0.1
"""How far a pause may be longer or shorter, so that many receivers' queues spread out."""

LONGEST = 24 * _HOUR
"""The longest patience that a receiver may ask for."""

_WHOLE = 2**32


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of a message after a try; `next_try` is None when there is none."""

    state: str
    next_try: dt.datetime | None


def verdict_of(error: DeliveryError, tries: int, key: str, now: dt.datetime) -> Verdict:
    """Decide after a failure whether and when to try again.

    Args:
        error: What went wrong.
        tries: How often it was tried by now, this time included.
        key: The message's key: the jitter is drawn from it, so that deciding is pure.
        now: The time at which the try ended.
    """
    if error.permanent or tries >= len(LADDER):
        return Verdict(state="dead", next_try=None)
    pause = pause_after(tries, key)
    if error.retry_after is not None:
        pause = max(pause, min(error.retry_after, LONGEST))
    return Verdict(state="failed", next_try=now + dt.timedelta(seconds=pause))


def pause_after(tries: int, key: str) -> float:
    """Give the seconds between a failed try and the next one."""
    drawn = int.from_bytes(hashlib.sha256(f"{key}/{tries}".encode()).digest()[:4], "big") / _WHOLE
    return LADDER[tries] * (1 + JITTER * (2 * drawn - 1))
