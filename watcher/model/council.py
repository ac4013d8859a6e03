"""Councils, their names and their lineage."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CouncilCode = NewType("CouncilCode", str)
"""A GSS code, such as E06000030."""

LineageKey = NewType("LineageKey", str)
"""What a council's history is kept under: its Ofsted URN, else its GSS code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRef:
    """Name a council as JSON does."""

    code: CouncilCode
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """Describe one council that is, was or will be responsible for children's services.

    `valid_to` is the last day of its existence, None while it exists. `ambiguous` holds the
    register's notes on what else its names can mean. `lineage` is the key of its history:
    councils that share an Ofsted URN continue one another. `ref` names it as JSON does.
    """

    code: CouncilCode
    urn: str | None
    dfe_code: str | None
    name: str
    full_name: str
    region: str
    type: str
    aliases: tuple[str, ...]
    ambiguous: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    successors: tuple[CouncilCode, ...]
    former_codes: tuple[CouncilCode, ...]
    lineage: LineageKey = field(init=False, compare=False, repr=False)
    ref: CouncilRef = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Set what every page asks for again and again."""
        object.__setattr__(self, "lineage", LineageKey(self.urn or self.code))
        object.__setattr__(self, "ref", CouncilRef(code=self.code, name=self.name))

    @property
    def short_name(self) -> str:
        """The name without a parenthesis such as `(county, to 2023)`."""
        return re.sub(r" \(.*\)$", "", self.name)

    def valid_on(self, day: dt.date) -> bool:
        """Tell whether the council existed on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def normal_name(text: str) -> str:
    """Fold a council's name for comparison: case, `&`, hyphens, dots, spaces."""
    folded = text.casefold().replace("&", " and ").replace("’", "'")
    return re.sub(r"[^a-z0-9']+", " ", folded).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Hold every council and answer questions about names, codes, dates and lineage.

    `joint_names` (normalised) are providers that serve several councils at once: such a name
    alone leaves open which council is meant.
    """

    councils: tuple[Council, ...]
    joint_names: frozenset[str] = frozenset()
    by_code: Mapping[CouncilCode, Council] = field(init=False)
    _by_name: Mapping[str, tuple[Council, ...]] = field(init=False)
    _by_lineage: Mapping[LineageKey, tuple[Council, ...]] = field(init=False)
    _replaced: Mapping[CouncilCode, tuple[Council, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Build the indexes."""
        codes: dict[CouncilCode, Council] = {}
        names: dict[str, list[Council]] = {}
        lines: dict[LineageKey, list[Council]] = {}
        replaced: dict[CouncilCode, list[Council]] = {}
        for council in self.councils:
            for code in (council.code, *council.former_codes):
                codes[code] = council
            shown = (council.name, council.short_name, council.full_name, *council.aliases)
            for name in {normal_name(name) for name in shown}:
                names.setdefault(name, []).append(council)
            lines.setdefault(council.lineage, []).append(council)
            for code in set(council.successors):
                replaced.setdefault(code, []).append(council)
        object.__setattr__(self, "by_code", codes)
        object.__setattr__(self, "_by_name", {k: tuple(v) for k, v in names.items()})
        ordered = {
            k: tuple(sorted(v, key=lambda c: c.valid_from or dt.date.min)) for k, v in lines.items()
        }
        object.__setattr__(self, "_by_lineage", ordered)
        object.__setattr__(self, "_replaced", {k: tuple(v) for k, v in replaced.items()})

    def named(self, name: str, *, on: dt.date | None = None) -> Council | None:
        """Find the one council of that name or alias, valid on that day.

        Without a day the current council wins over an abolished one. None when there is none,
        or more than one.
        """
        found = self._by_name.get(normal_name(name), ())
        if on is not None:
            found = tuple(c for c in found if c.valid_on(on)) or found
        if len(found) > 1:
            found = tuple(c for c in found if c.valid_to is None) or found
        return found[0] if len(found) == 1 else None

    def lineage_of(self, code: CouncilCode) -> tuple[Council, ...]:
        """Give the councils whose history is one with this one's, oldest first."""
        return self._by_lineage[self.by_code[code].lineage]

    def in_lineage(self, key: LineageKey) -> tuple[Council, ...]:
        """Give the councils of a lineage, oldest first; empty when there is none."""
        return self._by_lineage.get(key, ())

    def at(self, code: CouncilCode, day: dt.date) -> Council:
        """Give the council of the same lineage that was valid on that day, else the nearest."""
        line = self.lineage_of(code)
        for council in line:
            if council.valid_on(day):
                return council
        return line[0] if line[0].valid_from and day < line[0].valid_from else line[-1]

    def current(self, day: dt.date) -> tuple[Council, ...]:
        """Give the councils that exist on that day, by name."""
        return tuple(sorted((c for c in self.councils if c.valid_on(day)), key=lambda c: c.name))

    def predecessors(self, code: CouncilCode) -> tuple[Council, ...]:
        """Give the councils that this one replaced without continuing their history."""
        mine = self.by_code[code].lineage
        return tuple(c for c in self._replaced.get(code, ()) if c.lineage != mine)

    def names(self) -> Iterable[str]:
        """Give every short name, for near-name hints and completion."""
        return sorted({c.short_name for c in self.councils})
