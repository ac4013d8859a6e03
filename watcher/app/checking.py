"""One pass over the sources: what `watcher check` does."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.app.clock import now
from watcher.app.delivering import Hands, deliver_due, pending_count
from watcher.app.wiring import LazyWorkshop, begin, open_store, rules_of, sources_of
from watcher.pipeline.ingest import Ingest

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from watcher.config import Config
    from watcher.model.alert import Alert
    from watcher.pipeline.ingest import SourceReport
    from watcher.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """What a pass is asked to do.

    `everything` also visits sources that are not due. `rehearse` works on a copy of the
    database in memory and sends nothing.
    """

    sources: tuple[str, ...] = ()
    everything: bool = False
    rehearse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a pass came to; `trouble` says why messages could not be sent."""

    started: dt.datetime
    finished: dt.datetime
    sources: tuple[SourceReport, ...]
    pending: int = 0
    sent: int = 0
    failed: int = 0
    trouble: tuple[str, ...] = ()

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """The alerts that were raised and not held."""
        return tuple(alert for source in self.sources for alert in source.alerts)

    @property
    def held(self) -> tuple[Alert, ...]:
        """The alerts that wait for review."""
        return tuple(alert for source in self.sources for alert in source.held)


def run_check(
    config: Config, request: CheckRequest, tell: Callable[[tuple[Alert, ...]], None]
) -> CheckReport:
    """Visit the sources, take in what is new, and deliver what is due.

    Args:
        config: The configuration.
        request: What to do.
        tell: Writes alerts to the terminal.

    Raises:
        LockHeld: when another run holds the database.
        StoreError: when the database cannot be used.
        UsageError: when a source is named that does not exist.
    """
    from watcher.store import run_lock

    started = now()
    sources = sources_of(config, request.sources)
    path = config.watcher.database
    lock = nullcontext() if request.rehearse else run_lock(path)
    with lock, _opened(config, request) as store:
        ingest = Ingest(store, LazyWorkshop(config), rules_of(config), now)
        begin(store, ingest, config)
        ingest.recover(source.name for source in sources)
        reports = tuple(ingest.take(source) for source in sources)
        told = deliver_due(store, config, Hands(tell=tell)) if not request.rehearse else None
        waiting = pending_count(store, config) if told is not None else 0
    return CheckReport(
        started=started,
        finished=now(),
        sources=reports,
        pending=waiting,
        sent=told.sent if told else 0,
        failed=told.failed if told else 0,
        trouble=tuple(dict.fromkeys(told.errors)) if told else (),
    )


def _opened(config: Config, request: CheckRequest) -> Store:
    """Open the database, or a copy of it in memory for a rehearsal."""
    if not request.rehearse:
        return open_store(config)
    from watcher.store import Store

    return Store.memory(of=config.watcher.database)
