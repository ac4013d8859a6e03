"""A list of the outcomes that there are is nobody's."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

LEAD = "Ofsted and the CQC were in Kent in January to inspect SEND services."
ITEMS = (
    "The local area partnership's arrangements typically lead to positive experiences.",
    "The arrangements lead to inconsistent experiences. Next inspection within three years.",
    "There are widespread and/or systemic failings. A priority action plan has to be written.",
)


def listed(head: str, mark: str) -> str:
    items = [f"{mark.replace('1', str(at))}{item}" for at, item in enumerate(ITEMS, 1)]
    return "\n\n".join([LEAD, head, *items, "We expect the report in March."])


@pytest.mark.parametrize("mark", ["1. ", "- ", ""])
@pytest.mark.parametrize(
    "head",
    [
        "The report will give one of three outcomes:",
        "There are three possible outcomes:",
        "Inspectors can reach one of three conclusions:",
        "The three outcomes are:",
        "What the three outcomes mean:",
    ],
)
def test_a_list_of_what_may_come_is_no_verdict(head: str, mark: str) -> None:
    assert not reported(listed(head, mark), "SEND inspection in Kent", "2024-02-02")


def test_what_is_told_behind_such_a_list_is() -> None:
    text = listed("There are three possible outcomes:", "- ")
    text += "\n\nKent got the last: there are widespread and systemic failings, the report says."
    assert ("Kent", "send_systemic_failings") in reported(text, "SEND in Kent", "2024-02-02")


def test_a_list_of_what_was_concluded_is_a_verdict() -> None:
    text = f"{LEAD} Inspectors had three conclusions:\n\n- there are systemic failings\n\n- leaders"
    text += " do not know it\n\n- children wait"
    assert ("Kent", "send_systemic_failings") in reported(text, "SEND in Kent", "2024-02-02")
