"""What the tests of whole commands share: a configuration, and what a command said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watcher.cli import run_cli

if TYPE_CHECKING:
    import pytest

NEWS = """
[[source]]
name = "news"
type = "file"
path = "news"
"""
"""A folder of news as a source."""

TERMINAL = """
[[notify]]
name = "terminal"
type = "terminal"
"""

LOG = """
[[notify]]
name = "log"
type = "jsonl"
path = "log.jsonl"
"""


def settings(*tables: str, hold_above: int = 0, max_age: str | None = "none") -> str:
    """Give a configuration without a baseline, with these tables behind its head.

    Args:
        tables: Sources, notifiers and what else there is.
        hold_above: How many alerts of a fetch are still sent; 0 sends them all.
        max_age: How old news may be; None leaves what is usual.
    """
    aged = "" if max_age is None else f'max_age = "{max_age}"\n'
    head = f'[watcher]\ndatabase = "w.db"\n{aged}hold_above = {hold_above}\nbaseline = "none"\n'
    return head + "".join(tables)


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its one JSON object."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Its JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def command(capsys: pytest.CaptureFixture[str], *arguments: object) -> Said:
    """Run a command, and give what it alone has said."""
    capsys.readouterr()
    code = run_cli([*map(str, arguments)])
    printed = capsys.readouterr()
    return Said(code, printed.out, printed.err)
