"""What others tell inspectors, what is no service, and an old grade put in with its time."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, told

DAY, TITLE = "2025-05-10", "Kent prepares for Ofsted"
LEAD = "A report to Kent County Council's cabinet sets out how its children's services prepare."


def adverse(text: str, title: str = TITLE, day: str = DAY) -> set[str]:
    return {f.council.name for f in findings(text, title, day) if f.adverse}


@pytest.mark.parametrize(
    "opinion",
    [
        "The MP has written to Ofsted to say that the service is inadequate.",
        "The MP asked Ofsted to judge the service inadequate.",
        "Staff have complained to the inspectors that the service is inadequate.",
        "A letter to the paper says that the service is inadequate.",
        "Supervision was inadequate in some teams, the council's audit says.",
        "Some assessments were inadequate, an internal review found.",
    ],
)
def test_what_others_tell_inspectors_is_an_opinion(opinion: str) -> None:
    assert adverse(f"{LEAD} {opinion}") == set()


@pytest.mark.parametrize(
    "verdict",
    [
        "The council asked Ofsted to come back, and inspectors judged the service inadequate.",
        "In a letter to the council Ofsted says that the service is inadequate.",
        "Inspectors told the council that its services are inadequate.",
    ],
)
def test_what_inspectors_say_all_the_same_is_a_verdict(verdict: str) -> None:
    text = f"Ofsted has been to Kent County Council. {verdict}"
    assert adverse(text, "Ofsted report on Kent") == {"Kent"}


@pytest.mark.parametrize(
    "thing",
    [
        "Office space is inadequate, it says.",
        "The present contract for transport is inadequate, it says.",
        "Placements are inadequate in number, it says.",
        "Government funding for the service remains inadequate.",
        "The director said that the service was nowhere near inadequate.",
        "The service is far from inadequate, the director said.",
    ],
)
def test_what_is_no_service_or_denied_has_no_grade(thing: str) -> None:
    assert adverse(f"{LEAD} {thing}") == set()


PUT_IN = [
    "Ofsted has rated its children's services, {old} two years ago, as {new}.",
    "Ofsted has rated the council's services, '{old}' in 2017, as '{new}'.",
    "Ofsted has moved its children's services ({old} last time) to {new}.",
    "Its children's services, {old} at the inspection of 2017, are now {new}.",
]


@pytest.mark.parametrize("form", PUT_IN)
@pytest.mark.parametrize(("old", "new"), [("inadequate", "good"), ("good", "inadequate")])
def test_a_grade_put_in_with_its_time_is_the_old_one(form: str, old: str, new: str) -> None:
    text = f"Bromley council has a new report. {form.format(old=old, new=new)}"
    fresh, before = told(text, "Bromley children's services inspected", "2019-01-09")
    assert fresh == {("Bromley", new)}
    assert before <= {("Bromley", old)}


@pytest.mark.parametrize("when", ["once they leave the council's care", "when they leave care"])
def test_once_they_leave_is_no_time_of_old(when: str) -> None:
    text = (
        "Ofsted has published its report on Kent. Help for young people was judged good"
        f" {when}, and leadership requires improvement."
    )
    fresh, before = told(text, "Ofsted on Kent", "2023-09-05")
    assert ("Kent", "good") in fresh
    assert before == set()


def test_once_good_is_an_old_grade() -> None:
    text = "Ofsted has published its report on Kent. The service, once good, is inadequate."
    assert told(text, "Ofsted on Kent", "2023-09-05")[0] == {("Kent", "inadequate")}


@pytest.mark.parametrize("anew", ["and it was rated good", "and overall we have a good rating"])
def test_what_was_not_found_denies_nothing_that_is_told_anew(anew: str) -> None:
    text = f"Ofsted has been to Kent. Inspectors found no areas for priority action, {anew}."
    assert ("Kent", "good") in told(text, "Ofsted report on Kent", "2023-09-05")[0]


def test_what_was_not_found_is_denied_with_what_is_joined() -> None:
    text = "Ofsted has been to Kent. Inspectors found no weaknesses and failings."
    assert adverse(text, "Ofsted report on Kent") == set()


@pytest.mark.parametrize(
    "whose",
    [
        "The chief inspector, who led Ofsted while councils such as Kent were rated inadequate,",
        "The minister, who was in office when councils such as Kent were rated inadequate,",
        "Mary Smith, who ran its services when Kent was judged inadequate,",
    ],
)
def test_what_fell_into_somebodys_time_is_old(whose: str) -> None:
    text = f"{whose} is to step down. Ofsted has thanked her."
    assert adverse(text, "Ofsted chief to leave") == set()


def test_who_tells_of_a_verdict_tells_it_all_the_same() -> None:
    text = (
        "The leader of Kent, who was told on Monday that services were rated inadequate, is sorry."
    )
    assert adverse(f"Ofsted has published a report. {text}", "Ofsted on Kent") == {"Kent"}


@pytest.mark.parametrize("area", ["Children who need help", "Young people who left care"])
def test_those_who_need_help_are_in_no_office(area: str) -> None:
    text = (
        "Ofsted has published its report on Kent. The experience of children who need help and"
        " protection was rated good, while leadership was inadequate."
        f" {area} was rated good, while the impact of leaders was inadequate."
    )
    assert adverse(text, "Ofsted on Kent") == {"Kent"}
