"""Steps that are counted from the grade that was left, and grades that were kept beside them."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, read, reported

TITLE = "Ofsted reports out this week"
Way = set[tuple[str, str, str]]


def _ways(text: str, title: str = TITLE) -> Way:
    """Give council, outcome and way of what is news."""
    return {
        (one.council.name, one.outcome.value, one.direction.value)
        for one in findings(text, title, "2023-02-04")
    }


COUNTED = [
    (
        (
            "Ofsted said that Wirral joined Bolton in rising one grade from the requires"
            " improvement judgements of 2019, while Trafford kept its good rating."
        ),
        {
            ("Wirral", "good", "better"),
            ("Bolton", "good", "better"),
            ("Trafford", "good", "same"),
        },
    ),
    (
        "Ofsted says children's services in Bolton have risen two grades from inadequate.",
        {("Bolton", "good", "better")},
    ),
    (
        "Children's services in Bolton fell one grade from outstanding, Ofsted revealed.",
        {("Bolton", "good", "worse")},
    ),
    (
        "Ofsted reports on Bolton. Its children's services dropped two notches from good.",
        {("Bolton", "inadequate", "worse")},
    ),
    (
        "Trafford and Bury rise a grade from requires improvement to good, Ofsted says.",
        {("Trafford", "good", "better"), ("Bury", "good", "better")},
    ),
    (
        (
            "Ofsted says Somerset joins Newcastle in going from 'requires improvement' to 'good',"
            " while its rating of good is retained by Sutton."
        ),
        {
            ("Somerset (county, to 2023)", "good", "better"),
            ("Newcastle upon Tyne", "good", "better"),
            ("Sutton", "good", "same"),
        },
    ),
]


@pytest.mark.parametrize(("text", "ways"), COUNTED, ids=[one[0][:40] for one in COUNTED])
def test_steps_lead_to_the_new_grade(text: str, ways: Way) -> None:
    assert _ways(text) == ways


def test_steps_that_may_come_lead_nowhere() -> None:
    text = "Ofsted says Wirral could rise one grade from requires improvement next time."
    assert ("Wirral", "good") not in reported(text, TITLE, "2023-02-04")


def test_who_joins_a_club_in_newcastle_is_no_council() -> None:
    text = "Ofsted's chief joins a charity in Newcastle upon leaving. Wirral is rated good."
    assert reported(text, TITLE, "2023-02-04") == {("Wirral", "good")}


SERVED = [
    "Ofsted has asked Camden to think afresh about its planning for families living with neglect.",
    "Ofsted's letter says help for families who live with abuse is well planned in Camden.",
]


@pytest.mark.parametrize("text", SERVED)
def test_whom_a_service_is_for_is_no_weakness(text: str) -> None:
    text = f"{text} It made a focused visit in May."
    found = read(text, "Camden told to sharpen plans", "2023-06-12").findings
    assert not [one for one in found if one.adverse]


def test_who_is_left_living_with_neglect_is_one() -> None:
    text = "Too many children in Camden are living with neglect for too long, Ofsted found in May."
    assert ("Camden", "weaknesses") in reported(text, "Focused visit to Camden", "2023-06-12")


SCHOOLS = [
    (
        "Shock as 'good' high school sinks to bottom grade",
        (
            "Lea Hill High in Halton was good in 2018. Some pupils with special needs came in for"
            " an hour a day, Ofsted found. Halton Council maintains the school."
        ),
    ),
    (
        "School gets lowest grade",
        (
            "A primary in Halton was good in 2017. It has been given the bottom grade by Ofsted."
            " Pupils with SEND are let down, inspectors say."
        ),
    ),
]


@pytest.mark.parametrize(("title", "text"), SCHOOLS, ids=[one[0] for one in SCHOOLS])
def test_a_school_has_no_outcome_of_an_area_inspection(title: str, text: str) -> None:
    assert reported(text, title, "2024-02-22") == set()


def test_an_area_with_schools_has_one() -> None:
    text = "Schools were not surprised: Halton's SEND services have the lowest of three outcomes."
    found = reported(text, "Halton SEND inspection by Ofsted and the CQC", "2024-02-22")
    assert found == {("Halton", "send_systemic_failings")}
