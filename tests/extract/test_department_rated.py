"""A grade that only says which department is meant, and councils identified as poor."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

TITLE = "Dudley's children's services"
INADEQUATE = ("Dudley", "inadequate")


@pytest.mark.parametrize(
    "text",
    [
        "A council's children's services department rated inadequate has got better, Ofsted says.",
        "A children's department judged inadequate by Ofsted is to get a new director.",
        "An authority's services for children rated inadequate by Ofsted cost more this year.",
    ],
)
def test_a_department_rated_so_is_known(text: str) -> None:
    assert INADEQUATE in recalled(text, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "A council's children's services department has been rated inadequate by Ofsted.",
        "Children's services rated inadequate by Ofsted",
        "A council's children's services were rated inadequate by Ofsted after a visit.",
    ],
)
def test_a_department_that_has_been_rated_is_news(text: str) -> None:
    assert INADEQUATE in reported(text, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "The nine identified by Ofsted as 'poor' include Dudley.",
        "Nine councils were named as performing poor by Ofsted. They include Dudley.",
    ],
)
def test_who_is_identified_as_poor_is_in_the_lowest_band(text: str) -> None:
    title = "Nine authorities provide poor services for children"
    found = reported(text, title, "2009-12-09")
    assert INADEQUATE in found
