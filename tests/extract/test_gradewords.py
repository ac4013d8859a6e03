"""When `good`, `outstanding` and `inadequate` are grades, and when they are words."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reasons, recalled, reported, told
from watcher.app.reading import reading_context
from watcher.extract import draft_findings

WHEN = "2024-05-01"
LEAD = "Ofsted inspectors have been to Kent."
TITLE = "Ofsted in Kent"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ofsted reported on both. Kent and Medway were good.", {"Kent", "Medway"}),
        ("Ofsted reported on both. Kent and Medway are good.", {"Kent", "Medway"}),
        ("Ofsted has been to Kent. The council is good.", {"Kent"}),
        ("Ofsted has been to Kent. The authority was outstanding.", {"Kent"}),
        ("Ofsted has been. Kent was 'good', it said.", {"Kent"}),
    ],
)
def test_a_council_that_is_said_to_be_good_has_the_grade(text: str, names: set[str]) -> None:
    assert {name for name, _ in reported(text, "Ofsted reports are out", WHEN)} == names


@pytest.mark.parametrize(
    "text",
    [
        "Kent was good in 2014.",
        "The council was good in 2014.",
        "It was good in 2014.",
        "Kent was good at its last inspection.",
        "The council was good under a previous inspection.",
        "It was good until its last inspection.",
        "It was good when it was last inspected.",
        "It had been good since 2017.",
    ],
)
def test_what_a_council_was_at_a_time_is_recalled(text: str) -> None:
    assert told(f"{LEAD} {text}", TITLE, WHEN) == (set(), {("Kent", "good")})


@pytest.mark.parametrize(
    "text",
    [
        "It was good to see the staff smile.",
        "Some social workers in Kent were good.",
        "Most of the homes in Kent were good.",
        "Kent was good at football.",
        "The council was good enough to send tea.",
        "The food was good.",
        "The weather was good.",
        "Kent was good fun.",
        "Kent is good for families.",
        "The weather in Kent was good.",
        "The roads in Kent are good.",
        "It is good.",
    ],
)
def test_what_is_good_otherwise_is_a_word(text: str) -> None:
    assert told(f"{LEAD} {text}", TITLE, WHEN) == (set(), set())


@pytest.mark.parametrize(
    "text",
    [
        "Its children's services, good since 2015, are to be inspected in May.",
        "Its children's services (outstanding in 2016) will be inspected in May.",
        "Its services – good in 2018 – will be inspected again.",
        "Its services: good at the last inspection, to be inspected in May.",
    ],
)
def test_a_grade_that_stands_apart_with_its_time_is_recalled(text: str) -> None:
    news, old = told(f"{LEAD} {text}", "Kent council welcomes review", WHEN)
    assert news == set()
    assert {name for name, _ in old} == {"Kent"}


@pytest.mark.parametrize(
    "text",
    [
        "Its parks, good in summer, are to be closed.",
        "The coffee (good in parts) was cold.",
        "The road – good at night – will be mended.",
    ],
)
def test_a_word_that_stands_apart_without_an_inspections_time_is_none(text: str) -> None:
    assert told(f"{LEAD} {text}", "Kent council welcomes review", WHEN) == (set(), set())


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("requires improvement, one step below good", "requires_improvement"),
        ("requires improvement, just below the 'good' grade", "requires_improvement"),
        ("requires improvement, the category above inadequate", "requires_improvement"),
        ("good, the grade just below outstanding", "good"),
        ("inadequate, one grade beneath requires improvement", "inadequate"),
    ],
)
def test_a_grade_that_another_is_measured_by_is_nobodys(text: str, grade: str) -> None:
    sentence = f"Ofsted has rated children's services in Kent {text}."
    assert told(sentence, "Kent's result", WHEN) == ({("Kent", grade)}, set())
    assert "compared" in reasons(sentence, "Kent's result", WHEN)


def test_a_service_that_is_below_nothing_keeps_its_grade() -> None:
    sentence = "Ofsted has rated children's services in Kent, seen below, good."
    assert reported(sentence, "Kent's result", WHEN) == {("Kent", "good")}


@pytest.mark.parametrize(
    "degree", ["woefully", "wholly", "hopelessly", "totally", "so", "increasingly", "often"]
)
def test_a_grade_has_no_degrees(degree: str) -> None:
    text = f"{LEAD} A councillor called children's services in Kent {degree} inadequate."
    assert told(text, TITLE, WHEN) == (set(), set())
    assert "ordinary_word" in reasons(text, TITLE, WHEN)


@pytest.mark.parametrize("tail", ["", " overall", " again", " this week"])
def test_a_grade_without_a_degree_is_one(tail: str) -> None:
    text = f"Ofsted has rated children's services in Kent inadequate{tail}."
    assert reported(text, "Kent's result", WHEN) == {("Kent", "inadequate")}


@pytest.mark.parametrize(
    ("title", "grade"),
    [
        ("Kent children's services good again", "good"),
        ("Kent children's services good, say inspectors", "good"),
        ("Kent children's services outstanding after inspection", "outstanding"),
        ("Kent children's services good despite cuts", "good"),
        ("Kent children's services good but stretched", "good"),
        ("Kent children's services good", "good"),
    ],
)
def test_a_headline_may_leave_out_the_verb(title: str, grade: str) -> None:
    text = "Ofsted has published a report on the county."
    assert reported(text, title, WHEN) == {("Kent", grade)}


@pytest.mark.parametrize(
    "title",
    [
        "Kent children's services good ideas wanted",
        "Kent children's services good for families, says leader",
        "Kent children's services in good hands",
        "Kent children's services seek good homes",
        "Good news for Kent children's services",
    ],
)
def test_a_headline_with_a_good_thing_gives_no_grade(title: str) -> None:
    assert reported("Ofsted has published a report on the county.", title, WHEN) == set()


def test_the_same_words_in_the_text_need_a_verb() -> None:
    text = "Ofsted has written. Kent children's services good ideas are welcome."
    assert told(text, "A letter", WHEN) == (set(), set())


def test_a_grade_in_a_row_of_years_is_recalled_with_each() -> None:
    text = f"{LEAD} The council was inadequate in 2012. It was good in 2016."
    assert recalled(text, TITLE, WHEN) == {("Kent", "inadequate"), ("Kent", "good")}


@pytest.mark.parametrize(
    "choice",
    [
        "outstanding, good, requires improvement or inadequate",
        "inadequate, requires improvement, outstanding or good",
    ],
)
def test_a_choice_of_grades_is_a_definition_also_for_an_area(choice: str) -> None:
    text = f"{LEAD} Services for children in care can be judged {choice}."
    assert told(text, TITLE, WHEN) == (set(), set())


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Kent was rated as needing improvement by Ofsted.", "requires_improvement"),
        ("Kent was judged to be in need of improvement by Ofsted.", "requires_improvement"),
        ("Ofsted gave children's services in Kent the lowest inspection outcome.", "inadequate"),
        ("Ofsted gave children's services in Kent the worst possible score.", "inadequate"),
    ],
)
def test_a_grade_may_be_told_in_other_words(text: str, outcome: str) -> None:
    assert reported(text, "Kent's report is out", WHEN) == {("Kent", outcome)}


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            (
                "Leadership, children in care and care leavers were rated good, inadequate and"
                " outstanding respectively by Ofsted in Kent."
            ),
            {"leaders": "good", "children_in_care": "inadequate", "care_leavers": "outstanding"},
        ),
        (
            (
                "The experiences of children in care and care leavers were rated inadequate and"
                " outstanding respectively by Ofsted in Kent."
            ),
            {"children_in_care": "inadequate", "care_leavers": "outstanding"},
        ),
    ],
)
def test_two_grades_for_one_joint_judgement_are_dealt_out(
    text: str, outcomes: dict[str, str]
) -> None:
    _, drafts = draft_findings(parsed(text, "Kent's report is out", WHEN), reading_context())
    assert {d.finding.area.value: d.finding.outcome.value for d in drafts} == outcomes


@pytest.mark.parametrize(
    "choice",
    [
        "Help and protection is judged outstanding, good, requires improvement or inadequate.",
        (
            "Each area, such as care leavers, is rated outstanding, good, requires improvement or"
            " inadequate."
        ),
    ],
)
def test_a_choice_of_four_is_a_definition_whatever_area_it_is_of(choice: str) -> None:
    text = f"{LEAD} {choice}"
    assert told(text, TITLE, WHEN) == (set(), set())
    assert "definition" in reasons(text, TITLE, WHEN)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The overall assessment was inadequate.", "inadequate"),
        ("Its overall assessment of children's services was inadequate.", "inadequate"),
        ("The assessment of children was inadequate.", "weaknesses"),
        ("Assessments were inadequate.", "weaknesses"),
    ],
)
def test_an_overall_assessment_is_a_verdict_and_a_childs_assessment_is_none(
    text: str, outcome: str
) -> None:
    sentence = f"Ofsted came to Kent council. {text}"
    assert reported(sentence, "Kent's report", WHEN) == {("Kent", outcome)}


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("went the other way: outstanding in 2019, good now", "good"),
        ("tells of a fall: outstanding in 2019, good today", "good"),
        ("has a surprise: inadequate in 2018, good now", "good"),
    ],
)
def test_a_grade_behind_one_with_a_year_is_what_holds_now(text: str, news: str) -> None:
    found, _ = told(f"Ofsted's report on Kent {text}.", "Report on Kent", "2024-02-01")
    assert found == {("Kent", news)}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Kent was inadequate for safeguarding and adequate for children in care.", "adequate"),
        ("Kent was inadequate for safeguarding, but good for its care leavers.", "good"),
    ],
)
def test_each_judgement_of_a_sentence_has_its_grade(text: str, other: str) -> None:
    said = f"Ofsted has reported. {text}"
    assert reported(said, TITLE, "2012-06-15") == {("Kent", "inadequate"), ("Kent", other)}


def test_a_grade_may_say_what_a_number_stands_for() -> None:
    text = (
        "In its work with children in care, Kent has reached a grade three rating –"
        " adequate. Ofsted has been to Kent."
    )
    assert reported(text, "Kent inspected") == {("Kent", "adequate")}


@pytest.mark.parametrize("mark", [":", " -", " –", " —"])
def test_a_line_may_be_a_council_and_its_grade(mark: str) -> None:
    lines = f"Kent{mark} good\n\nBexley{mark} outstanding, from good.\n\nLeeds{mark} inadequate"
    given = {("Kent", "good"), ("Bexley", "outstanding"), ("Leeds", "inadequate")}
    assert reported(f"Ofsted results.\n\n{lines}", "Inspection corner", WHEN) == given


@pytest.mark.parametrize("means", ["Funding for", "The budget of", "Staffing in", "Pay across"])
def test_means_that_are_inadequate_are_no_grade(means: str) -> None:
    text = f"{means} children's services in Kent is inadequate, Ofsted says."
    assert reported(text, TITLE, WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kent, which cut funding for its services, has been rated inadequate, Ofsted says.",
        "After a cut in funding for schools, Kent's services are inadequate, Ofsted says.",
        "Kent's services for children, short of money for years, are inadequate, Ofsted says.",
    ],
)
def test_means_that_stand_aside_leave_the_grade(text: str) -> None:
    assert ("Kent", "inadequate") in reported(text, TITLE, WHEN)


@pytest.mark.parametrize("noun", ["rating", "mark", "score", "verdict"])
def test_a_grade_may_be_called_a_score(noun: str) -> None:
    text = f"Kent Council has been given an 'inadequate' {noun} by Ofsted."
    assert reported(text, TITLE, WHEN) == {("Kent", "inadequate")}


@pytest.mark.parametrize(
    "behind",
    [
        "alongside Leeds",
        "along with Leeds and Hull",
        "weeks after its director left",
        "almost two years after its last inspection",
        "barely a year after promises of change",
        "even though leaders had tried",
        "partly because of poor leadership",
        "blaming poor leadership",
        "prompting an apology from its leader",
        "compared with good last time",
        "rather than good",
        "throughout",
        "yesterday",
        "everywhere",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has rated Kent County Council's children's services inadequate {}.",
        "Kent's children's services have been judged inadequate {}, Ofsted said.",
        "Inspectors found Kent County Council's children's services to be inadequate {}.",
    ],
)
def test_a_service_that_is_called_inadequate_is_so_whatever_follows(text: str, behind: str) -> None:
    assert ("Kent", "inadequate") in reported(text.format(behind), TITLE, WHEN)


@pytest.mark.parametrize(
    "thing",
    [
        "planning for children",
        "recording of visits",
        "oversight by managers",
        "monitoring of plans",
        "challenge by leaders",
        "training of staff",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has been to Kent. Inspectors found inadequate {}.",
        "Ofsted has been to Kent. It saw the council's inadequate {}.",
        "Ofsted inspectors said that there was inadequate {} in Kent.",
    ],
)
def test_an_inadequate_thing_is_no_grade(text: str, thing: str) -> None:
    assert ("Kent", "inadequate") not in reported(text.format(thing), TITLE, WHEN)
