"""What the daemon's jobs do: visit a source, deliver, and say that the watch lives."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from watcher.app.checking import CheckRequest, Given, run_check
from watcher.app.delivering import Hands, deliver_due
from watcher.app.heartbeat import heartbeat_of
from watcher.app.logs import log
from watcher.app.metrics import metrics_of
from watcher.app.wiring import LazyWorkshop, open_store
from watcher.errors import LockHeld, StoreError, WatcherError
from watcher.model.source import SourceStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from watcher.app.checking import CheckReport
    from watcher.config import Config
    from watcher.model.alert import Alert
    from watcher.model.source import Item, SourceResult
    from watcher.pipeline.ports import Source

LOCK_WAIT = 1.0
"""Seconds that a job waits for another run; then it is put off, and signals are heeded."""

AGAIN = dt.timedelta(seconds=15)
"""After which a job is tried again that found another run at work."""


class Interrupted(BaseException):
    """The daemon is to stop: leave the source between two documents, as a crash would.

    It is no error and passes every door for errors.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the daemon's work needs of the process that it runs in.

    `alive` is called whenever something was done, `stopping` tells whether to come to an end.
    """

    clock: Callable[[], dt.datetime]
    tell: Callable[[tuple[Alert, ...]], None]
    stopping: Callable[[], bool]
    alive: Callable[[], None]


class Watch:
    """The work of a daemon, under one configuration."""

    def __init__(self, config: Config, around: Surroundings) -> None:
        self.config = config
        self._around = around
        self._workshop = LazyWorkshop(config)
        self._heartbeat = heartbeat_of(config)
        self._metrics = metrics_of(config)
        self._server = None
        if self._metrics is not None and config.daemon.metrics is not None:
            self._server = self._metrics.serve(config.daemon.metrics)
        self._broken: dict[str, str] = {}
        self._sources: dict[str, bool] = {}
        self._run = self._heartbeat.start() if self._heartbeat is not None else ""

    @property
    def broken(self) -> dict[str, str]:
        """What does not work now, and why; sources count when all of them fail."""
        found = dict(self._broken)
        if self._sources and not any(self._sources.values()):
            found["sources"] = "every source fails"
        return found

    def close(self) -> None:
        """Close what other configurations may want to open."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
        if self._heartbeat is not None:
            self._heartbeat.settle(1.0)

    def visit(self, sources: tuple[str, ...]) -> dt.timedelta | None:
        """Make one pass over sources; give after what time to try again when none could be made.

        Whatever goes wrong is a line in the log and known to the heartbeat; nothing passes.
        """
        given = Given(
            clock=self._around.clock,
            stopped=self._around.stopping,
            guard=lambda one: _Guarded(one, self._around),
            workshop=self._workshop,
            wait=LOCK_WAIT,
        )
        request = CheckRequest(sources=sources, everything=True)
        try:
            report = run_check(self.config, request, self._around.tell, given)
        except LockHeld:
            log("another run is at work", sources=sources)
            return AGAIN
        except Exception as error:  # noqa: BLE001  (the daemon outlives everything)
            self._went_wrong("pass", error)
            return None
        self._broken.pop("pass", None)
        self._visited(report)
        return None

    def deliver(self) -> dt.timedelta | None:
        """Send what is due; give after what time to try again when another run is at work."""
        from watcher.store import run_lock

        hands = Hands(
            tell=self._around.tell, clock=self._around.clock, stopped=self._around.stopping
        )
        try:
            with (
                run_lock(self.config.watcher.database, wait=LOCK_WAIT),
                open_store(self.config) as store,
            ):
                report = deliver_due(store, self.config, hands)
        except LockHeld:
            return AGAIN
        except Exception as error:  # noqa: BLE001  (the daemon outlives everything)
            self._went_wrong("delivery", error)
            return None
        self._broken.pop("delivery", None)
        if report.sent or report.failed:
            log("delivered", sent=report.sent, failed=report.failed, dead=report.dead or None)
        for line in dict.fromkeys(report.errors):
            log("not delivered", level="warning", error=False, reason=line)
        self.note()
        return None

    def next_delivery(self) -> dt.datetime | None:
        """Tell when there is something to send; None when nothing waits."""
        from watcher.store import Store

        try:
            with Store.open_to_read(self.config.watcher.database) as store:
                soon = store.sources.unpacked() or store.outbox.anything_held()
                due = self._around.clock() if soon else store.outbox.next_due()
        except StoreError as error:
            self._went_wrong("outbox", error)
            return None
        self._broken.pop("outbox", None)
        return due

    def next_visits(self) -> dict[str, dt.datetime]:
        """Tell when the sources are due by their own account."""
        from watcher.store import Store

        try:
            with Store.open_to_read(self.config.watcher.database) as store:
                health = store.sources.health()
        except StoreError as error:
            self._went_wrong("health", error)
            return {}
        self._broken.pop("health", None)
        return {name: one.next_due for name, one in health.items() if one.next_due is not None}

    def beat(self) -> None:
        """Tell the watchman elsewhere that the watch lives, or what is broken."""
        if self._heartbeat is None:
            return
        if broken := self.broken:
            words = "\n".join(f"{what}: {why}" for what, why in sorted(broken.items()))
            self._heartbeat.fail(self._run, words)
        else:
            self._heartbeat.success(self._run, "the watch lives")
        self._run = self._heartbeat.start()

    def note(self) -> None:
        """Bring the numbers for Prometheus up to date."""
        if self._metrics is None:
            return
        from watcher.store import Store

        now = self._around.clock()
        try:
            with Store.open_to_read(self.config.watcher.database) as store:
                self._metrics.refresh(store, now)
            self._metrics.ran(now, well=not self.broken)
            if self.config.daemon.metrics_file is not None:
                self._metrics.write(self.config.daemon.metrics_file)
        except (WatcherError, OSError) as error:
            log("no metrics", level="warning", reason=str(error))

    def _visited(self, report: CheckReport) -> None:
        for one in report.sources:
            self._sources[one.name] = one.status is not SourceStatus.FAILED
            log(
                "visited",
                level="warning" if one.error else "info",
                source=one.name,
                status=one.status.value,
                seen=one.seen,
                new=one.new or None,
                changed=one.changed or None,
                events=[str(event.id) for event in one.events] or None,
                alerts=[str(alert.id) for alert in one.alerts] or None,
                held=[str(alert.id) for alert in one.held] or None,
                reason=one.error,
            )
        if report.sent or report.failed:
            log("delivered", sent=report.sent, failed=report.failed)
        for line in report.trouble:
            log("not delivered", level="warning", reason=line)
        self.note()

    def _went_wrong(self, what: str, error: Exception) -> None:
        """Remember and log a failure; the same one again is no traceback."""
        words = str(error) or type(error).__name__
        known = isinstance(error, WatcherError) or self._broken.get(what) == words
        self._broken[what] = words
        log("failed", level="error", error=not known, what=what, reason=words)


class _Guarded:
    """A source that can be left between two documents."""

    def __init__(self, source: Source, around: Surroundings) -> None:
        self._source = source
        self._around = around

    @property
    def name(self) -> str:
        return self._source.name

    def fetch(self) -> SourceResult:
        self._heed()
        result = self._source.fetch()
        return replace(result, items=self._each(result))

    def _each(self, result: SourceResult) -> Iterator[Item]:
        for item in result.items:
            self._heed()
            yield item

    def _heed(self) -> None:
        self._around.alive()
        if self._around.stopping():
            raise Interrupted
