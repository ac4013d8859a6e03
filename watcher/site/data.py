"""Everything that the pages show, as CSV and JSON beside them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from watcher.alerting.json import event_json, state_json
from watcher.alerting.render.cells import disarmed
from watcher.model.reading import SCHEMA
from watcher.site.steps import SERIES
from watcher.site.view import file_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from watcher.model.council import Council
    from watcher.model.event import CouncilState, Event
    from watcher.model.publishing import AlertLine
    from watcher.site.piece import Piece

EVENT_COLUMNS = (
    "id", "code", "name", "kind", "regime", "area", "change", "from", "from_when", "to", "when",
    "severity", "status", "late", "published", "quote", "title", "outlet", "url", "page",
)  # fmt: skip
COUNCIL_COLUMNS = (
    "code", "name", "region", "headline", "headline_derived",
    *(column for area in SERIES for column in (area, f"{area}_when")),
    "signals", "intervention",
)  # fmt: skip
ALERT_COLUMNS = (
    "id", "code", "name", "severity", "change", "headline", "status", "when", "published",
    "raised", "taken_back",
)  # fmt: skip


def public_event(event: Event) -> dict[str, Any]:
    """Render an event; of a local path only the file's name is told."""
    shown = event_json(event)
    for evidence in shown["evidence"]:
        evidence["path"] = file_name(evidence["path"]) or None
    return shown


def council_json(council: Council, state: CouncilState, events: Sequence[Event]) -> str:
    """Render one council with its whole story."""
    shown = {
        "schema": SCHEMA,
        **state_json(state, region=council.region),
        "events": [public_event(event) for event in events],
    }
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def events_lines(events: Iterable[Event]) -> str:
    """Render events as JSON Lines."""
    return "".join(json.dumps(public_event(e), ensure_ascii=False) + "\n" for e in events)


def events_rows(events: Iterable[Event]) -> str:
    """Render events as the rows of a CSV file, without its header."""
    return table(None, (_event_row(event) for event in events))


def councils_rows(pieces: Iterable[tuple[Council, Piece | None]]) -> str:
    """Render where the councils stand as a CSV file."""
    return table(COUNCIL_COLUMNS, (_council_row(council, piece) for council, piece in pieces))


def councils_list(pieces: Iterable[tuple[Council, Piece | None]]) -> str:
    """Render where the councils stand, and how it came to that, as JSON."""
    listed = [
        {
            "council": {"code": council.code, "name": council.short_name},
            "region": council.region,
            "steps": {
                name: [
                    {"from": s.day, "outcome": s.outcome, "when": s.when or None}
                    | ({"derived": True} if s.derived else {})
                    for s in steps
                ]
                for name, steps in (piece.steps.items() if piece else ())
            },
            "areas": dict(piece.areas) if piece else {},
            "signals": list(piece.signals) if piece else [],
            "intervention": (piece.intervention or None) if piece else None,
        }
        for council, piece in pieces
    ]
    return json.dumps({"schema": SCHEMA, "councils": listed}, ensure_ascii=False) + "\n"


def alerts_rows(lines: Iterable[AlertLine]) -> str:
    """Render the alerts as a CSV file."""
    return table(ALERT_COLUMNS, (tuple(_alert_item(line).values()) for line in lines))


def alerts_list(lines: Iterable[AlertLine]) -> str:
    """Render the alerts as JSON."""
    shown = {"schema": SCHEMA, "alerts": [_alert_item(line) for line in lines]}
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def table(header: Sequence[str] | None, rows: Iterable[Sequence[object]]) -> str:
    """Render rows as CSV; what a spreadsheet would take for a formula is disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header is not None:
        writer.writerow(header)
    writer.writerows([disarmed(value) for value in row] for row in rows)
    return out.getvalue()


def _event_row(event: Event) -> tuple[object, ...]:
    shown = public_event(event)
    before = shown["from"] or {"outcome": "", "when": ""}
    cited = shown["evidence"][0] if shown["evidence"] else {}
    return (
        event.id,
        event.council.code,
        event.council.name,
        shown["kind"],
        shown["regime"],
        shown["area"],
        shown["change"],
        before["outcome"],
        before["when"],
        shown["to"]["outcome"],
        shown["to"]["when"],
        shown["severity"],
        shown["status"],
        "yes" if event.late else "",
        shown["published"],
        *(cited.get(name) for name in ("quote", "title", "outlet", "url", "page")),
    )


def _council_row(council: Council, piece: Piece | None) -> tuple[object, ...]:
    now = {name: steps[-1] for name, steps in piece.steps.items()} if piece else {}
    headline = now.get("headline")
    cells: list[object] = [
        council.code,
        council.short_name,
        council.region,
        headline.outcome if headline else "",
        "yes" if headline and headline.derived else "",
    ]
    for area in SERIES:
        step = now.get(area)
        cells += [step.outcome, step.when] if step else ["", ""]
    signals = piece.signals if piece else ()
    cells.append(" ".join(f"{s['area']}:{s['outcome']}" for s in signals))
    cells.append(piece.intervention if piece else "")
    return tuple(cells)


def _alert_item(line: AlertLine) -> dict[str, object]:
    from watcher.model.vocabulary import Severity

    return {
        "id": line.id,
        "code": line.council_code,
        "name": line.council,
        "severity": Severity(line.severity).label,
        "change": line.change,
        "headline": line.headline,
        "status": line.status,
        "when": line.when,
        "published": line.published,
        "raised": line.raised,
        "taken_back": line.rejected,
    }
