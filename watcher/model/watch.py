"""What is remembered of sources: their pages, their health, and what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMemory:
    """What is remembered of one page that a source leads to, under its identity `key`.

    `etag` and `last_modified` are the server's own words about `fetched_url`, the address that
    answered at last; `moved_to` is where `url` has moved for good. `print` sums up what the
    source says of the page, `sha256` the bytes. `next_check` None means never again. `tries`
    counts failures in a row.
    """

    key: str
    url: str
    fetched_url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None
    print: str = ""
    sha256: str = ""
    label: str = ""
    published: str | None = None
    outlet: str | None = None
    outcome: str = ""
    tries: int = 0
    first_seen: dt.datetime
    last_seen: dt.datetime
    fetched: dt.datetime | None = None
    next_check: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsText:
    """A host's robots.txt as it was last seen, and when (seconds since 1970)."""

    origin: str
    text: str
    fetched: float


class HealthState(StrEnum):
    """How a source fares."""

    UNTRIED = "untried"
    OK = "ok"
    DEGRADED = "degraded"
    FAILING = "failing"
    QUIET = "quiet"


class NoticeKind(StrEnum):
    """What is to be said of a source."""

    FAILING = "failing"
    STILL_FAILING = "still_failing"
    RECOVERED = "recovered"
    QUIET = "quiet"
    COVERAGE = "coverage"
    NO_MATCH = "no_match"
    ENDED = "ended"
    MOVED = "moved"
    REGISTER = "register"
    CONTRADICTED = "contradicted"
    HELD = "held"
    FIRST_CONTACT = "first_contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about a source that is no failure of the fetch, noted while it ran."""

    kind: NoticeKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A message about the watch itself, for those who run it.

    `key` is made of the source, the kind and the moment that the trouble began, and of which of
    several remarks of one visit it is: the same trouble is told once.
    """

    key: str
    source: str
    kind: NoticeKind
    subject: str
    text: str
    created: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Facts about a source. Times are None until the thing has happened.

    `failures` counts runs that failed in a row, `failing_since` is when the first of them was,
    `told` when a person was last told of it. `remarks` are the kinds of trouble, short of
    failure, that stand and have been told.
    """

    source: str
    state: HealthState = HealthState.UNTRIED
    first_run: dt.datetime | None = None
    last_run: dt.datetime | None = None
    last_good: dt.datetime | None = None
    last_new: dt.datetime | None = None
    next_due: dt.datetime | None = None
    failures: int = 0
    failing_since: dt.datetime | None = None
    told: dt.datetime | None = None
    quiet_told: dt.datetime | None = None
    outcome: str = ""
    error: str = ""
    documents: int = 0
    remarks: tuple[str, ...] = ()
