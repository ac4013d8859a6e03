"""A grade that was the best to be had was given: `it could not be higher than inadequate`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported

LEAD = "Ofsted has inspected Kent's children's services."
BAD = ("Kent", "inadequate")


@pytest.mark.parametrize(
    "text",
    [
        "Because of that the overall grade could not be higher than inadequate.",
        "As a result the overall judgement could be no better than inadequate.",
        "That meant the overall grade could only be inadequate.",
        "It meant that it could not be rated anything but inadequate overall.",
        "The overall grade is no better than inadequate.",
        "The overall grade is not higher than inadequate.",
    ],
)
def test_the_best_that_was_to_be_had_was_given(text: str) -> None:
    assert BAD in reported(f"{LEAD} {text}", "Ofsted in Kent", "2023-05-16")


@pytest.mark.parametrize(
    "text",
    [
        "If leadership is poor the overall grade could not be higher than inadequate.",
        "The overall grade could not be inadequate.",
        "It is anything but inadequate.",
        "A council with one such grade could be rated no higher than inadequate.",
        "The overall grade could be inadequate.",
        "The overall grade was not inadequate.",
    ],
)
def test_what_could_be_or_is_not_was_not(text: str) -> None:
    assert BAD not in reported(f"{LEAD} {text}", "Ofsted in Kent", "2023-05-16")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Looked after children there are getting an adequate service, Ofsted said.", "adequate"),
        ("Children in care in Kent get an adequate service, Ofsted said.", "adequate"),
    ],
)
def test_what_children_in_care_get_is_a_judgement(text: str, outcome: str) -> None:
    assert ("Kent", outcome) in reported(f"{LEAD} {text}", "Ofsted in Kent", "2010-05-16")


@pytest.mark.parametrize(
    "text",
    [
        "Leadership was judged inadequate, which is also the overall grade.",
        "Help and protection is inadequate, and that is the overall grade too.",
        "Leadership is inadequate, which became the overall judgement.",
        "Leadership is inadequate. That is also the overall judgement.",
        "Leadership is inadequate. So is the overall judgement.",
        "Leadership is inadequate. So, as a result, is the overall judgement.",
        "Leadership is inadequate, and so, in consequence, is the overall grade.",
        "Leadership is inadequate. So too was the overall grade.",
        "Leadership was judged inadequate, as was the overall grade.",
        "It is good for care leavers and inadequate for help, which is its new overall grade.",
    ],
)
def test_a_judgements_grade_may_be_said_to_be_the_overall_one(text: str) -> None:
    found = read(f"{LEAD} {text}", "Ofsted in Kent", "2023-05-16").findings
    assert ("overall", "inadequate") in {(f.area.value, f.outcome.value) for f in found}


@pytest.mark.parametrize(
    "text",
    [
        "Leadership is inadequate, which is not the overall grade.",
        "Leadership is inadequate, which is worse than the overall grade.",
        "Leadership is inadequate. That is odd, and the overall grade is open.",
        "Leadership is inadequate. So, as a result, is the overall mood of its staff bad.",
        "Leadership is inadequate. As a result, the overall grade is open.",
    ],
)
def test_or_not_to_be(text: str) -> None:
    found = read(f"{LEAD} {text}", "Ofsted in Kent", "2023-05-16").findings
    assert ("overall", "inadequate") not in {(f.area.value, f.outcome.value) for f in found}
