"""A judgement said to be given for itself, and taken up: `in Kent that judgement is inadequate`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

LEAD = "Ofsted has inspected Kent's children's services.\n\n"
WEAK = "Overall they require improvement to be good."
WHOLE = ("overall", "requires_improvement")


def judged(text: str) -> set[tuple[str, str]]:
    """Give area and outcome of what is reported."""
    found = findings(LEAD + text, "Ofsted in Kent", "2024-06-07")
    return {(one.area.value, one.outcome.value) for one in found} - {WHOLE}


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Care leavers now get a grade of their own. In Kent it is inadequate.", "care_leavers"),
        (
            "They give a separate judgement for care leavers. In Kent that grade is inadequate.",
            "care_leavers",
        ),
        ("There is a separate rating for care leavers. Kent's is inadequate.", "care_leavers"),
        ("The fourth judgement, on care leavers, came in 2023. It is inadequate.", "care_leavers"),
        ("A judgement for care leavers was introduced. Here it is inadequate.", "care_leavers"),
        ("Care leavers are judged separately. The verdict was inadequate.", "care_leavers"),
        ("Leadership is judged by itself. Here that grade is inadequate.", "leaders"),
        (
            "Leaders have had a rating to themselves. For the county that rating is inadequate.",
            "leaders",
        ),
        (
            "Care leavers have a grade to themselves. In Kent's case it was inadequate.",
            "care_leavers",
        ),
    ],
)
def test_what_is_judged_by_itself_is_taken_up(text: str, area: str) -> None:
    assert judged(f"{WEAK} {text}") == {(area, "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "Care leavers get a grade of their own. In Kent the overall judgement is inadequate.",
        "Care leavers are helped well. In Kent the judgement is inadequate.",
        "Care leavers run a group of their own. In Kent it was rated inadequate.",
        "Leaders and care leavers get grades of their own. In Kent it is inadequate.",
    ],
)
def test_what_else_is_inadequate_is_the_whole(text: str) -> None:
    assert ("overall", "inadequate") in judged(text)
