"""What inspectors want is asked of a council; what others want is a wish."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

_VISIT = "Ofsted has published a letter on a focused visit to Kent's services for children."
_AREA = "Ofsted and the CQC have published a report on special needs services in Kent."


@pytest.mark.parametrize(
    "sentence",
    [
        "They want priority action on unregistered placements.",
        "Inspectors want priority action on how risk is assessed.",
        "Ofsted wants immediate priority action on unregistered homes.",
        "Inspectors looked at risk. They want priority action on the front door.",
    ],
)
def test_inspectors_want_priority_action(sentence: str) -> None:
    text = f"{_VISIT}\n\nInspectors looked at children in care. {sentence}"
    assert ("Kent", "priority_action") in reported(text, "Ofsted letter on Kent", "2022-05-14")


@pytest.mark.parametrize(
    "sentence",
    [
        "The council wants priority action on housing.",
        "Parents want priority action on the front door.",
        "They do not want priority action on anything.",
    ],
)
def test_others_want_it_or_nobody_does(sentence: str) -> None:
    text = f"{_VISIT}\n\nInspectors looked at children in care.\n\n{sentence}"
    assert ("Kent", "priority_action") not in reported(text, "Ofsted letter on Kent", "2022-05-14")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ofsted and the CQC want a written statement of action from Kent on SEND.",
        "Inspectors found significant weaknesses and want a written statement of action.",
        "Inspectors now want Kent to produce a written statement of action.",
    ],
)
def test_inspectors_want_a_statement(sentence: str) -> None:
    found = reported(f"{_AREA}\n\n{sentence}", "Kent SEND report is out", "2019-05-14")
    assert ("Kent", "written_statement_of_action") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Campaigners want a written statement of action from Kent.",
        "The council wants its written statement of action to be a model for others.",
    ],
)
def test_a_wish_for_a_statement_asks_for_none(sentence: str) -> None:
    found = reported(f"{_AREA}\n\n{sentence}", "Kent SEND report is out", "2019-05-14")
    assert ("Kent", "written_statement_of_action") not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The report lists failings that it calls widespread and systemic.",
        "It must take urgent action over failings that inspectors call systemic.",
    ],
)
def test_failings_are_called_systemic(sentence: str) -> None:
    found = reported(f"{_AREA}\n\n{sentence}", "Kent SEND report is out", "2024-05-14")
    assert ("Kent", "send_systemic_failings") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Its letter asks the council for a written plan to tackle an area for priority action.",
        "Ofsted wants Kent to send it a plan to address two areas for priority action.",
        "Kent must write a plan to remedy an area for priority action.",
        "The council was told to draw up a plan to deal with one area for priority action.",
    ],
)
def test_a_plan_to_mend_something_is_no_doubt_of_it(sentence: str) -> None:
    found = reported(f"{_VISIT}\n\n{sentence}", "Ofsted letter on Kent", "2022-05-14")
    assert ("Kent", "priority_action") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The council has a plan to tackle any areas for priority action.",
        "The plan to tackle the areas for priority action is working.",
        "It may be asked for a plan to tackle an area for priority action.",
    ],
)
def test_a_plan_for_what_is_known_or_may_come_finds_nothing(sentence: str) -> None:
    found = reported(f"{_VISIT}\n\n{sentence}", "Ofsted letter on Kent", "2022-05-14")
    assert ("Kent", "priority_action") not in found
