"""Run every check, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.doctor import machine, network, setup
from watcher.doctor.line import problem
from watcher.errors import StoreError, WatcherError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from watcher.config import Config
    from watcher.doctor.line import Line, Patient
    from watcher.doctor.world import World
    from watcher.store import Store

CHECKS: tuple[Callable[[Patient], Iterator[Line]], ...] = (
    machine.python,
    machine.sqlite,
    setup.configuration,
    setup.groups,
    setup.extras,
    setup.secrets,
    machine.permissions,
    machine.folders,
    machine.disk,
    machine.clock,
    machine.time_zone,
    setup.database,
    setup.baseline,
    setup.waiting,
    network.names,
    network.certificates,
    network.sources,
    network.notifiers,
)


def examine(
    config: Config, world: World, now: dt.datetime, *, offline: bool = False
) -> tuple[Line, ...]:
    """Examine a watch; whatever is wrong with it is a line of the answer."""
    from watcher.doctor.line import Patient

    lines: list[Line] = []
    store = _opened(config, lines)
    patient = Patient(config=config, store=store, world=world, now=now, offline=offline)
    try:
        for check in CHECKS:
            try:
                lines.extend(check(patient))
            except (WatcherError, OSError) as error:
                hint = getattr(error, "hint", "") or "see docs/operator.md"
                lines.append(problem(check.__name__.replace("_", " "), str(error), hint))
    finally:
        if store is not None:
            store.close()
    return tuple(lines)


def _opened(config: Config, lines: list[Line]) -> Store | None:
    from watcher.app.wiring import open_store_to_read

    if not config.watcher.database.exists():
        return None
    try:
        return open_store_to_read(config)
    except StoreError as error:
        lines.append(problem("database", str(error), error.hint))
        return None
