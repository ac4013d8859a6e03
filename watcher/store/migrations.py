"""The schema, grown one function at a time: append at the end, never edit what was released.

`PRAGMA user_version` counts the functions that a database has been through. Each runs in the
transaction that also raises the count, so a migration is done or not done, never half done.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from watcher.errors import StoreTooNew

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from watcher.store.connection import Connection

    Migration = Callable[[Connection], None]

_DOCUMENTS = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  url TEXT,
  path TEXT,
  last_sha256 TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_source ON documents(source);
CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  hints TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT,
  published TEXT,
  published_basis TEXT,
  format TEXT NOT NULL,
  text TEXT NOT NULL,
  body BLOB,
  fetched TEXT NOT NULL,
  current INTEGER NOT NULL DEFAULT 1,
  UNIQUE (document_id, sha256, hints)
) STRICT;
CREATE INDEX versions_by_hash ON versions(sha256);
CREATE TABLE readings (
  version_id INTEGER PRIMARY KEY REFERENCES versions(id) ON DELETE CASCADE,
  extractor TEXT NOT NULL,
  read_at TEXT NOT NULL,
  reading TEXT NOT NULL,
  error TEXT
) STRICT;
CREATE VIRTUAL TABLE versions_fts USING fts5(
  title, text, content='versions', content_rowid='id', tokenize='porter unicode61'
);
CREATE TRIGGER versions_insert AFTER INSERT ON versions BEGIN
  INSERT INTO versions_fts(rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER versions_delete AFTER DELETE ON versions BEGIN
  INSERT INTO versions_fts(versions_fts, rowid, title, text)
  VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER versions_update AFTER UPDATE OF title, text ON versions BEGIN
  INSERT INTO versions_fts(versions_fts, rowid, title, text)
  VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO versions_fts(rowid, title, text) VALUES (new.id, new.title, new.text);
END;
"""

_HISTORY = """
CREATE TABLE records (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version_id INTEGER REFERENCES versions(id) ON DELETE SET NULL,
  council_code TEXT NOT NULL,
  council_name TEXT NOT NULL,
  lineage TEXT NOT NULL,
  role TEXT NOT NULL,
  kind TEXT NOT NULL,
  regime TEXT,
  area TEXT NOT NULL,
  outcome TEXT NOT NULL,
  direction TEXT NOT NULL,
  previous_outcome TEXT,
  previous_when TEXT,
  "when" TEXT,
  when_end TEXT,
  published TEXT,
  status TEXT NOT NULL,
  origin TEXT NOT NULL,
  "order" INTEGER,
  severity INTEGER,
  confidence REAL NOT NULL,
  adverse INTEGER NOT NULL,
  silent INTEGER NOT NULL,
  held INTEGER NOT NULL,
  seen TEXT NOT NULL,
  source TEXT NOT NULL,
  citations TEXT NOT NULL,
  retired TEXT,
  retired_at TEXT
) STRICT;
CREATE INDEX records_by_lineage ON records(lineage, seq);
CREATE INDEX records_by_version ON records(version_id);
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  council_code TEXT NOT NULL,
  council_name TEXT NOT NULL,
  lineage TEXT NOT NULL,
  kind TEXT NOT NULL,
  regime TEXT,
  area TEXT NOT NULL,
  change TEXT NOT NULL,
  before_outcome TEXT,
  before_when TEXT,
  after_outcome TEXT NOT NULL,
  after_when TEXT,
  severity INTEGER,
  status TEXT NOT NULL,
  late INTEGER NOT NULL,
  silent INTEGER NOT NULL,
  held INTEGER NOT NULL,
  published TEXT,
  citations TEXT NOT NULL,
  inspection TEXT NOT NULL,
  ended TEXT,
  first_seen TEXT NOT NULL,
  withdrawn TEXT,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX events_by_lineage ON events(lineage, position);
CREATE TABLE event_records (
  event_id TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  record_id TEXT NOT NULL REFERENCES records(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (event_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_records_by_record ON event_records(record_id);
CREATE TABLE council_states (
  lineage TEXT PRIMARY KEY,
  council_code TEXT NOT NULL,
  council_name TEXT NOT NULL,
  headline_outcome TEXT,
  headline_status TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE area_states (
  lineage TEXT NOT NULL REFERENCES council_states(lineage) ON DELETE CASCADE,
  area TEXT NOT NULL,
  outcome TEXT NOT NULL,
  "when" TEXT,
  published TEXT,
  kind TEXT NOT NULL,
  regime TEXT,
  status TEXT NOT NULL,
  url TEXT,
  record TEXT NOT NULL,
  PRIMARY KEY (lineage, area)
) STRICT, WITHOUT ROWID;
CREATE TABLE signals (
  lineage TEXT NOT NULL REFERENCES council_states(lineage) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  intervention INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  "when" TEXT,
  published TEXT,
  severity INTEGER,
  status TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (lineage, position)
) STRICT, WITHOUT ROWID;
"""

_ALERTS = """
CREATE TABLE alerts (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  council_code TEXT NOT NULL,
  council_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  change TEXT NOT NULL,
  severity INTEGER NOT NULL,
  headline TEXT NOT NULL,
  status TEXT NOT NULL,
  "when" TEXT,
  published TEXT,
  raised TEXT NOT NULL,
  reason TEXT NOT NULL,
  held INTEGER NOT NULL,
  batch TEXT,
  acknowledged TEXT,
  note TEXT,
  rejected TEXT,
  rejected_reason TEXT
) STRICT;
CREATE INDEX alerts_by_council ON alerts(council_code);
CREATE TABLE alert_events (
  alert_id TEXT NOT NULL REFERENCES alerts(id) ON DELETE CASCADE,
  event_id TEXT NOT NULL REFERENCES events(id),
  position INTEGER NOT NULL,
  told TEXT NOT NULL,
  PRIMARY KEY (alert_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_events_by_event ON alert_events(event_id);
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  alert_id TEXT NOT NULL REFERENCES alerts(id),
  notifier TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'dead', 'muted')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try TEXT,
  last_error TEXT,
  response TEXT,
  duration REAL,
  created TEXT NOT NULL,
  sent TEXT
) STRICT;
CREATE INDEX deliveries_due ON deliveries(state, next_try);
CREATE INDEX deliveries_by_alert ON deliveries(alert_id);
"""


def _start(connection: Connection) -> None:
    """Make the tables of documents, history, alerts and deliveries."""
    for script in (_DOCUMENTS, _HISTORY, _ALERTS):
        run_script(connection, script)


_OUTBOX = """
CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  notifier TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT '',
  thread TEXT,
  only_events TEXT,
  recipients TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'dead', 'dropped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try TEXT,
  last_error TEXT,
  created TEXT NOT NULL,
  finished TEXT
) STRICT;
CREATE INDEX messages_due ON messages(state, next_try);
CREATE TABLE attempts (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
  started TEXT NOT NULL,
  duration REAL NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'partly', 'failed', 'refused')),
  status INTEGER,
  error TEXT,
  answer TEXT
) STRICT;
CREATE INDEX attempts_by_message ON attempts(message_id);
CREATE TABLE silences (
  id INTEGER PRIMARY KEY,
  target TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  reason TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;
CREATE TABLE channels (
  notifier TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  since TEXT NOT NULL,
  told INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE held_notices (
  alert_id TEXT PRIMARY KEY REFERENCES alerts(id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
ALTER TABLE deliveries ADD COLUMN message_id INTEGER REFERENCES messages(id);
ALTER TABLE deliveries ADD COLUMN silence_id INTEGER REFERENCES silences(id);
ALTER TABLE deliveries ADD COLUMN note TEXT;
CREATE INDEX deliveries_by_message ON deliveries(message_id);
"""


def _outbox(connection: Connection) -> None:
    """Make the tables of messages, attempts, silences and the health of channels."""
    run_script(connection, _OUTBOX)


def _sources(connection: Connection) -> None:
    """Remember pages, robots.txt, the health of sources, and what was said of it."""
    from watcher.store.sources import SCHEMA

    run_script(connection, SCHEMA)


def _views(connection: Connection) -> None:
    """Make the views that others may rely on."""
    from watcher.store.views import SCHEMA

    run_script(connection, SCHEMA)


MIGRATIONS: tuple[Migration, ...] = (_start, _outbox, _sources, _views)
"""Append a new migration at the end; the position is its number."""


def run_script(connection: Connection, script: str) -> None:
    """Execute several statements inside the transaction that is open.

    `executescript` would commit it first.
    """
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if statement.strip():
        connection.execute(statement)


def version_of(connection: Connection) -> int:
    """Give the number of migrations that the database has been through."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: Connection, path: Path | None) -> None:
    """Bring a database to today's schema.

    A database that already holds something is copied to `<name>.v<version>.bak` first.

    Raises:
        StoreTooNew: when a later version of the program made it.
    """
    version = version_of(connection)
    if version > len(MIGRATIONS):
        raise StoreTooNew(
            f"made by a later version of the program (schema {version}, "
            f"this one knows {len(MIGRATIONS)})",
            resource=str(path or "memory"),
            hint="upgrade watcher, or point `database` at another file",
        )
    if version == len(MIGRATIONS):
        return
    if version and path is not None:
        _back_up(connection, path.with_name(f"{path.name}.v{version}.bak"))
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(version_of(connection), len(MIGRATIONS)):
            MIGRATIONS[number](connection)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _back_up(connection: Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
