"""The layers hold, and the core stays pure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def test_data_flows_one_way_and_the_core_does_no_io() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


HEAVY = ("pydantic", "sqlite_utils", "httpx", "trafilatura", "rich", "lxml", "feedparser")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["chekc"]], ids=str)
def test_help_version_and_a_typo_load_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from watcher.cli import run_cli; run_cli(sys.argv[2:]); "
        "print('loaded:', [m for m in sys.argv[1].split(',') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, ",".join(HEAVY), *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "loaded: []"


IDLE = (*HEAVY[1:], "httpcore", "jinja2", "apscheduler", "ahocorasick_rs", "bs4", "pypdfium2")


def test_a_check_in_which_nothing_happens_loads_neither_reader_nor_network(
    tmp_path: Path, seeds: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(
        '[watcher]\nmax_age = "none"\nhold_above = 0\nbaseline = "none"\n'
        f'[[source]]\nname = "seeds"\ntype = "file"\npath = "{seeds}"\n'
        '[[notify]]\ntype = "terminal"\n'
    )
    code = (
        "import sys; from watcher.cli import run_cli; "
        "code = run_cli(['check', '--config', sys.argv[2]]); "
        "print('loaded:', code, [m for m in sys.argv[1].split(',') if m in sys.modules])"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code, ",".join(IDLE), str(config)],
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stdout == "loaded: 0 []\n"
