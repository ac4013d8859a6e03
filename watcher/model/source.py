"""What a source hands over: items to read, and how the fetch as a whole ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from watcher.model.dates import PartialDate
    from watcher.model.document import Fetched


class SourceStatus(StrEnum):
    """How one pass over a source ended."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document as it came, with what its source says of it.

    `key` is the document's identity: the same under every address that leads to it, and kept
    when its content changes. What a person wrote in the configuration has `published_basis`
    `config`.
    """

    key: str
    fetched: Fetched
    url: str | None = None
    title: str = ""
    outlet: str | None = None
    published: PartialDate | None = None
    published_basis: str | None = None
    content_type: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceResult:
    """What one fetch of a source gave.

    `items` may be made while they are taken. `settle` is called in a transaction of its own
    when all of them are in the database: the place to remember validators and what was seen.
    """

    status: SourceStatus
    items: Iterable[Item] = ()
    error: str | None = None
    settle: Callable[[], None] | None = None
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A document as it came: what it is known under, from where, when, and its bytes.

    `hints` is a fingerprint of what was known of it beside its bytes: when a date is added in
    the configuration, the same bytes are read again.
    """

    key: str
    source: str
    sha256: str
    hints: str
    body: bytes
    seen: dt.datetime
