"""Grades dealt out to councils that were named before, and grades that came after older ones."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings


def adverse(text: str, title: str, published: str | None = "2021-12-16") -> set[str]:
    return {f.council.name for f in findings(text, title, published) if f.adverse}


@pytest.mark.parametrize(
    "told",
    [
        "Today's reports put them at good and inadequate.",
        "The reports are out today: they have been rated outstanding and inadequate.",
        "They were judged good and inadequate.",
    ],
)
def test_two_grades_go_to_the_two_councils_in_their_order(told: str) -> None:
    text = f"Ofsted inspected children's services in Sefton and Wirral in October. {told}"
    assert adverse(text, "One up, one down") == {"Wirral"}


def test_one_grade_goes_to_both() -> None:
    text = (
        "Ofsted inspected children's services in Sefton and Wirral in October. They were both"
        " judged inadequate."
    )
    assert adverse(text, "Both down") == {"Sefton", "Wirral"}


@pytest.mark.parametrize("verb", ["settled on", "plumped for", "arrived at"])
def test_a_verdict_is_settled_on(verb: str) -> None:
    text = f"Ofsted's inspectors {verb} good after three weeks in Wirral."
    found = findings(text, "Wirral: the verdict", "2021-12-16")
    assert {(f.council.name, f.outcome.value) for f in found} == {("Wirral", "good")}


def test_whoever_fails_in_every_category_is_inadequate() -> None:
    text = "Ofsted's report is out. Wirral's services for children are failing in every category."
    found = findings(text, "Wirral's services", "2021-12-16")
    assert {(f.council.name, f.outcome.value) for f in found} == {("Wirral", "inadequate")}


@pytest.mark.parametrize(
    "lead",
    [
        "The borough called outstanding by Ofsted three years ago has had it rated inadequate.",
        "A council that Ofsted found outstanding six years ago has had care rated inadequate.",
        "The borough that Ofsted called good in 2015 has been judged inadequate.",
    ],
)
def test_what_has_been_given_since_is_new(lead: str) -> None:
    assert adverse(lead, "Wirral's children's services") == {"Wirral"}


@pytest.mark.parametrize(
    "lead",
    [
        "Ofsted had judged Wirral inadequate three years ago.",
        "Wirral's services had been rated inadequate by Ofsted.",
    ],
)
def test_what_had_been_given_is_old(lead: str) -> None:
    assert not adverse(f"Wirral has a new director of children's services. {lead}", "A new start")


@pytest.mark.parametrize("since", ["just weeks", "five weeks", "a fortnight", "days"])
def test_a_government_that_acts_within_weeks_has_the_verdict_for_its_story(since: str) -> None:
    text = (
        "A commissioner is to look into children's services at Wirral Council,"
        f" {since} after Ofsted rated them inadequate."
    )
    assert adverse(text, "Commissioner sent into Wirral") == {"Wirral"}


@pytest.mark.parametrize("since", ["five months", "18 weeks", "a year"])
def test_a_government_that_acts_later_does_not(since: str) -> None:
    text = (
        "A commissioner is to look into children's services at Wirral Council,"
        f" {since} after Ofsted rated them inadequate."
    )
    assert not adverse(text, "Commissioner sent into Wirral")


@pytest.mark.parametrize("part", ["part", "area"])
@pytest.mark.parametrize("judged", ["rated", "judged", "graded"])
def test_the_only_part_with_a_grade_is_not_the_whole(part: str, judged: str) -> None:
    text = (
        "Ofsted took Wirral's rating down to requires improvement in August.\n\nThis week the lead"
        f" member praised work for children already in care, the only {part} {judged} good by"
        " Ofsted, and spoke of change."
    )
    found = findings(text, "Wirral: plans after downgrade", "2021-12-16")
    assert {f.area.value for f in found if f.outcome == "good"} == {"other"}
