"""Verdicts that go on behind what was put in: a relative clause, `on the other hand`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reasons, recalled, reported

TITLE = "Leeds holds its rating but slips on one count"
LEAD = "The city's services are good, Ofsted has said."


def areas(text: str, published: str | None = None) -> set[tuple[str, str]]:
    """Give for what which grades are reported."""
    found = findings(f"{LEAD} {text}", TITLE, published)
    return {(one.area.value, one.outcome.value) for one in found}


@pytest.mark.parametrize(
    ("judged", "area"),
    [
        ("The experiences of children who need help and protection", "help_and_protection"),
        ("Support for care leavers", "care_leavers"),
        ("Help for children in care", "children_in_care"),
        ("Leadership", "leaders"),
    ],
)
@pytest.mark.parametrize(
    "aside",
    [
        "which was outstanding in 2018",
        "which were outstanding in 2018 and good at the most recent inspection in 2021",
        "which inspectors called outstanding in 2018 and good in 2021",
    ],
)
@pytest.mark.parametrize(
    "verdict", ["now requires improvement", "are now judged to require improvement"]
)
@pytest.mark.parametrize("published", ["2023-09-11", None])
def test_a_judgement_is_taken_up_behind_what_it_was(
    judged: str, area: str, aside: str, verdict: str, published: str | None
) -> None:
    got = areas(f"{judged}, {aside}, {verdict}.", published)
    assert got == {("overall", "good"), (area, "requires_improvement")}


@pytest.mark.parametrize(
    "aside",
    [
        "which was told in 2009 that it needed to take priority action at its front door",
        "where caseloads are high",
        "whose leader resigned in 2010",
    ],
)
def test_a_council_is_good_behind_what_is_said_of_it(aside: str) -> None:
    text = f"Ofsted today issued three reports. Medway, {aside}, is good. Luton is adequate."
    told = reported(text, "Reports on three councils", published="2012-11-01")
    assert ("Medway", "good") in told


@pytest.mark.parametrize(
    "insertion", ["on the other hand", "by contrast", "however", "inspectors say", "they found"]
)
def test_a_predicate_may_stand_behind_an_insertion(insertion: str) -> None:
    text = f"Services were judged inadequate. Support for care leavers is, {insertion}, good."
    found = findings(text, "Ofsted on Leeds")
    assert ("care_leavers", "good") in {(f.area.value, f.outcome.value) for f in found}


def test_them_are_those_of_whom_a_sentence_speaks() -> None:
    text = "Services were inadequate. Care leavers fare better: services for them are judged good."
    found = findings(text, "Ofsted on Leeds")
    assert ("care_leavers", "good") in {(f.area.value, f.outcome.value) for f in found}


@pytest.mark.parametrize(
    ("text", "area", "grade"),
    [
        ("its care leavers receive outstanding support", "care_leavers", "outstanding"),
        ("its children in care get outstanding care", "children_in_care", "outstanding"),
        ("its care for those whom it looks after is good", "children_in_care", "good"),
    ],
)
def test_what_those_in_care_get_is_a_judgement(text: str, area: str, grade: str) -> None:
    found = findings(f"Ofsted says that services in Leeds are good and that {text}.", "Leeds")
    assert (area, grade) in {(f.area.value, f.outcome.value) for f in found}


def test_outstanding_support_for_some_is_no_grade() -> None:
    text = "Ofsted rated Leeds good. Some children receive outstanding support from volunteers."
    assert reported(text, "Ofsted in Leeds") == {("Leeds", "good")}


@pytest.mark.parametrize("to", ["to be good", "to become good", "in order to be good"])
def test_who_is_required_to_improve_to_be_good_is_not_good(to: str) -> None:
    told = reported(f"Ofsted says Leeds children's services are required to improve {to}.", "Leeds")
    assert told == {("Leeds", "requires_improvement")}


def test_a_grade_that_is_an_instance_is_nobodys() -> None:
    text = "Ofsted inspects. A judgement such as 'inadequate' is expert, say judges in Leeds."
    assert reported(text, "Law briefing") | recalled(text, "Law briefing") == set()


@pytest.mark.parametrize("place", ["The most recent overall judgement", "Its most recent rating"])
def test_beside_a_visit_the_most_recent_grade_is_old(place: str) -> None:
    text = (
        "Inspectors made a focused visit to Leeds. They found serious weaknesses in the response"
        f" to exploitation. {place} was requires improvement to be good."
    )
    title = "Leeds: inspectors worried"
    assert reported(text, title) == {("Leeds", "weaknesses")}
    assert recalled(text, title) == {("Leeds", "requires_improvement")}


def test_what_reviewers_find_is_no_verdict() -> None:
    text = (
        "A team from four councils has been to Leeds. In a letter it says that families'"
        " experiences are still inconsistent and that children were left at risk."
    )
    title = "Leeds: peer review praises 'green shoots' ahead of SEND inspection"
    assert reported(text, title) == set()
    assert "opinion" in reasons(text, title)


def test_what_inspectors_find_beside_a_review_is() -> None:
    text = "Ofsted inspectors found serious failings in Leeds in a report published today."
    assert reported(text, "Leeds to have a peer review") == {("Leeds", "weaknesses")}
