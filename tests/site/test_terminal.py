"""`status`, `show`, `prune`, `completion` for people and for monitoring."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import CONFIG, run, watch
from watcher.alerting.render.status import sparkline
from watcher.cli import run_cli
from watcher.cli.progress import Bars

if TYPE_CHECKING:
    from pathlib import Path

GROUPS = '\n[groups]\nmine = ["Swindon", "LB Bexley"]\n'


@pytest.fixture
def own(tmp_path: Path, seeds: Path) -> Path:
    config = tmp_path / "config.toml"
    config.write_text(CONFIG.format(seeds=seeds) + GROUPS, encoding="utf-8")
    watch(config)
    return config


@pytest.fixture
def lines(watched: Path) -> list[str]:
    return run("status", "--config", str(watched)).splitlines()


def test_the_table_answers_who_stands_where_and_how_old_that_is(lines: list[str]) -> None:
    (swindon,) = [line for line in lines if " Swindon " in line]
    assert swindon.startswith("I  Swindon")
    assert "inadequate" in swindon
    assert "17 July 2023 (" in swindon
    assert re.search(r"[▁▃▅█]", swindon)


def test_the_table_ends_with_the_number_in_each_grade(lines: list[str]) -> None:
    assert re.match(r"153 councils: \d+ outstanding, \d+ good, \d+ requires", lines[-1])


def test_nothing_depends_on_colour_and_a_pipe_gets_none(watched: Path) -> None:
    assert "\x1b" not in run("status", "--config", str(watched))
    assert "\x1b" not in run("show", "Swindon", "--config", str(watched))


def test_only_worse_shows_only_those_that_fell_lately(watched: Path) -> None:
    rows = json.loads(
        run("status", "--only", "worse", "--changed-since", "2023-01-01", "--json",
            "--config", str(watched))
    )  # fmt: skip
    everyone = json.loads(run("status", "--json", "--config", str(watched)))
    assert 0 < len(rows) < len(everyone) / 2


def test_changed_since_counts_both_ways(watched: Path) -> None:
    def names(*more: str) -> set[str]:
        shown = run("status", *more, "--json", "--config", str(watched))
        return {row["council"]["name"] for row in json.loads(shown)}

    worse = names("--only", "worse", "--changed-since", "2023-01-01")
    moved = names("--changed-since", "2023-01-01")
    assert worse < moved
    assert names("--changed-since", "2100-01-01") == set()


@pytest.mark.parametrize("sort", ["grade", "change", "age", "region", "name"])
def test_the_table_is_sorted_as_asked(watched: Path, sort: str) -> None:
    shown = json.loads(run("status", "--sort", sort, "--json", "--config", str(watched)))
    rank = {"inadequate": 1, "requires_improvement": 2, "good": 3, "outstanding": 4}
    keys = {
        "grade": [rank[row["headline"]["outcome"]] for row in shown if row["headline"]],
        "region": [row["region"] for row in shown],
        "name": [row["council"]["name"] for row in shown],
    }
    assert len(shown) == 153
    assert keys.get(sort, []) == sorted(keys.get(sort, []))


def test_sorted_by_change_the_latest_comes_first(watched: Path) -> None:
    text = run("status", "--sort", "change", "--config", str(watched)).splitlines()
    years = [int(found[1]) for line in text if (found := re.search(r"[▼▲] .*? (\d{4}) ", line))]
    assert years[0] >= 2026
    assert years == sorted(years, reverse=True)


def test_a_group_of_the_configuration_is_shown(own: Path) -> None:
    rows = json.loads(run("status", "--group", "mine", "--json", "--config", str(own)))
    assert [row["council"]["name"] for row in rows] == ["Bexley", "Swindon"]


def test_an_unknown_group_or_region_is_answered_with_the_nearest(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_cli(["status", "--group", "mien", "--config", str(own)]) == 2
    assert "'mine'" in capsys.readouterr().err


def test_a_sparkline_shows_the_latest_eight(lines: list[str]) -> None:
    del lines
    assert sparkline([1, 2, 3, 4]) == "▁▃▅█"
    assert len(sparkline([2] * 20)) == 8


def nagios(config: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = run_cli(["status", "--nagios", "--config", str(config), *more])
    return code, capsys.readouterr().out.strip()


def test_monitoring_gets_one_line_with_perfdata(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, line = nagios(own, capsys)
    assert code == 1
    assert line.startswith("WATCHER WARNING - ")
    assert re.search(r"\| worse=\d+;0;;0 outstanding=\d+;;;0 ", line)
    assert line.count("|") == 1
    assert "\n" not in line


def test_monitoring_is_quiet_when_nothing_got_worse(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, line = nagios(own, capsys, "--changed-since", "2100-01-01")
    assert (code, line[:10]) == (0, "WATCHER OK")


def test_monitoring_is_alarmed_by_a_critical_fall(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(own.parent / "watcher.db") as database:
        database.execute("UPDATE alerts SET severity = 4 WHERE council_name = 'Leeds'")
    database.close()
    code, line = nagios(own, capsys)
    assert (code, line[:16]) == (2, "WATCHER CRITICAL")


def test_monitoring_without_a_database_or_configuration_is_unknown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "c.toml"
    config.write_text("[watcher]\n")
    assert nagios(config, capsys)[0] == 3
    config.write_text("[wacher]\n")
    code, line = nagios(config, capsys)
    assert code == 3
    assert line.startswith("WATCHER UNKNOWN - ")


def test_show_tells_the_timeline_with_quotes_and_links(watched: Path) -> None:
    text = run("show", "swindon", "--config", str(watched))
    assert "Timeline, latest first" in text
    assert "“" in text
    assert "https://" in text
    assert text.index("2023") < text.index("20 August 2009")


def test_show_names_predecessors_and_successors(watched: Path) -> None:
    assert "in the place of Cumbria" in run("show", "Cumberland", "--config", str(watched))
    gone = run("show", "Cumbria", "--config", str(watched))
    assert "followed by" in gone
    assert "Westmorland and Furness" in gone


def test_in_a_terminal_there_is_colour(own: Path) -> None:
    script = (
        "import sys; from watcher.cli import run_cli; import watcher.app.clock as c;"
        "c.colour_wanted = lambda: True; sys.exit(run_cli(sys.argv[1:]))"
    )
    for command in (["status"], ["show", "Swindon"]):
        done = subprocess.run(
            [sys.executable, "-c", script, *command, "--config", str(own)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "\x1b[" in done.stdout
        assert "Swindon" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_completion(shell: str) -> None:
    assert "_WATCHER_COMPLETE" in run("completion", shell)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("north-s", ["north-somerset"]),
        ("Kent", ["kent"]),
        ("upon-h", ["kingston-upon-hull"]),
        ("zzz", []),
    ],
)
def test_names_of_councils_are_completed_in_one_word(
    watched: Path, typed: str, offered: list[str]
) -> None:
    from watcher.cli.completing import complete_council

    found = complete_council(None, None, typed)  # type: ignore[arg-type]
    assert [item.value for item in found] == offered
    for item in found:
        assert run("show", item.value, "--config", str(watched))


def test_prune_forgets_texts_that_nothing_rests_on_and_nothing_else(own: Path) -> None:
    more = own.parent / "more"
    more.mkdir()
    (more / "fair.txt").write_text("The village fair was opened by the mayor on Saturday.\n")
    with own.open("a", encoding="utf-8") as file:
        file.write('\n[[source]]\nname = "more"\ntype = "file"\npath = "more"\n')
    run("check", "--config", str(own))
    path = own.parent / "watcher.db"
    with sqlite3.connect(path) as database:
        database.execute("UPDATE versions SET fetched = '2020-01-01T00:00:00.000000+00:00'")
    database.close()
    before = run("status", "--json", "--config", str(own))
    assert json.loads(run("prune", "--dry-run", "--json", "--config", str(own)))["texts"] == 1
    assert "1 texts of documents" in run("prune", "--vacuum", "--config", str(own))
    assert json.loads(run("prune", "--json", "--config", str(own)))["texts"] == 0
    assert run("status", "--json", "--config", str(own)) == before
    database = sqlite3.connect(path)
    kept = sorted(row[0] for row in database.execute("SELECT length(text) FROM versions"))
    database.close()
    assert kept[0] == 0
    assert all(kept[1:])
    again = json.loads(run("check", "--all", "--json", "--config", str(own)))
    assert [source["documents"]["new"] for source in again["sources"]] == [0, 0]


def test_bars_appear_only_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    bars = Bars()
    assert list(bars.over("things", range(3), 3)) == [0, 1, 2]
    bars.close()
    assert capsys.readouterr().err == ""


def test_a_bar_appears_when_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    import watcher.cli.progress as module

    monkeypatch.setattr(module, "PATIENCE", 0.0)
    bars = Bars()
    monkeypatch.setattr(bars, "_wanted", True)
    assert list(bars.over("things", range(3), 3)) == [0, 1, 2]
    assert bars._bars is not None
    bars.close()


def test_what_lasts_shows_that_it_lasts_on_a_terminal_only(own: Path) -> None:
    script = (
        "import sys, watcher.cli.progress as p, io;"
        "p.PATIENCE = 0.0; sys.stderr.isatty = lambda: True;"
        "from watcher.cli import run_cli; sys.exit(run_cli(sys.argv[1:]))"
    )
    seeds = json.loads(run("status", "--json", "--config", str(own)))
    assert seeds
    folder = str(own.parent / "site-of-bars")
    for command in (["site", folder, "--config", str(own)], ["reextract", "--config", str(own)]):
        done = subprocess.run(
            [sys.executable, "-c", script, *command],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "TERM": "xterm", "FORCE_COLOR": "1"},
        )
        assert "/" in done.stderr
        assert "councils" in done.stderr or "documents" in done.stderr
        assert done.stdout == ""


def test_something_of_unknown_length_spins_until_there_is_something_to_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import watcher.cli.progress as module

    monkeypatch.setattr(module, "PATIENCE", 0.0)
    bars = Bars()
    monkeypatch.setattr(bars, "_wanted", True)
    bars.spin("looking")
    assert bars._timer is not None
    bars._timer.join()
    assert bars._bars is not None
    bars.close()
    late = Bars()
    monkeypatch.setattr(late, "_wanted", True)
    late.close()
    late._spin("too late")
    assert late._bars is None
