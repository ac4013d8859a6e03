"""A grade for a mere strand of a judgement is told, and alone alerts nobody."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read
from watcher.model.vocabulary import Outcome, Role

TITLE = "Ofsted report on Kent council"
LEAD = "Ofsted has rated Kent County Council's children's services 'adequate' overall."


def adverse(said: str) -> set[bool]:
    found = read(f"{LEAD}\n\n{said}", TITLE, "2010-10-22").findings
    return {
        one.adverse for one in found if one.role is Role.NEWS and one.outcome is Outcome.INADEQUATE
    }


@pytest.mark.parametrize(
    "said",
    [
        "What keeps children in care healthy is an inadequate service, inspectors said.",
        "Inspectors judged help to keep children in care healthy to be inadequate.",
    ],
)
def test_a_strand_alerts_nobody(said: str) -> None:
    assert adverse(said) == {False}


@pytest.mark.parametrize(
    "said",
    [
        "Services for looked after children are inadequate, the report says.",
        "Inspectors judged services for children in care to be inadequate.",
        "Services for looked after children are inadequate. Few of them are healthy.",
    ],
)
def test_a_judgement_does(said: str) -> None:
    assert adverse(said) == {True}


@pytest.mark.parametrize(
    "said", ["The good grade of 2019 was not repeated.", "Gone is its good rating of 2019."]
)
def test_the_year_of_a_lost_grade_dates_no_loss(said: str) -> None:
    lead = "Kent County Council has published Ofsted's report on its services for children."
    (found,) = [one for one in read(f"{lead}\n\n{said}", TITLE).findings if one.role is Role.NEWS]
    assert found.outcome is Outcome.DETERIORATION
    assert found.when is None
