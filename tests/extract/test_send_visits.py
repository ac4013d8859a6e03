"""What SEND inspectors found: failings by other names, statements drawn up, visits told of."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, recalled, reported


@pytest.mark.parametrize("word", ["systemic", "systematic", "'systematic'"])
def test_systematic_failings_are_systemic(word: str) -> None:
    text = f"Ofsted found 'widespread' and {word} failings in Kent's SEND services."
    found = read(text, "Kent SEND", "2024-11-01").findings
    assert {finding.outcome.value for finding in found} == {"send_systemic_failings"}


def test_a_statement_that_was_drawn_up_came_before_the_revisit() -> None:
    text = (
        "Kent and its partners drew up a written statement of action. Inspectors of SEND found"
        " sufficient progress in two of the four areas of weakness."
    )
    assert ("Kent", "written_statement_of_action") in recalled(text, "Ofsted returns to Kent")


@pytest.mark.parametrize(
    "opening",
    [
        "When Ofsted and the CQC came back in September",
        "When Ofsted and the CQC revisited the area",
        "When inspectors from Ofsted returned",
    ],
)
def test_what_inspectors_found_when_they_came_is_no_rule_and_no_old_tale(opening: str) -> None:
    text = f"{opening}, they found that Kent had not made sufficient progress on SEND weaknesses."
    found = reported(text, "SEND in Kent", "2022-11-10")
    assert found == {("Kent", "insufficient_progress")}


def test_what_inspectors_do_when_they_come_is_a_rule() -> None:
    text = "When Ofsted inspectors find serious weaknesses, Kent heard, they call for a plan."
    assert reported(text, "SEND in Kent", "2022-11-10") == set()


def test_a_statement_that_others_write_too_tells_what_the_visit_was() -> None:
    text = (
        "Failings in services for people with learning disabilities have led inspectors to demand"
        " action.\n\nIn Sefton they found significant areas of weakness.\n\nThe borough lies on the"
        " coast.\n\nAn action plan is being demanded of Sefton Council after a joint inspection by"
        " the Care Quality Commission (CQC) and Ofsted.\n\nFamilies wait for speech therapy.\n\nThe"
        " report tells of long waits.\n\nCouncillors said that they knew.\n\nA written statement of"
        " action has been demanded in only two other places."
    )
    assert ("Sefton", "written_statement_of_action") in reported(text, "Action demanded in Sefton")
