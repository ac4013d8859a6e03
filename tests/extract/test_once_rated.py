"""The grade that a service once had, in the sentence that gives its new one."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, recalled, reported
from watcher.model.vocabulary import Direction

WHEN = "2024-05-02"
TITLE = "Ofsted report on Dudley"


@pytest.mark.parametrize(
    "text",
    [
        "From good, it now requires improvement overall.",
        "From outstanding, the service has gone to requires improvement.",
        "Good in 2019, its children's services now require improvement.",
        "What was a good service three years ago is now one that requires improvement.",
        "Dudley's once-good services for children now require improvement.",
        "Dudley's formerly outstanding services for children came out as requires improvement.",
        "Services for children were good three years ago and require improvement now, Ofsted says.",
        "Its good rating is no more. Ofsted says the service requires improvement.",
    ],
)
def test_a_grade_that_something_once_had_is_what_it_fell_from(text: str) -> None:
    found = one(text, "Dudley", TITLE, WHEN)
    assert (found.outcome.value, found.direction) == ("requires_improvement", Direction.WORSE)
    assert ("Dudley", "good") not in reported(text, TITLE, WHEN)


@pytest.mark.parametrize(
    "text",
    [
        "A service that was inadequate is now rated good.",
        "From inadequate, the service has risen to good.",
        "Once inadequate, Dudley's children's services are now good.",
    ],
)
def test_a_grade_that_something_once_had_is_what_it_rose_from(text: str) -> None:
    assert one(text, "Dudley", TITLE, WHEN).direction is Direction.BETTER
    assert ("Dudley", "inadequate") in recalled(text, TITLE, WHEN)
    assert ("Dudley", "inadequate") not in reported(text, TITLE, WHEN)


@pytest.mark.parametrize(
    "text",
    [
        "Dudley, once rated inadequate, hopes now to become outstanding.",
        "Dudley was rated good in 2019 and is waiting to hear whether it is outstanding.",
        "A good service for children is one that is never inadequate.",
    ],
)
def test_what_is_hoped_for_is_no_new_grade(text: str) -> None:
    assert reported(text, TITLE, WHEN) == set()


def test_what_is_joined_to_todays_grade_is_todays() -> None:
    text = (
        "She had seen what Ofsted wrote.\n\nDudley's children's services now require improvement,"
        " and the grade for children in care is inadequate."
    )
    title = "Ten years since Dudley's care scandal"
    assert ("Dudley", "inadequate") in reported(text, title, WHEN)


@pytest.mark.parametrize("noun", ["reorganisation", "lockdown", "devolution"])
def test_what_was_found_since_something_is_new(noun: str) -> None:
    text = f"On Wednesday Ofsted's first look at Dudley since {noun} found its services inadequate."
    assert ("Dudley", "inadequate") in reported(text, TITLE, WHEN)


def test_since_it_was_found_so_it_is_known() -> None:
    text = "It is the third visit since Ofsted found Dudley's services for children inadequate."
    assert ("Dudley", "inadequate") not in reported(text, TITLE, WHEN)
