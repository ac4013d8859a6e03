"""Letters after visits: what must be acted on, and progress, for one council only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from watcher.model.vocabulary import GRADES, Kind, Outcome, Role

if TYPE_CHECKING:
    from watcher.model.finding import Reading

Read = "Callable[..., Reading]"

HEAD = (
    "Ofsted\nAgora\n6 Cumberland Place\nNottingham\nT 0300 123 4567\nwww.gov.uk/ofsted\n"
    "{published}\nAnn Example\nDirector of Children’s Services\nHalton Borough Council\n"
    "Dear Ann\n{title}\n{intro}\n"
)
TAIL = "Yours sincerely\nBo Other\nHis Majesty’s Inspector"


def letter(title: str, intro: str, body: str) -> str:
    return HEAD.format(published="16 December 2021", title=title, intro=intro) + body + "\n" + TAIL


FOCUSED = "Focused visit to Halton children’s services"
FOCUSED_INTRO = (
    "This letter summarises the findings of the focused visit to Halton children’s services on\n"
    "2 and 3 November 2021. The visit was carried out by two of Her Majesty’s Inspectors.\n"
    "Inspectors looked at the local authority’s arrangements for the front door."
)
MONITORING = "Monitoring visit to Halton children’s services"
MONITORING_INTRO = (
    "This letter summarises the findings of the monitoring visit to Halton children’s services on\n"
    "12 and 13 October 2021. This was the third monitoring visit since the local authority was\n"
    "judged inadequate in May 2020."
)


def news(reading: Reading) -> set[Outcome]:
    return {finding.outcome for finding in reading.findings if finding.role is Role.NEWS}


def test_a_focused_visits_letter_names_its_own_facts(read: Read) -> None:
    reading = read(letter(FOCUSED, FOCUSED_INTRO, "Main findings\nPractice is steady."))
    found = reading.inspection
    assert found is not None
    assert found.council is not None
    assert found.council.name == "Halton"
    assert found.kind is Kind.FOCUSED_VISIT
    assert (str(found.start), str(found.end)) == ("2021-11-02", "2021-11-03")
    assert (str(found.published), found.published_basis) == ("2021-12-16", "printed")


def test_areas_for_priority_action_under_their_heading_are_found(read: Read) -> None:
    body = (
        "Headline findings\nMost children get help in time.\nAreas for priority action\n"
        "The local authority needs to take swift action to address weaknesses in:\n"
        "• The timeliness of the response to children at risk."
    )
    reading = read(letter(FOCUSED, FOCUSED_INTRO, body))
    assert Outcome.PRIORITY_ACTION in news(reading)
    first = reading.findings[0]
    assert first.kind is Kind.FOCUSED_VISIT
    assert first.area.value == "front_door"
    assert str(first.when) == "2021-11-02"
    assert first.adverse


@pytest.mark.parametrize(
    "body",
    [
        "Main findings\nInspectors did not identify any areas for priority action.",
        "Areas for priority action\nThere were no areas for priority action.",
        "Main findings\nNo areas for priority action were found during this visit.",
    ],
)
def test_no_priority_action_is_no_alarm(read: Read, body: str) -> None:
    reading = read(letter(FOCUSED, FOCUSED_INTRO, body))
    assert Outcome.PRIORITY_ACTION not in news(reading)
    assert Outcome.NO_PRIORITY_ACTION in news(reading)


def test_priority_action_of_an_earlier_visit_is_not_this_ones(read: Read) -> None:
    body = (
        "Main findings\nAn area for priority action was identified at the previous focused visit "
        "in 2019.\nLeaders have responded well."
    )
    assert Outcome.PRIORITY_ACTION not in news(read(letter(FOCUSED, FOCUSED_INTRO, body)))


def test_a_grade_in_a_letter_is_an_earlier_one(read: Read) -> None:
    reading = read(letter(MONITORING, MONITORING_INTRO, "Overview\nThe service is improving."))
    assert not news(reading) & GRADES
    assert reading.inspection is not None
    assert reading.inspection.kind is Kind.MONITORING_VISIT
    assert str(reading.inspection.start) == "2021-10-12"


def test_progress_that_is_not_sufficient_is_found(read: Read) -> None:
    body = (
        "Overview\nSince the last visit the local authority has not made sufficient progress in "
        "improving\nthe help that children receive. Too many wait too long."
    )
    reading = read(letter(MONITORING, MONITORING_INTRO, body))
    assert Outcome.INSUFFICIENT_PROGRESS in news(reading)
    assert any(finding.adverse for finding in reading.findings)


MADE = "The area has made sufficient progress in addressing "
REVISIT = (
    "17 May 2022\nAnn Example\nDirector of Children’s Services\nHalton Borough Council\n"
    "Dear Ann\nJoint area SEND revisit in Halton\nBetween 8 March 2022 and 10 March 2022, Ofsted "
    "and the Care Quality\nCommission (CQC) revisited the area of Halton to decide whether "
    "sufficient progress has been made\nin addressing each of the areas of significant weakness.\n"
)


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        (
            MADE + "all of the significant weaknesses.",
            Outcome.PROGRESS,
        ),
        (
            MADE + "four of the four significant weaknesses.",
            Outcome.PROGRESS,
        ),
        (
            MADE + "three of the five significant weaknesses.",
            Outcome.INSUFFICIENT_PROGRESS,
        ),
        (
            "The area has not made sufficient progress in addressing any of the weaknesses.",
            Outcome.INSUFFICIENT_PROGRESS,
        ),
    ],
    ids=["all", "four-of-four", "three-of-five", "none"],
)
def test_a_send_revisit_counts_its_weaknesses(read: Read, sentence: str, outcome: Outcome) -> None:
    reading = read(REVISIT + sentence + "\nYours sincerely")
    told = [finding for finding in reading.findings if finding.role is Role.NEWS]
    assert [finding.outcome for finding in told] == [outcome]
    assert reading.inspection is not None
    assert (str(reading.inspection.start), str(reading.inspection.end)) == (
        "2022-03-08",
        "2022-03-10",
    )
    assert reading.inspection.council is not None
    assert reading.inspection.council.name == "Halton"


def test_a_joint_inspection_of_an_area_is_read(read: Read) -> None:
    page = (
        "Joint targeted area inspection of Halton\nInspection dates: 11 July to 15 July 2022\n"
        "Headline findings\nPartners know their area.\nWhat needs to improve?\n• Consistency\n"
        "Areas for priority action\nThe police must act on the backlog of referrals at once."
    )
    reading = read(page)
    assert reading.inspection is not None
    assert reading.inspection.kind is Kind.JTAI
    assert reading.inspection.regime == "jtai"
    assert Outcome.PRIORITY_ACTION in news(reading)


def test_a_pdf_that_is_no_report_is_read_as_an_article(read: Read) -> None:
    reading = read("Agenda item 7\nThe committee noted the budget for parks and libraries.")
    assert reading.findings == ()
    assert reading.inspection is not None
    assert reading.inspection.kind is Kind.UNSPECIFIED


def test_an_unknown_kind_of_report_is_held(read: Read) -> None:
    page = "Review of family hubs in Halton\nInspection dates: 3 to 7 March 2025\nSecure practice"
    reading = read(page)
    assert reading.findings == ()
    assert [r.reason for r in reading.rejections] == ["unknown_layout"]
