"""Calls to resign over a report: the report is new where what it found is told."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, recalled, reported
from watcher.model.vocabulary import Role

CALLS = [
    (
        "The leader of Barnsley council faces calls to go after the authority was sent a critical"
        " Ofsted report on its children's services."
    ),
    (
        "The leader of Barnsley Council has been urged to resign over a damning Ofsted report on"
        " children's services."
    ),
    (
        "Opposition councillors in Barnsley want the leader to step down after a scathing Ofsted"
        " report on its children's services."
    ),
]
FOUND = [
    "The watchdog said there were widespread failures that left children at risk of harm.",
    "Inspectors found that services had failed to protect children.",
    "The report said that children were not kept safe.",
]
TITLES = ["Calls for Barnsley council leader to resign", "Barnsley boss told to quit over Ofsted"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("found", FOUND)
@pytest.mark.parametrize("call", CALLS)
def test_a_call_to_go_tells_what_was_found(call: str, found: str, title: str) -> None:
    findings = read(f"{call}\n\n{found}\n\nThe leader said that he would stay.", title).findings
    told = [f for f in findings if f.role is Role.NEWS and f.adverse]
    assert told
    assert all(f.confidence > 0.3 for f in told)


OLD = [
    "The hub, which received a damning Ofsted report, met its new board today in Barnsley.",
    (
        "The service in Barnsley, which had a scathing Ofsted report, moves house on Monday"
        " with its children's teams."
    ),
]


@pytest.mark.parametrize("text", OLD)
def test_a_report_that_somebody_received_is_known(text: str) -> None:
    assert ("Barnsley", "weaknesses") not in reported(text, "Barnsley children's hub meets")


SHORT = [
    "Barnsley Council continues to fall short of Ofsted's expectations for children's services.",
    "Barnsley's children's services still fall well below the standards that inspectors expect.",
    "Inspectors say Barnsley's children's services are not meeting the required standard.",
    "Barnsley Council continues to let young people down in its children's services, Ofsted says.",
    "Ofsted said that too little had changed in Barnsley's children's services.",
    "Barnsley Council has not done enough to improve children's services, inspectors said.",
]


@pytest.mark.parametrize("text", SHORT)
def test_what_falls_short_of_what_inspectors_expect_is_weak(text: str) -> None:
    found = reported(text, "Another verdict on Barnsley's children's services")
    assert found & {("Barnsley", "weaknesses"), ("Barnsley", "insufficient_progress")}


REACHED = [
    "Barnsley's children's services now meet the standards that inspectors expect.",
    "Barnsley's children's services fell just short of being rated outstanding by Ofsted.",
    "Funding for Barnsley's children's services falls short of what ministers promised, it said.",
]


@pytest.mark.parametrize("text", REACHED)
def test_what_falls_short_of_something_else_is_not(text: str) -> None:
    found = reported(text, "Another verdict on Barnsley's children's services")
    assert not found & {("Barnsley", "weaknesses"), ("Barnsley", "insufficient_progress")}


COUNTED = [
    "Out of five areas, three of them were inadequate.",
    "Of the four areas inspected, two of them were judged inadequate by Ofsted.",
    "Out of five categories, four of them were rated inadequate.",
]


@pytest.mark.parametrize("text", COUNTED)
def test_a_few_areas_of_one_council_are_its_own(text: str) -> None:
    lead = "Ofsted has published its report on children's services in Barnsley."
    assert ("Barnsley", "inadequate") in reported(f"{lead} {text}", "Barnsley: Ofsted report")


OTHERS = [
    "Out of 30 councils inspected, three of them were inadequate.",
    "Of the local areas inspected so far, some of them were inadequate.",
    "Ofsted looked at ten authorities; half of them were inadequate.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_many_councils_that_are_counted_are_not(text: str) -> None:
    lead = "Ofsted has published its report on children's services in Barnsley."
    told = reported(f"{lead} {text}", "Barnsley: Ofsted report")
    told |= recalled(f"{lead} {text}", "Barnsley: Ofsted report")
    assert ("Barnsley", "inadequate") not in told
