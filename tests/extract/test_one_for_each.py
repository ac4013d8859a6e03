"""As many grades as councils are dealt out in their order; a region is none of them."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

THREE = {("Leeds", "outstanding"), ("York", "good"), ("Kent", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted's verdicts on Leeds, York and Kent are out: outstanding, good and inadequate.",
        "Ofsted told Leeds, York and Kent that they are outstanding, good and inadequate.",
        "Ofsted saw Leeds, York, Kent. They are, in that order, outstanding, good and inadequate.",
    ],
)
def test_each_has_its_own_grade(text: str) -> None:
    assert reported(text, "Verdicts of the week") == THREE


def test_one_of_them_alone_is_inadequate_though_others_share_a_grade() -> None:
    text = "Ofsted's verdicts on Leeds, York and Kent are out: good, good and inadequate."
    told = {("Leeds", "good"), ("York", "good"), ("Kent", "inadequate")}
    assert reported(text, "Verdicts of the week") == told


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted's report on Leeds speaks of outstanding, good and inadequate practice in teams.",
        "Ofsted has visited Leeds and York, where it saw outstanding, good and inadequate plans.",
    ],
)
def test_practice_of_all_kinds_is_no_list_of_grades(text: str) -> None:
    assert reported(text, "Inspectors report") == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Of the four Devon and Cornwall councils, Plymouth came off worst: inadequate.",
            {("Plymouth", "inadequate")},
        ),
        (
            "Among the Kent and Essex authorities, Medway is the only one to be inadequate.",
            {("Medway", "inadequate")},
        ),
        (
            "Of the three, Kent and Essex councils were judged inadequate.",
            {("Kent", "inadequate"), ("Essex", "inadequate")},
        ),
    ],
)
def test_where_councils_are_is_no_council(text: str, told: set[tuple[str, str]]) -> None:
    assert reported(f"Ofsted has published its reports. {text}", "Reports of the week") == told
