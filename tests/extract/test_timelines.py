"""Timelines: all that stands in a line is of the date with which it begins."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

INADEQUATE = ("Torbay", "inadequate")

OLD = [
    "2016: Inspectors return. This time it is inadequate, overall and for leaders.",
    "June 2016 - Inspectors are back. It is now inadequate.",
    "12 June 2016: A damning report. Ofsted says the council's services are inadequate.",
    "2018: Again the verdict is inadequate. There are serious failures at the front door.",
]


@pytest.mark.parametrize("line", OLD)
def test_what_stands_in_a_line_of_long_ago_is_old(line: str) -> None:
    text = f"Ofsted came often.\n\n2011: A new director arrives.\n\n{line}\n\n2020: A merger fails."
    news, old = told(text, "How we got here: Torbay's children's services", "2024-07-18")
    assert news == set()
    assert INADEQUATE in old


def test_the_last_line_may_be_the_news() -> None:
    text = (
        "2017: Inspectors rate children's services in Torbay good.\n\n"
        "July 2024: They are back. This time they are inadequate, Ofsted says."
    )
    news, old = told(text, "Torbay: what Ofsted said", "2024-07-18")
    assert news == {INADEQUATE}
    assert ("Torbay", "good") in old


def test_a_single_line_is_no_timeline() -> None:
    text = "18 July 2024: Statement by Torbay. Ofsted has rated our services inadequate today."
    assert told(text, "Torbay responds to Ofsted", "2024-07-18")[0] == {INADEQUATE}


FIRST = [
    (
        "When I was made leader, in 2014, Ofsted had just been here. Requires improvement, and only"
        " just."
    ),
    (
        "When I was first elected, in 2014, our services had just been inspected by Ofsted."
        " Requires improvement, the report said."
    ),
]


@pytest.mark.parametrize("text", FIRST)
def test_a_bare_grade_is_of_the_time_of_the_inspection_before_it(text: str) -> None:
    text = f"{text}\n\nToday is different. Torbay Council gets 'good' from Ofsted."
    news, old = told(text, "Notes from the chamber", "2021-05-06")
    assert news == {("Torbay", "good")}
    assert ("Torbay", "requires_improvement") in old
