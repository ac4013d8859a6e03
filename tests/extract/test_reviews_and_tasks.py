"""Reviews of cases, tasks, and what inspectors had found before are no new verdicts."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings


def adverse(text: str, title: str, published: str = "2015-04-27") -> set[str]:
    return {f.council.name for f in findings(text, title, published) if f.adverse}


def test_reviews_of_cases_are_graded_for_themselves() -> None:
    text = (
        "One in nine serious case reviews was inadequate last year, Ofsted's figures show.\n\n"
        "Of 140 serious case reviews handed in, half were good.\n\n"
        'Dudley Council and Sandwell Council had the most "inadequate" reports.'
    )
    assert not adverse(text, "Ofsted on councils' SCRs", "2010-10-28")


def test_a_review_beside_a_verdict_takes_nothing_from_it() -> None:
    text = (
        "Dudley's children's services have been rated inadequate by Ofsted, half a year after a"
        " serious case review. Two more serious case reviews are under way."
    )
    assert adverse(text, "Dudley's services inadequate") == {"Dudley"}


@pytest.mark.parametrize(
    "task",
    [
        "Retired judge to lead panel tasked with turning round 'inadequate' children's services",
        "Commissioner hired to fix 'inadequate' children's services",
        "Trust picked to rebuild inadequate children's services",
    ],
)
def test_what_somebody_is_to_mend_is_known(task: str) -> None:
    text = (
        "Ann Hill starts in May.\n\nThe report judged Dudley as inadequate alongside those in"
        " Wirral and Sefton."
    )
    assert not adverse(text, f"{task} in Dudley")


def test_who_is_told_to_mend_them_is_news() -> None:
    text = "Ofsted's report is out today, and it is damning."
    assert adverse(text, "Dudley told to improve inadequate children's services") == {"Dudley"}


@pytest.mark.parametrize("had", ["had concluded", "had already warned", "had found"])
def test_what_inspectors_had_found_is_old(had: str) -> None:
    text = (
        "The head of children's services at Dudley Council has gone.\n\nOfsted inspectors"
        f" {had} that services had deteriorated since 2012."
    )
    assert not adverse(text, "Dudley children's services chief leaves after report")


def test_what_a_report_says_they_had_found_is_new() -> None:
    text = (
        "Ofsted's report on Dudley is out today.\n\nInspectors had found that services had"
        " deteriorated since 2012, it says."
    )
    assert adverse(text, "Ofsted report on Dudley's children's services") == {"Dudley"}


@pytest.mark.parametrize("joint", ["while", "but", "and"])
def test_areas_counted_behind_another_grade_have_the_next_one(joint: str) -> None:
    text = (
        f"Ofsted said: overall the service was rated 'requires improvement', {joint} two areas,"
        " leadership and management and children in care, were found 'good'."
    )
    found = findings(text, "Dudley: the report", "2018-05-12")
    assert {f.outcome.value for f in found if f.area == "overall"} == {"requires_improvement"}


def test_what_has_come_since_is_not_of_that_year() -> None:
    text = (
        "The service was last inspected by Ofsted in 2011 and has since deteriorated, sliding from"
        " good to requires improvement."
    )
    assert adverse(text, "Dudley's children's services: inspectors' verdict") == {"Dudley"}


@pytest.mark.parametrize("over", ["no more", "no longer"])
def test_a_statement_that_is_needed_no_more_alarms_nobody(over: str) -> None:
    text = (
        "Dudley's services for SEND have made sufficient progress in all of the three areas, Ofsted"
        f" and the CQC say. Dudley needs a Written Statement of Action {over}."
    )
    assert not adverse(text, "SEND services in Dudley make progress", "2020-04-18")


@pytest.mark.parametrize("ones", ["ones", "performers", "authorities"])
def test_the_poor_ones_may_be_named_behind_it(ones: str) -> None:
    text = (
        "Children's services in three areas are poor in the eyes of Ofsted, its annual ratings"
        f" show.\n\nThe poor {ones} are Dudley, Sefton and Wirral."
    )
    found = adverse(text, "Three children's services rated 'poor'", "2009-12-09")
    assert found == {"Dudley", "Sefton", "Wirral"}
