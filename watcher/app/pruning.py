"""Forget what need not be kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.app.clock import now

if TYPE_CHECKING:
    from watcher.config import Config
    from watcher.store.pruning import Pruned


@dataclass(frozen=True, slots=True, kw_only=True)
class PruneReport:
    """What was forgotten, and the size of the database before and after (bytes)."""

    pruned: Pruned
    before: int
    after: int


def prune(config: Config, *, days: int, rehearse: bool, vacuum: bool) -> PruneReport:
    """Forget what is older than some days and nothing rests on.

    Raises:
        LockHeld: when a run is at work.
        StoreError: when the database cannot be used.
    """
    from watcher.app.wiring import open_store_to_read
    from watcher.store import Store, run_lock
    from watcher.store.pruning import Pruning

    edge = now() - dt.timedelta(days=days)
    path = config.watcher.database
    size = path.stat().st_size if path.exists() else 0
    if rehearse or not path.exists():
        with open_store_to_read(config) as store:
            found = Pruning(store.handle).count(edge)
        return PruneReport(pruned=found, before=size, after=size)
    with run_lock(path), Store.open(path) as store:
        pruning = Pruning(store.handle)
        with store.transaction():
            found = pruning.prune(edge)
        if vacuum:
            pruning.vacuum()
    return PruneReport(pruned=found, before=size, after=path.stat().st_size)
