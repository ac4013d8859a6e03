"""Whatever is done to a table of judgements, no grade is ever given to another judgement.

Tables are made from known judgements and then marred: rows in another order, gone, added or
renamed, grades or lines lost. What is then read must be among what was printed; what was not
touched must still be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reports import pages
from tests.reports.pdfs import make_pdf
from watcher.app.reading import reading_context
from watcher.extract.report import read_report
from watcher.model.vocabulary import GRADES, Role
from watcher.parse.hints import Hints
from watcher.parse.report import open_report

if TYPE_CHECKING:
    import random

    from watcher.model.finding import Reading

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
WORDS = {
    "Outstanding": "outstanding",
    "Good": "good",
    "Requires improvement": "requires_improvement",
    "Requires improvement\nto be good": "requires_improvement",
    "Requires\nimprovement": "requires_improvement",
    "Inadequate": "inadequate",
}
FIVE = {
    "leaders": pages.LEADERS,
    "help_and_protection": pages.HELP,
    "children_in_care": pages.CARE,
    "care_leavers": pages.LEAVERS,
    "overall": pages.OVERALL,
}
FOUR = {
    "leaders": pages.LEADERS,
    "help_and_protection": pages.HELP,
    "children_in_care_and_care_leavers": pages.COMBINED,
    "overall": pages.OVERALL,
}
SINGLE = {
    "help_and_protection": "1. Children who need help and protection {}",
    "children_in_care": "2. Children looked after and achieving\npermanence\n{}",
    "adoption": "2.1 Adoption performance {}",
    "care_leavers": "2.2 Experiences and progress of care leavers {}",
    "leaders": "3. Leadership, management and governance {}",
}
STRANGE = (
    "The experiences and progress of\ndisabled children\n{}",
    "The experiences and progress of young carers {}",
    "The effectiveness of the virtual school {}",
    "Family hubs and early years {}",
    "Achievement and belonging {}",
)
BOARD = (
    "The effectiveness of the Local Safeguarding Children Board (LSCB) is\n{}",
    "The effectiveness of the Local Safeguarding Children Board {}",
    "The Local Safeguarding Children Board is {}",
)
UNKNOWN_WORDS = ("Strong standard", "Needs attention", "Urgent improvement", "Met", "Secure", "3")

layouts = st.sampled_from([(FIVE, "13 to 24 May 2024"), (FOUR, "14 to 25 January 2019")])
words = st.sampled_from(sorted(WORDS))


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[tuple[str, str, str]], str]:
    """Give rows of area, label and word, and the days on site of their layout."""
    layout, dates = draw(layouts)
    return [(area, label, draw(words)) for area, label in layout.items()], dates


def read(page: str) -> Reading:
    return read_report(open_report(make_pdf([page]), Hints()), reading_context())


def grades(reading: Reading) -> dict[str, str]:
    return {
        finding.area.value: finding.outcome.value
        for finding in reading.findings
        if finding.role is Role.NEWS and finding.outcome in GRADES
    }


def printed(rows: list[tuple[str, str, str]]) -> list[str]:
    return [label.format(word) for _, label, word in rows]


def meant(rows: list[tuple[str, str, str]]) -> dict[str, str]:
    return {area: WORDS[word] for area, _, word in rows}


@QUICK
@given(tables(), st.randoms(use_true_random=False))
def test_rows_in_any_order_are_read_alike(
    table: tuple[list[tuple[str, str, str]], str], chance: random.Random
) -> None:
    rows, dates = table
    mixed = chance.sample(rows, len(rows))
    assert grades(read(pages.ilacs(*printed(mixed), dates=dates))) == meant(rows)


@QUICK
@given(tables(), st.data())
def test_a_row_that_is_gone_is_missing_and_shifts_nothing(
    table: tuple[list[tuple[str, str, str]], str], data: st.DataObject
) -> None:
    rows, dates = table
    left = list(rows)
    left.pop(data.draw(st.integers(0, len(rows) - 1)))
    reading = read(pages.ilacs(*printed(left), dates=dates))
    assert grades(reading) == meant(left)
    gone_overall = "overall" not in meant(left)
    assert ("no_overall" in {r.reason for r in reading.rejections}) == gone_overall


@QUICK
@given(tables(), st.sampled_from(STRANGE), words, st.data())
def test_a_row_of_an_unknown_judgement_is_held_and_shifts_nothing(
    table: tuple[list[tuple[str, str, str]], str], label: str, word: str, data: st.DataObject
) -> None:
    rows, dates = table
    lines = printed(rows)
    lines.insert(data.draw(st.integers(0, len(lines))), label.format(word))
    reading = read(pages.ilacs(*lines, dates=dates))
    assert grades(reading).items() <= meant(rows).items()
    assert {r.reason for r in reading.rejections} & {"unknown_label", "unexplained_text"}


@QUICK
@given(tables(), st.sampled_from(STRANGE), st.data())
def test_a_renamed_judgement_is_held_and_never_taken_for_another(
    table: tuple[list[tuple[str, str, str]], str], label: str, data: st.DataObject
) -> None:
    rows, dates = table
    at = data.draw(st.integers(0, len(rows) - 1))
    area, _, word = rows[at]
    renamed = [*rows[:at], (area, label, word), *rows[at + 1 :]]
    reading = read(pages.ilacs(*printed(renamed), dates=dates))
    assert area not in grades(reading)
    assert grades(reading).items() <= meant(rows).items()
    assert any(label.split("\n", maxsplit=1)[0][:12] in r.quote for r in reading.rejections)


@QUICK
@given(tables(), st.sampled_from(UNKNOWN_WORDS), st.data())
def test_a_grade_in_an_unknown_word_is_not_read_and_lends_no_other(
    table: tuple[list[tuple[str, str, str]], str], word: str, data: st.DataObject
) -> None:
    rows, dates = table
    at = data.draw(st.integers(0, len(rows) - 1))
    lines = printed(rows)
    lines[at] = rows[at][1].format(word)
    reading = read(pages.ilacs(*lines, dates=dates))
    assert rows[at][0] not in grades(reading)
    assert grades(reading).items() <= meant(rows).items()


@QUICK
@given(tables(), st.data())
def test_a_grade_or_label_that_is_lost_is_not_made_up(
    table: tuple[list[tuple[str, str, str]], str], data: st.DataObject
) -> None:
    rows, dates = table
    at = data.draw(st.integers(0, len(rows) - 1))
    area, label, word = rows[at]
    lines = printed(rows)
    lines[at] = data.draw(st.sampled_from([label.format("").strip(), word]))
    reading = read(pages.ilacs(*lines, dates=dates))
    assert area not in grades(reading)
    assert grades(reading).items() <= meant(rows).items()


@QUICK
@given(tables(), st.data())
def test_a_line_that_is_lost_or_repeated_changes_no_grade(
    table: tuple[list[tuple[str, str, str]], str], data: st.DataObject
) -> None:
    rows, dates = table
    lines = "\n".join(printed(rows)).split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    again = data.draw(st.booleans())
    lines[at : at + 1] = [lines[at]] * 2 if again else []
    reading = read(pages.ilacs(*lines, dates=dates))
    assert grades(reading).items() <= meant(rows).items()


@QUICK
@given(st.lists(words, min_size=6, max_size=6), st.sampled_from(BOARD), words, st.data())
def test_the_boards_grade_is_nobody_elses_wherever_it_stands(
    drawn: list[str], board: str, word: str, data: st.DataObject
) -> None:
    rows = list(zip(SINGLE, SINGLE.values(), drawn, strict=False))
    lines = printed(rows)
    lines.insert(data.draw(st.integers(0, len(lines))), board.format(word))
    caption = f"The overall judgement is {drawn[5].lower()}"
    reading = read(pages.single(caption, "\n".join(lines)))
    truth = {**meant(rows), "overall": WORDS[drawn[5]]}
    assert grades(reading).items() <= truth.items()
    assert "other_body" in {r.reason for r in reading.rejections}


@pytest.mark.parametrize("count", [2, 3])
def test_a_table_that_is_printed_more_than_once_is_read_once(count: int) -> None:
    rows = pages.five_rows("Good", "Inadequate", "Good", "Good", "Inadequate")
    reading = read(pages.ilacs(*(rows * count)))
    assert len(grades(reading)) == len(rows)
    assert len(reading.findings) == len(rows)
