"""What a front page says of itself: council, days, publication, inspectors."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports import pages
from watcher.extract.report_council import find_council
from watcher.parse.fieldwork import read_fieldwork
from watcher.parse.report_team import lead_inspector, lead_of_team
from watcher.reference import load_register

if TYPE_CHECKING:
    from watcher.model.finding import Inspection, Reading

Read = "Callable[..., Reading]"
GOOD = pages.five_rows("Good", "Good", "Good", "Good", "Good")


def inspection(reading: Reading) -> Inspection:
    assert reading.inspection is not None
    return reading.inspection


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("20 February to 3 March 2023", "2023-02-20", "2023-03-03"),
        ("11 to 15 September 2023", "2023-09-11", "2023-09-15"),
        ("17 September to 28 September 2018", "2018-09-17", "2018-09-28"),
        ("18 Feb 2014 - 12 March 2014", "2014-02-18", "2014-03-12"),
        ("05 July 2016-27 July 2016", "2016-07-05", "2016-07-27"),
        ("05 July 2016–27 July 2016", "2016-07-05", "2016-07-27"),
        ("8-19 July 2024", "2024-07-08", "2024-07-19"),
        ("20 June 2017 ─ 13 July 2017", "2017-06-20", "2017-07-13"),
        ("20 June 2017 until 13 July 2017", "2017-06-20", "2017-07-13"),
        ("20 June 2017 » 13 July 2017", "2017-06-20", "2017-07-13"),
        ("26th February 2024", "2024-02-26", "2024-02-26"),
        ("28 July 2016", "2016-07-28", "2016-07-28"),
        ("7th to 11th March 22", "2022-03-07", "2022-03-11"),
        ("12/09/2016 to 06/10/2016", "2016-09-12", "2016-10-06"),
        ("1.6.2015 – 25.6.2015", "2015-06-01", "2015-06-25"),
        ("28 November to 2 January 2023", "2022-11-28", "2023-01-02"),
        (
            "8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019",
            "2019-07-08",
            "2019-08-08",
        ),
        ("5 to 9 December 2022 and 14 to 15 February 2023", "2022-12-05", "2023-02-15"),
        ("19 November-11 December 2013 and 28 - 30 January 2014", "2013-11-19", "2014-01-30"),
        ("1 9 June 2019 to 28 June 2019", "2019-06-19", "2019-06-28"),
        ("10 June 20 19 to 21 June 2019", "2019-06-10", "2019-06-21"),
        ("Monday 3 to Friday 7 June 2019", "2019-06-03", "2019-06-07"),
        ("July 8 to July 12, 2019", "2019-07-08", "2019-07-12"),
        ("14 to 25 Septmber 2026", "2026-09-14", "2026-09-25"),
        ("3 to 14 October 2022 2", "2022-10-03", "2022-10-14"),
        ("10 – 14 June 2024Lead inspector: A Name", "2024-06-10", "2024-06-14"),
        ("18 to 22 March\n2024", "2024-03-18", "2024-03-22"),
        ("2024-03-18 to 2024-03-22", "2024-03-18", "2024-03-22"),
    ],
)
def test_days_on_site_are_read_in_every_spelling(printed: str, start: str, end: str) -> None:
    found = read_fieldwork(printed)
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "to be confirmed",
        "31 November 2022",
        "25 to 14 May 2024",
        "5 to 9",
        "May 2024",
        "3 March 2020 to 4 April 2023",
    ],
)
def test_what_is_no_span_of_days_is_none(printed: str) -> None:
    assert read_fieldwork(printed) is None


@given(
    st.dates(dt.date(2010, 1, 1), dt.date(2030, 12, 1)),
    st.integers(min_value=0, max_value=30),
    st.sampled_from([" to ", " - ", "–", " until "]),
    st.sampled_from(["short", "long"]),
)
def test_any_span_is_read_with_or_without_what_repeats(
    first: dt.date, days: int, joint: str, form: str
) -> None:
    last = first + dt.timedelta(days=days)
    same = first.year == last.year
    begin = (
        f"{first.day} {first:%B}"
        if form == "short" and same
        else f"{first.day} {first:%B} {first.year}"
    )
    found = read_fieldwork(f"{begin}{joint}{last.day} {last:%B} {last.year}\nLead inspector")
    assert found is not None
    assert (found.start.first, found.end.first) == (first, last)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Bedford Borough", "Bedford"),
        ("Hull", "Kingston upon Hull"),
        ("East Riding", "East Riding of Yorkshire"),
        ("Newcastle", "Newcastle upon Tyne"),
        ("Newcastle City", "Newcastle upon Tyne"),
        ("St. Helens", "St Helens"),
        ("the Isle of Wight", "Isle of Wight"),
        ("the London Borough of Merton", "Merton"),
        ("the Royal Borough of Kensington and Chelsea", "Kensington and Chelsea"),
        ("the Royal Borough of Windsor & Maidenhead", "Windsor and Maidenhead"),
        ("Nottingham City", "Nottingham"),
        ("Southend-on-Sea city council", "Southend-on-Sea"),
        ("Stoke-on-Trent", "Stoke-on-Trent"),
        ("City of York", "York"),
        ("Tower Hamlets", "Tower Hamlets"),
        ("Norfolk’s", "Norfolk"),
    ],
)
def test_a_council_is_known_by_what_a_report_calls_it(read: Read, printed: str, name: str) -> None:
    council = inspection(read(pages.ilacs(*GOOD, name=printed))).council
    assert council is not None
    assert council.name == name


@pytest.mark.parametrize(
    "title",
    [
        "1\nBristol City of\nInspection of children's social care services",
        "Bristol City Council\nInspection of local authority children’s services",
        (
            "Inspection of Bristol City local authority children’s services\n"
            "11 July 2022\nInspection of Bristol City local authority\nchildren’s services"
        ),
        "Inspection of Bristol children’s services",
        "Inspection of Bristol local authority’s children’s social care services",
    ],
    ids=["above", "above-council", "running-head-first", "short", "long"],
)
def test_a_council_is_found_in_every_form_of_title(read: Read, title: str) -> None:
    page = "\n".join((title, "Inspection dates: 13 to 24 May 2024", "Judgement Grade", *GOOD))
    found = inspection(read(page))
    assert found.council is not None
    assert found.council.name == "Bristol"
    assert str(found.start) == "2024-05-13"


@pytest.mark.parametrize(
    "style",
    [
        "{}",
        "{} Council",
        "{} Borough Council",
        "{} City Council",
        "London Borough of {}",
        "Metropolitan Borough of {}",
        "{} Metropolitan District Council",
        "the {}",
        "{} Borough",
    ],
)
def test_every_current_council_is_found_in_every_style(style: str) -> None:
    register = load_register()
    day = dt.date(2026, 6, 1)
    missed = [
        council.name
        for council in register.current(day)
        if find_council([style.format(council.short_name)], register, day) is not council
    ]
    assert missed == []


def test_the_council_is_the_one_that_existed_on_the_day(read: Read) -> None:
    old = read(pages.ilacs(*GOOD, name="North Yorkshire County", dates="4 to 8 July 2022"))
    new = read(pages.ilacs(*GOOD, name="North Yorkshire", dates="4 to 8 July 2025"))
    assert inspection(old).council != inspection(new).council


def test_a_council_that_nobody_knows_is_held(read: Read) -> None:
    reading = read(pages.ilacs(*GOOD, name="Barsetshire"))
    assert reading.findings == ()
    assert [r.reason for r in reading.rejections] == ["unknown_council"]
    assert inspection(reading).council is None


def test_a_printed_day_of_publication_stands_above_the_files_name(read: Read) -> None:
    page = pages.single("Children’s services in Halton are good", pages.SINGLE_ROWS)
    found = inspection(read(page, path="x/services inspection - 10 february 2015.pdf"))
    assert (str(found.published), found.published_basis) == ("2015-02-03", "printed")


def test_a_report_without_a_printed_day_takes_its_files(read: Read) -> None:
    found = inspection(read(pages.ilacs(*GOOD), path="x/services inspection - 09 july 2024.pdf"))
    assert (str(found.published), found.published_basis) == ("2024-07-09", "file")


def test_without_any_day_there_is_none(read: Read) -> None:
    found = inspection(read(pages.ilacs(*GOOD), path="report.pdf"))
    assert (found.published, found.published_basis) == (None, None)


def test_publication_may_run_into_the_days_on_site(read: Read) -> None:
    page = pages.single(
        "Children’s services in Halton are good",
        pages.SINGLE_ROWS,
        dates="15 May 2018 – 8 June 2018 ",
        published="Report Published: 31 July 2018\n",
    )
    found = inspection(read(page))
    assert (str(found.end), str(found.published)) == ("2018-06-08", "2018-07-31")


@pytest.mark.parametrize(
    "printed",
    [
        "Ann O’Example, Her Majesty’s Inspector",
        "Ann O’Example HMI",
        "Ann O’Example (HMI)",
        "Ann O’Example\nHis Majesty's Inspector",
        "Dr Ann O’Example, His Majesty’s Inspector",
        "Ann O’Example Her Majesty’s Inspector designate",
    ],
)
def test_a_lead_inspector_is_named_without_titles(read: Read, printed: str) -> None:
    assert inspection(read(pages.ilacs(*GOOD, lead=printed))).lead_inspector == "Ann O’Example"


def test_a_single_inspections_lead_stands_at_its_end(read: Read) -> None:
    page = pages.single("Children’s services in Halton are good", pages.SINGLE_ROWS)
    team = "The inspection team\nLead inspector: Ann Example\nDeputy lead inspector: Bo Other"
    reading = read(page, *["Findings."] * 9, team, "Any complaints go elsewhere.")
    assert inspection(reading).lead_inspector == "Ann Example"
    assert inspection(reading).pages_read == 2


def test_the_team_of_an_area_send_inspection_stands_in_two_columns() -> None:
    text = (
        "Inspection team\nOfsted Care Quality Commission\n"
        "Ann Example, Ofsted HMI Lead inspector Bo Other, CQC Lead inspector\nCy Third, Ofsted HMI"
    )
    assert lead_of_team(text) == "Ann Example"
    assert lead_inspector("Deputy lead inspector: Bo Other") is None


def test_only_the_front_page_of_a_full_inspection_is_read(read: Read) -> None:
    reading = read(pages.ilacs(*GOOD), *["More findings. " * 50] * 20)
    assert inspection(reading).pages_read == 1
    assert "More findings" not in reading.document.text
