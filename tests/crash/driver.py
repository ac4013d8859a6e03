"""Run `check` again and again, kill it at random moments, and feed it news between.

Started as a process of its own, without threads, so that it may fork: each run is a child that
has everything imported already, and a kill hits the work and not the start of Python.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from tests.articles import council_names, fall
from watcher.app.checking import CheckRequest, run_check
from watcher.config import load_config
from watcher.store import Store

TODAY = dt.date.today()  # noqa: DTZ011  (news is of today)


class Driver:
    """Feeds, runs, kills, and looks at what is left."""

    def __init__(self, folder: Path, *, kills: int, seed: int) -> None:
        self._folder = folder
        self._wanted = kills
        self._random = random.Random(seed)  # noqa: S311  (a seeded game)
        self._names = council_names()
        self._random.shuffle(self._names)
        self.written: list[str] = []
        self.kills = 0
        self.broken: list[str] = []
        self.codes: list[int] = []

    def write_news(self) -> None:
        name = self._names.pop()
        text = fall(name, published=TODAY, visited=TODAY.replace(day=1) - dt.timedelta(days=40))
        part = self._folder / "parts" / f"{len(self.written)}.txt"
        part.write_text(text)
        part.replace(self._folder / "news" / part.name)
        self.written.append(name)

    def run_once(self, kill_after: float | None) -> float:
        """Run a pass in a child; kill it after some seconds; give how long it lived."""
        begun = time.monotonic()
        child = os.fork()
        if child == 0:
            _child(self._folder / "config.toml")
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            self.kills += 1
            with Store.open(self._folder / "w.db") as store:
                self.broken += store.intact()
        else:
            self.codes.append(os.waitstatus_to_exitcode(status))
        return time.monotonic() - begun

    def play(self) -> None:
        spans = []
        for _ in range(3):
            self.write_news()
            spans.append(self.run_once(None))
        usual = sorted(spans)[1]
        pace = min(1.0, (len(self._names) - 20) / self._wanted)
        while self.kills < self._wanted:
            if self._random.random() < pace and self._names:
                self.write_news()
            self.run_once(self._random.uniform(0, usual * 1.1))
        for _ in range(5):
            self.run_once(None)

    def report(self) -> dict[str, object]:
        with Store.open(self._folder / "w.db") as store:
            alerts = {alert.id: alert.council.name for alert in store.alerts.all()}
            counts = store.outbox.counts()
        return {
            "written": self.written,
            "kills": self.kills,
            "broken": self.broken,
            "codes": self.codes[-5:],
            "alerts": alerts,
            "messages": counts,
        }


def _child(config: Path) -> None:
    """Make one pass and end without tidying up, as a killed process does."""
    code = 1
    try:
        report = run_check(load_config(config), CheckRequest(everything=True), len)
        code = 4 if report.pending else 0
    finally:
        os._exit(code)


def main() -> None:
    """Play the game that the arguments name; print what is left as JSON."""
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    driver = Driver(folder, kills=kills, seed=seed)
    driver.play()
    print(json.dumps(driver.report()))  # noqa: T201


if __name__ == "__main__":
    main()
