"""Verdicts behind headlines of plans, and of acts to come."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported, told

PLANS = [
    "Council sets out plan after inspectors’ report found Barnsley children at risk of harm",
    "Barnsley agrees plan after Ofsted found children at risk of harm",
    "Improvement plan approved after inspectors found serious failures in Barnsley",
    "Cabinet backs plan after inspection finds children at risk in Barnsley",
]


@pytest.mark.parametrize("title", PLANS)
def test_a_plan_after_what_inspectors_found_tells_what_they_found(title: str) -> None:
    text = "Ofsted found serious failures in the council's services for children in Barnsley."
    assert ("Barnsley", "weaknesses") in told(text, title)[0]


AGREED = [
    "Council sets out improvement plan for Barnsley children's services",
    "Cabinet approves plan for Barnsley's inadequate children's services",
    "Barnsley agrees plan following Ofsted inspection",
]


@pytest.mark.parametrize("title", AGREED)
def test_a_plan_alone_only_recalls_what_inspectors_found(title: str) -> None:
    text = "Ofsted found serious failures in the council's services for children in Barnsley."
    assert ("Barnsley", "weaknesses") not in told(text, title)[0]


AT_LARGE = [
    "The inspection rated the council’s efforts as ‘inadequate’, Ofsted said.",
    "Ofsted rated the council's performance inadequate.",
    "Ofsted has graded the authority's performance as 'inadequate'.",
]


@pytest.mark.parametrize("text", AT_LARGE)
def test_all_that_a_council_does_is_what_is_rated(text: str) -> None:
    assert reported(text, "Ofsted inspects Barnsley") == {("Barnsley", "inadequate")}


THINGS = [
    "Ofsted said that the council's efforts to recruit were inadequate.",
    "The council's oversight was rated as inadequate, Ofsted said.",
    "The response to complaints is inadequate, Ofsted told the council.",
]


@pytest.mark.parametrize("text", THINGS)
def test_a_thing_has_no_grade(text: str) -> None:
    assert ("Barnsley", "inadequate") not in reported(text, "Ofsted inspects Barnsley")


LATELY = [
    "in the past two years since the last inspection",
    "over the past year",
    "within the past 18 months",
    "during the past three years",
]


@pytest.mark.parametrize("when", LATELY)
def test_the_past_years_reach_to_the_present(when: str) -> None:
    text = f"Services seen at this visit have significantly declined {when}, Ofsted said."
    assert ("Barnsley", "deterioration") in told(text, "Ofsted visits Barnsley")[0]


TO_COME = [
    "Commissioner could be sent into Barnsley children’s services",
    "Minister may send commissioner into Barnsley",
    "Government could send in commissioner at Barnsley",
]


@pytest.mark.parametrize("title", TO_COME)
def test_an_act_that_may_come_leaves_the_verdict_the_news(title: str) -> None:
    text = "It comes as Ofsted found serious failures in Barnsley's services for children."
    assert ("Barnsley", "weaknesses") in told(text, title)[0]
