"""What an article says of a council, by the ways in which articles say it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, one, read
from watcher.model.vocabulary import Area, Direction, Kind, Outcome, Role

SAID = [
    (
        "plain",
        "Ofsted rates Rutland children's services inadequate",
        "Ofsted has rated children's services at Rutland County Council inadequate.",
        {("Rutland", "inadequate")},
    ),
    (
        "a list with one grade",
        "Three councils told to improve",
        (
            "Ofsted has judged children's services in Wigan, Bolton and Salford to require"
            " improvement to be good."
        ),
        {(name, "requires_improvement") for name in ("Wigan", "Bolton", "Salford")},
    ),
    (
        "respectively",
        "Two verdicts",
        (
            "Ofsted rated children's services in Luton and Southampton good and inadequate"
            " respectively."
        ),
        {("Luton", "good"), ("Southampton", "inadequate")},
    ),
    (
        "the council is named in another sentence",
        "Children's services downgraded",
        (
            "Ofsted has been to Halton Borough Council.\n\nInspectors rated the authority's"
            " children's services inadequate."
        ),
        {("Halton", "inadequate")},
    ),
    (
        "priority action",
        "Spot check finds risk",
        (
            "After a focused visit to Telford and Wrekin Council inspectors named an area for"
            " priority action at the front door."
        ),
        {("Telford and Wrekin", "priority_action")},
    ),
    (
        "an area SEND inspection",
        "SEND report published",
        (
            "Ofsted and the CQC found widespread and systemic failings in SEND services of the"
            " local area partnership in Northumberland, which Northumberland County Council leads."
        ),
        {("Northumberland", "send_systemic_failings")},
    ),
    (
        "a statement of action that is not needed",
        "Good news on SEND",
        (
            "Ofsted's local area SEND inspection of Wokingham found strengths, and no written"
            " statement of action is required."
        ),
        {("Wokingham", "no_written_statement")},
    ),
]

UNSAID = [
    ("a school", "Ofsted rated a primary school in Oldham inadequate after an inspection."),
    ("a children's home", "Ofsted rated a children's home in Oldham inadequate last week."),
    ("adult care", "The CQC rated adult social care at Oldham Council inadequate. CQC inspectors"),
    ("a wish", "Oldham Council wants its children's services to be rated outstanding by Ofsted."),
    ("a fear", "Ofsted is coming: Oldham's children's services could be rated inadequate."),
    ("the scale", "Ofsted has four ratings: outstanding, good, requires improvement, inadequate."),
    ("a thing", "Oldham Council blamed inadequate funding, Ofsted heard."),
    ("nobody", "Nearly half of all councils in England have been rated inadequate by Ofsted."),
    ("a peer review", "A peer review found Oldham's children's services inadequate, Ofsted heard."),
    ("a question", "Will Ofsted judge Oldham's children's services inadequate?"),
]


@pytest.mark.parametrize(
    ("title", "text", "expected"), [case[1:] for case in SAID], ids=[case[0] for case in SAID]
)
def test_what_is_said_is_found(title: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert news(text, title, "2024-05-01") == expected


@pytest.mark.parametrize("text", [case[1] for case in UNSAID], ids=[case[0] for case in UNSAID])
def test_what_is_not_said_of_a_council_is_not_found(text: str) -> None:
    found = read(text, published="2024-05-01").findings
    assert [finding for finding in found if finding.adverse] == []


def test_a_fall_knows_from_where_and_which_way() -> None:
    finding = one(
        "Ofsted has downgraded children's services at Trafford Council from good to inadequate.",
        "Trafford",
        "Trafford downgraded",
        "2023-03-01",
    )
    assert finding.direction is Direction.WORSE
    assert finding.previous is not None
    assert finding.previous.outcome is Outcome.GOOD
    assert finding.adverse


def test_a_rise_is_never_adverse() -> None:
    finding = one(
        "Children's services at Trafford Council have moved from inadequate to good, Ofsted says.",
        "Trafford",
        "Trafford moves up",
        "2023-03-01",
    )
    assert finding.direction is Direction.BETTER
    assert not finding.adverse


def test_a_sentence_about_the_past_is_background() -> None:
    reading = read(
        "Inspectors found steady progress at Trafford Council on a monitoring visit.\n\n"
        "Its children's services were rated inadequate by Ofsted in 2019.",
        "Monitoring visit to Trafford finds progress",
        "2023-03-01",
    )
    grades = [f for f in reading.findings if f.outcome is Outcome.INADEQUATE]
    assert [f.role for f in grades] == [Role.BACKGROUND]
    assert not any(f.adverse for f in reading.findings)


def test_a_judgement_of_one_area_is_not_the_overall_one() -> None:
    reading = read(
        "Ofsted has inspected Bury Council's children's services.\n\n"
        "- Overall effectiveness: requires improvement\n"
        "- Leaders: good\n"
        "- Care leavers: inadequate\n",
        "Ofsted report on Bury Council",
        "2024-03-01",
    )
    found = {f.area: f.outcome for f in reading.findings if f.role is Role.NEWS}
    assert found == {
        Area.OVERALL: Outcome.REQUIRES_IMPROVEMENT,
        Area.LEADERS: Outcome.GOOD,
        Area.CARE_LEAVERS: Outcome.INADEQUATE,
    }


def test_a_visit_without_a_grade_reports_decline() -> None:
    finding = one(
        "On a focused visit to Rutland County Council inspectors found that practice at the front"
        " door had deteriorated since the last inspection.",
        "Rutland",
        "Ofsted warns Rutland over front door",
        "2023-03-01",
    )
    assert (finding.kind, finding.outcome, finding.area) == (
        Kind.FOCUSED_VISIT,
        Outcome.DETERIORATION,
        Area.FRONT_DOOR,
    )


def test_what_is_dropped_is_told_with_its_reason() -> None:
    reasons = {r.reason for r in read(UNSAID[4][1], published="2024-05-01").rejections}
    assert "hypothetical" in reasons


def test_a_page_without_an_inspectorate_is_dismissed() -> None:
    reading = read("Oldham Council has opened a library. The service is good.")
    assert [r.reason for r in reading.rejections] == ["no_inspectorate"]
