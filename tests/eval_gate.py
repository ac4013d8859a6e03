"""The reader's quality, held by floors that only rise.

Every labelled set (see `corpus/README.md`) is read and compared with its labels: who should
alert, which outcomes are news, who improved, which grades are history. The floors stand in
`eval_floors.toml`; `python -m tests.eval_gate` raises them to what is reached now, and never
lowers one.
"""

from __future__ import annotations

import functools
import json
import os
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from watcher.app.reading import read_archive, reading_context
from watcher.model.vocabulary import GRADES, Direction, Kind, Outcome, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.model.finding import Finding

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "eval_floors.toml"
CORPORA = ("corpus_a", "corpus_b", "corpus_c", "corpus_d")
SETS = (*CORPORA, "reference")
HARD = GRADES | {
    Outcome.PRIORITY_ACTION,
    Outcome.SEND_POSITIVE,
    Outcome.SEND_INCONSISTENT,
    Outcome.SEND_SYSTEMIC_FAILINGS,
    Outcome.WRITTEN_STATEMENT_OF_ACTION,
}
SOFT = {Outcome.NO_WRITTEN_STATEMENT, Outcome.INTERVENTION_ENDED}
GIVEN = ("id", "url", "title", "published", "outlet", "text", "html")

KINDS = ("adverse", "outcomes", "improved", "past")

Pairs = set[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was found in a set, and what its labels say, as pairs that can be compared."""

    found: dict[str, Pairs]
    wanted: dict[str, Pairs]
    quiet: frozenset[str]


def rows_of(name: str) -> list[dict[str, Any]]:
    """Give the undisputed articles of a set; none where the set is not at hand."""
    if name == "reference":
        folder = os.environ.get("WATCHER_REFERENCE", "")
        paths = [Path(folder) / "articles" / "dev.jsonl"] if folder else []
    else:
        paths = sorted((HERE / "corpus").glob(f"{name[-1]}_*.jsonl"))
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [row for row in map(json.loads, lines) if not row["labels"]["debatable"]]


@functools.cache
def read_set(name: str) -> Read:
    """Read a set, without its labels, and compare."""
    rows = rows_of(name)
    lines = [json.dumps({k: row[k] for k in GIVEN if row.get(k) is not None}) for row in rows]
    found: dict[str, Pairs] = {key: set() for key in KINDS}
    wanted: dict[str, Pairs] = {key: set() for key in found}
    for row, reading in zip(rows, read_archive(lines, reading_context()), strict=True):
        _label(row, wanted)
        _find(row, list(reading.findings), found, wanted)
    quiet = frozenset(row["id"] for row in rows if row["labels"]["none"])
    return Read(found=found, wanted=wanted, quiet=quiet)


def _label(row: dict[str, Any], wanted: dict[str, Pairs]) -> None:
    labels = row["labels"]
    wanted["adverse"] |= {(row["id"], council) for council in labels["adverse"]}
    wanted["improved"] |= {(row["id"], council) for council in labels["improved"]}
    for label in labels["findings"]:
        if label["outcome"] in HARD:
            kind = "outcomes" if label["role"] == "news" else "past"
            wanted[kind].add((row["id"], label["council"], label["outcome"]))


def _find(
    row: dict[str, Any], findings: list[Finding], found: dict[str, Pairs], wanted: dict[str, Pairs]
) -> None:
    labelled = {x["council"] for x in row["labels"]["findings"] if x["role"] == "news"}
    adverse = {_name(f) for f in findings if f.role is Role.NEWS and f.adverse}
    found["adverse"] |= {(row["id"], name) for name in adverse}
    for finding in findings:
        name, key = _name(finding), (row["id"], _name(finding), finding.outcome.value)
        if finding.role is Role.BACKGROUND:
            found["past"] |= {key} if finding.outcome in HARD else set()
            continue
        if finding.outcome in HARD and _counts(finding, key, labelled, wanted["outcomes"]):
            found["outcomes"].add(key)
        if _rises(finding) and name not in adverse:
            found["improved"].add((row["id"], name))


def _name(finding: Finding) -> str:
    return finding.council.name.split(" (")[0]


def _counts(finding: Finding, key: tuple[str, ...], labelled: set[str], wanted: Pairs) -> bool:
    """Leave out further areas of a council whose main findings are labelled."""
    return key in wanted or finding.area.value == "overall" or key[1] not in labelled


def _rises(finding: Finding) -> bool:
    return finding.direction is Direction.BETTER and (
        finding.outcome in HARD | SOFT or finding.kind in {Kind.INTERVENTION, Kind.AREA_SEND}
    )


def scores(name: str) -> dict[str, float]:
    """Give precision, recall and F1 of each kind, rounded down to three places."""
    read = read_set(name)
    figures: dict[str, float] = {}
    for kind, found in read.found.items():
        right, wanted = len(found & read.wanted[kind]), read.wanted[kind]
        precision = right / len(found) if found else 1.0
        recall = right / len(wanted) if wanted else 1.0
        total = precision + recall
        if kind != "past":
            figures[f"{kind}_precision"] = precision
            figures[f"{kind}_f1"] = 2 * precision * recall / total if total else 0.0
        figures[f"{kind}_recall"] = recall
    taken = (read.wanted["past"] - read.wanted["outcomes"]) & read.found["outcomes"]
    alarms = {article for article, _ in read.found["adverse"] if article in read.quiet}
    figures["past_kept"] = 1 - len(taken) / max(1, len(read.wanted["past"]))
    figures["silence"] = 1 - len(alarms) / max(1, len(read.quiet))
    return {key: int(value * 1000) / 1000 for key, value in figures.items()}


def floors() -> dict[str, dict[str, float]]:
    """Give the floors by set and figure."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def _cases() -> Iterator[tuple[str, str, float]]:
    for name, figures in floors().items():
        for figure, floor in figures.items():
            yield name, figure, floor


@pytest.mark.parametrize(
    ("name", "figure", "floor"), list(_cases()), ids=[f"{n}-{f}" for n, f, _ in _cases()]
)
def test_no_figure_falls_under_its_floor(
    name: str, figure: str, floor: float, request: pytest.FixtureRequest
) -> None:
    if name == "reference":
        request.getfixturevalue("reference")
    assert scores(name)[figure] >= floor


def test_every_set_has_floors_for_every_figure() -> None:
    assert set(floors()) == set(SETS)
    assert all(set(floors()[name]) == set(scores("corpus_a")) for name in SETS)


def test_the_labelled_set_of_our_own_is_large() -> None:
    rows = [row for name in CORPORA for row in rows_of(name)]
    assert len(rows) >= 350
    assert len({row["id"] for row in rows}) == len(rows)


def raise_floors() -> str:
    """Give the floors, raised to what is reached now."""
    old = floors()
    lines = ["# Floors of the reader's quality; `python -m tests.eval_gate` raises them.\n"]
    for name in SETS:
        kept = old.get(name, {})
        reached = scores(name) if rows_of(name) else kept
        lines.append(f"\n[{name}]\n")
        lines += [f"{key} = {max(value, kept.get(key, 0.0))}\n" for key, value in reached.items()]
    return "".join(lines)


if __name__ == "__main__":
    FLOORS.write_text(raise_floors(), encoding="utf-8")
    sys.stdout.write(FLOORS.read_text(encoding="utf-8"))
