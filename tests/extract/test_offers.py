"""Headlines of other stories that stand, unmarked, below an article or in the middle of it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, read
from watcher.app.reading import reading_context
from watcher.extract.page import read_page

TITLE = "Barnsley's children's services rated good"
BODY = (
    "Children's services in Barnsley have been rated good by Ofsted, up from requires improvement.",
    "Inspectors praised social workers, who know their children well.",
    "The council said that it was proud of its staff.",
)
OTHERS = (
    "Sandwell's children's services plunge to inadequate",
    "Ofsted brands Devon's services for children inadequate",
    "Wirral loses its good rating for children's services",
    "Children at risk in Reading, inspectors warn",
    "Croydon drops two grades after Ofsted inspection",
)
TEASERS = (
    "Vulnerable children in Sandwell are at risk of harm, Ofsted has found.",
    "Devon County Council's services for children have been judged inadequate.",
    "Wirral Council has been downgraded to requires improvement by Ofsted.",
    "Inspectors say that children in Reading are not kept safe.",
    "Croydon Council's children's services have fallen from outstanding to requires improvement.",
)


def told(*lines: str, title: str = TITLE) -> set[str]:
    """Name the councils that anything at all is reported of."""
    return {finding.council.name for finding in read("\n\n".join(lines), title).findings}


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("place", [2, 3])
def test_a_headline_about_another_council_is_no_part_of_the_article(other: str, place: int) -> None:
    lines = [*BODY, "A further visit to Barnsley is expected in three years."]
    lines.insert(place, other)
    assert told(*lines) == {"Barnsley"}


@pytest.mark.parametrize("first", range(4))
def test_headlines_with_openings_end_a_page(first: int) -> None:
    cards = [line for pair in zip(OTHERS, TEASERS, strict=True) for line in pair][first * 2 :]
    assert told(*BODY, *cards) == {"Barnsley"}


def test_openings_that_name_nobody_are_no_more_of_the_article_than_their_headlines() -> None:
    cards = (OTHERS[0], TEASERS[0], OTHERS[1], "The county was told that its services are failing.")
    assert told(*BODY, *cards) == {"Barnsley"}


def test_a_run_of_tags_says_nothing_of_those_it_names() -> None:
    assert told(*BODY, "Ofsted", "Children's services", "Bradford", "Inadequate") == {"Barnsley"}


def test_live_news_under_an_article_is_other_news() -> None:
    entries = ("14:02", "Sandwell judged inadequate", TEASERS[0])
    assert told(*BODY, *entries) == {"Barnsley"}


def test_a_section_about_another_council_is_the_articles_own() -> None:
    section = (
        "Wirral drops to requires improvement",
        "Ofsted has also downgraded Wirral Council's services to requires improvement.",
        "Inspectors said that too many children waited for help and that plans drifted.",
        "The authority had been rated good at its last inspection.",
    )
    assert told(*BODY, *section) == {"Barnsley", "Wirral"}


def test_a_heading_over_a_council_that_the_text_speaks_of_is_the_articles_own() -> None:
    lines = (
        *BODY,
        "Its neighbour, Sandwell Council, was inspected in the same week.",
        "Sandwell falls to inadequate",
        "Sandwell's children's services are inadequate, the inspectors said.",
        "The council there apologised.",
    )
    assert told(*lines) == {"Barnsley", "Sandwell"}


@pytest.mark.parametrize(
    "title",
    [
        "Ofsted round-up: Barnsley rated good",
        "Barnsley among councils with new Ofsted ratings",
        "Barnsley rated good as Sandwell falls",
    ],
)
def test_a_headline_over_several_councils_lets_each_have_its_section(title: str) -> None:
    lines = (
        *BODY,
        "Sandwell falls to inadequate",
        "Sandwell's children's services have been judged inadequate, down from good.",
    )
    assert told(*lines, title=title) == {"Barnsley", "Sandwell"}


def test_the_article_goes_on_under_the_headline_of_another_story() -> None:
    lines = (BODY[1], BODY[2], OTHERS[0], BODY[0])
    assert told(*lines) == {"Barnsley"}


@pytest.mark.parametrize("mark", ["- ", "• ", "1. "])
def test_items_that_nothing_announces_offer_other_stories(mark: str) -> None:
    items = [f"{mark}{other}" for other in OTHERS[:3]]
    assert told(*BODY[:2], *items, BODY[2]) == {"Barnsley"}
    assert told(*BODY, *items) == {"Barnsley"}


@pytest.mark.parametrize("mark", ["- ", "• "])
def test_items_that_the_text_announces_are_the_articles_own(mark: str) -> None:
    lines = (*BODY, "Two fared worse:", f"{mark}Sandwell is inadequate", f"{mark}Wirral fell")
    page = read_page(parsed("\n\n".join(lines), TITLE), reading_context())
    assert page.quote(0, len(page.sentences) - 1).endswith("Wirral fell")


def test_a_list_at_the_end_is_no_run_of_headlines_for_one_name_in_it() -> None:
    items = (
        "- more visits to children in care",
        "- a new team for the front door",
        "- a plan for staff",
        "- a board on which the director of Leeds sits",
        "- Barnsley's children's services to be inspected again next year",
    )
    text = "\n\n".join((*BODY, *items))
    assert read(text, TITLE).findings == read(text.replace("of Leeds", "there"), TITLE).findings


def test_headlines_of_any_length_are_offers() -> None:
    long = (
        "Sandwell Council's children's services have been rated inadequate by Ofsted inspectors who"
        " found that vulnerable young people were left at risk of significant harm"
    )
    assert told(*BODY, long) == {"Barnsley"}


def test_rows_under_a_heading_on_how_councils_stand_are_the_articles_own() -> None:
    rows = ("Leeds: requires improvement (2014)", "Wirral: inadequate (2016)")
    page = read_page(
        parsed("\n\n".join((*BODY, "How councils' ratings compare", *rows)), TITLE),
        reading_context(),
    )
    assert page.quote(0, len(page.sentences) - 1).endswith(rows[-1])
