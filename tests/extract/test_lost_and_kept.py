"""Grades that were not kept, did not survive or were taken away."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read
from watcher.model.vocabulary import Role

LEAD = "Kent County Council has published Ofsted's report on its services for children."
TITLE = "Ofsted report on Kent children's services"


def alarms(said: str) -> bool:
    found = read(f"{LEAD}\n\n{said}\n\nThe council will act.", TITLE).findings
    return any(f.adverse for f in found if f.role is Role.NEWS)


@pytest.mark.parametrize(
    "said",
    [
        "The council failed to keep its good rating.",
        "It has not held on to its good rating.",
        "It was unable to repeat its good rating.",
        "It has surrendered the good rating that it was so proud of.",
        "The good rating did not survive.",
        "The good grade of 2019 was not repeated.",
        "Gone is the good rating.",
        "Ofsted has taken the good rating away.",
        "It requires improvement after eight years as good.",
        "It requires improvement, having been good for years.",
        "The county has gone down a grade.",
    ],
)
def test_a_grade_that_was_not_kept_was_lost(said: str) -> None:
    assert alarms(said)


@pytest.mark.parametrize(
    "said",
    [
        "The council kept its good rating.",
        "It did not lose its good rating.",
        "It did not keep its inadequate rating: it is good.",
        "Inspectors will go on giving a grade of outstanding, good or inadequate.",
    ],
)
def test_what_was_kept_was_not(said: str) -> None:
    assert not alarms(said)
