"""Measure HTML to findings against trafilatura's own speed, side by side in one process.

    python benchmarks/html_speed.py [--pages 60] [--rounds 5] [--folder DIR]

Prints pages a second (medians of CPU time) and two ratios: `needed`, on pages that name an
inspectorate (goal: at least 0.8), and `dismissed`, on pages that name none (goal: at least 20).
`--folder` takes saved pages (*.html) in place of made ones. Exits 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import json
import logging
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from html_pages import make_page

from watcher.app.reading import read_bytes, reading_context
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from collections.abc import Callable

NEEDED, DISMISSED = 0.8, 20.0


def measure(run: Callable[[bytes], object], pages: list[bytes]) -> float:
    """Give pages a second of CPU time."""
    started = time.process_time()
    for page in pages:
        run(page)
    return len(pages) / (time.process_time() - started)


def main() -> int:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    import trafilatura

    context = reading_context()

    def theirs(page: bytes) -> object:
        return trafilatura.extract(page, include_comments=False)

    def ours(page: bytes) -> object:
        return read_bytes(page, Hints(path="page.html"), context)

    numbers = range(asked.pages)
    sets = {
        "needed": [make_page(number).encode() for number in numbers],
        "dismissed": [make_page(number, inspected=False).encode() for number in numbers],
    }
    if asked.folder:
        sets["needed"] = [path.read_bytes() for path in sorted(asked.folder.glob("*.html"))]
    speeds: dict[str, list[float]] = {}
    for pages in sets.values():
        for page in pages[:3]:
            ours(page)
            theirs(page)
    for _ in range(asked.rounds):
        for name, pages in sets.items():
            speeds.setdefault(f"{name}: watcher", []).append(measure(ours, pages))
            speeds.setdefault(f"{name}: trafilatura", []).append(measure(theirs, pages))
    result = {name: round(statistics.median(values), 1) for name, values in speeds.items()}
    ratios = {
        name: round(result[f"{name}: watcher"] / result[f"{name}: trafilatura"], 2) for name in sets
    }
    print(json.dumps({"pages_per_second": result, "ratio": ratios}, indent=1))
    return 0 if ratios["needed"] >= NEEDED and ratios["dismissed"] >= DISMISSED else 1


if __name__ == "__main__":
    sys.exit(main())
