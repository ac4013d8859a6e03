"""Pages over several councils: whom each outcome is for, and who has the contrary of it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled, reported

FAILED, WAITING = "insufficient_progress", "priority_action"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ofsted found sufficient progress in Kent and Medway, but not in Essex or Torbay.",
            {("Kent", "progress"), ("Medway", "progress"), ("Essex", FAILED), ("Torbay", FAILED)},
        ),
        (
            "Focused visits found areas for priority action in Kent but not in Essex, Ofsted says.",
            {("Kent", WAITING), ("Essex", "no_priority_action")},
        ),
        (
            "Ofsted rated services good in Kent, but not in Essex.",
            {("Kent", "good")},
        ),
    ],
)
def test_others_are_told_of_the_contrary(text: str, found: set[tuple[str, str]]) -> None:
    assert reported(text, "SEND revisits: a mixed picture", "2019-02-01") == found


@pytest.mark.parametrize(
    "rest", ["Essex was judged inconsistent.", "Essex has none.", "Essex's report is due in May."]
)
def test_a_headline_that_names_nobody_is_not_about_the_odd_one_out(rest: str) -> None:
    text = f"Systemic failings in SEND were found in Kent, Medway and Torbay. {rest}"
    found = reported(text, "Systemic failings found in three areas, Ofsted says", "2023-12-01")
    assert {name for name, outcome in found if outcome == "send_systemic_failings"} == {
        "Kent",
        "Medway",
        "Torbay",
    }


def test_a_clause_on_each_name_parts_no_list() -> None:
    text = (
        "Three areas have been told by Ofsted to produce a written statement of action: Kent, where"
        " waits are too long; Medway, where plans are poor; and Torbay."
    )
    found = reported(text, "Three more areas told to improve SEND", "2018-02-01")
    assert {name for name, _ in found} == {"Kent", "Medway", "Torbay"}


def test_grades_that_several_went_from_and_to_define_none() -> None:
    text = (
        "Ofsted downgraded three authorities. Bolton went from good to requires improvement, Kent"
        " from outstanding to good, Essex from requires improvement to inadequate."
    )
    fallen = [f for f in findings(text, "Downgrades", "2019-06-01") if f.direction.value == "worse"]
    assert {(f.council.name, f.outcome.value) for f in fallen if f.role.value == "news"} == {
        ("Bolton", "requires_improvement"),
        ("Kent", "good"),
        ("Essex", "inadequate"),
    }


@pytest.mark.parametrize(
    "head",
    [
        "Ofsted has judged the following local authorities inadequate in the past month.",
        "The following were judged inadequate by Ofsted in May.",
    ],
)
def test_those_who_follow_may_follow_a_full_stop(head: str) -> None:
    text = f"{head}\n\nKent County Council\nMedway Council\nTorbay Council"
    found = reported(text, "Failing: the names", "2015-06-01")
    assert found == {(name, "inadequate") for name in ("Kent", "Medway", "Torbay")}


@pytest.mark.parametrize(
    "text",
    [
        "Slough and Kent have seen services moved to trusts after Ofsted rated them inadequate.",
        "Slough and Kent had services taken over by trusts after Ofsted rated both inadequate.",
    ],
)
def test_why_trusts_took_over_is_known(text: str) -> None:
    assert not {one for one in reported(text, "Trusts: the story so far") if one[1] == "inadequate"}
    assert ("Slough", "inadequate") in recalled(text, "Trusts: the story so far")


@pytest.mark.parametrize(
    "text",
    [
        "A trust will take over services in Kent after Ofsted rated them inadequate on Monday.",
        "Services in Kent are to be run by a trust after Ofsted rated them inadequate today.",
    ],
)
def test_why_a_trust_will_is_news(text: str) -> None:
    assert ("Kent", "inadequate") in reported(text, "Kent's services inadequate", "2019-06-01")


@pytest.mark.parametrize("ordinal", ["second", "third", "another", "only"])
def test_which_devon_authority_it_is_names_no_devon(ordinal: str) -> None:
    one = "another" if ordinal == "another" else f"the {ordinal}"
    text = f"Torbay has become {one} Devon authority to be rated inadequate by Ofsted in a month."
    assert reported(text, "Council fails", "2016-01-20") == {("Torbay", "inadequate")}


@pytest.mark.parametrize("such", ["including", "such as", "among them", "like"])
@pytest.mark.parametrize("low", ["inadequate", "inadequate or requires improvement"])
def test_examples_of_those_rated_so_have_no_news(such: str, low: str) -> None:
    text = f"Ministers give £12m to councils rated {low} by Ofsted, {such} Kent and Essex."
    assert not reported(text, "Funding for troubled councils", "2019-09-20")


def test_new_ones_among_those_rated_so_have() -> None:
    text = "Ofsted has now found five councils inadequate, including Kent and Essex."
    found = reported(text, "Five councils fail", "2019-09-20")
    assert {("Kent", "inadequate"), ("Essex", "inadequate")} <= found


def test_grades_in_brackets_beside_something_else_are_known() -> None:
    text = (
        "Social workers in Kent (inadequate), Essex (good) and Devon (requires improvement) were"
        " asked about caseloads. The grades are those of their last Ofsted inspections."
    )
    assert not [f for f in findings(text, "Survey of social workers", "2019-09-20") if f.adverse]


@pytest.mark.parametrize("one", ["written statements of action", "a statement of action"])
def test_statements_that_several_have_lie_there(one: str) -> None:
    text = f"Kent, Essex and Devon have {one} on SEND. Ofsted will revisit them in 2020."
    assert not reported(text, "SEND: where things stand", "2019-09-20")


@pytest.mark.parametrize("so", ["as has Suffolk", "as have Suffolk", "and so did Suffolk"])
def test_who_did_so_too_fell_as_well(so: str) -> None:
    text = f"Essex slipped from good to requires improvement, {so}, Ofsted reports show."
    fallen = [f for f in findings(text, "Fortunes differ", "2019-06-01") if f.adverse]
    assert {f.council.name for f in fallen} == {"Essex", "Suffolk"}


@pytest.mark.parametrize("of", ["two of which", "one of which", "most of which", "some of whom"])
def test_some_of_which_are_rated_so_are_nobody_named(of: str) -> None:
    text = f"Vacancies were highest at Kent, Essex and Devon, {of} Ofsted rates inadequate."
    assert not [f for f in findings(text, "Staffing figures", "2021-09-10") if f.adverse]


@pytest.mark.parametrize("of", ["both of which", "each of which"])
def test_all_of_which_are(of: str) -> None:
    text = f"Ofsted has published reports on Kent and Essex, {of} were rated inadequate."
    found = reported(text, "Two reports on councils", "2021-09-10")
    assert {("Kent", "inadequate"), ("Essex", "inadequate")} <= found


@pytest.mark.parametrize("began", ["the work began", "their partnership started"])
def test_what_somebody_was_when_help_began_is_known(began: str) -> None:
    text = f"Essex has helped Kent and Leeds, each in Ofsted's lowest category when {began}."
    assert not reported(text, "Peer support", "2021-09-10")


def test_now_in_front_makes_no_surname() -> None:
    text = "First it was Kent. Now Essex has been rated inadequate by Ofsted as well."
    assert reported(text, "Kent, then Essex", "2015-05-10") == {("Essex", "inadequate")}


def test_a_season_behind_who_judged_is_one_of_the_past() -> None:
    text = "Kent's services were rated inadequate by Ofsted in the spring. Its schools do well."
    assert not reported(text, "Rivals compared", "2021-09-10")
