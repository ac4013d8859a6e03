"""A verdict that comes after visits without one, and beside others' fortunes."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

BEFORE = "Kent's services were told in 2014 that they required improvement."


@pytest.mark.parametrize(
    "text",
    [
        "Now a bigger team which spent June in Maidstone has come to a formal verdict: inadequate.",
        "Now the inspectors, who came in June, have arrived at a formal judgement: inadequate.",
        "Now, the same team that wrote that letter has called the services inadequate.",
        "On Friday came the formal grade: inadequate.",
    ],
)
def test_a_verdict_is_news_behind_old_visits(text: str) -> None:
    page = f"{BEFORE} A focused visit by Ofsted last year warned of a fall in standards. {text}"
    told = reported(page, "Failure laid bare", "2019-09-27")
    assert ("Kent", "inadequate") in told
    assert ("Kent", "positive") not in told


@pytest.mark.parametrize(
    "text",
    [
        "No formal grade is given at such visits, and the council is still inadequate.",
        "Now the team, who had found services inadequate in 2018, praises morale.",
        "It is two years since the formal verdict of inadequate.",
        "Now Kent, which was rated inadequate, has a new director.",
    ],
)
def test_what_a_visit_comes_after_stays_old(text: str) -> None:
    page = f"A monitoring visit to Kent by Ofsted told of progress. {text}"
    told = reported(page, "Inspectors back in Kent", "2019-09-27")
    assert ("Kent", "inadequate") not in told


@pytest.mark.parametrize(
    "text",
    [
        "Kent joins a growing list of those in difficulty: Leeds came out of inadequate in May.",
        "Kent follows others in the region: Leeds came out of inadequate in May.",
    ],
)
def test_who_joins_others_did_not_do_what_they_did(text: str) -> None:
    page = f"Ofsted has rated Kent's services inadequate. {text}"
    told = reported(page, "Kent's services fail", "2019-09-27")
    assert ("Kent", "inadequate") in told
    assert ("Kent", "progress") not in told | recalled(page, "Kent's services fail", "2019-09-27")


def test_who_joins_another_in_a_grade_has_it_too() -> None:
    text = "Ofsted says that Kent joins Leeds in being rated inadequate."
    assert reported(text) == {("Kent", "inadequate"), ("Leeds", "inadequate")}
