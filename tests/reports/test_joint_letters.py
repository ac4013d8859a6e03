"""Joint inspections of an area: who must answer, and how area SEND is followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from watcher.model.reading import reading_json
from watcher.model.vocabulary import Kind, Outcome, Role

if TYPE_CHECKING:
    from watcher.model.finding import Inspection, Reading

Read = "Callable[..., Reading]"

JOINT = (
    "Joint targeted area inspection of Halton\nInspection dates: 11 July to 15 July 2022\n"
    "Headline findings\nPartners know their area.\nWhat needs to improve?\n• Consistency\n"
)
ANSWER = (
    "Next steps\nWe have determined that {} is the principal authority and should prepare a\n"
    "written statement of proposed action responding to the findings outlined in this report.\n"
    "This should be a multi-agency response.\n"
)
THEMED = (
    "6 April 2018\nHalton Borough Council\nHalton Clinical Commissioning Group\n"
    "Dear local partnership\nJoint targeted area inspection of the multi-agency response to abuse "
    "and neglect in\nHalton\n"
    "Between 19 and 23 February 2018, Ofsted, the Care Quality Commission, HMICFRS and HMI\n"
    "Probation carried out a joint inspection of the response to abuse and neglect in Halton.\n"
    "Areas for improvement\nThe police do not always share what they know.\nNext steps\n{}\n"
    "Yours sincerely"
)


def inspection(reading: Reading) -> Inspection:
    assert reading.inspection is not None
    return reading.inspection


def news(reading: Reading) -> set[Outcome]:
    return {finding.outcome for finding in reading.findings if finding.role is Role.NEWS}


def test_a_joint_inspection_of_an_area_is_read(read: Read) -> None:
    body = "Areas for priority action\nThe police must act on the backlog of referrals at once."
    reading = read(JOINT + body)
    found = inspection(reading)
    assert (found.kind, found.regime, str(found.start)) == (Kind.JTAI, "jtai", "2022-07-11")
    assert found.responsible_body is None
    assert Outcome.PRIORITY_ACTION in news(reading)


@pytest.mark.parametrize(
    "body",
    [
        "Halton Borough Council",
        "Cheshire Constabulary",
        "NHS Cheshire and Merseyside Integrated Care Board",
        "the Chief Constable of Cheshire Police",
    ],
)
def test_the_body_that_must_answer_is_named_and_the_finding_stays_the_areas(
    read: Read, body: str
) -> None:
    action = "Areas for priority action\nThe response to children who go missing.\n"
    reading = read(JOINT + action + ANSWER.format(body))
    assert inspection(reading).responsible_body == body
    assert reading_json(reading)["inspection"]["responsible_body"] == body
    (found,) = (f for f in reading.findings if f.outcome is Outcome.PRIORITY_ACTION)
    assert found.council.name == "Halton"
    assert "principal authority" in found.evidence[-1].quote
    text = reading.document.text
    assert all(text[q.start : q.end] == q.quote for q in found.evidence)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        (
            "The local authority should prepare a written statement of proposed action.",
            "Halton Borough Council",
        ),
        (
            (
                "The director of children’s services should prepare a written statement of\n"
                "proposed action responding to the findings outlined in this letter."
            ),
            "Halton Borough Council",
        ),
        (
            "Halton Council must submit a statement of proposed action by 8 May 2018.",
            "Halton Council",
        ),
        (
            "The safeguarding partners should jointly prepare a written statement of action.",
            "The safeguarding partners",
        ),
        (
            "This should be a joint response. It should prepare a written statement of action.",
            None,
        ),
    ],
    ids=["authority", "director", "named", "partners", "nobody"],
)
def test_an_older_letter_asks_the_authority_for_a_statement(
    read: Read, sentence: str, body: str | None
) -> None:
    reading = read(THEMED.format(sentence))
    assert inspection(reading).responsible_body == body
    assert str(inspection(reading).published) == "2018-04-06"


def test_the_statement_after_a_joint_inspection_is_not_an_area_send_outcome(read: Read) -> None:
    sentence = "The local authority should send the written statement of action by 8 May 2018."
    reading = read(THEMED.format(sentence))
    assert not any(f.outcome is Outcome.WRITTEN_STATEMENT_OF_ACTION for f in reading.findings)
    assert not any(f.adverse for f in reading.findings)


@pytest.mark.parametrize(
    ("summary", "alarm"),
    [
        ("There are serious weaknesses in the response to exploited children.", True),
        ("There are significant weaknesses in how the police respond.", False),
        ("Health services leave too many children at risk of harm.", False),
        ("There are weaknesses in a small number of cases.", False),
    ],
    ids=["the-response", "the-police", "health", "few"],
)
def test_weaknesses_of_other_agencies_are_not_the_councils(
    read: Read, summary: str, *, alarm: bool
) -> None:
    reading = read(JOINT.replace("Partners know their area.", summary))
    assert (Outcome.WEAKNESSES in {f.outcome for f in reading.findings if f.adverse}) is alarm


def test_areas_for_improvement_at_a_joint_inspection_are_routine(read: Read) -> None:
    sentence = "Practice has significant weaknesses.\nThe local authority should respond."
    assert not any(f.adverse for f in read(THEMED.format(sentence)).findings)


def test_joint_inspectors_may_find_no_area_for_priority_action(read: Read) -> None:
    reading = read(JOINT + "No areas for priority action were identified by inspectors.")
    assert Outcome.PRIORITY_ACTION not in news(reading)
    assert Outcome.NO_PRIORITY_ACTION in news(reading)


MADE = "The area has made sufficient progress in addressing "
REVISIT = (
    "17 May 2022\nAnn Example\nDirector of Children’s Services\nHalton Borough Council\n"
    "Dear Ann\nJoint area SEND revisit in Halton\nBetween 8 March 2022 and 10 March 2022, Ofsted "
    "and the Care Quality\nCommission (CQC) revisited the area of Halton to decide whether "
    "sufficient progress has been made\nin addressing each of the areas of significant weakness "
    "detailed in the written statement of\naction (WSOA) issued on 29 November 2018.\n"
    "As a result of the findings of the initial inspection, Her Majesty’s Chief Inspector "
    "determined\nthat a written statement of action was required.\n"
)


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        (MADE + "all of the significant weaknesses.", Outcome.PROGRESS),
        (MADE + "the three areas of significant weakness.", Outcome.PROGRESS),
        (MADE + "four of the four significant weaknesses.", Outcome.PROGRESS),
        (MADE + "three of the five significant weaknesses.", Outcome.INSUFFICIENT_PROGRESS),
        (
            "The area has not made sufficient progress in addressing any of the weaknesses.",
            Outcome.INSUFFICIENT_PROGRESS,
        ),
        (
            (
                "Leaders have made sufficient progress to improve this weakness.\nThe area has\n"
                "not made sufficient progress to improve this area of weakness."
            ),
            Outcome.INSUFFICIENT_PROGRESS,
        ),
        (
            (
                "At the initial inspection leaders had not made sufficient progress. The area has\n"
                "made sufficient progress to improve each weakness."
            ),
            Outcome.PROGRESS,
        ),
    ],
    ids=["all", "the-three", "four-of-four", "three-of-five", "none", "one-by-one", "then-and-now"],
)
def test_a_send_revisit_counts_its_weaknesses(read: Read, sentence: str, outcome: Outcome) -> None:
    reading = read(REVISIT + sentence + "\nYours sincerely")
    told = [finding for finding in reading.findings if finding.role is Role.NEWS]
    assert [finding.outcome for finding in told] == [outcome]
    found = inspection(reading)
    assert (str(found.start), str(found.end)) == ("2022-03-08", "2022-03-10")
    assert found.council is not None
    assert found.council.name == "Halton"


MONITORED = (
    "Local Area Partnership report\nArea SEND monitoring inspection of Halton Local Area\n"
    "Partnership\nInspection dates: 17 to 19 June 2025\n"
    "Date of previous inspection: November 2023\nInspection outcome\n{}\n"
    "Area for priority action 1\nLeaders should work together.\n"
)


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        (
            (
                "Leaders have taken effective action to address the areas for priority action\n"
                "identified at the last full inspection."
            ),
            Outcome.PROGRESS,
        ),
        (
            (
                "The partnership has taken effective action to address one of the two areas for\n"
                "priority action."
            ),
            Outcome.INSUFFICIENT_PROGRESS,
        ),
        (
            (
                "The partnership has not taken effective action to address the areas for priority\n"
                "action."
            ),
            Outcome.INSUFFICIENT_PROGRESS,
        ),
    ],
    ids=["all", "one-of-two", "none"],
)
def test_a_send_monitoring_inspection_finds_no_new_priority_in_the_old_ones(
    read: Read, sentence: str, outcome: Outcome
) -> None:
    reading = read(MONITORED.format(sentence))
    told = [finding for finding in reading.findings if finding.role is Role.NEWS]
    assert [finding.outcome for finding in told] == [outcome]
    assert str(inspection(reading).start) == "2025-06-17"


def test_the_headings_of_a_send_monitoring_report_name_the_old_priorities(read: Read) -> None:
    page = MONITORED.format("Leaders have taken effective action to address all of them.")
    reading = read(page + "Areas for priority action\nLeaders should act with urgency.")
    assert news(reading) == {Outcome.PROGRESS}


def test_a_letter_of_2016_to_2022_on_area_send_gives_its_own_days(read: Read) -> None:
    page = (
        "29 November 2018\nAnn Example\nHalton Borough Council\nDear Ann Example\n"
        "Joint local area SEND inspection in Halton\nBetween 1 October 2018 and 5 October 2018, "
        "Ofsted and the Care Quality Commission (CQC)\nconducted a joint inspection of the local "
        "area of Halton to judge how well reforms are made.\nAs a result of the findings of this "
        "inspection, Her Majesty’s Chief Inspector (HMCI) has\ndetermined that a Written Statement "
        "of Action is required because of significant areas of\nweakness in the area’s practice."
    )
    reading = read(page)
    found = inspection(reading)
    assert (str(found.start), str(found.end), found.regime) == (
        "2018-10-01",
        "2018-10-05",
        "area_send_2016",
    )
    assert str(found.published) == "2018-11-29"
    assert news(reading) == {Outcome.WRITTEN_STATEMENT_OF_ACTION}
