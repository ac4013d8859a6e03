"""Visits that are counted are monitoring visits."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Kind, Role

LEAD = "Kent's children's services have been looked at again by Ofsted."
FOUND = "Drift and delay have returned, the letter says, and progress has been insufficient."


def kinds(text: str) -> set[Kind]:
    """Give the kinds of what is reported."""
    page = f"{LEAD} {text}\n\n{FOUND}\n\nKent was found inadequate at the end of 2022."
    _, drafts = draft_findings(parsed(page, "Kent's front door still creaks"), reading_context())
    return {d.kind for d in drafts if d.role is Role.NEWS}


@pytest.mark.parametrize(
    "text",
    [
        "It is visit number eight for Kent.",
        "This was the eighth visit since services were judged inadequate.",
        "Inspectors came for the fifth of their visits in September.",
        "Ofsted's sixth visit to Kent was in September.",
        "Inspectors made their third check on Kent in September.",
        "It was the latest in a series of visits by Ofsted.",
        "On visit four, in September, Ofsted looked at the front door.",
    ],
)
def test_a_counted_visit_monitors(text: str) -> None:
    assert kinds(text) == {Kind.MONITORING_VISIT}


@pytest.mark.parametrize(
    "text",
    [
        "It was a focused visit, the second under its framework.",
        "Staff visit four homes a day.",
        "They came back for a second time.",
    ],
)
def test_other_visits_do_not(text: str) -> None:
    assert Kind.MONITORING_VISIT not in kinds(text)
