"""A headline that says which way a rating went, over a text that recalls a visit."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

FELL = "Leeds City Council's children's services have dropped from good to requires improvement"
VISIT = "Readers may remember that a focused visit in 2022 raised worries about some children."


@pytest.mark.parametrize(
    "title",
    [
        "Leeds social work downgraded by Ofsted",
        "Ofsted downgrades Leeds",
        "Leeds children's services marked down by Ofsted",
        "Ofsted rating falls for Leeds children's services",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_visit_that_is_recalled_is_not_the_news(title: str, gap: str) -> None:
    text = f"{FELL} in a report by Ofsted.{gap}{VISIT}"
    assert ("Leeds", "requires_improvement") in reported(text, title)


@pytest.mark.parametrize("published", ["2024-05-01", None])
@pytest.mark.parametrize("title", ["Ofsted report: Leeds", "Leeds: new Ofsted verdict"])
def test_a_text_that_opens_with_a_fall_is_about_no_visit(title: str, published: str | None) -> None:
    text = f"{FELL}, Ofsted says.\n\nA monitoring visit in 2019 praised staff."
    assert ("Leeds", "requires_improvement") in reported(text, title, published)


def test_on_a_page_about_a_visit_the_grade_is_old() -> None:
    text = f"Inspectors paid a monitoring visit in May. {FELL} in a report of last year."
    assert ("Leeds", "requires_improvement") in recalled(text, "Monitoring visit to Leeds")


def test_a_genitive_ends_a_sentence() -> None:
    text = "Take last month's. In Leeds they identified two areas for priority action. Leeds's."
    said = reported(text, "Ofsted's letters to Leeds and Bury")
    assert ("Leeds", "priority_action") in said
