"""Measure polling: 500 addresses on 50 sites, first and unchanged, beside other programs.

    python benchmarks/polling.py [--rounds 3] [--latency 50]... [--relevant 0.02]
        [--urlwatch COMMAND] [--webchanges COMMAND] [--polite]

Prints wall and CPU seconds and peak memory over all processes, medians of interleaved rounds,
and the ratio to the first other program. Other programs are installed by whoever compares. With
`--polite` it asks with the usual pauses, and prints the shortest one that the servers saw.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from polling_server import FEEDS, PAGES

SITES = 50
PORT = 18800
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    wall: float
    cpu: float
    memory: float
    counts: dict[str, int]
    shortest: float


def addresses() -> tuple[list[str], list[str]]:
    """Give the feeds and the pages."""
    base = [f"http://127.0.0.1:{PORT + n % SITES}" for n in range(FEEDS + PAGES)]
    feeds = [f"{base[n]}/feed/{n}.xml" for n in range(FEEDS)]
    pages = [f"{base[n]}/article/{n}.html" for n in range(FEEDS, FEEDS + PAGES)]
    return feeds, pages


def our_config(folder: Path, *, polite: bool) -> Path:
    """Write a configuration of ours."""
    feeds, pages = addresses()
    gap = 2.0 if polite else 0.0
    path = folder / "config.toml"
    path.write_text(
        f'[watcher]\ndatabase = "{folder}/w.db"\nbaseline = "none"\nhold_above = 0\n'
        f"[fetch]\ngap = {gap}\nhosts_at_once = {SITES}\nrobots = false\n"
        f'[[source]]\nname = "feeds"\ntype = "feed"\nfollow = false\nallow_private = true\n'
        f'include = ["Ofsted"]\nurls = {json.dumps(feeds)}\n'
        f'[[source]]\nname = "pages"\ntype = "page"\nallow_private = true\n'
        f"urls = {json.dumps(pages)}\n",
        encoding="utf-8",
    )
    return path


def peer_jobs(folder: Path) -> Path:
    """Write the same addresses as jobs of urlwatch and webchanges."""
    feeds, pages = addresses()
    path = folder / "jobs.yaml"
    jobs = [f"url: {url}\nname: {url}\n" for url in feeds]
    jobs += [f"url: {url}\nname: {url}\nfilter:\n  - html2text: re\n" for url in pages]
    path.write_text("---\n".join(jobs), encoding="utf-8")
    return path


def control(path: str) -> bytes:
    """Ask the servers something about themselves."""
    line = HTTPConnection("127.0.0.1", PORT)
    line.request("GET", path)
    body = line.getresponse().read()
    line.close()
    return body


def memory_of(pid: int) -> float:
    """Give the memory of a process and of its children, in MB."""
    total, todo = 0.0, [pid]
    while todo:
        one = todo.pop()
        try:
            pages = int(Path(f"/proc/{one}/statm").read_text(encoding="ascii").split()[1])
            total += pages * 4096 / 2**20
            for task in Path(f"/proc/{one}/task").iterdir():
                children = (task / "children").read_text(encoding="ascii")
                todo += [int(child) for child in children.split()]
        except OSError:
            continue
    return total


def run(command: str, log: Path) -> Cost:
    """Run a command and measure it."""
    control("/-/seen")
    began = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(shlex.split(command), stdout=out, stderr=out)
        peak, done = [0.0], threading.Event()

        def watch() -> None:
            while not done.wait(0.05):
                peak[0] = max(peak[0], memory_of(process.pid))

        thread = threading.Thread(target=watch, daemon=True)
        thread.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - began
    done.set()
    thread.join()
    seen = json.loads(control("/-/seen"))
    memory = max(peak[0], usage.ru_maxrss / 1024)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, memory, seen["counts"], seen["shortest"])


def main() -> None:
    """Measure everything that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--latency", type=int, action="append")
    parser.add_argument("--relevant", type=float, default=0.02)
    parser.add_argument("--urlwatch")
    parser.add_argument("--webchanges")
    parser.add_argument("--polite", action="store_true")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="polling-"))
    jobs = peer_jobs(folder)
    ours = f"{sys.executable} -m watcher check --all --config {{at}}/config.toml"
    commands = {"watcher": ours}
    if asked.urlwatch:
        commands["urlwatch"] = (
            f"{asked.urlwatch} --urls {jobs} --config {{at}}/u.yaml --hooks {{at}}/h.py "
            "--cache {at}/u.db"
        )
    if asked.webchanges:
        commands["webchanges"] = (
            f"{asked.webchanges} --jobs {jobs} --config {{at}}/c.yaml --hooks {{at}}/h.py "
            "--database {at}/c.db"
        )
    server = subprocess.Popen(
        [
            sys.executable,
            str(HERE / "polling_server.py"),
            str(PORT),
            str(SITES),
            str(asked.relevant),
        ],
        stdout=subprocess.PIPE,
    )
    try:
        server.stdout.readline()  # type: ignore[union-attr]
        for latency in asked.latency or [0, 50, 200]:
            control(f"/-/latency/{latency}")
            measure(commands, folder, latency, asked)
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def measure(
    commands: dict[str, str], folder: Path, latency: int, asked: argparse.Namespace
) -> None:
    """Run every program in turn, first and again, and print what it took."""
    costs: dict[tuple[str, int], list[Cost]] = {}
    for _ in range(asked.rounds):
        for name, command in commands.items():
            at = folder / name
            shutil.rmtree(at, ignore_errors=True)
            at.mkdir()
            our_config(at, polite=asked.polite)
            for turn in (1, 2):
                cost = run(command.format(at=at), at / "log")
                if sum(cost.counts.values()) < FEEDS + PAGES:
                    words = (at / "log").read_text(encoding="utf-8", errors="replace")
                    print(f"!! {name} asked too little: {cost.counts}\n{words[-800:]}")
                costs.setdefault((name, turn), []).append(cost)
    print(f"latency {latency} ms, {asked.relevant:.0%} of the pages relevant")
    other = next((name for name in commands if name != "watcher"), None)
    for (name, turn), every in sorted(costs.items(), key=lambda pair: pair[0][::-1]):
        wall = statistics.median(cost.wall for cost in every)
        cpu = statistics.median(cost.cpu for cost in every)
        memory = max(cost.memory for cost in every)
        ratio = ""
        if other:
            pairs = zip(every, costs[other, turn], strict=True)
            ratio = f" {statistics.median(a.wall / b.wall for a, b in pairs):5.2f} of {other}"
        shortest = min(cost.shortest for cost in every)
        gap = f", shortest pause {shortest:.2f} s" if asked.polite else ""
        what = "first" if turn == 1 else "again"
        print(
            f"  {name:11s} {what}: {wall:6.2f} s wall, {cpu:5.2f} s CPU, {memory:4.0f} MB"
            f"{ratio} {every[-1].counts}{gap}"
        )


if __name__ == "__main__":
    main()
