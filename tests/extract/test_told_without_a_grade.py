"""Full inspections that are told without a grade: what has sunk, what is not good enough."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

LEAD = "Kent County Council has published Ofsted's report on its services for children."
TITLE = "Ofsted report on Kent children's services"
BAD = {"weaknesses", "deterioration", "insufficient_progress"}


def told(said: str) -> set[str]:
    return {outcome for _, outcome in reported(f"{LEAD}\n\n{said}", TITLE, "2024-05-14")}


@pytest.mark.parametrize(
    "said",
    [
        "Inspectors found a service in crisis.",
        "They found that young people had been left in danger.",
        "The service has lost the trust of inspectors.",
        "Ofsted says that the council cannot keep children safe.",
        "Leaders had lost their grip, inspectors found.",
        "Things are worse than they were at the last inspection.",
        "The quality of practice has dropped sharply.",
        "Help for families is weaker now than in 2019.",
        "Ofsted says it is no longer the service it was.",
        "What was a strong service is now a weak one, inspectors say.",
        "The good work of previous years has been undone.",
        "The report lists failings at every level.",
        "Ofsted found failures in nearly every part of the department.",
        "Children are being failed, says Ofsted.",
        "The council has let down vulnerable children, inspectors say.",
        "Inspectors asked for 27 cases to be looked at again.",
        "Services are no longer good enough, inspectors say.",
        "Support for care leavers is not good enough, says Ofsted.",
        "Decline has set in, inspectors say.",
        "The direction of travel is down, inspectors say.",
    ],
)
def test_what_has_sunk_needs_no_grade(said: str) -> None:
    assert told(said) & BAD


@pytest.mark.parametrize(
    "said",
    [
        "Inspectors found a service in good heart.",
        "Ofsted says that the council does keep children safe.",
        "Leaders have a firm grip on practice, inspectors found.",
        "Help for families is better now than in 2019.",
        "The pay of drivers is not good enough, a union says.",
        "The report lists strengths at every level.",
        "What was a weak service is now a strong one, inspectors say.",
        "The council's offer on pay is not good enough.",
        "Inspectors say that no children were left in danger.",
        "The price of homes has dropped sharply.",
    ],
)
def test_what_has_not_is_no_finding(said: str) -> None:
    assert not told(said) & BAD


def test_what_is_compared_keeps_its_year() -> None:
    assert "deterioration" in told("Inspectors say that practice is poorer than it was in 2019.")


@pytest.mark.parametrize(
    "said",
    [
        "Ofsted has told it that services need to get better before they can be called good.",
        "Services must improve before they are good, Ofsted says.",
        "The service needs to improve if it is to be rated good.",
        "Inspectors said that services have to improve to be judged good.",
    ],
)
def test_what_must_get_better_to_be_good_is_not(said: str) -> None:
    assert told(said) == {"requires_improvement"}


@pytest.mark.parametrize(
    "said",
    [
        "The service was outstanding in 2019. It is not any more: serious failings were found.",
        "Services have lost their outstanding rating. Inspectors found serious weaknesses.",
    ],
)
def test_weaknesses_tell_why_a_grade_was_lost(said: str) -> None:
    assert "deterioration" in told(said)


@pytest.mark.parametrize(
    "said",
    [
        "Inspectors were appalled by the department.",
        "Ofsted was deeply troubled by what its services had become.",
        "The Ofsted report makes for grim reading.",
        "It is a damning report.",
    ],
)
def test_what_appals_inspectors_is_a_verdict(said: str) -> None:
    assert "weaknesses" in told(said)


@pytest.mark.parametrize(
    "said",
    [
        "Parents were appalled by the cost of the inspection.",
        "Inspectors were pleased with the department.",
        "The accounts make for grim reading.",
    ],
)
def test_what_appals_others_is_none(said: str) -> None:
    assert "weaknesses" not in told(said)
