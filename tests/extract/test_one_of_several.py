"""Pages on several councils: whose turn it is, what is said of another too, what a step is from."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

BAD = "inadequate"
ACT = "priority_action"
TWO = "Ofsted's reports on Leeds and York came out on the same day. Leeds was judged good."

TURNS = [
    " In York social workers hold 30 cases each. The council was judged inadequate.",
    "\n\nYork is another story. Social workers hold 30 cases. The council was judged inadequate.",
    "\n\nYork's report is harsher. Children wait. Its services are rated inadequate.",
    "\n\nIt is a different picture in York. There is drift. The service was graded inadequate.",
    "\n\nNobody smiles in York. The department has been judged inadequate by inspectors.",
]


@pytest.mark.parametrize("text", TURNS)
def test_of_the_councils_of_a_headline_the_one_named_alone_is_spoken_of(text: str) -> None:
    found = reported(TWO + text, "Ofsted verdicts on Leeds and York")
    assert found == {("Leeds", "good"), ("York", BAD)}


def test_a_council_that_no_headline_names_does_not_take_its_turn() -> None:
    text = "Leeds was rated inadequate by Ofsted. In York staff are worried. The council is to act."
    assert reported(text, "Ofsted on Leeds") == {("Leeds", BAD)}


SAME = [
    (
        "Nottingham was given an area for priority action by Ofsted. The same is true of Sefton.",
        ACT,
    ),
    ("Ofsted judged Nottingham inadequate. The same was true of Sefton.", BAD),
    ("Ofsted told Nottingham to take priority action. So was Sefton.", ACT),
    (
        "Ofsted has asked Nottingham for a written statement of action. The same goes for Sefton.",
        "written_statement_of_action",
    ),
    ("Nottingham is inadequate, Ofsted says. It is the same story in Sefton.", BAD),
    (
        "Nottingham is inadequate, Ofsted says. The same is said of Sefton, where children wait.",
        BAD,
    ),
]


@pytest.mark.parametrize(("text", "outcome"), SAME)
def test_what_is_said_of_another_too(text: str, outcome: str) -> None:
    assert reported(text, "Ofsted") == {("Nottingham", outcome), ("Sefton", outcome)}


@pytest.mark.parametrize(
    "text",
    [
        "Nottingham is inadequate, Ofsted says. The same team inspected Sefton.",
        "Nottingham is inadequate, Ofsted says. The same was not found in Sefton.",
        "Nottingham is inadequate, Ofsted says. On the same day it met staff in Sefton.",
    ],
)
def test_what_only_looks_like_the_same(text: str) -> None:
    assert reported(text, "Ofsted") == {("Nottingham", BAD)}


STEPS = [
    "Leeds was rated requires improvement by Ofsted on Tuesday, down one from 2019.",
    "Leeds was rated requires improvement by Ofsted on Tuesday, a drop of one grade since 2019.",
    "Leeds was rated requires improvement by Ofsted on Tuesday, one grade lower than in 2019.",
    "Leeds was rated requires improvement by Ofsted, a step below where it stood in 2019.",
    "Leeds was rated requires improvement by Ofsted, a notch below its 2019 grade.",
    "Leeds was rated requires improvement by Ofsted on Tuesday, one grade down on 2019.",
]


@pytest.mark.parametrize("text", STEPS)
def test_the_year_that_a_step_is_measured_from_dates_no_grade(text: str) -> None:
    assert ("Leeds", "requires_improvement") in reported(text, "Leeds", "2023-11-22")
    assert ("Leeds", "requires_improvement") in reported(text, "Leeds")


def test_a_year_behind_a_grade_dates_it_all_the_same() -> None:
    text = "Leeds is good, says Ofsted. It was rated requires improvement in 2019."
    assert ("Leeds", "requires_improvement") in recalled(text, "Leeds", "2023-11-22")


def test_an_action_in_some_unnamed_areas_is_that_of_those_named_next() -> None:
    text = (
        "Joint targeted area inspections have been published by Ofsted.\n\nIn Lambeth, Salford,"
        " Bristol and Coventry partners know their children well.\n\nIn two areas inspectors set"
        " out areas for priority action. Partners in Nottingham do not work together. The force in"
        " Sefton misses meetings."
    )
    found = {name for name, outcome in reported(text, "Joint inspections") if outcome == ACT}
    assert found == {"Nottingham", "Sefton"}


OURS = [
    (
        (
            "Dear colleague\n\nSome of you met two visitors from Ofsted. Joint work with "
            "the police is"
            " strong. But there is one area for priority action.\n\nThank you for all "
            "you do for Halton."
        ),
        "Halton",
    ),
    (
        (
            "Unannounced visits by Ofsted have turned up risks.\n\nLetters show that two "
            "authorities were"
            " told to act immediately. One is Halton. The other is Norfolk, where "
            "referrals from hospitals"
            " had been left."
        ),
        "Halton Norfolk",
    ),
    (
        (
            "Norfolk and Halton were visited by Ofsted without notice. Both councils "
            "were told to treat the"
            " backlog as a priority for action."
        ),
        "Halton Norfolk",
    ),
]


@pytest.mark.parametrize(("text", "councils"), OURS)
def test_police_and_hospitals_in_passing_make_no_other_topic(text: str, councils: str) -> None:
    found = {name for name, outcome in reported(text, "What they found") if outcome == ACT}
    assert found == set(councils.split())


def test_what_is_anothers_priority_stays_its_own() -> None:
    text = "Cheshire police were told to take priority action. The force in Halton missed cases."
    assert reported(text, "Police told to act") == set()
    assert (
        reported("Recruitment is a priority for action in Halton, Ofsted heard.", "Ofsted") == set()
    )


def test_joint_reports_on_childrens_services_are_ours() -> None:
    text = (
        "Inspectors have published reports on children's services in Bolton and York.\n\nFor"
        " safeguarding the two towns were judged good and inadequate respectively.\n\nThe reports"
        " were made with the Care Quality Commission."
    )
    found = reported(text, "Bolton and York: verdicts", "2011-08-04")
    assert found == {("Bolton", "good"), ("York", BAD)}


@pytest.mark.parametrize(
    "text",
    [
        (
            "At Leeds all is good. Leeds is good.\n\nYork's turn came on Friday. The council is"
            " inadequate."
        ),
        (
            "Leeds is good.\n\nFamily help: York left children waiting. This is why the authority's"
            " grade went from requires improvement to inadequate."
        ),
    ],
)
def test_who_opens_a_part_of_a_page_over_several_is_spoken_of(text: str) -> None:
    found = reported("Four reports on councils came out from Ofsted.\n\n" + text, "What they say")
    assert ("York", BAD) in found
    assert ("Leeds", BAD) not in found


def test_what_stands_open_to_everybody_is_no_news() -> None:
    text = (
        "Forty councils are rated less than good, our analysis of Ofsted's reports shows. It took"
        " each authority's most recent full inspection.\n\nNine stand at inadequate. They include"
        " Bradford, Nottingham and Herefordshire."
    )
    assert not {o for _, o in reported(text, "How is your council rated?", "2023-02-15")} & {BAD}
    lines = "Kent: performs well (well)\nLeeds: performs poorly (adequately)"
    text = f"Every autumn Ofsted gives a mark. This year's came out yesterday.\n\n{lines}"
    assert ("Leeds", BAD) in reported(text, "Ofsted verdicts: how your council did")


SECTIONS = ["{c}\n{x}", "{c}. {x}", "{c}: {x}", "In {c}: {x}"]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_line_that_is_a_name_heads_what_follows(section: str) -> None:
    parts = [
        ("Southampton", "Full inspection. Rated good in every area."),
        ("Derbyshire", "Monitoring visit. Children are left at risk of harm."),
        ("Norfolk", "SEND inspection. Widespread and systemic failings."),
        ("Bexley", "Full inspection. Rated inadequate. It was good in 2022."),
    ]
    text = "\n\n".join(section.format(c=c, x=x) for c, x in parts)
    found = reported("A look at the latest Ofsted reports.\n\n" + text, "Inspection news")
    assert ("Bexley", BAD) in found
    assert ("Norfolk", "send_systemic_failings") in found
    assert not {outcome for name, outcome in found if name == "Southampton"} - {"good", "positive"}
