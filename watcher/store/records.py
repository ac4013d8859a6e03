"""Records: findings as the history keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.store.rows import instant, record_of, record_row, stamp

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.model.council import LineageKey
    from watcher.model.event import Record, RecordId
    from watcher.store.connection import Handle


_FIRST = frozenset({"id", "seen", "source", "silent"})
"""What a record keeps from the first time it was seen."""


class Records:
    """Keep records; what is taken back is retired, never deleted."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def add(self, records: Iterable[Record], *, version: int | None) -> tuple[RecordId, ...]:
        """Store records; give the ids of those that count from now on and did not before.

        One that is stored already takes the new reading's values, but stays as old as it is;
        if it was superseded, it counts again. What a person rejected stays rejected.
        """
        fresh: list[RecordId] = []
        for record in {record.id: record for record in records}.values():
            row = self._handle.row("SELECT retired FROM records WHERE id = ?", record.id)
            if row is None:
                self._handle.insert("records", [{**record_row(record), "version_id": version}])
                fresh.append(record.id)
                continue
            self._update(record, version)
            if row["retired"] == "superseded":
                self._handle.write(
                    "UPDATE records SET retired = NULL, retired_at = NULL WHERE id = ?", record.id
                )
                fresh.append(record.id)
        return tuple(fresh)

    def _update(self, record: Record, version: int | None) -> None:
        values = record_row(record)
        kept = {name: values[name] for name in values if name not in _FIRST}
        if version is not None:
            kept["version_id"] = version
        sets = ", ".join(f'"{name}" = ?' for name in kept)
        self._handle.write(
            f"UPDATE records SET {sets} WHERE id = ?",  # noqa: S608
            *(*kept.values(), record.id),
        )

    def newest(self) -> dt.datetime | None:
        """Tell when the latest record became known."""
        row = self._handle.row("SELECT max(seen) AS seen FROM records")
        return instant(row["seen"]) if row["seen"] else None

    def of_lineage(self, lineage: LineageKey) -> tuple[Record, ...]:
        """Give the records of a lineage that count, in the order in which they became known."""
        rows = self._handle.rows(
            "SELECT * FROM records WHERE lineage = ? AND retired IS NULL ORDER BY seq", lineage
        )
        return tuple(record_of(row) for row in rows)

    def all(self) -> tuple[Record, ...]:
        """Give every record that counts, in the order in which they became known."""
        rows = self._handle.rows("SELECT * FROM records WHERE retired IS NULL ORDER BY seq")
        return tuple(record_of(row) for row in rows)

    def get(self, record: RecordId) -> Record | None:
        """Give one record, also a retired one."""
        row = self._handle.row("SELECT * FROM records WHERE id = ?", record)
        return None if row is None else record_of(row)

    def version_of(self, record: RecordId) -> int | None:
        """Give the version of the document that a record was read in."""
        row = self._handle.row("SELECT version_id FROM records WHERE id = ?", record)
        return None if row is None else row["version_id"]

    def of_document(self, key: str, *, rejected: bool = False) -> tuple[Record, ...]:
        """Give the records that were read in any version of a document and still count.

        With `rejected`, give those instead that a person has rejected.
        """
        rows = self._handle.rows(
            "SELECT r.* FROM records r JOIN versions v ON v.id = r.version_id "
            "JOIN documents d ON d.id = v.document_id "
            "WHERE d.key = ? AND r.retired IS ? ORDER BY r.seq",
            *(key, "rejected" if rejected else None),
        )
        return tuple(record_of(row) for row in rows)

    def retire(self, records: Iterable[RecordId], *, why: str, now: dt.datetime) -> None:
        """Let records count for nothing from now on.

        Args:
            records: Which.
            why: `superseded` by a newer version of their document, or `rejected` by a person.
            now: When.
        """
        for record in records:
            self._handle.write(
                "UPDATE records SET retired = ?, retired_at = ? WHERE id = ?",
                *(why, stamp(now), record),
            )

    def accept(self, records: Iterable[RecordId]) -> None:
        """Let records count that were held because the reader was not sure of them."""
        for record in records:
            self._handle.write("UPDATE records SET held = 0 WHERE id = ?", record)

    def retired(self, record: RecordId) -> str | None:
        """Tell why a record does not count, None when it does."""
        row = self._handle.row("SELECT retired FROM records WHERE id = ?", record)
        return None if row is None else row["retired"]

    def lineages(self) -> tuple[LineageKey, ...]:
        """Give every lineage that has a record that counts."""
        rows = self._handle.rows(
            "SELECT DISTINCT lineage FROM records WHERE retired IS NULL ORDER BY lineage"
        )
        return tuple(row["lineage"] for row in rows)
