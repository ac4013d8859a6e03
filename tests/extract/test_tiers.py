"""Which way an area went among the three outcomes, and failings said to be widespread."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, reported
from watcher.model.vocabulary import Direction

_TITLE = "Kent SEND report is out"
_DAY = "2026-05-14"


@pytest.mark.parametrize(
    "sentence",
    [
        "Kent has fallen from the best to the middle of three outcomes for SEND, Ofsted said.",
        "Kent has dropped from the highest to the middle outcome for SEND, inspectors said.",
        "Kent's SEND outcome has been downgraded to inconsistent experiences.",
        "Kent has lost its top SEND outcome: inspectors found inconsistent experiences.",
        "In 2023 experiences in Kent were typically positive. Now Ofsted calls them inconsistent.",
        (
            "When inspectors last called, in 2023, they found typically positive experiences in"
            " Kent. This time they are inconsistent."
        ),
        "It is a fall from typically positive experiences in 2023 to inconsistent ones.",
    ],
)
def test_an_area_fell_to_the_middle(sentence: str) -> None:
    found = one(sentence, "Kent", _TITLE, _DAY)
    assert found.outcome.value == "send_inconsistent"
    assert found.direction is Direction.WORSE
    assert found.adverse


@pytest.mark.parametrize(
    "sentence",
    [
        "Kent has risen from the lowest to the middle of three outcomes for SEND, Ofsted said.",
        "Ofsted and the CQC found inconsistent experiences and outcomes in Kent.",
        "Inspectors found inconsistent experiences in Kent. Medway has typically positive ones.",
    ],
)
def test_the_middle_is_no_fall_by_itself(sentence: str) -> None:
    found = one(sentence, "Kent", _TITLE, _DAY)
    assert found.outcome.value == "send_inconsistent"
    assert not found.adverse


@pytest.mark.parametrize(
    "sentence",
    [
        "Ofsted ruled that failings in Kent were systemic as well as widespread.",
        "They said that the partnership's failings are systemic.",
        "Inspectors determined that failings ran through the whole system.",
        "Failings at every level of the system were found by inspectors in Kent.",
    ],
)
def test_failings_are_called_widespread_behind_them(sentence: str) -> None:
    text = f"Ofsted and the CQC have reported on SEND in Kent.\n\n{sentence}"
    assert ("Kent", "send_systemic_failings") in reported(text, _TITLE, _DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff shortages were widespread, inspectors said.",
        "Failings in Kent are neither widespread nor systemic, inspectors said.",
        "Absence is widespread in Kent, inspectors said, and its effects are systemic.",
    ],
)
def test_other_things_may_be_widespread(sentence: str) -> None:
    text = f"Ofsted and the CQC have reported on SEND in Kent.\n\n{sentence}"
    assert ("Kent", "send_systemic_failings") not in reported(text, _TITLE, _DAY)
