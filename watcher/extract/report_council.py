"""Tell which council a report is about, from the names in its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watcher.model.council import normal_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from watcher.model.council import Council, Register

_TAILS = re.compile(
    r"['’]s$|['’]$|[\s,]+(?:the|council|local authority|local area|area|partnership|authority"
    r"|city of|county of|city|county|borough|metropolitan|district|unitary|corporation"
    r"|royal borough of|local|children['’]?s(?: social care)? services|children['’]?s|services"
    r"|(?:local )?safeguarding children(?: board| partnership)?|safeguarding board|trust)$",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"^(?:the|london borough of|royal borough of|metropolitan borough of|borough of|county of"
    r"|city of|city and county of|council of(?: the)?|metropolitan district of|metropolitan"
    r"|royal|borough|lb|mbc)\s+",
    re.IGNORECASE,
)

_SHORTEST = 4
"""Letters; shorter names are abbreviations, which may stand for anything."""


def find_council(names: Sequence[str], register: Register, day: dt.date | None) -> Council | None:
    """Give the council that the likeliest of the names means on that day.

    First every name as it stands or without its trimmings; then the one council whose name
    stands inside one of them. A council that was not there on the day is the last resort. None
    where there is none, or more than one.
    """
    gone: list[Council] = []
    for name in names:
        for form in _forms(name):
            council = register.named(form, on=day)
            if council is not None:
                council = _of_its_day(council, register, day)
                if day is None or council.valid_on(day):
                    return council
                gone.append(council)
    for finder in (_beginning, _inside):
        for name in names:
            found = finder(name, register, day)
            if found is not None:
                return found
    return None


def _of_its_day(council: Council, register: Register, day: dt.date | None) -> Council:
    """Give the council of that name that existed on the day, where the words are another's."""
    if day is None or council.valid_on(day):
        return council
    namesake = register.named(council.short_name, on=day)
    return namesake if namesake is not None and namesake.valid_on(day) else council


def _forms(name: str) -> Iterator[str]:
    """Give a name, then the name with less and less around it."""
    name = " ".join(name.split()).strip(" ,.:;–-")
    yield name
    trimmed = name
    while (shorter := _TAILS.sub("", trimmed).strip(" ,.")) != trimmed and shorter:
        trimmed = shorter
        yield trimmed
        yield _HEADS.sub("", trimmed)
    while (shorter := _HEADS.sub("", trimmed)) != trimmed and shorter:
        trimmed = shorter
        yield trimmed


def _beginning(name: str, register: Register, day: dt.date | None) -> Council | None:
    """Give the one council whose name begins with these words: `Newcastle`, `East Riding`."""
    for form in _forms(name):
        key = normal_name(form) + " "
        if len(key) < _SHORTEST:
            continue
        found = {
            council.code: council
            for council in register.councils
            if normal_name(council.short_name).startswith(key)
            and (council.valid_to is None if day is None else council.valid_on(day))
        }
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def _inside(text: str, register: Register, day: dt.date | None) -> Council | None:
    """Give the one council whose name, not within a longer one, stands in the text."""
    folded = f" {normal_name(text)} "
    found: dict[str, str] = {}
    for known in register.councils:
        for name in (known.short_name, known.full_name, *known.aliases):
            key = normal_name(name)
            if len(key) >= _SHORTEST and f" {key} " in folded:
                found.setdefault(key, name)
    longest = [
        name
        for key, name in found.items()
        if not any(f" {key} " in f" {other} " for other in found if other != key)
    ]
    councils = {
        council.code: council for name in longest if (council := register.named(name, on=day))
    }
    return next(iter(councils.values())) if len(councils) == 1 else None
