"""Compare reading a folder of report PDFs with the engine alone on as many of their pages.

usage: python benchmarks/reports.py FOLDER
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import pypdfium2

from watcher.app.reading import read_bytes, reading_context
from watcher.parse.hints import Hints

ROUNDS = 3


def main() -> None:
    context = reading_context()
    bodies = {str(path): path.read_bytes() for path in sorted(Path(sys.argv[1]).rglob("*.pdf"))}
    pages: dict[str, int] = {}
    ours: list[float] = []
    engine: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for path, body in bodies.items():
            found = read_bytes(body, Hints(path=path), context).inspection
            pages[path] = found.pages_read if found else 0
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        for path, body in bodies.items():
            if pages[path]:
                document = pypdfium2.PdfDocument(body)
                for index in range(pages[path]):
                    document[index].get_textpage().get_text_range()
                document.close()
        engine.append(time.perf_counter() - start)
    shown = {
        "reports": len(bodies),
        "pages_read": sum(pages.values()),
        "seconds": round(min(ours), 3),
        "engine_seconds": round(min(engine), 3),
        "ratio": round(min(ours) / min(engine), 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    print(json.dumps(shown))


if __name__ == "__main__":
    main()
