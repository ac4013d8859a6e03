"""The last day for something dates no verdict: `has until 9 September to respond`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

VERDICTS = [
    ("Ofsted has rated children's services in Kent inadequate", "inadequate"),
    (
        "Ofsted and the CQC have found systemic failings in SEND services in Kent",
        "send_systemic_failings",
    ),
    ("On a focused visit Ofsted found two areas for priority action at Kent", "priority_action"),
]


@pytest.mark.parametrize(("verdict", "outcome"), VERDICTS)
@pytest.mark.parametrize(
    "text",
    [
        "{} and given it until September to respond.",
        "{}, and it has until 9 September to respond.",
        "{}, and wants a plan by November.",
        "{}, which must respond by October.",
        "{}, with a plan due by October.",
        "{} and told it to submit a plan by 3 October.",
        "{}; a plan must be sent in by the end of September.",
        "{}. It has been given until the end of November to draw up a plan.",
    ],
)
def test_a_deadline_dates_no_verdict(text: str, verdict: str, outcome: str) -> None:
    news, recalled = told(text.format(verdict), "Kent children's services", "2025-06-17")
    assert ("Kent", outcome) in news
    assert ("Kent", outcome) not in recalled


@pytest.mark.parametrize(
    "text",
    [
        "By October 2022 children's services in Kent had been rated inadequate by Ofsted.",
        "Children's services in Kent were rated inadequate by Ofsted until May 2023.",
        "Ofsted rated children's services in Kent inadequate in October 2022.",
    ],
)
def test_the_day_up_to_which_something_was_so_is_its_own(text: str) -> None:
    news, recalled = told(f"{text} Kent hires a director.", "Kent hires", "2025-06-17")
    assert ("Kent", "inadequate") in recalled
    assert ("Kent", "inadequate") not in news
