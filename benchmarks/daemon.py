"""What the daemon costs when nothing happens: memory, and the part of a core.

    python benchmarks/daemon.py [SECONDS]

Fifty sources of one small file each, visited once and then idle; beside it a bare APScheduler
with fifty jobs, measured in the same minute on the same machine.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCES = 50

BARE = """
import time
from apscheduler.schedulers.background import BackgroundScheduler
scheduler = BackgroundScheduler()
for number in range(50):
    scheduler.add_job(print, "interval", minutes=30, id=str(number))
scheduler.start()
time.sleep(3600)
"""


def configuration(folder: Path) -> Path:
    """Write a configuration with many quiet sources."""
    lines = ["[watcher]", 'database = "w.db"', 'baseline = "none"', ""]
    for number in range(SOURCES):
        (folder / f"{number}.txt").write_text("The library opens again on Monday, at nine.\n" * 20)
        lines += ["[[source]]", f'name = "s{number}"', 'type = "file"', f'path = "{number}.txt"']
    lines += ["[[notify]]", 'type = "jsonl"', 'name = "log"', 'path = "log.jsonl"']
    path = folder / "config.toml"
    path.write_text("\n".join(lines))
    return path


def used(process: int) -> tuple[float, float]:
    """Give the CPU seconds and the resident MB of a process."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return ticks / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Start both, let them settle, measure, stop them."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0
    with tempfile.TemporaryDirectory() as name:
        config = configuration(Path(name))
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        command = [sys.executable, "-m", "watcher", "run", "--config", str(config)]
        programs = {
            "watcher run": subprocess.Popen(command, **quiet),
            "bare APScheduler": subprocess.Popen([sys.executable, "-c", BARE], **quiet),
        }
        time.sleep(75)
        before = {what: used(program.pid) for what, program in programs.items()}
        time.sleep(seconds)
        for what, program in programs.items():
            cpu, size = used(program.pid)
            share = (cpu - before[what][0]) / seconds
            print(f"{what:<18} {size:6.1f} MB   {share:8.3%} of a core over {seconds:.0f} s idle")
            program.send_signal(signal.SIGTERM)
            program.wait(15)


if __name__ == "__main__":
    main()
