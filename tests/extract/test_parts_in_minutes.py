"""Minutes and letters that tell of a part: out the week before, one of those that fell."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

PANEL = "Norfolk County Council\n\nMinutes of the Scrutiny Panel\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "The Panel noted the judgement, published the previous week, that it was inadequate.",
        "Members noted that Ofsted had found services inadequate the previous month.",
        "The report, out the preceding day, calls services inadequate, said the Chair.",
    ],
)
def test_what_came_out_the_week_before_is_news(text: str) -> None:
    reported, _ = told(f"{PANEL}Ofsted inspection. {text}", "Outcome of the inspection")
    assert ("Norfolk", "inadequate") in reported


@pytest.mark.parametrize(
    "text",
    [
        "The Chair recalled that services had been inadequate at the previous inspection.",
        "In May 2019 Ofsted judged services inadequate. They are now good.",
    ],
)
def test_what_was_before_stays_old(text: str) -> None:
    page = f"{PANEL}Ofsted inspection. {text}"
    reported, recalled = told(page, "Outcome of the inspection", "2022-06-04")
    assert ("Norfolk", "inadequate") in recalled - reported


@pytest.mark.parametrize(
    "text",
    [
        "Two of the four grades fell and one of those, for help and protection, is inadequate.",
        "Three of its ratings fell, and one of these, for leaders, is inadequate.",
        "All of the five grades slipped; two of them, for leaders and care, are inadequate.",
    ],
)
def test_one_of_its_own_grades_is_its_own(text: str) -> None:
    reported, _ = told(f"Sir, Ofsted was not kind to Norfolk. {text}", "A letter to the editor")
    assert ("Norfolk", "inadequate") in reported


@pytest.mark.parametrize(
    "text",
    [
        "Two of the eight councils seen slipped and one of those, for leaders, is inadequate.",
        "One of those grades in ten nationally for help and protection is inadequate.",
        "One of them in four, for leaders, is inadequate in England.",
    ],
)
def test_one_of_many_is_nobodys(text: str) -> None:
    reported, _ = told(f"Ofsted has been to Norfolk. {text}", "Ofsted tells its year")
    assert ("Norfolk", "inadequate") not in reported
