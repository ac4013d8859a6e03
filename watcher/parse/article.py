"""Articles from bytes: plain text or HTML, whichever they are."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from watcher.parse.encoding import decode
from watcher.parse.text import parse_text

if TYPE_CHECKING:
    from watcher.model.document import Document
    from watcher.parse.hints import Hints

_HEAD = 4096
_MARKUP = re.compile(
    rb"<!doctype\s+html|<html\b|<head\b|<body\b|<title\b|<meta\s|<script\b|<link\s|<article\b"
    rb"|<div\b|<p\b|<h1\b|<main\b",
    re.IGNORECASE,
)
_TAGS = re.compile(
    rb"</?(?:p|div|span|a|h[1-6]|ul|ol|li|br|strong|em|table|figure|section)\b[^<>]{0,400}>"
)
_FEW_TAGS = 3
_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n\f\0"


def parse_article(body: bytes, hints: Hints) -> Document:
    """Read an article, telling plain text from HTML by its bytes.

    Raises:
        UnreadableDocument: when it is empty, too large or binary.
        UnknownFormat: when it is another kind of file.
    """
    text = decode(body, hints.content_type)
    digest = hashlib.sha256(body).hexdigest()
    if looks_like_html(body, hints):
        from watcher.parse.html import parse_html

        return parse_html(text, hints, digest)
    return parse_text(text, hints, digest)


def parse_string(text: str, hints: Hints, *, html: bool = False) -> Document:
    """Read an article that is text already, as an archive or a feed holds it.

    Raises:
        UnreadableDocument: when it is empty.
    """
    body = text.encode("utf-8", "replace")
    digest = hashlib.sha256(body).hexdigest()
    if html or looks_like_html(body, hints):
        from watcher.parse.html import parse_html

        return parse_html(text, hints, digest)
    return parse_text(text, hints, digest)


def looks_like_html(body: bytes, hints: Hints) -> bool:
    """Tell HTML from plain text by its first bytes, then by what is said of it."""
    if b"<" not in body:
        return False
    head = body[:_HEAD].lstrip(_BLANK)
    if b"\0" in head:
        head = head.replace(b"\0", b"")
    if head.startswith(b"<") and _MARKUP.search(head):
        return True
    named = "html" in hints.content_type or (hints.path or "").lower().endswith((".html", ".htm"))
    if b"<" not in head:
        return named
    tags = len(_TAGS.findall(head))
    return tags >= _FEW_TAGS or (named and (tags > 0 or _MARKUP.search(head) is not None))
