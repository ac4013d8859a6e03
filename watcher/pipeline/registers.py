"""Take one fetch of a register in: compare it with the last, store what is new, remember it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from watcher.diff.register import compare_register
from watcher.diff.register_state import state_from_data, state_to_data

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from watcher.diff import DiffContext
    from watcher.diff.register import Page, RegisterState, SourceWarning
    from watcher.model.alert import Alert
    from watcher.model.event import Event
    from watcher.model.register import RegisterTable
    from watcher.pipeline.ingest import Ingest


class MetaPort(Protocol):
    """Named values that outlive a run."""

    def get(self, key: str) -> str | None:
        """Give a value, None when it was never set."""
        ...

    def put(self, key: str, value: str) -> None:
        """Set a value."""
        ...


class RegisterStore(Protocol):
    """What of the store a register needs beside what ingest does."""

    def transaction(self) -> AbstractContextManager[None]:
        """Write all of what happens inside, or nothing of it."""
        ...

    @property
    def meta(self) -> MetaPort:
        """Named values."""
        ...


def take_register(
    table: RegisterTable,
    page: Page,
    to: tuple[RegisterStore, Ingest],
    context: DiffContext,
    *,
    batch: str | None = None,
) -> tuple[tuple[Event, ...], tuple[Alert, ...], tuple[SourceWarning, ...]]:
    """Store what one fetch of a register adds; give its events, alerts and warnings.

    The records are written before the state: a run that is killed between the two compares the
    same page again and finds the same records, which are stored already.

    Args:
        table: What was parsed.
        page: Where and when it was fetched; its source's name keeps registers apart.
        to: The store, and the ingest that writes to it.
        context: What histories are derived with.
        batch: The fetch whose alerts are to go, or be held as a flood, together.
    """
    store, ingest = to
    before = register_state(store, page.provenance.source)
    found = compare_register(table, before, page, context)
    events, alerts = ingest.records(found.records, batch=batch)
    with store.transaction():
        data = json.dumps(state_to_data(found.state), ensure_ascii=False)
        store.meta.put(_key(page.provenance.source), data)
    return events, alerts, found.warnings


def register_state(store: RegisterStore, source: str) -> RegisterState | None:
    """Give what earlier fetches of a register established, None before the first."""
    kept = store.meta.get(_key(source))
    return None if kept is None else state_from_data(json.loads(kept))


def _key(source: str) -> str:
    return f"register:{source}"
