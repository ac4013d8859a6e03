"""Fit what the plain words of a page tell of whether a bad verdict is its news.

usage: wording.py take LABELLED.jsonl... > SAMPLES.jsonl
       wording.py fit [--write] SAMPLES.jsonl[=WEIGHT]...

`take` reads labelled articles and writes, for every council of which one says anything bad, the
facts and words of the finding that is most likely to alert, and whether an alert was due. Take the
samples before rules are mended on those articles: only then do they show what is met out there.

`fit` is a logistic regression (scikit-learn) over facts and words. It prints what alerts would be
worth in files left out of the fit, and with `--write` replaces `watcher/data/wording.toml`. Words
of a council's name and of dates are left out, and so are rare ones. What is written is added to
the log-odds of `confidence.toml`, of which a quarter stays: short texts have few words.
"""

from __future__ import annotations

import calendar
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.extract.confidence import features, probability, traits_of
from watcher.extract.wording import BAD, said_in
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import Kind, Role
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

RARE = 4
"""Words of fewer pages are left out."""
SMALL = 0.05
"""Weights of words below this are left out: they are noise, and most of the file."""
STRENGTH = 0.1
"""Inverse strength of the ridge."""
SHARE = 0.75
"""Share of what was fitted; the rest stays with the weights of the facts alone."""
THRESHOLD = 0.5
OUT = Path(__file__).resolve().parent.parent / "watcher/data/wording.toml"
HEAD = (
    "# What facts and words add to the log-odds of a finding that would alert: scripts/wording.py."
)
DATES = frozenset(map(str.lower, [*calendar.month_name[1:], *calendar.day_name]))
PLAIN = frozenset(
    {"and", "of", "the", "upon", "on", "with", "for", "in", "to", "new", "mid", "central", "first"}
    | {"council", "county", "city", "borough", "district", "authority", "trust", "together"}
    | {"service", "services", "children", "family", "families", "care", "social", "achieving"}
    | {"north", "south", "east", "west"}
)
"""Words of councils' names and trusts that are words of the language too."""
TABLES = ("title", "lead", "sentence")
Sample = dict[str, Any]


def samples(row: dict[str, Any]) -> list[Sample]:
    """Give a sample for each council of which an article says, or is known to say, what is bad."""
    due = set(row["labels"]["adverse"])
    if row["labels"]["debatable"] or not row.get("text"):
        return []
    published = PartialDate(row["published"]) if row.get("published") else None
    hints = Hints(
        title=row.get("title") or "",
        url=row.get("url"),
        outlet=row.get("outlet"),
        published=published,
    )
    context = reading_context()
    page, drafts = draft_findings(parse_string(row["text"], hints), context)
    found: dict[str, Sample] = {}
    if page is not None:
        traits = traits_of(page)
        shared = {
            "title": sorted(said_in(page, page.titles, capitals=True)),
            "lead": sorted(said_in(page, traits.opening)),
        }
        for draft in drafts:
            if draft.kind is Kind.INTERVENTION or draft.outcome not in BAD:
                continue
            facts = features(page, traits, draft)
            name = re.sub(r" \(.*\)$", "", draft.finding.council.name)
            sample = {
                "page": row["id"],
                "council": name,
                "due": name in due,
                "alarms": draft.role is Role.NEWS and draft.alarming,
                "sure": round(probability(facts, context.lexicon.weights), 4),
                "facts": sorted(fact for fact, holds in facts.items() if holds),
                **shared,
                "sentence": sorted(said_in(page, [page.sentences[draft.best.sentence]])),
            }
            if _rank(sample) > _rank(found.get(name)):
                found[name] = sample
    missed = [
        {"page": row["id"], "council": name, "due": True, "alarms": False}
        for name in sorted(due - set(found))
    ]
    return [*found.values(), *missed]


def _rank(sample: Sample | None) -> tuple[bool, float]:
    return (sample["alarms"], sample["sure"]) if sample else (False, -1.0)


def take(paths: list[str]) -> None:
    """Write the samples of labelled articles."""
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            for sample in samples(json.loads(line)) if line.strip() else ():
                say(json.dumps(sample))


def counted(sample: Sample, left_out: frozenset[str]) -> set[str]:
    """Give what a sample is weighed by: its facts and its words, marked with where they stand."""
    return {f"facts {name}" for name in sample["facts"]} | {
        f"{table} {word}"
        for table in TABLES
        for word in sample[table]
        if word.isalpha() and word not in left_out
    }


def names() -> frozenset[str]:
    """Give the words of councils' names and of dates, which tell nothing in general."""
    councils = reading_context().register.councils
    spelled = " ".join(part for one in councils for part in (one.short_name, *one.aliases)).lower()
    return (frozenset(re.findall(r"[a-z]+", spelled)) - PLAIN) | DATES


class Fit:
    """A logistic regression over facts and words, fitted to weighted samples."""

    def __init__(self, weighted: list[tuple[Sample, float]]) -> None:
        try:
            from scipy.sparse import csr_matrix
            from sklearn.linear_model import LogisticRegression
        except ImportError:
            sys.exit('scikit-learn is missing: pip install -e ".[calibrate]"')

        self.left_out = names()
        known = [(one, weight) for one, weight in weighted if "facts" in one]
        rows = [counted(one, self.left_out) for one, _ in known]
        pages: dict[str, set[str]] = {}
        for (one, _), row in zip(known, rows, strict=True):
            for name in row:
                pages.setdefault(name, set()).add(one["page"])
        kept = sorted(n for n, on in pages.items() if n[:6] == "facts " or len(on) >= RARE)
        index = {name: place for place, name in enumerate(kept)}
        cells = [(y, index[name]) for y, row in enumerate(rows) for name in row if name in index]
        matrix = csr_matrix(
            ([1.0] * len(cells), tuple(zip(*cells, strict=True))), shape=(len(rows), len(kept))
        )
        model = LogisticRegression(C=STRENGTH, max_iter=5000)
        model.fit(matrix, [one["due"] for one, _ in known], [weight for _, weight in known])
        fitted = zip(kept, model.coef_[0].tolist(), strict=True)
        self.weights = {n: w for n, w in fitted if n[:6] == "facts " or abs(w) >= SMALL}
        self.intercept = float(model.intercept_[0])
        self.old = dict(reading_context().lexicon.weights)

    def added(self) -> dict[str, dict[str, float]]:
        """Give what is added to the weights of the facts alone, by table."""
        tables: dict[str, dict[str, float]] = {"facts": {}, **{name: {} for name in TABLES}}
        for name, weight in self.weights.items():
            table, _, what = name.partition(" ")
            before = self.old.get(what, 0.0) if table == "facts" else 0.0
            tables[table][what] = round(SHARE * (weight - before), 2)
        for what, before in self.old.items():
            if what != "intercept":
                tables["facts"].setdefault(what, round(-SHARE * before, 2))
        tables["facts"]["intercept"] = round(SHARE * (self.intercept - self.old["intercept"]), 2)
        return tables

    def alerts(self, sample: Sample, tables: dict[str, dict[str, float]]) -> bool:
        """Tell whether the finding of a sample would alert."""
        if not sample["alarms"]:
            return False
        total = self.old["intercept"] + tables["facts"]["intercept"]
        for name in counted(sample, self.left_out):
            table, _, what = name.partition(" ")
            total += tables[table].get(what, 0.0)
            total += self.old.get(what, 0.0) if table == "facts" else 0.0
        return total >= 0.0


def worth(alerted: list[tuple[Sample, bool]]) -> str:
    """Say what alerts are worth."""
    tally = Counter((one["due"], told) for one, told in alerted)
    right, false, missed = tally[True, True], tally[False, True], tally[True, False]
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    return f"P {precision:.3f} R {recall:.3f} ({right} right, {false} false, {missed} missed)"


def fit(arguments: list[str], *, write: bool) -> None:
    """Fit, print, and write when asked."""
    files: dict[str, tuple[list[Sample], float]] = {}
    for argument in arguments:
        path, _, weight = argument.partition("=")
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        files[path] = ([json.loads(line) for line in lines], float(weight or 1))
    rules: list[tuple[Sample, bool]] = []
    words: list[tuple[Sample, bool]] = []
    for path, (left, weight) in files.items():
        if weight != 1:
            continue
        others = [(one, w) for p, (many, w) in files.items() if p != path for one in many]
        unseen = Fit(others)
        tables = unseen.added()
        by_rules = [(one, one["alarms"] and one["sure"] >= THRESHOLD) for one in left]
        by_words = [(one, unseen.alerts(one, tables)) for one in left]
        say(f"{path}\n  facts alone  {worth(by_rules)}\n  with words   {worth(by_words)}")
        rules += by_rules
        words += by_words
    say(f"all\n  facts alone  {worth(rules)}\n  with words   {worth(words)}")
    tables = Fit([(one, weight) for many, weight in files.values() for one in many]).added()
    say(f"{sum(map(len, tables.values()))} weights")
    if write:
        OUT.write_text(written(tables), encoding="utf-8")


def written(tables: dict[str, dict[str, float]]) -> str:
    """Give the file of the weights."""
    lines = [HEAD, f"intercept = {tables['facts'].pop('intercept'):.2f}"]
    for table, weights in tables.items():
        lines.append(f"\n[{table}]")
        lines += [f"{name} = {weight:.2f}" for name, weight in sorted(weights.items()) if weight]
    return "\n".join(lines) + "\n"


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Take samples, or fit weights to them."""
    command, *rest = sys.argv[1:] or [""]
    arguments = [one for one in rest if one != "--write"]
    for path in arguments:
        if not Path(path.partition("=")[0]).is_file():
            sys.exit(f"{path}: no such file")
    if command == "take" and arguments:
        take(arguments)
    elif command == "fit" and arguments:
        fit(arguments, write="--write" in rest)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
