"""Join the parts: Config -> store, sources, reader, rules, notifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.app.clock import environment, now
from watcher.app.near import near_hint
from watcher.app.parts import LazyWorkshop, open_store, rules_of

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.config import Config
    from watcher.pipeline.ingest import Ingest
    from watcher.store import Store

__all__ = [
    "LazyWorkshop",
    "begin",
    "configured",
    "near_hint",
    "open_store",
    "open_store_to_read",
    "rules_of",
]


def configured(named: Path | None) -> Config:
    """Load the configuration that is named, else the one that is found.

    Raises:
        ConfigError: when there is none, or it cannot be used.
    """
    from watcher.config import load_config, locate_config

    return load_config(locate_config(named, environment("WATCHER_CONFIG")))


def open_store_to_read(config: Config) -> Store:
    """Open the database to look at it; one that does not exist holds the baseline alone.

    Raises:
        StoreError: when it cannot be used.
    """
    from watcher.store import Store

    store = Store.open_to_read(config.watcher.database)
    if store.path is None:
        from watcher.pipeline.ingest import Ingest

        begin(store, Ingest(store, LazyWorkshop(config), rules_of(config), now), config)
    return store


def begin(store: Store, ingest: Ingest, config: Config) -> None:
    """Let a new database begin with what was known before, in silence."""
    if config.watcher.baseline == "none" or store.meta.get("baseline_date") is not None:
        return
    from watcher.app.importing import seed

    seed(store, ingest, config)
