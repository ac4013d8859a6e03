"""Grades of a council that is not named, grades of before, and what can befall any."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled, reported

HOLDS = "Leeds has been rated outstanding again by Ofsted.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "It helps others, among them an authority up north whose services are inadequate.",
        "It is to help another council where services were judged inadequate.",
        "Its staff went to a council whose children's services are rated inadequate.",
        "Its director came from an authority where services were found inadequate.",
    ],
)
def test_a_grade_of_some_other_council_is_not_this_ones(text: str) -> None:
    (one,) = findings(HOLDS + text, "Leeds holds on to its top rating")
    assert (one.outcome.value, one.direction.value) == ("outstanding", "same")


@pytest.mark.parametrize(
    "text",
    [
        "Leeds is a council whose services have been judged inadequate, Ofsted said today.",
        "Ofsted said today that Leeds is an authority where services were judged inadequate.",
        "Leeds, a council whose services were once good, has been rated inadequate by Ofsted.",
    ],
)
def test_a_council_that_is_said_to_be_one_is(text: str) -> None:
    said = reported(text, "Leeds falls") | recalled(text, "Leeds falls")
    assert ("Leeds", "inadequate") in said


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("inadequate in 2023, having found it good at the inspection before", "good"),
        ("good, having rated it inadequate at the inspection before that", "inadequate"),
        ("inadequate, having judged them adequate previously", "adequate"),
    ],
)
def test_what_had_been_found_before_is_old(text: str, old: str) -> None:
    text = f"Ofsted judged the council's children's services {text}."
    assert ("Leeds", old) in recalled(text, "What a minister says of Leeds")


def test_what_was_found_besides_is_not() -> None:
    text = "Ofsted judged services inadequate, having found leadership inadequate too."
    assert recalled(text, "Leeds falls") == set()


def test_what_can_befall_any_council_is_no_failing_of_this_one() -> None:
    text = "Leeds performs excellently. A serious failing in safeguarding can hold a council down."
    found = findings(text, "Ofsted's annual ratings", published="2010-12-01")
    assert [one.direction.value for one in found] == ["unknown"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "One widespread failure can leave a council inadequate. Kent waits for a report.",
            False,
        ),
        ("A serious failing can hold any authority down to inadequate. Kent was visited.", False),
        ("Such a report can cost an authority its good rating. Kent was visited.", False),
        ("Ofsted has rated Kent inadequate. The council can challenge a report.", True),
    ],
)
def test_what_a_grade_can_do_to_any_is_nobodys(text: str, *, told: bool) -> None:
    found = findings(text, "How Ofsted judges", published="2019-05-03")
    assert any(one.adverse for one in found) is told


@pytest.mark.parametrize(
    "text",
    [
        "For care leavers, in their own right for the first time, the judgement is good.",
        "Care leavers, judged separately for the first time, were rated good.",
    ],
)
def test_a_judgement_given_for_the_first_time_is_no_rise(text: str) -> None:
    (one,) = findings(text, "Ofsted's inspection of Leeds")
    assert one.direction.value == "unknown"


def test_a_grade_given_for_the_first_time_is() -> None:
    (one,) = findings("Leeds has been rated good by Ofsted for the first time.", "Leeds")
    assert one.direction.value == "better"
