"""The grade that something improved on, or was before, and grades that only a part has."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled, reported

TITLE = "Ofsted on Bexley"

RISEN = [
    (
        "Bexley Council was rated outstanding by Ofsted - an improvement on the good it was"
        " awarded in 2017."
    ),
    (
        "Bexley celebrates with an outstanding Ofsted rating for children's services. They were"
        " good before."
    ),
    "Ofsted has upgraded Bexley Council. It now holds an outstanding rating - it was good before.",
    (
        "Bexley's children's services are outstanding, Ofsted says. That is a step up from the good"
        " they had."
    ),
]


@pytest.mark.parametrize("text", RISEN)
def test_outstanding_is_a_rise_from_the_good_it_had(text: str) -> None:
    found = findings(text, TITLE, "2023-02-20")
    told = {(one.outcome.value, one.direction.value) for one in found}
    assert told == {("outstanding", "better")}


BECOME = [
    "Ofsted reports on Bexley Council. From requires improvement it has become good.",
    (
        "Ofsted rated Bexley's children's services good, an advance on the requires improvement of"
        " 2016."
    ),
]


@pytest.mark.parametrize("text", BECOME)
def test_good_is_one_from_what_it_was(text: str) -> None:
    found = findings(text, TITLE, "2023-02-20")
    assert {(one.outcome.value, one.direction.value) for one in found} == {("good", "better")}
    assert ("Bexley", "requires_improvement") in recalled(text, TITLE, "2023-02-20")


NONE = [
    "Progress on good practice in Bexley is praised by Ofsted after a focused visit.",
    "Work on the good it does for families goes on, Bexley Council told Ofsted.",
    "Bexley Council was good before the kick-off, and Ofsted's team won.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_goods_are_no_grades(text: str) -> None:
    assert ("Bexley", "good") not in reported(text, TITLE, "2023-02-20")


GONE_TO = [
    ("Ofsted's top grade has gone to Essex for the first time.", "better"),
    ("Ofsted's top grade has gone to Essex.", "unknown"),
    ("Essex has improved its Ofsted rating to outstanding, it was announced.", "better"),
]


@pytest.mark.parametrize(("text", "way"), GONE_TO)
def test_a_grade_that_has_gone_to_somebody_is_theirs(text: str, way: str) -> None:
    found = findings(text, "Ofsted on Essex", "2026-02-01")
    told = {(one.outcome.value, one.direction.value) for one in found}
    assert told == {("outstanding", way)}


def test_a_grade_that_has_gone_is_lost() -> None:
    text = "Essex's outstanding rating from Ofsted has gone."
    found = findings(text, "Ofsted on Essex", "2026-02-01")
    assert {one.direction.value for one in found} == {"worse"}
