"""What is no grade of the whole: areas left over, what is yet to be done, what came of an act."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, reported

WHEN = "2024-05-02"
KENT = {("Kent", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors judged four of five areas in Kent inadequate with a fifth area as good.",
        "Ofsted rated three areas of Kent's services inadequate and the remaining one good.",
        "Ofsted found three areas of Kent's services inadequate, the other area being good.",
        "A fifth area was found to be good in Kent, Ofsted said, and four were inadequate.",
    ],
)
def test_what_is_left_of_the_areas_is_not_the_whole(text: str) -> None:
    assert reported(text, "Kent's services for children inspected", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        "Four of the five areas in Kent were judged inadequate by Ofsted.",
        "Inspectors judged four out of five areas at Kent County Council to be inadequate.",
    ],
)
def test_areas_in_a_council_are_its_services(text: str) -> None:
    assert reported(text, "Kent's services for children inspected", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        "Much work remains before children's services in Kent are good, Ofsted said.",
        "There is a long way to go before Kent's services for children are good, Ofsted said.",
        "Inspectors say more work is needed before Kent's services are rated good.",
        "More must be done before Kent's services for children are good, Ofsted said.",
    ],
)
def test_what_is_to_be_done_first_is_no_grade(text: str) -> None:
    assert news(text, "Ofsted in Kent", WHEN) == set()


def test_what_came_out_of_an_intervention_is_not_its_end() -> None:
    title = "Kent's trust for children's services"
    for verb in ("was born", "arose", "grew"):
        text = f"It {verb} out of government intervention in Kent, which Ofsted had found wanting."
        assert reported(text, title, WHEN) == set()
    text = (
        "Kent's children's services are out of government intervention, ministers and Ofsted say."
    )
    assert reported(text, title, WHEN) == {("Kent", "intervention_ended")}
