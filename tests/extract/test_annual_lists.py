"""Lists of the annual ratings of 2009-11, who is added to them, and what few have."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reported
from watcher.model.vocabulary import Area, Kind

DAY = "2010-12-10"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Leeds and Kent again perform excellently, Essex well.",
            {("Leeds", "outstanding"), ("Kent", "outstanding"), ("Essex", "good")},
        ),
        (
            "Leeds is performing excellently; Essex and Kent well; Hull adequately.",
            {
                ("Leeds", "outstanding"),
                ("Essex", "good"),
                ("Kent", "good"),
                ("Kingston upon Hull", "adequate"),
            },
        ),
        (
            "Leeds performs well, Essex adequately and Kent poorly.",
            {("Leeds", "good"), ("Essex", "adequate"), ("Kent", "inadequate")},
        ),
        (
            "Leeds performs poorly but Kent, well supported by its neighbours, says it is safe.",
            {("Leeds", "inadequate")},
        ),
        ("Leeds performs poorly, as Essex well knows.", {("Leeds", "inadequate")}),
    ],
)
def test_the_verb_of_one_is_that_of_those_behind_it(text: str, told: set[tuple[str, str]]) -> None:
    page = f"Ofsted's ratings of children's services are out. {text}"
    made = findings(page, "The ratings of the year", DAY)
    assert {(one.council.name, one.outcome.value) for one in made} == told
    assert {(one.kind, one.area) for one in made} == {(Kind.ANNUAL_RATING, Area.OVERALL)}


def test_an_inspection_beside_it_makes_no_other_of_an_annual_rating() -> None:
    page = (
        "Kent, described a year ago as performing well, has been told by Ofsted that it is now"
        " performing adequately. A safeguarding inspection in May had found it adequate."
    )
    told = findings(page, "Kent slips down the ratings", DAY)
    assert (Kind.ANNUAL_RATING, "adequate") in {(one.kind, one.outcome.value) for one in told}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("It is joined for the first time by Kent.", True),
        ("It was joined this year by Kent.", True),
        ("It is now joined there by Kent.", True),
        ("Leeds is joined at the foot of the table by Kent.", True),
        ("Leeds has been joined by Kent.", True),
        ("Leeds is not joined by Kent this year.", False),
        ("Leeds has joined a scheme run by Kent.", False),
        ("It has joined forces in a project with staff sent by Kent.", False),
        ("It will be joined in the project by Kent.", False),
    ],
)
def test_who_is_joined_by_others(text: str, more: bool) -> None:  # noqa: FBT001
    page = f"Leeds was one of 15 councils that Ofsted judged to be performing poorly. {text}"
    told = reported(page, "The ratings of the year", DAY)
    assert ("Leeds", "inadequate") in told
    assert (("Kent", "inadequate") in told) is more


CAME = "Inspectors from Ofsted came to Kent for an unannounced inspection last month."


@pytest.mark.parametrize(
    "text",
    [
        "Its last page has something few authorities have received: an area for priority action.",
        "It has something that few other authorities have had: an area for priority action.",
        "It also has a rebuke that few councils have had: an area for priority action.",
    ],
)
def test_what_few_have_is_had(text: str) -> None:
    assert ("Kent", "priority_action") in reported(
        f"{CAME} {text}", "Fears over cases", "2009-11-19"
    )


@pytest.mark.parametrize(
    "text",
    [
        "It added that few authorities have ever received an area for priority action.",
        "Only a few councils have ever had an area for priority action.",
        "Few authorities have an area for priority action.",
    ],
)
def test_that_few_have_it_tells_of_nobody(text: str) -> None:
    told = reported(f"{CAME} {text}", "Fears over cases", "2009-11-19")
    assert ("Kent", "priority_action") not in told
