"""What follows on a grade: apologies that make it news, and what is new since it was given."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

WHEN = "2024-06-20"
KENT = ("Kent", "inadequate")


@pytest.mark.parametrize("published", [WHEN, None])
@pytest.mark.parametrize(
    "text",
    [
        "Kent County Council has apologised after being rated inadequate by Ofsted.",
        "After being branded inadequate by Ofsted this week, Kent County Council said sorry.",
        "Kent's children's services face a takeover after being judged inadequate by Ofsted.",
        "Kent could lose its children's services after being rated inadequate by Ofsted.",
        "Kent may be given a commissioner after being judged inadequate by Ofsted.",
        "Kent's services could be taken over after a judgement of inadequate by Ofsted.",
    ],
)
def test_what_comes_after_being_judged_makes_the_judgement_news(text: str, published: str) -> None:
    assert KENT in told(text, "Kent council apologises after Ofsted report", published)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Kent could be judged inadequate by Ofsted after its inspection.",
        "Kent's children's services face an inadequate judgement by Ofsted.",
        "If Kent lost its services after being judged inadequate by Ofsted, staff would go.",
        "Kent would be taken over after being judged inadequate by Ofsted.",
    ],
)
def test_what_is_only_supposed_stays_so(text: str) -> None:
    assert told(text, "Ofsted in Kent", WHEN) == (set(), set())


@pytest.mark.parametrize(
    "text",
    [
        "Kent council, which was placed in special measures after being rated inadequate, is well.",
        "Kent's services, which were handed to a trust after being rated inadequate, have moved.",
        "After being rated inadequate in 2018, Kent's children's services are now good, it says.",
    ],
)
def test_what_has_long_followed_recalls_a_grade(text: str) -> None:
    found = told(f"{text} Ofsted inspects councils.", "New director for Kent council", WHEN)[0]
    assert KENT not in found


@pytest.mark.parametrize(
    "opening", ["Following the", "After the", "Following its", "After Ofsted's"]
)
@pytest.mark.parametrize("then", ["November 2017", "2017"])
@pytest.mark.parametrize(
    "now",
    [
        "Kent County Council has now been visited again.",
        "inspectors have recently been back to Kent.",
        "children's services in Kent will now be run by a trust.",
        "Kent has this week shown inspectors its work.",
    ],
)
def test_what_is_new_since_a_grade_makes_it_no_grade_of_today(
    opening: str, then: str, now: str
) -> None:
    text = f"{opening} {then} 'inadequate' judgement, {now}"
    assert KENT not in told(text, "Ofsted inspection outcome", WHEN)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Kent's children's services have today been rated inadequate after inspectors called.",
        "Kent's children's services are now inadequate, Ofsted says, following a visit in June.",
        "Following this week's inadequate Ofsted judgement, Kent council has apologised.",
        "After its latest inspection Kent is now rated inadequate by Ofsted.",
    ],
)
def test_a_grade_of_today_stays_so(text: str) -> None:
    assert KENT in told(text, "Ofsted report on Kent", WHEN)[0]


@pytest.mark.parametrize(
    "why",
    ["after inspectors identified", "citing", "due to", "pointing to", "amid", "and found"],
)
@pytest.mark.parametrize(
    "what",
    [
        "a legacy of poor practice",
        "years of underinvestment",
        "weaknesses previously identified that nobody had tackled",
        "a failure to learn from previous inspections",
        "problems known about for years",
        "many of the same problems as last time",
    ],
)
def test_what_had_long_been_wrong_makes_a_verdict_no_older(why: str, what: str) -> None:
    text = f"Ofsted has rated Kent County Council's children's services inadequate {why} {what}."
    assert KENT in told(text, "Ofsted report on Kent", WHEN)[0]


@pytest.mark.parametrize(
    "behind",
    [
        "two years ago after finding years of neglect",
        "after finding failings at its last inspection",
        "citing a lack of leadership three years ago",
        "due to failings seen in the previous inspection",
    ],
)
def test_a_time_behind_the_reason_dates_the_verdict(behind: str) -> None:
    text = f"Ofsted rated Kent County Council's children's services inadequate {behind}."
    assert told(text, "Ofsted in Kent", WHEN) == (set(), {KENT})


@pytest.mark.parametrize("published", [WHEN, None])
@pytest.mark.parametrize(
    "what",
    [
        "spent more on its social workers",
        "has launched a campaign for foster carers",
        "has turned its children's services round",
        "is recruiting social workers",
        "has set up an improvement board",
    ],
)
def test_what_takes_its_time_after_being_judged_recalls_it(what: str, published: str) -> None:
    text = f"Kent County Council {what} after being rated inadequate by Ofsted."
    assert KENT not in told(text, "Children's services in Kent", published)[0]
