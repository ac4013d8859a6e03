"""Verdicts of these days beside the news of a page: of another council, or what it follows."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

PRAISE = "Ofsted has rated services in County Durham good.\n\nOfficers were pleased.\n\n"
BESIDE = (
    "Also published today was a report on Leeds, which was rated inadequate.",
    "Leeds, in a report also out today, was rated inadequate.",
    "This week it also rated Leeds inadequate.",
    "A separate report on Leeds, issued on the same day, found services inadequate.",
    "Leeds was rated inadequate on Tuesday.",
    "By contrast, a second letter published this morning, about Leeds, has one priority action.",
)
NOT_BESIDE = (
    "Leeds, which is inadequate, will send managers.",
    "A manager from Leeds, rated inadequate last year, will help.",
    "Leeds was rated inadequate two years ago.",
    "A report on Leeds in 2019 found services inadequate.",
    "On Monday councillors in Leeds, an inadequate authority, meet.",
)
FOLLOWED = (
    "It follows Ofsted's decision, announced on Monday, to rate the council inadequate.",
    "It follows the decision by Ofsted, made public on Tuesday, to rate services inadequate.",
    "The move follows Ofsted's verdict on Monday that children's services are inadequate.",
    "It follows Ofsted's judgement on Friday that children's services are inadequate.",
    "It follows last week's inadequate rating from Ofsted.",
    "The news comes on top of an inadequate rating from Ofsted on Tuesday.",
    "On Monday Ofsted rated the council's children's services inadequate.",
)
LONG_AGO = (
    "It follows Ofsted's decision in 2021 to rate the council inadequate.",
    "It follows Ofsted's verdict last year that children's services were inadequate.",
    "Councillors meet on Monday. Ofsted rated children's services inadequate in 2021.",
    "The council was rated inadequate two years ago. Ofsted's report will be discussed on Monday.",
    "It comes two years after Ofsted rated the council inadequate.",
)
COUNTED = (
    "It comes three years after a report which laid bare widespread failings.",
    "It comes almost three years after a report that laid bare widespread failings.",
    "They came 20 months after an inspection which found systemic failings.",
    "The revisit took place two years on from a report in which systemic failings were found.",
)


def news_of(text: str, title: str, published: str | None = "2024-02-14") -> set[tuple[str, str]]:
    """Give what a page reports."""
    return told(text, title, published)[0]


@pytest.mark.parametrize("text", BESIDE, ids=range(len(BESIDE)))
def test_another_council_s_verdict_of_the_same_days_is_news_too(text: str) -> None:
    councils = {council for council, _ in news_of(PRAISE + text, "Durham praised")}
    assert councils == {"Durham", "Leeds"}


@pytest.mark.parametrize("text", NOT_BESIDE, ids=range(len(NOT_BESIDE)))
def test_another_council_s_old_grade_is_not(text: str) -> None:
    councils = {council for council, _ in news_of(PRAISE + text, "Durham praised")}
    assert councils == {"Durham"}


@pytest.mark.parametrize("published", ["2024-02-14", None])
@pytest.mark.parametrize("text", FOLLOWED, ids=range(len(FOLLOWED)))
def test_what_something_else_follows_is_news_where_it_came_on_a_day(
    text: str, published: str | None
) -> None:
    page = f"A new director has been appointed by Leeds council.\n\n{text}"
    assert ("Leeds", "inadequate") in news_of(page, "New boss at Leeds", published)


@pytest.mark.parametrize("published", ["2024-02-14", None])
@pytest.mark.parametrize("text", LONG_AGO, ids=range(len(LONG_AGO)))
def test_what_something_else_follows_after_years_is_not(text: str, published: str | None) -> None:
    page = f"A new director has been appointed by Leeds council.\n\n{text}"
    assert ("Leeds", "inadequate") not in news_of(page, "New boss at Leeds", published)


@pytest.mark.parametrize("text", COUNTED, ids=range(len(COUNTED)))
def test_what_a_report_found_from_which_years_are_counted_is_old(text: str) -> None:
    page = f"Ofsted says that insufficient progress has been made on SEND in Kent. {text}"
    news, old = told(page, "SEND in Kent", "2026-02-04")
    assert news == {("Kent", "insufficient_progress")}
    assert old == {("Kent", "send_systemic_failings")}


def test_a_headline_says_what_half_of_it_is_worth() -> None:
    page = "Ofsted and the CQC say that effective action was taken on one of two areas of SEND."
    told_off = news_of(page, "Insufficient progress on SEND in Kent, say inspectors")
    assert told_off == {("Kent", "insufficient_progress")}
    assert news_of(page, "Inspectors return to Kent's SEND services") == {("Kent", "mixed")}
