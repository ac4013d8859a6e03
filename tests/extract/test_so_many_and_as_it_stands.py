"""Of how many it is told, how things stand, SEND without grades, and what followed long ago."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled, reported

DAY = "2022-04-12"
PRAISED = "Ofsted and the CQC have praised SEND services in Kent County Council's area. "
WAITING = "Ofsted and the CQC came to Kent in May to look at SEND. Their report is due in June. "
AWAITED = "Inspectors from Ofsted are at Kent County Council's children's services this week. "


def adverse(text: str, title: str, day: str = DAY) -> set[str]:
    return {f.council.name for f in findings(text, title, day) if f.adverse}


@pytest.mark.parametrize(
    "many",
    [
        "Ten of the 11 areas seen so far",
        "Nine in ten areas",
        "Of 40 areas, 22",
        "Of the 40 areas inspected 22",
        "Ten (91 per cent)",
        "More than half of all areas",
        "22 out of 40 areas",
        "A dozen areas",
        "Twenty-two others",
        "All but two of the areas",
    ],
)
@pytest.mark.parametrize(
    "outcome",
    [
        "had been handed a written statement of action",
        "were told to write a written statement of action, so Kent is in the better half",
        "had widespread and systemic failings, which leaves Kent in the top tier",
    ],
)
def test_so_many_areas_are_no_one_area(many: str, outcome: str) -> None:
    for page in (PRAISED, WAITING):
        assert adverse(f"{page}{many} {outcome}.", "SEND in Kent") == set()


@pytest.mark.parametrize(
    "many", ["Of 43 councils, seven", "A third of councils", "22 out of 40 councils", "55 per cent"]
)
@pytest.mark.parametrize(
    "outcome",
    ["were rated inadequate", "have been judged inadequate", "got the lowest grade"],
)
def test_so_many_councils_are_no_one_council(many: str, outcome: str) -> None:
    text = f"{AWAITED}{many} {outcome}, so Kent hopes for better."
    assert adverse(text, "Ofsted in Kent") == set()


@pytest.mark.parametrize(
    ("sentence", "councils"),
    [
        ("Two councils were rated inadequate: Kent and Leeds.", {"Kent", "Leeds"}),
        ("Two others were rated inadequate, Kent and Leeds, Ofsted said.", {"Kent", "Leeds"}),
    ],
)
def test_those_that_are_named_have_their_outcome(sentence: str, councils: set[str]) -> None:
    text = f"Ofsted has published its reports on children's services and on SEND. {sentence}"
    assert adverse(text, "Ofsted reports out") == councils


def test_a_paragraph_number_counts_nothing() -> None:
    text = "2.1 The Council's children's services have been judged inadequate by Ofsted overall."
    assert adverse(text, "Ofsted inspection of Kent County Council") == {"Kent"}


def test_a_member_of_those_listed_is_told_of_in_full() -> None:
    text = (
        "Ofsted has published its annual report.\n\nOf 43 councils inspected seven were found to be"
        " inadequate.\n\nDemand has grown, it says, by 11 per cent over the period.\n\nKent's"
        " authority is one of the seven that the newest report cites as inadequate. The rest are"
        " Leeds, Coventry, Knowsley, Manchester, Rotherham and Slough."
    )
    assert "Kent" in adverse(text, "Ofsted's annual report is out")


PAGES = [
    ("Kent names director", "Kent County Council has named Jane Bell as its director."),
    ("Charity opens house", "A charity has opened a house for care leavers in Kent."),
    ("Cost of placements rises", "Kent County Council is paying more for homes, figures show."),
    ("Kent sets budget", "Kent County Council has agreed a budget of nine hundred million pounds."),
]
FILLING = (
    " A meeting is to be held in the town hall on Tuesday.\n\n“We have talked about this for a long"
    " time,” the leader of the council said.\n\n"
)


@pytest.mark.parametrize(("title", "lead"), PAGES)
@pytest.mark.parametrize(
    "sentence",
    [
        "Kent is one of the seven councils that Ofsted rates inadequate.",
        "Ofsted rates Kent inadequate.",
        "The council, which Ofsted rates as inadequate, has had three directors in five years.",
        "The council has an inadequate rating from Ofsted.",
        "Ofsted says children's services there are inadequate.",
        "The authority remains under an inadequate judgement from Ofsted.",
        "Ofsted judged the service to be inadequate.",
        "Inspectors from Ofsted branded the department inadequate.",
        "SEND services in Kent have widespread and systemic failings, Ofsted says.",
        "The area was told to write a written statement of action for SEND.",
    ],
)
def test_how_things_stand_is_no_news(title: str, lead: str, sentence: str) -> None:
    assert adverse(f"{lead}{FILLING}{sentence} She starts in May.", title) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ofsted has today rated the council's children's services inadequate.",
        "Children's services are now rated inadequate by Ofsted, a new report says.",
    ],
)
def test_a_new_verdict_is_news_whatever_the_page_opens_with(sentence: str) -> None:
    title, lead = PAGES[0]
    assert adverse(f"{lead}{FILLING}{sentence}", title) == {"Kent"}


@pytest.mark.parametrize("opening", ["An Ofsted report is out.", "Inspectors came to Kent in May."])
def test_behind_inspectors_a_grade_in_the_present_is_news(opening: str) -> None:
    text = f"{opening}{FILLING}Children's services in Kent are inadequate, it says."
    assert adverse(text, "Kent's children's services") == {"Kent"}


@pytest.mark.parametrize(
    ("words", "outcome"), [("require improvement", "mixed"), ("are good", "positive")]
)
def test_special_needs_have_no_grade_of_the_whole(words: str, outcome: str) -> None:
    text = "Ofsted and the CQC looked at SEND services in Kent in May. Parents were heard."
    found = findings(text, f"SEND services in Kent {words}, says Ofsted", DAY)
    kinds = {(f.kind.value, f.outcome.value) for f in found if f.role.value == "news"}
    assert kinds == {("area_send", outcome)}


def test_special_needs_called_inadequate_are_weak() -> None:
    text = "Ofsted and the CQC looked at special needs services in Kent in May."
    title = "Ofsted rates SEND services in Kent inadequate"
    assert ("Kent", "inadequate") not in reported(text, title, DAY)
    assert adverse(text, title) == {"Kent"}


@pytest.mark.parametrize(
    ("since", "what"),
    [
        ("More than a year has gone by since Ofsted's damning verdict on Kent.", "priority_action"),
        ("Two years have passed since Ofsted's visit to Kent.", "priority_action"),
    ],
)
def test_what_came_of_a_visit_long_ago_is_recalled(since: str, what: str) -> None:
    text = f"{since} Three priority actions were issued as a result. Things are better, it says."
    assert adverse(text, "Children's services in Kent", "2019-10-01") == set()
    assert ("Kent", what) in recalled(text, "Children's services in Kent", "2019-10-01")


def test_what_a_visit_finds_now_is_news_behind_an_anniversary() -> None:
    text = (
        "Two years have passed since Ofsted's last visit to Kent. Now inspectors have found two"
        " areas for priority action."
    )
    assert adverse(text, "Ofsted in Kent", "2019-10-01") == {"Kent"}


def test_judgements_that_are_named_with_their_grades_define_no_scale() -> None:
    text = (
        "Ofsted came to Kent in July. Four areas are graded in the report: leadership, children in"
        " care and overall effectiveness are all 'inadequate'; help and protection is 'good'."
    )
    assert ("Kent", "inadequate") in reported(text, "Grades for Kent", DAY)


def test_a_written_plan_of_action_is_what_special_needs_inspectors_ask_for() -> None:
    text = (
        'Ofsted was critical of Kent\'s "significant weaknesses" in the way it supports pupils with'
        " SEND. It now has to hand in a written plan of action dealing with its failings."
    )
    found = reported(text, "Exclusions of SEND pupils in Kent", "2019-04-12")
    assert ("Kent", "written_statement_of_action") in found


@pytest.mark.parametrize("idle", [1, 2, 5])
def test_idle_text_in_front_makes_no_verdict_old(idle: int) -> None:
    front = "The weather was fine on Sunday, they said, and many went out.\n\n" * idle
    text = "Ofsted rates children's services at Kent County Council inadequate.\n\nStaff were told."
    assert adverse(front + text, "") == adverse(text, "") == {"Kent"}


def test_what_a_page_dwells_on_is_not_told_in_passing() -> None:
    title, lead = PAGES[0]
    text = (
        f"{lead}{FILLING}Ofsted judged the service to be inadequate. Inspectors found that children"
        " wait too long. They found weak leadership, the report says. Ofsted said that it would be"
        " back. The inspectors spoke to 40 families."
    )
    assert ("Kent", "inadequate") in reported(text, title, DAY)
