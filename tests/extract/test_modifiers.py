"""What turns a phrase into its opposite, its past, or a mere possibility; and what does not."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, read
from watcher.model.vocabulary import Outcome, Role

WHEN = "2024-05-01"
TITLE = "Ofsted publishes report on Trafford Council"

NOT_NEWS = [
    ("not", "Ofsted did not rate children's services in Trafford inadequate."),
    ("never", "Children's services in Trafford were never rated inadequate by Ofsted."),
    ("avoided", "Children's services in Trafford narrowly avoided being rated inadequate."),
    ("could", "Children's services in Trafford could be rated inadequate by Ofsted."),
    ("risk", "Children's services in Trafford are at risk of being rated inadequate by Ofsted."),
    ("if", "If Ofsted rated children's services in Trafford inadequate, ministers would step in."),
    ("fear", "Staff fear children's services in Trafford will be rated inadequate by Ofsted."),
    ("mock", "A mock inspection rated children's services in Trafford inadequate."),
    ("previously", "Children's services in Trafford were previously rated inadequate by Ofsted."),
    ("years ago", "Five years ago Ofsted rated children's services in Trafford inadequate."),
    ("old year", "In 2015 Ofsted rated children's services in Trafford inadequate."),
    ("had been", "Children's services in Trafford had been rated inadequate by Ofsted in 2016."),
    ("last time", "At its last inspection children's services in Trafford were rated inadequate."),
    ("no longer", "Children's services in Trafford are no longer inadequate, Ofsted says."),
]

NEWS = [
    ("plain", "Ofsted has rated children's services in Trafford inadequate."),
    ("not only", "Not only has Ofsted rated children's services in Trafford inadequate."),
    ("no surprise", "It is no surprise that Ofsted rated children's services Trafford inadequate."),
    (
        "a clause of its own",
        "It was not a pleasant week, but Ofsted rated Trafford's children's services inadequate.",
    ),
    ("now", "Once praised, children's services in Trafford are now rated inadequate by Ofsted."),
    ("since", "Good in 2018, children's services in Trafford are now rated inadequate by Ofsted."),
]


@pytest.mark.parametrize("text", [case[1] for case in NOT_NEWS], ids=[c[0] for c in NOT_NEWS])
def test_what_is_denied_feared_or_over_is_no_news(text: str) -> None:
    assert [f for f in read(text, TITLE, WHEN).findings if f.adverse] == []
    assert ("Trafford", "inadequate") not in news(text, TITLE, WHEN)


@pytest.mark.parametrize("text", [case[1] for case in NEWS], ids=[c[0] for c in NEWS])
def test_a_modifier_that_does_not_reach_the_grade_leaves_it_news(text: str) -> None:
    assert ("Trafford", "inadequate") in news(text, TITLE, WHEN)


def test_a_grade_of_the_past_is_kept_as_background() -> None:
    found = read(NOT_NEWS[8][1] + " Inspectors saw progress.", TITLE, WHEN).findings
    assert {(f.role, f.outcome) for f in found if f.outcome is Outcome.INADEQUATE} == {
        (Role.BACKGROUND, Outcome.INADEQUATE)
    }


def test_priority_action_that_was_not_needed_is_said_so() -> None:
    text = "A focused visit by Ofsted to Trafford Council found no areas for priority action."
    assert ("Trafford", "no_priority_action") in news(text, "Focused visit to Trafford", WHEN)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ofsted did not rate children's services in Trafford inadequate.", "negated"),
        ("Children's services in Trafford could be rated inadequate by Ofsted.", "hypothetical"),
        ("A peer review of Trafford children's services found them inadequate.", "other_review"),
        ("Did Ofsted rate children's services in Trafford inadequate?", "question"),
    ],
    ids=["negated", "hypothetical", "another's review", "question"],
)
def test_what_is_not_asserted_is_rejected_with_its_reason(text: str, reason: str) -> None:
    assert reason in {r.reason for r in read(text, TITLE, WHEN).rejections}


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted said services in Trafford (formerly run by a trust) were inadequate.",
        "Trafford Council (previously the corporation) was rated inadequate by Ofsted.",
        "Three years after a scandal, an Ofsted report calls Trafford's services inadequate.",
        "Since a scandal in March, Trafford's services have been judged inadequate by Ofsted.",
    ],
)
def test_what_is_told_aside_is_past_and_the_grade_is_not(text: str) -> None:
    assert news(text, TITLE, WHEN) == {("Trafford", "inadequate")}


@pytest.mark.parametrize("came", ["came back", "returned", "went back", "were back", "arrived"])
def test_inspectors_who_were_back_in_a_month_bring_news(came: str) -> None:
    text = f"Inspectors who {came} in March found services in Trafford inadequate, Ofsted says."
    assert news(text, TITLE, WHEN) == {("Trafford", "inadequate")}


def test_back_in_a_month_is_past() -> None:
    text = "Back in March 2021 Trafford was rated inadequate by Ofsted."
    assert news(text, TITLE, WHEN) == set()
