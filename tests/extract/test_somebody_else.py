"""Firms, schools and places beside the councils that a page names."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings


def adverse(text: str, title: str, published: str = "2021-04-08") -> set[str]:
    return {f.council.name for f in findings(text, title, published) if f.adverse}


@pytest.mark.parametrize("firm", ["firm", "company", "business", "provider"])
def test_a_fostering_firm_is_no_council(firm: str) -> None:
    text = (
        "The firm has been given Ofsted's lowest rating. Its overall effectiveness fell from good"
        " to inadequate. Leaders were inadequate too.\n\nKnowsley Council, Halton and Sefton have"
        " children placed with it."
    )
    assert not adverse(text, f"Prescot fostering {firm} rated 'inadequate' by Ofsted")


@pytest.mark.parametrize("fall", ["drops two grades", "plunges to inadequate", "slumps"])
def test_a_primary_is_a_school(fall: str) -> None:
    text = (
        "Ofsted called in May after a complaint. Behaviour and leadership both got a four, the"
        " lowest mark there is.\n\nKnowsley Council has sent in advisers."
    )
    assert not adverse(text, f"Huyton primary {fall}")


def test_where_somebody_is_driven_to_is_no_subject() -> None:
    text = (
        "'Widespread and/or systemic failings' is what Ofsted and the CQC call it. It means the boy"
        " who was offered a taxi to Halton.\n\nKnowsley's partnership must write a priority action"
        " plan, inspectors say."
    )
    assert "Halton" not in adverse(text, "GUEST COLUMN: the SEND report", "2023-09-22")


@pytest.mark.parametrize(
    "like", ["much like the one on the other bank in", "just like those over the county line in"]
)
def test_what_is_like_anothers_wherever_it_is_told_is_not_its_own(like: str) -> None:
    text = (
        "Ofsted and the CQC have been to Halton, and some of the weaknesses in SEND are"
        f" significant. It has to write a statement of action, {like} Knowsley in 2018."
    )
    assert adverse(text, "Halton: inspectors want action on SEND", "2020-06-25") == {"Halton"}


def test_what_is_like_another_councils_is_not_that_councils() -> None:
    text = (
        "Ofsted and the CQC have been to Halton, and some of the weaknesses in SEND are"
        " significant. The upshot is an order to write a statement of action, much like that over"
        " the water in Knowsley in 2016."
    )
    assert adverse(text, "Halton: inspectors call for action on SEND", "2020-06-25") == {"Halton"}


@pytest.mark.parametrize(
    "same",
    ["So does Dorset, which had been adequate a year ago.", "So does Dorset, adequate last year."],
)
def test_whoever_shares_a_grade_may_have_had_another(same: str) -> None:
    text = f"In the latest Ofsted list, Medway and Torbay perform poorly. {same}"
    assert adverse(text, "Annual ratings", "2011-11-08") >= {"Medway", "Torbay"}
    assert [n for n in adverse(text, "Annual ratings", "2011-11-08") if n.startswith("Dorset")]


def test_what_is_asked_is_not_shared() -> None:
    text = "Ofsted has rated Medway inadequate. So is Kent, the county next door, worried?"
    assert adverse(text, "Medway rated inadequate") == {"Medway"}


def test_who_is_told_to_act_as_a_matter_of_priority_is_found_wanting() -> None:
    text = (
        "Four inspectorates have told council, police and health leaders in Halton to act as a"
        " matter of priority to keep the young safe from gangs. Officials of Ofsted came in May."
    )
    assert adverse(text, "Joint inspectors demand action", "2018-12-06") == {"Halton"}


def test_an_area_of_cafcass_is_no_council() -> None:
    text = (
        "In a report out today Ofsted criticises the family court body Cafcass over how it protects"
        " children in its Durham and Tees Valley area.\n\nDurham and Tees Valley was rated"
        " inadequate overall, mostly because safeguarding failed."
    )
    assert not adverse(text, "Ofsted critical of Cafcass safeguarding in Durham", "2009-03-20")


@pytest.mark.parametrize("with_it", ["Besides Dudley", "In addition to Dudley", "Besides Dudley,"])
def test_whoever_is_named_besides_others_shares_their_grade(with_it: str) -> None:
    text = (
        "Ofsted's annual ratings of children's services are out.\n\n"
        f"{with_it} in the Black Country, those rated as poor are Leeds and Essex."
    )
    found = adverse(text, "Ofsted rates three children's services as 'poor'", "2009-12-09")
    assert found == {"Dudley", "Leeds", "Essex"}


def test_a_name_that_is_nearly_right_is_understood() -> None:
    text = (
        "Across Blackburn and Darwen, inspectors of Ofsted say, children's services are inadequate."
    )
    assert adverse(text, "Services inadequate") == {"Blackburn with Darwen"}


def test_a_neighbour_on_a_list_is_who_is_meant() -> None:
    text = (
        "Children's services in three areas are performing poorly, Ofsted said in its annual"
        " ratings.\n\nThe three are Essex, Sandwell and Dudley's neighbour Walsall."
    )
    assert adverse(text, "Three councils named", "2010-12-09") == {"Essex", "Sandwell", "Walsall"}
