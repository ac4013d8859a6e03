"""Pages on what was done about a report of months before."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, recalled

TITLE = "Council sets aside money for children's services"
GIVEN = (
    "On looking after children who need help and protection the council was rated inadequate, and"
    " inspectors found serious and widespread failings."
)
BAD = ("Kent", "inadequate")


def page(lead: str) -> str:
    """Put a lead before what the report gave."""
    return f"Kent County Council has a plan for its services for children {lead}.\n\n{GIVEN}"


@pytest.mark.parametrize(
    "lead",
    [
        "after May's damning Ofsted report",
        "after a damning Ofsted report in May",
        "following a damning Ofsted report published in May",
        "in response to the Ofsted report issued in May",
    ],
)
@pytest.mark.parametrize(
    ("published", "old"),
    [
        ("2015-09-10", True),
        ("2016-01-10", True),
        ("2015-06-03", False),
        ("2015-05-30", False),
        (None, True),
    ],
)
def test_a_report_of_months_before_is_recalled(
    lead: str, published: str | None, *, old: bool
) -> None:
    assert (BAD in recalled(page(lead), TITLE, published)) is old
    assert (BAD in news(page(lead), TITLE, published)) is not old


@pytest.mark.parametrize(
    "lead",
    [
        "after an inspection in May",
        "after a meeting in May",
        "after Ofsted published a new report today; May's budget report had said nothing",
    ],
)
def test_what_is_fresh_or_no_report_dates_nothing(lead: str) -> None:
    assert BAD in news(page(lead), "Ofsted on Kent", "2015-07-10")


@pytest.mark.parametrize(
    "text",
    [
        "In their report, published in August, Ofsted inspectors said: services are inadequate.",
        "Caseloads, the council says, are down to 16 since the “inadequate” rating by Ofsted.",
        "At that time Kent's services were branded “inadequate” by Ofsted.",
    ],
)
def test_what_tells_by_itself_of_an_older_report(text: str) -> None:
    lead = "Cuts could put progress on protecting children in Kent at risk, it has been claimed."
    assert BAD not in news(f"{lead}\n\n{text}", "Cuts threaten progress", None)
