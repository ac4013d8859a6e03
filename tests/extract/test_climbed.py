"""Grades that are told by steps from the one before."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

TITLE = "Ofsted report on Stockport"


def told(text: str, published: str | None = "2019-02-14") -> set[tuple[str, str, str]]:
    found = findings(text, TITLE, published)
    return {(f.role.value, f.outcome.value, f.direction.value) for f in found}


@pytest.mark.parametrize(
    ("moved", "outcome", "way"),
    [
        ("have dropped two grades from good", "inadequate", "worse"),
        ("tumbled two whole grades from a 'good' given in 2015", "inadequate", "worse"),
        ("have gone up two grades from inadequate", "good", "better"),
        ("have moved up one grade from requires improvement", "good", "better"),
    ],
)
def test_steps_lead_from_one_grade_to_another(moved: str, outcome: str, way: str) -> None:
    text = f"Stockport's children's services {moved}, Ofsted's inspectors say."
    assert ("news", outcome, way) in told(text)


@pytest.mark.parametrize(
    ("published", "outcome"), [("2019-02-14", "requires_improvement"), ("2012-02-14", "adequate")]
)
def test_the_second_lowest_has_the_name_of_its_time(published: str, outcome: str) -> None:
    text = "Stockport's children's services went up one grade from inadequate, Ofsted says."
    assert ("news", outcome, "better") in told(text, published)


def test_nothing_falls_off_the_scale() -> None:
    text = "Stockport's children's services have dropped three grades from good, Ofsted says."
    assert not {one for one in told(text) if one[1] == "inadequate"}


def test_steps_told_of_an_older_year_are_history() -> None:
    text = (
        "Stockport has a new director. In 2012 its children's services had dropped two grades from"
        " good, Ofsted said."
    )
    assert not [f for f in findings(text, "A new start", "2022-02-14") if f.adverse]
