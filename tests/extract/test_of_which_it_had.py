"""What is said in passing of judgements and grades: whose it is, and since when."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, recalled, reported

FINDING = tuple[str, str, str]


def findings(text: str, title: str = "Kent report", when: str = "2026-09-18") -> set[FINDING]:
    """Give area, outcome and direction of all news of a text."""
    found = read(text, title, when).findings
    return {
        (f.area.value, f.outcome.value, f.direction.value) for f in found if f.role.value == "news"
    }


@pytest.mark.parametrize(
    "text",
    [
        (
            "Kent is rated requires improvement for leadership and for care leavers, in each of"
            " which it had been good in 2023, Ofsted says."
        ),
        (
            "Ofsted says Kent requires improvement for care leavers and for leadership, both of"
            " which had been good in 2023."
        ),
        (
            "Ofsted says Kent requires improvement for care leavers and leadership, both of which"
            " were good in 2023."
        ),
    ],
)
def test_an_old_grade_is_that_of_each_judgement_named(text: str) -> None:
    assert ("leaders", "requires_improvement", "worse") in findings(text)
    assert ("overall", "good") not in {(a, o) for a, o, _ in findings(text)}


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Support for care leavers, which has its own judgement since last year, was", "care"),
        ("Support for care leavers in Kent, which has grown since last year, was", "care"),
        ("Help for care leavers in Kent, who have had a hub since 2023, was", "care"),
        ("Leadership in Kent, which has been shaken since last year, was", "leaders"),
    ],
)
def test_what_is_put_in_takes_no_judgement_away(text: str, area: str) -> None:
    told = findings(f"Ofsted has a report on Kent. {text} rated requires improvement.")
    of = {"care": "care_leavers"}.get(area, area)
    assert ("requires_improvement", of) in {(outcome, area) for area, outcome, _ in told}
    assert "overall" not in {area for area, _, _ in told}


def test_who_was_inspected_since_is_told_of_then() -> None:
    text = "Ofsted has news of Kent. Kent, which was last inspected in 2019, was rated inadequate."
    assert ("Kent", "inadequate") not in reported(text, "Kent hires a director", "2026-09-18")
    assert ("Kent", "inadequate") in recalled(text, "Kent hires a director", "2026-09-18")


@pytest.mark.parametrize(
    "text",
    [
        "Children's services in Kent remain good, Ofsted says. In 2015 they required improvement.",
        (
            "Inspectors gave Kent an outstanding rating for its services for children for the third"
            " time running. In 2009 the county's safeguarding arrangements were inadequate."
        ),
        "Ofsted says children's services in Kent are still good. In 2014 they were inadequate.",
        "Ofsted has again rated children's services in Kent outstanding. In 2009 it was good.",
    ],
)
def test_a_grade_that_is_kept_is_no_rise_from_one_long_before(text: str) -> None:
    assert "better" not in {way for _, _, way in findings(text, "Kent's services")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ofsted has again raised its rating for children's services in Kent, to good. In 2015"
            " they required improvement."
        ),
        "Children's services in Kent are good, Ofsted says. In 2015 they required improvement.",
    ],
)
def test_another_rise_is_one(text: str) -> None:
    assert ("overall", "good", "better") in findings(text, "Kent's services")


@pytest.mark.parametrize(
    "text",
    [
        "Its work with children in care stayed good.",
        "Its work with children in care is good.",
    ],
)
def test_work_with_children_in_care_is_a_judgement(text: str) -> None:
    told = findings(f"Ofsted's report on Kent calls leadership inadequate. {text}")
    assert "good" in {outcome for area, outcome, _ in told if area == "children_in_care"}
    assert "good" not in {outcome for area, outcome, _ in told if area == "overall"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Ofsted inspection outcome: headteachers' partnership note",
            (
                "The outcome of the ILACS inspection has been published. Kent has gone from good to"
                " inadequate for its overall effectiveness. Children in care, and help and"
                " protection, were inadequate.\n\nHeads had met them. Schools were praised."
            ),
        ),
        (
            "Leaders reset relations with staff",
            (
                "Kent County Council - standard inspection\n\nThe team at College Green took an"
                " hour. The county had at last been judged inadequate. Care leavers' services were"
                " also rated inadequate, says Ofsted."
            ),
        ),
    ],
)
def test_what_schools_are_told_of_care_leavers_is_of_the_council(title: str, text: str) -> None:
    assert ("overall", "inadequate") in {(a, o) for a, o, _ in findings(text, title, "2024-01-09")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "A primary school in Kent has been rated inadequate by Ofsted. Pupils in care do well"
            " but safeguarding was inadequate. Kent County Council said it would help the school."
        ),
        (
            "An academy in Kent was rated inadequate by Ofsted. The quality of education,"
            " leadership and safeguarding are inadequate. Kent County Council runs it."
        ),
    ],
)
def test_a_school_s_grades_are_the_school_s(text: str) -> None:
    assert not findings(text, "School told to improve", "2024-01-09")
