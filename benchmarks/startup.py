"""How long a command takes, as a multiple of a bare `python -c pass`, measured interleaved.

Run: python benchmarks/startup.py [--rounds N]. Ends with 1 when a limit is passed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
WATCHER = str(Path(PYTHON).with_name("watcher"))

CONFIG = """
[watcher]
database = "{database}"
max_age = "none"
hold_above = 0
baseline = "none"

[[source]]
name = "seeds"
type = "file"
path = "{seeds}"
"""


def seconds(command: list[str]) -> float:
    """Time one process from start to end."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def measure(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Give the median of each command; in every round each is run once."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return {name: statistics.median(taken) for name, taken in times.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    if not Path(WATCHER).exists():
        parser.error(f"no command {WATCHER}: install the project first (make demo does)")
    os.environ.pop("WATCHER_CONFIG", None)
    with tempfile.TemporaryDirectory() as name:
        config = Path(name) / "config.toml"
        config.write_text(
            CONFIG.format(database=Path(name) / "w.db", seeds=ROOT / "seeds"), encoding="utf-8"
        )
        check = [WATCHER, "check", "--config", str(config)]
        seconds(check)
        commands = {
            "python -c pass": [PYTHON, "-c", "pass"],
            "import click": [PYTHON, "-c", "import click"],
            "watcher --help": [WATCHER, "--help"],
            "watcher --version": [WATCHER, "--version"],
            "watcher check, unchanged seeds": check,
        }
        times = measure(commands, rounds)
    bare = times["python -c pass"]
    limits = {"watcher --help": 6.0, "watcher check, unchanged seeds": 25.0}
    late = False
    for label, taken in times.items():
        limit = limits.get(label)
        late |= limit is not None and taken / bare > limit
        told = f"  (limit {limit:g})" if limit else ""
        print(f"{label:32} {taken * 1000:7.1f} ms  {taken / bare:5.1f} x{told}")
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
