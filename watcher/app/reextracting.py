"""Today's rules over stored documents: what would be read, and told, differently."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watcher.app.progressing import tracked
from watcher.model.dates import PartialDate
from watcher.model.document import Format
from watcher.model.reading import finding_json
from watcher.parse.hints import Hints
from watcher.parse.notices import CONTENT_TYPE as CHANGE_NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from watcher.config import Config
    from watcher.model.council import LineageKey
    from watcher.model.event import Event, Record, RecordId
    from watcher.model.finding import Reading
    from watcher.store import Store, Version

_GIVEN = frozenset({"config", "feed", "file", "link"})
"""Bases of a date that do not stand in the document itself."""

_SAID = ("council", "role", "kind", "area", "outcome", "when")
_DETAIL = ("regime", "direction", "previous", "adverse", "severity", "held")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDiff:
    """A stored document that today's rules read differently."""

    key: str
    title: str
    added: tuple[dict[str, Any], ...]
    removed: tuple[dict[str, Any], ...]
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDiff:
    """An event that would be another, or be gone, or be new."""

    before: Event | None
    after: Event | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reextracted:
    """What today's rules make of everything that is stored."""

    documents: int
    changed: tuple[DocumentDiff, ...]
    events: tuple[EventDiff, ...]


def compare_stored(config: Config) -> Reextracted:
    """Read every stored document again and compare; nothing is written, nothing alerted.

    Raises:
        StoreError: when the database cannot be read.
    """
    from watcher.app.wiring import LazyWorkshop, open_store_to_read

    with open_store_to_read(config) as store:
        desk = _Desk(store, LazyWorkshop(config))
        versions = [v for v in store.documents.current() if store.documents.body(v.id)]
        again = (desk.reread(version) for version in tracked("documents", versions))
        changed = tuple(diff for diff in again if diff is not None)
        return Reextracted(
            documents=len(versions), changed=changed, events=tuple(desk.event_diffs())
        )


class _Desk:
    """Reads again, and keeps what would replace the stored records."""

    def __init__(self, store: Store, workshop: Any) -> None:
        self._store = store
        self._workshop = workshop
        self._gone: set[RecordId] = set()
        self._new: list[Record] = []

    def reread(self, version: Version) -> DocumentDiff | None:
        """Read one document again; None when nothing differs."""
        from watcher.diff import Provenance, records_from

        body = self._store.documents.body(version.id)
        reading: Reading = self._workshop.read(body, _hints(version))
        stored = self._store.records.of_document(version.key)
        seen = min((r.seen for r in stored), default=dt.datetime.fromisoformat(version.fetched))
        provenance = Provenance(seen=seen, source=version.source)
        self._gone.update(record.id for record in stored)
        self._new += records_from(reading, provenance, self._workshop.diff({}))
        before = self._store.documents.reading(version.id) or {"findings": [], "error": None}
        return _compare(version, before, reading)

    def event_diffs(self) -> Iterator[EventDiff]:
        """Give the events that would differ, lineage by lineage."""
        from watcher.diff import derive

        fresh: dict[LineageKey, list[Record]] = {}
        for record in self._new:
            fresh.setdefault(record.lineage, []).append(record)
        for lineage in sorted({*fresh, *self._store.records.lineages()}):
            stored = self._store.records.of_lineage(lineage)
            kept = [record for record in stored if record.id not in self._gone]
            known = self._store.events.known(lineage)
            found = derive(
                [*kept, *fresh.get(lineage, ())], self._workshop.diff(known), lineage=lineage
            )
            yield from _differing(
                {event.id: event for event in self._store.events.of_lineage(lineage)},
                {event.id: event for event in found.events},
            )


def _hints(version: Version) -> Hints:
    """Say what was known of a document beside its bytes."""
    given = version.published is not None and version.published_basis in _GIVEN
    return Hints(
        path=version.path,
        url=version.url,
        title=version.title,
        published=PartialDate(version.published) if given and version.published else None,
        published_basis=version.published_basis if given else None,
        outlet=version.outlet,
        content_type=CHANGE_NOTE if version.format == Format.FEED_ITEM else "",
    )


def _compare(version: Version, before: Mapping[str, Any], reading: Reading) -> DocumentDiff | None:
    old = {_key(finding): finding for finding in before["findings"]}
    new = {_key(shown): shown for shown in map(finding_json, reading.findings)}
    added = tuple(finding for key, finding in new.items() if key not in old)
    removed = tuple(finding for key, finding in old.items() if key not in new)
    if not added and not removed and before["error"] == reading.error:
        return None
    return DocumentDiff(
        key=version.key,
        title=version.title,
        added=added,
        removed=removed,
        error=reading.error,
    )


def _key(finding: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what a finding says, without where it says it."""
    return tuple(repr(finding.get(name)) for name in (*_SAID, *_DETAIL))


def _differing(before: Mapping[Any, Event], after: Mapping[Any, Event]) -> Iterator[EventDiff]:
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        if _substance(old) != _substance(new):
            yield EventDiff(before=old, after=new)


def _substance(event: Event | None) -> tuple[Any, ...] | None:
    if event is None:
        return None
    return (event.change, event.before, event.after, event.severity, event.held)
