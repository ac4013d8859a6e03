"""Other bodies beside an area's verdict: its pupils and hospitals, adult care, harm at home."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

_SEND = "Kent SEND report published"
_VISIT = "Ofsted letter to Kent published"
_DAY = "2023-05-14"


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors found systemic failings in the transition to adult care in Kent.",
        "Ofsted found systemic failings in how Kent readies pupils for adult services.",
        "Schools and the council in Kent share the blame for systemic failings, Ofsted said.",
        "Pupils in Kent are let down by systemic failings, inspectors have found.",
        "Waits for CAMHS are among the systemic failings that Ofsted and the CQC found in Kent.",
        "From ward to college, pupils in Kent meet widespread failings, inspectors say.",
    ],
)
def test_pupils_hospitals_and_adult_life_are_part_of_an_areas_failings(sentence: str) -> None:
    text = f"{sentence}\n\nThe council said that it accepted the findings."
    assert ("Kent", "send_systemic_failings") in reported(text, _SEND, _DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ofsted said pupils wait so long that Kent must write a statement of action.",
        "A written statement of action is required of Kent and its hospitals, Ofsted says.",
        (
            "Ofsted and the CQC told Kent to produce a written statement of action. The CQC will"
            " look at Kent's adult social care next year."
        ),
    ],
)
def test_a_statement_is_asked_of_an_area_whoever_is_named_beside_it(sentence: str) -> None:
    assert ("Kent", "written_statement_of_action") in reported(sentence, _SEND, _DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "An area for priority action was found: the response to harm outside the home.",
        "Ofsted named an area for priority action, how Kent meets risk outside of the home.",
        "Inspectors found an area for priority action in how risk in the home is assessed.",
    ],
)
def test_harm_outside_the_home_is_no_childrens_home(sentence: str) -> None:
    text = f"Ofsted made a focused visit to Kent in July.\n\n{sentence}"
    assert ("Kent", "priority_action") in reported(text, _VISIT, _DAY)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Kent special school in special measures",
            "Pupils with SEND are let down by widespread failings at the school, Ofsted said.",
        ),
        (
            "Kent children's home told to improve",
            "A children's home in Kent was found to have serious weaknesses, Ofsted said.",
        ),
        (
            "Kent adult care 'inadequate', says CQC",
            "Kent's adult social care has widespread failings, the CQC has found.",
        ),
        (
            "Kent hospital failings",
            "A Kent hospital has systemic failings, the CQC said.",
        ),
        (
            "SEND pupils in Kent",
            "A school in Kent has systemic failings in its help for pupils with SEND, Ofsted said.",
        ),
    ],
)
def test_what_one_school_home_or_hospital_is_told_is_no_areas(title: str, text: str) -> None:
    assert reported(text, title, _DAY) == set()


@pytest.mark.parametrize(
    "beside",
    [
        "The council's adult social care was rated good last year.",
        "Pupils miss school because no place can be found for them.",
        "Children wait for years to be seen at the hospital.",
    ],
)
@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        (
            "A joint inspection of special needs services in Kent has found systemic failings.",
            "send_systemic_failings",
        ),
        (
            (
                "A revisit by Ofsted and the CQC found that Kent has made insufficient progress"
                " in its special needs services."
            ),
            "insufficient_progress",
        ),
    ],
)
@pytest.mark.parametrize("title", ["A letter to families", "Leader: we will put this right"])
def test_one_sentence_on_others_makes_no_page_theirs(
    title: str, verdict: str, outcome: str, beside: str
) -> None:
    text = f"{verdict}\n\n{beside}\n\nThe report says that families have to fight for help."
    assert ("Kent", outcome) in reported(text, title, "2022-05-14")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Force criticised over child protection in Kent",
            (
                "Police in Kent are not protecting children well enough, according to the policing"
                " inspectorate. HMICFRS examined 76 cases in its national child protection"
                " inspection. Kent County Council was told of two. The force said it would change."
            ),
        ),
        (
            "Kent Police 'failing children', say inspectors",
            (
                "HM Inspectorate of Constabulary has found serious failings in how Kent Police"
                " protects children. The force said it would change."
            ),
        ),
    ],
)
def test_who_inspects_the_police_judges_no_council(title: str, text: str) -> None:
    assert not reported(text, title, "2022-12-08")


def test_a_joint_inspection_with_that_of_the_police_does() -> None:
    text = (
        "A joint inspection by HMICFRS and others has found an area for priority action for the"
        " council and the force in Kent, and that children are left at risk."
    )
    assert ("Kent", "priority_action") in reported(text, "Children left at risk in Kent", _DAY)
