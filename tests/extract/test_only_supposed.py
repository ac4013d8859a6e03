"""Grades that are only supposed, and grades of one time or another."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

SUPPOSED = [
    "Turning that around to get to ‘Good’, ‘Outstanding’ is a journey, Barnsley council said.",
    "Barnsley council could be rated ‘good’ or ‘outstanding’ when Ofsted comes.",
    "Ofsted expects all children and young people to receive good help and protection.",
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
