"""Whatever the bytes are: a document or a clear error, soon, and never a crash."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.errors import DocumentError
from watcher.parse.article import parse_article
from watcher.parse.encoding import MAX_BYTES
from watcher.parse.hints import Hints

SECONDS = 5.0
OFSTED = b"<p>Ofsted rated services in Exampleshire inadequate after a visit in March.</p>"

CASES = {
    "fifty-megabytes": b"Ofsted rated services inadequate. " * 1_600_000,
    "largest-text": (b"Ofsted rated services inadequate.\n" * 250_000)[:2_400_000],
    "largest-page": b"<html><body><article>" + OFSTED * (MAX_BYTES // len(OFSTED) // 3),
    "random-bytes": random.Random(1).randbytes(300_000),  # noqa: S311  (a fixed sample)
    "nested-divs": b"<html><body>" + b"<div>" * 100_000 + OFSTED,
    "nested-tables": b"<html><body>" + b"<table><tr><td>" * 100_000 + OFSTED,
    "nested-inline": b"<html><p>" + b"<b>" * 100_000 + b"Ofsted",
    "nested-junk": b"<html><body>" + b"<div class='related'><p>Ofsted</p>" * 30_000,
    "open-comments": b"<html><body>" + OFSTED + b"<!-- " * 200_000,
    "open-scripts": b"<html><body>" + OFSTED + b"<script>" * 100_000,
    "open-attributes": b"<html><a href='" * 100_000,
    "angle-brackets": b"<html>" + b"<" * 3_000_000,
    "many-attributes": b"<html><p " + b'a="b" ' * 400_000 + b">Ofsted</p>",
    "many-entities": b"<html><p>" + b"&#xffffffff;&bogus;" * 150_000,
    "many-breaks": b"<html><p>" + b"Ofsted<br>" * 60_000,
    "many-links": b"<html><article>" + b"<a href=x>Ofsted rated it</a> " * 80_000,
    "many-figures": b"<html>"
    + b"<figure><table><tr><td>Ofsted</td></tr></table></figure>" * 20_000,
    "deep-json-ld": b"<html><script type='application/ld+json'>"
    + b"[" * 200_000
    + b"</script>"
    + OFSTED,
    "one-long-line": b"a" * 3_000_000,
    "only-spaces": b" " * 3_000_000 + b"x",
    "only-line-ends": b"\r\n" * 1_500_000 + b"x",
    "only-quotes": b'"' * 3_000_000,
    "breadcrumbs": (b"a / " * 90 + b".\n") * 5_000,
    "dates-without-end": b"may " * 700_000,
    "fractions": b"1/" * 1_500_000,
    "comment-heads": b"x says:\n" * 80_000,
    "glued-tails": b". 1 response to " * 60_000,
    "cookies": b"our our our our cookie " * 100_000,
    "right-to-left": "Ofsted \u202eetauqedani\u202c in\u200bade\u200bquate. ".encode() * 30_000,
}


@pytest.mark.parametrize("name", CASES)
def test_bad_input_ends_in_a_document_or_an_error_within_seconds(name: str) -> None:
    started = time.process_time()
    outcome = attempt(CASES[name])
    assert time.process_time() - started < SECONDS
    assert outcome


def attempt(body: bytes) -> str:
    """Read a body; give its text, or the words of the error."""
    try:
        return parse_article(body, Hints()).text
    except DocumentError as error:
        return str(error)


def test_text_after_a_hundred_thousand_open_tags_is_still_read() -> None:
    body = b"<html><body>" + b"<div>" * 100_000 + b"</div>" * 100_000 + OFSTED
    assert "services in Exampleshire inadequate" in parse_article(body, Hints()).text


@given(st.binary(max_size=2_000))
def test_any_bytes_end_in_a_document_or_an_error(body: bytes) -> None:
    assert attempt(body)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"<html>", b"<p>", b"\xff\xfe", b"\xef\xbb\xbf", b"<?xml "]),
)
def test_any_bytes_after_any_beginning_do_too(body: bytes, beginning: bytes) -> None:
    assert attempt(beginning + body)
