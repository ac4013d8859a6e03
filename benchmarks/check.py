"""How fast documents are taken in, once they are read: first time, and unchanged.

Run: python benchmarks/check.py [--documents N]. The reader is left out (benchmarks/reader.py
measures it): every document says three things of three councils, which is far more than news
does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.fakes import START, ListSource, make_ingest
from watcher.reference import load_register
from watcher.store import Store


def documents(number: int) -> dict[str, str]:
    """Make documents that each report three visits."""
    names = [council.name for council in load_register().current(START.date())]
    return {
        str(index): "2026-10-01\n"
        + "\n".join(
            f"{names[(index + part) % len(names)]}|focused_visit|front_door|priority_action|"
            f"2026-0{1 + index % 8}"
            for part in range(3)
        )
        for index in range(number)
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    number = parser.parse_args().documents
    made = documents(number)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "w.db") as store:
        ingest = make_ingest(store)
        for label in ("first", "unchanged"):
            begin = time.perf_counter()
            report = ingest.take(ListSource(made))
            taken = time.perf_counter() - begin
            print(
                f"{label:10} {number / taken:10.0f} documents/s  "
                f"({taken * 1000 / number:.2f} ms each, {len(report.alerts)} alerts)"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
