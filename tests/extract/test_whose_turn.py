"""Whom a page goes on to speak of whose headline names nobody."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

DAY, TITLE = "2022-03-10", "Letters of the week"


def adverse(text: str, title: str = TITLE) -> set[str]:
    return {f.council.name for f in findings(text, title, DAY) if f.adverse}


BESIDE = (
    "Some letters are short. Those to Kent and to Devon this winter were broadly complimentary, and"
    " many contain nothing more than what might be done better.\n\n"
)


@pytest.mark.parametrize(
    "turn",
    [
        "The letter of 2 March to the director in Leeds belongs to another kind.",
        "Take the one that came out on Monday about Leeds.",
        "The one that worries us concerns Leeds, and came out last week.",
        "In Leeds it was otherwise.",
    ],
)
def test_a_sentence_about_another_letter_turns_to_its_council(turn: str) -> None:
    text = f"{BESIDE}{turn} Ofsted inspectors named an area for priority action after the visit."
    assert adverse(text) == {"Leeds"}


def test_two_places_in_front_are_both_spoken_of() -> None:
    text = (
        f"{BESIDE}In Leeds and in Hull there is trouble. Because of significant weaknesses"
        " in SEND, Ofsted says, a written statement of action is required."
    )
    assert adverse(text) == {"Leeds", "Kingston upon Hull"}


def test_who_is_named_first_is_spoken_of_until_another_is() -> None:
    text = (
        "It was a bad day for all those on the Isle of Wight who look after children, and who had"
        " thought that the worst was behind them.\n\nThe authority was praised in 2018 for what it"
        " had done with Hampshire's help and was rated good.\n\nThis time it drops to requires"
        " improvement, says Ofsted.\n\nHampshire County Council no longer sends managers."
    )
    assert adverse(text) == {"Isle of Wight"}


def test_the_lowest_of_three_is_the_lowest_outcome_of_send() -> None:
    text = (
        "After the area SEND inspection of Leeds, Ofsted says, the outcome is the lowest of three."
    )
    assert adverse(text) == {"Leeds"}
