"""The word that stands on a report, and what they want who have inspected."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

OUT = "On Monday Ofsted published its findings on Kent."


@pytest.mark.parametrize(
    "text",
    [
        "The word on the front page of the letter is plainly: Inadequate.",
        "The word on the cover is inadequate.",
        'The word at the top of its first page is "inadequate".',
        "One word on the front page says it all: inadequate.",
    ],
)
def test_the_word_on_its_front_page_is_the_verdict(text: str) -> None:
    assert told(f"{OUT} {text}", "A day to remember")[0] == {("Kent", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "The word on the street is good.",
        "The word for all this is inadequate, a parent said.",
        'The word "inadequate" is on no page of it.',
        "The word at the top of the agenda is change, and inadequate is a term of the past.",
        "On the front page of the local paper the word is that people have had enough.",
    ],
)
def test_other_words_are_no_verdict(text: str) -> None:
    assert told(f"{OUT} {text}", "A day to remember")[0] == set()


ASKED = "They want a written statement of action from the council and the CCG."


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("The SEND inspection letter for Kent is out at last, and Ofsted is clear.", True),
        ("The letter after the area SEND inspection of Kent has landed.", True),
        ("Ofsted and the CQC inspected SEND in Kent. Campaigners are ready.", False),
        ("Ofsted and the CQC inspected SEND in Kent. The parents' group has met.", False),
    ],
)
def test_they_who_have_inspected_ask_for_it(before: str, asked: bool) -> None:  # noqa: FBT001
    reported, recalled = told(f"{before} {ASKED}", "Kent's SEND inspection")
    assert (("Kent", "written_statement_of_action") in reported | recalled) is asked
