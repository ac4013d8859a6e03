"""Live through virtual days with a daemon, and say what came of it.

Started as a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import logging
import os
import resource
import sys
import time
from collections import Counter
from pathlib import Path

import watcher.fetch
from tests.daemon.world import START, WORLD, VirtualBell, World
from watcher.config import load_config
from watcher.daemon import Daemon
from watcher.model.message import MessageKind
from watcher.store import Store

CONFIG = """
[watcher]
database = "w.db"
baseline = "none"
hold_above = 0

[fetch]
gap = 0

[[notify]]
name = "log"
type = "jsonl"
path = "log.jsonl"

[[notify]]
name = "hook"
type = "webhook"
url = "{url}"
allow_private = true
timeout = 5

[[notify]]
name = "digest"
type = "jsonl"
path = "digest.jsonl"
group = "run"

[[notify]]
name = "ops"
type = "jsonl"
path = "ops.jsonl"

[[route]]
notify = ["log", "hook"]

[[route]]
notify = ["digest"]
digest = "08:00"
at_once = "critical"
severity = "low"

[[route]]
notify = ["ops"]
ops = true
"""


def memory() -> float:
    """Give the resident memory in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def live(folder: Path, days: float, url: str) -> dict[str, object]:
    """Run the daemon through some days."""
    world = World(days=days, seed=7)
    WORLD.append(world)
    kinds = dict(watcher.fetch.SOURCE_KINDS)
    kinds["virtual"] = ("tests.daemon.world:Options", "tests.daemon.world:VirtualSource")
    watcher.fetch.SOURCE_KINDS.update(kinds)  # type: ignore[attr-defined]
    logging.getLogger("watcher").addHandler(logging.NullHandler())
    logging.getLogger("watcher").propagate = False
    config = folder / "config.toml"
    sources = "".join(f'[[source]]\nname = "{n}"\ntype = "virtual"\n' for n in world.articles)
    config.write_text(CONFIG.format(url=url) + sources)
    hour = dt.timedelta(hours=1)
    troubles = {
        START + dt.timedelta(days=days * 0.3): 9 * hour,
        START + dt.timedelta(days=days * 0.5): -2 * hour,
        START + dt.timedelta(days=days * 0.6): 3 * hour,
    }
    bell = VirtualBell(world, troubles)
    daemon = Daemon(lambda: load_config(config), len, bell=bell, clock=lambda: world.now)
    daemon.prepare()
    end, day, sizes = START + dt.timedelta(days=days), START, []
    while world.now < end:
        daemon.turn()
        if world.now >= day + dt.timedelta(days=1):
            day = world.now
            gc.collect()
            sizes.append(memory())
    daemon.clockwork.shutdown()
    return told(folder, world, sizes)


def told(folder: Path, world: World, sizes: list[float]) -> dict[str, object]:
    """Sum up what happened."""
    with Store.open(folder / "w.db") as store:
        alerts = [alert.council.name for alert in store.alerts.all()]
        states = {}
        for one in store.outbox.all():
            states.setdefault(one.message.notifier, Counter())[one.state] += 1
        intact = store.intact()
        digests = [
            one.finished.isoformat()
            for one in store.outbox.all()
            if one.message.kind is MessageKind.DIGEST and one.finished is not None
        ]
    return {
        "grave": world.grave,
        "less": world.less,
        "alerts": alerts,
        "states": states,
        "intact": intact,
        "visits": world.visits,
        "memory": sizes,
        "digests": digests,
        "log": lines(folder / "log.jsonl"),
        "digest": lines(folder / "digest.jsonl"),
        "ops": lines(folder / "ops.jsonl"),
    }


def lines(path: Path) -> list[list[str]]:
    """Give the councils, or the subject, of every line."""
    if not path.exists():
        return []
    found = []
    for line in path.read_text().splitlines():
        shown = json.loads(line)
        names = [one["council"]["name"] for one in shown["alerts"]]
        found.append(names or [shown["subject"]])
    return found


if __name__ == "__main__":
    begun = time.monotonic()
    summary = live(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3])
    summary["seconds"] = time.monotonic() - begun
    sys.stdout.write(json.dumps(summary))
    os._exit(0)
