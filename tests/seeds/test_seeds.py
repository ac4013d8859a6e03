"""What a correct reader takes from the five seed articles, through the whole line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from watcher.model.vocabulary import Area, Change, Direction, Kind, Outcome, Severity

if TYPE_CHECKING:
    from tests.seeds.conftest import Desk

ROOT = Path(__file__).resolve().parent.parent.parent

PRIORITY = {
    "Leeds", "Calderdale", "Cambridgeshire", "North Yorkshire", "Cornwall", "Hounslow",
    "Redbridge", "Warrington", "East Sussex",
}  # fmt: skip
NO_PRIORITY = {
    "Blackpool", "Sandwell", "Buckinghamshire", "Wolverhampton", "Bromley", "Hillingdon",
    "Swindon", "Greenwich", "Enfield",
}  # fmt: skip
UNACCEPTABLE = {
    "Barnsley", "Bexley", "Birmingham", "Blackpool", "Calderdale", "Cambridgeshire",
    "Cheshire East", "Cumbria", "Devon", "Doncaster", "Herefordshire", "Isle of Wight",
    "Kingston upon Thames", "Medway", "Norfolk", "Northamptonshire", "Rochdale", "Sandwell",
    "Slough", "Somerset",
}  # fmt: skip
OTHERS = {"Swindon", "Surrey", "South Gloucestershire", "Sheffield", "Wolverhampton", "Thurrock"}


def short(name: str) -> str:
    return name.split(" (", 1)[0]


def test_the_first_run_raises_32_alerts_and_the_second_none(full_desk: Desk) -> None:
    first = full_desk.check()
    assert [source.error for source in first.sources] == [None]
    assert len(first.alerts) == 32
    assert len(full_desk.told) == 32
    second = full_desk.check()
    assert (second.alerts, second.held, second.sources[0].events) == ((), (), [])
    assert len(full_desk.told) == 32


def test_the_alerts_are_those_that_the_articles_report(full_desk: Desk) -> None:
    alerts = full_desk.check().alerts
    found = {
        (short(a.council.name), event.kind, event.area, event.after.outcome, event.change)
        for a in alerts
        for event in a.events
    }
    front_door, first_seen = Area.FRONT_DOOR, Change.FIRST_SEEN
    expected = {
        (name, Kind.UNANNOUNCED_VISIT, front_door, Outcome.PRIORITY_ACTION) for name in PRIORITY
    } | {
        (name, Kind.AGGREGATE, Area.HELP_AND_PROTECTION, Outcome.INADEQUATE)
        for name in UNACCEPTABLE
    }
    assert {fact[:4] for fact in found} >= expected
    assert all(change is first_seen for name, kind, _, _, change in found if kind is Kind.AGGREGATE)
    assert {fact[:4] for fact in found} - expected == {
        ("Swindon", Kind.FOCUSED_VISIT, front_door, Outcome.DETERIORATION),
        ("South Gloucestershire", Kind.FOCUSED_VISIT, front_door, Outcome.DETERIORATION),
        *(fact[:4] for fact in found if fact[0] == "Surrey"),
    }
    surrey = {fact[1:4] for fact in found if fact[0] == "Surrey"}
    assert {(kind, outcome) for kind, _, outcome in surrey} == {
        (Kind.MONITORING_VISIT, Outcome.INSUFFICIENT_PROGRESS)
    }


def test_the_severities_are_those_of_the_table(full_desk: Desk) -> None:
    alerts = full_desk.check().alerts
    severities = {(short(alert.council.name), alert.kind): alert.severity for alert in alerts}
    assert severities.pop(("Swindon", Kind.FOCUSED_VISIT)) is Severity.MEDIUM
    south = severities.pop(("South Gloucestershire", Kind.FOCUSED_VISIT))
    assert south in {Severity.MEDIUM, Severity.HIGH}
    assert set(severities.values()) == {Severity.HIGH}


def test_nothing_that_was_seen_first_is_said_to_have_fallen(full_desk: Desk) -> None:
    for alert in full_desk.check().alerts:
        if alert.change is Change.FIRST_SEEN:
            assert "fell" not in alert.headline


def test_every_quotation_is_exactly_a_piece_of_the_articles_text(full_desk: Desk) -> None:
    alerts = full_desk.check().alerts
    citations = [c for alert in alerts for event in alert.events for c in event.citations]
    assert citations
    for citation in citations:
        assert citation.path is not None
        text = Path(citation.path).read_text(encoding="utf-8")
        assert citation.quote
        assert text[citation.start : citation.end] == citation.quote


def test_38_councils_are_known_and_no_other(full_desk: Desk) -> None:
    full_desk.check()
    with full_desk.store() as store:
        states = store.states.all().values()
        known = {short(s.council.name) for s in states if s.areas or s.signals}
    assert known == PRIORITY | NO_PRIORITY | UNACCEPTABLE | OTHERS
    assert len(states) == 38


def test_what_an_article_recalls_stays_the_grade_beside_the_new_signal(full_desk: Desk) -> None:
    full_desk.check()
    with full_desk.store() as store:
        states = {short(state.council.name): state for state in store.states.all().values()}
    for name, outcome, year in (
        ("Swindon", Outcome.REQUIRES_IMPROVEMENT, "2014"),
        ("Surrey", Outcome.INADEQUATE, "2018-05"),
        ("South Gloucestershire", Outcome.REQUIRES_IMPROVEMENT, "2019"),
    ):
        overall = states[name].areas[Area.OVERALL]
        assert overall.outcome is outcome
        assert overall.when is not None
        assert overall.when.text == year


def test_the_ungraded_findings_are_signals_of_their_own(full_desk: Desk) -> None:
    full_desk.check()
    with full_desk.store() as store:
        states = {short(state.council.name): state for state in store.states.all().values()}
    signals = {name: {signal.outcome for signal in state.signals} for name, state in states.items()}
    assert all(Outcome.PRIORITY_ACTION in signals[name] for name in PRIORITY - UNACCEPTABLE)
    assert signals["Sheffield"] == {Outcome.POSITIVE}
    assert signals["Thurrock"] == {Outcome.MIXED}
    assert Outcome.MIXED in signals["Wolverhampton"]


def test_the_visit_that_found_decline_says_so(full_desk: Desk) -> None:
    full_desk.check()
    with full_desk.store() as store:
        records = store.records.all()
    directions = {
        (short(record.council.name), record.outcome): record.direction for record in records
    }
    assert directions["Swindon", Outcome.DETERIORATION] is Direction.WORSE
    assert directions["South Gloucestershire", Outcome.DETERIORATION] is Direction.WORSE


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "seeds").iterdir()))
def test_the_copies_are_the_reference_itself(name: str, reference: Path) -> None:
    assert (ROOT / "seeds" / name).read_bytes() == (reference / "seeds" / name).read_bytes()
