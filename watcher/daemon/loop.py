"""The daemon's loop: run what is due, wait, heed signals, notice when the clock was set."""

from __future__ import annotations

import datetime as dt
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from apscheduler.triggers.interval import IntervalTrigger

from watcher.app.clock import now as clock_now
from watcher.app.daemonising import Interrupted, Surroundings, Watch
from watcher.app.logs import log, set_up
from watcher.app.routes import Routing
from watcher.app.secrets import exposed
from watcher.app.systemd import Systemd
from watcher.app.wiring import configured
from watcher.daemon.bell import Bell
from watcher.daemon.clockwork import Clockwork
from watcher.errors import LockHeld, WatcherError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from watcher.config import Config
    from watcher.model.alert import Alert

_SOURCE = "source:"
DELIVERY = "delivery"
HEARTBEAT = "heartbeat"

LONGEST_WAIT = 60.0
"""Seconds: a machine that slept is noticed this soon after it woke."""

JITTER = 0.1
"""How far a visit may be late, as a part of its interval."""

_SOON = dt.timedelta(seconds=5)
_MINUTE = dt.timedelta(seconds=60)
_JUMP = dt.timedelta(seconds=30)


class Waiting(Protocol):
    """What the loop waits with (see `watcher.daemon.bell`)."""

    stopping: bool
    reload_wanted: bool

    def now(self) -> float:
        """Give the seconds of a clock that nobody sets."""
        ...

    def wait(self, seconds: float) -> None:
        """Wait, but not longer than until the next signal."""
        ...


class Daemon:
    """Watches until it is told to stop.

    Args:
        load: Reads the configuration; called again for every reload.
        tell: Writes alerts on the terminal.
        bell: What to wait with.
        clock: Gives the time.
    """

    def __init__(
        self,
        load: Callable[[], Config],
        tell: Callable[[tuple[Alert, ...]], None],
        *,
        bell: Waiting,
        clock: Callable[[], dt.datetime] = clock_now,
    ) -> None:
        self._load = load
        self._bell = bell
        self._clock = clock
        self._systemd = Systemd()
        self._around = Surroundings(
            clock=clock, tell=tell, stopping=lambda: bell.stopping, alive=self._systemd.alive
        )
        config = _checked(load())
        self.watch = Watch(config, self._around)
        self.clockwork = Clockwork(clock, grace=config.daemon.grace, missed=_missed)
        self._seen = (clock(), bell.now())
        self._due: list[str] = []
        self._rested = bell.now()

    def run(self) -> None:
        """Watch until told to stop."""
        try:
            self.prepare()
            self._systemd.ready()
            log("watching", sources=len(self.watch.config.sources))
            while not self._bell.stopping:
                self.turn()
        except Interrupted:
            log("left a source between two documents")
        finally:
            self._systemd.stopping()
            self.clockwork.shutdown()
            self.watch.close()
            log("stopped")

    def prepare(self) -> None:
        """Make the jobs."""
        self.clockwork.start()
        self._schedule()

    def turn(self) -> None:
        """Do what is due, then wait for what is due next."""
        if self._bell.reload_wanted:
            self._bell.reload_wanted = False
            self.reload()
        self._mind_the_clock()
        if self.clockwork.run_due():
            self._make_pass()
            self._plan_delivery()
        self._systemd.alive()
        self._bell.wait(self._pause())

    def reload(self) -> None:
        """Read the configuration again; one that is wrong changes nothing."""
        self._systemd.reloading()
        try:
            config = _checked(self._load())
            if config.watcher.database != self.watch.config.watcher.database:
                log("the database changes only with a restart", level="warning")
            self._take_over(config)
        except WatcherError as error:
            log("not reloaded", level="error", reason=str(error), hint=error.hint or None)
        else:
            self._schedule()
            log("reloaded", sources=len(config.sources))
        self._systemd.ready()

    def _take_over(self, config: Config) -> None:
        """Work under another configuration, or go on under the old one when that fails."""
        before = self.watch.config
        self.watch.close()
        try:
            self.watch = Watch(config, self._around)
        except WatcherError:
            self.watch = Watch(before, self._around)
            raise

    def _schedule(self) -> None:
        """Make the jobs of the configuration; jobs that stay keep their time."""
        config, now = self.watch.config, self._clock()
        wanted = {_SOURCE + one.name: one for one in config.sources}
        known = self.watch.next_visits()
        for job in self.clockwork.get_jobs():
            if job.id.startswith(_SOURCE) and job.id not in wanted:
                job.remove()
        for name, one in wanted.items():
            every = getattr(one.options, "every", None) or config.daemon.interval
            trigger = IntervalTrigger(
                seconds=max(int(every.total_seconds()), 1),
                jitter=max(int(every.total_seconds() * JITTER), 1),
                timezone=dt.UTC,
            )
            first = self.clockwork.when(name) or self._first(one.name, now, known)
            self.clockwork.put(name, _job(self._visit, one.name), trigger, min(first, now + every))
        minute = IntervalTrigger(seconds=60, timezone=dt.UTC)
        self.clockwork.put(DELIVERY, self._deliver, minute, now)
        beat = IntervalTrigger(
            seconds=int(config.daemon.heartbeat_every.total_seconds()), timezone=dt.UTC
        )
        self.clockwork.put(HEARTBEAT, self.watch.beat, beat, now + _SOON)

    def _first(
        self, source: str, now: dt.datetime, known: Mapping[str, dt.datetime]
    ) -> dt.datetime:
        """Spread first visits over a minute; a source that says when it is due is believed."""
        due = known.get(source)
        share = self.clockwork.spread * (zlib.crc32(source.encode()) / 2**32)
        return max(due, now) if due is not None else now + share

    def _visit(self, source: str) -> None:
        """Put a source down for the pass of this turn."""
        self._due.append(source)

    def _make_pass(self) -> None:
        """Visit all that is due together, so that hosts are asked in turn, as one pass does."""
        due, self._due = tuple(self._due), []
        if not due:
            return
        later = self.watch.visit(due)
        now = self._clock()
        known = {} if later is not None else self.watch.next_visits()
        for source in due:
            when = now + later if later is not None else known.get(source)
            if when is not None and when > now:
                self.clockwork.move(_SOURCE + source, when)
        self._rested = self._bell.now() + self.watch.config.fetch.gap

    def _deliver(self) -> None:
        later = self.watch.deliver()
        if later is not None:
            self.clockwork.move(DELIVERY, self._clock() + later)

    def _plan_delivery(self) -> None:
        """Let the next delivery come when something is due, at the latest in a minute."""
        now = self._clock()
        due = self.watch.next_delivery()
        planned = self.clockwork.when(DELIVERY)
        if due is None or planned is None:
            return
        self.clockwork.move(DELIVERY, min(max(due, now + _SOON), now + _MINUTE, planned))

    def _pause(self) -> float:
        wake = self.clockwork.next_wake()
        left = LONGEST_WAIT if wake is None else (wake - self._clock()).total_seconds()
        limit = LONGEST_WAIT
        if self._systemd.watchdog is not None:
            limit = min(limit, self._systemd.watchdog / 3)
        rest = self._rested - self._bell.now()
        return min(max(left, rest, 0.0), limit)

    def _mind_the_clock(self) -> None:
        """When the clock was set back, let no job wait for the time to come round again.

        A clock that was set forward, like a machine that slept, makes jobs due: each runs once.
        """
        now, steady = self._clock(), self._bell.now()
        passed = dt.timedelta(seconds=steady - self._seen[1])
        jump = (now - self._seen[0]) - passed
        self._seen = (now, steady)
        if jump < -_JUMP:
            log("the clock was set back", level="warning", by=str(-jump))
            self.clockwork.shift(jump)


def run_daemon(
    named: Path | None, tell: Callable[[tuple[Alert, ...]], None], *, form: str | None = None
) -> None:
    """Watch until told to stop by a signal.

    Raises:
        ConfigError: when there is no configuration, or it cannot be used.
        LockHeld: when a daemon is at work on the same database.
    """
    bell = Bell()
    with bell.hung():
        config = _checked(configured(named))
        set_up(form or config.daemon.log, config.daemon.log_level)
        for line in exposed(config):
            log("a secret is exposed", level="warning", reason=line)
        with alone(config.watcher.database):
            Daemon(lambda: configured(named), tell, bell=bell).run()


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Hold the right to be the daemon of a database.

    Raises:
        LockHeld: when another daemon holds it.
    """
    from watcher.store import run_lock

    lock = run_lock(daemon_of(database))
    try:
        lock.__enter__()
    except LockHeld as error:
        raise LockHeld(
            error.message.replace("another run holds the lock", "a daemon is at work"),
            resource=str(database),
            hint="stop it first, or let it read its configuration again: watcher reload",
        ) from error
    try:
        yield
    finally:
        lock.__exit__(None, None, None)


def daemon_of(database: Path) -> Path:
    """Give the path that stands for the daemon of a database; its lock names the process."""
    return database.with_name(database.name + ".daemon")


def _checked(config: Config) -> Config:
    Routing(config).check()
    return config


def _missed(job: str, late: dt.timedelta) -> None:
    log("missed", level="warning", job=job, late=str(late))


def _job(function: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: function(name)
