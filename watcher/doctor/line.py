"""What a check looks at, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from watcher.config import Config
    from watcher.doctor.world import World
    from watcher.store import Store


class Level(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that was looked at, how it is, and what to do about it."""

    check: str
    level: Level
    text: str
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """What is examined. `store` is None when it does not exist or does not open.

    `offline` leaves everything out that asks the network.
    """

    config: Config
    store: Store | None
    world: World
    now: dt.datetime
    offline: bool = False


def ok(check: str, text: str) -> Line:
    """Say that something is well."""
    return Line(check=check, level=Level.OK, text=text)


def warning(check: str, text: str, remedy: str) -> Line:
    """Say that something may come to harm."""
    return Line(check=check, level=Level.WARNING, text=text, remedy=remedy)


def problem(check: str, text: str, remedy: str) -> Line:
    """Say that something does not work."""
    return Line(check=check, level=Level.PROBLEM, text=text, remedy=remedy)
