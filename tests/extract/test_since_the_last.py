"""What things came to since the last inspection is new, and what they were at it is old."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported, told

DATE = "2023-11-14"
FELL = [
    "Barnsley Council has fallen from good to inadequate since it was last inspected in 2016.",
    (
        "Barnsley's children's services have dropped from good to inadequate since their last"
        " inspection."
    ),
    (
        "Services in Barnsley have gone from good to inadequate since they were last"
        " inspected five years ago."
    ),
    "Ofsted has marked Barnsley down from good to inadequate since its previous full inspection.",
    "Services have plunged from good to inadequate since Ofsted's last visit in 2018 to Barnsley.",
]


@pytest.mark.parametrize("published", [DATE, None])
@pytest.mark.parametrize("text", FELL)
def test_a_fall_since_the_last_inspection_is_new(text: str, published: str | None) -> None:
    news, _ = told(f"{text} Ofsted said.", "Ofsted report on children's services", published)
    assert ("Barnsley", "inadequate") in news


WORSE = [
    "Barnsley's children's services have worsened to inadequate since the last inspection.",
    "Services in Barnsley had declined to inadequate since inspectors' previous visit.",
]


@pytest.mark.parametrize("text", WORSE)
def test_so_is_one_whose_start_is_not_named(text: str) -> None:
    assert ("Barnsley", "inadequate") in reported(f"{text} Ofsted said.", "Ofsted report", DATE)


STOOD = [
    "Barnsley's children's services have been inadequate since their last inspection in 2018.",
    "Barnsley, inadequate since the last inspection, was visited by Ofsted again.",
    "Barnsley was good at its last inspection in 2018, Ofsted said.",
]


@pytest.mark.parametrize("text", STOOD)
def test_what_has_stood_since_then_is_not(text: str) -> None:
    assert not reported(text, "Ofsted visits Barnsley", DATE) & {
        ("Barnsley", "inadequate"),
        ("Barnsley", "good"),
    }


APART = [
    ("Kent is inadequate whereas Essex is good, Ofsted said.", "inadequate", "good"),
    ("Kent is outstanding whilst Essex is good, Ofsted said.", "outstanding", "good"),
]


@pytest.mark.parametrize(("text", "first", "second"), APART)
def test_whereas_parts_grades_as_while_does(text: str, first: str, second: str) -> None:
    found = reported(f"{text} It reported on children's services.", "Ofsted visits councils")
    assert found == {("Kent", first), ("Essex", second)}


@pytest.mark.parametrize(
    "text",
    [
        "In the 16 months since the county was rated inadequate there had been slow progress.",
        "In the two years since Kent was judged inadequate there's been insufficient progress.",
        "Since the verdict there has been insufficient progress, it says.",
    ],
)
def test_what_was_found_in_the_time_since_a_verdict_is_new(text: str) -> None:
    said = f"Ofsted wrote to Kent council after a monitoring visit. {text}"
    assert ("Kent", "insufficient_progress") in reported(said, "Letter to Kent")


def test_what_has_got_worse_since_a_verdict_is_new() -> None:
    said = "It told of a service where, since the verdict of May, practice has worsened."
    text = f"Ofsted wrote to Kent council after a monitoring visit. {said}"
    assert ("Kent", "deterioration") in reported(text, "Letter to Kent")


def test_the_verdict_that_a_time_is_counted_from_is_old() -> None:
    said = "Ofsted wrote to Kent. In the year since it was rated inadequate there has been a boss."
    assert ("Kent", "inadequate") not in reported(said, "Letter to Kent")


@pytest.mark.parametrize(
    "text",
    [
        "The county is no longer good, having been found inadequate.",
        "The county has lost its good rating, having been judged inadequate.",
        "Stripped of its good rating, and having been rated inadequate, Kent is sorry.",
    ],
)
def test_what_was_given_is_new_where_it_says_why_a_grade_is_gone(text: str) -> None:
    assert ("Kent", "inadequate") in reported(f"Ofsted has been to Kent. {text}", "Ofsted in Kent")


@pytest.mark.parametrize(
    "text",
    [
        "The council is sorry, having been rated inadequate.",
        "The council, having been rated inadequate in 2019, has improved.",
        "Inspectors say that the response is now weaker than when they judged services inadequate.",
        "Practice is worse than when Ofsted rated the council inadequate.",
    ],
)
def test_what_things_came_from_or_are_measured_against_is_old(text: str) -> None:
    found = told(f"Ofsted has been to Kent. {text}", "Ofsted in Kent")
    assert ("Kent", "inadequate") not in found[0]
