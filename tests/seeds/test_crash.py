"""The seeds, with the run killed while it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.crash_tools import in_a_child
from tests.seeds.conftest import SEEDS, Desk

if TYPE_CHECKING:
    from pathlib import Path


def filled(folder: Path) -> Desk:
    desk = Desk(folder)
    for path in SEEDS.iterdir():
        desk.put(path.name)
    return desk


def end_of(desk: Desk) -> tuple[Any, ...]:
    with desk.store() as store:
        assert store.intact() == []
        return (
            store.states.all(),
            [event.id for event in store.events.all()],
            sorted(alert.id for alert in store.alerts.all()),
            store.deliveries.counts(),
            store.alerts.unsettled(),
        )


def test_a_run_over_the_seeds_that_is_killed_is_finished_by_the_next(
    desk: Desk,
    tmp_path: Path,
    full_count: bool,  # noqa: FBT001  (a fixture)
) -> None:
    filled(desk.folder)
    desk.check()
    expected = end_of(desk)
    code, statements = in_a_child(filled(tmp_path / "counted").check)
    assert code == 0
    step = 1 if full_count else statements // 25
    for number in range(1, statements + 1, step):
        other = filled(tmp_path / str(number))
        assert in_a_child(other.check, kill_at=number)[0] == -9
        other.check()
        assert end_of(other) == expected, f"killed at {number} of {statements}"
