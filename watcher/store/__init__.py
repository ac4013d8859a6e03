"""Keep everything in SQLite; sqlite-utils lives only here.

`Store` is the facade: its parts (`documents`, `records`, `events`, `states`, `alerts`,
`deliveries`, `meta`) share one connection. Everything that belongs together is written inside
`with store.transaction():`, which begins IMMEDIATE, so that a second writer waits at the start
instead of failing half-way.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from watcher.errors import StoreUnwritable
from watcher.store.alerts import Alerts, Deliveries
from watcher.store.channels import Channels
from watcher.store.connection import Handle, connect, connect_memory
from watcher.store.documents import Documents, Version
from watcher.store.events import Events
from watcher.store.lock import lock_path, run_lock
from watcher.store.meta import Meta
from watcher.store.migrations import MIGRATIONS, migrate, version_of
from watcher.store.outbox import Outbox
from watcher.store.records import Records
from watcher.store.silences import Silences
from watcher.store.sources import Sources
from watcher.store.states import States

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from sqlite_utils import Database

    from watcher.store.connection import Connection

__all__ = ["Store", "Version", "lock_path", "run_lock"]


class Store:
    """The database, opened."""

    def __init__(self, connection: Connection, path: Path | None) -> None:
        self.path = path
        self.handle = Handle(connection)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a database for reading and writing; make it, or bring it up to date.

        Raises:
            StoreError: when it is too new, damaged, locked, or cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnwritable(
                "the folder of the database cannot be made", resource=str(path.parent)
            ) from error
        connection = connect(path, mode="rwc")
        try:
            if version_of(connection) != len(MIGRATIONS):
                connection.execute("PRAGMA journal_mode = WAL")
            migrate(connection, path)
        except BaseException:
            connection.close()
            raise
        return cls(connection, path)

    @classmethod
    def open_to_read(cls, path: Path) -> Store:
        """Open a database to look at it.

        One that does not exist yet is empty; one that cannot be written is read as it is; one
        of an older version is brought up to date first.

        Raises:
            StoreError: when it is too new, damaged or locked.
        """
        if not path.exists():
            return cls.memory()
        try:
            return cls.open(path)
        except StoreUnwritable:
            connection = connect(path, mode="immutable")
            try:
                if version_of(connection) != len(MIGRATIONS):
                    migrate(connection, path)
            except BaseException:
                connection.close()
                raise
            return cls(connection, path)

    @classmethod
    def memory(cls, of: Path | None = None) -> Store:
        """Make a database in memory, empty or as a copy of one on disk.

        A rehearsal runs on the copy and leaves the original untouched.
        """
        connection = connect_memory()
        if of is not None and of.exists():
            original = connect(of, mode="ro")
            try:
                original.backup(connection)
            finally:
                original.close()
        migrate(connection, None)
        return cls(connection, None)

    @property
    def db(self) -> Database:
        """The database as sqlite-utils sees it."""
        return self.handle.db

    @cached_property
    def documents(self) -> Documents:
        """Documents, versions and readings."""
        return Documents(self.handle)

    @cached_property
    def records(self) -> Records:
        """Findings as the history keeps them."""
        return Records(self.handle)

    @cached_property
    def events(self) -> Events:
        """What changed."""
        return Events(self.handle)

    @cached_property
    def states(self) -> States:
        """Where councils stand."""
        return States(self.handle)

    @cached_property
    def alerts(self) -> Alerts:
        """What was told, or is to be told."""
        return Alerts(self.handle)

    @cached_property
    def deliveries(self) -> Deliveries:
        """What is to be sent."""
        return Deliveries(self.handle)

    @cached_property
    def outbox(self) -> Outbox:
        """What is on its way, and what became of it."""
        return Outbox(self.handle, self.alerts)

    @cached_property
    def channels(self) -> Channels:
        """How the channels fare."""
        return Channels(self.handle)

    @cached_property
    def silences(self) -> Silences:
        """What is kept back for a while."""
        return Silences(self.handle)

    @cached_property
    def sources(self) -> Sources:
        """What is remembered of sources."""
        return Sources(self.handle)

    @cached_property
    def meta(self) -> Meta:
        """Single facts about the database itself."""
        return Meta(self.handle)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of what happens inside, or nothing of it.

        Raises:
            StoreError: when the database is locked, unwritable or out of space; nothing of
                what happened inside is kept then.
        """
        connection = self.handle.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def intact(self) -> list[str]:
        """Check the whole file; give what SQLite finds wrong, nothing when all is well."""
        found = [str(row[0]) for row in self.handle.rows("PRAGMA integrity_check")]
        broken = self.handle.rows("PRAGMA foreign_key_check")
        return [line for line in found if line != "ok"] + [
            f"a row of {row[0]} refers to a missing row of {row[2]}" for row in broken
        ]

    def close(self) -> None:
        """Close the connection."""
        self.handle.connection.close()

    def __enter__(self) -> Self:
        """Give the store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection."""
        self.close()
