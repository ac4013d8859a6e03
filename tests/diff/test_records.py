"""Findings become records: stable ids, the council of the day, what is official."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.diff.builders import CONTEXT, Said, article, date, finding, provenance
from watcher.diff import records_from
from watcher.diff.records import file_number
from watcher.model.document import Document, Format
from watcher.model.finding import Inspection, Reading
from watcher.model.vocabulary import Kind, Status

if TYPE_CHECKING:
    from watcher.model.event import Record

SAID = Said(outcome="inadequate")


def read(document: Document, *said: Said) -> tuple[Record, ...]:
    reading = Reading(document=document, findings=tuple(finding(one) for one in said))
    return records_from(reading, provenance(1), CONTEXT)


PAGE = Document(text="a", url="https://news.example/a", published=date("2023-09-11"), sha256="1")


def test_reading_a_document_twice_gives_the_same_ids() -> None:
    assert read(PAGE, SAID) == read(PAGE, SAID)


def test_a_corrected_article_keeps_the_ids_of_what_it_still_says() -> None:
    corrected = replace(PAGE, text="b", sha256="2")
    assert read(PAGE, SAID)[0].id == read(corrected, replace(SAID, when="2023-07"))[0].id


def test_a_page_written_anew_under_the_same_address_says_something_new() -> None:
    anew = replace(PAGE, published=date("2025-02-03"))
    assert read(PAGE, SAID)[0].id != read(anew, SAID)[0].id


def test_the_lines_of_an_archive_are_documents_of_their_own() -> None:
    line = Document(text="a", path="archive.jsonl", id="1", published=date("2023-09-11"))
    nameless = replace(line, id=None, sha256="x")
    ids = {
        read(document, SAID)[0].id
        for document in (line, replace(line, id="2"), nameless, replace(nameless, sha256="y"))
    }
    assert len(ids) == 4


def test_two_visits_of_one_article_are_two_records() -> None:
    visit = Said(outcome="insufficient_progress", kind="monitoring_visit", area="other")
    records = read(PAGE, replace(visit, when="2023-02"), replace(visit, when="2023-06"))
    assert len({record.id for record in records}) == 2


def test_a_reports_look_back_is_no_evidence() -> None:
    back = Said(outcome="good", role="background", when="2019")
    official = replace(PAGE, url=None, path="report.pdf", format=Format.PDF)
    assert read(official, back) == ()
    assert len(read(official, SAID)) == 1


@pytest.mark.parametrize(
    ("url", "kind", "expected"),
    [
        ("https://files.ofsted.gov.uk/v1/file/50304387", "full_inspection", Status.CONFIRMED),
        ("https://reports.ofsted.gov.uk/provider/44/80568", "full_inspection", Status.CONFIRMED),
        ("https://www.gov.uk/government/x", "intervention", Status.CONFIRMED),
        ("https://www.gov.uk/government/x", "full_inspection", Status.REPORTED),
        ("https://ofsted.gov.uk.news.example/a", "full_inspection", Status.REPORTED),
        ("https://news.example/ofsted.gov.uk", "full_inspection", Status.REPORTED),
    ],
    ids=["file", "provider page", "notice", "press release", "pretender", "path"],
)
def test_only_the_inspectorate_confirms(url: str, kind: str, expected: Status) -> None:
    outcome = "improvement_notice" if kind == "intervention" else "inadequate"
    (record,) = read(replace(PAGE, url=url), Said(outcome=outcome, kind=kind))
    assert record.status is expected


def test_the_file_number_orders_evidence() -> None:
    assert file_number("https://files.ofsted.gov.uk/v1/file/50304387") == 50304387
    assert file_number("https://files.ofsted.gov.uk/v1/file/123456789012345") is None
    assert file_number(None) is None


def test_a_record_keeps_its_receipt() -> None:
    (record,) = article("2023-09-11", SAID)
    (citation,) = record.citations
    assert citation.quote == "inadequate"
    assert citation.outlet == "The Example"


def test_an_inspection_does_not_begin_after_the_news_of_it() -> None:
    (record,) = read(PAGE, replace(SAID, when="2024-01"))
    assert record.when is None


def test_before_any_council_of_that_name_the_first_one_is_meant() -> None:
    (record,) = read(PAGE, replace(SAID, council="Cumberland", when="2015-05"))
    assert record.council.name == "Cumberland"


def test_a_finding_without_a_date_takes_the_inspections() -> None:
    said = finding(replace(SAID, council="Somerset"))
    start, end = date("2022-07-11"), date("2022-07-15")
    inspection = Inspection(
        council=None,
        kind=Kind.FULL_INSPECTION,
        regime="ilacs",
        start=start,
        end=end,
        published=None,
        published_basis=None,
        lead_inspector=None,
        not_judged=(),
        pages_read=1,
    )
    document = Document(text="a", path="a.pdf", format=Format.PDF)
    reading = Reading(document=document, findings=(said,), inspection=inspection)
    (record,) = records_from(reading, provenance(1), CONTEXT)
    assert (record.when, record.when_end) == (start, end)
    assert record.council.name == "Somerset (county, to 2023)"
