"""The three outcomes of an area SEND inspection, in other words than the inspectorate's."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

TITLE = "Special needs services in Wigan"
LEAD = "Ofsted and the CQC have inspected services for children with special needs in Wigan."
THREE = {"send_positive", "send_inconsistent", "send_systemic_failings"}


def outcomes(said: str, lead: str = LEAD) -> set[str]:
    """Give what is reported of Wigan."""
    return {outcome for _, outcome in reported(f"{TITLE}\n\n{lead}\n\n{said}", TITLE)}


@pytest.mark.parametrize(
    "said",
    [
        "The area was handed the middle rating of three possible outcomes.",
        "Wigan received the second of the three possible outcomes.",
        "Inspectors gave Wigan the middle outcome, one of three possible judgements.",
        "The arrangements do not yet lead to consistent outcomes for everybody, inspectors said.",
        "Inspectors named an inconsistency of experiences and outcomes for pupils with SEND.",
        "Experiences and outcomes for children are not consistent enough, inspectors found.",
        "Inspectors said that experiences and outcomes were not yet consistently good.",
        "Inspectors found variable experiences and outcomes for pupils with SEND.",
        "Inspectors found that experiences are inconsistent, as many of these plans are new.",
    ],
)
def test_the_middle_outcome_has_many_names(said: str) -> None:
    assert "send_inconsistent" in outcomes(said)


@pytest.mark.parametrize(
    "said",
    [
        "Arrangements in Wigan consistently lead to positive experiences, inspectors said.",
        "Inspectors may find that experiences are inconsistent.",
        "Leaders want experiences and outcomes to be consistent for every child, Ofsted was told.",
        "The quality of plans is inconsistent, inspectors said.",
    ],
)
def test_what_is_consistent_or_no_experience_is_not_the_middle_outcome(said: str) -> None:
    assert "send_inconsistent" not in outcomes(said)


@pytest.mark.parametrize(
    "said",
    [
        "Inspectors may end with “positive”, “inconsistent” or “widespread failings”.",
        "Inspectors can reach three conclusions: positive, inconsistent or systemic failings.",
        "The results are typically positive experiences, inconsistent ones, or systemic failings.",
        "An inspection ends in positive experiences, inconsistent outcomes or systemic failings.",
        "The inspection looks at how children are helped to achieve the best possible outcomes.",
        "We want the best possible outcomes for all children in Wigan, Ofsted was told.",
    ],
)
def test_what_outcomes_there_are_or_are_wished_for_is_no_outcome(said: str) -> None:
    assert THREE.isdisjoint(outcomes(said))


@pytest.mark.parametrize(
    "lead",
    [
        f"{LEAD} They found that experiences and outcomes are inconsistent.",
        f"{LEAD} Inspectors gave the middle of three outcomes.",
        f"{LEAD} They found typically positive experiences and outcomes.",
    ],
)
def test_a_plan_beside_one_of_the_three_is_no_statement_of_action(lead: str) -> None:
    said = "The partnership must now draw up an action plan, the inspectors said."
    assert "written_statement_of_action" not in outcomes(said, lead)
    assert "written_statement_of_action" in outcomes(f"There are significant weaknesses. {said}")


@pytest.mark.parametrize(
    "said",
    [
        "Areas where the partnership is performing well include the early years, inspectors said.",
        "The partners were found to be performing well in these ways, said the inspectors:",
        "Services performing well include speech therapy, the inspectors noted.",
    ],
)
def test_what_performs_well_in_places_has_no_grade(said: str) -> None:
    assert "good" not in outcomes(said)


@pytest.mark.parametrize(
    "said",
    [
        "Wigan performs well, says Ofsted's annual assessment of children's services.",
        "Children's services in Wigan were found to be performing well by Ofsted.",
        "Ofsted says Wigan Council's children's services perform well.",
    ],
)
def test_who_performs_well_had_a_grade(said: str) -> None:
    text = f"Ofsted has published its annual rating of children's services.\n\n{said}"
    assert ("Wigan", "good") in reported(text, "Ofsted rates councils")


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Inspectors rated Wigan's SEND services 'inconsistent'.", "send_inconsistent"),
        ("Inspectors graded its special needs services inconsistent.", "send_inconsistent"),
        ("Inspectors found the failings widespread and systemic.", "send_systemic_failings"),
        ("Failings here are both widespread and systemic, Ofsted said.", "send_systemic_failings"),
        ("Wigan was left needing a written statement of action.", "written_statement_of_action"),
    ],
)
def test_an_outcome_may_stand_behind_what_it_is_said_of(said: str, outcome: str) -> None:
    assert outcome in outcomes(said)


@pytest.mark.parametrize(
    "said",
    [
        "Inspectors rated the quality of SEND provision inconsistent.",
        "Inspectors found that buses to SEND schools are inconsistent.",
        "The change in Wigan has been widespread and systemic, inspectors said.",
        "The written statement of action is with those who need it.",
    ],
)
def test_what_is_said_of_something_else_is_no_outcome(said: str) -> None:
    assert (THREE | {"written_statement_of_action"}).isdisjoint(outcomes(said))
