"""Views for people who look at the database with sqlite-utils, Datasette or any SQL client.

They are the part of the schema that others may rely on: a column is added, never taken away.
What each of them holds stands here once, for the documentation and for Datasette's metadata.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from watcher.store.connection import Handle

_SEVERITY = (
    "CASE {0} WHEN 1 THEN 'low' WHEN 2 THEN 'medium' WHEN 3 THEN 'high' WHEN 4 THEN 'critical' END"
)


def _area(area: str) -> str:
    return (
        f"max(CASE WHEN a.area = '{area}' THEN a.outcome END) AS {area},\n"
        f"  max(CASE WHEN a.area = '{area}' THEN a.\"when\" END) AS {area}_when"
    )


_AREAS = (
    "overall",
    "leaders",
    "help_and_protection",
    "children_in_care",
    "care_leavers",
    "children_in_care_and_care_leavers",
    "send",
)

SCHEMA = f"""
CREATE VIEW council_grades AS
SELECT c.council_code AS code, c.council_name AS council, c.headline_outcome AS headline,
  c.headline_status AS headline_status,
  {", ".join(_area(area) for area in _AREAS)},
  (SELECT outcome FROM signals s WHERE s.lineage = c.lineage AND s.intervention = 1)
    AS intervention
FROM council_states c LEFT JOIN area_states a ON a.lineage = c.lineage
GROUP BY c.lineage;
CREATE VIEW judgements AS
SELECT c.council_code AS code, c.council_name AS council, a.area, a.outcome, a."when",
  a.published, a.kind, a.regime, a.status, a.url
FROM area_states a JOIN council_states c ON c.lineage = a.lineage;
CREATE VIEW signal_list AS
SELECT c.council_code AS code, c.council_name AS council, s.outcome, s.area, s.kind, s."when",
  s.published, {_SEVERITY.format("s.severity")} AS severity, s.status, s.intervention
FROM signals s JOIN council_states c ON c.lineage = s.lineage;
CREATE VIEW timeline AS
SELECT e.id, e.council_code AS code, e.council_name AS council, e.kind, e.regime, e.area, e.change,
  e.before_outcome AS was, e.before_when AS was_when, e.after_outcome AS found,
  e.after_when AS found_when, e.published, {_SEVERITY.format("e.severity")} AS severity, e.status,
  e.late, e.held, e.inspection, e.first_seen,
  json_extract(e.citations, '$[0].quote') AS quote,
  json_extract(e.citations, '$[0].url') AS url
FROM events e WHERE e.withdrawn IS NULL;
CREATE VIEW falls AS
SELECT * FROM timeline WHERE change = 'worsened' AND held = 0;
CREATE VIEW evidence AS
SELECT e.id AS event, e.council_code AS code, e.council_name AS council, e.area,
  e.after_outcome AS found, e.after_when AS found_when,
  json_extract(q.value, '$.quote') AS quote, json_extract(q.value, '$.title') AS title,
  json_extract(q.value, '$.outlet') AS outlet, json_extract(q.value, '$.url') AS url,
  json_extract(q.value, '$.page') AS page, json_extract(q.value, '$.start') AS "start",
  json_extract(q.value, '$.end') AS "end", json_extract(q.value, '$.rule') AS rule,
  json_extract(q.value, '$.sha256') AS sha256
FROM events e, json_each(e.citations) q WHERE e.withdrawn IS NULL;
CREATE VIEW findings AS
SELECT r.id, r.council_code AS code, r.council_name AS council, r.role, r.kind, r.regime, r.area,
  r.outcome, r.direction, r.previous_outcome, r.previous_when, r."when", r.published, r.status,
  r.origin, {_SEVERITY.format("r.severity")} AS severity, r.confidence, r.adverse, r.held, r.seen,
  r.source, r.retired, json_extract(r.citations, '$[0].quote') AS quote,
  json_extract(r.citations, '$[0].rule') AS rule, r.version_id
FROM records r;
CREATE VIEW alert_list AS
SELECT a.id, a.council_code AS code, a.council_name AS council,
  {_SEVERITY.format("a.severity")} AS severity, a.change, a.headline, a.kind, a.status, a."when",
  a.published, a.raised, a.reason, a.held, a.acknowledged, a.note, a.rejected, a.rejected_reason,
  (SELECT count(*) FROM deliveries d WHERE d.alert_id = a.id AND d.state = 'sent')
    AS deliveries_sent
FROM alerts a;
CREATE VIEW document_list AS
SELECT v.id AS version, d.source, d.url, v.title, v.outlet, v.published, v.published_basis,
  v.format, v.sha256, v.fetched, d.first_seen, d.last_seen, g.extractor, g.error,
  (SELECT count(*) FROM records r WHERE r.version_id = v.id AND r.retired IS NULL) AS findings
FROM versions v JOIN documents d ON d.id = v.document_id
LEFT JOIN readings g ON g.version_id = v.id WHERE v.current = 1;
"""  # noqa: S608  (our own words, put together once)

VIEWS: Mapping[str, str] = {
    "council_grades": "Where each council stands: one row a council, two columns a judgement.",
    "judgements": "Where each council stands: one row a council and area.",
    "signal_list": "Findings without a grade that stand beside the grades, and intervention.",
    "timeline": "Every event that stands: what was, what was found, and the sentence for it.",
    "falls": "The events of the timeline in which something got worse.",
    "evidence": "One row a quotation: the sentence, the document, the place, the rule.",
    "findings": "What was read in every document, also what counts no longer and why.",
    "alert_list": "Every alert, what people did with it, and how often it was sent.",
    "document_list": "Every document in its latest version, without its text.",
}
"""Name -> what it holds."""


class Views:
    """Reads views row by row."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def columns(self, view: str) -> tuple[str, ...]:
        """Give the names of a view's columns."""
        _known(view)
        cursor = self._handle.connection.execute(f"SELECT * FROM {view} LIMIT 0")  # noqa: S608
        return tuple(column[0] for column in cursor.description)

    def count(self, view: str) -> int:
        """Count a view's rows."""
        _known(view)
        return int(self._handle.row(f"SELECT count(*) AS n FROM {view}")["n"])  # noqa: S608

    def rows(self, view: str) -> Iterator[Sequence[object]]:
        """Give a view's rows, one at a time."""
        _known(view)
        for row in self._handle.connection.execute(f"SELECT * FROM {view}"):  # noqa: S608
            yield tuple(row)


def _known(view: str) -> None:
    if view not in VIEWS:
        raise KeyError(view)
