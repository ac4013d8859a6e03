"""Documents, their versions, and what was read in them."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watcher.model.reading import reading_json
from watcher.store.rows import date_text, stamp

if TYPE_CHECKING:
    from watcher.model.document import Document
    from watcher.model.finding import Reading
    from watcher.model.source import Kept
    from watcher.store.connection import Handle


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a document, as stored."""

    id: int
    key: str
    source: str
    url: str | None
    path: str | None
    title: str
    outlet: str | None
    published: str | None
    sha256: str
    format: str
    text: str
    fetched: str
    current: bool
    published_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that holds what was looked for, and the passage that does."""

    version: Version
    passage: str


_VERSION = """
SELECT v.id, d.key, d.source, d.url, d.path, v.title, v.outlet, v.published, v.sha256, v.format,
       v.text, v.fetched, v.current, v.published_basis
FROM versions v JOIN documents d ON d.id = v.document_id
"""


class Documents:
    """Keep every version of every document, with its bytes and its reading."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def status(self, key: str, sha256: str, hints: str, *, extractor: str) -> str:
        """Tell whether a document is `new`, `changed` or `same`.

        One that could not be read counts as changed when the rules have.
        """
        row = self._handle.row(
            "SELECT d.last_sha256, v.hints, r.error, r.extractor FROM documents d "
            "JOIN versions v ON v.document_id = d.id "
            "LEFT JOIN readings r ON r.version_id = v.id "
            "WHERE d.key = ? AND v.current = 1",
            key,
        )
        if row is None:
            return "new"
        if row["error"] is not None and row["extractor"] != extractor:
            return "changed"
        return "same" if (row["last_sha256"], row["hints"]) == (sha256, hints) else "changed"

    def says_the_same(self, kept: Kept, reading: Reading) -> bool:
        """Tell whether a document reads as its current version does, whatever stands around it."""
        row = self._handle.row(
            "SELECT v.hints, v.text_sha256, r.error FROM documents d "
            "JOIN versions v ON v.document_id = d.id "
            "LEFT JOIN readings r ON r.version_id = v.id "
            "WHERE d.key = ? AND v.current = 1",
            kept.key,
        )
        if row is None or row["error"] is not None or reading.error is not None:
            return False
        return (row["hints"], row["text_sha256"]) == (kept.hints, _text_print(reading.document))

    def touch(self, kept: Kept) -> None:
        """Note that a document was seen again, with other bytes around the same text."""
        self._handle.write(
            "UPDATE documents SET last_sha256 = ?, last_seen = ? WHERE key = ?",
            *(kept.sha256, stamp(kept.seen), kept.key),
        )

    def keep(self, kept: Kept, reading: Reading, *, extractor: str) -> int:
        """Store a version with its reading, make it the current one, and give its id.

        A version that was there before becomes the current one again.
        """
        number = self._document(kept, reading)
        self._handle.write("UPDATE versions SET current = 0 WHERE document_id = ?", number)
        row = self._handle.row(
            "SELECT id FROM versions WHERE document_id = ? AND sha256 = ? AND hints = ?",
            *(number, kept.sha256, kept.hints),
        )
        values = _version_row(number, kept, reading)
        if row is None:
            self._handle.insert("versions", [values])
        else:
            sets = ", ".join(f"{name} = ?" for name in values)
            self._handle.write(
                f"UPDATE versions SET {sets} WHERE id = ?",  # noqa: S608
                *(*values.values(), row["id"]),
            )
        version = self._handle.row(
            "SELECT id FROM versions WHERE document_id = ? AND current = 1", number
        )["id"]
        self._handle.write("DELETE FROM readings WHERE version_id = ?", version)
        read = _reading_row(version, reading, stamp(kept.seen), extractor)
        self._handle.insert("readings", [read])
        return int(version)

    def _document(self, kept: Kept, reading: Reading) -> int:
        """Store what is known of a document whatever its version, and give its number."""
        moment, document = stamp(kept.seen), reading.document
        self._handle.write(
            "INSERT INTO documents(key, source, url, path, last_sha256, first_seen, last_seen) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(key) DO UPDATE SET "
            "last_sha256 = excluded.last_sha256, last_seen = excluded.last_seen, "
            "url = coalesce(excluded.url, url), path = coalesce(excluded.path, path)",
            *(kept.key, kept.source, document.url, document.path, kept.sha256, moment, moment),
        )
        return int(self._handle.row("SELECT id FROM documents WHERE key = ?", kept.key)["id"])

    def version(self, number: int) -> Version | None:
        """Give one version."""
        row = self._handle.row(f"{_VERSION} WHERE v.id = ?", number)
        return None if row is None else _version(row)

    def with_hash(self, sha256: str) -> Version | None:
        """Give the newest version whose bytes have that hash."""
        row = self._handle.row(f"{_VERSION} WHERE v.sha256 = ? ORDER BY v.id DESC", sha256)
        return None if row is None else _version(row)

    def current(self) -> list[Version]:
        """Give the current version of every document, oldest first."""
        rows = self._handle.rows(f"{_VERSION} WHERE v.current = 1 ORDER BY v.id")
        return [_version(row) for row in rows]

    def body(self, version: int) -> bytes:
        """Give the bytes of a version as they were fetched; empty when they are not kept."""
        row = self._handle.row("SELECT body FROM versions WHERE id = ?", version)
        return b"" if row is None or row["body"] is None else zlib.decompress(row["body"])

    def reading(self, version: int) -> dict[str, Any] | None:
        """Give what was read in a version, as `extract` would print it."""
        row = self._handle.row("SELECT reading FROM readings WHERE version_id = ?", version)
        if row is None:
            return None
        shown: dict[str, Any] = json.loads(row["reading"])
        return shown

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Find current versions that hold all the words, in whatever form, best first."""
        terms = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not terms:
            return []
        rows = self._handle.rows(
            "SELECT versions_fts.rowid AS id, "
            "snippet(versions_fts, 1, '', '', '…', 32) AS passage "
            "FROM versions_fts JOIN versions v ON v.id = versions_fts.rowid "
            "WHERE versions_fts MATCH ? AND v.current = 1 ORDER BY rank LIMIT ?",
            *(terms, limit),
        )
        found = ((self.version(row["id"]), row["passage"]) for row in rows)
        return [
            Hit(version=version, passage=passage)
            for version, passage in found
            if version is not None
        ]

    def count(self) -> int:
        """Count the documents."""
        return int(self._handle.row("SELECT count(*) AS n FROM documents")["n"])


def _version(row: Any) -> Version:
    values = {name: row[name] for name in row.keys()}  # noqa: SIM118  (a Row has no items)
    return Version(**{**values, "current": bool(row["current"])})


def _version_row(number: int, kept: Kept, reading: Reading) -> dict[str, Any]:
    document = reading.document
    return {
        "document_id": number,
        "sha256": kept.sha256,
        "hints": kept.hints,
        "text_sha256": _text_print(document),
        "title": document.title,
        "outlet": document.outlet,
        "published": date_text(document.published),
        "published_basis": document.published_basis,
        "format": document.format.value,
        "text": document.text,
        "body": zlib.compress(kept.body),
        "fetched": stamp(kept.seen),
        "current": 1,
    }


def _text_print(document: Document) -> str:
    """Sum up what a document says: its title, date and text without its furniture."""
    said = [document.text[block.start : block.end] for block in document.blocks if block.readable]
    parts = (document.title, str(document.published or ""), *(said or [document.text]))
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()


def _reading_row(version: int, reading: Reading, moment: str, extractor: str) -> dict[str, Any]:
    return {
        "version_id": version,
        "extractor": extractor,
        "read_at": moment,
        "reading": json.dumps(reading_json(reading), ensure_ascii=False),
        "error": reading.error,
    }
