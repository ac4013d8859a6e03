"""One pass over the sources: what `watcher check` does."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.app.clock import now
from watcher.app.delivering import Hands, deliver_due, pending_count
from watcher.app.siting import publish
from watcher.app.sourcing import Round, chosen, visit
from watcher.app.wiring import LazyWorkshop, begin, open_store, rules_of
from watcher.pipeline.ingest import Ingest

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from watcher.config import Config
    from watcher.model.alert import Alert
    from watcher.pipeline.ingest import SourceReport
    from watcher.pipeline.ports import Source
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
class Given:
    """What a daemon lends to a pass, so that one pass need not build it all anew.

    `wait` is how long another run is waited for, in seconds; `guard` is put around every source,
    so that a pass can be left between two documents.
    """

    clock: Callable[[], dt.datetime] = now
    stopped: Callable[[], bool] = lambda: False
    guard: Callable[[Source], Source] = lambda source: source
    workshop: LazyWorkshop | None = None
    wait: float = 0


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
    note: str | None = None

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """The alerts that were raised and not held."""
        return tuple(alert for source in self.sources for alert in source.alerts)

    @property
    def held(self) -> tuple[Alert, ...]:
        """The alerts that wait for review."""
        return tuple(alert for source in self.sources for alert in source.held)


def run_check(
    config: Config,
    request: CheckRequest,
    tell: Callable[[tuple[Alert, ...]], None],
    given: Given = Given(),
) -> CheckReport:
    """Visit the sources, take in what is new, and deliver what is due.

    Args:
        config: The configuration.
        request: What to do.
        tell: Writes alerts to the terminal.
        given: What a daemon lends.

    Raises:
        LockHeld: when another run holds the database.
        StoreError: when the database cannot be used.
        UsageError: when a source is named that does not exist.
    """
    from watcher.store import run_lock

    clock = given.clock
    started = clock()
    sources = chosen(config, request.sources)
    workshop = given.workshop or LazyWorkshop(config)
    round_ = Round(
        clock=clock,
        names=request.sources,
        everything=request.everything,
        guard=given.guard,
        workshop=workshop,
    )
    path = config.watcher.database
    lock = nullcontext() if request.rehearse else run_lock(path, wait=given.wait)
    with lock, _opened(config, request) as store:
        ingest = Ingest(store, workshop, rules_of(config), clock)
        begin(store, ingest, config)
        ingest.recover(source.name for source in sources)
        reports = visit(config, (store, ingest), round_)
        hands = Hands(tell=tell, clock=clock, stopped=given.stopped)
        told = deliver_due(store, config, hands) if not request.rehearse else None
        waiting = pending_count(store, config) if told is not None else 0
        note = _first_news(store) if told is not None else None
    unpublished = publish(config) if told is not None else ()
    return CheckReport(
        started=started,
        finished=clock(),
        sources=reports,
        pending=waiting,
        sent=told.sent if told else 0,
        failed=told.failed if told else 0,
        trouble=(*(dict.fromkeys(told.errors) if told else ()), *unpublished),
        note=note,
    )


def _first_news(store: Store) -> str | None:
    """Say what the first live run found beyond the baseline."""
    if store.meta.get("baseline_date") is None or store.meta.get("baseline_told") is not None:
        return None
    from watcher.app.importing import first_news

    return first_news(store)


def _opened(config: Config, request: CheckRequest) -> Store:
    """Open the database, or a copy of it in memory for a rehearsal."""
    if not request.rehearse:
        return open_store(config)
    from watcher.store import Store

    return Store.memory(of=config.watcher.database)
