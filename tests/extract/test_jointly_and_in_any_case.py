"""What joint teams ask for, what one gets in any such case, and the best there is."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported

AGENCIES = "A joint targeted area inspection came to Kent."


@pytest.mark.parametrize(
    "team",
    [
        "Ofsted, HMI Probation, HM Inspectorate of Constabulary and the Care Quality Commission",
        "Ofsted, the CQC and HM Inspectorate of Constabulary and Fire and Rescue Services",
        "HM Inspectorate of Constabulary and Ofsted",
    ],
)
def test_who_inspects_with_ofsted_is_not_who_must_act(team: str) -> None:
    text = f"{AGENCIES} {team} set out an area for priority action."
    assert ("Kent", "priority_action") in reported(text, "Agencies told to act")


@pytest.mark.parametrize(
    "text",
    [
        f"{AGENCIES} It identified an area for priority action for Kent Police.",
        "HM Inspectorate of Constabulary says police in Kent have an area for priority action.",
    ],
)
def test_what_the_police_must_do_is_theirs(text: str) -> None:
    assert reported(text, "Police told to act") == set()


CAME = "Ofsted and the CQC came to Kent in November to look at SEND."


@pytest.mark.parametrize(
    "text",
    [
        "A WSoA is what you get if weaknesses turn out to be significant.",
        "A written statement of action is what inspectors ask for where they have real concerns.",
        "There is no pass or fail, but a WSoA is what happens if inspectors aren't happy.",
        "Systemic failings, a parent told us, that's what they call it when nothing works.",
    ],
)
def test_what_one_gets_in_such_a_case_nobody_has(text: str) -> None:
    found = read(f"{CAME} {text}", "The inspection of Kent").findings
    assert [one for one in found if one.council.name == "Kent"] == []


@pytest.mark.parametrize(
    "text",
    [
        "A written statement of action is what inspectors asked for when they came.",
        "The council must write a WSoA. That is what you get when nobody checks.",
    ],
)
def test_what_was_asked_for_is_owed(text: str) -> None:
    told = reported(f"{CAME} {text}", "The inspection of Kent")
    assert told == {("Kent", "written_statement_of_action")}


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Kent got the best verdict available.", True),
        ("Kent came away with the top result on offer.", True),
        ("Kent was given the best possible finding.", True),
        ("Kent did not get the best verdict available.", False),
        ("Kent says that pupils do their best.", False),
    ],
)
def test_the_best_there_is_is_the_first_of_three(text: str, best: bool) -> None:  # noqa: FBT001
    page = f"Ofsted and the CQC have published a report on SEND in Kent. {text}"
    assert (("Kent", "send_positive") in reported(page, "SEND inspections")) is best
