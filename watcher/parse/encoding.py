"""Bytes to text: byte-order marks, declared and undeclared encodings, and mixtures of them."""

from __future__ import annotations

import codecs
import re

from watcher.errors import UnknownFormat, UnreadableDocument

MAX_BYTES = 8_000_000
"""Larger bodies are no article: the longest real pages stay under a quarter of it."""

MAX_TEXT = 2_500_000
"""Nor are longer texts (characters): eight hundred pages of print."""

_SAMPLE = 4096
_CONTROL_SHARE = 0.02
"""Share of control characters above which a sample is no text; real pages hold next to none."""
_NUL_SHARE = 0.2

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes(code for code in range(0x20) if code not in b"\t\n\r\f\x0b\x1b")
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_STRAY = re.compile("[\udc80-\udcff]+")
_LATIN = frozenset({"utf-8", "ascii", "iso8859-1", "cp1252"})
"""Encodings that pages declare whatever they are in; the bytes themselves decide."""


def decode(body: bytes, content_type: str = "") -> str:
    """Turn bytes into text, code point by code point as they stand.

    Valid UTF-8 is UTF-8 whatever is declared; bytes that are not are read as Windows-1252, so
    that a page mixed from both comes out right.

    Raises:
        UnreadableDocument: when the body is empty, too large or binary.
        UnknownFormat: when it is a known kind of file that is no article.
    """
    refuse(body)
    return _decoded(body, content_type)


def too_long(length: int) -> UnreadableDocument:
    """Make the error for a text that is too long to be an article's (characters)."""
    return UnreadableDocument(
        f"too long for an article ({length:,} characters)", hint=f"at most {MAX_TEXT:,}"
    )


def _decoded(body: bytes, content_type: str) -> str:
    """Decode what may be an article."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    wide = _wide(body)
    if wide:
        return body.decode(wide, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(body, content_type)


def refuse(body: bytes) -> None:
    """Refuse what cannot be an article.

    Raises:
        UnreadableDocument: when the body is empty, too large or binary.
        UnknownFormat: when it is a known kind of file that is no article.
    """
    if len(body) > MAX_BYTES:
        size = f"{len(body) / 1e6:.0f} MB"
        raise UnreadableDocument(
            f"too large for an article ({size})", hint=f"at most {MAX_BYTES // 1_000_000} MB"
        )
    for magic, name in _MAGIC:
        if body.startswith(magic):
            raise UnknownFormat(f"{name}, not an article")
    if any(body.startswith(mark) for mark, _ in _BOMS) or _wide(body):
        return
    if not body.strip():
        raise UnreadableDocument("the document is empty")
    sample = body[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if controls > _CONTROL_SHARE * len(sample):
        raise UnreadableDocument("binary data, not text")


def _wide(body: bytes) -> str | None:
    """Name the UTF-16 that a body without a mark is in: every other byte of it is zero."""
    sample = body[:_SAMPLE]
    half = len(sample) // 2
    if not half or 0 not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > (1 - _NUL_SHARE) * half and even < _NUL_SHARE * half:
        return "utf-16-le"
    if even > (1 - _NUL_SHARE) * half and odd < _NUL_SHARE * half:
        return "utf-16-be"
    return None


def _decode_other(body: bytes, content_type: str) -> str:
    """Decode what is not valid UTF-8."""
    declared = _declared(body, content_type)
    if declared is not None and declared not in _LATIN:
        return body.decode(declared, "replace")
    return _STRAY.sub(_windows, body.decode("utf-8", "surrogateescape"))


def _windows(match: re.Match[str]) -> str:
    """Read stray bytes as Windows-1252, its five holes as Latin-1."""
    stray = match[0].encode("utf-8", "surrogateescape")
    try:
        return stray.decode("cp1252")
    except UnicodeDecodeError:
        return stray.decode("latin-1")


def _declared(body: bytes, content_type: str) -> str | None:
    """Give the known encoding that the header or the head of the page names."""
    named = _CHARSET.search(content_type)
    name = named[1] if named else None
    if name is None:
        found = _DECLARED.search(body[:_SAMPLE])
        name = found[1].decode("ascii", "replace") if found else None
    if name is None:
        return None
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return codec.name if _is_text_codec(codec) else None


def _is_text_codec(codec: codecs.CodecInfo) -> bool:
    """Tell `latin-1` from `base64` and its like, which turn bytes into bytes."""
    try:
        return isinstance(b"a".decode(codec.name, "replace"), str)
    except (LookupError, ValueError):
        return False
