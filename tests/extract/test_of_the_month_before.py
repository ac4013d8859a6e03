"""Verdicts that a page about what follows from them dates in the month before."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

LATELY = (
    "A commissioner has been sent to Medway after a report last month rated it inadequate.",
    "A commissioner has been sent to Medway. Its services were rated inadequate in July.",
    "Ministers have sent a commissioner to Medway, which Ofsted judged inadequate in July.",
)
LONG_AGO = (
    "A commissioner has been sent to Medway. Its services were rated inadequate in March.",
    "A commissioner has been sent to Medway. Its services were rated inadequate in July 2018.",
    "A commissioner has been sent to Medway. Its services were rated inadequate last year.",
)
AREAS = (
    (
        "Kent now requires improvement to be good in every area bar leadership, which is"
        " inadequate, Ofsted says."
    ),
    "Ofsted has rated Kent good overall, with the exception of care leavers, which is inadequate.",
)
OTHERS = (
    "Kent has been rated good by Ofsted. It will get help from Medway, which is inadequate.",
    "Kent has been rated good by Ofsted. It shares leaders with Medway, which is inadequate.",
)
TITLE = "Commissioner appointed to Medway"


@pytest.mark.parametrize("text", LATELY, ids=range(len(LATELY)))
def test_what_was_found_the_month_before_is_part_of_the_news(text: str) -> None:
    page = f"{text} Ofsted's report is out."
    assert ("Medway", "inadequate") in told(page, TITLE, "2019-08-27")[0]


@pytest.mark.parametrize("text", LONG_AGO, ids=range(len(LONG_AGO)))
def test_what_was_found_before_that_is_recalled(text: str) -> None:
    page = f"{text} Ofsted has been told."
    assert ("Medway", "inadequate") not in told(page, TITLE, "2019-08-27")[0]


def test_a_headline_that_judges_nobody_hides_no_new_inspection() -> None:
    text = "Ofsted came to Kent Council in January to inspect it, and found it to be inadequate."
    news = told(text, "Kent Council, Ofsted and the protection of children", "2013-02-17")[0]
    assert ("Kent", "inadequate") in news


@pytest.mark.parametrize("text", AREAS, ids=range(len(AREAS)))
def test_what_one_judgement_is_stands_beside_the_others(text: str) -> None:
    assert ("Kent", "inadequate") in told(text, "Ofsted reports on Kent", "2022-05-05")[0]


@pytest.mark.parametrize("text", OTHERS, ids=range(len(OTHERS)))
def test_what_another_council_is_does_not(text: str) -> None:
    assert told(text, "Ofsted reports on Kent", "2022-05-05")[0] == {("Kent", "good")}
