"""A council's arrangements at large, and who leaves the bottom group of a year's ratings."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, parsed
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Direction, Outcome

AT_LARGE = (
    "A report out this morning finds the borough's arrangements inadequate after good years.",
    "Kent's arrangements are also inadequate.",
    "Ofsted finds the council's arrangements inadequate.",
    "Arrangements in Kent are inadequate.",
    "The council's arrangements were judged inadequate.",
    "The arrangements of Kent council have been found inadequate.",
)
FOR_SOMETHING = (
    "Arrangements for storing records are inadequate.",
    "Supervision arrangements are inadequate.",
    "The council's arrangements for sharing information were inadequate.",
    "Parking arrangements at Kent's office were inadequate.",
    "The arrangements were inadequate.",
)
LEAVING = (
    "Those leaving the bottom group include Kent, Leeds and York, all of them now performing well.",
    "Kent, Leeds and York leave the bottom group and now perform well.",
    "Among those leaving the lowest group are Kent, Leeds and York, which now perform well.",
)


@pytest.mark.parametrize("text", AT_LARGE)
@pytest.mark.parametrize("published", [None, "2013-07-12"])
def test_arrangements_of_a_council_are_its_services(text: str, published: str | None) -> None:
    """Where nothing says what they are for."""
    text = f"Children in Kent are not protected quickly enough, Ofsted says.\n\n{text}"
    assert ("Kent", "inadequate") in news(text, "Ofsted reports on Kent", published)


@pytest.mark.parametrize("text", FOR_SOMETHING)
def test_arrangements_for_something_are_a_mere_thing(text: str) -> None:
    """And those of nobody."""
    text = f"Children in Kent are not protected quickly enough, Ofsted says.\n\n{text}"
    assert ("Kent", "inadequate") not in news(text, "Ofsted reports on Kent")


@pytest.mark.parametrize("text", LEAVING)
def test_who_leaves_the_bottom_group_has_got_better(text: str) -> None:
    """However many are named between."""
    text = f"Ofsted has issued its yearly profile of children's services.\n\n{text}"
    _, drafts = draft_findings(parsed(text, "Ofsted's ratings are out"), reading_context())
    told = {(x.finding.council.name, x.finding.outcome, x.finding.direction) for x in drafts}
    assert told >= {(n, Outcome.GOOD, Direction.BETTER) for n in ("Kent", "Leeds", "York")}
