"""Judgements are bound to their own labels, in every layout, or held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports import pages
from watcher.model.vocabulary import GRADES, Area, Outcome, Role

if TYPE_CHECKING:
    from watcher.model.finding import Reading

Read = "Callable[..., Reading]"


def grades(reading: Reading) -> dict[str, str]:
    return {
        finding.area.value: finding.outcome.value
        for finding in reading.findings
        if finding.role is Role.NEWS and finding.outcome in GRADES
    }


def reasons(reading: Reading) -> set[str]:
    return {rejection.reason for rejection in reading.rejections}


FIVE = {
    "leaders": "good",
    "help_and_protection": "requires_improvement",
    "children_in_care": "outstanding",
    "care_leavers": "inadequate",
    "overall": "requires_improvement",
}


def test_five_judgements_are_read_each_by_its_label(read: Read) -> None:
    rows = pages.five_rows(
        "Good",
        "Requires improvement to be good",
        "Outstanding",
        "Inadequate",
        "Requires improvement\nto be good",
    )
    assert grades(read(pages.ilacs(*rows))) == FIVE


def test_the_order_of_rows_does_not_matter(read: Read) -> None:
    rows = pages.five_rows(
        "Good",
        "Requires improvement to be good",
        "Outstanding",
        "Inadequate",
        "Requires improvement to be good",
    )
    shuffled = [rows[3], rows[4], rows[0], rows[2], rows[1]]
    assert grades(read(pages.ilacs(*shuffled))) == FIVE


def test_one_judgement_of_care_and_care_leavers_stays_one(read: Read) -> None:
    rows = [
        pages.LEADERS.format("Good"),
        pages.HELP.format("Good"),
        pages.COMBINED.format("Inadequate"),
        pages.OVERALL.format("Inadequate"),
    ]
    found = grades(read(pages.ilacs(*rows, dates="14 to 25 January 2019")))
    assert found == {
        "leaders": "good",
        "help_and_protection": "good",
        "children_in_care_and_care_leavers": "inadequate",
        "overall": "inadequate",
    }


def test_no_overall_grade_from_april_2026_is_no_failure(read: Read) -> None:
    rows = pages.five_rows("Good", "Good", "Good", "Inadequate", "Good")[:4]
    reading = read(pages.ilacs(*rows, dates="27 April to 8 May 2026"))
    assert "overall" not in grades(reading)
    assert len(grades(reading)) == 4
    assert reasons(reading) == set()


def test_a_missing_overall_grade_before_april_2026_is_said(read: Read) -> None:
    rows = pages.five_rows("Good", "Good", "Good", "Inadequate", "Good")[:4]
    reading = read(pages.ilacs(*rows, dates="12 to 23 January 2026"))
    assert len(grades(reading)) == 4
    assert reasons(reading) == {"no_overall"}


@pytest.mark.parametrize(
    "printed",
    [
        "Requires improvement to be good",
        "Requires improvement",
        "Require improvement",
        "Requires Improvement",
        "requires improvement to be good",
        "Requires\nimprovement",
        "Requires improvement\nto be good",
        "Requires\nimprovement to\nbe good",
        "Requires improvement2",
        "Requires improvement.",
    ],
)
def test_requires_improvement_is_never_good(read: Read, printed: str) -> None:
    rows = pages.five_rows("Good", printed, "Good", "Good", "Good")
    assert grades(read(pages.ilacs(*rows)))["help_and_protection"] == "requires_improvement"


@pytest.mark.parametrize(
    ("label", "area"),
    [
        ("The impact of leaders on social work practice with children\nand families", "leaders"),
        (
            "The impact of leaders and managers on social work practice with children and families",
            "leaders",
        ),
        (
            "Experiences and progress of children who need help and protection",
            "help_and_protection",
        ),
        (
            "The experience and progress of children and families who need help\nand protection",
            "help_and_protection",
        ),
        (
            "The experiences & progress of children in need of help & protection",
            "help_and_protection",
        ),
        ("The experiences and progress of children looked after", "children_in_care"),
        (
            "The experiences and progress of children in care and care\nleavers",
            "children_in_care_and_care_leavers",
        ),
        ("The experiences and progress of care experienced young people", "care_leavers"),
        ("The experinces and progress of care leavers", "care_leavers"),
        ("THE EXPERIENCES AND PROGRESS OF CARE LEAVERS", "care_leavers"),
        ("Leadership, managment and governance", "leaders"),
        ("Overall effectiveness", "overall"),
    ],
)
def test_a_label_is_known_in_its_spellings(read: Read, label: str, area: str) -> None:
    found = grades(read(pages.ilacs(f"{label}\nInadequate")))
    assert found == {area: "inadequate"}


def test_an_unknown_label_is_held_and_shifts_nothing(read: Read) -> None:
    rows = pages.five_rows("Good", "Outstanding", "Good", "Inadequate", "Good")
    rows.insert(1, "The experiences and progress of\ndisabled children\nInadequate")
    reading = read(pages.ilacs(*rows))
    assert grades(reading) == {
        "leaders": "good",
        "help_and_protection": "outstanding",
        "children_in_care": "good",
        "care_leavers": "inadequate",
        "overall": "good",
    }
    held = [r for r in reading.rejections if r.reason == "unknown_label"]
    assert "disabled children" in held[0].quote


def test_a_label_that_only_ends_like_a_known_one_is_not_that_one(read: Read) -> None:
    rows = ["The experiences and progress of disabled children and\ncare leavers\nInadequate"]
    assert grades(read(pages.ilacs(pages.LEADERS.format("Good"), *rows))) == {"leaders": "good"}


def test_a_label_without_a_grade_does_not_take_the_next_ones(read: Read) -> None:
    rows = pages.five_rows("Good", "Good", "Good", "", "Inadequate")
    reading = read(pages.ilacs(*rows))
    assert "care_leavers" not in grades(reading)
    assert "overall" not in grades(reading)
    assert "unexplained_text" in reasons(reading)


def test_grades_apart_from_their_labels_are_all_held(read: Read) -> None:
    labels = "\n".join(
        row.removesuffix("\n{}").removesuffix(" {}")
        for row in (pages.LEADERS, pages.HELP, pages.CARE, pages.LEAVERS, pages.OVERALL)
    )
    reading = read(pages.ilacs(labels, "Good\nInadequate\nGood\nGood\nInadequate"))
    assert grades(reading) == {}
    assert reasons(reading)


def test_a_grade_inside_its_wrapped_label_is_held(read: Read) -> None:
    rows = [
        "The impact of leaders on social work\nInadequate\npractice with children and families",
        "The experiences and progress of\nGood\nchildren who need help and protection",
        "The experiences and progress of\nInadequate\nchildren in care",
        "Overall effectiveness Inadequate",
    ]
    reading = read(pages.ilacs(*rows))
    assert set(grades(reading)) <= {"overall"}
    assert "unexplained_text" in reasons(reading)


def test_two_grades_for_one_judgement_are_both_held(read: Read) -> None:
    rows = pages.five_rows("Good", "Good", "Good", "Good", "Good")
    reading = read(pages.ilacs(*rows, pages.CARE.format("Inadequate")))
    assert "children_in_care" not in grades(reading)
    assert "conflicting_grades" in reasons(reading)


def test_not_judged_is_a_value(read: Read) -> None:
    rows = pages.five_rows("Good", "Good", "Not judged", "Not judged", "Good")
    reading = read(pages.ilacs(*rows))
    assert reading.inspection is not None
    assert set(reading.inspection.not_judged) == {Area.CHILDREN_IN_CARE, Area.CARE_LEAVERS}
    assert set(grades(reading)) == {"leaders", "help_and_protection", "overall"}


def test_prose_that_ends_a_line_in_a_grade_is_no_judgement(read: Read) -> None:
    rows = pages.five_rows("Inadequate", "Inadequate", "Inadequate", "Inadequate", "Inadequate")
    prose = (
        "At the last inspection in 2021 services were judged to be good\n"
        "The experiences and progress of care leavers had been outstanding\n"
        "Overall effectiveness: good"
    )
    found = grades(read(pages.ilacs(*rows) + "\n" + prose))
    assert set(found.values()) == {"inadequate"}


def test_a_table_that_runs_over_the_page_is_read_on(read: Read) -> None:
    rows = pages.five_rows("Good", "Good", "Good", "Inadequate", "Inadequate")
    first = pages.ilacs(*rows[:2]).removesuffix(pages.PROSE).strip()
    second = "\n".join(
        (
            "Inspection of Halton local authority children’s services",
            "13 to 24 May 2024 2",
            *rows[2:],
            pages.PROSE,
        )
    )
    reading = read(first, second)
    assert len(grades(reading)) == 5
    assert grades(reading)["care_leavers"] == "inadequate"


SINGLE = {
    "overall": "requires_improvement",
    "help_and_protection": "requires_improvement",
    "children_in_care": "good",
    "adoption": "outstanding",
    "care_leavers": "inadequate",
    "leaders": "requires_improvement",
}
BOILERPLATE = (
    "The authority is not yet delivering good protection and help and care for children,\n"
    "young people and families. It is expected that, as a minimum, all children receive\n"
    "good help, care and protection. Good leadership means that services are\ngood\n"
    "The judgements on areas of the service that contribute to overall effectiveness are:"
)


@pytest.mark.parametrize(
    "caption",
    [
        "The overall judgement is requires improvement.\n" + BOILERPLATE,
        "The overall judgement is that children’s services require\nimprovement.2\n" + BOILERPLATE,
        "Children’s services in Halton require improvement to be\ngood",
        "Children's services in the Borough of Somewhere Good require\nimprovement to be good",
        "The overall judgement is that children's services are Requires Improvement\n"
        + BOILERPLATE,
    ],
    ids=["first", "second", "third", "straight", "clumsy"],
)
def test_a_single_inspection_states_its_overall_grade_in_the_caption(
    read: Read, caption: str
) -> None:
    assert grades(read(pages.single(caption, pages.SINGLE_ROWS))) == SINGLE


def test_the_safeguarding_boards_grade_is_not_the_councils(read: Read) -> None:
    board = "\nThe effectiveness of the Local Safeguarding Children Board (LSCB) is\ninadequate"
    caption = "The overall judgement is requires improvement"
    reading = read(pages.single(caption, pages.SINGLE_ROWS + board))
    assert grades(reading) == SINGLE
    assert "other_body" in reasons(reading)


def test_a_review_of_the_board_alone_gives_the_council_nothing(read: Read) -> None:
    page = (
        "1\nHalton Safeguarding Children Board\nReview of the effectiveness of the Local\n"
        "Safeguarding Children Board\nInspection date: 15 June 2015 – 17 June 2015\n"
        "Report published: 3 August 2015\nThe effectiveness of the board is inadequate"
    )
    reading = read(page)
    assert reading.findings == ()
    assert reasons(reading) == {"other_body"}
    assert reading.inspection is not None
    assert reading.inspection.council is not None
    assert reading.inspection.council.name == "Halton"


def test_old_grades_in_the_same_form_on_a_later_page_are_not_taken(read: Read) -> None:
    later = (
        "2\nPrevious Ofsted inspections\nThe judgements for the local authority were:\n"
        "Overall effectiveness: inadequate\nLeadership, management and governance: inadequate"
    )
    caption = "Children’s services in Halton require improvement to be good"
    assert grades(read(pages.single(caption, pages.SINGLE_ROWS), later)) == SINGLE


NEEDS = "2\nWhat does the local authority need to improve?\nPriority and immediate action\n"


def test_priority_action_of_a_single_inspection_is_read(read: Read) -> None:
    caption = "The overall judgement is that children’s services require improvement"
    reading = read(
        pages.single(caption, pages.SINGLE_ROWS), NEEDS + "1. Ensure that children are seen."
    )
    assert Outcome.PRIORITY_ACTION in {finding.outcome for finding in reading.findings}


def test_a_heading_that_says_there_is_no_priority_action_is_none(read: Read) -> None:
    caption = "The overall judgement is requires improvement"
    text = (
        "The inspection did not find any areas for priority and immediate action.\n"
        "Areas for improvement"
    )
    reading = read(pages.single(caption, pages.SINGLE_ROWS), NEEDS + text)
    outcomes = {finding.outcome for finding in reading.findings}
    assert Outcome.PRIORITY_ACTION not in outcomes
    assert Outcome.NO_PRIORITY_ACTION in outcomes


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The arrangements typically lead to positive experiences and outcomes.", "send_positive"),
        (
            "The partnership’s arrangements lead to inconsistent experiences and\noutcomes.",
            "send_inconsistent",
        ),
        (
            "There are widespread and/or systemic failings leading to\nsignificant concerns.",
            "send_systemic_failings",
        ),
        (
            "There are widespread and systemic failings leading to significant concerns.",
            "send_systemic_failings",
        ),
        (
            "There are systemic failings leading to significant concerns about experiences.",
            "send_systemic_failings",
        ),
    ],
)
def test_the_outcome_of_an_area_send_inspection_is_its_sentence(
    read: Read, sentence: str, outcome: str
) -> None:
    reading = read(pages.send(sentence))
    assert [f.outcome.value for f in reading.findings] == [outcome]
    assert reading.findings[0].area is Area.SEND


def test_an_outcome_in_unknown_words_is_held(read: Read) -> None:
    reading = read(
        pages.send("The arrangements are secure across every measure of the experiences.")
    )
    assert reading.findings == ()
    assert "unknown_outcome" in reasons(reading)


RECORD = (
    "Halton Council Inspection of safeguarding and looked after children 24\n"
    "Record of main findings\n{}Overall effectiveness Inadequate Grade 4\n"
    "Capacity to improve Adequate Grade 3\nOutcomes for looked after children and\nyoung people\n"
    "Good (Grade 2)"
)
COVER = (
    "Inspection of looked after children\nservices\nHalton Borough Council\n"
    "Inspection dates: 15-19 July 2013\nReporting inspector Ann Example HMI\n"
    "Published: 23 August 2013"
)


def test_a_looked_after_report_of_2013_is_read_from_its_record(read: Read) -> None:
    reading = read(COVER, "2\nContents", RECORD.format("Services for looked after children\n"))
    assert [(f.area.value, f.outcome.value) for f in reading.findings] == [
        ("children_in_care", "inadequate"),
        ("other", "adequate"),
        ("other", "good"),
    ]
    assert reading.inspection is not None
    assert reading.inspection.lead_inspector == "Ann Example"


def test_a_number_that_contradicts_its_word_is_held(read: Read) -> None:
    text = RECORD.format("").replace("Inadequate Grade 4", "Inadequate Grade 1")
    reading = read(COVER, "2\nContents", text)
    assert all(finding.area is Area.OTHER for finding in reading.findings)
    assert "conflicting_grades" in reasons(reading)


def test_every_quotation_is_the_text_at_its_place(read: Read) -> None:
    rows = pages.five_rows("Good", "Requires\nimprovement", "Outstanding", "Inadequate", "Good")
    reading = read(pages.ilacs(*rows))
    quotes = [item for finding in reading.findings for item in finding.evidence]
    assert len(quotes) == 5
    assert all(reading.document.text[q.start : q.end] == q.quote and q.page == 1 for q in quotes)
