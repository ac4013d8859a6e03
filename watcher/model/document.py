"""Documents: text with offsets that stay true, cut into blocks that know what they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from watcher.model.record import record

if TYPE_CHECKING:
    from watcher.model.dates import PartialDate


class Format(StrEnum):
    """What the bytes were."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    FEED_ITEM = "feed_item"
    REGISTER = "register"
    EMAIL = "email"


class BlockRole(StrEnum):
    """What a stretch of text is on its page."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    BYLINE = "byline"
    CAPTION = "caption"
    COMMENT = "comment"
    PROMO = "promo"
    RELATED = "related"
    NOTICE = "notice"


READABLE = frozenset(
    {
        BlockRole.TITLE,
        BlockRole.STANDFIRST,
        BlockRole.HEADING,
        BlockRole.PARAGRAPH,
        BlockRole.LIST_ITEM,
        BlockRole.TABLE_ROW,
    }
)
"""Blocks in which findings are looked for; all others are furniture."""


class Block(NamedTuple):
    """A stretch `text[start:end]` of a document (code points) and what it is.

    A tuple, because a long page has thousands.
    """

    start: int
    end: int
    role: BlockRole

    @property
    def readable(self) -> bool:
        """Whether findings are looked for in it."""
        return self.role in READABLE


@record
class Document:
    """A text that was read from somewhere, with what is known of it.

    `text` is exactly what offsets (code points) refer to. `blocks` are in order, do not
    overlap and leave out only white space. `pages` holds the offset at which each page starts
    (PDF only). `sha256` is the hex digest of the bytes the text was read from.
    `published_basis` says where the date came from: printed, json-ld, meta, time, url, feed,
    config, file, link.
    """

    text: str
    title: str = ""
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: PartialDate | None = None
    published_basis: str | None = None
    sha256: str = ""
    format: Format = Format.TEXT
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reference to a further document, found in a feed or a listing.

    `published` is what the listing says; `label` its visible text; `text` holds what the
    listing itself gives of the content (a feed item's summary or body), as HTML or text.
    """

    url: str
    label: str = ""
    published: PartialDate | None = None
    outlet: str | None = None
    guid: str | None = None
    text: str | None = None
    hints: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Bytes from somewhere, and how they came.

    `outcome` is a name such as `ok`, `not_modified`, `forbidden`, `too_large`; `body` is empty
    unless it is `ok`. `headers` are lower-case.
    """

    url: str
    outcome: str
    body: bytes = b""
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    detail: str = ""
    path: str | None = None

    def header(self, name: str) -> str | None:
        """Give the first header of that (lower-case) name."""
        return next((value for key, value in self.headers if key == name), None)
