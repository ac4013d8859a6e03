"""`watcher replay`: a folder of documents in the order in which they were published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from watcher.cli import run_cli

_HEAD = (
    "<tr><th>Local authority</th><th>Link</th><th>Inspection start date</th><th>Overall</th></tr>"
)
_FALL = (
    "Swindon's children's services rated inadequate\n\n"
    "Monday, September 11, 2023\n\n"
    "Ofsted has rated children's services at Swindon Borough Council inadequate.\n"
)


def row(council: str, number: int, start: str, grade: str) -> str:
    link = f'<a href="https://files.example/v1/file/{number}">report</a>'
    return f"<tr><td>{council}</td><td>{link}</td><td>{start}</td><td>{grade}</td></tr>"


def register(*rows: str) -> str:
    return f"<html><body><table>{_HEAD}{''.join(rows)}</table></body></html>"


def replayed(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, dict[str, Any]]:
    code = run_cli(["replay", "--json", *map(str, args)])
    return code, json.loads(capsys.readouterr().out)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Give a folder of two fetches of a register."""
    old = row("Kent", 50_000_001, "01/03/2022", "outstanding")
    kept = row("Leeds", 50_000_002, "01/03/2022", "good")
    new = row("Kent", 50_000_900, "10/03/2025", "good")
    (tmp_path / "2025-05-02T090000.html").write_text(register(new, kept))
    (tmp_path / "2025-05-01T090000.html").write_text(register(old, kept))
    (tmp_path / "README.md").write_text("# Not a document")
    return tmp_path


def test_dated_fetches_of_a_register_are_compared(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = replayed(capsys, pages)
    assert code == 0
    assert told["schema"] == 1
    (event,) = told["events"]
    assert event["change"] == "worsened"
    assert event["from"] == {"outcome": "outstanding", "when": "2022-03-01"}
    assert event["to"] == {"outcome": "good", "when": "2025-03-10"}
    assert event["status"] == "confirmed"
    assert len(told["alerts"]) == 1
    assert told["source_warnings"] == []
    assert told["errors"] == []


def test_two_registers_in_two_folders_are_not_mixed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, council in (("a", "Kent"), ("b", "Leeds")):
        (tmp_path / name).mkdir()
        page = register(row(council, 50_000_001, "01/03/2022", "good"))
        (tmp_path / name / "2025-05-01T090000.html").write_text(page)
    _, told = replayed(capsys, tmp_path)
    assert told["source_warnings"] == []
    assert told["events"] == []


def test_a_missing_row_is_told_with_its_moment(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    only = row("Leeds", 50_000_002, "01/03/2022", "good")
    (pages / "2025-05-03T090000.html").write_text(register(only))
    _, told = replayed(capsys, pages)
    (warning,) = told["source_warnings"]
    assert warning["when"].startswith("2025-05-03T09:00:00")
    assert warning["reason"] == "rows_missing"
    assert "Kent" in warning["detail"]


def test_articles_are_taken_in_the_order_of_their_publication(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = _FALL.replace("September 11, 2023", "September 15, 2023")
    (tmp_path / "a.txt").write_text(later)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.txt").write_text(_FALL)
    code, told = replayed(capsys, tmp_path)
    assert code == 0
    (event,) = [e for e in told["events"] if e["area"] == "overall"]
    assert event["to"]["outcome"] == "inadequate"
    assert event["published"] == "2023-09-11"
    assert [Path(cited["path"]).name for cited in event["evidence"]][::2] == ["b.txt", "a.txt"]
    (alert,) = told["alerts"]
    assert alert["published"] == "2023-09-11"
    assert alert["severity"] == "high"


def test_an_undated_document_is_listed_and_takes_no_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "undated.txt").write_text(_FALL.replace("Monday, September 11, 2023\n\n", ""))
    code, told = replayed(capsys, tmp_path)
    assert code == 0
    assert told["events"] == []
    assert [error["error"] for error in told["errors"]] == ["no_date"]


def test_a_files_own_time_is_no_date_but_its_name_may_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    undated = _FALL.replace("Monday, September 11, 2023\n\n", "")
    (tmp_path / "news - 11 september 2023.txt").write_text(undated)
    _, told = replayed(capsys, tmp_path)
    assert told["errors"] == []
    assert told["events"][0]["published"] == "2023-09-11"


def test_an_archive_is_read_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"id": "one", "published": "2023-09-11", "text": _FALL, "outlet": "The Example"},
        {"id": "two", "text": ""},
    ]
    (tmp_path / "archive.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    (tmp_path / "truth.jsonl").write_text(json.dumps({"file": "x.pdf", "grades": {}}))
    code, told = replayed(capsys, tmp_path)
    assert code == 3
    assert told["events"][0]["evidence"][0]["outlet"] == "The Example"
    assert [error["path"].rsplit("#")[-1] for error in told["errors"]] == ["two"]


def test_what_cannot_be_read_costs_nothing_else(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "broken.pdf").write_bytes(b"%PDF-1.4 nothing of it")
    (pages / "empty.txt").write_bytes(b"")
    code, told = replayed(capsys, pages)
    assert code == 3
    assert len(told["events"]) == 1
    assert len(told["errors"]) == 2


def test_a_baseline_is_what_stood_before_and_is_silent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "baseline.csv"
    table.write_text(
        "gss_code,name,overall,inspection_start,published\n"
        "E06000030,Swindon,requires improvement,2019-09-02,2019-10-11\n"
    )
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "fall.txt").write_text(_FALL)
    _, told = replayed(capsys, articles, "--baseline", table)
    (event,) = [e for e in told["events"] if e["area"] == "overall"]
    assert event["from"]["outcome"] == "requires_improvement"


def test_news_older_than_the_baseline_is_late_and_alerts_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fall.txt").write_text(_FALL.replace("2023", "2013"))
    _, told = replayed(capsys, tmp_path, "--baseline", "packaged")
    assert told["events"]
    assert all(event["late"] for event in told["events"])
    assert told["alerts"] == []


def test_a_baseline_that_does_not_exist_is_a_clear_error(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_cli(["replay", str(pages), "--baseline", str(pages / "none.csv")]) == 2
    assert "the baseline cannot be read" in capsys.readouterr().err


def test_a_folder_that_does_not_exist_is_a_clear_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_cli(["replay", str(tmp_path / "nowhere")]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_an_empty_folder_is_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = replayed(capsys, tmp_path)
    assert code == 0
    assert told == {"schema": 1, "events": [], "alerts": [], "source_warnings": [], "errors": []}


def test_people_are_told_in_lines(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_cli(["replay", str(pages)]) == 0
    shown = capsys.readouterr()
    assert "Kent: overall effectiveness fell from outstanding to good" in shown.out
    assert "1 event, 1 alert" in shown.err


def test_the_same_documents_replayed_twice_are_told_alike(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replayed(capsys, pages) == replayed(capsys, pages)
    once = replayed(capsys, pages)[1]
    assert replayed(capsys, pages, pages)[1]["alerts"] == once["alerts"]


def test_a_dated_page_that_is_no_register_is_read_as_an_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "2023-09-12T090000.html").write_text(
        '<html><head><meta property="article:published_time" content="2023-09-11"></head><body>'
        "<article><h1>Swindon's children's services rated inadequate</h1><p>Ofsted has rated "
        "children's services at Swindon Borough Council inadequate.</p></article></body></html>"
    )
    _, told = replayed(capsys, tmp_path)
    assert told["errors"] == []
    assert told["events"][0]["published"] == "2023-09-11"


def test_a_name_that_is_no_moment_is_no_fetch_of_a_register(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = register(row("Kent", 50_000_001, "01/03/2022", "good"))
    (tmp_path / "2023-13-45T990000.html").write_text(page)
    _, told = replayed(capsys, tmp_path)
    assert told["source_warnings"] == []
    assert told["events"] == []


def test_a_page_that_names_no_inspectorate_needs_no_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "flowers.html").write_text("<html><body><p>Roses are in bloom.</p></body></html>")
    code, told = replayed(capsys, tmp_path)
    assert code == 0
    assert told["errors"] == []


def test_what_is_no_archive_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.jsonl").write_text("{not json\n")
    (tmp_path / "empty.jsonl").write_text("\n\n")
    (tmp_path / "list.jsonl").write_text("[1]\n")
    code, told = replayed(capsys, tmp_path)
    assert code == 0
    assert told["errors"] == []


def test_one_file_may_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fall.txt").write_text(_FALL)
    _, told = replayed(capsys, tmp_path / "fall.txt")
    assert len(told["alerts"]) == 1


def test_people_are_told_of_odd_pages_and_of_what_was_not_read(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    only = row("Leeds", 50_000_002, "01/03/2022", "good")
    (pages / "2025-05-03T090000.html").write_text(register(only))
    (pages / "undated.txt").write_text("Ofsted has rated Swindon's children's services good.\n")
    run_cli(["replay", str(pages)])
    shown = capsys.readouterr()
    assert "2025-05-03  warning   rows_missing: 1 councils" in shown.out
    assert "no_date" in shown.err


def test_a_broken_line_before_the_documents_costs_only_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"id": "one", "published": "2023-09-11", "text": _FALL})
    (tmp_path / "archive.jsonl").write_text("{broken\n" + line)
    code, told = replayed(capsys, tmp_path)
    assert code == 3
    assert len(told["alerts"]) == 1
    assert len(told["errors"]) == 1
