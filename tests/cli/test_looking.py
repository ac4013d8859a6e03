"""`status`, `show`, `alerts`, `explain`: what is known, and why."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import World


@pytest.fixture
def told(world: World) -> World:
    world.run("check")
    return world


def test_status_lists_every_council_of_today(told: World) -> None:
    rows = told.run("status", "--json").json
    assert len(rows) == 153
    assert all(row["schema"] == 1 for row in rows)
    assert {row["council"]["name"] for row in rows if row["areas"]} == {"Swindon", "Leeds"}


def test_status_works_before_the_first_check(world: World) -> None:
    assert len(world.run("status", "--json").json) == 153
    assert world.run("status", "--known").out == ""
    assert not (world.folder / "w.db").exists()


def test_status_has_the_shape_that_scripts_rely_on(told: World) -> None:
    (row,) = told.run("status", "Swindon Borough Council", "--json").json
    assert row == {
        "schema": 1,
        "council": {"code": "E06000030", "name": "Swindon"},
        "region": "South West",
        "areas": {
            "overall": {
                "outcome": "inadequate",
                "when": "2024-08",
                "published": "2024-10-01",
                "kind": "full_inspection",
                "status": "reported",
                "url": None,
                "regime": "ilacs",
            }
        },
        "signals": [],
        "intervention": None,
        "headline": {"outcome": "inadequate", "status": "reported"},
    }


def test_status_knows_regions_and_codes(told: World) -> None:
    regions = {row["region"] for row in told.run("status", "--region", "london", "--json").json}
    assert regions == {"London"}
    (row,) = told.run("status", "E06000030", "--json").json
    assert row["council"]["name"] == "Swindon"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["status", "Swindn"], "did you mean 'Swindon'?"),
        (["show", "Swindn"], "did you mean 'Swindon'?"),
        (["status", "--region", "Londn"], "did you mean 'London'?"),
        (["show", "Xyzzy"], "see `watcher status`"),
        (["explain", "zzz"], "no event"),
        (["alerts", "ack", "zzz"], "no alert"),
    ],
    ids=str,
)
def test_a_wrong_name_is_answered_with_the_nearest(
    told: World, arguments: list[str], hint: str
) -> None:
    said = told.run(*arguments)
    assert said.code == 2
    assert hint in said.err


def test_status_can_look_back(told: World) -> None:
    past = told.run("status", "--as-of", "2023-01-01", "--known", "--json").json
    assert [row["council"]["name"] for row in past] == ["Leeds"]


def test_status_as_csv_has_a_row_a_council(told: World) -> None:
    rows = list(csv.DictReader(io.StringIO(told.run("status", "--known", "--csv").out)))
    assert [(row["name"], row["overall"], row["overall_when"]) for row in rows] == [
        ("Leeds", "good", "2022-01"),
        ("Swindon", "inadequate", "2024-08"),
    ]


def test_status_for_people_says_what_stands(told: World) -> None:
    out = told.run("status", "--known").out
    assert "Swindon" in out
    assert "inadequate" in out


def test_show_tells_the_story_with_its_sentences(told: World) -> None:
    told.write(visit="2025-03-01\nSwindon|focused_visit|front_door|deterioration|2025-02")
    told.run("check")
    out = told.run("show", "Swindon").out
    assert "“Swindon|full_inspection|overall|inadequate|2024-08”" in out
    assert "deteriorated" in out
    story = told.run("show", "Swindon", "--json").json
    assert [event["area"] for event in story["events"]] == ["overall", "front_door"]
    assert len(story["alerts"]) == 2


def test_a_receipt_says_from_what_and_by_which_rule(told: World) -> None:
    (alert,) = told.run("alerts", "--json").json
    receipt = told.run("explain", alert["id"], "--json").json
    (event,) = receipt["events"]
    (proof,) = event["proofs"]
    (quoted,) = proof["evidence"]
    assert quoted["stands"] is True
    assert quoted["rule"] == "scripted"
    assert len(proof["sha256"]) == 64
    text = told.run("explain", alert["id"][:8]).out
    assert "scripted" in text
    assert proof["sha256"] in text
    assert "stands so in the stored text" in text
    one = told.run("explain", event["id"], "--json").json
    assert one["events"][0]["proofs"] == event["proofs"]


def test_an_acknowledged_alert_is_no_longer_open(told: World) -> None:
    (alert,) = told.run("alerts", "--open", "--json").json
    assert told.run("alerts", "ack", alert["id"], "--note", "seen to").code == 0
    assert told.run("alerts", "--open", "--json").json == []
    (shown,) = told.run("alerts", "--json").json
    assert shown["note"] == "seen to"
    assert "seen" in told.run("alerts").out


def test_a_rejected_alert_is_taken_back_and_told_once(told: World) -> None:
    (alert,) = told.run("alerts", "--json").json
    assert told.run("alerts", "reject", alert["id"], "--reason", "another council").code == 0
    (row,) = told.run("status", "Swindon", "--json").json
    assert row["areas"] == {}
    said = told.run("check")
    assert "Taken back" in said.out
    assert "another council" in said.out
    assert told.run("check").out == ""
    story = told.run("show", "Swindon", "--json").json
    assert [event["change"] for event in story["events"]] == ["corrected"]
    (gone,) = story["withdrawn"]
    assert (gone["change"], gone["reason"]) == ("corrected", "rejected: another council")
    again = told.run("alerts", "reject", alert["id"], "--reason", "x")
    assert again.code == 2


def test_a_rejected_finding_is_not_told_again_when_its_document_changes(told: World) -> None:
    (alert,) = told.run("alerts", "--json").json
    told.run("alerts", "reject", alert["id"], "--reason", "wrong")
    told.run("check")
    told.write(fall="2024-10-01\nSwindon|full_inspection|overall|inadequate|2024-08\n")
    assert told.run("check").out == ""


def test_another_document_may_tell_what_was_rejected(told: World) -> None:
    (alert,) = told.run("alerts", "--json").json
    told.run("alerts", "reject", alert["id"], "--reason", "wrong")
    told.run("check")
    told.write(report="2024-10-09\nSwindon|full_inspection|overall|inadequate|2024-08")
    said = told.run("check", "--json").json
    assert [one["id"] for one in said["alerts"]] == [f"{alert['id']}.2"]
    told.write(third="2024-10-11\nSwindon|full_inspection|overall|inadequate|2024-08")
    assert told.run("check").out == ""


def test_an_alert_that_nobody_had_is_rejected_in_silence(world: World) -> None:
    world.config.write_text(world.config.read_text().split("[[notify]]")[0])
    world.run("check")
    (alert,) = world.run("alerts", "--json").json
    world.run("alerts", "reject", alert["id"], "--reason", "wrong")
    assert [one["deliveries"] for one in world.run("alerts", "--json").json] == [[], []]


def test_what_stood_before_stands_again_after_a_rejection(told: World) -> None:
    told.write(false="2025-10-01\nLeeds|full_inspection|overall|inadequate|2025-08")
    (alert,) = told.run("check", "--json").json["alerts"]
    assert alert["change"] == "worsened"
    told.run("alerts", "reject", alert["id"], "--reason", "a mistake")
    (row,) = told.run("status", "Leeds", "--json").json
    assert row["areas"]["overall"]["outcome"] == "good"
    (correction,) = [
        one for one in told.run("alerts", "--json").json if one["reason"] == "correction"
    ]
    (event,) = correction["events"]
    assert event["change"] == "corrected"
    assert event["from"]["outcome"] == "inadequate"
    assert event["to"] == {"outcome": "good", "when": "2022-01"}
    again = told.run("alerts", "reject", correction["id"], "--reason", "no")
    assert again.code == 2
    assert "cannot be taken back" in again.err


def test_a_database_that_does_not_exist_yet_shows_the_baseline(world: World) -> None:
    config = world.config.read_text().replace('baseline = "none"', 'baseline = "packaged"')
    world.config.write_text(config)
    assert len(world.run("status", "--known", "--json").json) > 140
    assert not (world.folder / "w.db").exists()


def test_a_new_database_begins_with_the_baseline_in_silence(world: World) -> None:
    config = world.config.read_text().replace('baseline = "none"', 'baseline = "packaged"')
    world.config.write_text(config)
    for path in world.news.iterdir():
        path.unlink()
    world.write(none="2024-10-01\n")
    said = world.run("check", "--json").json
    assert (said["events"], said["alerts"], said["held"]) == ([], [], [])
    assert len(world.run("status", "--known", "--json").json) > 140


def test_a_receipt_says_what_no_longer_counts(told: World) -> None:
    (alert,) = told.run("alerts", "--json").json
    told.run("alerts", "reject", alert["id"], "--reason", "wrong")
    text = told.run("explain", alert["id"]).out
    assert "withdrawn  rejected: wrong" in text
    assert "no longer counts: rejected" in text


def test_councils_that_are_no_more_are_known_but_not_listed(told: World) -> None:
    told.write(old="2013-10-15\nCumbria|full_inspection|overall|inadequate|2013-05")
    told.run("check")
    names = {row["council"]["name"] for row in told.run("status", "--json").json}
    assert "Cumbria" not in names
    known = [row["council"]["name"] for row in told.run("status", "--known", "--json").json]
    assert known == ["Cumbria", "Leeds", "Swindon"]
    (row,) = told.run("status", "Cumbria", "--json").json
    assert row["areas"]["overall"]["outcome"] == "inadequate"


def test_signals_and_interventions_are_shown(told: World) -> None:
    told.write(
        visit="2025-03-01\nSwindon|focused_visit|front_door|priority_action|2025-02",
        notice="2025-04-01\nSwindon|intervention|overall|improvement_notice|2025-04",
    )
    told.run("check")
    for arguments in (["status", "--known"], ["show", "Swindon"]):
        out = told.run(*arguments).out
        assert "area for priority action" in out
        assert "improvement notice" in out
    (row,) = csv.DictReader(io.StringIO(told.run("status", "Swindon", "--csv").out))
    assert row["intervention"] == "improvement_notice"
    assert row["signals"] == "front_door:priority_action"


def test_documents_are_found_by_their_words(told: World) -> None:
    (hit,) = told.run("search", "swindon", "inadequate", "--json").json
    assert hit["path"].endswith("fall.txt")
    assert "Swindon" in hit["passage"]
    out = told.run("search", "Leeds").out
    assert "good.txt" in out
    assert "1 March 2022" in out
    assert told.run("search", "nothing of the kind").out == ""
    assert told.run("search", "--limit", "0", "x").code == 2
