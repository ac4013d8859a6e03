"""Show what the five seed articles amount to: the alerts, a silent second run, who stands where.

Works on a temporary copy of the example and needs no network.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the demonstration; give the exit code."""
    with tempfile.TemporaryDirectory(prefix="watcher-demo-") as name:
        folder = Path(name)
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        config = folder / "config.toml"
        shutil.copy(ROOT / "config.example.toml", config)
        say("$ watcher check        # first run: what got worse, and the sentence that proves it")
        first = run("check", config)
        say("$ watcher check        # second run: nothing new, so it says nothing")
        second = run("check", config)
        say("$ watcher status --known        # who stands where")
        third = run("status", config, "--known")
        say("$ watcher show Swindon        # one council's story")
        fourth = run("show", config, "Swindon")
    return first or second or third or fourth


def run(command: str, config: Path, *more: str) -> int:
    """Run one command of the program in this interpreter's environment."""
    words = [sys.executable, "-m", "watcher", command, "--config", str(config), *more]
    return subprocess.run(words, check=False).returncode  # noqa: S603  (our own command)


def say(text: str) -> None:
    """Announce a step."""
    sys.stdout.write(f"\n{text}\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
