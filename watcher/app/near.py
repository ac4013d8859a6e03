"""Say what was probably meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def near_hint(name: str, known: Iterable[str]) -> str:
    """Say what was probably meant, else what there is."""
    listed = list(known)
    near = difflib.get_close_matches(name, listed, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"known: {', '.join(listed)}" if listed else ""
