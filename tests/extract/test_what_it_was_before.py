"""What a service was before, told behind its new grade in many ways: which way it went."""

from __future__ import annotations

import itertools

import pytest

from tests.extract.helpers import findings
from watcher.model.vocabulary import GRADES, Direction

VERDICTS = (
    "Ofsted has rated Kent council's children's services {new}{beside}",
    "Kent's children's services are now {new}, Ofsted says{beside}",
    "Children's services in Kent have been judged {new} by Ofsted{beside}",
)
BESIDE = ("", " in a report published today", " after an inspection in May")
BEFORE = (
    ". At its last inspection in 2019 it was rated {old}",
    ", having been rated {old} in 2019",
    ". The council was {old} when last inspected",
    ". It had been {old} since 2019",
    ". That compares with {old} in 2019",
    ". Previously it was {old}",
    ", five years after it was rated {old}",
    ". Its previous rating was {old}",
    ". Its previous rating, in 2019, was {old}",
    ", compared with {old} five years ago",
    ". Five years ago the same service was {old}",
    ". The last report, in 2019, had called it {old}",
    ". Before that it was {old}",
    ". Until now it has been {old}",
    ". It was {old} until last week",
    ". Last time it was {old}",
    ". The {old} rating of 2019 is gone",
)
DOWN = (", down from {old}", ". It has fallen from {old}", ". It loses the {old} rating of 2019")
UP = (", up from {old}", ". It has climbed from {old}", ". It sheds the {old} rating of 2019")
FALLS = (
    ("good", "inadequate"),
    ("good", "requires improvement"),
    ("requires improvement", "inadequate"),
    ("outstanding", "good"),
)
RISES = (
    ("inadequate", "good"),
    ("inadequate", "requires improvement"),
    ("requires improvement", "good"),
)


def moved(old: str, new: str, told: str) -> set[tuple[str, Direction]]:
    """Give what is told of the council, with the way it went, over all ways to begin."""
    found: set[tuple[str, Direction]] = set()
    for verdict, beside in itertools.product(VERDICTS, BESIDE):
        text = (verdict + told + ".").format(old=old, new=new, beside=beside)
        found |= {
            (str(f.outcome), f.direction)
            for f in findings(text, "Children's services in Kent", "2024-06-12")
            if f.outcome in GRADES
        }
    return found


@pytest.mark.parametrize(("old", "new"), FALLS)
@pytest.mark.parametrize("told", BEFORE + DOWN)
def test_a_fall_from_what_it_was(old: str, new: str, told: str) -> None:
    assert moved(old, new, told) == {(new.replace(" ", "_"), Direction.WORSE)}


@pytest.mark.parametrize(("old", "new"), RISES)
@pytest.mark.parametrize("told", BEFORE + UP)
def test_a_rise_from_what_it_was(old: str, new: str, told: str) -> None:
    assert moved(old, new, told) == {(new.replace(" ", "_"), Direction.BETTER)}


@pytest.mark.parametrize(
    "text",
    [
        "Kent's children's services have not been rated inadequate by Ofsted until now.",
        "Kent's children's services had never until this week been rated inadequate by Ofsted.",
        "Not until now have Kent's children's services been rated inadequate by Ofsted.",
    ],
)
def test_what_never_was_until_now_is_new(text: str) -> None:
    assert {str(f.outcome) for f in findings(text)} == {"inadequate"}


def test_what_was_found_when_inspectors_came_years_ago_is_old() -> None:
    text = (
        "Inspectors from Ofsted say children's services in Kent are making progress.\n\nThe service"
        " was found inadequate when Ofsted inspected {}."
    )
    assert not [f for f in findings(text.format("three years ago")) if f.adverse]


def test_a_statement_that_a_report_published_today_needs_is_new() -> None:
    text = (
        "Kent's SEND services need a written statement of action, Ofsted and CQC inspectors have"
        " ruled in a report published today."
    )
    assert {str(f.outcome) for f in findings(text)} == {"written_statement_of_action"}


def test_a_statement_that_is_published_is_a_document() -> None:
    title = "Written Statement of Action to address SEND inspection findings published"
    text = "Kent council is today publishing its written statement of action on SEND. Ofsted came."
    assert not [f for f in findings(text, title) if f.adverse]
