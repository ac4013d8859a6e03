"""A small world for the commands: a folder of scripted documents and a configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.commands import NEWS, TERMINAL, Said, command, settings
from tests.fakes import ScriptedReader

if TYPE_CHECKING:
    from pathlib import Path

FALL = "2024-10-01\nSwindon|full_inspection|overall|inadequate|2024-08"
GOOD = "2022-03-01\nLeeds|full_inspection|overall|good|2022-01"


class World:
    """A folder with a configuration and some news, and a way to run commands in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.news = folder / "news"
        self.news.mkdir()
        self.config = folder / "config.toml"
        self.config.write_text(settings(NEWS, TERMINAL))
        self._capsys = capsys

    def write(self, **documents: str) -> None:
        for name, text in documents.items():
            (self.news / f"{name}.txt").write_text(text)

    def run(self, *arguments: str) -> Said:
        return command(self._capsys, *arguments, "--config", self.config)


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
