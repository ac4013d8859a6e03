"""Every cell of the sample of real reports, and what reading them costs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from watcher.app.reading import read_bytes, reading_context
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Role
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.model.finding import Reading

SEND = {
    "typically_positive": "send_positive",
    "inconsistent": "send_inconsistent",
    "systemic_failings": "send_systemic_failings",
}


def truth(reference: Path) -> list[dict[str, Any]]:
    lines = (reference / "reports" / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def cells_of(row: dict[str, Any]) -> dict[str, Any]:
    grades = {k: v.replace(" ", "_") for k, v in row["grades"].items() if v and k != "lscb"}
    outcome = SEND.get(row["send_outcome"] or "")
    return {
        "council": row["la_name"].casefold(),
        "start": row["inspection_start"],
        "end": row["inspection_end"],
        "published": row["published"] or row["file_date"],
        "not_judged": sorted(row["not_judged"]),
        "grades": grades,
        "send": [outcome] if outcome else [],
    }


def cells_read(reading: Reading, row: dict[str, Any]) -> dict[str, Any]:
    found = reading.inspection
    assert found is not None
    assert found.council is not None
    told = [f for f in reading.findings if f.role is Role.NEWS]
    graded = {f.area.value: f.outcome.value for f in told if f.outcome in GRADES}
    return {
        "council": found.council.name.split(" (")[0].casefold(),
        "start": str(found.start),
        "end": str(found.end),
        "published": str(found.published),
        "not_judged": sorted(area.value for area in found.not_judged),
        "grades": {} if row["report_kind"] == "other" else graded,
        "send": [f.outcome.value for f in told if f.outcome in SEND_OUTCOMES],
    }


def test_every_cell_of_the_sample_is_right(reference: Path) -> None:
    wrong = []
    for row in truth(reference):
        path = reference / "reports" / row["file"]
        reading = read_bytes(path.read_bytes(), Hints(path=row["file"]), reading_context())
        if not row["readable"]:
            assert reading.error is not None
            assert reading.findings == ()
            continue
        if cells_read(reading, row) != cells_of(row):
            wrong.append((row["file"], cells_read(reading, row), cells_of(row)))
    assert wrong == []
