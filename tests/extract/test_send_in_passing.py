"""SEND outcomes told in passing, by turns, by ellipsis, and from one to another."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Role

WORST, MIDDLE, BEST = "send_systemic_failings", "send_inconsistent", "send_positive"
COLUMN = (
    "Fridays are for surgeries in Luton, and this one was busy.\n\nNine of you came about the bus."
    "\n\nIt is cold. The fair was good fun. I met many of you there. Bins are late again. I have"
    " written to the firm. The roads need work too.\n\n"
)


@pytest.mark.parametrize("published", ["2024-10-14", None])
@pytest.mark.parametrize(
    "before",
    [
        "The inspectors' letter on special needs is every bit as bad as you feared.",
        "The report by Ofsted and the CQC on SEND came out on Wednesday.",
        "And then there is SEND. Inspectors published their report on Wednesday.",
    ],
)
@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("They say the failings are widespread, and that children cannot wait.", WORST),
        ("They found that experiences and outcomes are inconsistent.", MIDDLE),
        ("It finds that services typically lead to positive experiences.", BEST),
    ],
)
def test_the_sentence_before_may_name_what_was_inspected(
    text: str, outcome: str, before: str, published: str | None
) -> None:
    for between in (" ", "\n\n"):
        page = f"{COLUMN}{before}{between}{text}"
        assert ("Luton", outcome) in reported(page, "MP's column: buses and bins", published)


def test_without_it_failings_are_of_no_send_inspection() -> None:
    page = f"{COLUMN}Ofsted's report is out. It says that the failings are widespread."
    assert ("Luton", WORST) not in reported(page, "MP's column: buses and bins", "2024-10-14")


def test_what_is_said_whenever_they_say_so_is_said_of_nobody() -> None:
    lead = "Inspectors from Ofsted and the CQC report on SEND. The minister spoke in Luton.\n\n"
    text = f"{lead}When it says that there are systemic failings I think of my son."
    assert ("Luton", WORST) not in reported(text, "The minister's speech on SEND")


@pytest.mark.parametrize(
    "turn",
    [
        "A day later came Kent. There",
        "On Wednesday came Kent's turn. There",
        "Next came the report on Kent. There",
        "Kent followed a day later. There",
        "Wednesday was the turn of Kent. There",
    ],
)
def test_whoever_takes_a_turn_is_spoken_of(turn: str) -> None:
    lead = "Inspectors from Ofsted and the CQC reported on SEND in Luton: it is inconsistent."
    got = reported(f"{lead}\n\n{turn} the failings are systemic.", "SEND: two verdicts")
    assert ("Kent", WORST) in got
    assert ("Luton", WORST) not in got


@pytest.mark.parametrize(
    "text",
    [
        "It is the severest form of words open to inspectors.",
        "It uses the strongest terms that inspectors have.",
        "The verdict is the harshest of the three available.",
        "It is the most serious outcome possible.",
    ],
)
def test_nothing_worse_can_be_said(text: str) -> None:
    lead = "Inspectors from Ofsted and the CQC have reported on SEND in Luton."
    assert ("Luton", WORST) in reported(f"{lead}\n\n{text}", "SEND in Luton: report")


def ways(text: str) -> set[tuple[str, str]]:
    """Give outcome and way of what is reported."""
    lead = "Inspectors from Ofsted and the CQC have reported on SEND in Luton."
    _, drafts = draft_findings(parsed(f"{lead}\n\n{text}", "SEND in Luton"), reading_context())
    return {(d.outcome.value, d.direction.value) for d in drafts if d.role is Role.NEWS}


@pytest.mark.parametrize(
    ("text", "outcome", "way"),
    [
        ("Luton has gone from positive to inconsistent in three years.", MIDDLE, "worse"),
        ("The area slipped from typically positive to inconsistent.", MIDDLE, "worse"),
        ("It went from inconsistent to systemic failings.", WORST, "worse"),
        ("Luton fell from the best outcome to the middle one.", MIDDLE, "worse"),
        ("It has moved from inconsistent to typically positive.", BEST, "better"),
    ],
)
def test_from_one_outcome_to_another(text: str, outcome: str, way: str) -> None:
    assert (outcome, way) in ways(text)


BACK = "Inspectors from Ofsted and the CQC have been back to Luton to look at SEND again."


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Sufficient progress has been made on pay. On health, schools and jobs it has not.", 1),
        ("Sufficient progress has been made on one weakness. On the other three it has not.", 1),
        ("Sufficient progress had been made in one area. In three it had not.", 1),
        (
            "It has made sufficient progress on autism. It has not on health, pay or schools.",
            1,
        ),
        ("One weakness has been dealt with. Three have not.", 1),
        ("It has made sufficient progress in one area; in three others it has not.", 1),
        ("Progress was sufficient on one weakness and not on three.", 1),
        ("Sufficient progress has been made on three of four weaknesses. On one it has not.", 0),
        ("Sufficient progress has been made in all areas. Parents say it has not.", 0),
        ("It has made sufficient progress on all four weaknesses. It has not been easy.", 0),
    ],
)
def test_a_revisit_may_leave_out_what_was_not_so(text: str, *, short: bool) -> None:
    got = reported(f"{BACK}\n\n{text}", "Ofsted and CQC revisit Luton", "2021-10-14")
    assert (("Luton", "insufficient_progress") in got) is bool(short)
