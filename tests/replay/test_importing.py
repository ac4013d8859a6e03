"""Baselines and registers taken into the database, and stored documents read again."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.diff.builders import CONTEXT, REGISTER
from watcher.app.importing import baseline_records
from watcher.cli import run_cli
from watcher.diff import Provenance, derive
from watcher.errors import DocumentError, ReferenceDataError
from watcher.model.vocabulary import Area, Outcome, Status
from watcher.reference.baseline import packaged_baseline, packaged_records, read_baseline

if TYPE_CHECKING:
    from pathlib import Path

SEEN = Provenance(seen=dt.datetime(2026, 7, 1, tzinfo=dt.UTC), source="baseline")
_TABLE = (
    "gss_code,name,overall,inspection_start,published\n"
    "E06000030,Swindon,inadequate,2023-07-10,2023-09-11\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a configuration and one article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "visit.txt").write_text(
        "Swindon's children's services rated inadequate\n\n"
        "Monday, September 11, 2023\n\n"
        "Ofsted has rated children's services at Swindon Borough Council inadequate.\n"
    )
    (tmp_path / "config.toml").write_text(
        '[watcher]\ndatabase = "w.db"\nbaseline = "none"\nmax_age = "none"\n\n'
        '[[source]]\nname = "articles"\ntype = "file"\npath = "articles"\n'
    )
    return tmp_path


def test_the_packaged_baseline_covers_every_council() -> None:
    records = packaged_records(SEEN, CONTEXT)
    day = dt.date(2026, 6, 29)
    assert packaged_baseline().as_at == day
    assert {r.lineage for r in records} == {c.lineage for c in REGISTER.current(day)}
    assert all(record.silent and record.origin == "baseline" for record in records)
    assert len({record.id for record in records}) == len(records)
    assert all(record.published is not None for record in records)


def test_the_packaged_baseline_agrees_with_the_reports(reference: Path) -> None:
    """Where the sample holds the very report that the baseline rests on."""
    newest = {(r.lineage, str(r.when), r.area): r.outcome for r in packaged_records(SEEN, CONTEXT)}
    compared = 0
    for line in (reference / "reports" / "truth.jsonl").read_text().splitlines():
        truth = json.loads(line)
        for area, grade in (truth["grades"] or {}).items():
            key = (truth["urn"], truth["inspection_start"], area)
            if grade is not None and key in newest:
                compared += 1
                assert newest[key] is Outcome(grade.replace(" ", "_")), truth["file"]
    assert compared > 100


def test_a_council_without_an_overall_grade_keeps_the_one_before() -> None:
    somerset = REGISTER.named("Somerset", on=dt.date(2026, 7, 1))
    assert somerset is not None
    records = [r for r in packaged_records(SEEN, CONTEXT) if r.lineage == somerset.lineage]
    state = derive(records, CONTEXT, lineage=somerset.lineage).state
    assert state.areas[Area.OVERALL].outcome is Outcome.GOOD
    assert state.headline is not None
    assert state.headline.status is Status.DERIVED
    assert state.headline.outcome is Outcome.REQUIRES_IMPROVEMENT


def test_a_joint_judgement_of_before_2023_keeps_its_own_area() -> None:
    table = _TABLE.replace("overall", "children_in_care").replace("2023-07-10", "2022-12-05")
    (record,) = read_baseline(table, SEEN, CONTEXT)
    assert record.area is Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS


@pytest.mark.parametrize(
    ("old", "new"),
    [("E06000030", "E99999999"), ("inadequate", "dreadful"), ("2023-07-10", "July 2023")],
    ids=["unknown council", "unknown grade", "bad date"],
)
def test_a_row_that_cannot_be_used_is_named(old: str, new: str) -> None:
    with pytest.raises(ReferenceDataError, match=r"Swindon: line 2 cannot be used"):
        read_baseline(_TABLE.replace(old, new), SEEN, CONTEXT)


def test_a_register_may_be_a_baseline(tmp_path: Path) -> None:
    page = tmp_path / "grades.html"
    page.write_text(
        "<table><tr><th>Local authority</th><th>Inspection start date</th><th>Overall</th></tr>"
        "<tr><td>Kent</td><td>10/03/2025</td><td>Good</td></tr></table>"
    )
    (record,) = baseline_records(str(page), SEEN)
    assert record.silent
    assert record.origin == "baseline"
    assert record.outcome is Outcome.GOOD


def test_import_is_silent_and_does_nothing_twice(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "grades.csv").write_text(_TABLE)
    assert run_cli(["import", "grades.csv", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"schema": 1, "name": "grades.csv", "councils": 1, "grades": 1, "new": 1}
    ]
    assert run_cli(["import", "grades.csv"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "1 grades of 1 councils, 0 new" in shown.err
    assert run_cli(["alerts", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_news_that_the_baseline_knows_is_no_alert(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "grades.csv").write_text(_TABLE)
    run_cli(["import", "grades.csv"])
    capsys.readouterr()
    run_cli(["check", "--json"])
    assert json.loads(capsys.readouterr().out)["alerts"] == []


def test_what_is_no_table_of_grades_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "notes.csv").write_text("a,b\n1,2\n")
    assert run_cli(["import", "notes.csv"]) != 0
    assert "Traceback" not in capsys.readouterr().err
    assert run_cli(["import", "nothing.csv"]) == 2


def test_reading_again_with_the_same_rules_differs_in_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder.exists()
    run_cli(["check"])
    capsys.readouterr()
    assert run_cli(["reextract", "--diff", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == {"schema": 1, "documents": 1, "changed": [], "events": []}


def test_what_other_rules_found_is_shown_and_alerts_nobody(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_cli(["check"])
    _forget_findings(folder / "w.db")
    capsys.readouterr()
    assert run_cli(["reextract", "--diff"]) == 0
    shown = capsys.readouterr()
    assert "+ Swindon: overall: inadequate" in shown.out
    assert "- event" not in shown.out
    assert "1 documents read again: 1 differ" in shown.err
    run_cli(["check", "--json"])
    assert json.loads(capsys.readouterr().out)["alerts"] == []


def _forget_findings(database: Path) -> None:
    """Pretend that earlier rules found nothing."""
    with closing(sqlite3.connect(database)) as connection, connection:
        (reading,) = connection.execute("SELECT reading FROM readings").fetchone()
        emptied = json.dumps({**json.loads(reading), "findings": []})
        connection.execute("UPDATE readings SET reading = ?", (emptied,))


def test_the_first_run_says_once_what_changed_since_the_baseline(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = folder / "articles" / "visit.txt"
    article.write_text(article.read_text().replace("2023", "2026").replace("September", "October"))
    config = folder / "config.toml"
    config.write_text(config.read_text().replace('"none"\nmax', '"packaged"\nmax'))
    run_cli(["check"])
    assert "1 council has changed since the baseline of 2026-06-29" in capsys.readouterr().err
    run_cli(["check"])
    assert "baseline" not in capsys.readouterr().err
    run_cli(["status", "Swindon"])
    assert "with the baseline of 2026-06-29" in capsys.readouterr().err


def test_events_that_would_be_others_are_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_cli(["check"])
    _rename_events(folder / "w.db")
    capsys.readouterr()
    assert run_cli(["reextract", "--diff"]) == 0
    shown = capsys.readouterr()
    assert "~ event" in shown.out
    assert "1 events would be others" in shown.err


def test_without_diff_only_the_sum_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder.exists()
    run_cli(["check"])
    capsys.readouterr()
    assert run_cli(["reextract"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "1 documents read again: 0 differ, 0 events would be others" in shown.err


def _rename_events(database: Path) -> None:
    """Pretend that earlier rules judged otherwise."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE events SET severity = 2")


def test_a_table_without_a_council_is_no_baseline(tmp_path: Path) -> None:
    page = tmp_path / "grades.html"
    page.write_text(
        "<table><tr><th>Local authority</th><th>Overall</th></tr>"
        "<tr><td>Nowhere-on-Sea</td><td>Good</td></tr></table>"
    )
    with pytest.raises(DocumentError, match="no council's grades"):
        baseline_records(str(page), SEEN)
