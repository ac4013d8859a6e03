from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.model.dates import PartialDate
from watcher.parse.dates import find_dates, full_year, make_date, name_date, read_date, url_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Friday, May 18, 2018", "2018-05-18", id="weekday-us-order"),
        pytest.param("Thursday, October 4, 2018", "2018-10-04", id="one-digit-day"),
        pytest.param("15 Oct 2013", "2013-10-15", id="abbreviated-month"),
        pytest.param("26 November 2014", "2014-11-26", id="day-first"),
        pytest.param("17.12.2021", "2021-12-17", id="dots"),
        pytest.param("17/12/2021", "2021-12-17", id="slashes-day-first"),
        pytest.param("05/06/2021", "2021-06-05", id="ambiguous-is-day-first"),
        pytest.param("12/25/2021", "2021-12-25", id="can-only-be-american"),
        pytest.param("Tuesday, 23rd July 2019", "2019-07-23", id="ordinal"),
        pytest.param("5th day of May, 2019", "2019-05-05", id="day-of"),
        pytest.param("Wed 5 Sept. 2018", "2018-09-05", id="sept-with-dot"),
        pytest.param("2018-05-18T09:30:00.000+01:00", "2018-05-18", id="iso-with-time"),
        pytest.param("Fri, 20 Nov 2026 08:58:11 +0000", "2026-11-20", id="rfc-822"),
        pytest.param("06:03PM, Thursday 06 November 2025", "2025-11-06", id="time-first"),
        pytest.param("1:34pm 30th June 2014", "2014-06-30", id="glued-time"),
        pytest.param("5\u00a0May\u00a02018", "2018-05-05", id="no-break-spaces"),
        pytest.param("17-Dec-21", "2021-12-17", id="two-digit-year"),
        pytest.param("April 2017", "2017-04", id="month-only"),
        pytest.param("2017-04", "2017-04", id="iso-month"),
        pytest.param("2017", "2017", id="year-only"),
    ],
)
def test_a_date_is_read_in_every_spelling(text: str, expected: str) -> None:
    assert read_date(text) == PartialDate(expected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("31 February 2018", id="no-such-day"),
        pytest.param("The report of 5 May 2018 said", id="a-sentence"),
        pytest.param("10 - 14 June 2024", id="a-range"),
        pytest.param("12", id="a-number"),
        pytest.param("", id="nothing"),
        pytest.param("version 1.2.3", id="a-version"),
        pytest.param("May", id="no-year"),
        pytest.param("0101 999 999", id="a-telephone-number"),
    ],
)
def test_what_is_no_date_alone_is_not_read_as_one(text: str) -> None:
    assert read_date(text) is None


def test_all_dates_of_a_sentence_are_found_in_order_where_they_stand() -> None:
    text = "Visited on 3 and 4 March 2020, judged inadequate in May 2016, reported 09/04/2020."
    found = [(text[at.start : at.end], str(at.date)) for at in find_dates(text)]
    assert found == [
        ("4 March 2020", "2020-03-04"),
        ("May 2016", "2016-05"),
        ("09/04/2020", "2020-04-09"),
    ]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2009/08/21/story/", "2009-08-21"),
        ("https://example.org/society/2013/oct/15/story", "2013-10-15"),
        ("https://example.org/news/2013-10-15/story", "2013-10-15"),
        ("https://example.org/news/20180518-story", "2018-05-18"),
        ("https://example.org/2017/04/story/", "2017-04"),
        ("https://example.org/2022/story", "2022"),
    ],
)
def test_the_date_in_an_address_is_read(url: str, expected: str) -> None:
    assert url_date(url) == PartialDate(expected)


@pytest.mark.parametrize(
    "url", ["https://example.org/news/15344444.story/", "https://example.org/story-2020-vision"]
)
def test_numbers_in_an_address_are_not_dates(url: str) -> None:
    assert url_date(url) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Children's services inspection, pdf - 06 November 2026", "2026-11-06"),
        ("inspection-18-may-2018.pdf", "2018-05-18"),
        ("story_2018-05-18.txt", "2018-05-18"),
    ],
)
def test_the_date_that_ends_a_name_is_read(name: str, expected: str) -> None:
    assert name_date(name) == PartialDate(expected)


def test_a_name_without_a_date_at_its_end_has_none() -> None:
    assert name_date("18 May 2018 inspection of Exampleshire.pdf") is None


def test_two_digit_years_from_seventy_lie_in_the_last_century() -> None:
    assert (full_year("69"), full_year("70"), full_year("'05")) == (2069, 1970, 2005)


@given(st.dates(min_value=make_date(1990).first, max_value=make_date(2090).last))  # type: ignore[union-attr]
def test_every_day_survives_being_written_out(day: object) -> None:
    written = f"{day:%A} {day:%d} {day:%B} {day:%Y}"
    assert read_date(written) == PartialDate(f"{day:%Y-%m-%d}")


@given(st.text(alphabet="0123456789/.-: MayJunectobr,'th\u00a0", max_size=200))
def test_found_dates_lie_inside_the_text_and_do_not_overlap(text: str) -> None:
    position = 0
    for found in find_dates(text):
        assert position <= found.start < found.end <= len(text)
        position = found.end
