"""Receipts: everything that stands behind an alert or an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from watcher.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.model.alert import Alert
    from watcher.model.event import AlertId, Citation, Event, EventId, Record
    from watcher.store import Store, Version


_Id = TypeVar("_Id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quotation, and whether it is exactly what stands there in the stored text.

    `stands` is None when the document is not stored (a baseline's row, say).
    """

    citation: Citation
    stands: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One record behind an event, its quotations, and the stored document they are from."""

    record: Record
    quotations: tuple[Quoted, ...]
    version: Version | None
    retired: str | None
    rejections: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """An event with everything that proves it."""

    event: Event
    withdrawn: str | None
    proofs: tuple[Proof, ...]


def alert_id_of(store: Store, text: str) -> AlertId:
    """Find an alert by its id or the beginning of it.

    Raises:
        UsageError: when none, or more than one, begins so.
    """
    if (alert := store.alerts.get(text)) is not None:
        return alert.id
    return _only(store.alerts.ids_like(text), text, "alert")


def event_id_of(store: Store, text: str) -> EventId:
    """Find an event by its id or the beginning of it.

    Raises:
        UsageError: when none, or more than one, begins so.
    """
    if (event := store.events.get(text)) is not None:
        return event.id
    return _only(store.events.ids_like(text), text, "event")


def receipts_of(store: Store, text: str) -> tuple[Alert | None, tuple[Receipt, ...]]:
    """Give the receipts of an alert's events, or of one event.

    Raises:
        UsageError: when nothing, or more than one thing, begins so.
    """
    if store.alerts.ids_like(text):
        alert = store.alerts.get(alert_id_of(store, text))
        if alert is not None:
            return alert, tuple(receipt_of(store, event) for event in alert.events)
    event = store.events.get(event_id_of(store, text))
    return None, () if event is None else (receipt_of(store, event),)


def receipt_of(store: Store, event: Event) -> Receipt:
    """Give everything that stands behind an event."""
    records = (store.records.get(record) for record in event.records)
    return Receipt(
        event=event,
        withdrawn=store.events.withdrawal(event.id),
        proofs=tuple(_proof(store, record) for record in records if record is not None),
    )


def _proof(store: Store, record: Record) -> Proof:
    number = store.records.version_of(record.id)
    version = None if number is None else store.documents.version(number)
    reading = None if number is None else store.documents.reading(number)
    code = record.council.code
    return Proof(
        record=record,
        quotations=tuple(
            Quoted(
                citation=citation,
                stands=None if version is None else _stands(citation, version),
            )
            for citation in record.citations
        ),
        version=version,
        retired=store.records.retired(record.id),
        rejections=tuple(
            rejection
            for rejection in (reading or {}).get("rejections", [])
            if rejection["council"] and rejection["council"]["code"] == code
        ),
    )


def _stands(citation: Citation, version: Version) -> bool:
    """Tell whether the quotation is exactly what stands there in the stored text."""
    return version.text[citation.start : citation.end] == citation.quote


def _only(found: Sequence[_Id], text: str, what: str) -> _Id:
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no {what} has an id that begins with {text!r}")
    raise UsageError(
        f"{len(found)} {what}s have an id that begins with {text!r}", hint="write more of it"
    )
