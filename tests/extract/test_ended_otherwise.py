"""Rises and ends of intervention, told in passing or in other words."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings


def risen(text: str, title: str, published: str = "2019-08-01") -> set[str]:
    found = [f for f in findings(text, title, published) if f.role.value == "news"]
    assert not [f for f in found if f.adverse]
    return {f.council.name for f in found if f.direction.value == "better"}


@pytest.mark.parametrize(
    "rating", ["an Ofsted rating of good", "a grading of good", "a mark of good"]
)
def test_a_rating_may_be_of_good(rating: str) -> None:
    text = (
        f"Hounslow has achieved {rating} for the first time, inspectors of Ofsted say.\n\nAt the"
        " last inspection, in 2015, its services required improvement."
    )
    assert risen(text, "A borough on the up") == {"Hounslow"}


@pytest.mark.parametrize(
    "ended",
    [
        "The minister has written to bring the improvement notice from 2017 to an end.",
        "The improvement notice of 2017 was torn up yesterday.",
        "The minister has freed the council from its improvement notice.",
    ],
)
def test_a_notice_ends_in_other_words(ended: str) -> None:
    text = f"Hounslow Council is in charge of its services again, after Ofsted's visit. {ended}"
    assert risen(text, "Minister satisfied with Hounslow") == {"Hounslow"}


@pytest.mark.parametrize("over", ["no longer are", "no longer is"])
def test_what_no_longer_is_so_has_gone(over: str) -> None:
    text = (
        "In a report on Hounslow Council Ofsted says that its children's services, twice condemned"
        f" as inadequate within eighteen months, {over}."
    )
    assert not [f for f in findings(text, "It pays off", "2019-08-01") if f.adverse]


def test_a_label_that_is_shed_was_the_lowest_grade() -> None:
    text = (
        "Each part of what Hounslow does for children requires improvement to be good, inspectors"
        " of Ofsted say."
    )
    title = "Social services in Hounslow shed their worst-possible label"
    assert risen(text, title) == {"Hounslow"}


def test_reports_that_end_with_a_grade_lift_nobody() -> None:
    text = (
        "Two more reports out today, on Hounslow and Dudley, ended with an overall judgement of"
        ' "good", Ofsted says.'
    )
    assert not risen(text, "Two reports by Ofsted", "2014-02-06")


@pytest.mark.parametrize("said", ["are not improving enough", "have not got better enough"])
def test_who_does_not_get_better_enough_has_made_too_little_progress(said: str) -> None:
    text = f"Hounslow's services for children {said}, Ofsted warned after its visit in June."
    found = findings(text, "Inspectors are back in Hounslow", "2017-08-04")
    assert [f.council.name for f in found if f.adverse] == ["Hounslow"]


@pytest.mark.parametrize("number", ["three", "four", "six"])
def test_weaknesses_that_are_counted_may_all_be_mended(number: str) -> None:
    text = (
        "Inspectors of Ofsted and the CQC came back to Hounslow in July to see what had changed"
        " since it had to write a statement of action for SEND in 2017.\n\nThey looked at"
        f" {number} areas of significant weakness and saw that sufficient progress has been made"
        " in all of them."
    )
    assert risen(text, "SEND: inspectors return to Hounslow") == {"Hounslow"}
