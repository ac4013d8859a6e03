"""Pages that name their council by their outlet alone."""

from __future__ import annotations

import pytest

from watcher.app.reading import reading_context
from watcher.extract import extract
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import Role
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

TEXT = (
    "Minutes of the scrutiny panel\n\nThe Director introduced the Ofsted report published on"
    " Monday. The overall judgement was now inadequate."
)


def found(outlet: str, text: str = TEXT) -> set[tuple[str, str]]:
    """Give council and outcome of what a page of an outlet reports."""
    hints = Hints(outlet=outlet, published=PartialDate("2024-05-02"))
    findings = extract(parse_string(text, hints), reading_context()).findings
    return {(f.council.name, f.outcome.value) for f in findings if f.role is Role.NEWS}


@pytest.mark.parametrize(
    "outlet",
    [
        "Dudley Council (committee minutes)",
        "Dudley Metropolitan Borough Council",
        "Dudley Mail",
        "Dudley UNISON",
        "Dudley Liberal Democrats",
    ],
)
def test_a_page_that_names_no_council_is_that_of_its_outlet(outlet: str) -> None:
    assert found(outlet) == {("Dudley", "inadequate")}


@pytest.mark.parametrize("outlet", ["BBC News", "Council Weekly", "Local Government Chronicle"])
def test_other_outlets_are_no_council(outlet: str) -> None:
    assert found(outlet) == set()


def test_a_council_that_a_page_names_is_whom_it_is_about() -> None:
    text = TEXT.replace("report published", "report on Barnsley published")
    assert found("Dudley Mail", text) == {("Barnsley", "inadequate")}


def test_an_outlet_with_an_ampersand_is_its_council() -> None:
    assert found("Bath & North East Somerset Council") == {
        ("Bath and North East Somerset", "inadequate")
    }


@pytest.mark.parametrize(
    ("host", "council"),
    [
        ("glostext.gloucestershire.gov.uk", "Gloucestershire"),
        ("www.southglos.gov.uk", "South Gloucestershire"),
        ("democracy.northyorks.gov.uk", "North Yorkshire"),
        ("www.hull.gov.uk", "Kingston upon Hull"),
    ],
)
def test_a_site_is_that_of_the_council_whose_whole_name_it_has(
    host: str, council: str | None
) -> None:
    hints = Hints(url=f"https://{host}/minutes", published=PartialDate("2024-05-02"))
    findings = extract(parse_string(TEXT, hints), reading_context()).findings
    assert {f.council.name for f in findings} == ({council} if council else set())


def test_a_site_that_says_nothing_leaves_it_to_the_outlet() -> None:
    url = "https://democracy.example.gov.uk/minutes"
    hints = Hints(url=url, outlet="Dudley Council", published=PartialDate("2024-05-02"))
    findings = extract(parse_string(TEXT, hints), reading_context()).findings
    assert {f.council.name for f in findings} == {"Dudley"}
