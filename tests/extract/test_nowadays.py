"""A grade that a service has these days, and one that it has just been given."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, recalled, reported

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


@pytest.mark.parametrize(
    "text",
    [
        "The council has been inadequate in every Ofsted inspection since 2008.",
        "Kent has been found inadequate at every inspection since 2008, when a child died.",
        "The council is regarded as one of the best and Ofsted has rated its services outstanding.",
        "Its children's services were inspected separately and are rated inadequate.",
    ],
)
def test_how_it_has_always_stood_or_is_known_is_no_news(text: str) -> None:
    """On a page about something else."""
    text = f"The care of children passed to a trust in Kent at midnight, says Ofsted.\n\n{text}"
    told = news(text, "New era as Kent Children's Trust opens its doors")
    assert not {outcome for _, outcome in told} & {"inadequate", "outstanding"}


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has found Kent's services for children inadequate in every category.",
        "Kent, which is seen as a pioneer, has been rated inadequate by Ofsted.",
        "Inspectors looked at services separately, and have rated all of Kent's inadequate.",
    ],
)
def test_what_only_reads_like_it_is_news(text: str) -> None:
    """A verdict on every part, or on who was well thought of."""
    assert ("Kent", "inadequate") in news(text, "Ofsted reports on Kent's children's services")


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Authority still rated inadequate", False),
        ("Department still judged inadequate", False),
        ("Ofsted says services are still inadequate", True),
        ("Inspectors came back: services still inadequate", True),
    ],
)
def test_a_line_that_says_how_things_stand_is_no_news(text: str, *, new: bool) -> None:
    """The page itself says of when the grade is."""
    told = news(
        f"{text}\n\nKent County Council is said to contest what Ofsted has written, and it has not"
        " come out.\n\nKent's services for children were rated inadequate in 2020.",
        "Council fights over a report",
        "2024-12-24",
    )
    assert (("Kent", "inadequate") in told) is new
