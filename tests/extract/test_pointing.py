"""Whose finding it is: who takes over whom, relative clauses, lists named twice or pointed at."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.extract.helpers import parsed, reasons, recalled, reported, told
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.extract.page import read_page
from watcher.extract.resolve import resolve
from watcher.model.council import Council
from watcher.model.finding import Rejection

WHEN = "2024-05-01"
NORTH = {"Bury", "Wigan", "Salford"}


def names(pairs: set[tuple[str, str]]) -> set[str]:
    return {name for name, _ in pairs}


@pytest.mark.parametrize(
    "title",
    [
        "Leeds to run Kirklees children's services rated inadequate",
        "Leeds will take over Kirklees children's services rated inadequate",
        "Leeds steps in to help Kirklees after inadequate Ofsted rating",
        "Leeds drafted in to lead Kirklees services, rated inadequate",
        "Leeds takes charge of Kirklees children's services, judged inadequate",
    ],
)
def test_who_takes_over_a_failing_council_has_not_failed(title: str) -> None:
    text = "Ofsted has rated children's services in Kirklees inadequate, ministers said."
    assert names(reported(text, title, WHEN)) == {"Kirklees"}


@pytest.mark.parametrize(
    "aside",
    [
        "Leeds will run a helpline for families.",
        "Leeds to help staff with new offices.",
        "Leeds may lead the country again.",
    ],
)
def test_a_council_that_runs_nothing_of_anothers_keeps_its_grade(aside: str) -> None:
    text = f"Ofsted has rated children's services in Leeds inadequate. {aside}"
    assert reported(text, "Leeds rated inadequate", WHEN) == {("Leeds", "inadequate")}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Inspectors compared it to Essex, which was rated inadequate in 2015.", "Essex"),
        ("It was helped by Medway, which was rated inadequate in 2015.", "Medway"),
        ("It is unlike Surrey, where services were rated inadequate in 2015.", "Surrey"),
    ],
)
def test_a_relative_clause_speaks_of_the_council_before_it(text: str, owner: str) -> None:
    lead = "Ofsted has rated children's services in Kent good."
    news, old = told(f"{lead} {text}", "Kent rated good", WHEN)
    assert news == {("Kent", "good")}
    assert old == {(owner, "inadequate")}


def test_a_relative_clause_behind_another_noun_speaks_of_the_subject() -> None:
    text = "Kent has a new report by Ofsted, which has rated its children's services inadequate."
    assert reported(text, "A new report", WHEN) == {("Kent", "inadequate")}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Ofsted came to Bury, Wigan. Wigan was rated inadequate.", {"Wigan"}),
        ("Ofsted came to Bury, Wigan and Salford, Salford was rated inadequate.", {"Salford"}),
        ("Ofsted saw Bury, Wigan. Wigan and Bury were rated inadequate.", {"Wigan", "Bury"}),
    ],
)
def test_a_list_that_names_a_council_again_is_a_new_one(text: str, whose: set[str]) -> None:
    assert names(reported(text, "Ofsted's results", WHEN)) == whose


@pytest.mark.parametrize(
    "opening",
    [
        "The councils are Bury, Wigan and Salford.",
        "In the north, Bury, Wigan and Salford waited.",
        "Bury, Wigan and Salford all had inspectors in.",
    ],
)
@pytest.mark.parametrize("they", ["They", "The councils", "The authorities"])
def test_a_list_of_three_is_whom_the_next_sentence_speaks_of(opening: str, they: str) -> None:
    text = f"{opening}\n{they} were rated inadequate by Ofsted this month."
    assert names(reported(text, "Ofsted round-up", WHEN)) == NORTH


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has rated two councils inadequate, one in Kent and another in Surrey.",
        "Ofsted has rated services inadequate in Kent and one in Surrey.",
    ],
)
def test_another_in_adds_a_council(text: str) -> None:
    assert names(reported(text, "Ofsted round-up", WHEN)) == {"Kent", "Surrey"}


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Ofsted rated three councils good. Those were Bury, Wigan and Salford.", "good"),
        ("Ofsted rated three councils good. They are Bury, Wigan and Salford.", "good"),
        ("Three were rated outstanding by Ofsted. These include Bury, Wigan and Salford.", ""),
        (
            "Ofsted rated some departments inadequate. The councils are Bury, Wigan and Salford.",
            "inadequate",
        ),
        (
            (
                "Only the best are rated outstanding by Ofsted. Bury, Wigan and Salford were given"
                " that grade."
            ),
            "outstanding",
        ),
        (
            "Ofsted rates few councils good, it says. Bury, Wigan and Salford all got the rating.",
            "good",
        ),
        (
            (
                "Few councils are rated inadequate by Ofsted, it says. Bury, Wigan and Salford"
                " received this judgement."
            ),
            "inadequate",
        ),
    ],
)
def test_a_list_may_point_back_to_the_grade_before_it(text: str, grade: str) -> None:
    found = reported(text, "Councils rated", WHEN)
    assert names(found) == NORTH
    assert {outcome for _, outcome in found} == {grade or "outstanding"}


@pytest.mark.parametrize("grade", ["good", "outstanding", "inadequate"])
def test_a_page_may_name_the_inspectorate_behind_its_grade_alone(grade: str) -> None:
    text = f"Bury, Wigan and Salford were rated {grade} by Ofsted."
    assert reported(text, "Councils rated", WHEN) == {(name, grade) for name in NORTH}


def test_two_that_are_pointed_at_are_enough() -> None:
    text = "Ofsted rated two councils inadequate. They are Bury and Wigan."
    assert names(reported(text, "Councils rated", WHEN)) == {"Bury", "Wigan"}


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted rated two councils inadequate and one good. Those were Bury, Wigan and Salford.",
        "Ofsted rated few councils good this month. Bury, Wigan and Salford held a festival.",
        "Ofsted rated many councils good. Those in charge spoke in Bury, Wigan and Salford.",
        "Ofsted rated some councils good. Bury, Wigan and Salford received the news.",
    ],
)
def test_a_list_that_points_at_no_grade_has_none(text: str) -> None:
    assert reported(text, "Councils rated", WHEN) == set()


def test_a_grade_with_its_council_is_not_the_next_lists() -> None:
    text = "Ofsted rated Kent inadequate. Those who helped are Bury, Wigan and Salford."
    assert names(reported(text, "Councils rated", WHEN)) == {"Kent"}


@pytest.mark.parametrize(
    "body", ["NHS Kent and Medway", "NHS Kent and Medway integrated care board", "NHS Surrey"]
)
def test_a_health_bodys_name_names_no_council_of_a_list(body: str) -> None:
    text = f"Ofsted rated children's services in Essex inadequate. {body} has said sorry."
    assert names(reported(text, "Essex rated inadequate", WHEN)) == {"Essex"}


@pytest.mark.parametrize("pair", ["Kent and Medway", "Medway and Kent", "Kent, Medway"])
def test_the_same_names_without_the_body_are_councils(pair: str) -> None:
    text = f"Ofsted has rated children's services in {pair} inadequate."
    assert names(reported(text, "Two councils rated", WHEN)) == {"Kent", "Medway"}


def abolished() -> tuple[Council, frozenset[str]]:
    """Give a council that was divided among several, and their codes."""
    register = reading_context().register
    found = next(c for c in register.councils if c.valid_to and len(c.successors) == 2)
    return found, frozenset(str(code) for code in found.successors)


def test_a_council_that_is_gone_is_its_one_successor_that_the_page_names() -> None:
    gone, heirs = abolished()
    form = gone.short_name.lower()
    for heir in heirs:
        for day in (None, dt.date(2025, 1, 1)):
            found = resolve(form, day, reading_context(), frozenset({heir}))
            assert isinstance(found, Council)
            assert found.code == heir


def test_a_council_that_is_gone_has_no_heir_where_both_or_none_are_named() -> None:
    gone, heirs = abolished()
    form, day = gone.short_name.lower(), dt.date(2025, 1, 1)
    for named in (frozenset(), heirs):
        assert isinstance(resolve(form, day, reading_context(), named), Rejection)


def test_before_it_went_a_council_is_itself_whoever_is_named() -> None:
    gone, heirs = abolished()
    assert gone.valid_to is not None
    day = gone.valid_to - dt.timedelta(days=30)
    for heir in heirs:
        found = resolve(gone.short_name.lower(), day, reading_context(), frozenset({heir}))
        assert isinstance(found, Council)
        assert found.code == gone.code


def test_a_page_that_names_old_and_new_council_reports_the_new_one() -> None:
    text = "Ofsted rated Cumbria children's services inadequate. Cumberland Council has replied."
    assert names(reported(text, "A report", WHEN)) == {"Cumberland"}
    alone = "Ofsted rated Cumbria children's services inadequate."
    assert reported(alone, "A report", WHEN) == set()
    assert "council_did_not_exist" in reasons(alone, "A report", WHEN)
    assert names(reported(alone, "A report", "2020-05-01")) == {"Cumbria"}


def test_an_old_grade_of_a_council_that_is_gone_stays_its_own() -> None:
    text = (
        "Ofsted has rated children's services in Cumberland good. Cumbria was rated inadequate in"
        " 2015."
    )
    assert recalled(text, "Cumberland rated good", WHEN) == {("Cumbria", "inadequate")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Leeds to run Kirklees children's services",
            "The council was rated inadequate by Ofsted inspectors.",
        ),
        ("Leeds to run inadequate Kirklees", "Ofsted rated the council's services inadequate."),
        ("A report", "Leeds will run Kirklees services. Ofsted rated the authority inadequate."),
        ("Director named", "Ofsted says Leeds is to take over Kirklees, rated inadequate."),
    ],
)
def test_the_council_that_is_spoken_of_then_is_the_one_that_is_taken_over(
    title: str, text: str
) -> None:
    news, old = told(text, title, WHEN)
    assert names(news | old) == {"Kirklees"}


@pytest.mark.parametrize(
    "text",
    [
        "It is supported by Essex, which was rated inadequate in 2015.",
        "It had help from Essex, which was rated inadequate in 2015.",
        "Its new director joined from Essex, which was rated inadequate in 2015.",
        "Unlike neighbouring Essex, which was judged inadequate in 2018, it has a plan.",
    ],
)
def test_a_helper_has_what_is_said_of_it_in_its_own_clause(text: str) -> None:
    news, old = told(f"Ofsted has rated Kent good. {text}", "Kent rated good", WHEN)
    assert news == {("Kent", "good")}
    assert old == {("Essex", "inadequate")}


@pytest.mark.parametrize("body", ["Ambulance", "Police", "Foundation"])
def test_a_name_that_may_be_a_word_is_no_council_in_a_bodys_name(body: str) -> None:
    lead = "Ofsted has written to all."
    page = read_page(parsed(f"{lead} {body} West Kent and Reading said so."), reading_context())
    assert "council" not in page.classes


def test_the_same_name_in_a_list_of_councils_is_one() -> None:
    text = "Ofsted has written to all. Kent and Reading said so."
    page = read_page(parsed(text), reading_context())
    found = [hit.value for s in page.sentences for hit in s.hits if hit.cls == "council"]
    assert found == ["kent", "reading"]


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("Ofsted says the council's child protection is inadequate.", "help_and_protection"),
        ("Ofsted says leadership at the council is inadequate.", "leaders"),
    ],
)
def test_on_a_page_about_schools_a_judgement_of_the_council_is_its_own(
    sentence: str, area: str
) -> None:
    text = (
        "Schools in Kent were rated good. The academies and nurseries of Kent were rated good."
        f" The head of one was pleased. {sentence}"
    )
    _, drafts = draft_findings(parsed(text, "Kent academies rated good", WHEN), reading_context())
    assert {(d.finding.area.value, d.finding.outcome.value) for d in drafts} == {
        (area, "inadequate")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Elsewhere it looked at homes in Bury, Wigan and Salford.\nThey",
        "Last year there were changes in Bury, Wigan and Salford.\nThe councils",
    ],
)
def test_a_list_of_three_takes_over_from_the_council_of_the_headline(sentence: str) -> None:
    text = f"Ofsted was in Kent. {sentence} were rated inadequate by Ofsted inspectors."
    assert names(reported(text, "Ofsted in Kent", WHEN)) == NORTH


def test_a_list_of_two_does_not() -> None:
    text = (
        "Ofsted was in Kent. Elsewhere it looked at homes in Bury and Wigan.\n"
        "They were rated inadequate by Ofsted inspectors."
    )
    assert names(reported(text, "Ofsted in Kent", WHEN)) == {"Kent"}


@pytest.mark.parametrize("word", ["these", "those", "them"])
def test_the_latest_of_those_that_a_sentence_counts_is_named_next(word: str) -> None:
    text = (
        "Ofsted looks at special needs. So far 42 areas have been told to write a written"
        f" statement of action. The latest of {word} is Kent."
    )
    assert ("Kent", "written_statement_of_action") in told(text, "Special needs", "2019-06-15")[0]


def test_so_were_some_ends_where_others_did_something_else() -> None:
    text = (
        "Kent council was rated inadequate by Ofsted on Monday. So were Bury and Medway, while"
        " Salford and Torbay dropped to requires improvement from good."
    )
    found = reported(text, "Ofsted round-up", "2019-05-01")
    assert names({one for one in found if one[1] == "inadequate"}) == {"Kent", "Bury", "Medway"}
    assert names({one for one in found if one[1] != "inadequate"}) == {"Salford", "Torbay"}


@pytest.mark.parametrize("joint", [" and ", ", and ", "; and "])
def test_a_word_in_brackets_on_each_name_parts_no_list(joint: str) -> None:
    listed = "Bury (assessments), Kent (how it deals with referrals), Medway (plans)"
    text = (
        f"Councils told of areas for priority action: {listed}{joint}Essex (records), Ofsted says."
    )
    found = reported(text, "Ofsted letters: priority action in four councils", "2010-02-05")
    assert found == {(name, "priority_action") for name in ("Bury", "Kent", "Medway", "Essex")}


def test_grades_in_brackets_are_each_ones_own() -> None:
    text = "Ofsted has rated Kent (inadequate), Medway (good) and Essex (inadequate) this week."
    found = reported(text, "Ofsted's week", "2019-05-01")
    assert found == {("Kent", "inadequate"), ("Medway", "good"), ("Essex", "inadequate")}
