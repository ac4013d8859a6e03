"""Falls counted in words of their own, and whose sentence goes on behind what is put in."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reported
from watcher.model.vocabulary import Area, Direction

OUT = "Ofsted has published its report. Dorset's children's services require improvement."


@pytest.mark.parametrize(
    "text",
    [
        "That is a reduction of one grade on 2018.",
        "That is a lowering of two grades.",
        "It is a worsening by one grade since the last inspection.",
        "The judgement is one lower than in 2018.",
        "There is no getting round it: a reduction of one notch.",
        "This was a reduction in the overall grade.",
    ],
)
def test_a_reduction_of_a_grade_is_a_fall(text: str) -> None:
    told = findings(f"{OUT} {text}", "Inspection of Dorset")
    assert [(one.direction, one.adverse) for one in told] == [(Direction.WORSE, True)]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("That is an increase of one grade on 2018.", Direction.BETTER),
        ("This was an improvement of two grades.", Direction.BETTER),
        ("There was a reduction of two posts in the team.", Direction.UNKNOWN),
        ("The number of visits is one lower than in 2018.", Direction.UNKNOWN),
        ("In 2016 they were adequate. This was a reduction of one grade.", Direction.UNKNOWN),
    ],
)
def test_not_every_reduction_is_one(text: str, way: Direction) -> None:
    page = f"Ofsted says that Dorset's children's services are now good. {text}"
    told = findings(page, "Inspection of Dorset", "2022-05-04")
    ways = {one.direction for one in told if one.area is Area.OVERALL}
    assert ways - {Direction.BETTER} == {way} - {Direction.BETTER}


@pytest.mark.parametrize(
    "text",
    [
        "Kent's services, run jointly with Leeds since 2019, have been judged inadequate.",
        "Kent's services for children, once compared with those of Leeds, are inadequate.",
        "Kent's services, which have been copied by Leeds and by Bury, are inadequate.",
        "Kent's services, for years an example to Leeds and Bury, are inadequate.",
        "Kent's services, praised as a model when Leeds was struggling, are inadequate.",
    ],
)
def test_who_is_put_in_has_not_the_grade(text: str) -> None:
    assert reported(f"Ofsted has published its report. {text}", "A proud county") == {
        ("Kent", "inadequate")
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("As well as Leeds, Bury, Kent and Hull are inadequate, Ofsted has ruled.", 4),
        ("Services in Leeds, Bury and Kent are inadequate, Ofsted has ruled.", 3),
        ("Leeds, rated good, Bury, rated good, and Kent, rated good, were seen by Ofsted.", 3),
    ],
)
def test_a_list_stays_a_list(text: str, names: int) -> None:
    assert len(reported(text, "Reports of the week")) == names
