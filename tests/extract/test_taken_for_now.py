"""One judgement that is taken up as `that part`, and grades that came in place of others."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings
from watcher.model.vocabulary import Area, Direction

WAS = "Two years ago inspectors found Bexley's help for care leavers inadequate."

NOW = [
    "That part of its work is judged good in the report that Ofsted brought out today.",
    "This time that judgement is good.",
    "Now that area is good, says a report that is out today.",
    "It is now judged good.",
]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
@pytest.mark.parametrize("text", NOW[:3])
def test_that_part_is_the_one_that_was_named(text: str, gap: str) -> None:
    found = findings(f"{WAS}{gap}{text}", "Leaving care", "2026-09-17")
    told = [(one.area, one.outcome.value, one.direction) for one in found]
    assert told == [(Area.CARE_LEAVERS, "good", Direction.BETTER)]


def test_so_is_what_is_now_judged() -> None:
    text = "Work with care leavers in Bexley was inadequate in 2023, Ofsted said. It is now judged"
    found = findings(f"{text} good.", "Leaving care", "2026-09-17")
    assert [(one.area, one.direction) for one in found] == [(Area.CARE_LEAVERS, Direction.BETTER)]


ELSE = [
    "That part of the city has long been poor. Its services are judged good by Ofsted.",
    "Overall the council is now judged good.",
    "Children's services are now judged good.",
]


@pytest.mark.parametrize("text", ELSE)
def test_other_things_take_up_no_judgement(text: str) -> None:
    found = findings(f"{WAS}\n\n{text}", "Bexley", "2026-09-17")
    assert Area.CARE_LEAVERS not in {one.area for one in found}


RENAMED = [
    (
        "Solihull Council's rating falls under tougher test",
        (
            "Solihull Council requires improvement in how it keeps children safe, Ofsted has told"
            " it. Two years ago the equivalent judgement was adequate."
        ),
    ),
    (
        "Downgraded: children's services in Solihull",
        (
            "Ofsted has downgraded Solihull's child protection from adequate to requires"
            " improvement under its new framework."
        ),
    ),
    (
        "Solihull slips in new Ofsted regime",
        (
            "Services for children in Solihull have been marked down by Ofsted. They require"
            " improvement. In 2012 they were adequate."
        ),
    ),
]


@pytest.mark.parametrize(("title", "text"), RENAMED, ids=[one[0] for one in RENAMED])
def test_adequate_to_requires_improvement_is_no_fall(title: str, text: str) -> None:
    found = findings(text, title, "2014-05-15")
    assert {one.outcome.value for one in found} == {"requires_improvement"}
    assert not [one for one in found if one.adverse or one.direction is Direction.WORSE]


def test_from_good_it_is_one() -> None:
    text = (
        "Services for children in Solihull have been marked down by Ofsted. They require"
        " improvement. In 2012 they were good."
    )
    found = findings(text, "Rating falls at Solihull", "2014-05-15")
    assert [(one.direction, one.adverse) for one in found] == [(Direction.WORSE, True)]
