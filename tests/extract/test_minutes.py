"""Minutes, which tell what is new as what had been."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

WHEN = "2024-05-02"
KENT = {("Kent", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Committee considered a report on the outcome of the inspection of Kent by Ofsted,"
            " which had found services for children to be inadequate overall. Members noted it."
        ),
        (
            "The Chairman said that Kent had received an overall judgement of inadequate from"
            " Ofsted for children's services. Members resolved to set up a panel."
        ),
        (
            "The item was introduced by the Director. Ofsted had judged Kent's services for"
            " children inadequate, the committee was advised."
        ),
    ],
)
def test_minutes_tell_what_is_new_as_what_had_been(text: str) -> None:
    assert reported(text, "Ofsted inspection of children's services", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        (
            "The committee was told of progress. Kent's services for children had previously been"
            " judged inadequate by Ofsted. Members noted the report."
        ),
        (
            "Members of the committee noted the plan. Ofsted had judged Kent's services for"
            " children inadequate in 2019. The chairman thanked staff."
        ),
        "The director, Jo Roe, said Ofsted had judged Kent's services for children inadequate.",
    ],
)
def test_what_had_been_before_is_old_in_minutes_too(text: str) -> None:
    assert reported(text, "An update on children's services", WHEN) == set()


@pytest.mark.parametrize("title", ["Agenda and minutes - Kent Council", "Scrutiny committee"])
def test_minutes_that_go_through_the_judgements_tell_of_an_inspection(title: str) -> None:
    text = (
        "In Kent children in need of help and protection, care leavers and leadership were all"
        " inadequate, Ofsted had found; children in care were found to require improvement."
    )
    assert reported(text, title) >= KENT


def test_minutes_that_name_one_judgement_recall_it() -> None:
    text = "Leadership of Kent's children's services was inadequate, Ofsted found."
    assert reported(text, "Agenda and minutes - Kent Council") == set()


LINES = "(a) leaders - inadequate\n(b) help and protection - inadequate\n(c) overall - inadequate"
SCRUTINY = "Children's Scrutiny Committee - minutes, item 6"


@pytest.mark.parametrize(
    "text",
    [
        "The Director introduced Ofsted's report on Kent. The Panel noted the following grades:",
        "Kent had last been inspected by Ofsted in 2019.\n\nThe Panel noted the new grades:",
        "Members received Ofsted's report on Kent's services for children. The grades were:",
    ],
)
def test_lines_that_go_through_the_judgements_are_what_members_are_told(text: str) -> None:
    assert reported(f"{text}\n\n{LINES}\n\nThe report was noted.", SCRUTINY) >= KENT


@pytest.mark.parametrize(
    "text",
    [
        "Kent's services were inspected by Ofsted in 2019. The grades were:",
        "Members recalled the grades that Ofsted gave Kent in 2019:",
    ],
)
def test_lines_of_a_year_are_recalled(text: str) -> None:
    assert KENT.isdisjoint(reported(f"{text}\n\n{LINES}\n\nThe report was noted.", SCRUTINY))


@pytest.mark.parametrize("title", ["Overview and Scrutiny Committee - minutes", SCRUTINY])
@pytest.mark.parametrize(
    "told",
    [
        "The overall grade has gone down from good to inadequate.",
        "The overall judgement has dropped to inadequate from good.",
        "The rating is down two grades, to inadequate.",
        "The service has slipped from good to inadequate.",
    ],
)
def test_a_fall_that_is_told_outright_is_new_in_minutes_too(told: str, title: str) -> None:
    lead = "The second Ofsted report on Kent's services makes sad reading."
    assert reported(f"{lead} {told}\n\nLibraries will open on Saturdays.", title) >= KENT


@pytest.mark.parametrize(
    "told",
    [
        (
            "Members considered the budget. Kent's services, which Ofsted downgraded from good to"
            " inadequate, cost more than others."
        ),
        (
            "Members considered recruitment in Kent. Staff had left after Ofsted lowered the rating"
            " to inadequate."
        ),
        (
            "Members considered the budget for Kent's services. Ofsted had rated them inadequate"
            " after a fall from good in 2019."
        ),
    ],
)
def test_a_fall_told_as_a_circumstance_is_not(told: str) -> None:
    title = "Overview and Scrutiny Committee - minutes"
    assert KENT.isdisjoint(reported(f"{told}\n\nRESOLVED: that it be noted.", title))
