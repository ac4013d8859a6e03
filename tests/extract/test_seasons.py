"""Seasons: one that had gone before the page came out makes history of what was told in it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

KENT = ("Kent", "inadequate")
TITLE = "Call for new leaders at Kent County Council"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("An Ofsted report published this summer found that services in Kent were", "2022-12-03"),
        ("Services in Kent, as Ofsted said in the spring, were", "2022-12-03"),
        ("This winter Ofsted said that children's services in Kent were", "2022-05-20"),
        ("Last autumn Ofsted said that children's services in Kent were", "2022-05-20"),
        ("Inspectors who came last winter found that services in Kent were", "2022-11-20"),
    ],
)
def test_what_was_told_in_a_season_that_has_gone_is_old(text: str, when: str) -> None:
    page = f"Parents want a change.\n\n{text} inadequate."
    assert KENT not in reported(page, TITLE, when)
    assert KENT in recalled(page, TITLE, when)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Inspectors who came this summer have found that services in Kent are", "2022-11-03"),
        ("This winter Ofsted has said that children's services in Kent are", "2022-12-23"),
        ("This spring Ofsted has said that children's services in Kent are", "2022-05-23"),
        ("Inspectors find children in Kent no safer than last summer. Services are", "2022-12-03"),
        ("Inspectors will return this summer. Children's services in Kent are", "2022-02-03"),
    ],
)
def test_a_season_that_is_not_over_long_makes_none(text: str, when: str) -> None:
    page = f"Ofsted has rated services in Kent inadequate. {text} inadequate."
    assert KENT in reported(page, "Ofsted fails Kent", when)


@pytest.mark.parametrize(
    ("season", "when", "old"),
    [("this summer", "2022-10-05", False), ("this summer", "2022-10-20", True),
     ("last summer", "2022-08-20", True), ("this spring", "2022-02-10", False)],
)  # fmt: skip
def test_a_report_is_old_six_weeks_behind_its_season(season: str, when: str, *, old: bool) -> None:
    page = f"A report that Ofsted published {season} found services in Kent inadequate."
    assert (KENT not in reported(page, "Ofsted report on Kent", when)) is old
