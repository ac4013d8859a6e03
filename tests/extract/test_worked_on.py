"""A grade that is what work is done on, or what councils are called by, is known already."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

KENT = ("Kent", "inadequate")


@pytest.mark.parametrize(
    "text",
    [
        "A new board is what Kent County Council brings in to tackle Ofsted's 'inadequate' rating.",
        "Kent County Council has agreed a £5m plan to improve its inadequate Ofsted rating.",
        "Kent County Council has a new director to reverse an inadequate Ofsted judgement.",
        "Money is set aside at Kent County Council to overcome its 'inadequate' Ofsted status.",
        "Kent County Council is recovering from an inadequate Ofsted rating.",
        "The director of Kent County Council tells of moving beyond an inadequate Ofsted rating.",
        "Life after an inadequate Ofsted rating is what Kent County Council's chief tells of.",
    ],
)
def test_a_rating_that_is_worked_on_is_no_news(text: str) -> None:
    assert KENT not in reported(text, "Kent gets ready for winter", "2021-05-01")


@pytest.mark.parametrize(
    "text",
    [
        "Kent County Council was told to improve its inadequate rating by Ofsted on Friday.",
        "Kent County Council must address its inadequate rating, Ofsted said in a report today.",
        "Ofsted has rated Kent County Council inadequate. It has a plan to tackle the rating.",
        "Kent County Council has responded to the inadequate rating that Ofsted gave it today.",
    ],
)
def test_who_must_work_on_it_has_just_been_given_it(text: str) -> None:
    assert KENT in reported(text, "Kent told to act by Ofsted", "2021-05-01")


@pytest.mark.parametrize("whose", ["'inadequate' London boroughs", "inadequate-rated councils"])
def test_councils_called_by_a_grade_are_no_news(whose: str) -> None:
    title = f"Minister orders two {whose} to bring in help from others"
    text = "Barnet and Bury councils have been told to seek help. Ofsted visited them in 2016."
    assert not {one for one in reported(text, title, "2018-01-26") if one[1] == "inadequate"}


@pytest.mark.parametrize(
    "title",
    [
        "Riot case shames Kent's inadequate social workers once again",
        "Girl's death puts Kent's inadequate managers in the dock",
        "Kent: union turns on its inadequate bosses",
    ],
)
def test_what_people_are_called_is_no_news(title: str) -> None:
    text = "A review is to look at Kent County Council. Ofsted will wait for it."
    assert KENT not in reported(text, title)


def test_what_inspectors_call_them_is() -> None:
    title = "Ofsted turns on Kent's inadequate social workers"
    text = "Inspectors rated services at Kent County Council inadequate, a report says today."
    assert KENT in reported(text, title)


@pytest.mark.parametrize(
    "condemned", ["condemned as", "twice rated", "once branded", "judged to be"]
)
def test_what_was_already_said_is_no_news(condemned: str) -> None:
    text = f"A case shows up failings at Kent County Council, already {condemned} inadequate."
    assert KENT not in reported(f"{text} Ofsted will come in May.", "Kent case goes to review")
