"""Which of two grades is the overall one, and numbers that only say what grades there are."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read
from watcher.model.vocabulary import Role

WHEN = "2023-02-01"
TITLE = "Children's services in Dudley"


def graded(text: str, published: str = WHEN, title: str = TITLE) -> set[tuple[str, str]]:
    """Give area and outcome of what a text reports."""
    findings = read(text, title, published).findings
    return {(f.area.value, f.outcome.value) for f in findings if f.role is Role.NEWS}


@pytest.mark.parametrize(
    "said",
    [
        "provides 'good' services for children in care, with an overall grade of Outstanding",
        "provides good services for children in care. The overall grade is outstanding",
        "provides 'good' services to looked after children, with an overall rating of outstanding",
    ],
)
def test_the_overall_grade_is_the_one_beside_the_word(said: str) -> None:
    assert graded(f"Inspectors found that Dudley Council {said}.") == {
        ("children_in_care", "good"),
        ("overall", "outstanding"),
    }


@pytest.mark.parametrize(
    "said",
    ["for children living in care", "for children in its care", "for the children it looks after"],
)
def test_children_who_live_in_care_are_in_care(said: str) -> None:
    assert graded(f"Dudley Council was rated good by Ofsted {said}.") == {
        ("children_in_care", "good")
    }


@pytest.mark.parametrize(
    "scale",
    [
        "The scale runs from 1, performs poorly, to 4, performs excellently.",
        'Ratings go from one to four: one is "performs poorly", four is "performs excellently".',
    ],
)
def test_a_scale_of_numbers_gives_nobody_a_grade(scale: str) -> None:
    assert (
        graded(scale, "2009-12-09", "Ofsted's annual rating of children's services: Dudley")
        == set()
    )


def test_who_went_down_a_scale_has_a_grade() -> None:
    text = "Dudley went from four stars to one and now performs poorly, Ofsted says."
    assert "inadequate" in {outcome for _, outcome in graded(text, "2009-12-09")}
