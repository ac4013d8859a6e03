"""In whatever order the articles come, the end is the same."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from tests.seeds.conftest import SEEDS, Desk

if TYPE_CHECKING:
    from pathlib import Path

NAMES = tuple(sorted(path.name for path in SEEDS.iterdir()))


def end_of(desk: Desk) -> dict[str, Any]:
    """Give states, timeline and events with their ids; only `late` may depend on the order."""
    with desk.store() as store:
        events = store.events.all()
        return {
            "states": store.states.all(),
            "timeline": [event.id for event in events],
            "events": {
                event.id: (
                    event.council, event.kind, event.regime, event.area, event.change,
                    event.before, event.after, event.severity, event.status, event.published,
                    sorted(event.records), sorted(c.quote for c in event.citations),
                )
                for event in events
            },
        }  # fmt: skip


@pytest.mark.parametrize("first", NAMES, ids=lambda name: name[:3])
def test_all_orders_in_separate_runs_leave_the_same(desk: Desk, tmp_path: Path, first: str) -> None:
    for name in NAMES:
        desk.put(name)
    desk.check()
    expected = end_of(desk)
    assert len(expected["states"]) > 30
    rest = [name for name in NAMES if name != first]
    for order in permutations(rest):
        other = Desk(tmp_path / "-".join(name[:3] for name in order))
        for name in (first, *order):
            other.put(name)
            other.check()
        assert end_of(other) == expected, f"in the order {first}, {', '.join(order)}"
        assert len({alert.id for alert in other.told}) == len(other.told)
