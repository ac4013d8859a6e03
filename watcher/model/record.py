"""Data that is never changed once made, as the types hold it; nothing freezes it at run time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Made = TypeVar("_Made")


@dataclass_transform(frozen_default=True)
def record(cls: type[_Made]) -> type[_Made]:
    """Make a data class whose parts are, so mypy sees to it, never changed.

    For what is made by the dozen for each document: setting the parts of a frozen class takes four
    times as long.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
