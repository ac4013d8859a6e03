"""Fit the weights of confidence to labelled articles, and print how well they hold.

usage: calibrate.py [--write] LABELLED.jsonl...

Logistic regression with a little ridge, fitted by Newton's method. Folds are of whole articles:
what is printed was predicted for articles that the weights had not seen. With `--write` the
weights fitted to everything replace `watcher/data/confidence.toml`.
"""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path
from typing import Any

from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.extract.confidence import features, traits_of
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import (
    GRADES,
    SEND_OUTCOMES,
    Kind,
    Outcome,
    Role,
    Severity,
)
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

HARD = GRADES | SEND_OUTCOMES | {Outcome.PRIORITY_ACTION}
RIDGE = 2.0
FOLDS = 8
ENOUGH = 1e-6
HEAD = "# Weights of the facts that a finding's confidence rests on: scripts/calibrate.py."
OUT = Path(__file__).resolve().parent.parent / "watcher/data/confidence.toml"

Row = tuple[dict[str, bool], bool]


def samples(row: dict[str, Any]) -> list[Row]:
    """Give the facts of every news finding of an article, and whether it is right."""
    labels = row["labels"]
    if labels["debatable"]:
        return []
    published = row.get("published")
    hints = Hints(
        title=row.get("title") or "",
        url=row.get("url"),
        outlet=row.get("outlet"),
        published=PartialDate(published) if published else None,
    )
    document = parse_string(row["text"], hints)
    page, drafts = draft_findings(document, reading_context())
    if page is None:
        return []
    traits = traits_of(page)
    gold = {(f["council"], f["outcome"]) for f in labels["findings"] if f["role"] == "news"}
    rows: list[Row] = []
    for draft in drafts:
        finding = draft.finding
        if finding.role is not Role.NEWS or finding.kind is Kind.INTERVENTION:
            continue
        name = re.sub(r" \(.*\)$", "", finding.council.name)
        named = {council for council, _ in gold}
        if finding.severity is not None and finding.severity >= Severity.MEDIUM:
            right = name in labels["adverse"]
        elif finding.outcome in HARD:
            right = (name, finding.outcome.value) in gold
        else:
            right = name in named
        rows.append((features(page, traits, draft), right))
    return rows


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Solve a small linear system by elimination."""
    size = len(vector)
    rows = [[*line, vector[i]] for i, line in enumerate(matrix)]
    for i in range(size):
        best = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for r in range(size):
            if r != i and rows[r][i]:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def fit(data: list[Row], names: list[str]) -> dict[str, float]:
    """Fit the weights."""
    index = {name: i + 1 for i, name in enumerate(names)}
    active = [([0, *(index[n] for n, on in facts.items() if on)], right) for facts, right in data]
    weights = [0.0] * (len(names) + 1)
    for _ in range(12):
        gradient = [-RIDGE * w if i else 0.0 for i, w in enumerate(weights)]
        hessian = [[0.0] * len(weights) for _ in weights]
        for i in range(len(weights)):
            hessian[i][i] = RIDGE if i else ENOUGH
        for on, right in active:
            total = max(-30.0, min(30.0, sum(weights[i] for i in on)))
            p = 1 / (1 + math.exp(-total))
            for i in on:
                gradient[i] += right - p
                for j in on:
                    hessian[i][j] += p * (1 - p)
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < ENOUGH:
            break
    return {"intercept": weights[0], **{n: weights[i] for n, i in index.items()}}


def predict(facts: dict[str, bool], weights: dict[str, float]) -> float:
    """Give the probability that a finding is right."""
    total = weights["intercept"] + sum(weights[n] for n, on in facts.items() if on)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def table(predicted: list[tuple[float, bool]]) -> None:
    """Print how often findings of a confidence are right."""
    for low in range(10):
        part = [right for p, right in predicted if min(int(p * 10), 9) == low]
        if part:
            share = sum(part) / len(part)
            say(f"  {low / 10:.1f}-{low / 10 + 0.1:.1f}: {len(part):5} findings, {share:.2f} right")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Fit, print, and write when asked."""
    paths = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    articles = [
        rows
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and (rows := samples(json.loads(line)))
    ]
    data = [row for rows in articles for row in rows]
    names = sorted({name for facts, _ in data for name in facts})
    unseen: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        train = [row for i, rows in enumerate(articles) if i % FOLDS != fold for row in rows]
        weights = fit(train, names)
        unseen += [
            (predict(facts, weights), right)
            for i, rows in enumerate(articles)
            if i % FOLDS == fold
            for facts, right in rows
        ]
    right = sum(r for _, r in data)
    say(f"{len(articles)} articles, {len(data)} findings, {right} right")
    table(unseen)
    for cut in (0.3, 0.4, 0.5, 0.6, 0.7):
        kept = [r for p, r in unseen if p >= cut]
        precision = sum(kept) / len(kept)
        say(f"  at {cut}: precision {precision:.3f}, keeps {sum(kept) / right:.3f} of the right")
    weights = fit(data, names)
    for name, value in sorted(weights.items(), key=lambda item: -abs(item[1])):
        say(f"  {name:24} {value:+.2f}")
    if "--write" in sys.argv:
        lines = "\n".join(f"{name} = {value:.2f}" for name, value in sorted(weights.items()))
        OUT.write_text(f"{HEAD}\n{lines}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
