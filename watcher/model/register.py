"""Registers: tables that give every council's latest judgements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.model.council import CouncilRef
    from watcher.model.dates import PartialDate
    from watcher.model.finding import Rejection
    from watcher.model.vocabulary import Area, Kind, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One council's row.

    `grades` holds an area for every judgement column that the row's inspection can have; None
    where the cell is no grade. `cells` holds the printed text of every judgement column, by what
    the column judges. `file_number` is the number in the report's link, which rises with time.
    """

    council: CouncilRef
    grades: Mapping[Area, Outcome | None]
    cells: Mapping[str, str]
    start: PartialDate | None
    end: PartialDate | None
    published: PartialDate | None
    link: str | None
    file_number: int | None
    kind: Kind
    regime: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTable:
    """A register as it was fetched.

    `columns` are its headings as printed; `unknown_councils` the names that no council of the
    register of councils has; `rejections` what was left out, and why.
    """

    rows: tuple[RegisterRow, ...]
    columns: tuple[str, ...]
    unknown_councils: tuple[str, ...] = ()
    rejections: tuple[Rejection, ...] = ()
