"""A failing status, a good service in quotation marks, and other ways round a grade's name."""

from __future__ import annotations

import pytest

from tests.extract.helpers import Pairs, read, reported
from watcher.model.vocabulary import Area, Direction, Role

TITLE = "Ofsted report on Barnsley"


def went(text: str, title: str) -> set[tuple[str, Direction]]:
    """Give the outcomes that are news, each with the way it went."""
    findings = read(text, title, "2016-05-01").findings
    return {(f.outcome.value, f.direction) for f in findings if f.role is Role.NEWS}


@pytest.mark.parametrize(
    ("title", "text", "outcome"),
    [
        (
            "Barnsley children's services no longer failing",
            "Ofsted says children's services in Barnsley require improvement.",
            "requires_improvement",
        ),
        (
            TITLE,
            (
                "Ofsted has lifted Barnsley's children's services out of the failing category. They"
                " are now rated good."
            ),
            "good",
        ),
        (
            "Barnsley sheds failing label",
            "Ofsted says that children's services in Barnsley require improvement.",
            "requires_improvement",
        ),
        (
            TITLE,
            "Children's services in Barnsley went from inadequate in every area to solidly good.",
            "good",
        ),
        (TITLE, "Children's services in Barnsley went from inadequate to a firm good.", "good"),
    ],
)
def test_what_is_no_longer_failing_has_risen(title: str, text: str, outcome: str) -> None:
    assert (outcome, Direction.BETTER) in went(text, title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Head leaves failing school", "Ofsted gave the school in Barnsley a failing grade."),
        ("Exams", "Barnsley Council says fewer children get failing grades in their exams."),
        ("Letters", "Barnsley Council is no longer failing to answer letters, its leader said."),
    ],
)
def test_other_failing_grades_are_no_verdict(title: str, text: str) -> None:
    assert went(text, title) == set()


def test_services_that_still_fail_have_not_risen() -> None:
    text = "Ofsted has rated Barnsley council's children's services inadequate."
    found = went(text, "Barnsley children's services still failing")
    assert "inadequate" in {outcome for outcome, _ in found}
    assert Direction.BETTER not in {way for _, way in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "The inspection showed that Barnsley Council was providing a 'Good' service that"
                " had been improved upon."
            ),
            {("Barnsley", "good")},
        ),
        ("Ofsted found that Barnsley Council provides a 'good' service.", {("Barnsley", "good")}),
        (
            (
                "The inspection showed that children's services in Barnsley deliver an"
                " 'outstanding' service."
            ),
            {("Barnsley", "outstanding")},
        ),
        ("Parents in Barnsley say that they get a good service from Ofsted.", set()),
    ],
)
def test_a_good_service_is_a_grade_where_the_grade_is_quoted(text: str, found: Pairs) -> None:
    assert reported(text, TITLE) == found


def test_what_services_have_with_outstanding_leadership_is_that_of_leaders() -> None:
    title = "Good services with outstanding leadership - Barnsley Council transforms care"
    text = "Ofsted published its report on Barnsley Council's children's services on Tuesday."
    found = read(text, title).findings
    assert {f.area for f in found if f.outcome.value == "outstanding"} == {Area.LEADERS}
