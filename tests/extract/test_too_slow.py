"""Inspectors who find a service too slow, and others who only say so."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported

SLOW = (
    "The council was too slow in finding homes, inspectors said.",
    "Inspectors say social workers are still far too slow to see children.",
    "Staff take too long to decide what help families need, the letter says.",
    "They praised the staff, but found that managers had been too slow to act on referrals.",
    "Although they saw strengths, inspectors said it took the council too long to act.",
    "Ofsted found leaders had been slow to act on what it said last year.",
    "It has taken the authority too long to place children, Ofsted's letter says.",
)


@pytest.mark.parametrize("said", SLOW)
def test_inspectors_find_a_service_too_slow(said: str) -> None:
    text = f"Ofsted made a monitoring visit to Dudley Council's children's services.\n\n{said}"
    found = reported(text, "Ofsted monitoring visit to Dudley", "2024-05-01")
    assert ("Dudley", "insufficient_progress") in found


@pytest.mark.parametrize(
    "title",
    [
        "Dudley's children's services 'too slow', Ofsted finds",
        "Dudley still too slow to help children in need, says Ofsted",
        "Dudley 'too slow' to act on risks to children, inspectors say",
    ],
)
def test_a_headline_calls_a_service_too_slow(title: str) -> None:
    text = "Inspectors looked at referrals on a monitoring visit to Dudley Council in May."
    assert ("Dudley", "insufficient_progress") in reported(text, title, "2024-05-20")


OTHERS = (
    "Parents say Dudley Council is too slow to write plans for children with SEND.",
    (
        "Ofsted has been to a school in Dudley.\n\nIt is a good one.\n\nIt has sixty pupils."
        "\n\nThe council was too slow to build new classrooms."
    ),
    (
        "Ofsted visited Dudley's children's services and its report is out today.\n\nThe "
        "council met"
        " on Monday. It spoke of roads. It spoke of parks.\n\nDudley's children's services took"
        " too long to help families."
    ),
    (
        "Ofsted saw good progress in Dudley's children's services on a monitoring visit. Staff"
        " are no longer too slow to visit children."
    ),
    (
        "Ofsted has praised Dudley's children's services after a monitoring visit.\n\nIn 2019"
        " inspectors found that the council was too slow to act."
    ),
    "Dudley is too slow to mend its roads, drivers say.",
    "Ofsted said on a monitoring visit that it took Dudley too long in the past to find homes.",
    "At a monitoring visit to Dudley Ofsted said that staff were too slow in the past but are not.",
)


@pytest.mark.parametrize("text", OTHERS)
def test_what_others_find_slow_is_no_finding(text: str) -> None:
    assert not any(finding.adverse for finding in read(text, "News from Dudley").findings)


def test_a_slow_pace_needs_no_inspectors_beside_it() -> None:
    text = (
        "Dudley's children's services have had a monitoring visit from Ofsted.\n\nThe letter is"
        " out.\n\nStaff were told on Monday.\n\nThe pace has been too slow to keep children safe."
    )
    assert ("Dudley", "insufficient_progress") in reported(text, "Dudley letter is out")
