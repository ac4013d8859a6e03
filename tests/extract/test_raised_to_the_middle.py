"""Area SEND: out of the lowest outcome, and from one of the three to another."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled

MIDDLE, LAST = "send_inconsistent", "send_systemic_failings"


def told(text: str) -> set[tuple[str, str]]:
    """Give outcome and direction of what is reported."""
    found = findings(text, "SEND in Kent", "2026-07-03")
    return {(one.outcome.value, one.direction.value) for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has lifted Kent's SEND partnership out of the bottom category into the middle one.",
        "Kent's SEND partnership is no longer in the bottom band. It was put in the middle band.",
        "Inspectors took Kent's SEND services out of the lowest tier. Outcomes are inconsistent.",
        "Ofsted has moved Kent from the bottom to the middle category for SEND.",
        "Ofsted has moved Kent's SEND services up from the lowest tier to the middle one.",
        "Ofsted says Kent's SEND help has gone from systemic failings to inconsistent experiences.",
    ],
)
def test_what_is_lifted_out_of_the_lowest_outcome_is_better(text: str) -> None:
    assert told(text) == {(MIDDLE, "better")}


def test_the_lowest_outcome_that_was_left_is_an_old_one() -> None:
    text = "Ofsted has lifted Kent's SEND partnership out of the bottom category."
    assert ("Kent", LAST) in recalled(text, "SEND in Kent", "2026-07-03")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Ofsted has put Kent's SEND partnership in the bottom category.", "unknown"),
        ("Ofsted has not lifted Kent's SEND partnership out of the bottom category.", "unknown"),
        ("Ofsted says Kent's SEND services went from the middle tier to the lowest.", "worse"),
    ],
)
def test_the_lowest_outcome_that_was_not_left_stands(text: str, way: str) -> None:
    assert told(text) == {(LAST, way)}
