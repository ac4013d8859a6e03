"""A grade told by its place: `the lowest of the watchdog's four categories`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

LEAD = "Ofsted has published its report on Norfolk's children's services."
TITLE = "Leader responds to report"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The department was put in the lowest of the inspectorate's four bands.", "inadequate"),
        ("Norfolk was given the worst of the watchdog's four possible grades.", "inadequate"),
        ("The county's department is in the last of the regulator's four tiers.", "inadequate"),
        ("The council was placed at the bottom of the watchdog's ladder.", "inadequate"),
        ("It was given the lowest grade on the watchdog's four-point scale.", "inadequate"),
        ("Norfolk was given the top mark on its four-point scale.", "outstanding"),
        ("It was rated in the third of the inspectors' four bands.", "requires_improvement"),
        (
            "The council was given the second lowest of the watchdog's four ratings.",
            "requires_improvement",
        ),
        ("It gave Norfolk the second best of the inspectorate's four grades.", "good"),
        ("It gave Norfolk the highest of the regulator's four marks.", "outstanding"),
    ],
)
def test_a_place_among_the_inspectors_four_grades_is_a_grade(text: str, outcome: str) -> None:
    assert reported(f"{LEAD} {text}", TITLE, "2023-11-28") == {("Norfolk", outcome)}


@pytest.mark.parametrize(
    "text",
    [
        "The department was not put in the lowest of the inspectorate's four bands.",
        "It was the lowest of the county's four bids.",
        "The lowest point on a four-point scale is what councils fear.",
        "Absence was lowest in four categories of school.",
        "It could be given the lowest of the watchdog's four grades.",
    ],
)
def test_a_place_among_other_things_is_none(text: str) -> None:
    assert reported(f"{LEAD} {text}", TITLE, "2023-11-28") == set()
