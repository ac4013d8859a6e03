"""One run of `watcher import`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.app.clock import now
from watcher.app.importing import Imported, take_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.config import Config


def import_all(config: Config, specs: Iterable[str]) -> tuple[Imported, ...]:
    """Take in several baselines or registers.

    Raises:
        LockHeld: when a run is at work.
        UsageError: when a file does not exist.
        DocumentError: when a file is no table of grades.
    """
    from watcher.app.parts import LazyWorkshop, open_store, rules_of
    from watcher.pipeline.ingest import Ingest
    from watcher.store import run_lock

    with run_lock(config.watcher.database), open_store(config) as store:
        ingest = Ingest(store, LazyWorkshop(config), rules_of(config), now)
        return tuple(take_in(spec, store, ingest) for spec in specs)
