"""Change that is too slow or bore no fruit yet, and what every council owes after a report."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported, told

TITLE = "Ofsted monitoring visit to Kent"
SLOW = ("Kent", "insufficient_progress")


@pytest.mark.parametrize("published", ["2024-02-20", None])
@pytest.mark.parametrize(
    "text",
    [
        "Inspectors saw improvements, yet the pace of change wasn't swift enough.",
        "Inspectors noted that the pace of change was not fast enough.",
        "Inspectors said the pace of improvement isn't quick enough.",
        "Inspectors said the pace of change had not been rapid enough.",
        "The pace of change is not yet brisk enough, inspectors found.",
        "Progress hasn't been quick enough for children in care, inspectors said.",
    ],
)
def test_a_pace_that_is_not_fast_enough_is_too_slow(text: str, published: str | None) -> None:
    assert SLOW in reported(text, TITLE, published)


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors said the pace of change was fast enough.",
        "The broadband in Kent isn't fast enough, inspectors said.",
        "Inspectors praised the brisk pace of change.",
        "Inspectors said the swift response to children was good.",
        "It was not swift, but inspectors said that the pace of change has picked up.",
    ],
)
def test_other_speeds_are_not(text: str) -> None:
    assert SLOW not in reported(text, TITLE, "2024-02-20")


@pytest.mark.parametrize("published", ["2024-02-20", None])
@pytest.mark.parametrize(
    "text",
    [
        "Inspectors said that funding had not yet resulted in significant improvement.",
        "Inspectors said that investment has yet to lead to better outcomes for children.",
        "New managers have not yet brought about real change, inspectors found.",
        "The plan has yet to translate into sustained improvement, the letter from Ofsted says.",
        "Inspectors noted that this had not led to better outcomes for children.",
    ],
)
def test_what_bore_no_fruit_yet_is_no_progress(text: str, published: str | None) -> None:
    told = {outcome for _, outcome in reported(text, TITLE, published)}
    assert not told & {"progress", "positive"}


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors said that funding had resulted in significant improvement.",
        "Inspectors said that investment has led to sustained improvement for children.",
    ],
)
def test_what_bore_fruit_is(text: str) -> None:
    assert ("Kent", "progress") in reported(text, TITLE, "2024-02-20")


@pytest.mark.parametrize("published", ["2019-05-01", None])
@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has published a damming report on Kent's children's services.",
        "Inspectors have written a damming letter on Kent's services for children.",
        "A damming Ofsted verdict on Kent's children's services came out today.",
    ],
)
def test_damming_is_damning_misspelt(text: str, published: str | None) -> None:
    assert ("Kent", "weaknesses") in reported(text, "Kent council", published)


STATEMENT = ("Kent", "written_statement_of_action")


@pytest.mark.parametrize("published", ["2015-02-10", None])
@pytest.mark.parametrize(
    "text",
    [
        (
            "Kent must prepare and publish a written statement of the action it intends to take in"
            " response to the report within 70 working days."
        ),
        (
            "Kent was required to publish a written statement of the action it intended to take"
            " in response to this report."
        ),
        (
            "The director is required to publish a written statement of proposed action in response"
            " to the findings of the report."
        ),
    ],
)
def test_what_every_council_owes_after_a_report_is_no_verdict(
    text: str, published: str | None
) -> None:
    page = f"Ofsted judged Kent's children's services to be good.\n\n{text}"
    assert STATEMENT not in reported(page, "Ofsted inspection of Kent", published)


@pytest.mark.parametrize(
    "text",
    [
        "Kent must produce a written statement of action in response to what it was told of SEND.",
        (
            "Ofsted and the CQC told Kent to write a written statement of action to take up their"
            " findings."
        ),
        "Kent must produce a written statement of action.",
    ],
)
def test_what_is_asked_of_a_local_area_is(text: str) -> None:
    assert STATEMENT in reported(text, "Inspection of Kent", "2019-02-10")


@pytest.mark.parametrize("published", ["2018-12-18", None])
@pytest.mark.parametrize(
    "text",
    [
        "Kent must write a written statement of action in response to the letter.",
        "A written statement of action was written, responding to what inspectors had found.",
        "A written statement of action had been produced in response to the inspection.",
    ],
)
def test_nor_is_what_partners_owe_after_a_joint_targeted_inspection(
    text: str, published: str | None
) -> None:
    page = f"Members heard what the joint targeted area inspection of Kent had found.\n\n{text}"
    news, old = told(page, "Joint targeted area inspection of Kent", published)
    assert STATEMENT not in news | old
