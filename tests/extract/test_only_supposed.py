"""Grades that are only supposed, and grades of one time or another."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

SUPPOSED = [
    "To turn it round and get to ‘Good’, ‘Outstanding’ is a journey, Barnsley council said.",
    "Barnsley council could be rated ‘good’ or ‘outstanding’ when Ofsted comes.",
    "Ofsted expects every child and young person to receive good help and protection.",
    ("Barnsley's services had a rocky journey and were rated inadequate by Ofsted at one point."),
    "At one stage Barnsley's children's services were rated inadequate by Ofsted.",
]


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_may_be_or_was_at_one_time_is_no_verdict(text: str) -> None:
    assert reported(text, "Barnsley children's services") == set()


HOMES = [
    (
        "Too many care leavers in Barnsley live in hotels and other unsuitable homes, Ofsted"
        " has warned."
    ),
    "Children in care in Barnsley are placed in unregistered homes, inspectors said.",
    "There are still not enough placements for children in care in Barnsley, Ofsted found.",
]


@pytest.mark.parametrize("text", HOMES)
def test_where_no_fit_home_is_found_is_a_weakness(text: str) -> None:
    more = "The letter follows last month's monitoring visit."
    found = reported(f"{text}\n\n{more}", "Ofsted calls for action over care leavers")
    assert ("Barnsley", "weaknesses") in found


FIT = [
    "Care leavers in Barnsley live in homes that suit them, Ofsted has found.",
    "No child in Barnsley is placed in unregistered homes, inspectors said.",
    "There are enough placements for children in care in Barnsley, Ofsted found.",
]


@pytest.mark.parametrize("text", FIT)
def test_where_homes_are_fit_there_is_none(text: str) -> None:
    more = "The letter follows last month's monitoring visit."
    found = reported(f"{text}\n\n{more}", "Ofsted letter on care leavers")
    assert ("Barnsley", "weaknesses") not in found


HEARD = [
    "As you may know, Ofsted this week judged Barnsley's children's services to be inadequate.",
    "You may have seen that Ofsted has rated Barnsley's children's services inadequate.",
    "Residents will be shocked that Barnsley's children's services are rated inadequate by Ofsted.",
    "Many will have read that Barnsley's children's services have been rated inadequate by Ofsted.",
]


@pytest.mark.parametrize("text", HEARD)
def test_who_has_heard_of_a_verdict_is_all_that_is_guessed(text: str) -> None:
    assert ("Barnsley", "inadequate") in reported(text, "Statement on Ofsted inspection")


UNHEARD = [
    "We will know in May whether Barnsley's children's services are rated inadequate by Ofsted.",
    "You may have heard that Barnsley's children's services could be rated inadequate by Ofsted.",
    "Residents would be shocked if Barnsley's children's services were rated inadequate by Ofsted.",
    "Barnsley's children's services may be rated inadequate by Ofsted.",
]


@pytest.mark.parametrize("text", UNHEARD)
def test_a_verdict_that_is_guessed_is_none(text: str) -> None:
    found = reported(text, "Statement on Ofsted inspection")
    assert ("Barnsley", "inadequate") not in found
