"""What was so until now or at first, what a law's year dates, and what inspectors are still at."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings
from watcher.model.vocabulary import Direction, Outcome, Role


def adverse(text: str, title: str = "Verdict on services", day: str | None = None) -> set[str]:
    return {f.council.name for f in findings(text, title, day) if f.adverse and not f.held}


def graded(text: str, title: str = "Verdict on services") -> list[tuple[Outcome, Direction]]:
    found = findings(text, title, "2023-07-14")
    return [(f.outcome, f.direction) for f in found if f.role is Role.NEWS and not f.held]


@pytest.mark.parametrize(
    "so_far", ["until now requiring improvement", "until this week rated good", "up to now good"]
)
def test_a_grade_until_now_is_the_one_that_is_left(so_far: str) -> None:
    text = f"Services for children in Leeds, {so_far}, have been rated 'inadequate' by Ofsted."
    assert graded(text) == [(Outcome.INADEQUATE, Direction.WORSE)]


def test_a_low_grade_until_now_is_left_for_a_better_one() -> None:
    text = "Leeds services, until now requiring improvement, were judged good by Ofsted this week."
    assert graded(text) == [(Outcome.GOOD, Direction.BETTER)]


@pytest.mark.parametrize(
    ("title", "way"),
    [
        ("Leeds rated Good year after Inadequate rating", Direction.BETTER),
        ("Leeds children's services rated good 2 yrs after 'inadequate' verdict", Direction.BETTER),
        ("Leeds's care for children rated good two year after Inadequate mark", Direction.BETTER),
        ("Leeds rated 'requires improvement' by Ofsted months after good rating", Direction.WORSE),
    ],
)
def test_what_a_grade_came_after_is_left_in_a_headline(title: str, way: Direction) -> None:
    found = graded("The council was told the grade by Ofsted's inspectors.", title)
    assert [direction for _, direction in found] == [way]


def test_what_another_service_was_given_is_not_left() -> None:
    title = "Leeds's 'good' adult care in crisis after Ofsted's inadequate rating for children's"
    assert not graded("The town hall said nothing.", title)


@pytest.mark.parametrize(
    "law",
    [
        "Under the Regulations of 2015 His Majesty's Chief Inspector has decided that",
        "Weighing what the town has done since the reforms of 2014, inspectors concluded that",
        "The code of practice of 2015 has not been put into effect, said inspectors, so",
    ],
)
def test_the_year_of_a_law_dates_no_finding(law: str) -> None:
    text = f"Ofsted and the CQC were in Leeds.\n\n{law} a written statement of action is required."
    assert adverse(text, "SEND inspection in Leeds", "2021-07-12") == {"Leeds"}


def test_a_year_in_front_of_practice_dates_what_is_told_of_it() -> None:
    text = "In 2015 practice in Leeds was inadequate, said Ofsted."
    assert not adverse(text, "Services in Leeds", "2021-07-12")


@pytest.mark.parametrize(
    "done",
    [
        "It saw improvement since 2015 and gave children's services a rating of 'inadequate'",
        "It saw what was done since the merger, and handed the services an inadequate rating",
        "Looking at what had changed since the last report, it judged the services inadequate",
    ],
)
def test_a_verdict_follows_on_what_was_done_since(done: str) -> None:
    text = f"Ofsted has been to Leeds Council.\n\n{done}."
    assert adverse(text, day="2018-05-12") == {"Leeds"}
    assert (Outcome.INADEQUATE, Direction.UNKNOWN) in [
        (f.outcome, f.direction) for f in findings(text, "", "2018-05-12") if f.adverse
    ]


@pytest.mark.parametrize(
    "slow",
    [
        "Progress was slow at first but has gathered pace, inspectors said",
        "Progress was too slow initially, inspectors said, but has picked up",
        "Progress was slow to begin when the plan was new, but Ofsted says that it now goes on",
    ],
)
def test_what_was_slow_at_first_is_not_slow_now(slow: str) -> None:
    assert not adverse(f"Ofsted came back to Leeds in May.\n\n{slow}.", day="2021-06-01")


def test_who_is_slow_to_begin_is_slow() -> None:
    slow = "The council has been too slow to begin to act, inspectors said."
    text = f"Ofsted came back to Leeds in May.\n\n{slow}"
    assert adverse(text, day="2021-06-01") == {"Leeds"}


@pytest.mark.parametrize("work", ["putting right", "repairing", "fixing its", "rebuilding the"])
def test_services_whose_mending_goes_slowly_are_known_by_their_grade(work: str) -> None:
    text = f"Ofsted said that progress in {work} inadequate children's services in Leeds is slow."
    assert [outcome for outcome, _ in graded(text)] == [Outcome.INSUFFICIENT_PROGRESS]


@pytest.mark.parametrize("goes_on", ["stay under council control", "remain with council"])
def test_services_that_stay_where_they_are_are_known_by_their_grade(goes_on: str) -> None:
    title = f"Leeds 'inadequate' children's care to {goes_on}"
    text = "A review that was asked for after an Ofsted report has come to its conclusion."
    assert not adverse(text, title)


@pytest.mark.parametrize(
    "over",
    [
        "Leeds is no longer overseen by the Department for Education",
        "Ministers are no longer monitoring the council",
        "Government intervention in Leeds's children's services is at an end",
    ],
)
def test_who_is_no_longer_monitored_has_left_intervention(over: str) -> None:
    text = f"Ofsted judged Leeds Council inadequate in 2018.\n\n{over}."
    assert (Outcome.INTERVENTION_ENDED, Direction.BETTER) in graded(text)


@pytest.mark.parametrize(
    ("title", "today"),
    [
        ("Ofsted inspectors come to Leeds", "Today (4 June) inspectors arrive at Leeds Council"),
        ("Leeds: inspection of services under way", "Ofsted's team finish today"),
    ],
)
def test_what_was_found_before_a_visit_that_goes_on_is_old(title: str, today: str) -> None:
    text = (
        f"{today}.\n\nOver two weeks they look at services for children.\n\nManagers have got"
        " ready.\n\nStaff will be asked about their work.\n\n"
        "A focused visit in February pointed to serious weaknesses at Leeds Council."
    )
    assert not adverse(text, title, "2018-06-04")
