"""From a source to the database: fetch, read, decide, and leave what is to be sent.

    source.fetch() -> items -> [same as before? pass over] -> read -> records
        -> one transaction: document + records + history of each lineage they touch
                            + events + alerts + one pending delivery a notifier
    all items done -> one transaction: let the alerts of this fetch go, or hold them as a flood

Sending is the other half and meets this one only in the database. A run that is killed at any
point is finished by the next one: what was committed is not read again, what was not is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from watcher.errors import ReferenceDataError, StoreError, WatcherError
from watcher.model.document import Document
from watcher.model.finding import Reading
from watcher.model.source import Kept, SourceStatus
from watcher.parse.hints import Hints
from watcher.pipeline.storable import storable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from watcher.alerting.policy import Policy
    from watcher.model.alert import Alert
    from watcher.model.council import LineageKey
    from watcher.model.event import Event, Record, RecordId
    from watcher.model.source import Item
    from watcher.pipeline.ports import Source, StorePort, Workshop

_TICK = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the user decided about alerts.

    `notifiers` gives the names of those who are to be told of an alert.
    """

    policy: Policy
    hold_above: int
    notifiers: Callable[[Alert], tuple[str, ...]]


@dataclass(slots=True, kw_only=True)
class SourceReport:
    """What one pass over one source came to; grows while it runs.

    `problems` are documents that could not be had or read, `doubts` what reports say otherwise
    than it is stored.
    """

    name: str
    status: SourceStatus = SourceStatus.OK
    seen: int = 0
    new: int = 0
    changed: int = 0
    error: str | None = None
    first: bool = False
    problems: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    alerts: list[Alert] = field(default_factory=list)
    held: list[Alert] = field(default_factory=list)


class Ingest:
    """Takes sources in, one document at a time, each in one transaction."""

    def __init__(
        self, store: StorePort, workshop: Workshop, rules: Rules, clock: Callable[[], dt.datetime]
    ) -> None:
        self._store = store
        self._workshop = workshop
        self._rules = rules
        self._clock = clock
        self._last: dt.datetime | None = None

    def recover(self, coming: Iterable[str]) -> None:
        """Finish what a run left behind when it was killed between two documents.

        Args:
            coming: The sources that are visited now: what was left of them is finished with
                the rest of their fetch, so that half a flood is not taken for a trickle.
        """
        batches = set(self._store.alerts.unsettled()) - set(coming)
        if batches:
            with self._store.transaction():
                for batch in sorted(batches):
                    self._store.alerts.settle(batch, hold_above=self._rules.hold_above)

    def take(self, source: Source) -> SourceReport:
        """Make one pass over a source; whatever goes wrong with it is part of the report.

        Raises:
            StoreError: when the database fails: that is no source's fault.
            ReferenceDataError: when packaged data is broken: likewise.
        """
        report = SourceReport(name=source.name)
        try:
            result = source.fetch()
            report.status, report.error, report.first = result.status, result.error, result.first
            for item in result.items:
                self._item(item, report)
            self._settle(report, result.settle)
        except (StoreError, ReferenceDataError):
            raise
        except WatcherError as error:
            report.status, report.error = SourceStatus.FAILED, str(error)
        except Exception as error:  # noqa: BLE001  (the door of each source)
            report.status = SourceStatus.FAILED
            report.error = f"{type(error).__name__}: {error}"
        if report.error is not None:
            self._settle(report)
        elif report.problems:
            report.error = _problems(report.problems)
            if len(report.problems) == report.seen:
                report.status = SourceStatus.FAILED
        return report

    def records(
        self, records: Iterable[Record], *, batch: str | None = None
    ) -> tuple[tuple[Event, ...], tuple[Alert, ...]]:
        """Take in records that come from no document, such as a baseline's, all or none."""
        report = SourceReport(name="")
        with self._store.transaction():
            listed = tuple(records)
            fresh = frozenset(self._store.records.add(listed, version=None))
            self._derive({r.lineage for r in listed if r.id in fresh}, fresh, (report, batch))
        return tuple(report.events), (*report.alerts, *report.held)

    def rederive(self, lineages: Iterable[LineageKey]) -> SourceReport:
        """Derive lineages again after records were retired; call it inside a transaction."""
        report = SourceReport(name="")
        self._derive(set(lineages), frozenset(), (report, None))
        return report

    def moment(self) -> dt.datetime:
        """Give the time, later than every time given before, also by earlier runs.

        The order in which things became known is read from these times, so a clock that was
        set back must not turn it round.
        """
        if self._last is None:
            self._last = self._store.records.newest()
        now = self._clock()
        if self._last is not None and now <= self._last:
            now = self._last + _TICK
        self._last = now
        return now

    def _item(self, item: Item, report: SourceReport) -> None:
        """Take one document in, unless it is the same as before."""
        report.seen += 1
        fetched = item.fetched
        if fetched.outcome == "not_modified":
            return
        if fetched.outcome != "ok":
            place = fetched.path or item.url or fetched.url
            report.problems.append(f"{place}: {fetched.detail or fetched.outcome}")
            return
        sha256 = hashlib.sha256(fetched.body).hexdigest()
        hints = hints_of(item)
        print_ = _fingerprint(hints)
        extractor = self._workshop.extractor
        status = self._store.documents.status(item.key, sha256, print_, extractor=extractor)
        if status == "same":
            return
        reading = self._read(fetched.body, hints)
        if reading.error is not None:
            report.problems.append(f"{fetched.path or item.url}: {reading.error}")
        kept = Kept(
            key=item.key,
            source=report.name,
            sha256=sha256,
            hints=print_,
            body=b"" if _beside_the_point(reading) else fetched.body,
            seen=self.moment(),
        )
        if self._store.documents.says_the_same(kept, reading):
            with self._store.transaction():
                self._store.documents.touch(kept)
            return
        self._document(kept, reading, report)
        report.new += status == "new"
        report.changed += status == "changed"

    def _read(self, body: bytes, hints: Hints) -> Reading:
        """Read a document; one that the rules stumble over keeps no other one out."""
        try:
            return storable(self._workshop.read(body, hints))
        except WatcherError:
            raise
        except Exception as error:  # noqa: BLE001  (the door of each document)
            document = Document(text="", title=hints.title, path=hints.path, url=hints.url)
            return storable(Reading(document=document, error=f"{type(error).__name__}: {error}"))

    def _document(self, kept: Kept, reading: Reading, report: SourceReport) -> None:
        """Write a document and everything that follows from it, in one transaction."""
        from watcher.diff import Provenance, records_from
        from watcher.pipeline.versions import continued, speaks

        silent = report.first and _undated(reading)
        provenance = Provenance(seen=kept.seen, source=kept.source, silent=silent)
        read = records_from(reading, provenance, self._workshop.diff({}))
        store = self._store
        with store.transaction():
            before = store.records.of_document(kept.key)
            rejected = store.records.of_document(kept.key, rejected=True)
            records = continued(read, (*before, *rejected))
            said = {record.id for record in records}
            gone = [r for r in before if r.id not in said and speaks(reading)]
            version = store.documents.keep(kept, reading, extractor=self._workshop.extractor)
            store.records.retire((r.id for r in gone), why="superseded", now=kept.seen)
            fresh = frozenset(store.records.add(records, version=version))
            touched = {record.lineage for record in (*records, *gone)}
            self._derive(touched, fresh, (report, _batch(report)))
        if reading.inspection is not None:
            report.doubts += self._contradictions(reading)

    def _contradictions(self, reading: Reading) -> Iterator[str]:
        """Compare what a report says of the grade before it with what is stored."""
        from watcher.diff import contradiction, lineages_before

        for lineage in lineages_before(reading, self._workshop.diff({}).register):
            found = contradiction(reading, self._store.records.of_lineage(lineage))
            if found is not None:
                yield found.text

    def _derive(
        self,
        lineages: set[LineageKey],
        fresh: frozenset[RecordId],
        into: tuple[SourceReport, str | None],
    ) -> None:
        for lineage in sorted(lineages):
            self._lineage(lineage, fresh, into)

    def _lineage(
        self,
        lineage: LineageKey,
        fresh: frozenset[RecordId],
        into: tuple[SourceReport, str | None],
    ) -> None:
        """Derive one lineage's history anew, store it, and raise what it calls for."""
        from watcher.diff import derive
        from watcher.pipeline.raising import News, Told, due_alerts

        store, (report, batch) = self._store, into
        records = store.records.of_lineage(lineage)
        history = derive(records, self._workshop.diff(store.events.known(lineage)), lineage=lineage)
        before = {event.id: event for event in store.events.of_lineage(lineage)}
        now = self._last or self._clock()
        store.events.replace(lineage, history.events, now=now)
        if records:
            store.states.put(history.state)
        else:
            store.states.drop(lineage)
        report.events += [e for e in history.events if _differs(before.get(e.id), e)]
        told = Told(store.alerts.of_lineage(lineage), store.alerts.rejected(lineage))
        news = News(
            events=history.events,
            fresh=fresh,
            live=frozenset(record.id for record in records),
        )
        for alert in due_alerts(news, told, self._rules.policy, now):
            if store.alerts.add(alert, batch=batch):
                store.deliveries.add(alert.id, self._rules.notifiers(alert), now=now)
                (report.held if alert.held else report.alerts).append(alert)

    def _settle(self, report: SourceReport, settle: Callable[[], None] | None = None) -> None:
        """Close the fetch: its alerts go, or are held; the source remembers where it was."""
        if settle is None and report.name not in self._store.alerts.unsettled():
            return
        with self._store.transaction():
            self._close(report)
            if settle is not None:
                settle()

    def _close(self, report: SourceReport) -> None:
        flood = self._store.alerts.settle(_batch(report), hold_above=self._rules.hold_above)
        report.held += [alert for alert in report.alerts if alert.id in flood]
        report.alerts = [alert for alert in report.alerts if alert.id not in flood]


def _batch(report: SourceReport) -> str:
    """Name a fetch: a source is never fetched twice at a time."""
    return report.name


def _beside_the_point(reading: Reading) -> bool:
    """Tell whether a page cannot speak of an inspection: its bytes are not worth keeping."""
    return any(one.reason == "no_inspectorate" for one in reading.rejections)


def _undated(reading: Reading) -> bool:
    """Tell whether nothing says how old a document is: it may be from any year."""
    return reading.document.published is None and all(
        finding.when is None for finding in reading.findings
    )


def hints_of(item: Item) -> Hints:
    """Give what a source says of a document, for the reader."""
    fetched = item.fetched
    return Hints(
        path=fetched.path,
        url=item.url,
        title=item.title,
        published=item.published,
        published_basis=item.published_basis,
        outlet=item.outlet,
        content_type=item.content_type or fetched.header("content-type") or "",
        id=item.id,
    )


def _fingerprint(hints: Hints) -> str:
    """Sum up what a person decided of a document, which changes how it is read.

    What a feed or a listing says is left out: it may be worded anew at every fetch.
    """
    dated = hints.published if hints.published_basis == "config" else None
    named = (hints.url, hints.title) if hints.path else ()
    parts = [str(part) if part else "" for part in (dated, hints.outlet, *named)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _differs(before: Event | None, event: Event) -> bool:
    """Tell whether an event is new, or says something else than it did."""
    if before is None:
        return True
    then = (before.change, before.before, before.after.outcome, before.severity, before.status)
    now = (event.change, event.before, event.after.outcome, event.severity, event.status)
    return then != now


def _problems(problems: list[str]) -> str:
    first = problems[0]
    return first if len(problems) == 1 else f"{first} (and {len(problems) - 1} more)"
