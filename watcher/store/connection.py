"""A connection to SQLite whose failures speak the program's own language.

Only what a user can meet is translated: a file that is locked, damaged, unwritable or out of
space. Everything else is a mistake of ours and passes through.
"""

from __future__ import annotations

import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING, Any

from watcher.errors import StoreCorrupt, StoreError, StoreLocked, StoreUnwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sqlite_utils import Database

BUSY_SECONDS = 5.0
"""How long a writer waits for another before it gives up."""

_PRIMARY = 0xFF

_MEANINGS: dict[int, tuple[type[StoreError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        StoreLocked,
        "another program is writing to the database",
        "wait for it to finish, or find it with `fuser`",
    ),
    sqlite3.SQLITE_LOCKED: (StoreLocked, "the database is locked", "try again in a moment"),
    sqlite3.SQLITE_CORRUPT: (
        StoreCorrupt,
        "the database is damaged",
        "restore a backup, or salvage it with `sqlite3 FILE .recover`",
    ),
    sqlite3.SQLITE_NOTADB: (
        StoreCorrupt,
        "the file is not a database",
        "point `database` in the configuration at another file",
    ),
    sqlite3.SQLITE_FULL: (
        StoreUnwritable,
        "no space is left for the database",
        "make room and run the command again: nothing was half written",
    ),
    sqlite3.SQLITE_READONLY: (
        StoreUnwritable,
        "the database cannot be written",
        "check the permissions of the file and of its folder",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        StoreUnwritable,
        "the database cannot be opened",
        "check that its folder exists and can be written",
    ),
    sqlite3.SQLITE_PERM: (
        StoreUnwritable,
        "access to the database is refused",
        "check the permissions of the file",
    ),
    sqlite3.SQLITE_IOERR: (
        StoreUnwritable,
        "reading or writing the database failed",
        "check the disk",
    ),
}


def meaning_of(error: sqlite3.Error, resource: str) -> StoreError | None:
    """Give the error that a user understands, None for one that is not about the file."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    found = _MEANINGS.get(code & _PRIMARY)
    if found is None:
        return None
    kind, message, hint = found
    return kind(message, resource=resource, hint=hint)


class Cursor(sqlite3.Cursor):
    """A cursor that translates the failures of its connection."""

    def execute(self, *args: Any) -> Cursor:
        """Execute one statement."""
        try:
            super().execute(*args)
        except sqlite3.Error as error:
            raise self._translated(error) from error
        return self

    def executemany(self, *args: Any) -> Cursor:
        """Execute one statement for many rows."""
        try:
            super().executemany(*args)
        except sqlite3.Error as error:
            raise self._translated(error) from error
        return self

    def executescript(self, *args: Any) -> Cursor:
        """Execute several statements."""
        try:
            super().executescript(*args)
        except sqlite3.Error as error:
            raise self._translated(error) from error
        return self

    def fetchone(self) -> Any:
        """Fetch the next row."""
        try:
            return super().fetchone()
        except sqlite3.Error as error:
            raise self._translated(error) from error

    def fetchall(self) -> list[Any]:
        """Fetch all rows that are left."""
        try:
            return super().fetchall()
        except sqlite3.Error as error:
            raise self._translated(error) from error

    def __next__(self) -> Any:
        """Give the next row."""
        try:
            return super().__next__()
        except sqlite3.Error as error:
            raise self._translated(error) from error

    def _translated(self, error: sqlite3.Error) -> Exception:
        """Give what to raise: the user's error where there is one, else the error itself."""
        return meaning_of(error, getattr(self.connection, "resource", "database")) or error


class Connection(sqlite3.Connection):
    """A connection whose cursors translate failures; `resource` is named in them."""

    resource: str = "database"

    def cursor(self, factory: Any = Cursor) -> Any:
        """Give a translating cursor."""
        return super().cursor(factory)

    def execute(self, *args: Any) -> Cursor:
        """Execute one statement on a cursor of its own."""
        cursor: Cursor = self.cursor()
        return cursor.execute(*args)

    def executemany(self, *args: Any) -> Cursor:
        """Execute one statement for many rows on a cursor of its own."""
        cursor: Cursor = self.cursor()
        return cursor.executemany(*args)

    def executescript(self, *args: Any) -> Cursor:
        """Execute several statements on a cursor of their own."""
        cursor: Cursor = self.cursor()
        return cursor.executescript(*args)


class Handle:
    """What the parts of the store share: a connection, and sqlite-utils over it.

    Reads go to the connection; sqlite-utils is loaded when something is written, so that a run
    in which nothing happened does not pay for it.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @cached_property
    def db(self) -> Database:
        """The database as sqlite-utils sees it."""
        from sqlite_utils import Database

        return Database(self.connection, execute_plugins=False)

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """Give the rows that a query finds; columns are reached by name."""
        return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> Any:
        """Give the first row that a query finds, None when there is none."""
        return self.connection.execute(sql, values).fetchone()

    def write(self, sql: str, *values: Any) -> int:
        """Execute one statement that writes; give the number of rows it touched."""
        return self.connection.execute(sql, values).rowcount

    def insert(
        self, table: str, rows: Iterable[Mapping[str, Any]], *, ignore: bool = False
    ) -> None:
        """Insert rows; with `ignore` those whose key is there already are passed over."""
        listed = [dict(row) for row in rows]
        if listed:
            self.db.table(table).insert_all(listed, ignore=ignore, batch_size=500)


def connect(path: Path, *, mode: str) -> Connection:
    """Open a database file.

    Args:
        path: The file.
        mode: `rwc` makes it when it is missing, `ro` never writes, `immutable` reads a file
            whose folder cannot be written.

    Raises:
        StoreError: when the file cannot be opened.
    """
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    uri = f"{path.absolute().as_uri()}?{query}"
    return _configured(uri, resource=str(path))


def connect_memory() -> Connection:
    """Open a database that lives only as long as the connection."""
    return _configured("file::memory:", resource="memory")


def _configured(uri: str, *, resource: str) -> Connection:
    try:
        connection = sqlite3.connect(
            uri, timeout=BUSY_SECONDS, isolation_level=None, uri=True, factory=Connection
        )
    except sqlite3.Error as error:
        raise meaning_of(error, resource) or StoreUnwritable(
            "the database cannot be opened", resource=resource
        ) from error
    connection.resource = resource
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection
