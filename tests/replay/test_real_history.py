"""Three years of real history, without one false event (needs the reference material)."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = f"{sys.executable} -m watcher"


def score(reference: Path, *args: str) -> dict[str, Any]:
    """Run the scoring program of the reference material."""
    program = reference / "tools" / "score_history.py"
    run = subprocess.run(
        [sys.executable, str(program), *args, "--watcher", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
    )
    scored: dict[str, Any] = json.loads(run.stdout)
    return scored


@pytest.mark.parametrize(
    ("kind", "folder", "truth"),
    [
        ("register", "register", "register/expected.json"),
        ("reports", "reports", "reports/timeline.json"),
    ],
    ids=["a register over 17 months", "168 reports"],
)
def test_every_true_change_is_found_and_no_false_one(
    reference: Path, kind: str, folder: str, truth: str
) -> None:
    scored = score(reference, kind, str(reference / folder), str(reference / truth))
    assert scored["false"] == 0
    assert scored["missed"] == 0
    assert scored["found"] == scored["true_changes"] > 100
    assert scored["warnings_missed"] == []
    assert scored["warnings_extra"] == []
