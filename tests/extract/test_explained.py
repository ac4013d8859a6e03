"""What inspectors do in general, what holds in places, and who only bears a council's name."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

HARD = {"weaknesses", "priority_action", "insufficient_progress", "send_systemic_failings"}


@pytest.mark.parametrize(
    "text",
    [
        "They rate a council under three headings, one is serious concerns. Kent welcomed Ofsted.",
        "Inspectors will list strengths and areas for priority action. Kent is ready for Ofsted.",
        "Ofsted can name areas for priority action, Kent's director explained.",
        "Where progress is too slow the government may step in, Ofsted told Kent.",
        "For Ofsted an area with widespread and/or systemic failings must have a plan, Kent heard.",
        "Any council that leaves children at risk will be inspected by Ofsted again, Kent heard.",
        "The letter names strengths and any areas for priority action, Ofsted told Kent.",
        "If inspectors find serious weaknesses, Ofsted comes back, Kent's leader said.",
    ],
)
def test_what_inspectors_do_in_general_is_nobodys_finding(text: str) -> None:
    found = reported(text, "Children's services in Kent", "2021-05-01")
    assert not {outcome for _, outcome in found} & HARD


@pytest.mark.parametrize(
    "text",
    [
        "Where children are at risk they are left at risk for too long in Kent, Ofsted found.",
        "Ofsted found two areas for priority action in Kent.",
        "Inspectors found that a service that protects children in Kent has serious weaknesses.",
        "Ofsted said the area with the most children in Kent had widespread and serious failings.",
    ],
)
def test_what_inspectors_found_is_a_finding(text: str) -> None:
    found = reported(text, "Children's services in Kent", "2021-05-01")
    assert {outcome for _, outcome in found} & HARD


VISIT = "Ofsted made its third monitoring visit to Kent. "


@pytest.mark.parametrize(
    "text",
    [
        "Services continue to improve. The pace of change in some teams has been slow.",
        "Inspectors found that services are improving. A few areas had made limited progress.",
        "Inspectors saw clear progress. In parts of the service practice remains weak.",
    ],
)
def test_what_is_slow_in_places_does_not_outweigh_progress(text: str) -> None:
    assert ("Kent", "insufficient_progress") not in reported(VISIT + text, "Ofsted in Kent")


@pytest.mark.parametrize(
    "text",
    [
        "Some progress was made. The pace of change has been too slow, and practice remains weak.",
        "Inspectors saw little improvement. The pace of change is too slow.",
    ],
)
def test_what_is_slow_throughout_does(text: str) -> None:
    assert ("Kent", "insufficient_progress") in reported(VISIT + text, "Ofsted in Kent")


@pytest.mark.parametrize("name", ["Ann Kent-Smith", "Kim Bromley-Derry", "Sir Bob Trafford-Lee"])
def test_half_of_a_persons_name_is_no_council(name: str) -> None:
    text = f"{name} said that Ofsted had found serious failings in children's services."
    assert reported(text, "A speech on children's services") == set()


OLDER = "Ofsted judged that services in Kent require improvement in 2015. "


@pytest.mark.parametrize(
    "text",
    [
        "A full inspection found there had not been enough improvements to change that rating.",
        "Too little progress was seen by inspectors to raise the grade.",
        "Ofsted saw insufficient progress for a better judgement of Kent.",
    ],
)
def test_too_little_for_a_better_grade_than_that_is_no_failure(text: str) -> None:
    found = reported(OLDER + text, "Money for Kent's services after inspection")
    assert ("Kent", "insufficient_progress") not in found


def test_too_little_to_leave_the_lowest_grade_is() -> None:
    text = "Ofsted rated Kent inadequate in 2015. Inspectors saw too little progress to raise it."
    assert reported(text, "Ofsted on Kent's services")


@pytest.mark.parametrize(
    "text",
    [
        "Kent's leaders have taken effective action on most of the areas for priority action.",
        "Ofsted saw effective action to deal with the areas for priority action in Kent.",
    ],
)
def test_effective_action_answers_a_priority_action(text: str) -> None:
    found = reported(f"{text} Ofsted visited in May.", "Ofsted's visit to Kent")
    assert ("Kent", "priority_action") not in found


def test_ineffective_action_does_not() -> None:
    text = "Ofsted found two new areas for priority action in Kent."
    assert ("Kent", "priority_action") in reported(text, "Ofsted's visit to Kent")
    text = "Ofsted said Kent had not taken effective action on the areas for priority action."
    assert ("Kent", "priority_action") in reported(text, "Ofsted's visit to Kent")


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted was disappointed at the pace of improvement.",
        "Progress in children's services has slowed, inspectors said.",
        "Inspectors said that weaknesses had not been tackled with enough urgency.",
        "Children in need of protection are not seen quickly enough.",
        "Failings were not acted on with the necessary speed.",
    ],
)
def test_what_is_too_slow_at_a_visit_is_told_in_many_words(text: str) -> None:
    found = reported(VISIT + text, "Ofsted's letter to Kent")
    assert {outcome for _, outcome in found} & HARD


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted was pleased at the pace of improvement.",
        "Weaknesses had been tackled with urgency, inspectors said.",
        "Children in need of protection are seen quickly.",
        "Practice has improved. At the last one, inspectors had found limited progress.",
    ],
)
def test_what_is_swift_is_not(text: str) -> None:
    found = reported(VISIT + text, "Ofsted's letter to Kent")
    assert not {outcome for _, outcome in found} & HARD
