"""The days that an area has for its statement of action tell that one was asked for."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

LEAD = "Ofsted and the CQC have looked at help for children with SEND in Kent."
ASKED = ("Kent", "written_statement_of_action")


@pytest.mark.parametrize(
    "text",
    [
        "The county council and its partners have 70 working days to send it in.",
        "Leaders now have 70 days to produce a plan.",
        "The partners were given seventy working days to set out how they will improve.",
        "The council has seventy days to come up with one.",
    ],
)
def test_seventy_days_are_those_of_a_statement(text: str) -> None:
    assert ASKED in reported(f"{LEAD} {text}", "SEND in Kent", "2018-06-07")


@pytest.mark.parametrize(
    "text",
    [
        "Parents have 70 days to submit a claim.",
        "In 2016 the council was given 70 days to produce a plan.",
        "An area with such weaknesses has 70 days to produce a statement.",
        "If weaknesses are found a council has 70 days to produce a statement.",
        "The council has 70 days to reply to the consultation.",
        "They found systemic failings. The council has 70 days to submit its plan.",
    ],
)
def test_other_days_and_other_plans_are_not(text: str) -> None:
    assert ASKED not in reported(f"{LEAD} {text}", "SEND in Kent", "2018-06-07")


def test_a_plan_for_social_care_is_not_one() -> None:
    text = "Ofsted has inspected Kent's children's services. It has 70 days to submit its plan."
    assert reported(text, "Ofsted in Kent", "2018-06-07") == set()
