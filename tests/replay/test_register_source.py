"""A register that is watched: its state outlives the run."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.diff.builders import CONTEXT
from tests.diff.test_register import COLUMNS, FALLEN, KENT, LEEDS, Row
from tests.fakes import START, StepClock, make_ingest
from watcher.diff import Provenance
from watcher.diff.register import Page
from watcher.model.register import RegisterTable
from watcher.pipeline.registers import register_state, take_register
from watcher.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.diff.register import SourceWarning
    from watcher.model.alert import Alert


def fetch(path: Path, day: int, *rows: Row) -> tuple[tuple[Alert, ...], tuple[SourceWarning, ...]]:
    """Run once: open the database, take a fetch in, close it."""
    at = START + dt.timedelta(days=day)
    page = Page(provenance=Provenance(seen=at, source="grades"), url="https://grades.example/")
    table = RegisterTable(rows=tuple(row.parsed() for row in rows), columns=COLUMNS)
    with Store.open(path) as store:
        ingest = make_ingest(store, clock=StepClock(at))
        _, alerts, warnings = take_register(table, page, (store, ingest), CONTEXT)
    return alerts, warnings


def test_a_register_is_compared_across_runs(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    assert fetch(path, 0, KENT, LEEDS) == ((), ())
    alerts, warnings = fetch(path, 1, FALLEN, LEEDS)
    assert [alert.council.name for alert in alerts] == ["Kent"]
    assert warnings == ()
    assert fetch(path, 2, FALLEN, LEEDS) == ((), ())


def test_a_run_that_was_killed_before_the_state_was_kept_tells_nothing_twice(
    tmp_path: Path,
) -> None:
    path = tmp_path / "w.db"
    fetch(path, 0, KENT)
    with Store.open(path) as store:
        kept = store.meta.get("register:grades")
    assert len(fetch(path, 1, FALLEN)[0]) == 1
    with Store.open(path) as store, store.transaction():
        assert kept is not None
        store.meta.put("register:grades", kept)
    assert fetch(path, 2, FALLEN) == ((), ())


def test_a_register_that_was_never_fetched_has_no_state(tmp_path: Path) -> None:
    with Store.open(tmp_path / "w.db") as store:
        assert register_state(store, "grades") is None
