"""A small world for the commands: a folder of scripted documents and a configuration."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes import ScriptedReader
from watcher.cli import run_cli

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """
[watcher]
database = "w.db"
max_age = "none"
hold_above = 0
baseline = "none"

[[source]]
name = "news"
type = "file"
path = "news"

[[notify]]
name = "terminal"
type = "terminal"
"""

FALL = "2024-10-01\nSwindon|full_inspection|overall|inadequate|2024-08"
GOOD = "2022-03-01\nLeeds|full_inspection|overall|good|2022-01"


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class World:
    """A folder with a configuration and some news, and a way to run commands in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.news = folder / "news"
        self.news.mkdir()
        self.config = folder / "config.toml"
        self.config.write_text(CONFIG)
        self._capsys = capsys

    def write(self, **documents: str) -> None:
        for name, text in documents.items():
            (self.news / f"{name}.txt").write_text(text)

    def run(self, *arguments: str) -> Said:
        self._capsys.readouterr()
        code = run_cli([*arguments, "--config", str(self.config)])
        printed = self._capsys.readouterr()
        return Said(code, printed.out, printed.err)


@pytest.fixture
def world(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> World:
    reader = ScriptedReader()
    for module in ("checking", "rejecting"):
        monkeypatch.setattr(f"watcher.app.{module}.LazyWorkshop", lambda _config: reader)
    made = World(tmp_path, capsys)
    made.write(fall=FALL, good=GOOD)
    return made
