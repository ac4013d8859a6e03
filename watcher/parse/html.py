"""Articles in HTML: what the page says of itself, its main text, and the roles of its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from watcher.errors import UnreadableDocument
from watcher.model.document import Block, BlockRole, Document, Format
from watcher.parse.dates import url_date
from watcher.parse.encoding import MAX_TEXT, too_long
from watcher.parse.furniture import fold, telltales
from watcher.parse.htmlbody import main_parts, tidy
from watcher.parse.htmlmeta import Meta, read_meta, same_host, time_element
from watcher.parse.htmltree import parse_tree, prune, strip_tags, text_of
from watcher.parse.layout import Layout, lay_out
from watcher.parse.pieces import Piece, piece_at
from watcher.parse.screen import STUB_MOST
from watcher.parse.text import WEAK_BASES

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from watcher.model.dates import PartialDate
    from watcher.parse.hints import Hints
    from watcher.parse.htmlbody import Part

LARGEST = 4_000_000
"""Larger pages are read without looking for their main text (characters): that takes seconds."""

_WALLED = (
    "continue reading",
    "keep reading",
    "carry on reading",
    "subscriber-only",
    "subscriber only",
    "subscribers only",
    "unlock this",
    "unlock the full",
    "access this article",
    "access the full article",
    "subscribe to read",
    "subscribe now to read",
    "log in to read",
    "login to read",
    "log in to continue",
    "reached your limit",
    "article limit",
)
"""What a paywall says; it matters only on pages that show little besides."""
_NOTICE_LENGTH = 200
_BETWEEN = "\n\n"
_HEAD = 12
"""Blocks among which the title may stand once more."""
_LEAST_WORDS, _MOST_WORDS = 4, 20
"""How long headlines are."""


def parse_html(text: str, hints: Hints, sha256: str = "") -> Document:
    """Read an article from a page; the text is its blocks, title first, an empty line between.

    Raises:
        UnreadableDocument: when the page holds no text at all, or far too much.
    """
    tree = None if len(text) > LARGEST else parse_tree(text)
    if tree is None:
        meta, timed, notices = Meta(), None, []
        parts: list[Part] = [(tidy(part), BlockRole.PARAGRAPH) for part in strip_tags(text)]
    else:
        meta = read_meta(tree)
        prune(tree)
        timed = time_element(tree)
        parts = _parts(tree, meta)
        short = sum(len(part) for part, _ in parts) < STUB_MOST
        notices = _notices(text) if short else []
    title = hints.title.strip() or tidy(meta.title)
    if sum(len(part) for part, _ in parts) > MAX_TEXT:
        raise too_long(len(text))
    whole, pieces = _compose(title, [part for part in parts if part[0]], notices[:1])
    if not pieces:
        raise UnreadableDocument("the page holds no text", resource=hints.path or hints.url or "")
    told = telltales("\n".join([piece.folded for piece in pieces]))
    layout = lay_out(pieces, told, title)
    published, basis = _published(hints, meta, timed, layout)
    return Document(
        text=whole,
        title=title or layout.title,
        path=hints.path,
        url=_address(hints, meta),
        outlet=hints.outlet or meta.outlet,
        published=published,
        published_basis=basis,
        sha256=sha256,
        format=Format.HTML,
        blocks=_with_notices(layout.blocks, len(notices[:1])),
        id=hints.id,
    )


def _notices(text: str) -> list[str]:
    """Give the sentence that keeps the rest from readers who do not pay, if there is one.

    It stands in what pruning takes away, so the page is parsed once more.
    """
    lower = text.lower()
    words = [word for word in _WALLED if word in lower]
    tree = parse_tree(text) if words else None
    if tree is None:
        return []
    for element in tree.iter("p", "div", "span", "h2", "h3", "h4", "a", "button"):
        own = (element.text or "").lower()
        if any(word in own for word in words):
            return [tidy(text_of(element))[:_NOTICE_LENGTH]]
    return []


def _parts(tree: HtmlElement, meta: Meta) -> list[Part]:
    """Give the blocks of the main text, from JSON-LD where the page itself shows hardly any."""
    try:
        parts = main_parts(tree, tidy(meta.title))
    except (etree.LxmlError, RecursionError, ValueError, TypeError, AttributeError, IndexError):
        parts = [(tidy(part), BlockRole.PARAGRAPH) for part in tree.itertext()]
    if len(meta.body) > 2 * sum(len(text) for text, _ in parts):
        lines = meta.body.replace("\r", "\n").split("\n")
        return [(tidy(line), BlockRole.PARAGRAPH) for line in lines]
    return parts


def _compose(title: str, parts: list[Part], notices: list[str]) -> tuple[str, list[Piece]]:
    """Join the blocks into one text and give their places in it."""
    blocks = list(parts)
    if title:
        at = next((i for i, (text, _) in enumerate(blocks[:_HEAD]) if _is_title(text, title)), None)
        if at is not None:
            blocks[: at + 1] = [part for part in blocks[:at] if not _is_headline(part[0])]
        blocks.insert(0, (title, BlockRole.TITLE))
    blocks.extend((notice, BlockRole.PROMO) for notice in notices)
    whole = _BETWEEN.join(text for text, _ in blocks)
    pieces: list[Piece] = []
    start = 0
    for text, role in blocks:
        pieces.append(piece_at(whole, start, start + len(text), role))
        start += len(text) + len(_BETWEEN)
    return whole, pieces


def _is_title(text: str, title: str) -> bool:
    """Tell whether a block is the title once more."""
    return fold(text) == fold(title)


def _is_headline(text: str) -> bool:
    """Tell a line that reads like a headline: above the title it is another story's."""
    return _LEAST_WORDS <= text.count(" ") + 1 <= _MOST_WORDS and text[-1] not in ".!?:…"


def _with_notices(blocks: tuple[Block, ...], count: int) -> tuple[Block, ...]:
    """Mark the last blocks as the notices they are."""
    if not count:
        return blocks
    notices = [block._replace(role=BlockRole.PROMO) for block in blocks[-count:]]
    return (*blocks[:-count], *notices)


def _published(
    hints: Hints, meta: Meta, timed: PartialDate | None, layout: Layout
) -> tuple[PartialDate | None, str | None]:
    """Choose the day of publication, and say where it comes from.

    A person's word first; then JSON-LD, meta, `time`, the address, the feed, the text; last the
    name of the file or link.
    """
    linked = url_date(hints.url or meta.canonical or "")
    precise = linked if linked is not None and linked.precise else None
    given, basis = hints.published, hints.published_basis or "config"
    ladder = (
        (given if basis == "config" else None, "config"),
        (meta.published, meta.basis),
        (timed, "time"),
        (precise, "url"),
        (given if basis not in WEAK_BASES else None, basis),
        (layout.published, "printed"),
        (given, basis),
        (linked, "url"),
    )
    return next(((date, name) for date, name in ladder if date is not None), (None, None))


def _address(hints: Hints, meta: Meta) -> str | None:
    """Choose the page's address: its canonical one, unless that is another site's."""
    if hints.url is None:
        return meta.canonical
    if meta.canonical is not None and same_host(meta.canonical, hints.url):
        return meta.canonical
    return hints.url
