"""Compare reading a folder of report PDFs with the engine alone on as many of their pages.

Every report's best of several rounds counts, so that the rest of the machine does not; `in_turn`
is the best round of reading them as `extract` and `replay` do, each begun while the last one is
understood.

usage: python benchmarks/reports.py FOLDER
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from math import inf
from pathlib import Path

import pypdfium2

from watcher.app.reading import read_bytes, read_in_turn, reading_context
from watcher.parse.hints import Hints

ROUNDS = 6


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare reading reports with the engine alone.")
    parser.add_argument("folder", type=Path, help="where reports lie as PDF files")
    folder = parser.parse_args().folder
    bodies = {str(path): path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}
    if not bodies:
        parser.error(f"no PDF file in {folder}")
    context = reading_context()
    pages: dict[str, int] = {}
    ours: dict[str, float] = {}
    engine: dict[str, float] = {}
    turns: list[float] = []
    for _ in range(ROUNDS):
        for path, body in bodies.items():
            start = time.perf_counter()
            found = read_bytes(body, Hints(path=path), context).inspection
            ours[path] = min(ours.get(path, inf), time.perf_counter() - start)
            pages[path] = found.pages_read if found else 0
        start = time.perf_counter()
        for _ in read_in_turn(((Hints(path=p), b) for p, b in bodies.items()), context):
            pass
        turns.append(time.perf_counter() - start)
        for path, body in bodies.items():
            if pages[path]:
                start = time.perf_counter()
                document = pypdfium2.PdfDocument(body)
                for index in range(pages[path]):
                    document[index].get_textpage().get_text_range()
                document.close()
                engine[path] = min(engine.get(path, inf), time.perf_counter() - start)
    alone = sum(engine.values())
    shown = {
        "reports": len(bodies),
        "pages_read": sum(pages.values()),
        "seconds": round(sum(ours.values()), 3),
        "in_turn_seconds": round(min(turns), 3),
        "engine_seconds": round(alone, 3),
        "ratio": round(sum(ours.values()) / alone, 3),
        "in_turn_ratio": round(min(turns) / alone, 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    print(json.dumps(shown))


if __name__ == "__main__":
    main()
