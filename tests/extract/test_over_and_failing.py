"""A grade that is said to be over, one told by its place among four, and services that fail."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported
from watcher.model.vocabulary import Role

LEAD = "Kent County Council has published Ofsted's report on its services for children."
TITLE = "Ofsted report on Kent children's services"


def told(said: str) -> set[str]:
    return {outcome for _, outcome in reported(f"{LEAD}\n\n{said}", TITLE)}


@pytest.mark.parametrize(
    "said",
    [
        "When inspectors came in 2018 they thought our services good. They no longer do.",
        "Children's services were good in 2018. They are not any more.",
        "Children's services were rated good in 2018. They no longer are.",
        "The county's services were outstanding once. Not any more, Ofsted says.",
        "In 2019 inspectors called the service outstanding. That is no longer so.",
        "The council was rated good in 2019. That rating has now gone.",
        "The service was outstanding in 2019. It isn't now.",
        "The council had been good since 2017. No more.",
    ],
)
def test_what_is_over_was_lost(said: str) -> None:
    assert told(said) == {"deterioration"}


@pytest.mark.parametrize(
    "said",
    [
        "When inspectors came in 2018 they thought our services inadequate. They no longer do.",
        "Services were inadequate in 2018. They are not any more.",
        "The service was good in 2018. It no longer charges for meals.",
        "The council was good in 2019. It is not alone.",
        "Leaders were good in 2018. They no longer work here.",
    ],
)
def test_what_was_bad_may_be_over_and_not_all_that_follows_ends_it(said: str) -> None:
    found = read(f"{LEAD}\n\n{said}", TITLE).findings
    assert not any(f.adverse for f in found if f.role is Role.NEWS)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("We have been put in the third of four categories.", "requires_improvement"),
        ("The council is in the third of Ofsted's four grades.", "requires_improvement"),
        ("It has slipped to the third rung.", "requires_improvement"),
        ("Ofsted has given it the lowest grade but one.", "requires_improvement"),
        ("It now has the grade next to the bottom.", "requires_improvement"),
        ("It has been put in the last of four categories.", "inadequate"),
        ("It has slipped to the bottom rung.", "inadequate"),
        ("Inspectors put it at the bottom of the scale.", "inadequate"),
        ("Its grade is the lowest that there is.", "inadequate"),
    ],
)
def test_a_place_among_four_is_a_grade(said: str, outcome: str) -> None:
    assert outcome in told(said)


@pytest.mark.parametrize(
    "said",
    [
        "Ofsted says that children's services in the county are failing.",
        "The department is failing, Ofsted has found.",
        "Help for young adults leaving care is failing, say inspectors.",
    ],
)
def test_a_failing_service_is_a_weakness(said: str) -> None:
    assert "weaknesses" in told(said)


@pytest.mark.parametrize(
    "said",
    [
        "Inspectors say that children's services are not failing.",
        "Inspectors heard that the department is failing to hire drivers.",
        "If a service is failing, Ofsted comes back.",
        "The union says that its services are failing.",
    ],
)
def test_but_not_what_does_not_fail(said: str) -> None:
    assert "weaknesses" not in told(said)


@pytest.mark.parametrize(
    "said",
    [
        "Five years of progress have been undone, inspectors say.",
        "The improvements of three years ago have been reversed, Ofsted found.",
        "Inspectors say that the gains of those years have been squandered.",
    ],
)
def test_progress_that_was_undone_is_a_decline(said: str) -> None:
    assert "deterioration" in told(said)
