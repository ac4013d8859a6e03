"""Grades that stand beside what is new: those left as they were, recalled in court, or listed."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported, told

VISIT = "Ofsted inspectors visited Kent County Council in March. Children wait longer than in 2019."


@pytest.mark.parametrize("grade", ["inadequate", "good", "requires improvement"])
@pytest.mark.parametrize(
    "sentence",
    [
        "The council's overall rating of {} still stands.",
        "Its overall judgement of {} stands until a full inspection.",
        "Its overall grade, {}, is unaffected by the visit.",
        "The rating of {} stands for now.",
    ],
)
def test_a_grade_that_still_stands_is_no_news(grade: str, sentence: str) -> None:
    text = f"{VISIT} {sentence.format(grade)}"
    news, _ = told(text, "Kent's social workers too slow", "2022-05-05")
    assert ("Kent", grade.replace(" ", "_")) not in news


@pytest.mark.parametrize("where", ["in a separate inspection", "at a separate inspection in May"])
def test_a_high_grade_of_a_separate_inspection_is_no_news(where: str) -> None:
    text = "Ofsted found progress on four of six weaknesses of SEND services in Kent."
    text = f"{text} Its children's social care was rated good {where}."
    news, old = told(text, "SEND in Kent", "2022-10-05")
    assert ("Kent", "good") in old - news


@pytest.mark.parametrize(
    ("who", "new"),
    [
        ("The judge noted", False),
        ("The coroner heard", False),
        ("A tribunal was told", False),
        ("The High Court was informed", False),
        ("Councillors heard", True),
        ("The committee was told", True),
    ],
)
def test_what_a_court_hears_had_been_found_before(who: str, *, new: bool) -> None:
    text = "Kent County Council was criticised over a boy's care."
    text = f"{text} {who} that its children's services had been rated inadequate by Ofsted."
    news, _ = told(text, "Kent criticised", "2022-10-05")
    assert (("Kent", "inadequate") in news) is new


@pytest.mark.parametrize(
    "heels",
    [
        "The verdict comes on the heels of inadequate ratings for Leeds and Bury.",
        "It comes hard on the heels of inadequate judgements at Leeds and Bury.",
    ],
)
def test_what_came_before_on_whose_heels_is_no_news(heels: str) -> None:
    text = f"Children's services in Kent were rated inadequate by Ofsted today. {heels}"
    assert reported(text, "Kent fails", "2022-10-05") == {("Kent", "inadequate")}


@pytest.mark.parametrize(
    "title",
    [
        "How children's services rate where you live",
        "Ofsted: how the region's councils compare",
        "Children's services: how councils fare",
    ],
)
def test_how_councils_compare_is_no_news(title: str) -> None:
    text = "We looked at Ofsted's website.\n\nLeeds - inadequate\nBury - good\nKent - inadequate"
    news, old = told(text, title, "2022-10-05")
    assert not news
    assert ("Kent", "inadequate") in old
