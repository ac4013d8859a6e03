"""A sentence on another report turns to whom it is on, and areas are counted in many."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported
from watcher.model.vocabulary import Role

LEAD = "Ofsted and the CQC found widespread and systemic failings in Kent and Surrey.\n\n"
TITLE = "SEND: two areas told to act"
MIDDLE = ("Essex", "send_inconsistent")


@pytest.mark.parametrize(
    "text",
    [
        "A third report, on Essex, is out too. Arrangements lead to inconsistent experiences.",
        "Another letter, about Essex, is milder. Outcomes there are inconsistent.",
        "The other report, also out today, is on Essex. It says that outcomes are inconsistent.",
        "One more report deals with Essex. Children there have inconsistent experiences.",
    ],
)
def test_a_report_on_another_council_is_about_that_one(text: str) -> None:
    found = reported(LEAD + text, TITLE, "2024-02-08")
    assert {one for one in found if one[0] == "Essex"} == {MIDDLE}


@pytest.mark.parametrize(
    "text",
    [
        "A report on Essex came out last year. Outcomes are inconsistent.",
        "The report was written with those of Essex in hand. Outcomes are inconsistent.",
        "Parents in Essex wrote a report. Outcomes are inconsistent.",
    ],
)
def test_a_report_that_is_old_or_only_beside_it_is_not(text: str) -> None:
    assert MIDDLE not in reported(LEAD + text, TITLE, "2024-02-08")


@pytest.mark.parametrize(
    ("text", "lowest"),
    [
        ("Of the 33 areas inspected so far ten are in the lowest category.", False),
        ("Of some thirty partnerships fourteen were given the lowest rating.", False),
        ("It is in the lowest category, where 33 areas are.", True),
    ],
)
def test_areas_that_are_counted_are_nobodys(text: str, *, lowest: bool) -> None:
    found = reported(f"Ofsted has seen SEND services in Essex. {text}", "SEND in Essex", "2024-02")
    assert (("Essex", "send_systemic_failings") in found) is lowest


def test_a_report_on_another_council_is_not_dropped_as_a_stranger() -> None:
    text = (
        f"{LEAD}In Kent families wait for years.\n\nIn Surrey plans are late.\n\nSurrey is sorry."
        "\n\nA third report, on Essex, is out too. It says that arrangements lead to inconsistent"
        " experiences and outcomes."
    )
    assert MIDDLE in {
        (one.council.name, one.outcome.value)
        for one in read(text, TITLE, "2024-02-08").findings
        if one.role is Role.NEWS
    }
