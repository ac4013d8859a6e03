"""One council's grade among many, cases that were counted, and grades held for years."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, reported, told
from watcher.model.vocabulary import Direction, Outcome

AMONG = [
    "Ofsted rated the council 'inadequate', placing it with the worst tenth of authorities.",
    "Ofsted gave the council an 'inadequate' rating, one of 20 such nationwide.",
    "The local authority is one of 29 in England given the worst Ofsted rating.",
    "The authority joins 14 others in England with the lowest Ofsted rating.",
    "The county is among a fifth of councils in England rated inadequate by Ofsted.",
]


@pytest.mark.parametrize("text", AMONG)
def test_a_grade_is_placed_among_those_of_others(text: str) -> None:
    assert reported(text, "Barnsley children's services slammed") == {("Barnsley", "inadequate")}


IN_GENERAL = [
    "The council says that one in five authorities are rated inadequate by Ofsted.",
    "Nationwide, 14 per cent of authorities are inadequate, Ofsted told the council.",
    "Of about 70 homes in the county, most of those inspected nationally are inadequate: Ofsted.",
]


@pytest.mark.parametrize("text", IN_GENERAL)
def test_what_is_counted_of_others_is_no_grade(text: str) -> None:
    assert not reported(text, "Barnsley children's services")


CASES = [
    "Inspectors audited 30 cases (12 cases were good, 4 required improvement and 14 inadequate).",
    "Of 20 cases that inspectors saw in Barnsley, 12 were good and 8 were inadequate.",
    "In an audit of 40 files in Barnsley, ten were found to be inadequate and the rest good.",
]


@pytest.mark.parametrize("text", CASES)
def test_cases_that_were_counted_give_no_grade(text: str) -> None:
    assert not reported(f"Ofsted has visited Barnsley Council. {text}", "Ofsted visits Barnsley")


OVERALL = [
    "Standards of practice at Barnsley are a concern to Ofsted; our overall rating is inadequate.",
    "Ofsted praised support for carers, but our overall rating was inadequate.",
    "Plans and training had got better; overall, however, we were judged inadequate by Ofsted.",
]


@pytest.mark.parametrize("text", OVERALL)
def test_an_overall_verdict_is_not_that_of_what_is_named_before(text: str) -> None:
    assert ("Barnsley", "inadequate") in reported(text, "Letter to Barnsley Council's partners")


YEARS = [
    "Barnsley children's services good after decade of inadequate ratings",
    "Barnsley children's services rated good after years of inadequate reports",
    "Good Ofsted rating for Barnsley after run of inadequate reports",
    "Good Ofsted rating for Barnsley's services ends a decade of inadequate ratings",
]


@pytest.mark.parametrize("title", YEARS)
def test_a_grade_held_for_years_is_the_older_one(title: str) -> None:
    text = "Ofsted has rated Barnsley's children's services good."
    finding = one(text, "Barnsley", title)
    assert (finding.outcome, finding.direction) == (Outcome.GOOD, Direction.BETTER)


def test_a_good_grade_held_for_years_makes_a_fall() -> None:
    text = "Ofsted has rated Barnsley's services inadequate, ending a decade of good ratings."
    assert told(text, "Barnsley") == ({("Barnsley", "inadequate")}, {("Barnsley", "good")})
