"""`watcher export`: data out."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
from typing import TYPE_CHECKING

import openpyxl
import pytest
from sqlite_utils import Database

from tests.site.conftest import CONFIG, run, watch
from watcher.errors import UsageError, WatcherError
from watcher.export import Table, write
from watcher.store.views import VIEWS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    path = tmp_path_factory.mktemp("export") / "config.toml"
    path.write_text(CONFIG.format(seeds=seeds), encoding="utf-8")
    watch(path)
    return path


def rows(config: Path, view: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run("export", view, "--config", str(config)))))


def test_the_timeline_as_csv_has_the_sentence_that_proves_it(config: Path) -> None:
    found = [row for row in rows(config, "timeline") if row["council"] == "Swindon"]
    assert any("significant weaknesses" in row["quote"] for row in found)
    assert {"was", "found", "published", "severity"} <= found[0].keys()


def test_json_lines_hold_the_same_rows(config: Path) -> None:
    text = run("export", "alert_list", "--format", "jsonl", "--config", str(config))
    listed = [json.loads(line) for line in text.splitlines()]
    assert [one["id"] for one in listed] == [row["id"] for row in rows(config, "alert_list")]
    assert {one["severity"] for one in listed} <= {"low", "medium", "high", "critical"}


def test_every_view_is_written_into_a_folder(config: Path, tmp_path: Path) -> None:
    run("export", "-o", str(tmp_path / "out"), "--config", str(config))
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(VIEWS)


def test_a_workbook_has_a_sheet_a_view_and_a_head_that_stays(config: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.xlsx"
    run("export", "--format", "xlsx", "-o", str(target), "--config", str(config))
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == list(VIEWS)
    sheet = book["council_grades"]
    assert sheet["A1"].value == "code"
    assert sheet.max_row > 150


def test_parquet_keeps_numbers_as_numbers(config: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    target = tmp_path / "f.parquet"
    run("export", "findings", "--format", "parquet", "-o", str(target), "--config", str(config))
    table = parquet.read_table(target)
    assert table.num_rows > 500
    assert str(table.schema.field("confidence").type) == "double"
    assert str(table.schema.field("council").type) == "string"


def test_an_unknown_name_is_answered_with_the_nearest(config: Path) -> None:
    with pytest.raises(UsageError) as caught:
        run("export", "timelin", "--config", str(config))
    assert "timeline" in caught.value.hint


@pytest.mark.parametrize(
    "arguments", [["--format", "xlsx"], ["--format", "parquet", "falls"], []], ids=str
)
def test_what_does_not_fit_on_stdout_says_so(config: Path, arguments: list[str]) -> None:
    with pytest.raises(UsageError, match=r"stdout|no text"):
        run("export", *arguments, "--config", str(config))


def test_a_target_that_cannot_be_written_is_an_error_without_a_half_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    table = Table(name="t", columns=("a",), rows=[(1,)])
    with pytest.raises(WatcherError, match="cannot be written"):
        write("csv", [table], tmp_path / "file" / "t.csv")


def test_a_failing_row_leaves_no_half_file(tmp_path: Path) -> None:
    def broken() -> object:
        yield (1,)
        raise sqlite3.OperationalError("gone")

    table = Table(name="t", columns=("a",), rows=broken())  # type: ignore[arg-type]
    with pytest.raises(sqlite3.OperationalError):
        write("csv", [table], tmp_path / "t.csv")
    assert list(tmp_path.iterdir()) == []


def test_formulas_and_controls_are_disarmed(tmp_path: Path) -> None:
    table = Table(name="t", columns=("a", "b"), rows=[("=1+1", "x\x00\x1b[1m" * 9000), (None, 2)])
    write("xlsx", [table], tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["t"]
    assert sheet["A2"].value == "'=1+1"
    assert len(sheet["B2"].value) <= 32_767
    assert sheet["B3"].value == 2


def test_the_views_work_with_sqlite_utils(config: Path) -> None:
    database = Database(config.parent / "watcher.db")
    assert set(VIEWS) <= set(database.view_names())
    grades = {row["council"]: row for row in database["council_grades"].rows}
    assert grades["Swindon"]["headline"]
    assert next(iter(database.query("select count(*) as n from evidence")))["n"] > 500
    database.close()


def test_datasettes_metadata_names_what_is_there_and_its_questions_run(
    config: Path, tmp_path: Path
) -> None:
    target = tmp_path / "metadata.json"
    run("export", "--metadata", str(target), "--config", str(config))
    (described,) = json.loads(target.read_text(encoding="utf-8"))["databases"].items()
    name, content = described
    assert name == "watcher"
    database = sqlite3.connect(config.parent / "watcher.db")
    there = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    assert set(content["tables"]) <= there
    for query in content["queries"].values():
        given = {"council": "Swindon", "words": "children"}
        assert database.execute(query["sql"], given).fetchall()
    database.close()


def test_the_list_says_what_each_table_holds() -> None:
    shown = run("export", "--list")
    assert all(view in shown for view in VIEWS)


def test_parquet_without_its_library_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    table = Table(name="t", columns=("a",), rows=[(1,)])
    with pytest.raises(UsageError) as caught:
        write("parquet", [table], tmp_path / "t.parquet")
    assert "watcher[parquet]" in caught.value.hint


def test_metadata_that_cannot_be_written_is_an_error(config: Path, tmp_path: Path) -> None:
    with pytest.raises(WatcherError, match="metadata cannot be written"):
        run("export", "--metadata", str(tmp_path / "no" / "m.json"), "--config", str(config))


def test_names_of_tables_and_regions_are_completed() -> None:
    from watcher.cli.completing import complete_region
    from watcher.cli.export import _views

    assert _views(None, None, "fal") == ["falls"]  # type: ignore[arg-type]
    found = complete_region(None, None, "south")  # type: ignore[arg-type]
    assert [item.value for item in found] == ["south-east", "south-west"]


def test_only_views_can_be_read() -> None:
    from watcher.store.views import Views

    with pytest.raises(KeyError):
        Views(None).columns("meta; DROP TABLE alerts")  # type: ignore[arg-type]
