"""A small watch to examine, and a world in which things can be broken."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from watcher.config import load_config
from watcher.doctor import Level, World, examine
from watcher.doctor.world import Handshake

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.doctor import Line

NOW = dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC)
NEWS = "2024-10-01: an article that says nothing of note about any council."
CONFIG = """
[watcher]
database = "w.db"

[[source]]
name = "news"
type = "file"
path = "news"
"""
CHANNELS = """
[[source]]
name = "feed"
type = "feed"
url = "https://feeds.example.org/all.xml"

[[notify]]
name = "mail"
type = "email"
host = "mail.example.org"
sender = "watcher@example.org"
to = ["you@example.org"]
username = "me"
password = { env = "NO_SUCH_VARIABLE_HERE" }

[[notify]]
name = "hook"
type = "webhook"
url = "https://hook.example.org/secret-path"
secrets = []

[[notify]]
name = "run"
type = "command"
command = ["no-such-program-anywhere"]

[groups]
mine = ["Swindon", "Swindn"]
"""


class FakeWorld(World):
    """A world in which what is listed is broken."""

    def __init__(self, *broken: str, free: int = 10**10, days: int = 90) -> None:
        self._broken, self._free, self._days = set(broken), free, days

    def addresses(self, host: str) -> int:
        if f"dns {host}" in self._broken:
            raise OSError("name not known")
        return 1

    def handshake(self, host: str, port: int, ca_file: Path | None = None) -> Handshake:
        del port, ca_file
        if f"tls {host}" in self._broken:
            raise OSError("certificate verify failed")
        return Handshake(protocol="TLSv1.3", ends=NOW + dt.timedelta(days=self._days))

    def connect(self, host: str, port: int) -> None:
        del port
        if f"tcp {host}" in self._broken:
            raise OSError("refused")

    def free(self, folder: Path) -> int:
        del folder
        return self._free


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(NEWS, encoding="utf-8")
    path = tmp_path / "config.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return path


def lines(config: Path, world: World | None = None, now: dt.datetime = NOW) -> list[Line]:
    return list(examine(load_config(config), world or FakeWorld(), now))


def of(found: list[Line], check: str) -> list[tuple[Level, str]]:
    return [(line.level, line.text) for line in found if line.check == check]
