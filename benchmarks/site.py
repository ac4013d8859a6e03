"""How long the site takes, and how much memory: from real reports, from 20,000 events, again.

usage: python benchmarks/site.py [--events N]

The events are made up and written straight into a database of their own. Time and memory are
those of a whole process (`watcher site`), imports included.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from watcher.model.dates import PartialDate
from watcher.model.event import Citation, Event, EventId, Standing
from watcher.model.vocabulary import Area, Change, Kind, Outcome, Severity, Status
from watcher.reference import load_register
from watcher.store import Store

AREAS = (Area.OVERALL, Area.LEADERS, Area.HELP_AND_PROTECTION, Area.CHILDREN_IN_CARE)
GRADES = (Outcome.OUTSTANDING, Outcome.GOOD, Outcome.REQUIRES_IMPROVEMENT, Outcome.INADEQUATE)
MEGA = 1024


def main() -> int:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--events", type=int, default=20_000)
    asked = parser.parse_args()
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = folder / "config.toml"
        config.write_text('[watcher]\ndatabase = "w.db"\nbaseline = "none"\n')
        fill(folder / "w.db", asked.events)
        found["fresh"] = measured(config, folder / "site")
        found["unchanged"] = measured(config, folder / "site")
        change_one(folder / "w.db")
        found["one_change"] = measured(config, folder / "site")
        front = [folder / "site" / "index.html", *(folder / "site" / "assets").iterdir()]
        found["front_bytes"] = sum(path.stat().st_size for path in front)
    reference = os.environ.get("WATCHER_REFERENCE")
    if reference:
        found["reports"] = of_reports(Path(reference) / "reports")
    print(json.dumps(found, indent=2))
    return 0


def of_reports(reports: Path) -> dict[str, object]:
    """Measure the site of the baseline and the sample reports."""
    with tempfile.TemporaryDirectory() as name:
        config = Path(name) / "config.toml"
        config.write_text(
            '[watcher]\ndatabase = "w.db"\n'
            f'[[source]]\nname = "r"\ntype = "file"\npath = "{reports}"\n'
        )
        command = [sys.executable, "-m", "watcher", "check", "--config", str(config)]
        subprocess.run(command, check=False, capture_output=True)
        fresh = measured(config, Path(name) / "site")
        change_one(Path(name) / "w.db")
        return {"fresh": fresh, "one_change": measured(config, Path(name) / "site")}


def measured(config: Path, target: Path) -> dict[str, float]:
    """Run `watcher site` once."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    start = time.perf_counter()
    command = [sys.executable, "-m", "watcher", "site", str(target), "--config", str(config)]
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"seconds": round(seconds, 2), "peak_mb": round(max(peak, before) / MEGA, 1)}


def fill(path: Path, number: int) -> None:
    """Make a database with so many events, three areas in five part of an alert."""
    chance = random.Random(7)  # noqa: S311  (a fixed picture, no secret)
    store = Store.open(path)
    councils = load_register().current(dt.date(2026, 6, 1))
    each = number // len(councils) + 1
    left = number
    now = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
    with store.transaction():
        for council in councils:
            events = [made(council, n, chance) for n in range(min(each, left))]
            left -= len(events)
            store.events.replace(council.lineage, events, now=now)
    store.close()
    alerts(path)


def made(council: object, number: int, chance: random.Random) -> Event:
    """Make up one event."""
    day = dt.date(2006, 1, 1) + dt.timedelta(days=number // 4 * 150 + chance.randrange(100))
    grade, before = chance.choice(GRADES), chance.choice(GRADES)
    worse = GRADES.index(grade) > GRADES.index(before)
    quote = f"In area {number} inspectors found services {grade.value}, " + "as they wrote. " * 8
    return Event(
        id=EventId(f"{council.code}-{number}"),  # type: ignore[attr-defined]
        council=council.ref,  # type: ignore[attr-defined]
        lineage=council.lineage,  # type: ignore[attr-defined]
        kind=Kind.FULL_INSPECTION,
        regime="ilacs",
        area=AREAS[number % 4],
        change=Change.WORSENED if worse else Change.IMPROVED,
        before=Standing(outcome=before, when=None),
        after=Standing(outcome=grade, when=PartialDate.of(day)),
        severity=Severity.HIGH if worse else None,
        status=Status.REPORTED,
        late=False,
        silent=False,
        held=False,
        published=PartialDate.of(day + dt.timedelta(days=40)),
        records=(),
        citations=(
            Citation(quote=quote, title="A title", url="https://example.org/a", end=len(quote)),
        ),
        inspection=f"{council.code}-{number // 4}",  # type: ignore[attr-defined]
        ended=PartialDate.of(day + dt.timedelta(days=5)),
    )


def alerts(path: Path) -> None:
    """Add one alert for every inspection in which something got worse."""
    from watcher.alerting.wording import headline
    from watcher.model.alert import Alert
    from watcher.model.event import AlertId

    store = Store.open(path)
    groups: dict[str, list[Event]] = {}
    for event in store.events.all():
        if event.change is Change.WORSENED:
            groups.setdefault(event.inspection, []).append(event)
    with store.transaction():
        for name, events in groups.items():
            lead = events[0]
            store.alerts.add(
                Alert(
                    id=AlertId(name),
                    council=lead.council,
                    kind=lead.kind,
                    change=Change.WORSENED,
                    severity=Severity.HIGH,
                    headline=headline(lead, events),
                    status=lead.status,
                    when=lead.after.when,
                    published=lead.published,
                    raised=dt.datetime(2026, 6, 1, tzinfo=dt.UTC),
                    events=tuple(events),
                )
            )
    store.close()


def change_one(path: Path) -> None:
    """Change one event."""
    database = sqlite3.connect(path)
    database.execute(
        "UPDATE events SET severity = 4 WHERE id = "
        "(SELECT id FROM events WHERE severity = 3 LIMIT 1)"
    )
    database.commit()
    database.close()


if __name__ == "__main__":
    sys.exit(main())
