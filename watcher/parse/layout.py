"""Give every piece of a document its role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.model.document import Block, BlockRole
from watcher.parse.furniture import own_role
from watcher.parse.head import read_head
from watcher.parse.pagewords import RELATED_ENDS
from watcher.parse.pieces import is_bullet
from watcher.parse.regions import mark_regions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.model.dates import PartialDate
    from watcher.parse.furniture import Telltales
    from watcher.parse.pieces import Piece

_PARAGRAPH = BlockRole.PARAGRAPH
_HEADING_WORDS = 14
_TOLD = frozenset({BlockRole.HEADING, BlockRole.LIST_ITEM, BlockRole.TABLE_ROW})
"""What markup is believed to tell; a paragraph of it may be anything."""
_TABLE = re.compile(r"\S *\t+ *\S|\S +\| +\S.*\| |^\|.*\|$")


@dataclass(slots=True, eq=False, kw_only=True)
class Layout:
    """The blocks of a document, with what its head prints. Never changed once made."""

    blocks: tuple[Block, ...]
    title: str
    published: PartialDate | None


def lay_out(pieces: Sequence[Piece], told: Telltales, title: str = "") -> Layout:
    """Tell article from furniture, line by line.

    Args:
        pieces: All pieces in order.
        told: The words in them that betray furniture.
        title: The title where it is known from elsewhere.
    """
    betrayed = told.cookies or told.caption or told.promo
    roles: list[BlockRole | None] = [
        own_role(piece.text, piece.folded, told, opening=piece.opening)
        if betrayed or piece.opening or piece.folded.endswith(RELATED_ENDS)
        else None
        for piece in pieces
    ]
    head = read_head(pieces, roles, title)
    for index, role in head.roles.items():
        roles[index] = role
    mark_regions(pieces, roles)
    blocks = tuple(
        [
            Block(piece.start, piece.end, role if role is not None else _shape(piece))
            for piece, role in zip(pieces, roles, strict=True)
        ]
    )
    return Layout(blocks=blocks, title=head.title, published=head.published)


def _shape(piece: Piece) -> BlockRole:
    """Tell a heading, a list's item and a table's row from a paragraph."""
    if not piece.folded:
        return BlockRole.NOTICE
    text = piece.text
    if piece.given in _TOLD:
        return piece.given
    if is_bullet(text):
        return BlockRole.LIST_ITEM
    if ("\t" in text or "|" in text) and _TABLE.search(text):
        return BlockRole.TABLE_ROW
    if not piece.prose and piece.words <= _HEADING_WORDS and text[-1] not in ".!,:;…":
        return BlockRole.HEADING
    return _PARAGRAPH
