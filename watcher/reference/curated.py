"""Sources that were found useful, packaged with the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from watcher.reference.packaged import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedSource:
    """One source: its name, what it is, its options as lines of TOML.

    `on` is false where it is only suggested; `refuses` is true where programs were refused.
    """

    name: str
    about: str
    options: tuple[str, ...]
    on: bool
    refuses: bool = False


def load_sources() -> tuple[CuratedSource, ...]:
    """Load the packaged list."""
    data = tomllib.loads(text_of("sources.toml"))
    return tuple(
        CuratedSource(
            name=entry["name"],
            about=entry["about"],
            options=tuple(entry["options"]),
            on=entry["on"],
            refuses=entry.get("refuses", False),
        )
        for entry in data["source"]
    )
