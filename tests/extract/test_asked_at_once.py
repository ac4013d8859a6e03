"""Action that inspectors ask for at once, and what takes nothing of it back."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, news
from watcher.model.vocabulary import Direction, Outcome

DAY, TITLE = "2022-03-10", "Report on services"


@pytest.mark.parametrize(
    "because",
    [
        ", where agencies do not share what they know",
        " because staff did not act on risks",
        ", which was not expected",
    ],
)
def test_a_negation_in_a_clause_of_its_own_takes_no_priority_action_back(because: str) -> None:
    text = f"A joint targeted area inspection found areas for priority action in Leeds{because}."
    assert ("Leeds", "priority_action") in news(text, TITLE, DAY)


@pytest.mark.parametrize("denied", ["were not identified", "are not needed"])
def test_a_negation_of_its_own_does(denied: str) -> None:
    text = f"Areas for priority action {denied} in Leeds, inspectors from Ofsted said."
    assert ("Leeds", "priority_action") not in news(text, TITLE, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has ordered Leeds to produce an action plan within 20 working days.",
        "The council was required by Ofsted to submit a draft action plan for Leeds in 20 days.",
    ],
)
def test_a_plan_wanted_in_twenty_days_is_priority_action(text: str) -> None:
    found = findings(text, TITLE, DAY)
    assert [(f.council.name, f.outcome) for f in found] == [("Leeds", Outcome.PRIORITY_ACTION)]


@pytest.mark.parametrize(
    "text",
    [
        "Leeds must publish an action plan within 70 working days of its good report from Ofsted.",
        "The council has 20 days to answer a petition. Its Ofsted action plan for Leeds is ready.",
    ],
)
def test_a_plan_that_every_report_asks_for_is_not(text: str) -> None:
    assert ("Leeds", "priority_action") not in news(text, TITLE, DAY)


@pytest.mark.parametrize("no", ["found no", "found no discernible", "saw little real"])
def test_where_no_progress_is_found(no: str) -> None:
    text = f"Ofsted inspectors {no} progress on their fourth monitoring visit to Leeds."
    assert news(text, TITLE, DAY) == {("Leeds", "insufficient_progress")}


@pytest.mark.parametrize(
    "bound", ["now merit no more than", "are no better than", "can be rated no higher than"]
)
def test_a_grade_that_is_the_most_to_be_had_is_given(bound: str) -> None:
    text = f"Services for children in Leeds {bound} 'inadequate', Ofsted says."
    found = findings(text, TITLE, DAY)
    assert [(f.outcome, f.direction) for f in found] == [
        (Outcome.INADEQUATE, Direction.UNKNOWN),
    ]


def test_a_judgement_under_which_it_is_so() -> None:
    text = (
        "The leader made a statement on Ofsted's judgement, published this week, under which"
        " children's social care in Leeds is rated inadequate."
    )
    assert ("Leeds", "inadequate") in news(text, "Full council", DAY)


def test_the_day_that_one_recalls_is_long_ago() -> None:
    text = "In his memoirs the director recalls the day Ofsted told him that Leeds was inadequate."
    assert ("Leeds", "inadequate") not in news(text, TITLE, DAY)


@pytest.mark.parametrize("looked", ["looked at", "reviewed", "followed up"])
def test_what_a_visit_looks_into_was_asked_for_before(looked: str) -> None:
    text = f"Ofsted's monitoring inspection of Leeds {looked} three areas for priority action."
    assert ("Leeds", "priority_action") not in news(text, TITLE, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Leeds has moved from Good to RI in its Ofsted inspection of children's services.",
        "Services for children in Leeds were rated RI by Ofsted, having been Good in 2018.",
    ],
)
def test_a_grade_may_be_cut_short(text: str) -> None:
    found = [f for f in findings(text, TITLE, DAY) if f.adverse]
    assert [f.outcome for f in found] == [Outcome.REQUIRES_IMPROVEMENT]


def test_the_letters_in_another_sense_are_no_grade() -> None:
    text = "The Royal Institution (RI) in Leeds has given a talk on Ofsted and children's services."
    assert not findings(text, TITLE, DAY)
