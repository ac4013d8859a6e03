"""Visits of long ago beside a verdict that is new, and the verdict beside a visit that is new."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

DATE = "2022-05-14"
VERDICTS = [
    "Barnsley council has been slammed by Ofsted.\n\nThe authority has been deemed inadequate.",
    "Children's services in Barnsley have been rated inadequate by Ofsted.",
    "Ofsted has judged Barnsley council's children's services to be inadequate.",
]
OLD = [
    "A joint area inspection in October 2018 and a focused visit in June 2021 found weaknesses.",
    "A focused visit in 2021 had found that managers were stretched.",
    "In 2019, a joint targeted area inspection raised concerns.",
    "Concerns were raised at a focused visit last year.",
    "The inspection follows a focused visit in March 2021, when leaders were told to act.",
    "A monitoring visit had warned that staff were leaving.",
    "The council had been told to act in 2021, after a focused visit.",
]


@pytest.mark.parametrize("published", [DATE, None])
@pytest.mark.parametrize("old", OLD)
@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_visit_of_long_ago_makes_no_verdict_old(
    verdict: str, old: str, published: str | None
) -> None:
    title = "Ofsted report on Barnsley council"
    assert ("Barnsley", "inadequate") in reported(f"{verdict}\n\n{old}", title, published)


FRESH = [
    "At a monitoring visit in March inspectors saw that staff knew children well.",
    "Inspectors made a focused visit and saw that staff knew children well.",
    "The latest monitoring visit, the first since the inspection in 2020, saw some progress.",
    "A focused visit on 6 April 2022 looked at care leavers.",
    "A monitoring visit found that leaders had acted.",
]


@pytest.mark.parametrize("fresh", FRESH)
@pytest.mark.parametrize("verdict", VERDICTS[1:])
def test_a_visit_of_these_months_only_repeats_a_grade(verdict: str, fresh: str) -> None:
    title = "Ofsted letter on Barnsley council"
    assert ("Barnsley", "inadequate") not in reported(f"{verdict}\n\n{fresh}", title, DATE)


def test_an_undated_monitoring_visit_may_be_the_news() -> None:
    text = f"{VERDICTS[1]}\n\nA monitoring visit in March 2022 saw that staff knew children well."
    assert ("Barnsley", "inadequate") not in reported(text, "Ofsted letter on Barnsley council")
