"""What is news on a page and what it recalls, where both stand side by side."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

WHEN = "2024-05-01"
KENT = {("Kent", "inadequate")}
STATEMENT = {("Kent", "written_statement_of_action")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Services for children in Kent are still inadequate, Ofsted says - three years on"
            " from the same grade."
        ),
        (
            "Kent's children's services remain inadequate, Ofsted says, four years on from a"
            " damning verdict."
        ),
        "Ofsted says Kent's children's services are inadequate, two years after a first warning.",
        (
            "Children's services in Kent have been rated inadequate by Ofsted a year after a"
            " critical visit."
        ),
        (
            "Five years on from their last failure, children's services in Kent have been judged"
            " inadequate by Ofsted."
        ),
        (
            "Two years on from a peer's visit, Kent's services for children are inadequate, Ofsted"
            " says."
        ),
    ],
)
def test_what_is_counted_from_an_older_event_is_news(text: str) -> None:
    assert reported(text, "Fresh blow for social services", WHEN) == KENT


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (
            "Six years on from being found to have inadequate services, Kent is good, Ofsted says.",
            "good",
        ),
        (
            (
                "Three years on from being branded inadequate, Kent's children's services have been"
                " rated good by Ofsted."
            ),
            "good",
        ),
        (
            (
                "Four years on from an inadequate verdict, children's services in Kent now require"
                " improvement, Ofsted says."
            ),
            "requires_improvement",
        ),
    ],
)
def test_what_is_counted_from_is_old(text: str, grade: str) -> None:
    assert reported(text, "Ofsted looks at Kent", WHEN) == {("Kent", grade)}


@pytest.mark.parametrize(
    "text",
    [
        "Children's services in Kent were found to have inadequate leaders three years ago.",
        "Three years on from being rated inadequate by Ofsted, Kent has hired social workers.",
    ],
)
def test_what_was_so_then_is_no_news(text: str) -> None:
    assert reported(f"Ofsted is back. {text}", "Ofsted looks at Kent", WHEN) == set()


@pytest.mark.parametrize(
    "visits",
    [
        "findings of several monitoring visits",
        "warnings of two focused visits",
        "subsequent monitoring visits",
    ],
)
def test_a_series_of_visits_is_not_what_a_page_tells_of(visits: str) -> None:
    text = (
        "Kent's services for children are still inadequate, according to Ofsted.\n\n"
        f"The report reads: 'Leaders were slow to act on the {visits}.'"
    )
    assert reported(text, "Blow for new chiefs", WHEN) >= KENT


def test_one_visit_is_what_a_page_tells_of() -> None:
    text = (
        "Kent's services for children are still inadequate, Ofsted says.\n\nThe report of its"
        " monitoring visit says that leaders were slow to act."
    )
    assert reported(text, "Inspectors back in Kent", WHEN).isdisjoint(KENT)


@pytest.mark.parametrize(
    "title",
    [
        "Ofsted demands written statement of action from council",
        "Written statement of action demanded of Kent",
        "Inspectors ask for more: Kent told to write a written statement of action",
        "Ofsted wants written statement of action over special needs",
    ],
)
def test_a_statement_that_is_demanded_is_news(title: str) -> None:
    text = (
        "Inspectors of Ofsted and the CQC have ordered Kent to produce a written statement of"
        " action after they found failings in its SEND provision."
    )
    assert reported(text, title, WHEN) >= STATEMENT


@pytest.mark.parametrize("title", ["Our Written Statement of Action", "Written statement: update"])
def test_a_statement_that_exists_is_none(title: str) -> None:
    text = "In 2018 Ofsted and the CQC required Kent to produce a written statement of action."
    assert reported(text, title, WHEN) == set()
