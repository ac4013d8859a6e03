"""Bind every grade on a front page to its own label.

The text is in stream order: a label, wrapped as it may be, then its grade at a line's end. A
grade whose label is not known whole, a label without a grade, and text between rows that nothing
explains are never guessed at: the row is rejected and held for review.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from watcher.extract.report_labels import area_of, is_board, word_pattern, words_of
from watcher.model.vocabulary import Area

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from watcher.model.framework import Framework
    from watcher.model.vocabulary import Outcome

MAX_LABEL_LINES = 6
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|should|must)\b", re.IGNORECASE)
_HEAD = re.compile(r"judgements?\s+(?:and\s+)?grades?", re.IGNORECASE)
_CUT = re.compile(r"\bto\s+be\s*\Z", re.IGNORECASE)
"""Before `good`: the end of `requires improvement to be good`, whose beginning is lost."""

_NUMBERS = re.compile(r"[\d\W]{1,3}")
_FEW = 3
_MARKS = " \t0123456789.*¹²³()"
"""What may stand behind a grade: its number, and a footnote's."""

_CAPTION = re.compile(
    r"(?P<head>(?:the\s+)?overall\s+judgement(?:\s+is\b|\s*:)"
    r"|^[^\n]{0,60}children['’]?s['’]?\s+(?:social\s+care\s+)?services\s+(?:in|for|at)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_CAPTION_WITHIN = 220


@dataclass(frozen=True, slots=True)
class Row:
    """A judgement as printed at `[start:end]`; `outcome` is None where it was not made."""

    area: Area
    outcome: Outcome | None
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Odd:
    """What looks like a row and is none that is known."""

    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows that are sure, and what was not."""

    rows: tuple[Row, ...]
    odd: tuple[Odd, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


@lru_cache(maxsize=16)
def _cell_pattern(words: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\s:–-])(?P<word>{words})(?P<rest>(?:\s*\(?grade\s*\d\)?)?[\d.*¹²³]{{0,2}})"
        r"[ \t]*(?=\n|$)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _last_words(words: tuple[str, ...]) -> tuple[str, ...]:
    return ("grade", *{word.split()[-1] for word in words})


def _last_cell(text: str, begin: int, end: int, words: Mapping[str, Outcome | None]) -> int:
    """Give where the last line ends on which a grade can end: what follows is prose.

    Lines of numbers and marks alone may belong to the grade above them.
    """
    last_words = _last_words(tuple(words))
    stop = at = end
    for line in reversed(text[begin:end].split("\n")):
        bare = line.rstrip(_MARKS).rstrip().rstrip(_MARKS).lower()
        if bare.endswith(last_words):
            return stop
        at -= len(line) + 1
        if bare:
            stop = at
    return begin


def read_table(text: str, begin: int, end: int, framework: Framework | None) -> Table:
    """Read the rows that stand in `text[begin:end]`, with the overall grade in a caption."""
    words = words_of(framework)
    headed = _HEAD.fullmatch(text[:begin].rstrip().rpartition("\n")[2].strip()) is not None
    reader = _Reader(text, framework, words, headed=headed)
    done = begin
    last = _last_cell(text, begin, end, words)
    for cell in _cell_pattern(word_pattern(words)).finditer(text, begin, last):
        if not reader.take(done, cell):
            break
        done = cell.end()
    caption = _caption(text, begin, reader.first if reader.rows else end, words)
    rows = [*reader.rows, *([caption] if caption else [])]
    return _without_conflicts(rows, reader.odd)


class _Reader:
    """Go from cell to cell, keeping what is bound and what is odd."""

    def __init__(
        self,
        text: str,
        framework: Framework | None,
        words: Mapping[str, Outcome | None],
        *,
        headed: bool,
    ) -> None:
        self.text = text
        self.framework = framework
        self.words = words
        self.rows: list[Row] = []
        self.odd: list[Odd] = []
        self.first = len(text)
        self.headed = headed

    def take(self, begin: int, cell: re.Match[str]) -> bool:
        """Bind one cell to the label before it; False where the table has ended."""
        lines = _lines(self.text, begin, cell.start("word"))
        cut = _is_cut(self.text[begin : cell.start("word")])
        label, spare = (None, lines) if cut else self._label(lines)
        inside = bool(self.rows or self.odd)
        if label is None:
            return self._unbound(lines, cell, inside=inside)
        spare = [line for line in spare if not _HEAD.fullmatch(line.text)]
        if (inside and spare) or self._known_tail(spare):
            self.odd.append(Odd("unexplained_text", (spare or label)[0].start, cell.end()))
            return True
        area = area_of(_joined(label), self.framework)
        word = " ".join(cell["word"].casefold().split())
        if area is None:
            self.odd.append(Odd("other_body", label[0].start, cell.end("word")))
            return True
        self.first = min(self.first, label[0].start)
        end = cell.end("word")
        self.rows.append(Row(area, self.words[word], label[0].start, end, "report.table"))
        return True

    def _label(self, lines: Sequence[_Line]) -> tuple[Sequence[_Line] | None, list[_Line]]:
        """Find the longest run of lines before the grade that is one whole label."""
        for count in range(min(len(lines), MAX_LABEL_LINES), 0, -1):
            part = lines[-count:]
            first = part[0].text[:1]
            if not (count == len(lines) or first.isupper() or first.isdigit()):
                continue
            if area_of(_joined(part), self.framework) or _is_board_row(part):
                return part, list(lines[:-count])
        return None, list(lines)

    def _unbound(self, lines: Sequence[_Line], cell: re.Match[str], *, inside: bool) -> bool:
        """Judge a grade without a known label: prose, or a row that must be held."""
        headed = self.headed or any(_HEAD.fullmatch(line.text) for line in lines)
        lines = [line for line in lines if not _HEAD.fullmatch(line.text)]
        if self._is_prose(lines, cell):
            return not inside
        if inside or headed:
            start = lines[0].start if lines else cell.start()
            self.odd.append(
                Odd("unknown_label" if lines else "unlabelled_grade", start, cell.end())
            )
        return True

    def _is_prose(self, lines: Sequence[_Line], cell: re.Match[str]) -> bool:
        """Tell running text, which may end a line in a grade's word, from a row."""
        following = self.text[cell.end() : cell.end() + 2].strip()
        if len(lines) > MAX_LABEL_LINES or following.islower():
            return True
        said = _joined(lines)
        return bool(_SENTENCE.search(said)) or bool(re.search(r"[.;]\s", said))

    def _known_tail(self, lines: Sequence[_Line]) -> bool:
        """Tell whether lines end in a whole label, which then has no grade of its own."""
        return any(
            area_of(_joined(lines[-count:]), self.framework) is not None
            for count in range(1, min(len(lines), MAX_LABEL_LINES) + 1)
        )


def _is_board_row(lines: Sequence[_Line]) -> bool:
    return is_board(_joined(lines)) and len(lines) <= 3 and lines[0].text[:1].isupper()


def _is_cut(before: str) -> bool:
    """Tell whether what stands before `good` makes it an end without its beginning."""
    before = before.rstrip()
    return before[-2:].lower() == "be" and _CUT.search(before) is not None


def _lines(text: str, begin: int, end: int) -> list[_Line]:
    lines: list[_Line] = []
    at = begin
    for line in text[begin:end].split("\n"):
        bare = line.strip()
        if bare and not (len(bare) <= _FEW and _NUMBERS.fullmatch(bare)):
            start = at + line.index(bare[0])
            lines.append(_Line(start, start + len(bare), bare))
        at += len(line) + 1
    return lines


def _joined(lines: Sequence[_Line]) -> str:
    return " ".join(line.text for line in lines)


def _caption(text: str, begin: int, end: int, words: Mapping[str, Outcome | None]) -> Row | None:
    """Read the overall grade of a table that states it in its caption."""
    pattern = re.compile(
        rf"\b(?P<word>{word_pattern(words)})[.\d]{{0,2}}[ \t]*(?=\n|$)", re.IGNORECASE
    )
    for match in _CAPTION.finditer(text, begin, end):
        found = pattern.search(text, match.end(), min(end, match.end() + _CAPTION_WITHIN))
        if found is None or re.search(r"[.;:]\s", text[match.end() : found.start()]):
            continue
        outcome = words[" ".join(found["word"].casefold().split())]
        return Row(Area.OVERALL, outcome, match.start(), found.end("word"), "report.caption")
    return None


def _without_conflicts(rows: Sequence[Row], odd: Sequence[Odd]) -> Table:
    """Hold every area that two rows judge differently; say a repeated judgement once."""
    kept: dict[Area, Row] = {}
    torn: set[Area] = set()
    for row in rows:
        if row.area in kept and kept[row.area].outcome != row.outcome:
            torn.add(row.area)
        kept.setdefault(row.area, row)
    clashes = tuple(Odd("conflicting_grades", r.start, r.end) for r in rows if r.area in torn)
    return Table(
        rows=tuple(row for row in kept.values() if row.area not in torn), odd=(*odd, *clashes)
    )
