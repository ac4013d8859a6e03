"""What is said of a council put in behind its name: `a team from Leeds, itself rated good`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, told

LEAD = "Ofsted has rated Kent's children's services inadequate."
TITLE = "Kent rated inadequate by Ofsted"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("A team from Essex, itself judged outstanding in 2019, came to see it.", "Essex"),
        ("It took over staff of Surrey (itself inadequate until 2022) in May.", "Surrey"),
        ("Devon County Council, itself rated good in 2021, has read the plan.", "Devon"),
    ],
)
def test_a_grade_of_a_council_itself_is_that_ones(text: str, other: str) -> None:
    new, old = told(f"{LEAD} {text}", TITLE, "2023-02-07")
    assert {name for name, _ in old} == {other}
    assert new == {("Kent", "inadequate")}
    (kent,) = findings(f"{LEAD} {text}", TITLE, "2023-02-07")
    assert kent.previous is None


@pytest.mark.parametrize(
    "text",
    [
        "The council, itself rated good in 2019, had once sent staff to Essex.",
        "The county, itself rated good in 2019, had been asked to help Essex.",
    ],
)
def test_the_council_itself_is_the_one_the_page_is_about(text: str) -> None:
    assert told(f"{LEAD} {text}", TITLE, "2023-02-07")[1] == {("Kent", "good")}
