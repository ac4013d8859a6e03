"""A judgement and what it was, put in: `Help, good when last looked at, is inadequate`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

LEAD = "Ofsted has inspected Kent's children's services."


def told(text: str) -> set[tuple[str, str, str]]:
    """Give area, outcome and direction of what is reported."""
    found = findings(f"{LEAD} {text}", "Ofsted on Kent", "2026-07-22")
    return {(one.area.value, one.outcome.value, one.direction.value) for one in found}


@pytest.mark.parametrize(
    ("text", "area"),
    [
        (
            "Help and protection, good when the county was last looked at, is now inadequate.",
            "help_and_protection",
        ),
        ("Leadership, rated good in 2019, is inadequate.", "leaders"),
        ("Leadership, once good, has been found inadequate.", "leaders"),
        (
            "Its help and protection work, outstanding when they last came, is inadequate.",
            "help_and_protection",
        ),
        (
            "Support for care leavers, judged outstanding in 2019, was judged inadequate.",
            "care_leavers",
        ),
    ],
)
def test_what_a_judgement_was_does_not_part_it_from_its_grade(text: str, area: str) -> None:
    assert told(text) == {(area, "inadequate", "worse")}


def test_a_judgement_that_is_only_named_beside_it_does_not_have_the_grade() -> None:
    text = "With leadership good, the county is now rated inadequate."
    assert ("overall", "inadequate", "unknown") in told(text)
