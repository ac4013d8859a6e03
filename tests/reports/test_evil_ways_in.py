"""By whatever way an evil PDF comes in, the run goes on and says which file it was."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.commands import settings
from tests.reports.evil import EVIL
from tests.reports.pdfs import make_pdf
from watcher.app.engine import the_engine
from watcher.cli import run_cli

if TYPE_CHECKING:
    from pathlib import Path

REPORTS = """
[[source]]
name = "reports"
type = "file"
path = "reports"
"""
FRONT = """Halton Borough Council
Inspection of local authority children’s services
Inspection dates: 6 May 2024 to 17 May 2024
Lead inspector: Jane Smith, His Majesty’s Inspector
Judgement Grade
The impact of leaders on social work practice with children and families Inadequate
The experiences and progress of children who need help and protection Inadequate
The experiences and progress of children in care Good
The experiences and progress of care leavers Good
Overall effectiveness Inadequate"""
EVIL_ONE = "1 evil - 1 July 2024.pdf"
SOUND_ONE = "2 sound - 2 July 2024.pdf"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with an evil report and, after it, a sound one."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / EVIL_ONE).write_bytes(EVIL["a_character_map_bomb"]())
    (reports / SOUND_ONE).write_bytes(make_pdf([FRONT]))
    (tmp_path / "config.toml").write_text(settings(REPORTS))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def says_which(text: str) -> bool:
    """Tell whether it is said which file takes too long, and what to do."""
    return f"{EVIL_ONE}: takes more than" in text and "print it" in text


def test_extract_reads_what_comes_after(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = sorted(str(path) for path in (folder / "reports").iterdir())
    assert run_cli(["extract", "--jsonl", *paths]) == 3
    evil, sound = map(json.loads, capsys.readouterr().out.splitlines())
    assert says_which(evil["error"])
    assert len(sound["findings"]) == 5


def test_a_replay_reads_what_comes_after(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_cli(["replay", str(folder / "reports")])
    said = capsys.readouterr()
    assert says_which(said.err)
    assert "Halton" in said.out + said.err


def test_a_check_takes_in_what_comes_after_and_reads_the_evil_one_only_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder.is_dir()
    run_cli(["check", "--json"])
    first = json.loads(capsys.readouterr().out)["sources"][0]
    assert says_which(first["error"])
    assert first["documents"] == {"seen": 2, "new": 2, "changed": 0}
    start = time.monotonic()
    run_cli(["check", "--json"])
    assert time.monotonic() - start < 2
    assert json.loads(capsys.readouterr().out)["sources"][0]["documents"]["new"] == 0


def test_a_check_on_a_machine_without_the_engine_is_made_up_for_by_the_next(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "reports" / EVIL_ONE).unlink()
    the_engine().end()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", str(folder / "none"))
        run_cli(["check", "--json"])
    (failed,) = json.loads(capsys.readouterr().out)["sources"]
    assert (failed["status"], failed["documents"]["new"]) == ("failed", 0)
    assert "the PDF engine cannot be started" in failed["error"]
    run_cli(["check", "--json", "--all"])
    (read,) = json.loads(capsys.readouterr().out)["sources"]
    assert (read["error"], read["documents"]["new"]) == (None, 1)


def test_reextract_goes_on_after_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    run_cli(["check", "--json"])
    capsys.readouterr()
    start = time.monotonic()
    assert run_cli(["reextract", "--diff", "--json"]) == 0
    assert time.monotonic() - start < 6
    said = json.loads(capsys.readouterr().out)
    assert said["documents"] == 2


def test_import_says_that_a_pdf_is_no_table(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_cli(["import", str(folder / "reports" / EVIL_ONE)]) == 1
    assert f"{EVIL_ONE}: is a PDF, and no table of grades" in capsys.readouterr().err
