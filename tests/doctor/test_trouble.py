"""What the doctor says of a watch in which things have gone wrong."""

from __future__ import annotations

import datetime as dt
import sqlite3
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.doctor.conftest import CHANNELS, CONFIG, FakeWorld, lines, of
from tests.site.conftest import run
from watcher.app.clock import now
from watcher.cli import run_cli
from watcher.doctor import Level, machine
from watcher.doctor.examine import CHECKS

if TYPE_CHECKING:
    from pathlib import Path

FALL = (
    "Council rated inadequate\n\n1 October 2026\n\nOfsted has rated Swindon Borough Council's "
    "children's services inadequate after an inspection in August 2026."
)


@pytest.fixture
def watched(config: Path) -> Path:
    (config.parent / "news" / "b.txt").write_text(FALL, encoding="utf-8")
    run("check", "--config", str(config))
    return config


def change(path: Path, *statements: str) -> None:
    database = sqlite3.connect(path.parent / "w.db")
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


def test_a_failing_source_is_a_problem_and_a_quiet_one_a_warning(watched: Path) -> None:
    change(watched, "UPDATE source_health SET state = 'failing', error = 'forbidden'")
    ((level, text),) = of(lines(watched, now=now()), "source news")
    assert level is Level.PROBLEM
    assert "forbidden" in text
    change(watched, "UPDATE source_health SET state = 'quiet'")
    assert of(lines(watched, now=now()), "source news")[0][0] is Level.WARNING
    change(watched, "UPDATE source_health SET state = 'ok', last_good = NULL")
    assert of(lines(watched, now=now()), "source news")[0][0] is Level.WARNING


def test_a_source_whose_file_is_gone_is_a_problem(watched: Path) -> None:
    (watched.parent / "news").rename(watched.parent / "old")
    found = of(lines(watched, now=now()), "source news")
    assert (Level.PROBLEM, f"{watched.parent / 'news'} does not exist") in found


def test_a_failing_channel_is_a_problem(watched: Path) -> None:
    watched.write_text(CONFIG + CHANNELS, encoding="utf-8")
    change(
        watched, "INSERT INTO channels(notifier, failures, since) VALUES ('mail', 3, '2026-10-01')"
    )
    ((level, text),) = of(lines(watched), "notifier mail")
    assert level is Level.PROBLEM
    assert "last 3 attempts" in text


def test_what_waits_for_a_person_is_told(watched: Path) -> None:
    change(
        watched,
        "UPDATE alerts SET held = 1",
        "INSERT INTO messages(key, notifier, kind, subject, state, created) "
        "VALUES ('k', 'mail', 'alert', 's', 'dead', '2026-10-01')",
    )
    found = lines(watched)
    assert of(found, "alerts")[0][0] is Level.WARNING
    assert of(found, "outbox")[0][0] is Level.PROBLEM


def test_a_watch_of_nothing_that_tells_nobody_says_so(config: Path) -> None:
    config.write_text('[watcher]\ndatabase = "w.db"\nbaseline = "none"\n', encoding="utf-8")
    found = lines(config)
    texts = [text for level, text in of(found, "config") if level is Level.WARNING]
    assert texts == ["no source is watched", "nobody is told"]
    assert of(found, "baseline")[0][0] is Level.WARNING


def test_missing_libraries_are_named_with_their_extra(
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import importlib.util

    more = '[daemon]\nmetrics = "127.0.0.1:9123"\n'
    config.write_text(CONFIG + more, encoding="utf-8")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    (line,) = [line for line in lines(config) if line.check == "extras"]
    assert "watcher[metrics]" in line.remedy


def test_an_old_sqlite_and_one_without_search_are_problems(
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(machine, "OLDEST_SQLITE", (99, 0, 0))
    assert of(lines(config), "sqlite")[0][0] is Level.PROBLEM
    monkeypatch.setattr(machine, "OLDEST_SQLITE", (3, 0, 0))

    class Bare:
        def execute(self, _sql: str) -> Any:
            raise sqlite3.OperationalError("no such module: fts5")

        def close(self) -> None:
            """Do nothing."""

    monkeypatch.setattr(machine.sqlite3, "connect", lambda _path: Bare())
    (line,) = machine.sqlite(None)  # type: ignore[arg-type]
    assert line.level is Level.PROBLEM
    assert "FTS5" in line.remedy


def test_a_folder_that_cannot_be_written_is_a_problem(
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    more = '[site]\ndirectory = "deep/www"\n'
    config.write_text(CONFIG + more, encoding="utf-8")
    assert len(of(lines(config), "write access")) == 2
    monkeypatch.setattr(machine.tempfile, "TemporaryFile", refuse)
    assert {level for level, _ in of(lines(config), "write access")} == {Level.PROBLEM}


def test_a_database_that_everybody_can_write_is_a_warning(watched: Path) -> None:
    (watched.parent / "w.db").chmod(0o666)
    assert of(lines(watched), "permissions")[0][0] is Level.WARNING


def test_a_large_database_is_worth_a_word(watched: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from watcher.doctor import setup

    monkeypatch.setattr(setup, "LARGE", 1)
    assert of(lines(watched), "database")[0][0] is Level.WARNING


def test_a_time_zone_other_than_the_machines_is_told(
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = CONFIG.replace("[watcher]", '[watcher]\ntimezone = "Asia/Tokyo"')
    config.write_text(text, encoding="utf-8")
    monkeypatch.setenv("TZ", "UTC")
    ((_, said),) = of(lines(config), "time zone")
    assert "cron goes by that" in said


def test_a_check_that_fails_is_a_line_and_the_others_go_on(
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from watcher.doctor import examine as module

    def broken(_patient: object) -> Any:
        raise OSError("the disk is gone")

    monkeypatch.setattr(sys.modules["watcher.doctor.examine"], "CHECKS", (broken, *CHECKS))
    assert module is not None
    found = lines(config)
    assert of(found, "broken") == [(Level.PROBLEM, "the disk is gone")]
    assert len(found) > 5


def test_an_address_that_cannot_be_found_is_left_out(config: Path) -> None:
    text = CHANNELS.replace(
        'url = "https://hook.example.org/secret-path"', 'url = { env = "NOT_SET" }'
    )
    config.write_text(CONFIG + text + '\n[daemon]\nheartbeat = "http://beat.example.org/x"\n')
    found = lines(config, FakeWorld())
    assert not [line for line in found if "hook.example.org" in line.check]
    assert of(found, "host beat.example.org:80")[0][0] is Level.OK


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("UPDATE source_health SET state = 'failing'", "failing: news"),
        ("UPDATE source_health SET last_good = '2020-01-01T00:00:00+00:00'", "no source has"),
    ],
)
def test_monitoring_is_warned_of_a_watch_that_does_not_see(
    config: Path,
    capsys: pytest.CaptureFixture[str],
    statement: str,
    word: str,
) -> None:
    run("check", "--config", str(config))
    change(config, statement)
    assert run_cli(["status", "--nagios", "--config", str(config)]) == 1
    assert word in capsys.readouterr().out


def test_ages_are_told_in_days_months_or_years() -> None:
    from watcher.app.surveying import seen_words
    from watcher.model.dates import PartialDate

    day = dt.date(2026, 1, 31)
    assert seen_words(PartialDate("2026-01-01"), day) == "1 January 2026 (30 d)"
    assert seen_words(PartialDate("2025-01"), day) == "January 2025 (13 mo)"
    assert seen_words(PartialDate("2020"), day) == "2020 (6.1 y)"
    assert seen_words(None, day) == ""
