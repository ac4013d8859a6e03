"""What is called the latest, the newest or the one of now, and may be long ago; what lies ahead."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, news, reasons
from watcher.model.vocabulary import Outcome

DAY, TITLE = "2022-03-10", "Report on services"


def adverse(text: str, title: str = TITLE) -> set[str]:
    return {f.council.name for f in findings(text, title, DAY) if f.adverse}


@pytest.mark.parametrize(
    "latest",
    [
        "but got 'requires improvement' at the latest Ofsted inspection, in 2017",
        "but only 'requires improvement' at the latest inspection in 2016",
        "and 'requires improvement' in the latest Ofsted report, dated 2018",
    ],
)
def test_the_latest_inspection_may_be_long_ago(latest: str) -> None:
    text = f"Services for children in Leeds were rated 'good' by Ofsted in 2014 {latest}."
    assert not adverse(text)


@pytest.mark.parametrize("when", ["", ", in 2022", " in March 2022"])
def test_the_latest_inspection_may_be_of_this_year(when: str) -> None:
    text = f"Services for children in Leeds were rated inadequate at the latest inspection{when}."
    assert adverse(text + " Ofsted published its report on Monday.") == {"Leeds"}


@pytest.mark.parametrize(
    ("when", "names"),
    [
        ("in January", {"Leeds"}),
        ("in early February", {"Leeds"}),
        ("in January 2019", set()),
        ("in January last year", set()),
    ],
)
def test_when_inspectors_came_in_a_month_without_a_year(when: str, names: set[str]) -> None:
    text = f"When Ofsted inspected Leeds {when} it gave the council its lowest rating, inadequate."
    assert adverse(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "It is some comfort to Leeds that 'good' is now much closer, Ofsted's report says.",
        "'Outstanding' is within reach for services in Leeds, inspectors from Ofsted say.",
    ],
)
def test_a_grade_that_lies_ahead_is_none(text: str) -> None:
    assert not findings(text, TITLE, DAY)
    assert "compared" in reasons(text, TITLE, DAY)


def test_what_may_be_expected_has_not_come() -> None:
    text = (
        "If that is not put right, services for children in Leeds can expect nothing better than"
        " 'inadequate' when Ofsted next rates them."
    )
    assert not adverse(text)


def test_none_in_a_year_and_so_many_in_this() -> None:
    text = (
        "Where 2021 saw no authority that was rated inadequate, this year there are three: Leeds,"
        " Kent and Devon, says Ofsted."
    )
    assert adverse(text, "Ofsted publishes its ratings of councils") == {"Leeds", "Kent", "Devon"}


def test_what_inspections_found_according_to_which_it_is_so() -> None:
    text = (
        "The plan by Leeds City Council follows two reports from Ofsted's inspectors, according to"
        " which its arrangements for protecting children are at present inadequate."
    )
    assert ("Leeds", "inadequate") in news(text, "Improvement programme announced", DAY)


def test_a_headline_in_the_present_tells_of_now_what_inspectors_had_found() -> None:
    text = (
        "The minister has written to the leader of Leeds City Council. A check by Ofsted had found"
        " that services there had deteriorated over the past two years."
    )
    told = "Minister acts after Ofsted finds weaknesses"
    assert adverse(text, told) == {"Leeds"}
    assert not adverse(text, "Minister acts on services")


def test_children_open_to_a_risk_of_harm() -> None:
    text = "Children in Leeds were open to a significant risk of harm, Ofsted inspectors have said."
    assert [f.outcome for f in findings(text, TITLE, DAY)] == [Outcome.WEAKNESSES]
