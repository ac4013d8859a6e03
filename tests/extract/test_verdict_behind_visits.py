"""A verdict that has come now is news though the visits before it are told first."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

DAY = "2022-05-20"


@pytest.mark.parametrize(
    "text",
    [
        "A focused visit in 2018 praised Kent. It has ended in an inadequate rating, says Ofsted.",
        "Focused visits to Kent in 2018 and 2019 told of drift. Ofsted has judged it inadequate.",
        "A focused visit to Kent last year found progress. Ofsted has now rated it inadequate.",
        "In 2019 a focused visit praised Kent. It has been judged inadequate again by Ofsted.",
    ],
)
def test_a_verdict_that_has_come_is_news(text: str) -> None:
    assert ("Kent", "inadequate") in told(text, "Decline confirmed", DAY)[0]


@pytest.mark.parametrize(
    "text",
    [
        "A monitoring visit has found progress. It has been rated inadequate since 2019.",
        "A monitoring visit found progress in May. It has been inadequate for two years.",
        "A monitoring visit last year found progress. Ofsted has twice rated it inadequate.",
        "A monitoring visit last year found progress. Services were rated inadequate.",
    ],
)
def test_how_it_stood_at_a_visit_is_old(text: str) -> None:
    reported, recalled = told(
        f"Kent has named a director, says Ofsted. {text}", "New director for Kent", DAY
    )
    assert ("Kent", "inadequate") in recalled - reported
