"""An article cut off in any place is read, as a feed or a stub may give it; nothing fails."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from watcher.app.reading import reading_context
from watcher.extract import extract
from watcher.model.dates import PartialDate
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

pytestmark = pytest.mark.soak

PATHS = sorted(Path(__file__).parent.glob("?_*.jsonl"))
ROWS = [json.loads(line) for path in PATHS for line in path.read_text("utf-8").splitlines()]
PART, WHOLE = 4, 60
"""Cuts of each article in a seeded part, and at full count."""

_WORD_END = re.compile(r"\b\w+\b")


def read_part(row: dict[str, Any], chance: random.Random) -> None:
    """Read an article up to a word, from a word on, or a stretch of it."""
    text = row["text"]
    ends = [match.end() for match in _WORD_END.finditer(text)]
    low, high = sorted(chance.sample(ends, 2))
    part = chance.choice([text[:high], text[low:], text[low:high]])
    title = chance.choice([row.get("title") or "", ""])
    published = PartialDate(row["published"]) if row.get("published") else None
    if part.strip():
        extract(parse_string(part, Hints(title=title, published=published)), reading_context())


@pytest.mark.parametrize("number", range(8))
def test_an_article_that_is_cut_anywhere_is_read(number: int, *, full_count: bool) -> None:
    chance = random.Random(number)  # noqa: S311  (the same cuts each time)
    rows = [row for row in ROWS[number::8] if row.get("text") and not row.get("html")]
    assert rows
    for row in rows:
        for _ in range(WHOLE if full_count else PART):
            read_part(row, chance)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has rated services in Kent inadequate. In Leeds",
        "Ofsted has rated services in Kent inadequate. The letter Leeds",
        "Ofsted rates services inadequate at the latest inspection in",
        "Kent was rated inadequate by Ofsted at an inspection which took place in 2015",
        "I read that Ofsted rated Kent inadequate, which I",
        "Improvement notice",
        "Strengths had",
        "Ofsted says that Kent requires improvement. It got the same overall",
        "Ofsted rated Kent inadequate. The council and staff call",
        "A fail in Ofsted's words is inadequate, and it is the word",
        "Kent was rated inadequate by Ofsted. Report Kent",
        "A home run by Kent County Council was seen by Ofsted.\n\nThe Kent party read the report.",
    ],
)
def test_a_sentence_that_breaks_off_at_a_name_is_read(text: str) -> None:
    assert extract(parse_string(text, Hints()), reading_context()) is not None
