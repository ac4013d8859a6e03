"""The daemon's loop under a clock of our own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx
import pytest
from apscheduler.triggers.interval import IntervalTrigger

from tests.commands import LOG, NEWS, settings
from tests.daemon.watchman import Watchman
from tests.fakes import ScriptedReader
from watcher.config import load_config
from watcher.daemon import Daemon
from watcher.daemon.clockwork import Clockwork
from watcher.errors import ConfigError
from watcher.store import Store, run_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from watcher.model.finding import Reading
    from watcher.parse.hints import Hints

START = dt.datetime(2026, 3, 4, 9, 0, tzinfo=dt.UTC)


@dataclass
class FakeBell:
    """Lets time pass instead of waiting; does what is planned when its time has come."""

    time: dt.datetime = START
    steady: float = 0.0
    stopping: bool = False
    reload_wanted: bool = False
    plans: list[tuple[dt.datetime, Callable[[], None]]] = field(default_factory=list)

    def clock(self) -> dt.datetime:
        return self.time

    def now(self) -> float:
        return self.steady

    def wait(self, seconds: float) -> None:
        self.time += dt.timedelta(seconds=max(seconds, 0.5))
        self.steady += max(seconds, 0.5)
        for plan in [plan for plan in self.plans if plan[0] <= self.time]:
            self.plans.remove(plan)
            plan[1]()

    def at(self, when: dt.datetime, what: Callable[[], None]) -> None:
        self.plans.append((when, what))

    def stop(self) -> None:
        self.stopping = True

    def sleep(self, span: dt.timedelta) -> None:
        self.time += span


class Place:
    """A folder with a daemon in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bell = FakeBell()
        (folder / "news").mkdir()
        self.configure()

    def configure(self, more: str = "") -> None:
        (self.folder / "config.toml").write_text(settings(NEWS, LOG, more))

    def daemon(self) -> Daemon:
        path = self.folder / "config.toml"
        return Daemon(lambda: load_config(path), len, bell=self.bell, clock=self.bell.clock)

    def write(self, name: str, number: int = 1) -> None:
        text = f"2026-03-03\n{name}|full_inspection|overall|inadequate|2026-01"
        (self.folder / "news" / f"{number}.txt").write_text(text)

    def live(self, **span: float) -> Daemon:
        self.bell.at(self.bell.time + dt.timedelta(**span), self.bell.stop)
        daemon = self.daemon()
        daemon.run()
        return daemon

    def told(self) -> int:
        path = self.folder / "log.jsonl"
        return len(path.read_text().splitlines()) if path.exists() else 0

    def health(self) -> dt.datetime | None:
        with Store.open(self.folder / "w.db") as store:
            found = store.sources.health().get("news")
            return None if found is None else found.last_run


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    reader = ScriptedReader()
    monkeypatch.setattr("watcher.app.daemonising.LazyWorkshop", lambda _config: reader)
    return Place(tmp_path)


def test_a_daemon_visits_its_sources_and_tells_what_is_new(place: Place) -> None:
    place.write("Leeds")
    place.bell.at(START + dt.timedelta(hours=1), lambda: place.write("York", 2))
    place.live(hours=2)
    assert place.told() == 2


def test_what_another_program_released_is_sent_within_a_minute(place: Place) -> None:
    place.configure()
    place.write("Leeds")
    place.live(minutes=5)

    def add() -> None:
        with Store.open(place.folder / "w.db") as store, store.transaction():
            (alert,) = store.alerts.all()
            store.deliveries.add(alert.id, ["log2"], now=place.bell.time)

    place.configure('[[notify]]\nname = "log2"\ntype = "jsonl"\npath = "log2.jsonl"\n')
    place.bell.stopping = False
    released = place.bell.time + dt.timedelta(minutes=10)
    place.bell.at(released, add)
    place.live(minutes=11, seconds=30)
    assert len((place.folder / "log2.jsonl").read_text().splitlines()) == 1


def test_a_machine_that_slept_catches_up_soon_after_it_woke(place: Place) -> None:
    place.bell.at(START + dt.timedelta(hours=1), lambda: place.bell.sleep(dt.timedelta(hours=9)))
    place.bell.at(START + dt.timedelta(hours=1), lambda: place.write("Leeds"))
    place.bell.at(START + dt.timedelta(hours=10, minutes=4), place.bell.stop)
    place.daemon().run()
    assert place.told() == 1


def test_a_clock_that_was_set_back_stops_nothing(place: Place) -> None:
    place.bell.at(START + dt.timedelta(hours=1), lambda: place.bell.sleep(dt.timedelta(days=-3)))
    place.bell.at(START + dt.timedelta(hours=1), lambda: place.write("Leeds"))
    daemon = place.daemon()
    daemon.prepare()
    for _ in range(400):
        daemon.turn()
        if place.told():
            break
    daemon.clockwork.shutdown()
    assert place.told() == 1
    assert place.bell.time < START


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"], ids=["forward", "back"])
def test_the_clocks_change_and_visits_go_on(place: Place, day: str) -> None:
    place.bell.time = dt.datetime.fromisoformat(f"{day}T00:00:00+00:00")
    change = dt.datetime.fromisoformat(f"{day}T01:00:00+00:00")
    place.bell.at(change - dt.timedelta(minutes=20), lambda: place.write("Leeds"))
    place.bell.at(change + dt.timedelta(minutes=20), lambda: place.write("York", 2))
    place.live(hours=2)
    assert place.told() == 2


def test_a_reload_takes_sources_in_and_out_and_keeps_the_rest(place: Place) -> None:
    daemon = place.daemon()
    daemon.prepare()
    before = daemon.clockwork.when("source:news")
    place.configure('[[source]]\nname = "more"\ntype = "file"\npath = "news"\n')
    daemon.reload()
    assert daemon.clockwork.when("source:news") == before
    assert daemon.clockwork.when("source:more") is not None
    place.configure()
    daemon.reload()
    assert daemon.clockwork.when("source:more") is None
    daemon.clockwork.shutdown()


def test_a_reload_of_something_wrong_changes_nothing(place: Place) -> None:
    daemon = place.daemon()
    daemon.prepare()
    for wrong in (
        "[watcherr]\n",
        '[[route]]\nnotify = ["log"]\ncouncils = ["Atlantis"]\n',
        '[daemon]\nheartbeat = { env = "NO_SUCH_VARIABLE" }\n',
    ):
        place.configure(wrong)
        daemon.reload()
        assert len(daemon.watch.config.sources) == 1
        assert daemon.watch.config.routes == ()
    daemon.clockwork.shutdown()


def test_a_daemon_with_a_wrong_configuration_does_not_start(place: Place) -> None:
    place.configure('[[route]]\nnotify = ["log"]\nregions = ["Narnia"]\n')
    with pytest.raises(ConfigError, match="Narnia"):
        place.daemon()


def test_while_another_run_is_at_work_the_daemon_waits_and_then_goes_on(place: Place) -> None:
    place.write("Leeds")
    daemon = place.daemon()
    daemon.prepare()
    with run_lock(place.folder / "w.db"):
        place.bell.time += dt.timedelta(minutes=2)
        daemon.turn()
        assert place.told() == 0
    for _ in range(20):
        daemon.turn()
    daemon.clockwork.shutdown()
    assert place.told() == 1


def test_a_database_that_cannot_be_used_is_no_end_of_the_daemon(place: Place) -> None:
    place.write("Leeds")
    database = place.folder / "w.db"
    database.write_bytes(b"this is no database" * 100)
    place.bell.at(START + dt.timedelta(hours=1), database.unlink)
    daemon = place.live(hours=2)
    assert place.told() == 1
    assert daemon.watch.broken == {}


def test_the_watchman_elsewhere_hears_that_the_daemon_lives_and_what_is_broken(
    place: Place,
) -> None:
    watchman = Watchman()
    try:
        place.configure(f'[daemon]\nheartbeat = "{watchman.url}"\nheartbeat_every = "10 min"\n')
        daemon = place.live(minutes=25)
        well = [path for path, _, _ in watchman.pings]
        assert well.count("/ping/abc") == 3
        assert well[0] == "/ping/abc/start"
        (place.folder / "w.db").write_bytes(b"no database" * 300)
        daemon.watch.deliver()
        daemon.watch.beat()
        daemon.watch.close()
    finally:
        watchman.server.shutdown()
        watchman.server.server_close()
    _path, _, body = next(ping for ping in watchman.pings if ping[0].endswith("/fail"))
    assert "not a database" in body


def test_a_daemon_whose_every_source_fails_says_that_it_is_broken(place: Place) -> None:
    (place.folder / "news").rmdir()
    place.configure('[[source]]\nname = "more"\ntype = "file"\npath = "gone"\n')
    daemon = place.live(minutes=10)
    assert daemon.watch.broken == {"sources": "every source fails"}
    (place.folder / "gone").mkdir()
    place.bell.stopping = False
    place.bell.time += dt.timedelta(hours=13)
    assert place.live(hours=13).watch.broken == {}


def test_the_numbers_are_kept_up_to_date_in_a_file_and_at_an_address(place: Place) -> None:
    port = free_port()
    place.configure(f'[daemon]\nmetrics = "127.0.0.1:{port}"\nmetrics_file = "numbers.prom"\n')
    place.write("Leeds")
    seen: list[str] = []

    def look() -> None:
        seen.append(httpx.get(f"http://127.0.0.1:{port}/metrics", trust_env=False).text)

    place.bell.at(START + dt.timedelta(minutes=10), look)
    place.live(minutes=20)
    for text in (*seen, (place.folder / "numbers.prom").read_text()):
        assert 'watcher_messages{state="sent"} 1.0' in text
        assert 'watcher_alerts{severity="high"} 1.0' in text
    with pytest.raises(httpx.ConnectError):
        look()


def test_a_daemon_that_is_told_to_stop_leaves_a_source_between_two_documents(
    place: Place,
) -> None:
    place.write("Leeds", 1)
    place.write("York", 2)
    reader = ScriptedReader()
    stopping = place.bell

    class Interrupting(ScriptedReader):
        def read(self, body: bytes, hints: Hints) -> Reading:
            stopping.stopping = True
            return reader.read(body, hints)

    daemon = place.daemon()
    daemon.watch._workshop = Interrupting()  # type: ignore[assignment]
    place.bell.time += dt.timedelta(minutes=2)
    daemon.run()
    assert place.told() == 0
    with Store.open(place.folder / "w.db") as store:
        assert len(store.alerts.all()) == 1
    place.bell.stopping = False
    place.live(minutes=10)
    assert place.told() == 2


@pytest.fixture
def clockwork() -> Iterator[tuple[Clockwork, FakeBell, list[str]]]:
    bell, missed = FakeBell(), []
    made = Clockwork(
        bell.clock,
        grace=dt.timedelta(hours=6),
        missed=lambda job, _late: missed.append(job),
    )
    made.start()
    yield made, bell, missed
    made.shutdown()


def test_a_job_that_was_missed_many_times_runs_once(
    clockwork: tuple[Clockwork, FakeBell, list[str]],
) -> None:
    jobs, bell, missed = clockwork
    ran: list[str] = []
    every = IntervalTrigger(minutes=10, timezone=dt.UTC)
    jobs.put("job", lambda: ran.append("job"), every, START)
    bell.time += dt.timedelta(hours=5)
    assert jobs.run_due() == 1
    assert jobs.run_due() == 0
    assert (ran, missed) == (["job"], [])
    assert jobs.when("job") == bell.time + dt.timedelta(minutes=10)


def test_after_a_long_night_jobs_are_spread_over_a_minute(
    clockwork: tuple[Clockwork, FakeBell, list[str]],
) -> None:
    jobs, bell, missed = clockwork
    ran: list[int] = []
    every = IntervalTrigger(minutes=30, timezone=dt.UTC)
    for number in range(40):
        jobs.put(f"job{number}", lambda number=number: ran.append(number), every, START)
    bell.time += dt.timedelta(hours=9)
    jobs.run_due()
    assert (ran, len(missed)) == ([], 40)
    times = [jobs.when(f"job{number}") for number in range(40)]
    assert len(set(times)) > 35
    bell.time += dt.timedelta(seconds=61)
    jobs.run_due()
    assert len(ran) == 40


def free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
