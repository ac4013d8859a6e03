"""The reference folder's own scoring programs, run as a person runs them.

Their best results are floors: they may rise, never fall. `python -m tests.test_reference_scores`
raises what `reference_floors.toml` holds of articles; reports must be right to the last cell.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "reference_floors.toml"
WATCHER = f"{sys.executable} -m watcher"
PARTS = ("all", "clear")
KINDS = ("adverse", "outcomes", "improved")
FIGURES = ("precision", "recall", "f1")


@functools.cache
def scored(folder: Path, program: str, *arguments: str) -> dict[str, Any]:
    """Run a scoring program and read what it prints."""
    done = subprocess.run(
        [sys.executable, str(folder / "tools" / program), "--watcher", WATCHER, *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def articles(folder: Path) -> dict[str, Any]:
    """Score the labelled sample of articles."""
    return scored(folder, "score_articles.py", str(folder / "articles" / "dev.jsonl"))


def floors() -> dict[str, dict[str, float]]:
    """Give the floors, by part."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kind", KINDS)
def test_articles_score_no_less_than_ever(reference: Path, part: str, kind: str) -> None:
    reached = articles(reference)[part][kind]
    short = {
        figure: (reached[figure], floors()[part][f"{kind}_{figure}"])
        for figure in FIGURES
        if reached[figure] < floors()[part][f"{kind}_{figure}"]
    }
    assert short == {}


@pytest.mark.parametrize("part", PARTS)
def test_history_in_articles_is_found_and_not_taken_for_news(reference: Path, part: str) -> None:
    reached = articles(reference)[part]["background"]
    assert reached["recall"] >= floors()[part]["background_recall"]
    assert reached["taken_for_news"] <= floors()[part]["background_taken_for_news"]


@pytest.mark.parametrize("part", PARTS)
def test_an_article_without_a_finding_raises_no_alarm(reference: Path, part: str) -> None:
    assert articles(reference)[part]["false_alarms_on_no_finding"] == 0


def test_reports_are_read_without_a_wrong_cell(reference: Path) -> None:
    result = scored(reference, "score_reports.py", str(reference / "reports" / "truth.jsonl"))
    assert result["cells"] > 0
    assert result["wrong"] == 0


def raised(folder: Path) -> str:
    """Give the floors, raised to what is reached now."""
    old = floors() if FLOORS.exists() else {}
    lines = [
        "# The best that the reference's scoring program has given; see test_reference_scores.py.\n"
    ]
    for part in PARTS:
        result, kept = articles(folder)[part], old.get(part, {})
        lines.append(f"\n[{part}]\n")
        reached = {f"{k}_{f}": result[k][f] for k in KINDS for f in FIGURES}
        reached["background_recall"] = result["background"]["recall"]
        lines += [f"{key} = {max(value, kept.get(key, 0.0))}\n" for key, value in reached.items()]
        taken = result["background"]["taken_for_news"]
        most = min(taken, kept.get("background_taken_for_news", taken))
        lines.append(f"background_taken_for_news = {most}\n")
    return "".join(lines)


if __name__ == "__main__":
    FLOORS.write_text(raised(Path(os.environ["WATCHER_REFERENCE"])), encoding="utf-8")
    sys.stdout.write(FLOORS.read_text(encoding="utf-8"))
