"""Verdicts that came out on a day of these, whatever the headline is about."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

LEAD = "The head of Dudley's children's services has left her job with immediate effect."
TITLES = ["Children's boss clears her desk in Dudley", "Dudley social workers walk out"]
INADEQUATE = ("Dudley", "inadequate")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "told",
    [
        "Inspectors put out their report on Tuesday. Services were found to be inadequate.",
        "On Wednesday Ofsted found the council's children's services inadequate.",
        "The Ofsted letter landed last night. The council's services were rated inadequate.",
        "Ofsted's inspectors told the council this morning that its services were inadequate.",
        "Dudley was told last week by Ofsted that its services for children are inadequate.",
        "Two hours later inspectors put out a report. It calls children's services inadequate.",
        "It came a day after inspectors rated the council's services for children inadequate.",
        "Half an hour earlier Ofsted had released its report: services are inadequate.",
        "It follows the release on Thursday of Ofsted's report. It found services inadequate.",
        "She went within an hour of Ofsted's report. It rated children's services inadequate.",
        "Ofsted's verdict is in. The services are inadequate, it says, down from good in 2020.",
    ],
)
def test_a_verdict_of_these_days_is_news_under_any_headline(title: str, told: str) -> None:
    assert INADEQUATE in reported(f"{LEAD}\n\n{told}\n\nHer deputy steps up.", title)


@pytest.mark.parametrize(
    "told",
    [
        "It follows Ofsted's report on Monday, which found services inadequate and no better.",
        "The step follows an Ofsted report last Friday which judged the department inadequate.",
        "It follows inspectors' grim report of Monday, which found services to be inadequate.",
        "It follows Ofsted's judgement this week that services in Dudley are inadequate.",
        "The direction was issued on the day Ofsted rated services inadequate.",
    ],
)
def test_a_report_of_a_day_is_new_where_an_act_follows_it(told: str) -> None:
    lead = "Ministers have sent a commissioner to Dudley to look at its services for children."
    found = reported(f"{lead}\n\n{told}", "Commissioner appointed for Dudley", "2023-05-19")
    assert INADEQUATE in found


@pytest.mark.parametrize(
    "told",
    [
        "It follows Ofsted's report of last year, which found services to be inadequate.",
        "The cabinet will discuss the Ofsted report on Monday, which rated services inadequate.",
        "It follows an inspection by Ofsted that rated services inadequate.",
    ],
)
def test_a_report_that_others_take_up_on_a_day_is_not(told: str) -> None:
    lead = "Ministers have sent a commissioner to Dudley to look at its services for children."
    found = reported(f"{lead}\n\n{told}", "Commissioner appointed for Dudley", "2023-05-19")
    assert INADEQUATE not in found


@pytest.mark.parametrize(
    "told",
    [
        (
            "This Council notes with concern Ofsted's judgement, published on 29 November, that"
            " services for children in Dudley are inadequate; and that children were left at risk."
        ),
        (
            "This Council notes that inspectors reported on 3 May that Dudley's services"
            " for children are inadequate; that children were left at risk; and that this must end."
        ),
    ],
)
def test_a_day_without_its_year_is_near_where_a_page_has_no_date(told: str) -> None:
    title = "Full Council, 14 December: motion on children's services"
    assert INADEQUATE in reported(f"Councillor Cole moved:\n\n{told}\n\nIt was carried.", title)
    dated = told.replace("November", "November 2019").replace("3 May", "3 May 2019")
    assert INADEQUATE not in reported(f"Councillor Cole moved:\n\n{dated}\n\nCarried.", title)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "told",
    [
        "A year ago this week Ofsted told the council that its services were inadequate.",
        "She came on a Monday, after Ofsted had rated the council's services inadequate.",
        "Ofsted rated the council's children's services inadequate. She starts on Monday.",
        "The board meets on Tuesday. Ofsted rated its children's services inadequate.",
        "She was new, and days after she came Ofsted rated its services inadequate.",
        "In their first hours of work inspectors rated its services inadequate.",
        "And then inspectors come and say that its services are inadequate, she wrote.",
    ],
)
def test_days_of_something_else_make_no_news(title: str, told: str) -> None:
    assert INADEQUATE not in reported(f"{LEAD}\n\n{told}\n\nHer deputy steps up.", title)


def test_who_goes_through_the_judgements_tells_them_as_new() -> None:
    told = (
        "Its inspectors found help and protection inadequate, and leadership too. Adoption was"
        " called good, and work with care leavers was judged good."
    )
    assert INADEQUATE in reported(f"{LEAD}\n\n{told}", TITLES[0])
    old = f"{LEAD}\n\nOfsted inspected it in 2015 and rated it inadequate. {told}"
    assert INADEQUATE in recalled(old, TITLES[0], "2019-05-02")
