"""Pages that give grades for judgements and none for the whole, as since April 2026."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, read
from watcher.model.vocabulary import GRADES, Role

DAY, TITLE = "2026-09-10", "Ofsted report on Kent children's services"
LEAD = (
    "Ofsted has published its report on Kent County Council's children's services. It gives no"
    " overall grade, as such grades ended in April. "
)
Told = set[tuple[str, str, str]]


def told(text: str, title: str = TITLE, day: str = DAY) -> Told:
    """Give area, grade and direction of what is reported and not held."""
    return {
        (str(f.area), f.outcome.value, f.direction.value)
        for f in read(text, title, day).findings
        if f.role is Role.NEWS and f.outcome in GRADES and not f.held
    }


def areas(text: str, title: str = TITLE, day: str = DAY) -> set[tuple[str, str]]:
    """Give area and grade of what is reported and not held."""
    return {(area, grade) for area, grade, _ in told(text, title, day)}


NAMES = {
    "leaders": [
        "the impact of its leaders on social work practice",
        "the work of its leaders",
        "the leadership of children's services",
    ],
    "help_and_protection": [
        "help and protection services",
        "the help and protection of children",
        "support for children who need help and protection",
    ],
    "children_in_care": ["support for children in care", "work with children in care"],
    "care_leavers": ["its leaving care service", "work with care leavers"],
}
FORMS = {
    "A grade of inadequate was given to {name}.": "unknown",
    "A rating of inadequate was awarded for {name}.": "unknown",
    "When it came to {name}, the verdict was inadequate.": "unknown",
    "{capital}, rated good in 2022, is now inadequate.": "worse",
    "{capital}, previously good, was found to be inadequate.": "worse",
    "Inspectors downgraded {name} to inadequate.": "worse",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("area", NAMES)
def test_each_judgement_has_its_own_grade_and_the_whole_none(area: str, form: str) -> None:
    for name in NAMES[area]:
        sentence = form.format(name=name, capital=name[0].upper() + name[1:])
        assert told(LEAD + sentence) == {(area, "inadequate", FORMS[form])}, sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Leadership, rated outstanding in 2022, is now good.",
        "Leadership, previously rated outstanding, is good.",
    ],
)
def test_a_good_behind_its_old_grade_is_one(sentence: str) -> None:
    assert told(LEAD + sentence) == {("leaders", "good", "worse")}


@pytest.mark.parametrize(
    ("named", "before"),
    [
        ("Help and protection and leadership both", "Both had been rated good in 2021."),
        ("Help and protection and leadership both", "These two were good in 2021."),
        (
            "Help and protection, leadership and care leavers all",
            "All three were good at the last inspection in 2022.",
        ),
        (
            "Help and protection, leadership and care leavers all",
            "The three had been judged good in 2022.",
        ),
    ],
)
def test_what_they_all_were_is_told_of_each(named: str, before: str) -> None:
    found = told(f"{LEAD}{named} require improvement. {before}")
    assert {direction for _, _, direction in found} == {"worse"}
    assert len(found) == named.count(",") + 2


@pytest.mark.parametrize(
    "before", ["All four were good in 2022.", "Both were schools.", "All three schools were good."]
)
def test_what_others_were_is_told_of_none(before: str) -> None:
    text = f"{LEAD}Help and protection, leadership and care leavers all require improvement. "
    assert {direction for _, _, direction in told(text + before)} == {"unknown"}


@pytest.mark.parametrize(
    "before", ["It was good in 2021.", "In 2021 it had been good.", "Previously it was good."]
)
def test_it_is_the_one_judgement_of_the_sentence_before(before: str) -> None:
    found = told(f"{LEAD}Leadership requires improvement. {before}")
    assert found == {("leaders", "requires_improvement", "worse")}


def test_it_is_the_council_where_that_is_named() -> None:
    found = told(f"{LEAD}At Kent leadership requires improvement. The council was good in 2021.")
    assert ("leaders", "requires_improvement", "worse") not in found


@pytest.mark.parametrize(
    "part", ["a part of the service has been given", "one part of its services was given"]
)
def test_a_part_of_a_service_is_not_the_whole(part: str) -> None:
    text = f"{LEAD}Help and protection is inadequate. For the first time since 2019 {part}"
    assert ("overall", "inadequate") not in areas(text + " the lowest grade.")


def test_praise_takes_a_judgement_out_of_a_list() -> None:
    title = "Kent: leaders praised, care leavers service requires improvement"
    text = "Kent County Council's children's services were inspected by Ofsted in May."
    assert areas(text, title) == {("care_leavers", "requires_improvement")}


def test_judgements_without_praise_share_their_grade() -> None:
    title = "Kent: leaders, care leavers service require improvement"
    text = "Kent County Council's children's services were inspected by Ofsted in May."
    assert ("leaders", "requires_improvement") in areas(text, title)


BOTH = "Ofsted judged children in care and care leavers to be inadequate."


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-06-19", {"children_in_care_and_care_leavers"}),
        ("2023-01-30", {"children_in_care_and_care_leavers"}),
        ("2024-06-19", {"children_in_care", "care_leavers"}),
    ],
)
def test_children_in_care_and_care_leavers_are_two_judgements_since_2023(
    day: str, expected: set[str]
) -> None:
    text = f"The report on Kent County Council's services is out. {BOTH}"
    assert {area for area, _ in areas(text, "Ofsted on Kent", day)} == expected


def test_what_was_one_judgement_is_recalled_as_one() -> None:
    text = f"{LEAD}{BOTH} In 2021 children in care and care leavers was rated good."
    found = {
        (str(f.area), f.outcome.value)
        for f in read(text, TITLE, DAY).findings
        if f.role is Role.BACKGROUND
    }
    assert found == {("children_in_care_and_care_leavers", "good")}


@pytest.mark.parametrize(
    "sentence",
    [
        "All four judgements are lower than in 2022.",
        "Three of its four judgements are lower than in 2022.",
        "Its judgements are lower than at the last inspection.",
    ],
)
def test_lower_judgements_are_a_fall(sentence: str) -> None:
    found = findings(f"{LEAD}{sentence}", TITLE, DAY)
    assert [(f.outcome.value, f.direction.value) for f in found] == [("deterioration", "worse")]
