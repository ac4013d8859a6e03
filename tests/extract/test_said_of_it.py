"""Verdicts that somebody tells of, that one word sums up, or that say how far they fell."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, recalled, reported
from watcher.model.vocabulary import Role

LEAD = "Kent County Council has published Ofsted's report on its services for children."
TITLE = "Ofsted report on Kent children's services"
INADEQUATE = ("Kent", "inadequate")


@pytest.mark.parametrize(
    "said",
    [
        "The council's services had been marked inadequate, he told a press call.",
        "The service had been rated inadequate, she said.",
        "The leader said that inspectors had rated the service inadequate.",
        "A statement said that Ofsted had found the service inadequate.",
        "The director wrote to staff that services had been graded inadequate.",
        "It emerged that the council had been judged inadequate.",
    ],
)
def test_what_somebody_says_had_been_found_is_new(said: str) -> None:
    assert INADEQUATE in reported(f"{LEAD}\n\n{said}", TITLE)


@pytest.mark.parametrize(
    "said",
    [
        "She said that when she joined the service had been rated inadequate.",
        "She said that the council had been rated inadequate but had since improved.",
        "He told members that the council had once been rated inadequate.",
        "He said that the service had been rated inadequate before he arrived.",
        "He said that the council had been rated inadequate under his predecessor.",
        "The service had been rated inadequate.",
    ],
)
def test_unless_it_was_so_before(said: str) -> None:
    text = f"{LEAD}\n\n{said}"
    assert INADEQUATE not in reported(text, TITLE)
    assert INADEQUATE in recalled(text, TITLE)


@pytest.mark.parametrize(
    "said",
    [
        "One word sums up the report: inadequate.",
        "The result: inadequate.",
        "Ofsted's verdict? Inadequate.",
        "Inadequate. That is what Ofsted thinks of the council's children's services.",
    ],
)
def test_a_grade_alone_may_be_the_verdict(said: str) -> None:
    assert INADEQUATE in reported(f"{LEAD}\n\n{said}", TITLE)


@pytest.mark.parametrize(
    "said",
    [
        "Inadequate. He did not like the word.",
        "My own word for the bus shelter: inadequate.",
        "Inadequate. That is what she thinks of the roads.",
    ],
)
def test_or_no_verdict_at_all(said: str) -> None:
    text = f"{LEAD} They are good.\n\nKent has roads.\n\n{said}"
    assert INADEQUATE not in reported(text, TITLE)


@pytest.mark.parametrize(
    "said",
    [
        "Judgements had been lowered across the board since 2020.",
        "Two of its four judgements have been cut.",
        "Its ratings were lowered in three areas.",
        "The grades for leadership and care have gone down.",
    ],
)
def test_lowered_judgements_are_a_decline(said: str) -> None:
    assert ("Kent", "deterioration") in reported(f"{LEAD}\n\n{said}", TITLE)


def test_a_step_down_from_last_time_is_news() -> None:
    said = "Ofsted has put its services at requires improvement, a step down from last time."
    found = read(f"{LEAD}\n\n{said}", TITLE).findings
    assert [f.adverse for f in found if f.role is Role.NEWS] == [True]


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("We were rated outstanding for leadership and good overall.", "overall"),
        ("It was judged inadequate in help and protection and good overall.", "overall"),
        ("It was rated outstanding for leadership and good for care leavers.", "care_leavers"),
    ],
)
def test_what_one_judgement_got_is_not_the_next_ones(said: str, area: str) -> None:
    found = read(f"{LEAD}\n\n{said}", TITLE).findings
    assert area in {f.area.value for f in found if f.outcome.value == "good"}


@pytest.mark.parametrize(
    "said",
    ["He denied that it had been close to a lower grade.", "It narrowly avoided a lower rating."],
)
def test_what_nearly_came_did_not(said: str) -> None:
    found = read(f"{LEAD} They are good.\n\n{said}", TITLE).findings
    assert not any(f.adverse for f in found)


def test_a_semicolon_keeps_a_year_to_itself() -> None:
    text = f"{LEAD}\n\nIts work with children is not safe; it was safe in 2016."
    assert ("Kent", "weaknesses") in reported(text, TITLE, "2024-05-14")
