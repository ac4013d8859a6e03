"""A grade that a service has these days, and one that it has just been given."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

GOOD = ("Leicester", "good")


@pytest.mark.parametrize(
    "text",
    [
        "Today we're rated good and other places ring us.",
        "Leicester is rated good these days.",
        "Leicester, today graded good by the same inspectors, said nothing.",
        "Ofsted currently rates the city good.",
        "The council is nowadays judged good.",
        "Leicester is one of only a handful of cities with a good grade.",
        "To break up Leicester, one of only five cities with a good rating, is madness.",
        "Leicester, good at its last two inspections, is to help.",
    ],
)
def test_how_a_service_stands_nowadays_is_recalled(text: str) -> None:
    assert GOOD in recalled(f"Ofsted has been to the city. {text}", "Ofsted in Leicester")


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted's report, out today, rates Leicester good.",
        "Leicester is today rated good after Ofsted published its report.",
        "Ofsted today rated Leicester good.",
        "Leicester has been rated good today.",
        "The report makes Leicester one of only five cities with a good rating.",
    ],
)
def test_what_is_given_today_is_news(text: str) -> None:
    assert GOOD in reported(f"Ofsted has been to the city. {text}", "Ofsted in Leicester")


def test_a_low_grade_of_today_is_news() -> None:
    text = "Ofsted has been to the city. Leicester, today rated inadequate, is sorry."
    assert ("Leicester", "inadequate") in reported(text, "Ofsted in Leicester")
