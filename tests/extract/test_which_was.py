"""A grade told in a clause put in, and the one that the main clause gives."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, told
from watcher.model.vocabulary import Area, Direction, Outcome, Role

TITLE = "Ofsted round-up"
WHO = ["Kent County Council", "Kent Council's children's services", "Children's services in Kent"]


def grades(text: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Give council and outcome of what is reported of it, and of what is recalled."""
    lead = "Ofsted has published reports on children's services."
    return told(f"{lead} {text}", TITLE, "2024-06-12")


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("was", ["were", "were rated", "had been", "were judged by Ofsted to be"])
@pytest.mark.parametrize("now", ["have been rated", "are rated", "were judged", "are now"])
@pytest.mark.parametrize(("old", "new"), [("inadequate", "good"), ("good", "inadequate")])
def test_what_was_so_is_put_in(who: str, was: str, now: str, old: str, new: str) -> None:
    text = f"{who}, which {was} {old}, {now} {new}."
    if who.endswith("Council"):
        for many, single in (("were", "was"), ("have", "has"), ("are", "is")):
            text = text.replace(many, single)
    assert grades(text) == ({("Kent", new)}, {("Kent", old)})


@pytest.mark.parametrize(
    "text",
    [
        "Kent's services, which were rated inadequate by Ofsted today, are good for care leavers.",
        "Kent's services, which were rated inadequate on Tuesday, are good for care leavers.",
        "Kent's services, which were rated inadequate by Ofsted, remain good for care leavers.",
        "Kent's services, which were rated inadequate by Ofsted this week, were good in 2015.",
    ],
)
def test_what_is_put_in_may_be_the_news(text: str) -> None:
    assert ("Kent", "inadequate") in grades(text)[0]


@pytest.mark.parametrize(
    "was",
    [
        "{who}, which held a rating of {old}, {now} {new}.",
        "{who}, which boasted a {old} rating, {now} {new}.",
        "{who}, long rated {old}, {now} {new}.",
        "{who}, which has been {old} since 2019, {now} {new}.",
        "Once {old}, {who} {now} {new}.",
        "Previously {old}, {who} {now} {new}.",
        "Where once it was {old}, {who} {now} {new}.",
        "Not long ago {who} was {old}. Now it {now} {new}.",
    ],
)
@pytest.mark.parametrize(
    "now",
    [
        "has been rated",
        "was rated by Ofsted this week",
        "has received a rating of",
        "was found to be",
    ],
)
@pytest.mark.parametrize(("old", "new"), [("inadequate", "good"), ("good", "inadequate")])
def test_what_was_so_opens_the_sentence(was: str, now: str, old: str, new: str) -> None:
    reported, recalled = grades(was.format(who="Kent County Council", old=old, now=now, new=new))
    assert reported == {("Kent", new)}
    assert recalled <= {("Kent", old)}


@pytest.mark.parametrize("joint", [" and ", ", and ", ", while ", ", but ", "; "])
@pytest.mark.parametrize("was", ["which was {}", "previously {}", "once {}", "{} in 2019"])
def test_two_of_them_in_one_sentence(joint: str, was: str) -> None:
    parts = [
        f"{name}, {was.format(before)}, is rated {now}"
        for name, before, now in (("Kent", "inadequate", "good"), ("Devon", "good", "inadequate"))
    ]
    reported, recalled = grades(f"{joint.join(parts)}.")
    assert reported == {("Kent", "good"), ("Devon", "inadequate")}
    assert recalled == {("Kent", "inadequate"), ("Devon", "good")}


@pytest.mark.parametrize(
    "text",
    [
        "Kent, Essex and Devon - three councils, against none last year - were inadequate.",
        "Kent, Essex and Devon - three, compared with two last year - were rated inadequate.",
        "Ofsted found three councils inadequate (none last year): Kent, Essex and Devon.",
        "Kent, Essex and Devon were rated inadequate, against only one council in 2007.",
    ],
)
def test_how_many_there_were_then_dates_nothing(text: str) -> None:
    expected = {(name, "inadequate") for name in ("Kent", "Essex", "Devon")}
    assert grades(text) == (expected, set())


@pytest.mark.parametrize(("old", "new"), [("inadequate", "good"), ("good", "inadequate")])
def test_a_verb_of_today_is_joined_behind_a_date(old: str, new: str) -> None:
    text = f"Kent Council's services were rated {old} in 2018 and have been rated {new} by Ofsted."
    assert grades(text) == ({("Kent", new)}, {("Kent", old)})


@pytest.mark.parametrize("placed", ["the best 30% of councils", "the top 10 per cent of councils"])
def test_a_place_among_many_leaves_the_grade_its_own(placed: str) -> None:
    text = f"Kent's rating is good, up from inadequate in 2018, and puts it in {placed}."
    assert grades(text) == ({("Kent", "good")}, {("Kent", "inadequate")})


@pytest.mark.parametrize(("old", "new"), [("good", "outstanding"), ("inadequate", "good")])
@pytest.mark.parametrize(
    "told",
    [
        "Help and protection, which was {old} in 2019, is now {new}.",
        "Help and protection, previously {old}, was judged {new}.",
    ],
)
def test_what_one_judgement_was_is_not_what_the_whole_was(told: str, old: str, new: str) -> None:
    """It makes no fall of an overall grade that is lower than that."""
    text = f"Kent County Council requires improvement overall. {told.format(old=old, new=new)}"
    found = read(f"Ofsted's report on children's services is out. {text}", TITLE, "2024-06-12")
    whole = [f for f in found.findings if f.area is Area.OVERALL and f.role is Role.NEWS]
    assert [f.outcome for f in whole] == [Outcome.REQUIRES_IMPROVEMENT]
    assert whole[0].direction is not Direction.WORSE
