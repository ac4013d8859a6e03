"""Who calls it inadequate, and whether anybody is called so at all."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

RELATIVES = [
    "the girl's aunt",
    "his grandmother",
    "the boy's great-uncle",
    "a grandparent",
    "an uncle of the boy",
]


@pytest.mark.parametrize("relative", RELATIVES)
def test_what_a_relative_calls_inadequate_is_no_verdict(relative: str) -> None:
    text = (
        "The council attacked after a child's death has had its help for children called inadequate"
        f" by {relative}.\n\nRochdale Council was graded good by Ofsted in 2019."
    )
    found = findings(text, "Council criticised after girl's death", "2021-12-03")
    assert not [f for f in found if f.adverse]


@pytest.mark.parametrize("verb", ["rated", "judged", "graded", "ranked"])
def test_who_has_too_few_workers_is_rated_and_not_the_workers_who_rate(verb: str) -> None:
    text = (
        "Ofsted's report on services in Knowsley says that there are not enough staff.\n\n"
        "They had needed improvement at the last inspection."
    )
    found = findings(
        text, f"Council with hardly any social workers {verb} 'inadequate'", "2018-07-18"
    )
    assert [f.council.name for f in found if f.adverse] == ["Knowsley"]


def test_workers_who_rate_their_council_give_an_opinion() -> None:
    text = "Knowsley's social workers judged its help for them 'inadequate'. Ofsted came in 2016."
    found = findings(text, "Social workers judge own council 'inadequate'", "2018-07-18")
    assert not [f for f in found if f.adverse]


@pytest.mark.parametrize(
    "said",
    [
        "Those rated inadequate had lost four directors on average.",
        "The best had kept their staff longer than those deemed to be inadequate.",
        "Turnover is lower than in those judged inadequate.",
    ],
)
def test_whoever_has_a_grade_is_nobody(said: str) -> None:
    text = f"A study of Ofsted's ratings is out. Rutland has had one director since 2008.\n\n{said}"
    assert not findings(text, "Directors who stay", "2014-07-08")


def test_those_who_have_a_grade_may_be_named_below() -> None:
    text = "Ofsted's annual report is out today.\n\nThose rated inadequate:\n\nRutland\nKent"
    found = findings(text, "Ofsted's annual report", "2014-07-08")
    assert {f.council.name for f in found if f.adverse} == {"Rutland", "Kent"}


@pytest.mark.parametrize(
    "told",
    [
        "It comes just weeks after Ofsted rated Rochdale inadequate.",
        "The verdict comes a month after Rochdale too had its services branded inadequate.",
        "It came barely a fortnight after an inadequate rating for Rochdale.",
    ],
)
def test_after_what_a_verdict_comes_is_known(told: str) -> None:
    text = f"Bury Council has been rated inadequate by Ofsted in a report out today.\n\n{told}"
    found = findings(text, "Bury's children's services rated inadequate", "2015-09-01")
    assert {f.council.name for f in found if f.adverse} == {"Bury"}


def test_a_grade_that_comes_after_something_is_new() -> None:
    text = (
        "Ofsted's report on Bury Council is out.\n\n"
        "The rating of inadequate for leadership comes a month after a new chief arrived."
    )
    assert [f for f in findings(text, "Bury: the report", "2015-09-01") if f.adverse]


@pytest.mark.parametrize(
    "counted",
    ["All but one of the judgements", "Three of the four judgements", "Most of the ratings"],
)
def test_grades_that_are_counted_off_are_no_scale(counted: str) -> None:
    text = (
        "Bury Council has apologised after Ofsted's verdict on its services for children was"
        f" published this morning.\n\n{counted} are inadequate."
    )
    found = findings(text, "Bury says sorry", "2016-08-05")
    assert [f.council.name for f in found if f.adverse] == ["Bury"]


@pytest.mark.parametrize(
    "title",
    [
        "Bury is waiting on Ofsted feedback after a revisit following its rating in March",
        "Bury waits on Ofsted's report after a revisit",
    ],
)
def test_what_was_said_before_a_visit_whose_report_is_awaited_is_known(title: str) -> None:
    text = (
        "The council waits for the outcome of the first follow-up visit since it was rated"
        " inadequate earlier this year.\n\nOfsted slammed Bury Council in March over a string of"
        " failings."
    )
    assert not [f for f in findings(text, title, None) if f.adverse]


@pytest.mark.parametrize("made", ["drew up", "published", "worked on"])
def test_a_plan_that_was_made_is_no_new_demand(made: str) -> None:
    text = (
        "In July 2023 an inspection of SEND services by Ofsted and the CQC had found widespread and"
        " systemic failings in Suffolk.\n\nSuffolk's SEND local area partnership then"
        f" {made} a priority action and improvement plan.\n\nNow inspectors are back to see how"
        " it goes."
    )
    found = findings(text, "Inspectors assess Suffolk's services two years on", "2025-10-20")
    assert not [f for f in found if f.adverse]
