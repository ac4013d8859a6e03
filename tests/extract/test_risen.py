"""Rises: told by what was given, by whom a service is run, and by the lowest grade left behind."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled, reported
from watcher.model.vocabulary import Area, Direction

GIVEN = [
    "Ofsted gives the council a good for overall effectiveness. In 2018 it required improvement.",
    "Ofsted awarded the council a good for its work with children. It was inadequate in 2016.",
    (
        "Inspectors handed the authority a good for overall effectiveness. In both of the"
        " inspections before, in 2014 and 2019, it was told that it required improvement."
    ),
]


def _ways(text: str, council: str, title: str, published: str | None) -> set[tuple[str, str]]:
    """Give outcome and way of the overall judgements that are news of a council."""
    return {
        (one.outcome.value, one.direction.value)
        for one in findings(text, title, published)
        if one.council.name == council and one.area is Area.OVERALL
    }


@pytest.mark.parametrize("text", GIVEN)
def test_a_grade_may_be_given_with_an_article(text: str) -> None:
    found = _ways(text, "Bury", "Bury Council hears from Ofsted", "2023-05-09")
    assert found == {("good", "better")}


def test_so_may_the_highest() -> None:
    text = "Ofsted gave Kent an outstanding for its children's services. It was previously good."
    assert _ways(text, "Kent", "Kent hears from Ofsted", None) == {("outstanding", "better")}


NOT_GIVEN = [
    "Ofsted gives Bury Council a good deal to think about.",
    "Ofsted's letter gave Bury Council a good reason to spend on children's services.",
    "Ofsted gave Bury Council a good telling-off.",
    "The mayor gave Bury Council a good for its services to Ofsted.",
    "The mayor gave Bury Council a good for its flower beds, which Ofsted did not see.",
    "Ofsted gave a primary school in Bury a good for overall effectiveness.",
]


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_other_good_things_are_given_too(text: str) -> None:
    assert ("Bury", "good") not in reported(text, "Bury Council in the news", "2023-05-09")


RUN = [
    (
        "Seven years after a damning report from Ofsted, and three after a second inadequate,"
        " children's services in Slough are good."
    ),
    (
        "Ofsted says that, four years after its third inadequate in a row, what Slough Children"
        " First does for Slough Council is good."
    ),
    (
        "The service that Slough Children First runs for Slough Council is now good, three years"
        " after Ofsted judged it inadequate."
    ),
    (
        "Five years after Ofsted called its work inadequate, the service run for Slough Council is"
        " good."
    ),
]


@pytest.mark.parametrize("text", RUN)
def test_a_service_is_good_so_many_years_after_an_inadequate(text: str) -> None:
    title = "From worst to best"
    assert _ways(text, "Slough", title, "2023-03-01") == {("good", "better")}
    assert ("Slough", "inadequate") in recalled(text, title, "2023-03-01")


def test_a_second_inadequate_alone_is_news() -> None:
    text = "Slough faces a takeover by ministers after a second inadequate rating from Ofsted."
    assert ("Slough", "inadequate") in reported(text, "Slough", "2023-03-01")


LEFT = [
    ("Bexley lifted out of bottom category", "Services require improvement, Ofsted says."),
    (
        "Bexley off the bottom",
        (
            "Ofsted has lifted Bexley's children's services out of inadequate."
            " They still require improvement in three areas."
        ),
    ),
    (
        "A better year for Bexley",
        (
            "Although Bexley's children's services are still graded as"
            " requiring improvement in three areas, they are no longer rated inadequate, Ofsted"
            " says."
        ),
    ),
    (
        "Patience",
        (
            '"Requires improvement" is no cause for a party, but Bexley Council has left the'
            " bottom rung, Ofsted says."
        ),
    ),
    (
        "A rise",
        (
            "For the first time since 2015, children's services in Bexley have been rated better"
            " than inadequate by Ofsted."
        ),
    ),
    (
        "Bexley climbs off the bottom",
        (
            "Bexley's children's services are off the bottom rung: they"
            " require improvement, Ofsted says."
        ),
    ),
]


@pytest.mark.parametrize(("title", "text"), LEFT, ids=[one[0] for one in LEFT])
def test_who_leaves_the_lowest_grade_has_the_next(title: str, text: str) -> None:
    found = findings(text, title, "2019-02-01")
    ways = {(one.outcome.value, one.direction) for one in found if one.area is Area.OVERALL}
    assert ways == {("requires_improvement", Direction.BETTER)}


NOT_LEFT = [
    ("Bexley hopes to rise", "Bexley hopes to climb off the bottom rung when Ofsted returns."),
    ("Optimism Bexley will soon shed 'inadequate' rating", "Ofsted comes in May."),
    ("Bexley", "Bexley's services will finally lose their inadequate rating, its leader said."),
    (
        "Bexley",
        (
            "Bexley's services have not been rated better than inadequate since 2012, said Ofsted"
            " in its report."
        ),
    ),
    ("Bexley", "Ofsted lifts a school in Bexley out of the bottom category."),
    (
        "Bexley",
        (
            "Bexley's services are no longer inadequate, Ofsted said after a monitoring visit."
            " They may yet be found to require improvement."
        ),
    ),
]


@pytest.mark.parametrize(("title", "text"), NOT_LEFT, ids=[one[1][:50] for one in NOT_LEFT])
def test_who_has_yet_to_leave_it_has_none(title: str, text: str) -> None:
    found = reported(text, title, "2019-02-01")
    assert ("Bexley", "requires_improvement") not in found
