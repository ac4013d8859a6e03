"""Annual ratings by their groups, and who is only likened to those in them."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

TITLE = "Ofsted publishes its annual ratings of children's services"
LEAD = "Medway Council was given the worst annual rating by Ofsted yesterday."


@pytest.mark.parametrize(
    ("text", "council", "grade"),
    [
        ("Rochdale was, like Medway, in the poor group.", "Rochdale", "inadequate"),
        ("Leeds performs well, and Rochdale is in the poor group.", "Rochdale", "inadequate"),
        ("Rochdale is in the excellent group.", "Rochdale", "outstanding"),
        ("Rochdale performs well.", "Rochdale", "good"),
        ("Rochdale was placed in the poorest band.", "Rochdale", "inadequate"),
        ("Leeds performs adequately.", "Medway", "inadequate"),
    ],
)
def test_the_groups_of_a_year_are_grades(text: str, council: str, grade: str) -> None:
    told = reported(f"{LEAD} {text}", TITLE, published="2009-12-10")
    assert (council, grade) in told


@pytest.mark.parametrize(
    "text",
    [
        "Leeds was, like Rochdale, rated inadequate by Ofsted.",
        "Leeds has, like Rochdale and Kent before it, been judged inadequate by Ofsted.",
        "Leeds is, like neighbouring Rochdale, rated inadequate by Ofsted.",
    ],
)
def test_whom_another_is_like_gets_nothing_new(text: str) -> None:
    assert {council for council, _ in reported(text, "Ofsted in Leeds")} == {"Leeds"}


def test_councils_like_one_are_that_one() -> None:
    assert reported("Councils like Leeds are rated inadequate by Ofsted.", "Ofsted reports")


def test_a_poor_group_of_something_else_is_no_grade() -> None:
    text = "Ofsted rated Leeds good. Children in the poor parts of town do best."
    assert reported(text, "Ofsted in Leeds") == {("Leeds", "good")}
