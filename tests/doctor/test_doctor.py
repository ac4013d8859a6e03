"""`watcher doctor`: each line ok, warning or problem, with what to do."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.doctor.conftest import CHANNELS, CONFIG, NOW, FakeWorld, lines, of
from tests.site.conftest import run
from watcher.app.clock import now as clock_now
from watcher.cli import run_cli
from watcher.config import load_config
from watcher.doctor import Level, examine
from watcher.doctor.network import hosts_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sound_watch_has_no_problem_and_every_bad_line_a_remedy(config: Path) -> None:
    run("check", "--config", str(config))
    found = lines(config, now=clock_now())
    assert [line for line in found if line.level is Level.PROBLEM] == []
    assert all(line.remedy for line in found if line.level is not Level.OK)
    assert {"python", "sqlite", "config", "disk", "clock", "time zone", "database", "baseline"} <= {
        line.check for line in found
    }
    assert of(found, "source news")[0][0] is Level.OK


def test_before_the_first_check_it_says_so_and_makes_no_database(config: Path) -> None:
    found = lines(config)
    assert (Level.WARNING, f"{config.parent / 'w.db'} does not exist yet") in of(found, "database")
    assert not (config.parent / "w.db").exists()


def test_what_is_wrong_with_channels_and_names_is_found(config: Path) -> None:
    config.write_text(CONFIG + CHANNELS, encoding="utf-8")
    found = lines(config)
    assert any("NO_SUCH_VARIABLE_HERE" in text for _, text in of(found, "secrets"))
    assert any("no-such-program" in text for _, text in of(found, "notifier run"))
    (councils, *_) = [line for line in found if line.check == "councils"]
    assert "Swindn" in councils.text
    assert "Swindon" in councils.remedy


def test_every_host_is_looked_up_and_spoken_to(config: Path) -> None:
    config.write_text(CONFIG + CHANNELS, encoding="utf-8")
    hosts = {(host.name, host.port, host.secure) for host in hosts_of(load_config(config))}
    assert hosts == {
        ("feeds.example.org", 443, True),
        ("hook.example.org", 443, True),
        ("mail.example.org", 587, False),
    }
    broken = FakeWorld("dns feeds.example.org", "tls hook.example.org", "tcp mail.example.org")
    found = lines(config, broken)
    assert of(found, "dns")[0][0] is Level.PROBLEM
    assert of(found, "host hook.example.org:443")[0][0] is Level.PROBLEM
    assert of(found, "host mail.example.org:587")[0][0] is Level.PROBLEM
    assert of(found, "host feeds.example.org:443")[0][0] is Level.OK


def test_an_address_that_is_a_secret_is_never_shown(config: Path) -> None:
    config.write_text(CONFIG + CHANNELS, encoding="utf-8")
    shown = " ".join(
        line.check + line.text + line.remedy
        for line in lines(config, FakeWorld("tls hook.example.org"))
    )
    assert "hook.example.org" in shown
    assert "secret-path" not in shown


def test_a_certificate_that_ends_soon_is_a_warning(config: Path) -> None:
    config.write_text(CONFIG + CHANNELS, encoding="utf-8")
    assert of(lines(config, FakeWorld(days=3)), "host hook.example.org:443")[0][0] is Level.WARNING


def test_offline_asks_nobody(config: Path) -> None:
    config.write_text(CONFIG + CHANNELS, encoding="utf-8")
    found = examine(load_config(config), FakeWorld("dns hook.example.org"), NOW, offline=True)
    assert not [line for line in found if line.check.startswith(("dns", "host"))]


@pytest.mark.parametrize(
    ("free", "level"), [(10**10, Level.OK), (10**8, Level.WARNING), (10**6, Level.PROBLEM)]
)
def test_a_full_disk_is_seen_before_it_is_full(config: Path, free: int, level: Level) -> None:
    assert of(lines(config, FakeWorld(free=free)), "disk")[0][0] is level


def test_a_clock_that_was_set_back_is_found(config: Path) -> None:
    (config.parent / "news" / "a.txt").write_text(
        "Council rated inadequate\n\n1 October 2024\n\nOfsted has rated Swindon Borough Council's "
        "children's services inadequate after an inspection in August 2024.",
        encoding="utf-8",
    )
    run("check", "--config", str(config))
    long_ago = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)
    assert of(lines(config, now=long_ago), "clock")[0][0] is Level.PROBLEM
    assert of(lines(config, now=long_ago.replace(year=1970)), "clock")[0][0] is Level.PROBLEM


def test_a_damaged_database_is_found(config: Path) -> None:
    run("check", "--config", str(config))
    database = config.parent / "w.db"
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = bytearray(database.read_bytes())
    content[8192:60000] = b"\xff" * (60000 - 8192)
    database.write_bytes(content)
    assert of(lines(config), "database")[0][0] is Level.PROBLEM


def test_a_file_that_is_no_database_is_found(config: Path) -> None:
    (config.parent / "w.db").write_text("this is no database, only a text of some length" * 50)
    assert of(lines(config), "database")[0][0] is Level.PROBLEM


def test_secrets_that_others_can_read_are_found(config: Path) -> None:
    text = CHANNELS.replace('{ env = "NO_SUCH_VARIABLE_HERE" }', '"hunter2"')
    config.write_text(CONFIG + text, encoding="utf-8")
    config.chmod(0o644)
    found = lines(config)
    assert of(found, "permissions")[0][0] is Level.WARNING
    assert of(found, "secrets")[0][0] is Level.WARNING
    assert "hunter2" not in str(found)


def test_an_old_baseline_is_a_warning(config: Path) -> None:
    run("check", "--config", str(config))
    late = NOW + dt.timedelta(days=600)
    assert of(lines(config, now=late), "baseline")[0][0] is Level.WARNING


def test_a_watch_that_stands_still_is_a_warning(config: Path) -> None:
    run("check", "--config", str(config))
    later = clock_now() + dt.timedelta(days=5)
    assert of(lines(config, now=later), "source news")[0][0] is Level.WARNING


def test_the_command_prints_json_and_ends_with_three_on_a_problem(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text(CONFIG + CHANNELS, encoding="utf-8")
    assert run_cli(["doctor", "--offline", "--json", "--config", str(config)]) == 3
    checks = json.loads(capsys.readouterr().out)["checks"]
    assert {check["level"] for check in checks} == {"ok", "warning", "problem"}
    assert set(checks[0]) == {"check", "level", "text", "remedy"}
    assert run_cli(["doctor", "--offline", "--config", str(config)]) == 3
    said = capsys.readouterr()
    assert "✗ problem" in said.out
    assert "→" in said.out
    assert "problems" in said.err


def test_a_configuration_that_cannot_be_used_ends_with_two(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("[watchr]\n", encoding="utf-8")
    assert run_cli(["doctor", "--config", str(config)]) == 2
    assert "watchr" in capsys.readouterr().err
