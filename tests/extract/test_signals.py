"""What stands without a grade: statements of action, weaknesses, and who is helped."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reasons, reported, told

WHEN = "2021-05-01"
TITLE = "Kent's services for children with SEND"
STATEMENT = {("Kent", "written_statement_of_action")}
WEAK = {("Kent", "weaknesses")}


@pytest.mark.parametrize(
    "text",
    [
        "Kent's written statement of action has been approved by Ofsted.",
        "Our written statement of action sets out what Kent will do, Ofsted says.",
        "The written statement of action was submitted to Ofsted by Kent.",
        "Kent has published an update on the written statement of action, Ofsted says.",
        "Kent is delivering its written statement of action. Ofsted will come again.",
        "The Kent written statement of action is on our website. Ofsted came.",
    ],
)
def test_a_statement_of_action_that_lies_there_is_no_news(text: str) -> None:
    assert told(text, TITLE, WHEN) == (set(), STATEMENT)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted and the CQC require Kent to produce a written statement of action.",
        "Inspectors from Ofsted determined that a written statement of action is needed in Kent.",
        "Kent must submit a written statement of action to Ofsted.",
        "Kent has been told by Ofsted to write a written statement of action.",
        "Ofsted's visit to Kent resulted in a written statement of action.",
        "Ofsted found areas of significant weakness in Kent, which has to submit an action plan.",
        "Ofsted asked Kent to draw up a written statement of action, to be published in July.",
    ],
)
def test_a_statement_of_action_that_is_asked_for_is_news(text: str) -> None:
    assert reported(text, TITLE, WHEN) == STATEMENT


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted says Kent has improved after inspectors found children at risk of harm.",
        "Ofsted saw steady progress in Kent after serious weaknesses were found.",
        "Kent is making progress, Ofsted says, after children were left at risk.",
    ],
)
def test_weaknesses_before_something_good_are_past(text: str) -> None:
    assert WEAK.isdisjoint(reported(text, "Ofsted on Kent council", WHEN))


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted says serious weaknesses were found in Kent after steady progress.",
        "Ofsted found serious weaknesses in Kent.",
        "Ofsted found serious weaknesses in Kent after a visit in March.",
        "Ofsted has seen some progress in Kent but serious weaknesses too.",
    ],
)
def test_weaknesses_that_come_last_are_news(text: str) -> None:
    assert reported(text, "Ofsted on Kent council", WHEN) >= WEAK


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted says Kent protects young people who may be exposed to harm.",
        "Ofsted says Kent council supports children who are left at risk at home.",
        "Ofsted says Kent's staff identify children who were exposed to further harm.",
    ],
)
def test_who_is_helped_is_no_weakness(text: str) -> None:
    assert reported(text, "Ofsted on Kent council", WHEN) == set()


def test_who_is_helped_is_dropped_with_its_reason() -> None:
    text = "Ofsted says Kent protects young people who may be exposed to harm."
    assert "description" in reasons(text, "Ofsted on Kent council", WHEN)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted says Kent left children at risk of significant harm.",
        "Ofsted says children in Kent who were known to it were left at risk.",
        "Ofsted says Kent has not protected children, who are left at risk.",
        "Kent failed an Ofsted inspection.",
    ],
)
def test_who_is_left_at_risk_is_a_weakness(text: str) -> None:
    assert reported(text, "Ofsted on Kent council", WHEN) == WEAK


@pytest.mark.parametrize("verb", ["left", "have left", "leave", "put", "are putting"])
@pytest.mark.parametrize(
    "whom",
    [
        "youngsters at risk of harm",
        "vulnerable teenagers in danger",
        "babies unprotected",
        "some young people in serious danger",
        "many children unsafe",
    ],
)
def test_failings_that_leave_the_young_in_danger_are_weaknesses(verb: str, whom: str) -> None:
    text = f"Failings in Kent's children's services {verb} {whom}, Ofsted said."
    assert ("Kent", "weaknesses") in told(text, "Ofsted in Kent", "2024-05-14")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Kent has a fund for youngsters at risk of harm, Ofsted said.",
        "Kent's team works with teenagers in danger, Ofsted said.",
        "The cuts put jobs in Kent's children's services at risk, Ofsted said.",
        "The director of Kent's children's services left the youngsters' club, Ofsted said.",
    ],
)
def test_work_for_the_young_in_danger_is_no_weakness(text: str) -> None:
    assert ("Kent", "weaknesses") not in told(text, "Ofsted in Kent", "2024-05-14")[0]
