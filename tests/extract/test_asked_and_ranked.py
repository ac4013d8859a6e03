"""What inspectors of SEND ask for and how they rank it, and whom a page on many areas tells of."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, parsed, reported
from watcher.app.reading import reading_context
from watcher.extract import extract
from watcher.model.vocabulary import Role

STATEMENT = "written_statement_of_action"
SEND = "Report on special educational needs in Kent"


def adverse(text: str, title: str, day: str) -> set[str]:
    return {f.council.name for f in findings(text, title, day) if f.adverse}


@pytest.mark.parametrize("who", ["Ofsted inspectors", "Care Quality Commission inspectors"])
@pytest.mark.parametrize(
    "asked",
    [
        "They ordered Kent County Council and its partners to write, together, an action plan.",
        "They told Kent County Council that it must draw up an action plan for improvement.",
    ],
)
def test_they_are_the_inspectors_of_the_sentence_before(who: str, asked: str) -> None:
    text = f"{who} looked at special educational needs in Kent in March. {asked}"
    assert reported(text, SEND, "2018-07-06") == {("Kent", STATEMENT)}


def test_they_may_be_somebody_else() -> None:
    text = (
        "Parents met in Kent in March. They asked Kent County Council to write an action plan for"
        " special educational needs."
    )
    assert reported(text, "Parents on special educational needs", "2018-07-06") == set()


@pytest.mark.parametrize(
    "ranked",
    [
        'and ranked them "inconsistent".',
        "and rated it inconsistent.",
        'in June. They have been graded as "inconsistent".',
        'in June. The outcome was "inconsistent", the middle one of three.',
    ],
)
def test_ranked_inconsistent_is_the_middle_outcome(ranked: str) -> None:
    text = f"Ofsted and the Care Quality Commission inspected SEND services in Kent {ranked}"
    assert reported(text, "Kent's SEND services", "2025-08-06") == {("Kent", "send_inconsistent")}


def test_something_inconsistent_is_no_outcome() -> None:
    text = (
        "Ofsted and the Care Quality Commission inspected SEND services in Kent. Parents called the"
        " letters inconsistent, and inspectors say that communication is inconsistent."
    )
    found = reported(text, "Kent's SEND services", "2025-08-06")
    assert ("Kent", "send_inconsistent") not in found


THEMATIC = (
    "Ofsted and other inspectorates have put out a joint report on violence. It draws on six joint"
    " targeted area inspections. Services in Leeds, Coventry, Somerset, Manchester, Merton and"
    " Lancashire were visited. "
)


def test_what_a_report_on_many_areas_finds_is_told_of_none() -> None:
    text = f"{THEMATIC}It found that partnerships fail to see it, which leaves children at risk."
    assert adverse(text, "Inspection clinic: violence", "2024-12-01") == set()


def test_what_they_all_share_is_told_of_each() -> None:
    text = f"{THEMATIC}Inspectors said that all six areas had left children at risk of harm."
    assert len(adverse(text, "Inspection clinic: violence", "2024-12-01")) == len("Leeds ")


def test_who_gets_outstanding_services_is_what_is_judged() -> None:
    text = (
        "Ofsted's report on Kent is out. Leaders have improved the experiences of children in care,"
        " who now receive outstanding services."
    )
    found = findings(text, "Ofsted on Kent's children's services", "2022-05-03")
    assert {str(f.area) for f in found if f.outcome.value == "outstanding"} == {"children_in_care"}


def test_a_town_may_stand_for_the_council_named_after_it() -> None:
    text = (
        "Bracknell's council has been told by Ofsted to write a statement. The weaknesses in its"
        " SEND practice are so significant that a Written Statement of Action is required."
    )
    found = reported(text, "Scathing Ofsted report on SEND", "2022-03-04")
    assert ("Bracknell Forest", STATEMENT) in found


@pytest.mark.parametrize("text", ["He went to Bracknell Town.", "A walk through Bracknell."])
def test_a_town_alone_names_no_council(text: str) -> None:
    grade = "Ofsted has rated children's services in Kent inadequate. "
    assert reported(grade + text, "Ofsted on Kent", "2022-03-04") == {("Kent", "inadequate")}


@pytest.mark.parametrize("end", ["\n", " \n", "\n  "])
def test_a_grade_runs_over_the_end_of_a_narrow_line(end: str) -> None:
    text = (
        "Inspection of services for children\nReport published: 13 May 2015\nOur overall judgement:"
        f" children's services require{end}improvement\n1. Children who need help and protection"
        f"\nRequires{end}Improvement\nContents\n"
    )
    document = parsed(text, "Rutland County Council - Ofsted report", "2015-05-13")
    found = {
        (str(f.area), f.outcome.value, f.evidence[0].quote.split()[-1])
        for f in extract(document, reading_context()).findings
        if f.role is Role.NEWS
    }
    assert ("overall", "requires_improvement", "improvement") in found
    assert ("help_and_protection", "requires_improvement", "Improvement") in found
    assert "".join(text[block.start : block.end] for block in document.blocks if block)


def test_lines_that_only_look_like_one_grade_stay_apart() -> None:
    text = "What the service requires\n\nImprovement of its staff is under way in Rutland.\n"
    assert reported(text, "Rutland", "2015-05-13") == set()
