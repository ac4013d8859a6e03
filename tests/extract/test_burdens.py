"""What falls: services, or only what weighs on them; and what merely falls short."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

TITLE = "Ofsted pays a focused visit to Leeds"
LEAD = "Inspectors made a focused visit to Leeds in May."


@pytest.mark.parametrize(
    "text",
    [
        "They found that leaders know their services well, that caseloads have fallen.",
        "In the council's services vacancies have fallen by half.",
        "In early help services agency numbers have dropped sharply.",
        "For children in care services waiting times have fallen.",
        "They saw services where sickness and turnover have fallen.",
    ],
)
def test_a_burden_that_falls_is_no_decline(text: str) -> None:
    assert not [f for f in findings(f"{LEAD} {text}", TITLE) if f.adverse]


@pytest.mark.parametrize(
    "text",
    [
        "They found that services for children in need have fallen well below what was seen.",
        "They found that children's services have declined.",
        "They found that standards in the service have fallen.",
        "They found that the service with the largest caseloads has declined.",
    ],
)
def test_a_service_that_falls_is(text: str) -> None:
    assert [f for f in findings(f"{LEAD} {text}", TITLE) if f.adverse]


@pytest.mark.parametrize("short", ["told it is falling short", "falls well short", "fell short"])
def test_to_fall_short_is_no_fall_of_a_grade(short: str) -> None:
    text = "Ofsted has rated Leeds children's services good overall."
    (one,) = findings(text, f"Leeds: help for care leavers {short}")
    assert one.direction.value != "worse"


@pytest.mark.parametrize(
    "what",
    [
        "performance in calling early conferences",
        "performance on health assessments",
        "performance against its own targets",
        "performance at answering calls",
    ],
)
def test_performance_in_one_task_is_no_service(what: str) -> None:
    text = f"{LEAD} They were concerned that {what} had declined."
    assert not [f for f in findings(text, TITLE) if f.adverse]


@pytest.mark.parametrize(
    "what", ["performance in safeguarding", "performance", "performance in children's services"]
)
def test_performance_at_large_is(what: str) -> None:
    text = f"{LEAD} They were concerned that {what} had declined."
    assert [f for f in findings(text, TITLE) if f.adverse]
