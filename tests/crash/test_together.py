"""Two passes and a daemon started at the same moment: one set of alerts."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.articles import council_names, fall
from tests.commands import LOG, NEWS, settings
from watcher.store import Store

pytestmark = pytest.mark.soak

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date.today()  # noqa: DTZ011  (news is of today)


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "watcher", *arguments, "--config", str(folder / "config.toml")],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def write_news(folder: Path, names: list[str]) -> None:
    visited = TODAY.replace(day=1) - dt.timedelta(days=40)
    for number, name in enumerate(names):
        text = fall(name, published=TODAY, visited=visited)
        (folder / "news" / f"{number}.txt").write_text(text)


@pytest.fixture
def games(full_count: bool) -> int:  # noqa: FBT001
    return 50 if full_count else 5


def test_whoever_comes_first_tells_and_nobody_tells_again(tmp_path: Path, games: int) -> None:
    names = council_names()[:6]
    for game in range(games):
        place = tmp_path / f"game{game}"
        place.mkdir()
        (place / "news").mkdir()
        (place / "config.toml").write_text(settings(NEWS, LOG, max_age=None))
        write_news(place, names)
        daemon = start(place, "run")
        passes = [start(place, "check") for _ in range(2)]
        errors = [one.communicate(timeout=60)[1] for one in passes]
        codes = [one.returncode for one in passes]
        last = start(place, "check")
        last.communicate(timeout=60)
        deadline = time.monotonic() + 30
        while last.returncode == 75 and time.monotonic() < deadline:
            last = start(place, "check")
            last.communicate(timeout=60)
        daemon.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        _, said = daemon.communicate(timeout=15)
        assert time.monotonic() - begun < 10
        assert daemon.returncode == 0, said
        assert set(codes) <= {0, 75}, errors
        told = [json.loads(line) for line in (place / "log.jsonl").read_text().splitlines()]
        councils = Counter(one["council"]["name"] for message in told for one in message["alerts"])
        assert councils == Counter(names)
        with Store.open(place / "w.db") as store:
            assert store.intact() == []
            assert set(store.outbox.counts()) == {"sent"}
