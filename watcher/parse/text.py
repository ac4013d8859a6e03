"""Plain-text articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.errors import UnreadableDocument
from watcher.model.document import Document, Format
from watcher.parse.dates import url_date
from watcher.parse.encoding import MAX_TEXT, too_long
from watcher.parse.head import holds_title
from watcher.parse.layout import lay_out
from watcher.parse.outlet import outlet_in
from watcher.parse.pieces import cut

if TYPE_CHECKING:
    from watcher.model.dates import PartialDate
    from watcher.parse.hints import Hints

WEAK_BASES = frozenset({"file", "link"})
"""Bases that count only where the document itself prints no date."""


def parse_text(text: str, hints: Hints, sha256: str = "") -> Document:
    """Read an article from plain text, whose code points stay as they are.

    A title that the hints give and the text does not begin with is put before it.

    Raises:
        UnreadableDocument: when there is nothing but white space, or far too much.
    """
    if len(text) > MAX_TEXT:
        raise too_long(len(text))
    pieces, told = cut(text)
    if not pieces:
        raise UnreadableDocument("the document is empty", resource=hints.path or hints.url or "")
    if hints.title.strip() and not holds_title(pieces, hints.title):
        text = f"{hints.title.strip()}\n\n{text}"
        pieces, told = cut(text)
    layout = lay_out(pieces, told, hints.title)
    published, basis = published_of(hints, layout.published)
    return Document(
        text=text,
        title=hints.title.strip() or layout.title,
        path=hints.path,
        url=hints.url,
        outlet=hints.outlet or outlet_in(pieces),
        published=published,
        published_basis=basis,
        sha256=sha256,
        format=Format.TEXT,
        blocks=layout.blocks,
        id=hints.id,
    )


def published_of(
    hints: Hints, printed: PartialDate | None
) -> tuple[PartialDate | None, str | None]:
    """Choose the day of publication of a plain text, and say where it comes from.

    A person's or a feed's word first, then the day in the address, then what the text prints,
    then the name of the file or link, then the month in the address.
    """
    if hints.published is not None and hints.published_basis not in WEAK_BASES:
        return hints.published, hints.published_basis or "config"
    linked = url_date(hints.url) if hints.url else None
    if linked is not None and linked.precise:
        return linked, "url"
    if printed is not None:
        return printed, "printed"
    if hints.published is not None:
        return hints.published, hints.published_basis
    return linked, None if linked is None else "url"
