"""Who is brought up, left out, or meant by what it is: exceptions, neighbours, `the county`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

BAD = "inadequate"
ACT = "priority_action"
GOOD = "Ofsted has found Leeds and York good. "

BROUGHT = [
    "The exception is Middlesbrough. Its services were judged inadequate.",
    "Not so Middlesbrough. Its services were judged inadequate.",
    "Then there is Middlesbrough. The council was judged inadequate.",
    "The latest is Middlesbrough. Its services have been judged inadequate.",
    "It is a different story in Middlesbrough. The council was judged inadequate.",
]


@pytest.mark.parametrize("text", BROUGHT)
def test_whom_a_short_sentence_brings_up_is_spoken_of_next(text: str) -> None:
    found = reported(GOOD + text, "Ofsted in the region", "2022-01-12")
    assert found == {("Leeds", "good"), ("York", "good"), ("Middlesbrough", BAD)}


@pytest.mark.parametrize(
    "text",
    [
        "Its director came from Middlesbrough. Its services are inadequate, inspectors say.",
        "The news was heard in Middlesbrough. Its services are inadequate, inspectors say.",
    ],
)
def test_whom_a_sentence_only_names_is_not(text: str) -> None:
    found = reported("Ofsted has reported on Leeds. " + text, "Ofsted on Leeds", "2022-01-12")
    assert found == {("Leeds", BAD)}


KINDS = [
    (
        "Ofsted on Nottingham and Nottinghamshire",
        "Nottingham was judged good by Ofsted. The county council was judged inadequate.",
        ("Nottinghamshire", BAD),
    ),
    (
        "Derby and Derbyshire inspected",
        "Derbyshire's services are outstanding, Ofsted says. The city's were rated inadequate.",
        ("Derby", BAD),
    ),
    (
        "Stoke and Staffordshire swap places",
        (
            "Stoke-on-Trent was judged good by Ofsted. A week later the county went the "
            "other way: it was"
            " judged inadequate."
        ),
        ("Staffordshire", BAD),
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), KINDS)
def test_the_county_and_the_city_are_told_apart(
    title: str, text: str, expected: tuple[str, str]
) -> None:
    assert expected in reported(text, title)


REST = [
    ("Ofsted found Leeds and York to be good. The others were inadequate.", ""),
    (
        (
            "Ofsted found Leeds and York to be good. The other two were judged "
            "inadequate. They are Kent"
            " and Essex."
        ),
        "Kent Essex",
    ),
    (
        "Ofsted found Leeds and York to be good. The rest were judged inadequate: Kent and Essex.",
        "Kent Essex",
    ),
    ("All the councils apart from Leeds were judged inadequate by Ofsted.", ""),
    ("Every council but one is inadequate, Ofsted says, with the exception of Leeds.", ""),
    (
        (
            "Ofsted rated Leeds inadequate. As did York's, its letter spoke of waits and of "
            "long delays."
        ),
        "Leeds",
    ),
    ("Ofsted rated Leeds inadequate. As was York.", "Leeds York"),
    (
        (
            "Ofsted rated Leeds inadequate. It follows Torbay, graded the same on the "
            "3rd, and Kent, which"
            " takes in Dover, on the 9th."
        ),
        "Leeds Torbay Kent",
    ),
    ("Ofsted rated Leeds inadequate. It follows visits to Torbay and Kent.", "Leeds"),
    (
        (
            "Ofsted inspected Leeds, Hampshire's neighbour Wiltshire, and Kent. All "
            "three were rated"
            " inadequate."
        ),
        "Leeds Wiltshire Kent",
    ),
]


@pytest.mark.parametrize(("text", "councils"), REST)
def test_who_is_left_out_or_added(text: str, councils: str) -> None:
    found = {name for name, outcome in reported(text, "Ofsted's verdicts") if outcome == BAD}
    assert found == set(councils.split())


def test_the_other_two_judgements_are_the_councils_own() -> None:
    text = (
        "Ofsted has inspected Leeds. Care leavers is good. The other two - leadership, and help and"
        " protection - require improvement to be good."
    )
    assert ("Leeds", "requires_improvement") in reported(text, "Ofsted inspects Leeds")


def test_a_list_that_a_sentence_announces_names_who_has_its_outcome() -> None:
    text = (
        "Five letters are out from Ofsted. In three (Bracknell Forest, York, Shropshire) inspectors"
        " liked what they saw.\n\nThe remaining two hold areas for priority action. They"
        " concern:\n\n- Derbyshire: homeless children are placed in hotels\n"
        "- Central Bedfordshire: the quality of decisions. A backlog of 230 contacts was found"
    )
    found = reported(text, "Focused visits: priority actions for two")
    assert {name for name, outcome in found if outcome == ACT} == {
        "Derbyshire",
        "Central Bedfordshire",
    }


SUPPOSED = [
    "Leeds, the borough that many expected to be fourth, has been rated inadequate by Ofsted.",
    "Leeds, which had hoped to be rated outstanding, has been judged inadequate by Ofsted.",
]


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_was_expected_in_an_aside_leaves_the_verdict(text: str) -> None:
    assert reported(text, "Ofsted") == {("Leeds", BAD)}


def test_what_is_expected_is_none() -> None:
    assert reported("Leeds is expected to be rated inadequate by Ofsted.", "Ofsted") == set()


BEFORE = [
    "The city was previously good.",
    "The authority was formerly good.",
]


@pytest.mark.parametrize("text", BEFORE)
def test_what_it_was_before_is_a_grade(text: str) -> None:
    first = "Derby requires improvement to be good, Ofsted says. "
    assert ("Derby", "requires_improvement") in reported(first + text, "Reports")
    assert ("Derby", "good") in recalled(first + text, "Reports")


def test_nobody_counts_a_week_from_a_mere_year() -> None:
    text = (
        "Leeds, condemned in 2019 as failing, has been judged good by Ofsted. A week later York was"
        " judged inadequate."
    )
    assert ("York", BAD) in reported(text, "Leeds and York inspected")


SET_APART = [
    "York is a different matter. Its services were judged inadequate.",
    "Down the road in York it was another story. Inspectors judged the service inadequate.",
    "York was not so lucky. The council's services were rated inadequate.",
    "York fared worse. The council was rated inadequate.",
    "The same cannot be said of York. It was judged inadequate.",
    "The report on York is grim. The council has been judged inadequate.",
    "The news from York is bad. The council has been judged inadequate.",
    "York could only manage inadequate.",
    "York had to make do with inadequate.",
]


@pytest.mark.parametrize("text", SET_APART)
@pytest.mark.parametrize("title", ["Two councils, two verdicts", "Joy and gloom as Ofsted reports"])
def test_who_is_set_apart_is_spoken_of_next(title: str, text: str) -> None:
    lead = "It was a day that parents had waited for.\n\nOfsted has rated services in Leeds good."
    for apart in (" ", "\n\n"):
        found = reported(lead + apart + text, title)
        assert found == {("Leeds", "good"), ("York", BAD)}


@pytest.mark.parametrize("sentence", ["In York services are inadequate.", "York is inadequate."])
def test_how_one_of_two_stands_is_news_where_both_are_told_of(sentence: str) -> None:
    text = f"It was a long day.\n\nOfsted has rated services in Leeds good. {sentence}"
    assert ("York", BAD) in reported(text, "Two councils, two verdicts")
    assert ("York", BAD) not in reported(text, "Ofsted says Leeds is good")


def test_praise_for_one_recalls_no_verdict_on_the_other_that_a_headline_names() -> None:
    text = "Ofsted has rated children's services in Leeds good. York was rated inadequate."
    assert ("York", BAD) in reported(text, "Ofsted praises Leeds but not York")
    assert ("York", BAD) not in reported(text, "Ofsted praises Leeds")
