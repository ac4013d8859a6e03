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


WORDS_OF_PROGRESS = {
    "too-slow": ("Progress in improving assessments has been too slow.", "insufficient_progress"),
    "not-fast-enough": (
        "The pace of improvement has not been fast enough.",
        "insufficient_progress",
    ),
    "insufficient": (
        "Insufficient progress has been made against the plan.",
        "insufficient_progress",
    ),
    "little": ("There has been little progress since the last visit.", "insufficient_progress"),
    "failed-to": (
        "Leaders have failed to make sufficient progress in securing better help.",
        "insufficient_progress",
    ),
    "steady": ("The local authority is making steady progress from a low base.", "progress"),
    "sufficient": ("Leaders have made sufficient progress in improving help.", "progress"),
    "slow-in-parts": (
        "Leaders have made good progress. Progress is too slow in a small number of teams.",
        "progress",
    ),
    "slow-then": (
        (
            "At the last visit, insufficient progress had been made. Leaders now make steady\n"
            "progress."
        ),
        "progress",
    ),
    "slow-at-the-last-visit": (
        "At the previous visit progress was too slow. Leaders now make good progress.",
        "progress",
    ),
    "worse-below": (
        (
            "The local authority has made clear progress.\nFindings and evaluation of progress\n"
            "The council has not made sufficient progress in recording visits."
        ),
        "progress",
    ),
}


@pytest.mark.parametrize(("body", "outcome"), WORDS_OF_PROGRESS.values(), ids=WORDS_OF_PROGRESS)
def test_a_monitoring_letter_is_taken_at_its_summary(read: Read, body: str, outcome: str) -> None:
    reading = read(letter(MONITORING, MONITORING_INTRO, "Headline findings\n" + body))
    told = {one.value for one in news(reading)} & {"progress", "insufficient_progress"}
    assert told == {outcome}


@pytest.mark.parametrize(
    "body",
    [
        "Inspectors considered whether the local authority has made sufficient progress.",
        "Leaders must make sufficient progress before the next visit.",
        "Children do not make sufficient progress at school when they move home often.",
    ],
    ids=["asked", "demanded", "at-school"],
)
def test_what_is_asked_or_is_childrens_own_is_no_verdict_on_progress(read: Read, body: str) -> None:
    reading = read(letter(MONITORING, MONITORING_INTRO, "Overview\n" + body))
    assert Outcome.INSUFFICIENT_PROGRESS not in news(reading)


def test_a_focused_visit_that_saw_little_progress_says_so(read: Read) -> None:
    body = (
        "Headline findings\nSince the last inspection in March 2019, when services were judged to\n"
        "require improvement, there has been little progress in the quality of practice."
    )
    reading = read(letter(FOCUSED, FOCUSED_INTRO, body))
    (found,) = (f for f in reading.findings if f.outcome is Outcome.INSUFFICIENT_PROGRESS)
    assert (found.role, str(found.when), found.adverse) == (Role.NEWS, "2021-11-02", True)


def test_a_decline_since_the_last_inspection_is_this_visits_finding(read: Read) -> None:
    body = (
        "Overview\nSince the last inspection in 2019, when services were judged to be good, the\n"
        "quality of practice has declined. Staff are committed."
    )
    reading = read(letter(FOCUSED, FOCUSED_INTRO, body))
    (found,) = (f for f in reading.findings if f.outcome is Outcome.DETERIORATION)
    assert (found.role, found.area.value, str(found.when)) == (
        Role.NEWS,
        "front_door",
        "2021-11-02",
    )
    assert found.adverse


@pytest.mark.parametrize(
    "body",
    [
        "The quality of practice has not declined since the last inspection.",
        (
            "Most children get help, but the quality of assessments has declined in a small\n"
            "number of teams."
        ),
        "Practice had deteriorated in 2019; it has since recovered.",
    ],
    ids=["not", "in-parts", "and-recovered"],
)
def test_no_decline_is_read_where_there_is_none_or_little(read: Read, body: str) -> None:
    reading = read(letter(FOCUSED, FOCUSED_INTRO, "Overview\n" + body))
    assert not any(f.adverse for f in reading.findings)


NEW_PRIORITIES = {
    "counted": "There are two areas for priority action in relation to visits to children.",
    "has": "The council has an area for priority action.",
    "result": "These delays result in an area for priority action.",
    "passive": "An area for priority action was identified in the response to missing children.",
    "since": (
        "Since the last inspection, practice has worsened. Inspectors identified an area for\n"
        "priority action at this visit."
    ),
}


@pytest.mark.parametrize("body", NEW_PRIORITIES.values(), ids=NEW_PRIORITIES)
def test_a_sentence_that_names_an_area_for_priority_action_is_enough(read: Read, body: str) -> None:
    reading = read(letter(FOCUSED, FOCUSED_INTRO, "Headline findings\n" + body))
    assert Outcome.PRIORITY_ACTION in news(reading)


OLD_PRIORITIES = {
    "addressed": "The areas for priority action identified at the last visit have been addressed.",
    "dated": "A focused visit in 2019 identified an area for priority action.",
    "to-be-planned": "You should submit a plan that responds to the areas for priority action.",
    "progress": "There is good progress on the area for priority action found in February 2021.",
    "answered": "Inspectors found good progress against the area for priority action.",
    "resolved": "Inspectors found that one area for priority action has been resolved.",
    "joint": "The JTAI in 2019 identified areas for priority action.",
}


@pytest.mark.parametrize("body", OLD_PRIORITIES.values(), ids=OLD_PRIORITIES)
def test_an_area_for_priority_action_that_is_known_is_not_news(read: Read, body: str) -> None:
    reading = read(letter(FOCUSED, FOCUSED_INTRO, "Headline findings\n" + body))
    assert Outcome.PRIORITY_ACTION not in news(reading)
    assert not any(f.adverse for f in reading.findings)


def test_an_empty_heading_before_the_next_one_says_nothing(read: Read) -> None:
    body = "Areas for priority action\nWhat needs to improve in this area of practice\nRecording."
    assert Outcome.PRIORITY_ACTION not in news(read(letter(FOCUSED, FOCUSED_INTRO, body)))


def test_a_letter_says_what_grade_the_council_holds(read: Read) -> None:
    reading = read(letter(MONITORING, MONITORING_INTRO, "Overview\nThe service is improving."))
    assert reading.inspection is not None
    found = reading.inspection.previous
    assert found is not None
    assert (found.outcome.value, str(found.when)) == ("inadequate", "2020-05")


def test_a_letter_over_two_pages_is_read_through_its_running_heads(read: Read) -> None:
    first = letter(FOCUSED, FOCUSED_INTRO, "Headline findings\nInspectors found one area for")
    second = "2\npriority action in the response to exploited children.\n" + TAIL
    reading = read(first.removesuffix(TAIL).strip(), second)
    assert Outcome.PRIORITY_ACTION in news(reading)


def test_what_a_letter_plainly_sums_up_is_not_held_for_doubt(read: Read) -> None:
    body = "Overview\nThere are significant weaknesses in the quality of assessments."
    reading = read(letter(FOCUSED, FOCUSED_INTRO, body))
    (found,) = (f for f in reading.findings if f.outcome is Outcome.WEAKNESSES)
    assert (found.held, found.adverse) == (False, True)


@pytest.mark.parametrize(
    "body",
    [
        "Inspectors found no serious weaknesses in practice.",
        "There are no longer widespread failures.",
        "The serious failures that the inspection in 2019 found have been addressed.",
        "There are significant weaknesses in a small number of teams.",
        "Children are not left at risk of harm.",
    ],
    ids=["none", "no-longer", "earlier", "in-parts", "not-left"],
)
def test_weaknesses_that_are_denied_past_or_few_are_no_alarm(read: Read, body: str) -> None:
    reading = read(letter(FOCUSED, FOCUSED_INTRO, "Overview\n" + body))
    assert not any(f.adverse for f in reading.findings)


@pytest.mark.parametrize(
    "body",
    [
        "Since the last inspection in 2019, there are serious and widespread weaknesses.",
        "Too many children are left at risk of harm for too long.",
        "This visit found systemic failings in the front door.",
    ],
    ids=["since", "at-risk", "this-visit"],
)
def test_weaknesses_that_a_visit_sums_up_are_an_alarm(read: Read, body: str) -> None:
    reading = read(letter(FOCUSED, FOCUSED_INTRO, "Overview\n" + body))
    assert {f.outcome for f in reading.findings if f.adverse} == {Outcome.WEAKNESSES}


def test_what_the_reader_finds_bad_in_parts_is_mixed_in_a_letter(read: Read) -> None:
    page = (
        "20 January 2023\nDear Sarah\nFocused visit to Kent children’s services\n"
        "This letter summarises the findings of the focused visit to Kent children’s services on\n"
        "24 and 25 January 2023.\nHeadline findings\nMost children get good help, but the quality\n"
        "of assessments has declined in a small number of teams."
    )
    assert news(read(page)) == {Outcome.MIXED}


def test_a_letter_that_does_not_date_its_visit_says_so(read: Read) -> None:
    undated = FOCUSED_INTRO.replace("on\n2 and 3 November 2021", "this\nautumn")
    reading = read(letter(FOCUSED, undated, "Main findings\nThere is an area for priority action."))
    assert "unknown_dates" in {r.reason for r in reading.rejections}
    assert Outcome.PRIORITY_ACTION in news(reading)


def test_another_council_in_a_letter_gets_none_of_it(read: Read) -> None:
    body = (
        "Overview\nPractice is steady. Kent County Council’s children’s services were judged to\n"
        "be inadequate by Ofsted in 2019, and Kent now supports the service in Halton."
    )
    reading = read(letter(FOCUSED, FOCUSED_INTRO, body))
    assert {f.council.name for f in reading.findings} <= {"Halton"}
    assert "other_council" in {r.reason for r in reading.rejections}


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
