"""`The city` where a county was named last, and falls that stop short of the lowest grade."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.extract.confidence import features, traits_of
from watcher.model.vocabulary import Role

WHEN = "2024-05-02"


def test_the_city_is_not_the_county_that_was_named_last() -> None:
    text = (
        "It is Leicester City Council that Ofsted has been to. Leicestershire County Council has"
        " not been inspected.\n\nInspectors rated the city's services for children inadequate."
    )
    assert reported(text, "Ofsted report is out", WHEN) == {("Leicester", "inadequate")}


def test_the_city_may_be_all_that_a_page_calls_a_county() -> None:
    text = "Ofsted has been to Oxfordshire. Inspectors rated the city's services inadequate."
    assert ("Oxfordshire", "inadequate") in reported(text, "Ofsted report is out", WHEN)


@pytest.mark.parametrize(
    ("text", "drop"),
    [
        ("Dudley has dropped from good to requires improvement, Ofsted said.", True),
        ("Dudley requires improvement to be good, Ofsted said.", False),
        ("Dudley has dropped from good to inadequate, Ofsted said.", False),
    ],
)
def test_a_fall_that_stops_short_of_the_lowest_grade_is_a_fact(text: str, *, drop: bool) -> None:
    page, drafts = draft_findings(parsed(text, "Dudley's services", WHEN), reading_context())
    assert page is not None
    new = next(draft for draft in drafts if draft.role is Role.NEWS)
    assert features(page, traits_of(page), new)["drop"] is drop
