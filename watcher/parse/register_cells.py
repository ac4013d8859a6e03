"""Read the cells of a register: councils, days and grades."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from watcher.model.council import LineageKey
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import Outcome
from watcher.parse.dates import read_date
from watcher.parse.fieldwork import read_fieldwork

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from watcher.model.council import Council, Register
    from watcher.parse.grid import Cell

GRADES: Mapping[str, Outcome] = {
    "outstanding": Outcome.OUTSTANDING,
    "good": Outcome.GOOD,
    "requires improvement": Outcome.REQUIRES_IMPROVEMENT,
    "requires improvement to be good": Outcome.REQUIRES_IMPROVEMENT,
    "require improvement": Outcome.REQUIRES_IMPROVEMENT,
    "ri": Outcome.REQUIRES_IMPROVEMENT,
    "adequate": Outcome.ADEQUATE,
    "inadequate": Outcome.INADEQUATE,
}
_SEND: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (Outcome.SEND_SYSTEMIC_FAILINGS, re.compile(r"systemic|widespread|significant concern")),
    (Outcome.SEND_INCONSISTENT, re.compile(r"inconsistent")),
    (Outcome.SEND_POSITIVE, re.compile(r"^(?:typically )?positive|typically.*positive")),
)
_NOTHING = re.compile(
    r"|-+|–|n/?a|nan|none|null|not (?:yet )?(?:inspected|judged|graded|available|applicable)|tbc"
    r"|no (?:judgement|grade|report|overall.*)|inspection[ _]pre[ _-]?dates[ _]judgement|\.+|\[.\]"
    r"|judgement not made|no longer (?:judged|given|made).*"
)
"""Cells that say that there is no grade; anything else that is no grade is odd."""

_EPOCH = dt.date(1899, 12, 30)
_SERIAL = re.compile(r"[34]\d{4}|5[0-5]\d{3}")


def grade_of(text: str, *, send: bool = False) -> tuple[Outcome | None, bool]:
    """Read a judgement cell: its outcome, and whether the cell is sound."""
    words = " ".join(text.casefold().replace("_", " ").split()).strip(" .*")
    words = re.sub(r"^grade \d\W+|\s*\((?:grade )?\d\)$", "", words)
    if send:
        found = [outcome for outcome, pattern in _SEND if pattern.search(words)]
        outcome = found[0] if len(found) == 1 else None
    else:
        outcome = GRADES.get(words)
    sound = outcome is not None or _NOTHING.fullmatch(" ".join(text.casefold().split())) is not None
    return outcome, sound


def read_days(cell: Cell) -> tuple[PartialDate | None, PartialDate | None]:
    """Read the first and last day that a cell names; day first in numbers."""
    if cell.date is not None:
        return PartialDate.of(cell.date), PartialDate.of(cell.date)
    if _SERIAL.fullmatch(cell.text):
        day = PartialDate.of(_EPOCH + dt.timedelta(days=int(cell.text)))
        return day, day
    single = read_date(cell.text)
    if single is not None:
        return single, single
    span = read_fieldwork(cell.text)
    return (span.start, span.end) if span else (None, None)


def find_council(named: Mapping[str, str], register: Register) -> Council | None:
    """Give the council that a row is about: by its name, else by its codes."""
    name = named.get("name", "")
    for form in _forms(name):
        council = register.named(form)
        if council is not None:
            return council
    code = named.get("gss", "").strip().upper()
    for key, found in register.by_code.items():
        if key == code:
            return found
    lineage = register.in_lineage(LineageKey(named.get("urn", "").strip()))
    if lineage:
        return lineage[-1]
    number = named.get("la_code", "").strip()
    return _one([c for c in register.councils if number and c.dfe_code == number])


def _forms(name: str) -> Iterator[str]:
    """Give a name as it stands, and without what statistics and sites put around it."""
    if not name:
        return
    yield name
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", name)
    yield bare
    yield re.sub(r"\s+local area partnership$", "", bare, flags=re.IGNORECASE)
    turned = re.fullmatch(
        r"(.+),\s*((?:city|county|royal borough|london borough) of)", bare, re.IGNORECASE
    )
    if turned:
        yield f"{turned[2]} {turned[1]}"
        yield turned[1]
    yield f"{bare} Council"


def _one(councils: list[Council]) -> Council | None:
    current = [council for council in councils if council.valid_to is None] or councils
    return current[0] if len(current) == 1 else None
