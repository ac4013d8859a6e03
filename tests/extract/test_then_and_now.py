"""A bare grade word that the other grade beside it shows to be one: what was, and what is now."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, told
from watcher.model.vocabulary import Direction, Role

LEAD = "Kent County Council has published Ofsted's report on its services for children."
TITLE = "Ofsted report on Kent children's services"
GRADES = {
    "good": "good",
    "outstanding": "outstanding",
    "inadequate": "inadequate",
    "requires improvement": "requires_improvement",
}

SAID = [
    "{O} has become {N}.",
    "What was {O} in 2019 is now {N}.",
    "{O} has given way to {N}.",
    "The rating of {O} is no more. In its place: {N}.",
    "Where it was {O}, it is now {N}.",
    "It is {N} where it used to be {O}.",
    "The grade given was {N}, whereas before it was {O}.",
    "The verdict this time: {N}. Last time: {O}.",
    "From {O}, the council's services have gone down; they are now {N}.",
    "We were {O}. We said that we would be great. We are now {N}.",
    "In 2019 the inspectors said {O}. This time they said {N}.",
    "Inspectors thought it {O} in 2019. Now they think it {N}.",
    "After ten years as {O}, it is now {N}.",
    "Ofsted's grade for us, which was {O}, will now be {N}.",
    "A grade of {O} in 2019 has been followed by one of {N}.",
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(
    ("old", "new"), [("good", "requires improvement"), ("outstanding", "good")]
)
def test_a_grade_that_was_is_told_by_the_one_that_is(said: str, old: str, new: str) -> None:
    text = said.format(O=old, N=new)
    found = read(f"{LEAD}\n\n{text[0].upper()}{text[1:]}", TITLE).findings
    ways = {f.outcome.value: f.direction for f in found if f.role is Role.NEWS}
    assert ways == {GRADES[new]: Direction.WORSE}


@pytest.mark.parametrize("said", SAID)
def test_so_it_is_where_things_got_better(said: str) -> None:
    text = said.format(O="inadequate", N="good").replace("gone down", "climbed")
    found = read(f"{LEAD}\n\n{text[0].upper()}{text[1:]}", TITLE).findings
    ways = {f.outcome.value: f.direction for f in found if f.role is Role.NEWS}
    assert ways == {"good": Direction.BETTER}


@pytest.mark.parametrize(
    "said",
    [
        "The weather was good. The council's grade is now requires improvement.",
        "The food in the canteen was good. The service now requires improvement.",
        "Morale was good once. Overall, it now requires improvement.",
        "The training was good before, staff say. It is now called requires improvement.",
    ],
)
def test_what_no_inspector_judges_was_no_grade(said: str) -> None:
    news, background = told(f"{LEAD}\n\n{said}", TITLE)
    assert news == {("Kent", "requires_improvement")}
    assert background == set()


@pytest.mark.parametrize(
    "said",
    [
        "Leadership was outstanding and help and protection is good.",
        "Leadership was outstanding. Help and protection is now good.",
        "Controversially, adequate has been replaced by requires improvement.",
    ],
)
def test_other_parts_and_new_names_tell_of_no_change(said: str) -> None:
    found = read(f"{LEAD}\n\n{said}", TITLE).findings
    assert Direction.WORSE not in {f.direction for f in found}


def test_it_is_the_judgement_of_the_sentence_before() -> None:
    text = f"{LEAD}\n\nLeadership was good last time. It now requires improvement."
    found = [f for f in read(text, TITLE).findings if f.role is Role.NEWS]
    assert [(f.area.value, f.direction) for f in found] == [("leaders", Direction.WORSE)]
