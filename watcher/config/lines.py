"""Find the line of a TOML file on which a key stands.

tomllib keeps no positions, so headers and keys are looked for in the text. What cannot be found
(an inline table, say) gives the line of what encloses it.
"""

from __future__ import annotations

import re
import tomllib

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")

Place = tuple[str | int, ...]


def line_of(text: str, place: Place) -> int | None:
    """Give the line (from 1) of the innermost part of a place that is found in the text."""
    known = _places(text)
    for length in range(len(place), 0, -1):
        if place[:length] in known:
            return known[place[:length]]
    return None


def _places(text: str) -> dict[Place, int]:
    """Map every header and key to its line."""
    found: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header:
            table = _table(header[2], counts, repeated=header[1] == "[[")
            found.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key:
            place = table
            for part in _parts(key[1]):
                place = (*place, part)
                found.setdefault(place, number)
    return found


def _table(name: str, counts: dict[Place, int], *, repeated: bool) -> Place:
    """Give the place of a header; inside an array of tables the last entry is meant."""
    place: Place = ()
    parts = _parts(name)
    for index, part in enumerate(parts):
        place = (*place, part)
        if repeated and index == len(parts) - 1:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def _parts(dotted: str) -> list[str]:
    """Split a dotted key as TOML does."""
    try:
        value = tomllib.loads(f"{dotted} = 1")
    except tomllib.TOMLDecodeError:
        return [dotted]
    parts: list[str] = []
    while isinstance(value, dict):
        (part, value), *_ = value.items()
        parts.append(part)
    return parts
