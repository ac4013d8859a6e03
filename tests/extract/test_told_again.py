"""Verdicts that are told again: counted, asked about, talked of; and what only angers somebody."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

WHEN = "2024-10-20"
KENT = {("Kent", "inadequate")}
SLOW = {("Kent", "insufficient_progress")}


@pytest.mark.parametrize(
    "text",
    [
        "Since 2016, the watchdog has rated Kent's children's services inadequate twice.",
        "Twice since 2016 Kent's children's services have been rated inadequate by Ofsted.",
        "In the past decade Ofsted has twice judged Kent's children's services inadequate.",
        "Inspectors have rated Kent's children's services inadequate three times in ten years.",
        "Over the years Ofsted has repeatedly judged Kent's children's services inadequate.",
    ],
)
def test_verdicts_that_are_counted_are_old(text: str) -> None:
    assert (reported(text, "Kent", WHEN), recalled(text, "Kent", WHEN)) == (set(), KENT)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has rated Kent's children's services inadequate for the second time since 2016.",
        "Ofsted has now rated Kent's children's services inadequate twice in five years.",
        "Kent's children's services, seen three times since 2019, are rated inadequate by Ofsted.",
        "Ofsted rated Kent inadequate, with three times the caseloads of two years ago.",
    ],
)
def test_a_new_verdict_may_be_the_second(text: str) -> None:
    assert reported(text, "Kent rated inadequate", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        "January's Ofsted report saw Kent's children's services rated inadequate once more.",
        "In January's judgement Ofsted rated Kent children's services inadequate.",
        "January's critical report by Ofsted judged Kent's children's services inadequate.",
    ],
)
def test_a_report_called_by_its_month_is_known(text: str) -> None:
    assert (reported(text, "Kent keeps control"), recalled(text, "Kent keeps control")) == (
        set(),
        KENT,
    )


@pytest.mark.parametrize(
    "text",
    [
        "January's inspection saw Kent's children's services rated inadequate by Ofsted.",
        "Ofsted has rated Kent's children's services inadequate after January's visit.",
        "Ofsted's report, based on January's inspection, rates Kent's services inadequate.",
    ],
)
def test_an_inspection_called_by_its_month_is_that_of_the_report(text: str) -> None:
    assert reported(text, "Kent rated inadequate") == KENT


def test_early_this_year_is_as_old_as_earlier_this_year() -> None:
    text = "It has a notice, following its services being judged inadequate by Ofsted {} this year."
    for time in ("earlier", "early"):
        told = text.format(time)
        assert ("Kent", "inadequate") not in reported(told, "Kent still in recovery", WHEN)
    visit = "Ofsted has rated Kent inadequate after a visit {} this year."
    for time in ("earlier", "early"):
        assert reported(visit.format(time), "Kent inspected", WHEN) == KENT


@pytest.mark.parametrize(
    "title",
    [
        "Kent councillors discuss 'inadequate' child services",
        "MPs debate Kent's 'inadequate' children's services",
        "Committee scrutinises 'inadequate' children's services in Kent",
    ],
)
def test_what_is_talked_of_is_known(title: str) -> None:
    text = (
        "A report on Kent was discussed on Monday.\n\nServices were inadequate, Ofsted had found."
    )
    assert reported(text, title) == set()


def test_a_verdict_of_today_may_be_talked_of() -> None:
    title = "Councillors to discuss report as Kent's children's services rated inadequate"
    text = "Ofsted has rated Kent's children's services inadequate in a report published today."
    assert reported(text, title, WHEN) == KENT


@pytest.mark.parametrize("minister", ["Secretary of State for Education", "Minister"])
def test_an_answer_in_parliament_recalls(minister: str) -> None:
    asked = f"To ask the {minister}, what assessment she has made of services in Kent."
    text = f"{asked}\n\nOfsted inspected Kent in August and rated its services inadequate."
    assert reported(text, "Children: Protection", WHEN) == set()
    mp = "Ofsted has rated Kent's children's services inadequate. An MP is to ask the minister why."
    assert reported(mp, "Kent rated inadequate", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        "Families annoyed by the slow pace of change protested as Ofsted's SEND inspection began.",
        "Campaigners frustrated with slow progress met Ofsted's SEND inspectors.",
        "Families fed up with the slow pace of improvement gathered as Ofsted came.",
        "Parents are unhappy about the slow pace of change, which Ofsted will look at.",
        "Progress in implementing reforms has been slow, said a report to the executive.",
        "A report to the cabinet said that progress had been too slow. Ofsted will come.",
    ],
)
def test_what_somebody_is_angry_about_was_not_found(text: str) -> None:
    lead = "Ofsted will look at special educational needs in Kent."
    assert reported(f"{lead}\n\n{text}", "Inspection in Kent", WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Parents are angry after Ofsted said progress in Kent had been too slow.",
        "Inspectors were dismayed by the slow pace of change in Kent, Ofsted says.",
        "Ofsted criticised the slow pace of change in Kent at its monitoring visit.",
        "A report to the cabinet says a monitoring visit found that progress in Kent was too slow.",
    ],
)
def test_what_inspectors_found_may_anger_people(text: str) -> None:
    lead = "Ofsted made a monitoring visit to Kent's children's services."
    assert reported(f"{lead} {text}", "Kent visited", WHEN) == SLOW


def test_a_protest_at_the_start_of_an_inspection_waits_for_its_outcome() -> None:
    title = "Protests mark start of Kent's SEND reinspection"
    text = "Parents stood at County Hall in Kent.\n\nOfsted had asked for a written statement of"
    text += " action in November 2019."
    assert reported(text, title) == set()
