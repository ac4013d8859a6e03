from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from watcher.app.reading import read_archive, read_bytes, reading_context
from watcher.model.dates import PartialDate
from watcher.model.document import Format
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from watcher.model.finding import Reading

BODY = "<p>Children's services at Swindon Borough Council were rated inadequate by Ofsted.</p>" * 3


def page(title: str, body: str) -> bytes:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}".encode()


def read(body: bytes, **hints: object) -> Reading:
    return read_bytes(body, Hints(**hints), reading_context())  # type: ignore[arg-type]


def test_a_page_without_an_inspectorate_is_dismissed_unread() -> None:
    hints = {"path": "a.html", "outlet": "Example Gazette", "published": PartialDate("2020-01-01")}
    reading = read(page("Rugby club wins", "<p>They won again at home.</p>"), **hints)
    assert [(r.stage, r.reason) for r in reading.rejections] == [("parse", "no_inspectorate")]
    assert reading.document.text == ""
    assert reading.document.format is Format.HTML
    assert reading.document.outlet == "Example Gazette"
    assert not reading.findings
    assert reading.error is None


def test_an_error_page_has_no_findings_whatever_it_says() -> None:
    reading = read(page("404 Not Found", BODY))
    assert [r.reason for r in reading.rejections] == ["error_page"]
    assert not reading.findings


def test_a_paywall_stub_is_named_and_its_beginning_still_read() -> None:
    body = f"<article>{BODY}<div><p>Subscribe to read the full story</p></div></article>"
    reading = read(page("Swindon services rated inadequate", body))
    assert reading.rejections[0].reason == "paywall"
    assert {finding.council.name for finding in reading.findings} == {"Swindon"}


@pytest.mark.parametrize(
    ("body", "hints", "kind"),
    [
        (b"", {"path": "a.txt"}, Format.TEXT),
        (b"<html></html>ofsted"[:13], {"path": "a.html"}, Format.HTML),
        (b"\x89PNG\r\n", {"path": "a.txt"}, Format.TEXT),
        (b"not a report", {"path": "a.pdf"}, Format.PDF),
    ],
)
def test_what_cannot_be_read_yields_its_error(
    body: bytes, hints: dict[str, str], kind: Format
) -> None:
    reading = read(body, **hints)
    assert reading.document.format is kind
    assert not reading.findings
    assert bool(reading.error) != bool(reading.rejections)


def test_every_line_of_an_archive_gives_a_reading() -> None:
    lines = ['{"id": 1, "text": "Words."}', "broken", '{"id": 3, "html": "<p>Rugby.</p>"}']
    readings = list(read_archive(lines, reading_context(), "a.jsonl"))
    assert [reading.error is None for reading in readings] == [True, False, True]
    assert [reading.document.id for reading in readings] == ["1", None, "3"]


def test_the_context_is_loaded_once() -> None:
    assert reading_context() is reading_context()


def test_the_threshold_is_that_of_the_context() -> None:
    assert reading_context(0.9).threshold == 0.9
