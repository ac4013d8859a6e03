"""Join the parts: Config -> store, sources, reader, rules, notifiers."""

from __future__ import annotations

import importlib
from functools import cached_property
from typing import TYPE_CHECKING, Any

from watcher import __version__
from watcher.app.clock import environment, now
from watcher.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from watcher.config import Config
    from watcher.diff.context import DiffContext
    from watcher.model.event import EventId, RecordId
    from watcher.model.finding import Reading
    from watcher.parse.hints import Hints
    from watcher.pipeline.ingest import Ingest, Rules
    from watcher.pipeline.ports import Source
    from watcher.store import Store


def configured(named: Path | None) -> Config:
    """Load the configuration that is named, else the one that is found.

    Raises:
        ConfigError: when there is none, or it cannot be used.
    """
    from watcher.config import load_config, locate_config

    return load_config(locate_config(named, environment("WATCHER_CONFIG")))


def open_store(config: Config) -> Store:
    """Open the database for writing.

    Raises:
        StoreError: when it cannot be used.
    """
    from watcher.store import Store

    return Store.open(config.watcher.database)


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


class LazyWorkshop:
    """The reader and the reference data, loaded when the first document needs them."""

    def __init__(self, config: Config) -> None:
        self._threshold = config.watcher.threshold

    @property
    def extractor(self) -> str:
        """The version of the rules that documents are read with."""
        return __version__

    @cached_property
    def _context(self) -> Any:
        from watcher.app.reading import reading_context

        return reading_context(self._threshold)

    def read(self, body: bytes, hints: Hints) -> Reading:
        """Read one document; what cannot be read is a reading with an error."""
        from watcher.app.reading import read_bytes

        return read_bytes(body, hints, self._context)

    def diff(self, known: Mapping[RecordId, EventId]) -> DiffContext:
        """Give what histories are derived with."""
        from watcher.diff import DiffContext
        from watcher.reference import load_register, load_rulebook

        return DiffContext(register=load_register(), rulebook=load_rulebook(), known=known)


def rules_of(config: Config) -> Rules:
    """Give what the user decided about alerts."""
    from watcher.alerting.policy import Policy
    from watcher.app.routes import Routing
    from watcher.pipeline.ingest import Rules

    table, routing = config.watcher, Routing(config)
    return Rules(
        policy=Policy(
            minimum=table.minimum_severity,
            max_age=table.max_age,
            improvements=routing.improvements,
        ),
        hold_above=table.hold_above,
        notifiers=routing.notifiers,
    )


def sources_of(config: Config, names: Iterable[str]) -> tuple[Source, ...]:
    """Build the sources of those names, all of them when no name is given.

    Raises:
        UsageError: when there is no source of that name.
    """
    wanted = tuple(names)
    known = [source.name for source in config.sources]
    for name in wanted:
        if name not in known:
            raise UsageError(f"no source is named {name!r}", hint=near_hint(name, known))
    return tuple(
        _source(source.name, source.type, source.options)
        for source in config.sources
        if not wanted or source.name in wanted
    )


def _source(name: str, kind: str, options: Any) -> Source:
    from watcher.fetch import SOURCE_KINDS

    module, attribute = SOURCE_KINDS[kind][1].split(":")
    built: Source = getattr(importlib.import_module(module), attribute)(name, options)
    return built


def near_hint(name: str, known: Iterable[str]) -> str:
    """Say what was probably meant, else what there is."""
    import difflib

    listed = list(known)
    near = difflib.get_close_matches(name, listed, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"known: {', '.join(listed)}" if listed else ""
