"""A grade for the whole beside one for a part: no rise, no fall, and neither hides the other."""

from __future__ import annotations

import itertools

import pytest

from tests.extract.helpers import findings
from watcher.model.vocabulary import Area, Direction, Kind, Outcome

VERDICTS = (
    "Kent's children's services were rated {whole} by Ofsted",
    "Ofsted has rated Kent council's children's services {whole}",
    "Kent council has been judged {whole} by Ofsted",
    "Inspectors from Ofsted found children's services in Kent to be {whole}",
)
BESIDE = (
    "",
    " in an Ofsted report out today",
    " in an Ofsted report published on Monday",
    " after an inspection in May",
    " overall",
    " in Ofsted's latest report",
    " following a two-week visit last month",
)
PARTS = (
    ", with leadership rated {part}.",
    ", with others rated {part}.",
    " and {part} for children in care.",
    ", though services for care leavers are {part}.",
    "; leadership was {part}.",
    ", with one area, care leavers, now {part}.",
    ", and support for care leavers is today {part}.",
    ". Leadership was rated {part}.",
)
GRADES = (
    ("good", "outstanding"),
    ("good", "requires improvement"),
    ("requires improvement", "good"),
    ("requires improvement", "inadequate"),
    ("inadequate", "good"),
    ("outstanding", "good"),
)


@pytest.mark.parametrize(("whole", "part"), GRADES)
@pytest.mark.parametrize("beside", BESIDE)
def test_the_grade_of_a_part_is_not_that_of_the_whole(whole: str, part: str, beside: str) -> None:
    for verdict, told in itertools.product(VERDICTS, PARTS):
        text = (verdict + beside + told).format(whole=whole, part=part)
        given = [
            (f.outcome, f.direction)
            for f in findings(text, "Children's services in Kent", "2024-06-12")
            if f.area is Area.OVERALL and f.kind is Kind.FULL_INSPECTION
        ]
        assert given == [(Outcome(whole.replace(" ", "_")), Direction.UNKNOWN)], text


def test_the_same_service_of_two_times_still_moves() -> None:
    text = "Kent's children's services were rated good by Ofsted, and are today rated {now}."
    for now, way in (("outstanding", Direction.BETTER), ("inadequate", Direction.WORSE)):
        found = findings(text.format(now=now))
        assert {(str(f.outcome), f.direction) for f in found} == {(now, way)}


def test_a_strand_is_named_behind_the_grade_that_it_was_given() -> None:
    text = (
        "Ofsted reported on Kent. An 'inadequate' grading had been received for the strand"
        " 'Experiences and progress of care leavers'."
    )
    assert {f.area for f in findings(text)} == {Area.CARE_LEAVERS}
