"""Revisits that find all mended, told without the name of what was inspected."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reported

ASKED = "In 2017 Ofsted and the CQC had found weaknesses that took a written statement of action."


@pytest.mark.parametrize(
    "text",
    [
        "Leeds has now made sufficient progress in all of the areas that worried inspectors.",
        "Sufficient progress has been made in Leeds, a new letter from inspectors says.",
        "Services in Leeds for children with special needs made sufficient progress in all areas.",
        "Leeds's help for pupils with additional needs has made sufficient progress in all areas.",
    ],
)
def test_what_is_mended_at_last_is_better(text: str) -> None:
    (one,) = findings(f"{text}\n\n{ASKED}", "Leeds: a second look", published="2021-09-17")
    assert (one.kind.value, one.outcome.value, one.direction.value) == (
        "area_send",
        "progress",
        "better",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Leeds needs to make sufficient progress in all of the areas.",
        "Leeds must make sufficient progress in all of the areas, inspectors say.",
    ],
)
def test_what_needs_to_be_mended_is_not(text: str) -> None:
    told = findings(f"{text}\n\n{ASKED}", "Leeds: a second look", published="2021-09-17")
    assert not [one for one in told if one.direction.value == "better"]


def test_who_speaks_first_is_not_sent_in() -> None:
    text = (
        "Ofsted and the CQC have today released the outcome of a revisit on SEND. The city was"
        " first told in 2018 of 13 areas of significant weakness. In 12 of those, inspectors now"
        " say, insufficient progress has been made."
    )
    told = reported(text, "Children's commissioner: 'It can't go on like this in Leeds'")
    assert told == {("Leeds", "insufficient_progress")}


def test_who_is_sent_in_is() -> None:
    text = "Leeds City Council, rated inadequate by Ofsted last year, gets a commissioner."
    assert ("Leeds", "commissioner") in reported(text, "Commissioner sent in to Leeds")


def test_a_grade_that_was_lost_speaks_for_the_lower_one() -> None:
    text = (
        "Inspectors have stripped Leeds City Council of its good rating.\n\n"
        "Every one of the judgements in the Ofsted report is requires improvement to be good."
    )
    (one,) = findings(text, "Children's services in Leeds")
    assert one.direction.value == "worse"
    assert len(one.evidence) == len("ab")
