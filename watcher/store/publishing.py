"""What the static site asks of the database, in few queries over many rows.

A fingerprint changes whenever anything changes that a page shows: so a page is made again when,
and only when, it would come out differently.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from watcher.model.council import LineageKey
from watcher.model.event import AlertId, EventId
from watcher.model.publishing import AlertLine, Proof, SourceLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from watcher.model.event import Citation
    from watcher.store.connection import Handle

_LINEAGES = {
    "events": (
        "id position council_code kind regime area change before_outcome before_when "
        "after_outcome after_when severity status late silent held published citations ended "
        "withdrawn"
    ),
    "area_states": "area outcome when published kind regime status url",
    "signals": "position intervention outcome area kind when published severity status",
    "council_states": "council_code headline_outcome headline_status",
}
"""Table -> the columns that pages show, the first of which orders its rows."""

_ALERTS = """
SELECT a.id, a.council_code, a.council_name, a.change, a.severity, a.headline, a.status, a."when",
       a.published, a.raised, a.reason, a.rejected_reason,
       (SELECT group_concat(x.told, char(31)) FROM alert_events x WHERE x.alert_id = a.id) AS told,
       (SELECT group_concat(x.event_id, ' ') FROM alert_events x WHERE x.alert_id = a.id) AS events
FROM alerts a WHERE a.held = 0 AND a.batch IS NULL AND a.reason <> 'ops' ORDER BY a.seq
"""


class Publishing:
    """Answers what the static site asks."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def fingerprints(self) -> Mapping[LineageKey, str]:
        """Give one fingerprint for each lineage of which anything is known."""
        hashes: dict[str, blake2b] = {}
        for table, columns in _LINEAGES.items():
            for lineage, said in self._handle.connection.execute(_said(table, columns.split())):
                if lineage not in hashes:
                    hashes[lineage] = blake2b(digest_size=12)
                hashes[lineage].update(said.encode())
        return {LineageKey(lineage): found.hexdigest() for lineage, found in hashes.items()}

    def alert_lines(self) -> tuple[AlertLine, ...]:
        """Give the alerts that are not held, oldest first; word about the watch is left out."""
        return tuple(
            AlertLine(
                id=AlertId(row["id"]),
                council_code=row["council_code"],
                council=row["council_name"],
                change=row["change"],
                severity=row["severity"],
                headline=row["headline"],
                status=row["status"],
                when=row["when"],
                published=row["published"],
                raised=row["raised"],
                reason=row["reason"],
                rejected=row["rejected_reason"],
                events=tuple(EventId(name) for name in (row["events"] or "").split()),
                fingerprint=_digest(str(value) for value in row),
            )
            for row in self._handle.rows(_ALERTS)
        )

    def source_facts(self) -> Mapping[str, SourceLine]:
        """Give how each source is doing that was ever visited, by its name."""
        rows = self._handle.rows(
            "SELECT d.source, count(*) AS documents, max(d.first_seen) AS first_seen, "
            "max(d.last_seen) AS last_seen FROM documents d GROUP BY d.source"
        )
        found = {
            row["source"]: SourceLine(
                name=row["source"],
                type="",
                state="ok",
                last_good=row["last_seen"],
                last_new=row["first_seen"],
                documents=row["documents"],
            )
            for row in rows
        }
        for row in self._handle.rows(
            "SELECT source, state, last_good, last_new, error FROM source_health"
        ):
            known = found.get(row["source"])
            found[row["source"]] = SourceLine(
                name=row["source"],
                type="",
                state=row["state"],
                last_good=row["last_good"],
                last_new=row["last_new"] or (known.last_new if known else None),
                documents=known.documents if known else 0,
                error=row["error"] or None,
            )
        return found

    def proof(self, citation: Citation) -> Proof | None:
        """Give what is kept of a quotation's document; None when it came from no document."""
        if not citation.sha256:
            return None
        row = self._handle.row(
            "SELECT sha256, fetched, published, substr(text, ?, ?) = ? AS stands "
            "FROM versions WHERE sha256 = ? ORDER BY id DESC LIMIT 1",
            *(citation.start + 1, citation.end - citation.start, citation.quote, citation.sha256),
        )
        if row is None:
            return None
        return Proof(
            sha256=row["sha256"],
            fetched=row["fetched"],
            published=row["published"],
            stands=bool(row["stands"]),
        )


def _said(table: str, columns: list[str]) -> str:
    """Write the query that gives each row of a table as one text."""
    joined = " || char(31) || ".join(f"ifnull(\"{name}\", '')" for name in columns)
    return f'SELECT lineage, {joined} FROM {table} ORDER BY lineage, "{columns[0]}"'  # noqa: S608


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=12).hexdigest()
