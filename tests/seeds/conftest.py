"""The five seed articles, read by the real reader and kept in a real database."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from watcher.app.checking import CheckReport, CheckRequest, run_check
from watcher.app.wiring import LazyWorkshop
from watcher.config.load import read_config
from watcher.store import Store

if TYPE_CHECKING:
    from watcher.config import Config
    from watcher.model.alert import Alert
    from watcher.model.finding import Reading
    from watcher.parse.hints import Hints

ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = ROOT / "seeds"
EXAMPLE = (ROOT / "config.example.toml").read_text(encoding="utf-8")


class RememberingWorkshop(LazyWorkshop):
    """The real reader, which reads the same bytes with the same hints once a test run."""

    def read(self, body: bytes, hints: Hints) -> Reading:
        return _read_once(body, hints)


@cache
def _read_once(body: bytes, hints: Hints) -> Reading:
    from watcher.app.reading import read_bytes, reading_context

    return read_bytes(body, hints, reading_context())


class Desk:
    """A folder into which articles are put one by one, and the watch over it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.articles = folder / "seeds"
        self.articles.mkdir(parents=True, exist_ok=True)
        self.told: list[Alert] = []

    def config(self) -> Config:
        """The example's configuration, describing only the articles that are there."""
        head, *tables = EXAMPLE.split("[source.documents.")
        last, notify = tables[-1].split("[[notify]]")
        tables[-1] = last
        present = {path.name for path in self.articles.iterdir()}
        kept = [table for table in tables if table.split('"')[1] in present]
        text = "[source.documents.".join([head, *kept]) + "[[notify]]" + notify
        return read_config(text, self.folder / "config.toml")

    def put(self, name: str, text: str | None = None) -> None:
        target = self.articles / name
        if text is None:
            shutil.copyfile(SEEDS / name, target)
        else:
            target.write_text(text, encoding="utf-8")

    def check(self) -> CheckReport:
        return run_check(self.config(), CheckRequest(), self.told.extend)

    def store(self) -> Store:
        return Store.open(self.folder / "watcher.db")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("watcher.app.checking.LazyWorkshop", RememberingWorkshop)
    return Desk(tmp_path)


@pytest.fixture
def full_desk(desk: Desk) -> Desk:
    for path in sorted(SEEDS.iterdir()):
        desk.put(path.name)
    return desk


def facts(reading: Reading) -> set[tuple[Any, ...]]:
    """Sum a reading up: who, what, where, in which role."""
    return {
        (f.council.name, f.role, f.kind, f.area, f.outcome, f.adverse) for f in reading.findings
    }
