"""Grades that are expected, aimed at, fought or followed by more, and who shares another's."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, read, recalled, reported
from watcher.model.vocabulary import Area, Direction, Role

WHEN = "2024-05-02"
TITLE = "Dudley's children's services"
INADEQUATE = ("Dudley", "inadequate")


@pytest.mark.parametrize(
    "text",
    [
        "The chief executive expects the services to be rated inadequate in the new Ofsted report.",
        "Bosses in Dudley are bracing themselves to be graded inadequate by Ofsted.",
        "Everybody is expecting Ofsted to rate the services of Dudley inadequate.",
    ],
)
def test_what_somebody_expects_is_no_verdict(text: str) -> None:
    assert INADEQUATE not in reported(text, TITLE, WHEN)


@pytest.mark.parametrize(
    "title",
    [
        "Dudley's children's services target 'good' rating after 'positive feedback' from Ofsted",
        "Dudley has its sights set on 'good' after Ofsted visit",
        "Dudley eyes good Ofsted rating for children's services",
    ],
)
def test_what_is_aimed_at_is_no_grade(title: str) -> None:
    assert ("Dudley", "good") not in reported("Its inspection is next year.", title, WHEN)


@pytest.mark.parametrize(
    "text",
    [
        "Dudley's services have been rated better than inadequate by Ofsted after eight years.",
        "Ofsted has rated Dudley's children's services as something better than inadequate.",
    ],
)
def test_better_than_a_grade_is_a_rise(text: str) -> None:
    assert INADEQUATE not in reported(text, TITLE, WHEN)
    assert one(text, "Dudley", TITLE, WHEN).direction is Direction.BETTER


@pytest.mark.parametrize(
    "text",
    [
        "A judicial review is sought against Ofsted's decision to rate its services inadequate.",
        "Dudley is to challenge the decision by Ofsted to judge its services inadequate.",
        "Dudley received an inadequate rating from Ofsted and has since been told to act faster.",
    ],
)
def test_what_is_fought_or_followed_on_is_known(text: str) -> None:
    assert INADEQUATE in recalled(text, TITLE, WHEN)


def test_a_decision_to_rate_is_a_verdict() -> None:
    text = "Ofsted has taken the decision to rate Dudley's children's services as inadequate."
    assert INADEQUATE in reported(text, TITLE, WHEN)


def test_a_grade_from_which_it_has_since_moved_is_left() -> None:
    text = "Dudley has moved from inadequate and has since been rated good by Ofsted."
    assert ("Dudley", "good") in reported(text, TITLE, WHEN)


@pytest.mark.parametrize("joins", ["joins", "joined", "is joining"])
def test_who_joins_another_in_doing_so_does_the_same(joins: str) -> None:
    text = f"Dudley {joins} Leeds in moving from requires improvement to good, Ofsted reports say."
    found = reported(text, "Ofsted reports", WHEN)
    assert {("Dudley", "good"), ("Leeds", "good")} <= found


def test_who_joins_another_for_something_else_does_not() -> None:
    text = "Dudley joined Leeds in a trust last year. Ofsted rated Dudley's services inadequate."
    assert ("Leeds", "inadequate") not in reported(text, TITLE, WHEN)


def test_a_scandal_is_no_judgement() -> None:
    text = (
        "For the first time since the child sexual exploitation scandal Dudley Council's children's"
        " services have been assessed as 'good' by Ofsted."
    )
    assert one(text, "Dudley", TITLE, WHEN).area is Area.OVERALL


def test_scandals_like_those_in_a_place_are_no_finding_of_it() -> None:
    text = (
        "Police forces have been criticised by Ofsted for failing to protect children.\n\nThat"
        " could lead to scandals like those in Dudley and Leeds."
    )
    findings = read(text, "Ofsted's chief accuses police forces", WHEN).findings
    assert not any(f.role is Role.NEWS for f in findings)
