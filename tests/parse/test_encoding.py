from __future__ import annotations

import pytest

from watcher.errors import UnknownFormat, UnreadableDocument
from watcher.parse.encoding import MAX_BYTES, decode

TEXT = "Ofsted’s report: “inadequate” – £5m café"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
def test_text_is_decoded_without_being_told_how(codec: str) -> None:
    assert decode(TEXT.encode(codec)) == TEXT


def test_utf_16_without_a_mark_is_told_by_its_zeros() -> None:
    assert decode(TEXT.encode("utf-16-be")) == TEXT


def test_a_page_mixed_from_two_encodings_comes_out_right() -> None:
    body = "“Café”".encode() + b" " + "naïve “quote”".encode("cp1252")
    assert decode(body) == "“Café” naïve “quote”"


def test_valid_utf_8_wins_over_what_is_declared() -> None:
    assert decode(TEXT.encode(), "text/html; charset=iso-8859-1") == TEXT


@pytest.mark.parametrize(
    ("codec", "content_type", "text"),
    [
        ("koi8-r", "text/plain; charset=koi8-r", "Привет"),
        ("iso8859-15", "text/html; charset=iso-8859-15", "5 € Šimon"),
        ("mac-roman", "text/plain; charset=macintosh", "café “x”"),
    ],
)
def test_a_declared_encoding_counts_where_the_bytes_are_not_utf_8(
    codec: str, content_type: str, text: str
) -> None:
    assert decode(text.encode(codec), content_type) == text


def test_an_encoding_named_in_the_page_counts() -> None:
    page = '<meta charset="shift_jis">日本'
    assert decode(page.encode("shift_jis")) == page


@pytest.mark.parametrize("name", ["base64", "no-such-encoding", "rot13", "idna"])
def test_a_declared_encoding_that_is_none_does_no_harm(name: str) -> None:
    assert decode("café".encode("cp1252"), f"text/html; charset={name}") == "café"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \r\n\t ", id="white-space"),
        pytest.param(bytes(range(256)) * 40, id="binary"),
        pytest.param(b"\0" * 500, id="zeros"),
        pytest.param(b"x" * (MAX_BYTES + 1), id="too-large"),
    ],
)
def test_what_cannot_be_text_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        decode(body)


@pytest.mark.parametrize("magic", [b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n", b"\x1f\x8b\x08"])
def test_another_kind_of_file_is_named(magic: bytes) -> None:
    with pytest.raises(UnknownFormat, match="not an article"):
        decode(magic + b"rest")
