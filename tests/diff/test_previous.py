"""What a report says of the grade before it, against what is stored of that inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.diff.builders import REGISTER, date, report
from watcher.diff import contradiction, lineages_before
from watcher.model.document import Document, Format
from watcher.model.finding import EarlierGrade, Evidence, Inspection, Reading
from watcher.model.vocabulary import Area, Kind, Outcome

if TYPE_CHECKING:
    from watcher.model.event import Record

QUOTE = "Since the last inspection, when services were judged so, much has changed."


def saying(
    outcome: str | None,
    when: str | None = None,
    *,
    council: str | None = "Swindon",
    predecessor: bool = False,
    start: str | None = "2023-07-17",
) -> Reading:
    earlier = None
    if outcome is not None:
        earlier = EarlierGrade(
            area=Area.OVERALL,
            outcome=Outcome(outcome),
            when=date(when),
            predecessor=predecessor,
            evidence=Evidence(quote=QUOTE, start=0, end=len(QUOTE), page=1),
        )
    named = REGISTER.named(council) if council else None
    inspection = Inspection(
        council=named.ref if named else None,
        kind=Kind.FULL_INSPECTION,
        regime="ilacs",
        start=date(start),
        end=None,
        published=date("2023-09-11"),
        published_basis="printed",
        lead_inspector=None,
        not_judged=(),
        pages_read=1,
        previous=earlier,
    )
    document = Document(text=QUOTE, path="swindon.pdf", format=Format.PDF)
    return Reading(document=document, inspection=inspection)


def stored() -> tuple[Record, ...]:
    return (
        *report("2014-02-18", "2014-04-15", {"overall": "inadequate", "leaders": "good"}),
        *report("2019-07-01", "2019-08-12", {"overall": "good", "leaders": "inadequate"}),
        *report("2023-07-17", "2023-09-11", {"overall": "inadequate"}),
    )


@pytest.mark.parametrize(
    ("outcome", "when"),
    [
        ("good", "2019"),
        ("good", "2019-07"),
        ("good", "2019-08"),
        ("good", None),
        ("inadequate", "2014"),
        ("inadequate", "2013"),
        ("outstanding", "2017"),
        ("outstanding", "2011"),
    ],
    ids=[
        "year",
        "month-on-site",
        "month-of-report",
        "undated",
        "the-one-before",
        "nothing-then",
        "nothing-that-year",
        "long-ago",
    ],
)
def test_what_agrees_or_is_not_stored_is_no_contradiction(outcome: str, when: str | None) -> None:
    assert contradiction(saying(outcome, when), stored()) is None


@pytest.mark.parametrize("when", ["2019", "2019-08", None])
def test_another_grade_of_the_same_inspection_is_said_with_both(when: str | None) -> None:
    found = contradiction(saying("requires_improvement", when), stored())
    assert found is not None
    assert (found.said.value, found.kept.value) == ("requires_improvement", "good")
    assert str(found.kept_when) == "2019-07-01"
    for part in ("Swindon", "requires improvement", "good is stored", "swindon.pdf, page 1", QUOTE):
        assert part in found.text


def test_a_report_is_not_compared_with_itself() -> None:
    own = report("2023-07-17", "2023-09-11", {"overall": "inadequate"})
    assert contradiction(saying("good", None), own) is None


def test_one_year_with_two_inspections_agrees_with_either() -> None:
    again = report("2019-01-14", "2019-03-01", {"overall": "inadequate"})
    records = (*stored(), *again)
    assert contradiction(saying("inadequate", "2019"), records) is None
    assert contradiction(saying("good", "2019"), records) is None
    assert contradiction(saying("outstanding", "2019"), records) is not None


def test_a_visit_has_no_grade_to_contradict() -> None:
    visit = report("2021-03-02", "2021-04-01", {"overall": "progress"}, kind="focused_visit")
    assert contradiction(saying("good", "2021"), visit) is None


@pytest.mark.parametrize(
    "reading",
    [saying(None), saying("good", council=None), Reading(document=Document(text="An article."))],
    ids=["says-nothing", "nobodys", "no-report"],
)
def test_without_a_grade_before_there_is_nothing_to_compare(reading: Reading) -> None:
    assert contradiction(reading, stored()) is None
    assert lineages_before(reading, REGISTER) == ()


def test_an_own_grade_is_looked_for_in_the_own_history() -> None:
    swindon = REGISTER.named("Swindon")
    assert swindon is not None
    assert lineages_before(saying("good"), REGISTER) == (swindon.lineage,)


def test_a_predecessors_grade_is_looked_for_in_its_history() -> None:
    reading = saying("inadequate", "2019", council="North Northamptonshire", predecessor=True)
    before = lineages_before(reading, REGISTER)
    old = {c.lineage for c in REGISTER.councils if c.short_name == "Northamptonshire"}
    new = REGISTER.named("North Northamptonshire")
    assert new is not None
    assert set(before) == old
    assert new.lineage not in before


def test_a_report_without_days_on_site_is_placed_by_its_publication() -> None:
    assert contradiction(saying("outstanding", None, start=None), stored()) is not None
