"""Join the store and the export."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from watcher.errors import UsageError, WatcherError
from watcher.export import Table, datasette_metadata, write
from watcher.store.views import VIEWS, Views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from watcher.config import Config

Over: TypeAlias = "Callable[[str, Iterable[Sequence[object]], int], Iterator[Sequence[object]]]"


def export_tables(
    config: Config, names: Sequence[str], form: str, target: Path | None, over: Over | None = None
) -> str | None:
    """Write views of the database; without names all of them.

    Raises:
        UsageError: when a name is not known, or the target does not fit.
        StoreError: when the database cannot be used.
        WatcherError: when a file cannot be written.
    """
    from watcher.app.wiring import near_hint, open_store_to_read

    for name in names:
        if name not in VIEWS:
            raise UsageError(f"nothing is named {name!r}", hint=near_hint(name, VIEWS))
    with open_store_to_read(config) as store:
        views = Views(store.handle)
        tables = []
        for name in names or VIEWS:
            rows: Iterable[Sequence[object]] = views.rows(name)
            if over is not None:
                rows = over(name, rows, views.count(name))
            tables.append(Table(name=name, columns=views.columns(name), rows=rows))
        return write(form, tables, target)


def write_metadata(config: Config, target: Path) -> None:
    """Write Datasette's metadata for the configured database.

    Raises:
        WatcherError: when the file cannot be written.
    """
    found = datasette_metadata(VIEWS, config.watcher.database.stem)
    try:
        target.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise WatcherError("the metadata cannot be written", resource=str(target)) from error
