"""What a visit before asked for, plans about to be written, and falls that are details or fears."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings
from watcher.model.vocabulary import Direction, Outcome, Role

BEFORE = (
    "Leeds City Council has been praised.\n\nOfsted spent two days there in July, on a focused"
    " visit.\n\nIt set out two areas for priority action.\n\n"
)


def news(text: str, title: str, day: str = "2018-12-10") -> set[tuple[Outcome, bool]]:
    found = findings(text, title, day)
    return {(f.outcome, f.adverse) for f in found if f.role is Role.NEWS and not f.held}


@pytest.mark.parametrize(
    "later", ["Three months later inspectors came to the city", "This week the team was back"]
)
def test_what_a_visit_before_asked_for_is_not_asked_again(later: str) -> None:
    text = f"{BEFORE}{later}. They have found no areas for priority action."
    assert news(text, "Council praised for swift action") == {(Outcome.NO_PRIORITY_ACTION, False)}


def test_what_one_visit_asks_for_in_one_place_only_is_asked() -> None:
    text = f"{BEFORE}For care leavers there are no areas for priority action."
    assert (Outcome.PRIORITY_ACTION, True) in news(text, "Leeds must act")


@pytest.mark.parametrize(
    "writes", ["will write", "will now prepare and submit", "and the health board will draw up"]
)
def test_a_priority_action_plan_to_be_written_tells_the_outcome(writes: str) -> None:
    text = (
        "The report on the area SEND inspection of Leeds in January is out today.\n\nThe local"
        f" area partnership {writes} a priority action plan for His Majesty's Chief Inspector."
    )
    found = news(text, "Leeds answers the newest Ofsted report on SEND", "2025-03-12")
    assert (Outcome.SEND_SYSTEMIC_FAILINGS, True) in found


def test_a_plan_that_there_is_tells_nothing_new() -> None:
    text = "Ofsted was in Leeds in 2024.\n\nThe partnership will look at its priority action plan."
    assert not news(text, "SEND in Leeds", "2025-03-12")


def test_what_can_lead_to_a_decline_has_not_led_to_one() -> None:
    text = (
        "Cuts are dear in the end, says Ofsted's yearly report.\n\nThe debts of Leeds City Council"
        " are a lesson, it says: bad management can lead to a sharp decline in children's services."
    )
    assert not any(adverse for _, adverse in news(text, "Ofsted warns of cuts"))


@pytest.mark.parametrize(
    ("told", "way"),
    [
        ("the record on calling conferences in time had declined", Direction.UNKNOWN),
        ("the quality of services had declined", Direction.WORSE),
    ],
)
def test_a_detail_that_declined_is_no_fall(told: str, way: Direction) -> None:
    text = (
        "Leeds City Council has had its report.\n\nInspectors were in the city for four weeks.\n\n"
        "Social workers see children when they ought to.\n\nManagers know their staff.\n\nDisabled"
        " children know who their workers are.\n\nNobody was found to be left in danger.\n\n"
        f"They were also concerned that {told}."
    )
    found = findings(text, "Children's services 'require improvement' - Ofsted", "2015-06-22")
    graded = [f for f in found if f.outcome is Outcome.REQUIRES_IMPROVEMENT]
    assert [f.direction for f in graded] == [way]
