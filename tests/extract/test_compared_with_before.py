"""Dates of what a grade is compared with, of trouble that is put in, and of what is lifted."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, recalled

COMPARED = (
    "A report on Kent led to an inadequate verdict, the same as three years ago.",
    "Kent was rated inadequate, the same as last time.",
    "Kent was rated inadequate, just as it was three years ago.",
    "Kent was rated inadequate, as it had been in 2014.",
    "Kent was rated inadequate, unchanged from three years ago.",
    "Kent got an inadequate rating, no better than three years ago.",
)
PUT_IN = (
    "Kent, in trouble as late as 2013, maintained its inadequate grade.",
    "Kent, which had problems as late as 2013, was rated inadequate.",
    "Kent, criticised in May 2013, kept its inadequate grade.",
    "The council, blamed for a death in 2013, was judged inadequate.",
)
OF_THEN = (
    "Kent, inspected in March 2013, was rated inadequate.",
    "Kent, in 2013, was rated inadequate.",
    "The council, visited by Ofsted in 2013, was found inadequate.",
    "Kent was rated inadequate as late as 2013.",
    "Kent was inadequate three years ago.",
    "Kent is better than two years ago, when it was inadequate.",
)
LIFTED = (
    "The Secretary of State has revoked the direction of 2016 to Bromley Council.",
    "Ministers have withdrawn the improvement notice from 2016 at Bromley Council.",
)


@pytest.mark.parametrize("text", COMPARED + PUT_IN)
@pytest.mark.parametrize("published", [None, "2017-11-07"])
def test_a_time_that_is_compared_with_or_put_in_dates_no_grade(
    text: str, published: str | None
) -> None:
    """What is told beside it is new."""
    text = f"Ofsted has reported on children's services in Kent.\n\n{text}"
    assert ("Kent", "inadequate") in news(text, "Ofsted reports on Kent", published)


@pytest.mark.parametrize("text", OF_THEN)
def test_a_time_at_which_it_was_so_does(text: str) -> None:
    """Also where inspectors came then."""
    text = f"Ofsted has reported on children's services in Kent.\n\n{text}"
    assert ("Kent", "inadequate") in recalled(text, "Ofsted reports on Kent", "2017-11-07")


@pytest.mark.parametrize("text", LIFTED)
def test_the_year_of_a_direction_is_not_that_of_its_end(text: str) -> None:
    """Which is the news."""
    text = f"This page lists changes to directions for children's services.\n\n{text}"
    told = news(text, "Changes to directions in March 2019", "2019-03-28")
    assert ("Bromley", "intervention_ended") in told
