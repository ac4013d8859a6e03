"""Metadata with which Datasette shows the database: what each table is, and ready questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_HIDDEN = (
    "meta",
    "versions_fts",
    "event_records",
    "alert_events",
    "held_notices",
    "source_pages",
    "source_state",
    "robots",
    "channels",
    "attempts",
    "messages",
    "deliveries",
)

_QUERIES: Mapping[str, tuple[str, str]] = {
    "who_got_worse": (
        "Who got worse, latest first",
        (
            "select published, council, area, was, found, severity, quote, url from falls "
            "order by published desc limit 50"
        ),
    ),
    "inadequate_now": (
        "Who is inadequate now",
        (
            "select council, headline, headline_status, overall_when from council_grades "
            "where headline = 'inadequate' order by council"
        ),
    ),
    "falls_per_year": (
        "Falls and rises of the overall grade per year",
        (
            "select substr(published, 1, 4) as year, sum(change = 'worsened') as fell, "
            "sum(change = 'improved') as rose from timeline where area = 'overall' "
            "and change in ('worsened', 'improved') group by 1 order by 1"
        ),
    ),
    "one_council": (
        "One council's timeline",
        (
            "select published, kind, area, change, was, found, quote, url from timeline "
            "where council = :council order by coalesce(found_when, published)"
        ),
    ),
    "search": (
        "Search the texts of documents",
        (
            "select v.title, v.outlet, v.published, "
            "snippet(versions_fts, 1, '[', ']', '…', 20) as hit "
            "from versions_fts join versions v on v.id = versions_fts.rowid "
            "where versions_fts match :words order by rank limit 50"
        ),
    ),
}


def datasette_metadata(views: Mapping[str, str], database: str) -> dict[str, Any]:
    """Describe the database.

    Args:
        views: View -> what it holds.
        database: The name of the database file without its ending.
    """
    tables: dict[str, Any] = {name: {"hidden": True} for name in _HIDDEN}
    tables |= {name: {"description": words} for name, words in views.items()}
    tables["timeline"]["sort_desc"] = "published"
    tables["falls"]["sort_desc"] = "published"
    tables["versions"] = {"fts_table": "versions_fts", "fts_pk": "id"}
    return {
        "title": "Children’s services watch",
        "description": "What Ofsted found of English councils’ services for children, and where "
        "it says so.",
        "license": "Open Government Licence v3.0 for figures from Ofsted; quotations belong to "
        "their publishers",
        "license_url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "databases": {
            database: {
                "tables": tables,
                "queries": {
                    name: {"title": title, "sql": sql} for name, (title, sql) in _QUERIES.items()
                },
            }
        },
    }
