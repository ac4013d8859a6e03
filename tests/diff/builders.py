"""Short ways to write records, for tests of the history."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from watcher.diff import DiffContext, Provenance, derive, records_from
from watcher.model.dates import PartialDate
from watcher.model.document import Document, Format
from watcher.model.finding import Evidence, Finding, Inspection, Previous, Reading
from watcher.model.vocabulary import Area, Change, Direction, Kind, Outcome, Role
from watcher.reference import load_register, load_rulebook

if TYPE_CHECKING:
    from watcher.model.event import Event, History, Record

REGISTER = load_register()
RULEBOOK = load_rulebook()
CONTEXT = DiffContext(register=REGISTER, rulebook=RULEBOOK)
DAY_ONE = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One finding, in words."""

    outcome: str
    area: str = "overall"
    kind: str = "full_inspection"
    when: str | None = None
    role: str = "news"
    previous: str | None = None
    previous_when: str | None = None
    direction: str = "unknown"
    council: str = "Swindon"
    regime: str | None = None
    held: bool = False


def date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate(text)


def finding(said: Said) -> Finding:
    council = REGISTER.named(said.council)
    assert council is not None
    previous = None
    if said.previous is not None:
        previous = Previous(outcome=Outcome(said.previous), when=date(said.previous_when))
    return Finding(
        council=council.ref,
        role=Role(said.role),
        kind=Kind(said.kind),
        regime=said.regime,
        area=Area(said.area),
        outcome=Outcome(said.outcome),
        direction=Direction(said.direction),
        previous=previous,
        when=date(said.when),
        adverse=False,
        severity=None,
        confidence=0.9,
        rule="test",
        evidence=(Evidence(quote=said.outcome, start=0, end=len(said.outcome)),),
        held=said.held,
    )


def article(
    published: str | None, *said: Said, name: str = "article", seen: int = 1, silent: bool = False
) -> tuple[Record, ...]:
    """Read an article that says these things; `seen` is the number of the day it arrived."""
    document = Document(
        text=name,
        title=name,
        url=f"https://news.example/{name}",
        outlet="The Example",
        published=date(published),
        sha256=name,
    )
    reading = Reading(document=document, findings=tuple(finding(one) for one in said))
    return records_from(reading, provenance(seen, silent=silent), CONTEXT)


def report(start: str, published: str, grades: dict[str, str], **more: Any) -> tuple[Record, ...]:
    """Read an official report; more: end, seen, kind, council, name, regime."""
    kind = more.get("kind", "full_inspection")
    name = more.get("name", f"report-{start}")
    said = [
        Said(
            outcome=outcome,
            area=area,
            kind=kind,
            when=start,
            council=more.get("council", "Swindon"),
            regime=more.get("regime"),
        )
        for area, outcome in grades.items()
    ]
    inspection = Inspection(
        council=None,
        kind=Kind(kind),
        regime=more.get("regime"),
        start=date(start),
        end=date(more.get("end")),
        published=date(published),
        published_basis="printed",
        lead_inspector=None,
        not_judged=(),
        pages_read=2,
    )
    document = Document(
        text=name, path=f"{name}.pdf", published=date(published), sha256=name, format=Format.PDF
    )
    reading = Reading(
        document=document, findings=tuple(finding(one) for one in said), inspection=inspection
    )
    return records_from(reading, provenance(more.get("seen", 1)), CONTEXT)


def baseline(start: str, published: str, grades: dict[str, str], **more: Any) -> tuple[Record, ...]:
    """Load grades in silence."""
    return tuple(
        replace(record, origin="baseline", silent=True, source="baseline")
        for record in report(start, published, grades, **more)
    )


def provenance(day: int, *, silent: bool = False) -> Provenance:
    return Provenance(seen=DAY_ONE + dt.timedelta(days=day), source="test", silent=silent)


def history(*groups: tuple[Record, ...], council: str = "Swindon") -> History:
    found = REGISTER.named(council)
    assert found is not None
    records = [record for group in groups for record in group]
    return derive(records, CONTEXT, lineage=found.lineage)


def told(events: tuple[Event, ...]) -> list[tuple[str, str, str | None, str]]:
    """Sum events up: area, change, from, to."""
    return [
        (
            event.area.value,
            event.change.value,
            event.before.outcome.value if event.before else None,
            event.after.outcome.value,
        )
        for event in events
    ]


def changes(found: History) -> list[Change]:
    return [event.change for event in found.events]
