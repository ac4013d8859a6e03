"""What stands beside a grade: other councils, the years before it, the work that it calls for."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, recalled, reported, told
from watcher.model.vocabulary import Role

PLACED = [
    (
        "It has been rated good, up from the adequate rating it received in 2012, putting it in the"
        " top 30% of councils."
    ),
    (
        "Its services are now rated good, up from requires improvement, placing it among the best"
        " councils."
    ),
    (
        "Services moved from requires improvement to good, putting the council in the top 20% of"
        " authorities."
    ),
]


@pytest.mark.parametrize("text", PLACED)
def test_a_grade_stays_its_own_where_it_is_placed_among_others(text: str) -> None:
    lead = "Ofsted has praised the way Barnsley council keeps children safe."
    assert ("Barnsley", "good") in reported(f"{lead}\n\n{text}", "Barnsley praised by Ofsted")


AT_LARGE = [
    "Its report says that a third of councils are inadequate.",
    "It has looked at 150 councils, of which a third are inadequate.",
    "Councils that were good have become inadequate, it said.",
]


@pytest.mark.parametrize("text", AT_LARGE)
def test_others_grades_are_nobodys(text: str) -> None:
    lead = "Ofsted has praised the way Barnsley council keeps children safe."
    found = reported(f"{lead}\n\n{text}", "Barnsley praised by Ofsted")
    assert ("Barnsley", "inadequate") not in found


OVER = [
    "Barnsley's children's services have been rated good by Ofsted, ending years of poor reports.",
    (
        "Ofsted has rated Barnsley's children's services adequate, after three consecutive years of"
        " 'poor' ratings."
    ),
    "Barnsley's children's services are inadequate, Ofsted says, despite years of effort.",
]


@pytest.mark.parametrize("text", OVER)
def test_years_that_are_over_make_no_grade_old(text: str) -> None:
    news, old = told(text, "Ofsted inspects Barnsley", "2011-11-10")
    assert len(news) == 1
    assert not old


YEARS = [
    "Barnsley's children's services, for years rated inadequate by Ofsted, are changing.",
    "After an inadequate rating in 2012 and years of trouble, Ofsted sees change in Barnsley.",
]


@pytest.mark.parametrize("text", YEARS)
def test_years_of_a_grade_are_past(text: str) -> None:
    assert ("Barnsley", "inadequate") not in reported(text, "Ofsted in Barnsley", "2018-11-10")


SLOW = [
    'Progress to improve "inadequate" children\'s services in Barnsley is slow, Ofsted says.',
    "Work to improve inadequate children's services in Barnsley has been too slow, Ofsted says.",
    (
        "A drive to reform inadequate children's services in Barnsley is making slow progress, it"
        " said."
    ),
]


@pytest.mark.parametrize("text", SLOW)
def test_services_whose_mending_is_slow_are_called_by_their_grade(text: str) -> None:
    title = "Barnsley children's services: Ofsted letter"
    assert ("Barnsley", "inadequate") not in reported(text, title)
    assert ("Barnsley", "insufficient_progress") in reported(text, title)


def test_who_is_told_to_improve_services_is_told_their_grade() -> None:
    text = "Barnsley council has been told to improve its inadequate children's services by Ofsted."
    title = "Barnsley told to improve inadequate children's services"
    assert ("Barnsley", "inadequate") in reported(text, title)


LEFT = [
    "One of five areas of weakness has still to make sufficient progress.",
    "Only one of the five areas of weakness has yet to make sufficient progress.",
    "Just two of the five areas of weakness have not made sufficient progress.",
]
SEND = "Ofsted and the CQC have been back to Barnsley to look at services for children with SEND."


@pytest.mark.parametrize("text", LEFT)
def test_where_few_weaknesses_are_left_most_is_mended(text: str) -> None:
    findings = read(f"{SEND}\n\n{text}", "Barnsley SEND revisit: report published").findings
    assert [f.outcome.value for f in findings if f.role is Role.NEWS] == ["mixed"]


MANY = [
    "Only one of the five areas of weakness has made sufficient progress.",
    "Four of the five areas of weakness are still to make sufficient progress.",
    "Only three of the four areas of weakness have not made sufficient progress.",
]


@pytest.mark.parametrize("text", MANY)
def test_where_most_weaknesses_are_left_it_is_too_little(text: str) -> None:
    findings = read(f"{SEND}\n\n{text}", "Barnsley SEND revisit: report published").findings
    outcomes = [f.outcome.value for f in findings if f.role is Role.NEWS]
    assert outcomes == ["insufficient_progress"]


LEARNING = [
    "Councillors ask why Barnsley Council's adult learning provision is inadequate",
    "Ofsted finds adult community learning provision in Barnsley inadequate",
]


@pytest.mark.parametrize("title", LEARNING)
def test_what_stands_behind_the_name_of_another_service_is_its_own(title: str) -> None:
    text = (
        "Inspectors from Ofsted saw the council's adult community learning in February.\n\n"
        "The report, rating the service as inadequate, came to Barnsley Council's committee."
    )
    found = reported(text, title) | recalled(text, title)
    assert ("Barnsley", "inadequate") not in found
