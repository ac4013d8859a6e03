"""Killed at any statement that writes and started again, a run ends where it would have ended."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.commands import NEWS, TERMINAL, settings
from tests.crash_tools import at_once, in_a_child
from tests.fakes import ScriptedReader
from watcher.app.checking import CheckRequest, run_check
from watcher.config.load import read_config
from watcher.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.model.alert import Alert

DOCUMENTS = {
    "a": "2022-03-01\nSwindon|full_inspection|overall|good|2022-01",
    "b": "2024-10-01\nSwindon|full_inspection|overall|inadequate|2024-08\n"
    "Leeds|focused_visit|front_door|priority_action|2024-09",
    "c": "2024-10-02\nSwindon|full_inspection|overall|inadequate|2024-08",
    "d": "2024-10-03\nBury|full_inspection|overall|inadequate|2024-08|0.3",
}


@dataclass(frozen=True)
class World:
    folder: Path
    hold_above: int

    def run(self) -> None:
        text = settings(NEWS, TERMINAL, hold_above=self.hold_above)
        run_check(read_config(text, self.folder / "c.toml"), CheckRequest(), self._tell)

    def _tell(self, alerts: tuple[Alert, ...]) -> None:
        with (self.folder / "received").open("a") as file:
            file.writelines(f"{alert.id}\n" for alert in alerts)
            file.flush()
            os.fsync(file.fileno())

    def received(self) -> list[str]:
        path = self.folder / "received"
        return path.read_text().split() if path.exists() else []

    def left(self) -> dict[str, Any]:
        """Give everything that a run leaves, but for the times at which things were written."""
        with Store.open(self.folder / "w.db") as store:
            assert store.intact() == []
            return {
                "documents": sorted((v.path, v.sha256) for v in store.documents.current()),
                "records": sorted(record.id for record in store.records.all()),
                "events": store.events.all(),
                "states": store.states.all(),
                "alerts": sorted(
                    (alert.id, alert.held, alert.headline) for alert in store.alerts.all()
                ),
                "deliveries": store.deliveries.counts(),
                "unsettled": store.alerts.unsettled(),
            }


def world_at(folder: Path, hold_above: int) -> World:
    news = folder / "news"
    news.mkdir(parents=True)
    for name, text in DOCUMENTS.items():
        path = news / f"{name}.txt"
        path.write_text(text)
        os.utime(path, (0, 0))
    return World(folder, hold_above)


@pytest.fixture(autouse=True)
def scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watcher.app.checking.LazyWorkshop", lambda _config: ScriptedReader())


def without_paths(left: dict[str, Any], folder: Path) -> str:
    return repr(left).replace(str(folder), "")


@pytest.mark.parametrize("hold_above", [0, 1], ids=["alerts go", "alerts are a flood"])
def test_a_run_that_is_killed_anywhere_is_finished_by_the_next(
    tmp_path: Path, hold_above: int
) -> None:
    world_at(tmp_path / "first", hold_above).run()  # loads everything before the forks
    whole = world_at(tmp_path / "whole", hold_above)
    code, statements = in_a_child(whole.run)
    assert code == 0
    assert statements > 60
    expected = without_paths(whole.left(), whole.folder)
    for number in range(1, statements + 1):
        world = world_at(tmp_path / str(number), hold_above)
        assert in_a_child(world.run, kill_at=number)[0] == -9
        world.run()
        assert without_paths(world.left(), world.folder) == expected, f"killed at {number}"
        assert set(world.received()) == set(whole.received()), f"killed at {number}"
        assert len(world.received()) <= len(whole.received()) * 2


def test_runs_at_the_same_moment_never_interleave(tmp_path: Path) -> None:
    world_at(tmp_path / "first", 0).run()
    whole = world_at(tmp_path / "whole", 0)
    whole.run()
    for number in range(10):
        world = world_at(tmp_path / str(number), 0)
        codes = at_once(world.run, 3)
        assert 0 in codes
        assert set(codes) <= {0, 75}
        assert sorted(world.received()) == sorted(whole.received())
        assert without_paths(world.left(), world.folder) == without_paths(
            whole.left(), whole.folder
        )
