"""The layers hold, and the core stays pure."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def test_data_flows_one_way_and_the_core_does_no_io() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_module_gives_a_name_twice() -> None:
    """A constant that is set again further down changes what stands above it."""
    twice: list[str] = []
    for path in sorted((ROOT / "watcher").rglob("*.py")):
        names: Counter[str] = Counter()
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                names[node.name] += 1
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names.update(n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name))
        twice += [f"{path.name}: {name}" for name, count in names.items() if count > 1]
    assert not twice


def test_nothing_stands_in_the_project_that_is_no_part_of_it() -> None:
    """A file left over from trying something out would be published with the rest."""
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout: what is part of the project cannot be told")
    known = {"CHANGELOG.md", "LICENSE", "Makefile", "README.md", "constraints.txt", "docs"}
    known |= {".ci", ".gitignore", "benchmarks", "config.example.toml", "pyproject.toml"}
    known |= {"scripts", "seeds", "tests", "watcher"}
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {Path(name).parts[0] for name in listed.stdout.splitlines()} == known


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
