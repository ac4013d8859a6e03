"""Run every benchmark that needs no network and nothing beside the project, one after another.

usage: run.py [NAME...]

Each prints its own figures; machines are noisy, so read ratios. `polling.py` compares with other
programs that must be installed first and is run by itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REFERENCE = os.environ.get("WATCHER_REFERENCE")
NAMES = ("startup", "check", "reader", "html_speed", "reports", "site", "daemon")


def main() -> int:
    """Run the named benchmarks, or all; give 1 when one of them failed."""
    wanted = sys.argv[1:] or list(NAMES)
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        sys.stderr.write(f"no benchmark {unknown[0]!r}; there are: {', '.join(NAMES)}\n")
        return 2
    failed = []
    for name in wanted:
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        if name == "reports" and not REFERENCE:
            sys.stdout.write("left out: WATCHER_REFERENCE is not set, there are no reports here\n")
            continue
        more = [f"{REFERENCE}/reports"] if name == "reports" else []
        done = subprocess.run([sys.executable, str(HERE / f"{name}.py"), *more], check=False)
        if done.returncode:
            failed.append(name)
    if failed:
        sys.stderr.write(f"failed: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
