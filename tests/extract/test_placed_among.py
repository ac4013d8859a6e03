"""One council's grade among many, cases that were counted, and grades held for years."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, read, reported, told
from watcher.model.vocabulary import Area, Direction, Outcome

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


LABELLED = """Barnsley Council's children's services have been rated inadequate by Ofsted.

Children who need help and protection
Inadequate
Children looked after and achieving permanence
Requires improvement
Adoption performance
Inadequate
"""


def test_the_line_before_a_bare_grade_says_what_it_is_given_for() -> None:
    found = read(LABELLED, "Barnsley rated inadequate").findings
    assert {(one.area, one.outcome.value) for one in found} >= {
        (Area.OVERALL, "inadequate"),
        (Area.CHILDREN_IN_CARE, "requires_improvement"),
        (Area.ADOPTION, "inadequate"),
    }


def test_the_rating_for_what_stands_behind() -> None:
    text = (
        "Barnsley's children's services have been rated inadequate by Ofsted.\n\n“Requires"
        " improvement” was the rating for the experiences of children who need help and protection."
    )
    found = read(text, "Barnsley rated inadequate").findings
    assert (Area.HELP_AND_PROTECTION, "requires_improvement") in {
        (one.area, one.outcome.value) for one in found
    }


STEPS = [
    ("were given the second worst of four grades by Ofsted", "requires_improvement"),
    ("were rated one step from the bottom by Ofsted", "requires_improvement"),
    ("got the second highest of the four ratings from Ofsted", "good"),
    ("received the lowest of Ofsted's four ratings", "inadequate"),
]


@pytest.mark.parametrize(("said", "grade"), STEPS, ids=[step[0] for step in STEPS])
def test_a_grade_is_told_by_its_place(said: str, grade: str) -> None:
    text = f"Children's services in Barnsley {said}."
    assert reported(text, "Ofsted reports on Barnsley") == {("Barnsley", grade)}


ENDED = [
    "The government's intervention in Barnsley's children's services has formally ended.",
    "Government intervention in children's services in Barnsley has come to an end.",
    "The improvement notice at Barnsley Council has been brought to an end, Ofsted was told.",
]


@pytest.mark.parametrize("text", ENDED)
def test_intervention_comes_to_an_end(text: str) -> None:
    assert ("Barnsley", "intervention_ended") in reported(f"{text} Ofsted was pleased.", "Barnsley")


PLANS = [
    "The council and the health service must now draw up an action plan.",
    "An action plan is demanded of the council.",
]


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_for_areas_of_weakness_is_a_statement_of_action(text: str) -> None:
    lead = "Ofsted and the CQC found significant areas of weakness in help for SEND in Barnsley."
    found = reported(f"{lead}\n\n{text}", "Damning report on Barnsley SEND")
    assert found == {("Barnsley", "written_statement_of_action")}
