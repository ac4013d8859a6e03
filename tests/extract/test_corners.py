"""Rare turns of phrase, and input that no writer meant."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, parsed, read
from watcher.app.reading import reading_context
from watcher.extract import extract
from watcher.extract.lexicon import expand
from watcher.extract.page import hits_of
from watcher.extract.tokens import find_hits, read_words
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import Area, Direction, Outcome, Role
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

WHEN = "2024-05-01"


def names_in(text: str) -> list[str]:
    return [h.value for h in hits_of(text, reading_context().automaton) if h.cls == "council"]


def test_a_day_that_never_was_leaves_its_month() -> None:
    text = "Ofsted inspectors visited Bolton Council on 31 February 2024 and rated it inadequate."
    found = read(text, "Bolton children's services inadequate", WHEN).findings
    assert {f.when for f in found if f.role is Role.NEWS} == {PartialDate("2024-02")}


def test_a_text_may_open_with_a_date() -> None:
    text = (
        "Five years ago it was good; Ofsted now rates children's services in Kent inadequate."
        " Much has changed since then."
    )
    assert ("Kent", "inadequate") in news(text, published="2019-05-03")


def test_an_address_that_is_none_harms_nothing() -> None:
    hints = Hints(url="http://[broken/news", published=PartialDate(WHEN))
    text = "Ofsted has rated our children's services inadequate."
    assert extract(parse_string(text, hints), reading_context()).findings == ()


@pytest.mark.parametrize("word", ["Following", "Despite"])
def test_a_grade_that_something_follows_is_the_old_one(word: str) -> None:
    text = f"{word} its inadequate rating Bolton Council has been visited by Ofsted."
    found = read(text, "Ofsted visits Bolton", WHEN).findings
    assert not [f for f in found if f.role is Role.NEWS and f.outcome is Outcome.INADEQUATE]


def test_respectively_reaches_back_to_the_councils_of_the_sentence_before() -> None:
    text = (
        "Ofsted has inspected children's services in Wigan and Bolton. They were rated good and"
        " inadequate respectively."
    )
    found = news(text, "Ofsted reports on Wigan and Bolton", WHEN)
    assert found == {("Wigan", "good"), ("Bolton", "inadequate")}


def test_respectively_deals_grades_out_to_areas() -> None:
    text = (
        "Ofsted has inspected Bolton Council. Leadership and support for care leavers were rated"
        " good and inadequate respectively."
    )
    found = read(text, "Ofsted reports on Bolton", WHEN).findings
    grades = {(f.area, f.outcome) for f in found if f.role is Role.NEWS}
    assert (Area.LEADERS, Outcome.GOOD) in grades
    assert (Area.CARE_LEAVERS, Outcome.INADEQUATE) in grades
    assert (Area.LEADERS, Outcome.INADEQUATE) not in grades


def test_a_weakness_that_is_denied_is_none() -> None:
    text = "Ofsted inspectors said that oversight by managers in Bolton was not inadequate."
    reading = read(text, "Ofsted visits Bolton", WHEN)
    assert [f for f in reading.findings if f.adverse] == []
    assert "negated" in {r.reason for r in reading.rejections}


def test_a_term_that_may_be_nothing_means_nothing() -> None:
    assert list(expand("(a)?")) == ["a"]


def test_words_without_a_text_have_no_hits() -> None:
    assert find_hits(read_words("... !"), reading_context().automaton).firsts == []


def test_a_short_name_counts_only_in_its_capitals() -> None:
    assert names_in("BCP was told by Ofsted")
    assert names_in("Bcp was told by Ofsted") == []


def test_a_sentence_that_opens_with_from_names_its_subject() -> None:
    text = "From Bolton Council comes news that its services were rated inadequate by Ofsted."
    assert {name for name, _ in news(text, "Bolton rated inadequate by Ofsted", WHEN)} == {"Bolton"}


def test_progress_on_send_is_not_a_rise() -> None:
    text = (
        "Ofsted and the CQC came back to look at SEND in Bolton and found that good progress had"
        " been made."
    )
    found = read(text, "SEND revisit finds progress in Bolton", WHEN).findings
    assert {f.direction for f in found if f.outcome is Outcome.PROGRESS} <= {Direction.UNKNOWN}


@pytest.mark.parametrize(
    "text",
    [
        ".",
        "?",
        "''",
        "Ofsted",
        "Ofsted\u200b\u00ad",
        "\ufeffOfsted said.",
        "Ofsted\u202e inadequate",
    ],
    ids=["stop", "question", "quotes", "one word", "no width", "mark", "right to left"],
)
def test_next_to_nothing_is_read_as_nothing(text: str) -> None:
    assert extract(parsed(text), reading_context()).findings == ()


def test_a_text_may_break_off_behind_another_body() -> None:
    text = "Ofsted has judged inadequate the nursery"
    assert ("Bolton", "inadequate") in news(text, "Bolton children's services inadequate", WHEN)
