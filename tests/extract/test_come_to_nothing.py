"""Verdicts beside words that deny something else, and fears and quarrels that are no verdicts."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported

TITLE = "Ofsted report on Barnsley"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Years of work in Barnsley seem to have come to nothing with its services for children"
            " still inadequate, Ofsted says."
        ),
        "Work on the Barnsley service led to nothing, with Ofsted rating it inadequate.",
        "Promises in Barnsley came to nothing and Ofsted rates its children's services inadequate.",
    ],
    ids=["effort", "work", "promises"],
)
def test_what_came_to_nothing_denies_no_verdict(text: str) -> None:
    assert ("Barnsley", "inadequate") in reported(text, TITLE)


def test_nothing_inadequate_is_none() -> None:
    text = "Ofsted found nothing inadequate about children's services in Barnsley."
    assert ("Barnsley", "inadequate") not in reported(text, TITLE)


@pytest.mark.parametrize(
    ("before", "fears"),
    [
        (
            "Parents told Barnsley Council what they think.",
            "They had significant concerns about SEND in Barnsley.",
        ),
        (
            "Union members in Barnsley spoke to the council.",
            "They raised serious concerns about children's services in Barnsley.",
        ),
    ],
)
def test_the_fears_of_those_just_named_are_no_finding(before: str, fears: str) -> None:
    text = f"Ofsted came to Barnsley on Monday to inspect SEND services.\n\n{before} {fears}"
    reading = read(text, "Inspectors arrive in Barnsley")
    assert not any(f.adverse for f in reading.findings)
    assert "opinion" in {one.reason for one in reading.rejections}


def test_what_inspectors_fear_is_one() -> None:
    text = (
        "Ofsted inspectors came to Barnsley on a focused visit. They had serious concerns about"
        " the children's services of Barnsley Council."
    )
    assert ("Barnsley", "weaknesses") in reported(text, "Ofsted visits Barnsley")


@pytest.mark.parametrize(
    ("open_yet", "bad"),
    [
        ("The council's appeals over its rating have yet to be resolved.", False),
        ("The assessments of some, among them Barnsley, have yet to be resolved.", False),
        ("Inspectors said weaknesses in how it responds have yet to be resolved.", True),
    ],
)
def test_a_quarrel_that_goes_on_is_no_lack_of_progress(open_yet: str, bad: bool) -> None:  # noqa: FBT001
    text = f"Ofsted made a monitoring visit to Barnsley Council. {open_yet}"
    found = reported(text, "Ofsted visits Barnsley")
    assert (("Barnsley", "insufficient_progress") in found) is bad


@pytest.mark.parametrize(
    "said",
    [
        "children in Barnsley receive inadequate help",
        "Barnsley Council provides 'inadequate' protection for children",
        "too many children in Barnsley are getting an inadequate service",
    ],
)
def test_inadequate_help_is_a_weakness(said: str) -> None:
    text = f"On a focused visit Ofsted inspectors found that {said}."
    assert ("Barnsley", "weaknesses") in reported(text, "Ofsted visits Barnsley")


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        (
            "decided that services and their capacity for improvement were both 'adequate'",
            "adequate",
        ),
        (
            "said services for children in care and their capacity to improve were adequate",
            "adequate",
        ),
        (
            "said safeguarding services and its capacity for improvement are inadequate",
            "inadequate",
        ),
    ],
)
def test_services_and_their_capacity_have_a_grade(said: str, grade: str) -> None:
    text = f"Ofsted has been to Barnsley Council. Inspectors {said}."
    assert ("Barnsley", grade) in reported(text, TITLE, "2010-08-01")
