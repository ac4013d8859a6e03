"""Which inspection: its kind, its regime, its date; and whether it is the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.helpers import one, read, recalled, reported
from watcher.app.reading import read_bytes, reading_context
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import Kind, Outcome, Role
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from pathlib import Path

KINDS = [
    (
        "a focused visit",
        "On a focused visit to Bolton Council Ofsted found that practice had deteriorated.",
        Kind.FOCUSED_VISIT,
    ),
    (
        "a monitoring visit",
        "After a monitoring visit Ofsted said Bolton Council had not made sufficient progress.",
        Kind.MONITORING_VISIT,
    ),
    (
        "a joint targeted area inspection",
        "A joint targeted area inspection of Bolton named areas for priority action, Ofsted said.",
        Kind.JTAI,
    ),
    (
        "an area SEND inspection",
        "Ofsted's area SEND inspection of Bolton found widespread and systemic failings.",
        Kind.AREA_SEND,
    ),
    (
        "a full inspection",
        "Ofsted has rated children's services in Bolton inadequate after a full inspection.",
        Kind.FULL_INSPECTION,
    ),
]


@pytest.mark.parametrize(("text", "kind"), [c[1:] for c in KINDS], ids=[c[0] for c in KINDS])
def test_a_finding_knows_the_kind_of_its_inspection(text: str, kind: Kind) -> None:
    assert one(text, "Bolton", "Ofsted report on Bolton", "2023-05-01").kind is kind


@pytest.mark.parametrize(
    ("published", "regime"),
    [("2023-05-01", "ilacs"), ("2016-05-01", "sif")],
    ids=["2023", "2016"],
)
def test_a_finding_knows_the_framework_in_force(published: str, regime: str) -> None:
    text = "Ofsted has rated children's services in Bolton inadequate after a full inspection."
    found = one(text, "Bolton", "Bolton inadequate", published).regime
    assert found is not None
    assert found.startswith(regime)


DATES = [
    ("month of this year", "in March", "2023-05-01", "2023-03"),
    ("month of last year", "in November", "2023-05-01", "2022-11"),
    ("the month itself", "in December", "2021-12-16", "2021-12"),
    ("with its year", "in November 2022", "2023-05-01", "2022-11"),
    ("a day", "on 14 March 2023", "2023-05-01", "2023-03-14"),
    ("a span of days", "from 6 to 17 March 2023", "2023-05-01", "2023-03-06"),
    ("last month", "last month", "2023-01-05", "2022-12"),
]


@pytest.mark.parametrize(
    ("phrase", "published", "when"), [c[1:] for c in DATES], ids=[c[0] for c in DATES]
)
def test_the_date_of_a_visit_is_read_against_the_day_of_publication(
    phrase: str, published: str, when: str
) -> None:
    text = (
        f"Ofsted inspectors visited Bolton Council {phrase} and rated its children's services"
        " inadequate."
    )
    found = one(text, "Bolton", "Bolton children's services inadequate", published)
    assert found.when == PartialDate(when)


def test_may_is_no_month_in_small_letters() -> None:
    text = "Ofsted has rated children's services in Bolton inadequate and may return."
    assert one(text, "Bolton", "Bolton inadequate", "2023-06-01").when is None


def test_last_years_inspection_is_not_this_years_news() -> None:
    text = "Ofsted rated children's services in Bolton inadequate in June 2021."
    found = read(text, "Bolton council agrees budget, Ofsted in mind", "2023-06-01").findings
    assert {f.role for f in found} == {Role.BACKGROUND}


def test_a_visit_gives_no_grade() -> None:
    text = (
        "On a monitoring visit to Bolton Ofsted found progress in services that are inadequate.\n\n"
        "The council was rated inadequate in 2021."
    )
    found = read(text, "Ofsted monitoring visit to Bolton finds progress", "2023-06-01").findings
    assert not [f for f in found if f.role is Role.NEWS and f.outcome is Outcome.INADEQUATE]


def seed(folder: Path, number: str, published: str) -> list[tuple[str, str, str, str | None]]:
    path = next(folder.glob(f"{number}_*.txt"))
    hints = Hints(path=path.name, published=PartialDate(published))
    reading = read_bytes(path.read_bytes(), hints, reading_context())
    return [
        (f.council.name, f.kind.value, f.outcome.value, f.when.text if f.when else None)
        for f in reading.findings
        if f.role is Role.NEWS
    ]


def test_a_yearly_list_is_an_aggregate(seeds: Path) -> None:
    assert {kind for _, kind, _, _ in seed(seeds, "001", "2013-10-15")} == {"aggregate"}


def test_a_visit_in_november_is_dated(seeds: Path) -> None:
    found = {name: (kind, when) for name, kind, _, when in seed(seeds, "004", "2021-12-16")}
    assert found["South Gloucestershire"] == ("focused_visit", "2021-11")


ROUND_UP = (
    "Ofsted has published reports on several councils. At a focused visit to Barnet, inspectors"
    " found that managers knew their services well."
)


@pytest.mark.parametrize(
    "title",
    [
        "Ofsted round-up: the latest verdicts",
        "Council reports in brief",
        "Three councils inspected",
        "Barnet and Suffolk: two Ofsted letters",
    ],
)
@pytest.mark.parametrize(
    "verdict",
    ["Suffolk's children's services were rated inadequate.", "Suffolk was judged inadequate."],
)
def test_a_visit_to_one_council_of_a_round_up_leaves_anothers_grade_new(
    title: str, verdict: str
) -> None:
    assert ("Suffolk", "inadequate") in reported(f"{ROUND_UP} {verdict}", title, "2024-02-05")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ofsted round-up", f"{ROUND_UP} Barnet was rated inadequate."),
        ("Focused visit to Barnet", f"{ROUND_UP} Suffolk was judged inadequate."),
        ("Barnet visited", f"{ROUND_UP} The council was rated inadequate."),
    ],
)
def test_how_the_visited_council_and_its_neighbours_stand_is_no_news(title: str, text: str) -> None:
    assert not {one for one in reported(text, title, "2024-02-05") if one[1] == "inadequate"}


@pytest.mark.parametrize(
    "tale",
    [
        "In 2017 Ofsted made a focused visit to Derby. Inspectors found that care had declined.",
        "In 2017 Ofsted came to Derby. Staff were moved. Inspectors found that care had declined.",
    ],
)
@pytest.mark.parametrize("published", ["2024-05-01", None])
def test_a_tale_of_another_year_goes_on_being_one(tale: str, published: str | None) -> None:
    text = f"Ofsted inspectors have praised Derby's services for children.\n\n{tale}"
    assert ("Derby", "deterioration") not in reported(text, "Derby inspected", published)
    assert ("Derby", "deterioration") in recalled(text, "Derby inspected", published)


def test_what_was_so_at_the_time_of_an_older_visit_is_recalled() -> None:
    text = (
        "Ofsted inspectors have praised Derby.\n\nOfsted visited Derby in May 2017. At that time"
        " inspectors saw that care had declined."
    )
    assert ("Derby", "deterioration") in recalled(text, "Derby inspected", "2024-05-01")


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 Ofsted rated Derby good. Services are now inadequate, a new report says.",
        "In 2021 Ofsted rated Derby good. Services have been judged inadequate.",
        "In 2021 Ofsted rated Derby good. This time inspectors judged services inadequate.",
        "In 2021 Ofsted rated Derby good. The latest report found services inadequate.",
        "In 2024 Ofsted inspected Derby. Inspectors found services inadequate.",
        "In March Ofsted inspected Derby. Inspectors found services inadequate.",
        "In 2021 Ofsted rated Derby good.\n\nInspectors found services in Derby inadequate.",
    ],
)
def test_a_tale_ends_with_what_is_new(text: str) -> None:
    assert ("Derby", "inadequate") in reported(text, "Derby council fails", "2024-05-01")


def test_a_letter_is_of_the_visit_named_before_it() -> None:
    text = (
        "Ofsted has published letters on two councils.\n\nA focused visit was made to Bromley."
        " Leaders have kept up their progress.\n\nA monitoring visit was made to Torbay. Progress"
        " is too slow."
    )
    assert one(text, "Torbay", "Two letters", "2024-05-01").kind is Kind.MONITORING_VISIT


def test_a_page_that_presents_a_report_tells_its_grade_however_late() -> None:
    text = (
        "Briefing note\n\nThe board considered a note on Ofsted's re-inspection of services.\n\n"
        "Ofsted inspected services in March 2017. The report came out on 13 June 2017 and judged"
        " services in Kent as 'requires improvement to be good'.\n\nThe judgements were as"
        " follows:\n\nChildren who need help and protection   Good\n\nAdoption   Good"
    )
    assert ("Kent", "requires_improvement") in reported(text, "Ofsted Report")


@pytest.mark.parametrize(
    "text",
    [
        "A year after a focused visit, Ofsted says that services in Bolton have deteriorated.",
        "Ofsted said services in Bolton had deteriorated. It came a year after a focused visit.",
    ],
)
def test_a_visit_of_another_time_is_not_the_kind_of_this_one(text: str) -> None:
    assert one(text, "Bolton", "Bolton", "2024-05-01").kind is Kind.UNSPECIFIED


def test_grades_of_judgements_beside_a_decline_are_those_of_a_full_inspection() -> None:
    text = (
        "Children's services in Bolton have deteriorated, Ofsted warned.\n\nInspectors came after a"
        " focused visit last year.\n\nThe overall effectiveness was judged inadequate. Help and"
        " protection was inadequate; leaders and children in care require improvement to be good."
    )
    found = one(text, "Bolton", "Bolton's children's services deteriorate, warns Ofsted")
    assert (found.kind, found.outcome) == (Kind.FULL_INSPECTION, Outcome.INADEQUATE)
