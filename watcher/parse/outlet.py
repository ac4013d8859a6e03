"""The outlet that an article's own furniture names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.parse.pieces import Piece

_SHORT = 80
_NAME = r"(?P<name>[A-Z][\w&'’.-]*(?: [A-Z&][\w&'’.-]*| and| of| the){0,5}?)"
_SELLS = re.compile(rf"{_NAME} (?:Digital|Print|Online|Premium)? ?(?:membership|subscription)s?$")
_SOLD = ("membership", "memberships", "subscription", "subscriptions")
_OWNS = re.compile(rf"(?:©|Copyright(?: ©)?) ?(?:\d{{4}}(?: ?[-–] ?\d{{4}})? )?{_NAME}[ .,]*$")


def outlet_in(pieces: Sequence[Piece]) -> str | None:
    """Find the name in a subscription box, a copyright line or beside the date."""
    for piece in pieces:
        text = piece.text
        if len(text) > _SHORT:
            continue
        found = _SELLS.match(text) if text.endswith(_SOLD) else None
        found = found or _OWNS.match(text)
        if found is not None:
            return found["name"]
    return None
