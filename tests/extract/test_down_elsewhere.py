"""What has come down that is no grade, and grades that have gone down elsewhere."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, reported
from watcher.model.vocabulary import Direction

GOOD = "Ofsted has rated Dudley's services for children good."


@pytest.mark.parametrize(
    "text",
    [
        "Workloads have come down for most workers, to the good of children and families.",
        "Waiting times are coming down, and so are costs.",
        "Ratings have gone down in other areas, inspectors said.",
        "Ofsted's judgements have been lowered in many other councils.",
    ],
)
def test_what_came_down_beside_a_grade_is_not_the_grade(text: str) -> None:
    found = one(f"{GOOD} {text}", "Dudley", "Dudley rated good by Ofsted", "2024-05-02")
    assert found.direction is not Direction.WORSE


@pytest.mark.parametrize(
    "text",
    [
        "It has come down from outstanding.",
        "Its judgements have been lowered.",
    ],
)
def test_what_came_down_is_the_grade(text: str) -> None:
    found = one(f"{GOOD} {text}", "Dudley", "Ofsted's verdict on Dudley", "2024-05-02")
    assert found.direction is Direction.WORSE


@pytest.mark.parametrize(
    "text",
    [
        "The quality of practice has not declined since the last inspection.",
        "Services for children have not deteriorated since 2019.",
        "Practice has not got worse since the last inspection.",
    ],
)
def test_what_has_not_declined_is_no_decline(text: str) -> None:
    page = f"Inspectors made a focused visit to Dudley. {text}"
    found = reported(page, "Ofsted visit to Dudley", "2021-11-20")
    assert ("Dudley", "deterioration") not in found
