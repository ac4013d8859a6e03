"""The grade of an abolished council is no earlier grade of the one that came after it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reasons, recalled
from watcher.model.vocabulary import Direction

TITLE = "First report on a new council"
GOOD = "Ofsted gave Westmorland and Furness Council a good for its children's services."

BEFORE = [
    "The old county council was twice rated inadequate before it rose to requires improvement.",
    "The former county council was last found to require improvement.",
    "Its predecessor was inadequate for years.",
    "The abolished authority had been judged inadequate in its last report.",
    "Cumbria had been rated inadequate by inspectors.",
]


@pytest.mark.parametrize("text", BEFORE)
def test_a_new_council_rises_from_nothing(text: str) -> None:
    found = findings(f"{GOOD}\n\n{text}", TITLE)
    assert [(one.outcome.value, one.direction) for one in found] == [("good", Direction.UNKNOWN)]


def test_nor_does_it_fall() -> None:
    text = (
        "Bournemouth, Christchurch and Poole Council's children's services require improvement,"
        " Ofsted says. The former Poole council had been good."
    )
    assert {one.direction for one in findings(text, TITLE)} == {Direction.UNKNOWN}
    assert "predecessor" in reasons(text, TITLE)


OWN = [
    "At its last inspection the council was found to require improvement.",
    "In 2024 it was judged inadequate.",
]


@pytest.mark.parametrize("text", OWN)
def test_its_own_earlier_grade_is_one(text: str) -> None:
    found = findings(f"{GOOD}\n\n{text}", TITLE, "2026-02-03")
    assert [one.direction for one in found] == [Direction.BETTER]


def test_a_council_that_goes_on_under_another_form_keeps_its_grades() -> None:
    text = (
        "Ofsted has rated Buckinghamshire Council's children's services good. The old county"
        " council was rated inadequate in 2018."
    )
    assert [one.direction for one in findings(text, TITLE, "2025-02-03")] == [Direction.BETTER]
    assert recalled(text, TITLE, "2025-02-03")


RELIEF = [
    (
        "There was relief at the town hall this week when Ofsted gave Kent Council a good for its"
        " children's services."
    ),
    "Staff in Kent cheered on Tuesday when inspectors rated the council's services good.",
]


@pytest.mark.parametrize("text", RELIEF)
def test_what_came_when_ofsted_spoke_this_week_is_new(text: str) -> None:
    found = findings(text, "Relief in Kent", "2024-05-02")
    assert [(one.council.name, one.outcome.value) for one in found] == [("Kent", "good")]


def test_what_came_when_it_spoke_in_another_year_is_old() -> None:
    text = "There was relief in 2015 when Ofsted rated Kent's children's services good."
    assert ("Kent", "good") in recalled(text, "Kent", "2024-05-02")
