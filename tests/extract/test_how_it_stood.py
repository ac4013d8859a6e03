"""What stood at inspections before, told beside the new verdict."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled, reported

TITLE = "What went wrong in Leeds"
NOW = "An Ofsted report out this week rates its children's services inadequate."
LATELY = "2024-05-01"


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Leeds was outstanding when it was inspected in 2018.", "outstanding"),
        ("Leeds was good in 2018. At its next inspection it slipped to adequate.", "adequate"),
        ("Good in 2018, Leeds has lost its way since.", "good"),
        ("Outstanding since 2015, the service has lost its way.", "outstanding"),
        ("In 2022 when the service was judged adequate, 40 parish councils wrote.", "adequate"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_what_stood_before_is_recalled_and_the_verdict_is_news(
    text: str, old: str, gap: str
) -> None:
    whole = f"Ofsted has been to Leeds. {text}{gap}{NOW}"
    assert reported(whole, TITLE, LATELY) == {("Leeds", "inadequate")}
    assert ("Leeds", old) in recalled(whole, TITLE, LATELY)


@pytest.mark.parametrize(
    "text",
    [
        "Leeds was rated inadequate when inspectors came in March.",
        "Children's services in Leeds were inadequate when Ofsted inspected them in March 2024.",
        "Leeds was rated inadequate by Ofsted when its report came out on Tuesday.",
        "Leeds has been rated inadequate by Ofsted.",
    ],
)
def test_a_verdict_of_these_weeks_is_news(text: str) -> None:
    assert ("Leeds", "inadequate") in reported(text, "Leeds rated inadequate", "2024-04-20")


@pytest.mark.parametrize(
    "now", ["Now Ofsted has rated it inadequate.", "Today inspectors have called it inadequate."]
)
def test_what_inspectors_have_called_it_now_is_not_what_was(now: str) -> None:
    text = f"When it was inspected in 2018 Leeds was outstanding. In 2021 it slipped to good. {now}"
    assert ("Leeds", "inadequate") in reported(text, TITLE, LATELY)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("was a drop from the 'requires improvement' rating awarded in 2019", "worse"),
        ("was a fall from the adequate grade of last time", "worse"),
        ("was a rise from the adequate grade of last time", "better"),
    ],
)
def test_a_drop_from_a_low_grade_is_no_rise(text: str, way: str) -> None:
    verdict = f"Ofsted's verdict on children's services in Leeds {text}."
    (one,) = findings(verdict, "Leeds: Ofsted's verdict", "2022-05-10")
    assert one.direction.value == way


@pytest.mark.parametrize(
    "text",
    [
        "At its next inspection Leeds hopes to be good.",
        "Its leaders expect to be rated good at the next inspection.",
    ],
)
def test_an_inspection_to_come_gives_no_grade(text: str) -> None:
    assert ("Leeds", "good") not in reported(f"{NOW} {text}", "Leeds rated inadequate", LATELY)


def test_good_people_of_a_year_are_no_grade() -> None:
    text = "Ofsted rated Leeds inadequate. Good in parts, the service has lost its way."
    assert reported(text, "Leeds rated inadequate", LATELY) == {("Leeds", "inadequate")}
