"""A decline since a year, or in a headline, and the grade that comes of it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported

WHEN = "2019-03-28"
TITLE = "Serious failures at Barnsley Council, Ofsted finds"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Since 2014 there has been a decline at Barnsley Council, inspectors said. Services for"
            " children were given an overall 'inadequate' rating."
        ),
        (
            "Inspectors said little had changed in Barnsley since 2015.\n\nChildren's services were"
            " judged inadequate."
        ),
        (
            "Services in Barnsley have got worse since May 2015, inspectors say. The department"
            " was rated inadequate."
        ),
    ],
    ids=["fronted", "behind", "month"],
)
def test_the_year_since_which_things_got_worse_dates_no_grade(text: str) -> None:
    assert any(
        f.adverse and f.outcome.value == "inadequate" for f in read(text, TITLE, WHEN).findings
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspected Barnsley's children's services in 2014. They were rated inadequate.",
        "In 2014 inspectors came to Barnsley. Children's services were rated inadequate.",
    ],
)
def test_the_year_of_an_inspection_does(text: str) -> None:
    told = f"{text}\n\nA new director has been appointed."
    assert not any(f.adverse for f in read(told, "New boss for Barnsley", WHEN).findings)


def test_a_headline_of_decline_tells_of_no_visit_where_the_grade_is_low() -> None:
    text = (
        "News.\n\nOne app.\n\nStart here.\n\nNational.\n\nA reporter.\n\nLeaders did not see"
        " how far services had declined, inspectors say.\n\nA damning Ofsted report has slammed the"
        ' service provided by Barnsley Council as "inadequate".\n\nAfter an inspection in March the'
        " department has been rated inadequate in four of the five areas."
    )
    title = "Leaders criticised over decline in children's services in Barnsley"
    assert ("Barnsley", "inadequate") in reported(text, title)
