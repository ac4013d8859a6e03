"""Who is spoken of on a page, as far as it is told sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.tokens import Hit

Chain = tuple["Hit", ...]
"""Councils that are named as one list."""


@dataclass(slots=True, eq=False, kw_only=True)
class Topics:
    """Who is spoken of: the main council of the page, and the topic at each sentence.

    `chains` are the lists of councils of each sentence, `added` those of several that are
    added to another: `along with X and Y`. Never changed once made.
    """

    main: tuple[str, ...]
    at: tuple[tuple[str, ...], ...]
    chains: tuple[tuple[Chain, ...], ...]
    added: tuple[tuple[Chain, ...], ...]
