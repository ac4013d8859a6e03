"""Councils that a headline only counts, and that the text names."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, news, reported

THREE = {"Kent", "Surrey", "Medway"}
GRADED = "Three councils rated inadequate"


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted published three reports today.\n\nThe councils are Kent, Surrey and Medway.",
        "Kent, Surrey and Medway are the councils whose services failed, Ofsted said.",
        "Ofsted's inspectors have been to Kent, Surrey and Medway.\n\nIn Kent they saw delays.",
    ],
)
def test_so_many_as_the_headline_counts_get_its_grade(text: str) -> None:
    assert reported(text, GRADED) == {(council, "inadequate") for council in THREE}


@pytest.mark.parametrize(
    "title",
    [
        "Ofsted brands three councils inadequate",
        "Inadequate: three councils slated by Ofsted",
        "Children's services inadequate in three councils",
        "Three authorities told services are inadequate",
    ],
)
def test_a_headline_may_say_it_in_other_words(title: str) -> None:
    text = "Ofsted published reports today.\n\nThe reports are on Kent, Surrey and Medway."
    assert reported(text, title) == {(council, "inadequate") for council in THREE}


def test_where_the_text_gives_the_grade_itself_nobody_else_gets_it() -> None:
    text = "Kent and Surrey will help. Essex and Devon were found inadequate by Ofsted on Tuesday."
    told = reported(text, "Two councils rated inadequate")
    assert told == {("Essex", "inadequate"), ("Devon", "inadequate")}


def test_more_names_than_the_headline_counts_get_nothing() -> None:
    text = "Ofsted has visited Kent, Surrey, Medway and Essex."
    assert reported(text, GRADED) == set()


def test_a_failing_that_a_headline_counts_is_told_of_a_list_as_long() -> None:
    title = "Five councils named for failing to protect children"
    text = (
        "Ofsted has put out its annual performance assessments.\n\n"
        "The councils named are Kent, Surrey, Essex, Devon and Medway.\n\nMinisters spoke."
    )
    told = reported(text, title, published="2008-12-18")
    assert {council for council, _ in told} == THREE | {"Essex", "Devon"}
    assert reported(text.replace("Essex, ", ""), title, published="2008-12-18") == set()


def test_both_partnerships_are_those_named_before() -> None:
    text = (
        "Ofsted and the CQC found widespread and/or systemic failings in SEND in two areas.\n\n"
        "In Kent children wait for years. The council had no data.\n\n"
        "In Medway health visitors are few. Therapies are not delivered.\n\n"
        "There is good practice in schools. Both partnerships have to submit priority action plans."
    )
    told = reported(text, "Area SEND: two more with systemic failings")
    assert {council for council, _ in told} >= {"Kent", "Medway"}


ROWS = (
    "Here is what appeared on Ofsted's website.\n\n"
    "Luton, ILACS standard inspection, 9 to 20 May. Overall: good (was: good). As before.\n\n"
    "Halton, ILACS standard inspection, 13 to 24 May. Overall: inadequate (was: good). Grim.\n\n"
    "Slough, ILACS, same fortnight. Overall: good (previously inadequate).\n\n"
    "Swindon, ILACS standard. Overall: inadequate (was: requires improvement)."
)


def test_rows_of_inspections_with_what_stood_before() -> None:
    told = {(f.council.name, f.outcome.value, f.direction.value) for f in findings(ROWS, "Weekly")}
    assert told == {
        ("Luton", "good", "same"),
        ("Halton", "inadequate", "worse"),
        ("Slough", "good", "better"),
        ("Swindon", "inadequate", "worse"),
    }


def test_who_heads_a_row_is_no_stranger() -> None:
    assert {("Halton", "inadequate"), ("Swindon", "inadequate")} <= news(ROWS, "The week's reports")
