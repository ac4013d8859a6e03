"""Area SEND: failings that are gone, the middle outcome in more words, and whose report is out."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

TITLE = "SEND in Kent"
LAST, MIDDLE = ("Kent", "send_systemic_failings"), ("Kent", "send_inconsistent")


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted said that the widespread failings it saw in Kent's SEND services have gone.",
        "The systemic failings in Kent's SEND services are no more, Ofsted said.",
        "Ofsted said that the systemic failings it found in SEND in Kent have all disappeared.",
    ],
)
def test_failings_that_are_gone_are_old(text: str) -> None:
    new, old = told(text, TITLE, "2025-03-20")
    assert LAST not in new
    assert LAST in old


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted found widespread failings in SEND in Kent that have gone unnoticed.",
        "Ofsted found systemic failings in SEND in Kent, which are no more than what was feared.",
        "Ofsted found systemic failings in SEND in Kent. Trust has gone.",
    ],
)
def test_failings_that_go_on_are_not(text: str) -> None:
    assert LAST in told(text, TITLE, "2025-03-20")[0]


@pytest.mark.parametrize(
    "text",
    [
        "It was the second-best of the three verdicts.",
        "The partnership got the middle mark.",
        "They said that the experiences and outcomes of children vary too much.",
        "Outcomes are now inconsistent.",
        "It was moved up into the middle group.",
    ],
)
def test_the_middle_outcome_has_many_words(text: str) -> None:
    lead = "Ofsted and the CQC have inspected SEND services in Kent."
    assert told(f"{lead} {text}", TITLE, "2025-03-20")[0] == {MIDDLE}


@pytest.mark.parametrize(
    ("text", "name"), [("is out as well", "Surrey"), ("is due out in the summer", "Kent")]
)
def test_another_councils_report_that_is_out_is_about_that_one(text: str, name: str) -> None:
    text = (
        f"Ofsted and the CQC have inspected SEND services in Kent.\n\nSurrey's report {text}."
        " Experiences are inconsistent."
    )
    assert told(text, TITLE, "2025-03-20")[0] == {(name, "send_inconsistent")}
