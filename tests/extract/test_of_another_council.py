"""A council that is not named, beside the one that is; users' ratings; what studies find."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reported

DAY, TITLE = "2025-05-10", "Kent awaits Ofsted report"
LEAD = "Ofsted inspectors have arrived at Kent County Council to look at its children's services."


def adverse(text: str, title: str = TITLE) -> set[str]:
    return {f.council.name for f in findings(text, title, DAY) if f.adverse}


@pytest.mark.parametrize(
    "other",
    [
        "Another council in the region was found to be inadequate.",
        "Another council had its rating cut from good to inadequate last week.",
        "One council in the north was judged inadequate in March.",
        "It comes after a county council elsewhere was rated inadequate by Ofsted.",
    ],
)
def test_another_council_is_not_the_one_that_was_named(other: str) -> None:
    assert adverse(f"{LEAD} {other}") == set()


def test_another_council_is_the_one_that_is_named_next() -> None:
    text = "Another council has been rated inadequate by Ofsted. Kent's leader said he was sorry."
    assert adverse(text, "Another fall") == {"Kent"}


def test_another_council_that_is_named_is_told_of() -> None:
    text = f"{LEAD} Another council, Devon, was rated inadequate by Ofsted on Monday."
    assert adverse(text) == {"Devon"}


@pytest.mark.parametrize("who", ["users", "residents", "parents"])
def test_what_users_rate_poor_has_no_grade(who: str) -> None:
    assert reported(f"{LEAD} The council's website was rated poor by {who}.", TITLE, DAY) == set()


@pytest.mark.parametrize(
    "finding",
    [
        "A study found that an inadequate rating costs a council millions.",
        "Research by a university shows that inadequate councils lose social workers.",
        "Analysis has shown that a council rated inadequate spends more.",
    ],
)
def test_what_a_study_finds_is_told_of_none(finding: str) -> None:
    assert adverse(f"{LEAD} {finding}") == set()
