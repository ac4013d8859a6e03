"""What is shown to the public: alerts in lists, proof that a quotation stands, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.model.event import AlertId, EventId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertLine:
    """An alert as lists show it.

    `rejected` says why a person took it back, None while it stands. `fingerprint` changes with
    anything that its page shows.
    """

    id: AlertId
    council_code: str
    council: str
    change: str
    severity: int
    headline: str
    status: str
    when: str | None
    published: str | None
    raised: str
    reason: str
    rejected: str | None
    events: tuple[EventId, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What is kept of the document that a quotation was taken from.

    `stands` tells whether the quotation is exactly what stands there in the stored text.
    """

    sha256: str
    fetched: str
    published: str | None
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """How one source is doing: dates are ISO instants, None for never."""

    name: str
    type: str
    state: str
    last_good: str | None = None
    last_new: str | None = None
    documents: int = 0
    error: str | None = None
