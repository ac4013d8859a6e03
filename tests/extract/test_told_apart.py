"""Grades given by pointing: `the latter`, `so is X`, `respectively`; and mere comparisons."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, read, told
from watcher.model.vocabulary import Role

WHEN = "2024-05-01"
BOTH = "Ofsted has published reports on children's services in Luton and Bedford. "


@pytest.mark.parametrize(
    "told",
    [
        "The former was rated good; the latter was judged inadequate.",
        "The first was judged good, the second inadequate.",
        "While the latter was rated inadequate, the former has been graded good.",
        "The one was rated good and the other was rated inadequate.",
        "The latter, on the other side of a road, was rated inadequate; the former was rated good.",
    ],
)
def test_the_former_and_the_latter_are_told_apart(told: str) -> None:
    found = news(BOTH + told, "Ofsted reports on Luton and Bedford", WHEN)
    assert found == {("Luton", "good"), ("Bedford", "inadequate")}


@pytest.mark.parametrize(
    "told",
    [
        "The former director of Luton said children's services in Bedford were rated inadequate.",
        "For the first time children's services in Bedford were rated inadequate.",
        "On the other hand, services in Bedford were rated inadequate.",
        "Bedford became the second council of the year to be rated inadequate.",
    ],
)
def test_what_only_looks_like_pointing_is_left_alone(told: str) -> None:
    found = news("Ofsted spoke of two councils, Luton and Bedford. " + told, "Ofsted", WHEN)
    assert ("Luton", "inadequate") not in found


@pytest.mark.parametrize(
    "told",
    [
        "Children's services in Oldham are inadequate, Ofsted says. So are those in Rochdale.",
        "Ofsted has rated services in Oldham inadequate. So is the service in nearby Rochdale.",
        "Ofsted says Oldham's children's services are inadequate, as are Rochdale's.",
        "Oldham's children's services were rated inadequate by Ofsted. Rochdale likewise.",
        "Oldham's children's services were rated inadequate by Ofsted. Rochdale got the same mark.",
    ],
)
def test_so_is_another(told: str) -> None:
    found = news(told, "Services for children in two towns inadequate", WHEN)
    assert found == {("Oldham", "inadequate"), ("Rochdale", "inadequate")}


@pytest.mark.parametrize(
    "told",
    [
        "Ofsted rated Oldham's children's services inadequate. So does Rochdale have to worry?",
        "Ofsted rated Oldham's children's services inadequate, as Rochdale Council noted.",
        "Ofsted rated Oldham's services inadequate. Some reports are due, as is Rochdale's.",
    ],
)
def test_what_points_at_no_grade_shares_none(told: str) -> None:
    assert ("Rochdale", "inadequate") not in news(told, "Oldham's services inadequate", WHEN)


def test_a_judgement_shares_the_grade_of_another() -> None:
    text = (
        "Ofsted rated Barnsley's children's services requires improvement overall. Help and"
        " protection was judged inadequate. So was the impact of leaders."
    )
    found = {
        (f.area.value, f.outcome.value)
        for f in read(text, "Ofsted's verdict on Barnsley", WHEN).findings
        if f.role is Role.NEWS
    }
    assert {("help_and_protection", "inadequate"), ("leaders", "inadequate")} <= found


@pytest.mark.parametrize(
    "told",
    [
        "Reports on Bolton and Wigan rated their services, in that order, inadequate and good.",
        "Bolton and Wigan were rated inadequate and good respectively by Ofsted.",
        "Respectively, Bolton and Wigan were judged inadequate and good.",
        "Services in Bolton, and in Wigan too, were rated inadequate and good respectively.",
    ],
)
def test_grades_are_dealt_out(told: str) -> None:
    found = news("Ofsted has been to see children's services. " + told, "Ofsted reports", WHEN)
    assert found == {("Bolton", "inadequate"), ("Wigan", "good")}


@pytest.mark.parametrize(
    "told",
    [
        "Bradford's department is inadequate.",
        "Services in Bradford are inadequate.",
        "The council in Bradford is inadequate.",
    ],
)
def test_a_council_that_only_is_so_is_no_news_of_a_page_on_another(told: str) -> None:
    text = (
        "Calderdale's children's services were rated good by Ofsted on Tuesday.\n\n"
        "Inspectors praised its social workers.\n\nOthers in the county fare worse. " + told
    )
    assert news(text, "Clean bill of health", WHEN) == {("Calderdale", "good")}


@pytest.mark.parametrize(
    "told",
    [
        "Bury was rated good by Ofsted for its children's services.",
        "Ofsted rated children's services in Bury good.",
        "Bury, which was inspected by Ofsted in May, was judged good for its children's services.",
        "Ofsted inspected Bury in May and rated its children's services good.",
    ],
)
def test_an_ambiguous_name_is_known_by_what_is_said_of_it(told: str) -> None:
    assert ("Bury", "good") in news(told, "Inspectors' verdict", WHEN)


def test_a_provider_of_several_councils_settles_their_ambiguous_names() -> None:
    text = (
        "Achieving for Children runs children's services in both boroughs. Ofsted said those in"
        " Kingston were inadequate."
    )
    assert news(text, "Ofsted's verdict", WHEN) == {("Kingston upon Thames", "inadequate")}


@pytest.mark.parametrize(
    "told",
    [
        "The council was rated inadequate by Ofsted, and Devon has sent staff to help.",
        "The authority was rated inadequate by Ofsted; Devon and Somerset were told of it.",
        "Ofsted said the city was inadequate, two years after it had taken advice from Devon.",
    ],
)
def test_the_council_is_not_who_is_named_behind_it(told: str) -> None:
    text = f"Inspectors have been to Plymouth's children's services. {told}"
    assert news(text, "Plymouth's services for children", WHEN) == {("Plymouth", "inadequate")}


@pytest.mark.parametrize("mark", [": ", " - ", " – "])
def test_the_lines_of_a_round_up_open_with_their_council(mark: str) -> None:
    lines = [
        f"Bexley{mark}outstanding, from good. Visited by Ofsted in April.",
        f"Croydon{mark}requires improvement (previously inadequate).",
        f"Lambeth{mark}inadequate, down from good. Ofsted was there for a fortnight.",
        f"Merton{mark}good.",
    ]
    found = news("\n\n".join(lines), "This month's children's services inspections", WHEN)
    assert {("Bexley", "outstanding"), ("Lambeth", "inadequate")} <= found
    assert ("Croydon", "inadequate") not in found


def test_what_inadequate_authorities_get_is_told_of_nobody() -> None:
    text = (
        "Authorities judged good by Ofsted this year: Leeds; North Yorkshire; Trafford.\n\n"
        "Inadequate authorities receive a programme of support visits."
    )
    findings = read(text, "Children's services: the annual report", WHEN).findings
    assert not [f for f in findings if f.outcome.value == "inadequate"]


@pytest.mark.parametrize("verb", ["joins", "has joined"])
def test_who_joins_others_in_a_grade_is_the_one_who_got_it(verb: str) -> None:
    text = f"Kent {verb} Medway and Surrey in being rated inadequate by Ofsted."
    assert told(text, "Kent falls", "2021-06-15")[0] == {("Kent", "inadequate")}


def test_a_neighbours_grade_in_a_clause_of_its_own_is_the_neighbours() -> None:
    text = "While neighbouring Medway was rated inadequate by Ofsted, Essex remains outstanding."
    fresh, old = told(text, "Essex praised", "2021-06-15")
    assert ("Essex", "inadequate") not in fresh | old
    assert ("Medway", "inadequate") in fresh | old


@pytest.mark.parametrize(
    "text",
    [
        "Like Surrey, Essex has been rated inadequate by Ofsted.",
        "Essex, like Surrey before it, has been rated inadequate by Ofsted.",
        "Essex follows Surrey in being judged inadequate by Ofsted.",
        "Ofsted has rated Essex inadequate. Surrey, close by, is already rated inadequate.",
    ],
)
def test_a_neighbour_that_had_it_before_gets_no_news(text: str) -> None:
    assert told(text, "Essex falls", "2021-06-15")[0] == {("Essex", "inadequate")}


def test_as_a_neighbour_was_dates_the_neighbours() -> None:
    text = "Essex has been rated inadequate by Ofsted, as Surrey was last year."
    assert told(text, "Essex falls")[0] == {("Essex", "inadequate")}


def test_what_the_page_is_about_is_no_mere_neighbour() -> None:
    text = "While Essex is outstanding, neighbouring Medway was rated inadequate by Ofsted."
    assert ("Medway", "inadequate") in told(text, "Medway fails", "2021-06-15")[0]


def test_councils_like_one_include_it() -> None:
    text = "Councils like Surrey and Essex were rated inadequate by Ofsted this week."
    found = told(text, "Councils fail", "2021-06-15")[0]
    assert {("Surrey", "inadequate"), ("Essex", "inadequate")} <= found


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Neighbouring Medway was rated inadequate by Ofsted; services are good.", set()),
        ("In neighbouring Medway, services were rated inadequate by Ofsted.", set()),
        ("Unlike neighbouring Medway, Kent was rated inadequate by Ofsted.", {"Kent"}),
        ("After neighbouring Medway failed, Kent was rated inadequate by Ofsted.", {"Kent"}),
        ("Kent and neighbouring Medway were rated inadequate by Ofsted.", {"Kent", "Medway"}),
        ("Kent was rated inadequate by Ofsted, as was neighbouring Medway.", {"Kent", "Medway"}),
    ],
)
def test_a_neighbour_has_its_own_grade(text: str, new: set[str]) -> None:
    found, _ = told(text, "Kent's services in the spotlight", "2024-05-01")
    assert {name for name, outcome in found if outcome == "inadequate"} == new
