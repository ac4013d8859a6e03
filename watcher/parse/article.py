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
    r"<!doctype\s+html|<\?xml|<html\b|<head\b|<body\b|<title\b|<meta\s|<script\b|<link\s|<article\b",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"</?(?:p|div|span|a|h[1-6]|ul|ol|li|br|strong|em|table|figure|section)\b[^<>]*>"
)
_FEW_TAGS = 3


def parse_article(body: bytes, hints: Hints) -> Document:
    """Read an article, telling plain text from HTML by its bytes.

    Raises:
        UnreadableDocument: when it is empty, too large or binary.
        UnknownFormat: when it is another kind of file.
    """
    text = decode(body, hints.content_type)
    digest = hashlib.sha256(body).hexdigest()
    if is_html(text, hints):
        from watcher.parse.html import parse_html

        return parse_html(text, hints, digest)
    return parse_text(text, hints, digest)


def is_html(text: str, hints: Hints) -> bool:
    """Tell HTML from plain text by its first characters, then by what is said of it."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if "<" not in head:
        return "html" in hints.content_type and "<" in text
    if head.startswith("<") and _MARKUP.search(head):
        return True
    named = "html" in hints.content_type or (hints.path or "").lower().endswith((".html", ".htm"))
    tags = len(_TAGS.findall(head))
    return (named and (tags > 0 or _MARKUP.search(head) is not None)) or tags >= _FEW_TAGS
