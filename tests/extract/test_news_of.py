"""Sentences that only say how the news is somewhere: `The picture is worse in Leeds`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, told


@pytest.mark.parametrize(
    "turn",
    [
        "The picture is worse in Leeds.",
        "There was gloom in Leeds.",
        "The news was less cheerful for Leeds, however.",
        "Things are bleaker at Leeds.",
        "There is bad news for Leeds, though.",
        "The outlook is darker in Leeds.",
    ],
)
@pytest.mark.parametrize(
    "verdict",
    [
        "The council was downgraded to inadequate.",
        "Services there were judged inadequate.",
        "Inspectors rated the authority inadequate.",
    ],
)
@pytest.mark.parametrize("when", ["2018-06-12", None])
def test_the_next_verdict_is_theirs(turn: str, verdict: str, when: str | None) -> None:
    text = f"Children's services in Kent were rated outstanding by Ofsted. {turn} {verdict}"
    news, _ = told(text, "Kent among the best", when)
    assert {("Kent", "outstanding"), ("Leeds", "inadequate")} <= news
    assert ("Kent", "inadequate") not in news


@pytest.mark.parametrize(
    "aside",
    [
        "There were 20 children from Leeds.",
        "The news was told by the director, who came from Leeds in May.",
        "A picture of children at Leeds hung there.",
        "The mood was good when its staff from Leeds arrived.",
    ],
)
def test_who_is_only_named_in_passing_gets_no_verdict(aside: str) -> None:
    text = f"Children's services in Kent were inspected by Ofsted. {aside} The council was"
    news, _ = told(f"{text} downgraded to inadequate.", "Kent slated", "2018-06-12")
    assert news == {("Kent", "inadequate")}


def test_good_news_elsewhere_too_is_no_grade() -> None:
    text = "Services in Kent were rated outstanding by Ofsted. There is good news in Leeds, too."
    news, old = told(f"Kent's children are safe. {text}", "Kent among the best", "2018-06-12")
    assert ("Leeds", "outstanding") not in news | old


@pytest.mark.parametrize(
    "ratings",
    ["Ofsted's annual ratings are out.", "Ofsted has published its yearly round of ratings."],
)
@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("Leeds is adequate.", ("Leeds", "adequate")),
        ("Leeds is good and Bury performs poorly.", ("Leeds", "good")),
        ("Leeds was described as excellent.", ("Leeds", "outstanding")),
        ("Services in Leeds are excellent for the fourth year.", ("Leeds", "outstanding")),
    ],
)
def test_whoever_is_rated_every_year_is_rated_anew(
    ratings: str, sentence: str, pair: tuple[str, str]
) -> None:
    text = f"{ratings} Children's services in Kent perform well. {sentence}"
    assert pair in told(text, "Kent does well", "2010-12-09")[0]


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("Looked-after children's services were given an overall grade of adequate.", False),
        ("Services for care leavers received an overall rating of adequate.", False),
        ("The county council was given an overall grade of adequate.", True),
        ("It got an overall rating of adequate, and leadership was criticised.", True),
    ],
)
def test_one_judgement_may_get_an_overall_grade(sentence: str, *, area: bool) -> None:
    text = f"Ofsted has reported on services in Kent. {sentence}"
    found = read(text, "Kent's children's services", "2010-09-22").findings
    whole = {"overall", "help_and_protection"}
    assert {f.area.value in whole for f in found if f.outcome.value == "adequate"} == {area}
