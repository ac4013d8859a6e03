"""What the history is derived with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from watcher.model.council import Register
    from watcher.model.event import EventId, RecordId
    from watcher.model.framework import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffContext:
    """Hold the reference data, and the ids that earlier derivations gave.

    `known` maps a record to the event it was last part of: so an event that gains a better
    date, a second outlet or the official report keeps its id.
    """

    register: Register
    rulebook: Rulebook
    known: Mapping[RecordId, EventId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Say where a document came from and when it became known here.

    `silent` marks what is loaded without news value: a baseline, a register's first page.
    """

    seen: dt.datetime
    source: str = ""
    silent: bool = False
