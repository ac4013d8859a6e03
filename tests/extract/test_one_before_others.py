"""One council before others: a neighbour, one of the largest, so many that perform well."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news

NEIGHBOURS = (
    "Leeds offers help after neighbour's Ofsted fall",
    "Leeds sends social workers to neighbour after Ofsted verdict",
    "Leeds steps in to help struggling neighbour",
)
LEADS = (
    (
        "A NORTHERN council which was good for years has been told its children's services are now"
        " inadequate.\n\nLancashire County Council received the news in a report by Ofsted."
    ),
    (
        "A council has been told that its children's services are inadequate.\n\nInspectors from"
        " Ofsted visited Lancashire in October."
    ),
    (
        "One of England's biggest councils has been rated inadequate by Ofsted.\n\nIn Lancashire,"
        " inspectors said, children were left at risk."
    ),
)
OF_LEEDS = (
    (
        "Neighbours mourn as Leeds is rated inadequate",
        "Ofsted has rated Leeds inadequate. Lancashire has offered help.",
    ),
    (
        "Leeds tells neighbour that it is inadequate",
        "Ofsted has rated children's services in Leeds inadequate. Lancashire has offered help.",
    ),
)
LARGEST = (
    "One of England's biggest councils has been rated inadequate by Ofsted.",
    "One of the country's largest authorities has been rated inadequate by Ofsted.",
    "One of the largest authorities in England has been rated inadequate by Ofsted.",
    "One of the North's most deprived councils has been rated inadequate by Ofsted.",
)
IN_GENERAL = (
    "One in three of England's councils has been rated inadequate by Ofsted.",
    "England's biggest councils have often been rated inadequate by Ofsted.",
    "Councils that are rated inadequate by Ofsted are visited again.",
)
COUNTED = (
    "A further 93 perform well and 33 adequately.",
    "Ninety-three perform well and 33 adequately.",
    "More than 90 perform well.",
    "Most perform well.",
    "There are 93 that perform well.",
    "Those that perform well number 93.",
)
NOTHING = (
    "Nor did the inspectors find anything that needed priority action.",
    "Nor did they find anything that called for priority action.",
    "Nor has anything been found that needs priority action.",
)
SUSTAINED = (
    ('But improvements in assessments "have not been sustained in all teams", they wrote.', False),
    ("But improvements have not been sustained everywhere.", False),
    ("Improvements have not been sustained consistently.", False),
    ("Progress has slowed in some teams.", False),
    ("Improvements seen last year have not been sustained.", True),
    ("Improvements made in 2015 have not been sustained.", True),
    ("Work praised in May 2016 has got worse.", True),
    ("In 2015 practice had got worse.", False),
    ("Improvements seen earlier have not been sustained.", True),
    ("But improvements have not been sustained, and services have got worse.", True),
)


@pytest.mark.parametrize("title", NEIGHBOURS)
@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize(
    "behind", ["", "\n\nIn Leeds, which was rated good last year, chiefs will help."]
)
def test_a_headline_over_a_neighbour_is_of_the_one_that_is_named_behind(
    title: str, lead: str, behind: str
) -> None:
    """Where the text opens with some council."""
    assert news(lead + behind, title) == {("Lancashire", "inadequate")}


@pytest.mark.parametrize(("title", "text"), OF_LEEDS)
def test_a_neighbour_that_is_but_named_has_no_verdict(title: str, text: str) -> None:
    """Where the text opens with whom the headline names."""
    assert news(text, title) == {("Leeds", "inadequate")}


@pytest.mark.parametrize("text", LARGEST)
def test_one_of_the_largest_councils_is_the_one_that_is_named(text: str) -> None:
    """And no councils in general."""
    text = f"{text}\n\nKent County Council was told so on Monday."
    assert news(text, "Children's services fail") == {("Kent", "inadequate")}


@pytest.mark.parametrize("text", IN_GENERAL)
def test_councils_in_general_stay_so(text: str) -> None:
    """A share, and whoever is rated so."""
    text = f"{text}\n\nKent County Council was told so on Monday."
    assert not news(text, "How children's services fail")


@pytest.mark.parametrize("text", COUNTED)
def test_so_many_that_perform_well_are_nobody(text: str) -> None:
    """The names of those that do not follow."""
    text = (
        "Ofsted has issued its yearly profile of children's services in England.\n\n"
        f"{text}\n\nTen perform poorly. They are:\n\nBirmingham\nCalderdale\nKent\nSalford"
    )
    told = news(text, "Ofsted ratings: who is up and who is down", "2010-12-09")
    assert told == {(n, "inadequate") for n in ("Birmingham", "Calderdale", "Kent", "Salford")}


@pytest.mark.parametrize("text", NOTHING)
def test_what_was_not_found_either_is_not_asked(text: str) -> None:
    """However far behind `nor` it stands."""
    text = f"Ofsted's inspectors made a focused visit to Kent in August.\n\n{text}"
    assert ("Kent", "priority_action") not in news(text, "What inspectors told Kent")


@pytest.mark.parametrize(("text", "worse"), SUSTAINED)
def test_what_did_not_last_everywhere_is_no_decline(text: str, *, worse: bool) -> None:
    """As what did not last is."""
    text = (
        "Inspectors who made a monitoring visit to Kent at the end of March found that the front"
        f" door was working well and that decisions are made the same day.\n\n{text}"
    )
    told = news(text, "Ofsted letter on Kent", "2017-05-11")
    assert (("Kent", "deterioration") in told) is worse
