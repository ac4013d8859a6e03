"""Packaged data, read once and validated: councils, frameworks, baselines."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from watcher.reference.councils import read_register
from watcher.reference.frameworks import read_rulebook
from watcher.reference.packaged import text_of

if TYPE_CHECKING:
    from watcher.model.council import Register
    from watcher.model.framework import Rulebook

__all__ = ["load_register", "load_rulebook"]


@cache
def load_register() -> Register:
    """Load the packaged councils.

    Raises:
        ReferenceDataError: when the data contradicts itself.
    """
    return read_register(text_of("councils.csv"), text_of("joint_providers.txt"))


@cache
def load_rulebook() -> Rulebook:
    """Load the packaged frameworks and scales.

    Raises:
        ReferenceDataError: when the data contradicts itself.
    """
    return read_rulebook(text_of("frameworks.toml"))
