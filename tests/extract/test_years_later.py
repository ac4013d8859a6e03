"""What came so many years later than something is as old as that and the years behind it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, recalled, reported

TITLE = "Children's services in Bury"


@pytest.mark.parametrize("span", ["Nearly three years", "Almost three years", "Three years"])
def test_what_came_years_later_may_be_what_the_page_reports(span: str) -> None:
    text = (
        "In September 2015 Ofsted rated Bury's services as inadequate.\n\n"
        f"{span} later inspectors gave services a rating of requires improvement."
    )
    title = "Bury's children's services improving, Ofsted says"
    assert reported(text, title, "2018-07-21") == {("Bury", "requires_improvement")}
    assert ("Bury", "inadequate") in recalled(text, title, "2018-07-21")


@pytest.mark.parametrize(
    ("span", "year"), [("Two years", 2014), ("A year", 2013), ("Three years", 2015)]
)
def test_what_came_years_later_may_be_old_as_well(span: str, year: int) -> None:
    text = (
        "In September 2012 Ofsted rated Bury's services as good.\n\n"
        f"{span} later inspectors rated services inadequate. Now a new chief is to come."
    )
    found = read(text, f"{TITLE}: a new chief", "2018-07-21").findings
    assert not [f for f in found if f.adverse]
    years = {f.when.first.year for f in found if f.outcome == "inadequate" and f.when is not None}
    assert years == {year}


@pytest.mark.parametrize("aim", ["aim is", "ambition is still", "target was always"])
def test_a_grade_that_is_aimed_at_is_none(aim: str) -> None:
    text = (
        "In September 2015 Ofsted rated services in Bury as inadequate. Now inspectors say that"
        " leadership is better.\n\n"
        f'Its director said: "We will not rest. Our {aim} to be graded good."'
    )
    title = "Bury's children's services improving, Ofsted says"
    assert ("Bury", "good") not in reported(text, title, "2018-07-21")
