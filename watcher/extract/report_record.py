"""Read the record of main findings at the end of a safeguarding or looked-after report, 2009-13.

The overall grade for safeguarding counts as help and protection, the one for looked-after
children as children in care; everything else is `other`. None of it is an overall grade.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watcher.extract.report_table import Odd, Row, Table
from watcher.model.vocabulary import Area, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

_RECORD = re.compile(r"^record\s+of\s+main\s+findings\W*$", re.IGNORECASE | re.MULTILINE)
_GRADES = {
    "outstanding": Outcome.OUTSTANDING,
    "good": Outcome.GOOD,
    "adequate": Outcome.ADEQUATE,
    "inadequate": Outcome.INADEQUATE,
}
_NUMBERS = {"outstanding": "1", "good": "2", "adequate": "3", "inadequate": "4"}
_CELL = re.compile(
    r"(?:^|(?<=\s))(?:(?P<word>outstanding|good|adequate|inadequate)\s*\(?(?:grade\s*(?P<n>\d))?\)?"
    r"|grade\s*(?P<m>\d)\s*\(?(?P<late>outstanding|good|adequate|inadequate)\)?)[ \t]*(?=\n|$)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(?:(?P<care>(?:services\s+for\s+)?looked\s+after\s+children\b)"
    r"|(?P<safe>safeguarding\s+services\b|arrangements\s+for\s+the\s+protection\b))[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_OVERALL = re.compile(r"overall\s+effectiveness", re.IGNORECASE)


def read_record(text: str, *, looked_after: bool) -> Table:
    """Read the record's rows; `looked_after` tells what a report without sections is on."""
    heads = list(_RECORD.finditer(text))
    if not heads:
        return Table(rows=(), odd=())
    head = heads[-1]
    found = tuple(_rows(text, head.end(), looked_after=looked_after))
    return Table(
        rows=tuple(row for row in found if isinstance(row, Row)),
        odd=tuple(row for row in found if isinstance(row, Odd)),
    )


def _rows(text: str, begin: int, *, looked_after: bool) -> Iterator[Row | Odd]:
    area = Area.CHILDREN_IN_CARE if looked_after else Area.HELP_AND_PROTECTION
    done = begin
    for cell in _CELL.finditer(text, begin):
        for section in _SECTION.finditer(text, done, cell.start()):
            area = Area.CHILDREN_IN_CARE if section["care"] else Area.HELP_AND_PROTECTION
            done = section.end()
        word = (cell["word"] or cell["late"]).casefold()
        number = cell["n"] or cell["m"]
        label = text[done : cell.start()].strip()
        start = done + text[done : cell.start()].find(label) if label else cell.start()
        if number not in {None, _NUMBERS[word]} or not label:
            yield Odd("conflicting_grades" if label else "unlabelled_grade", start, cell.end())
        else:
            overall = _OVERALL.search(label) is not None
            yield Row(
                area if overall else Area.OTHER,
                _GRADES[word],
                start,
                cell.end(),
                "report.record",
            )
        done = cell.end()
