"""A watch over servers of the tests' own, under a clock of the tests' own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.world.server import World
from watcher.app.checking import CheckRequest, Given, run_check
from watcher.config.load import read_config
from watcher.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from watcher.app.checking import CheckReport
    from watcher.pipeline.ingest import SourceReport
    from watcher.store.documents import Version

START = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)


@dataclass
class Watch:
    """A configuration, its database, and a clock that only moves when it is told to."""

    folder: Path
    text: str
    at: dt.datetime = START
    told: list[str] = field(default_factory=list)

    def clock(self) -> dt.datetime:
        """Tell the time."""
        return self.at

    def later(self, **span: float) -> None:
        """Let time pass."""
        self.at += dt.timedelta(**span)

    def check(self, *names: str, everything: bool = False) -> CheckReport:
        """Make one pass."""
        config = read_config(self.text, self.folder / "config.toml")
        request = CheckRequest(sources=names, everything=everything)

        def tell(alerts: tuple[object, ...]) -> None:
            self.told += [alert.headline for alert in alerts]  # type: ignore[attr-defined]

        return run_check(config, request, tell, Given(clock=self.clock))

    def one(self) -> SourceReport:
        """Visit the source named `one`, due or not, and give its report."""
        return self.check("one").sources[0]

    def store(self) -> Store:
        """Open the database."""
        return Store.open(self.folder / "watcher.db")

    def documents(self) -> list[Version]:
        """Give the current version of every document."""
        with self.store() as store:
            return store.documents.current()

    def notices(self) -> list[str]:
        """Give what was said of sources, oldest first."""
        with self.store() as store:
            return [notice.kind.value for notice in reversed(store.sources.notices())]


HEAD = """
[watcher]
database = "watcher.db"
baseline = "none"
[fetch]
gap = 0.0
tries = 1
read_timeout = 1.0
[[notify]]
type = "terminal"
"""


@pytest.fixture
def world() -> Generator[World]:
    with World() as server:
        yield server


@pytest.fixture
def watch(tmp_path: Path) -> Callable[..., Watch]:
    def make(*tables: str, head: str = HEAD, **first: object) -> Watch:
        text = head + "".join(f"\n[[source]]\n{table}\n" for table in tables)
        if first:
            lines = "\n".join(f"{key} = {_toml(value)}" for key, value in first.items())
            text += f'\n[[source]]\nname = "one"\n{lines}\n'
        path = tmp_path / "config.toml"
        path.write_text(text)
        return Watch(tmp_path, text)

    return make


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return str(value) if isinstance(value, int | float) else f'"{value}"'
