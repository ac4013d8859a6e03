"""What is no report gives a clear error, at once."""

from __future__ import annotations

import resource
import time

import pytest

from tests.reports.pdfs import make_pdf
from watcher.app.reading import read_bytes, reading_context
from watcher.errors import UnreadableDocument
from watcher.parse.hints import Hints
from watcher.parse.pdf import clean
from watcher.parse.report import open_report

PAGE = "Inspection of Halton local authority children’s services"
WHOLE = make_pdf([PAGE])


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\x00", "is empty"),
        (b"<!DOCTYPE html><html><body>Page not found</body></html>", "is a web page"),
        (b"\x00\x01\x02 binary", "is no PDF"),
        (WHOLE[:-40], "is cut off"),
        (WHOLE[: len(WHOLE) // 2], "is cut off"),
        (b"%PDF-1.7\nnothing of use\n%%EOF", "is a broken PDF"),
        (make_pdf([PAGE], encrypted=True), "is encrypted"),
        (make_pdf([PAGE] * 5_000), "has 5,000 pages"),
        (make_pdf(["", ""]), "has no text"),
    ],
    ids=[
        "empty",
        "blank",
        "html",
        "binary",
        "tail-lost",
        "half-lost",
        "broken",
        "encrypted",
        "5000-pages",
        "no-text",
    ],
)
def test_what_cannot_be_read_says_why(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        open_report(body, Hints(path="report.pdf"))


def test_a_web_page_named_pdf_is_an_error_and_no_article() -> None:
    page = b"<!DOCTYPE html><html><body>Ofsted: page not found</body></html>"
    reading = read_bytes(page, Hints(path="x/report - 13 july 2012.pdf"), reading_context())
    assert reading.error is not None
    assert reading.findings == ()


def test_five_thousand_pages_cost_next_to_nothing() -> None:
    body = make_pdf([PAGE * 20] * 5_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    with pytest.raises(UnreadableDocument):
        open_report(body, Hints())
    assert time.perf_counter() - start < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_a_page_with_far_too_much_text_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="characters on page 1"):
        open_report(make_pdf(["\n".join(["word " * 16] * 1_000)]), Hints())


def test_hyphens_at_line_ends_and_bullets_become_plain() -> None:
    raw = "decision\ufffe\r\nmaking\r\nface\x02to-face \uf06e care\u00adleavers\u00a0now\r\n"
    assert clean(raw) == "decision-making\nface-to-face • care-leavers now"
