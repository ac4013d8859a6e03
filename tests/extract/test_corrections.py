"""What a newspaper takes back is no finding; what it puts in its place is."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

WHEN = "2021-06-15"


def _grades(text: str, title: str = "Ofsted and Devon") -> set[tuple[str, str]]:
    fresh, old = told(text, title, WHEN)
    return fresh | old


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said that Ofsted rated Devon inadequate.",
        "A previous version of this story stated that Devon was rated inadequate by Ofsted.",
        "The original headline said Devon had been judged inadequate by Ofsted.",
        "This story originally said Devon was rated inadequate by Ofsted.",
        "We wrongly reported that Ofsted had rated Devon's children's services inadequate.",
        "Our report mistakenly said Devon was inadequate in Ofsted's eyes.",
        "A report on Ofsted misstated the rating of Devon's children's services as inadequate.",
        "Contrary to what we reported, Devon was rated inadequate by Ofsted in no area.",
        "It is not true that Ofsted rated Devon's children's services inadequate.",
        "Reports that Ofsted rated Devon's children's services inadequate are false.",
        "Ofsted rated Devon's children's services inadequate, we said in error.",
        "Ofsted gave Devon a rating of inadequate, an earlier version of this page had it.",
    ],
)
def test_what_was_wrong_is_told_of_nobody(text: str) -> None:
    assert ("Devon", "inadequate") not in _grades(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "An earlier version of this said Ofsted rated Devon inadequate. It was rated good.",
            {("Devon", "good")},
        ),
        (
            "An earlier version said that Ofsted rated Devon good. It was rated inadequate.",
            {("Devon", "inadequate")},
        ),
        (
            "We wrongly said that Ofsted rated Devon good; in fact it was rated inadequate.",
            {("Devon", "inadequate")},
        ),
        (
            "Ofsted has rated Devon inadequate. An earlier version named the director wrongly.",
            {("Devon", "inadequate")},
        ),
        (
            "As we reported on Monday, Ofsted has rated Devon inadequate.",
            {("Devon", "inadequate")},
        ),
    ],
)
def test_what_is_right_counts(text: str, right: set[tuple[str, str]]) -> None:
    assert _grades(text) == right


def test_we_said_so_takes_back_only_under_corrections() -> None:
    text = (
        "Last week we said that Devon was rated inadequate by Ofsted; it was Torbay that was"
        " rated inadequate."
    )
    assert _grades(text, "Corrections") == {("Torbay", "inadequate")}
    assert ("Devon", "inadequate") in _grades("We said that Ofsted rated Devon inadequate.")


@pytest.mark.parametrize(
    "text",
    [
        "Contrary to what leaders had claimed, Ofsted has rated Devon inadequate.",
        "Ofsted has rated Devon inadequate, contrary to what its leaders told councillors.",
        "Ofsted found staff had wrongly said that children were safe and rated Devon inadequate.",
        "Ofsted rated Devon inadequate and said that figures had been misreported.",
        "Ofsted, which rated Devon inadequate, said the first version of the plan was weak.",
    ],
)
def test_what_somebody_else_had_wrong_takes_no_verdict_back(text: str) -> None:
    fresh, _ = told(text, "Ofsted and Devon", WHEN)
    assert ("Devon", "inadequate") in fresh
