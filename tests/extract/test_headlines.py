"""Whose is the grade of a headline that names no council."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news

WHEN = "2024-05-01"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Ofsted awards first 'outstanding' rating for children's services",
            (
                "Services in Camden and Barnet were inspected together. Camden was rated good by"
                " Ofsted, and Barnet was rated outstanding."
            ),
        ),
        (
            "'Outstanding': Ofsted praises children's services",
            (
                "Ofsted rated children's services in Camden good. Camden's leaders were pleased. In"
                " Barnet, Ofsted rated them outstanding."
            ),
        ),
    ],
)
def test_a_nameless_headline_is_of_whom_the_text_gives_its_grade(title: str, text: str) -> None:
    assert news(text, title, WHEN) == {("Camden", "good"), ("Barnet", "outstanding")}


def test_the_council_most_spoken_of_keeps_the_headlines_grade() -> None:
    text = (
        "Camden's children's services have been inspected by Ofsted. The council was rated"
        " outstanding. Barnet, rated outstanding in 2019, sent its congratulations to Camden."
    )
    assert news(text, "Children's services rated 'outstanding'", WHEN) == {
        ("Camden", "outstanding")
    }


def test_a_named_headline_is_left_alone() -> None:
    text = "Ofsted rated children's services in Camden good; Barnet was rated outstanding."
    assert ("Camden", "good") in news(text, "Camden rated 'good' by Ofsted", WHEN)
