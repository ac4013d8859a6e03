"""Rows of a table with several grades: which column is old, which new, and for what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.extract.claims import OUTCOMES
from watcher.extract.dates import year_of
from watcher.extract.graded import Graded
from watcher.extract.segment import clause_of

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit

_CELL = re.compile(r" ?\| ?|\t+ ?")
_MARK = re.compile(r" [/–—-] | ?; ?|: ")
"""What parts cells where people type a table by hand."""
_MARKED = re.compile("[/–—;:-]")
_TYPED = 30
"""Words of a row that somebody typed, at most."""

_FARTHEST = 160
"""Rows between a table's head and any of its rows at most."""

_OLD = frozenset({"previous", "previously", "last", "earlier", "before", "prior", "former", "old"})
_NEW = frozenset({"latest", "current", "currently", "new", "now", "recent", "this", "today"})
_FOR = frozenset({"area", "overall"})

Cells = list[tuple[int, int]]


def row_grades(page: Page, sentence: Sentence, hits: list[Hit]) -> list[Graded]:
    """Give the grades of a row of which the table's head says what each column holds.

    `hits` are its words for grades, several. Empty where the sentence is no such row, or its head
    tells nothing.
    """
    cells = _cells(page, sentence)
    if len(cells) < len(hits):
        return []
    places = [_column(page, cells, hit) for hit in hits]
    head = _head(page, sentence, len(cells))
    if head is None or len(set(places)) < len(places):
        return []
    heads = _cells(page, head)
    given = [_named_for(page, head, heads[place]) for place in places]
    if all(given) and len({(hit.cls, hit.value) for hit in given if hit}) == len(given):
        return [_graded(sentence, one, "", of) for one, of in zip(hits, given, strict=True)]
    parts = _parts([_told(page, heads[place]) for place in places])
    return [_graded(sentence, one, parts[at], None) for at, one in enumerate(hits) if at in parts]


def _cells(page: Page, sentence: Sentence) -> Cells:
    """Give where the cells of a row begin and end; none where it is no row."""
    text = page.document.text[sentence.start : sentence.end]
    marks = list(_CELL.finditer(text)) if "|" in text or "\t" in text else []
    if not marks and sentence.last - sentence.first <= _TYPED and _MARKED.search(text):
        marks = list(_MARK.finditer(text))
    if not marks:
        return []
    starts = [sentence.start, *[sentence.start + mark.end() for mark in marks]]
    ends = [*[sentence.start + mark.start() for mark in marks], sentence.end]
    return list(zip(starts, ends, strict=True))


def _column(page: Page, cells: Cells, hit: Hit) -> int:
    """Give the column in which a grade stands."""
    place = page.words.starts[hit.first]
    return max(at for at, (start, _) in enumerate(cells) if start <= place)


def _head(page: Page, sentence: Sentence, width: int) -> Sentence | None:
    """Give the head of the table that a row is part of: the first of its rows, without a grade."""
    head = None
    for index in range(sentence.index - 1, max(-1, sentence.index - _FARTHEST), -1):
        other = page.sentences[index]
        if len(_cells(page, other)) != width:
            break
        head = other
    return head if head is not None and "grade" not in head.classes else None


def _named_for(page: Page, head: Sentence, cell: tuple[int, int]) -> Hit | None:
    """Give the judgement that the head of a column names."""
    start, end = cell
    for hit in head.hits:
        if hit.cls in _FOR and start <= page.words.starts[hit.first] < end:
            return hit
    return None


def _told(page: Page, cell: tuple[int, int]) -> tuple[str, int]:
    """Give what a column's head says of time: old or new, and the year, 0 for none."""
    low = page.document.text[slice(*cell)].lower()
    words = re.findall(r"[a-z0-9]+", low)
    years = [year for word in words if (year := year_of(word)) is not None]
    part = "from" if not _OLD.isdisjoint(words) else "to" if not _NEW.isdisjoint(words) else ""
    return part, max(years, default=0)


def _parts(told: list[tuple[str, int]]) -> dict[int, str]:
    """Tell the new column from the one before it; further ones count for nothing."""
    years = [year for _, year in told]
    if all(years) and len(set(years)) == len(years):
        order = sorted(range(len(told)), key=lambda at: -years[at])
        return {order[0]: "to", order[1]: "from"}
    new = [at for at, (part, _) in enumerate(told) if part == "to"]
    old = [at for at, (part, _) in enumerate(told) if part == "from"]
    if len(told) == len("ab") and len(new) + len(old) == 1:
        first = (new or old)[0]
        return {first: told[first][0], 1 - first: "from" if new else "to"}
    return {new[0]: "to", old[0]: "from"} if len(new) == len(old) == 1 else {}


def _graded(sentence: Sentence, hit: Hit, part: str, given: Hit | None) -> Graded:
    """Read one grade of a row in a clause of its own, with what its column is for."""
    moved = () if given is None else (replace(given, first=sentence.first, last=sentence.first),)
    kept = tuple(h for h in sentence.hits if h is hit or h.cls != "grade")
    clause = clause_of(sentence.first, sentence.last, (*moved, *kept))
    return Graded(hit=hit, clause=clause, part=part, outcome=OUTCOMES[hit.value])
