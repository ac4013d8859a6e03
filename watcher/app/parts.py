"""The parts that a configuration makes: the database, the reader, the rules about alerts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from watcher import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.app.ahead import ReadAhead
    from watcher.config import Config
    from watcher.diff.context import DiffContext
    from watcher.model.event import EventId, RecordId
    from watcher.model.finding import Reading
    from watcher.parse.hints import Hints
    from watcher.pipeline.ingest import Rules
    from watcher.store import Store


def open_store(config: Config) -> Store:
    """Open the database for writing.

    Raises:
        StoreError: when it cannot be used.
    """
    from watcher.store import Store

    return Store.open(config.watcher.database)


class LazyWorkshop:
    """The reader and the reference data, loaded when the first document needs them."""

    def __init__(self, config: Config) -> None:
        self._threshold = config.watcher.threshold
        self.ahead: ReadAhead | None = None

    @property
    def extractor(self) -> str:
        """The version of the rules that documents are read with."""
        return __version__

    @cached_property
    def _context(self) -> Any:
        from watcher.app.reading import reading_context

        return reading_context(self._threshold)

    def look_ahead(self) -> ReadAhead:
        """Begin to read documents ahead; whoever begins closes what this gives."""
        from watcher.app.ahead import ReadAhead

        self.ahead = ReadAhead(self._threshold)
        return self.ahead

    def read(self, body: bytes, hints: Hints) -> Reading:
        """Read one document; what cannot be read is a reading with an error."""
        from watcher.app.reading import read_bytes
        from watcher.parse.notices import CONTENT_TYPE

        if hints.content_type == CONTENT_TYPE:
            from watcher.app.noticing import read_note

            return read_note(body, hints, self._context.register, self._context.rulebook)
        read = self.ahead.take(body, hints) if self.ahead else None
        return read if read is not None else read_bytes(body, hints, self._context)

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
