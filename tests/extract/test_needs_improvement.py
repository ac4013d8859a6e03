"""The third grade by its other name, and verdicts that nothing could prevent."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported

NAMED = (
    "Ofsted has moved Dudley council's children's services to \"needs improvement\" in all areas.",
    "Dudley council's children's services got a \"needs improvement\" rating from Ofsted.",
    "Ofsted has given Dudley council's children's services a rating of needs improvement.",
    "Children's services in Dudley went from good to needs improvement at an Ofsted inspection.",
    "Children's services in Dudley have slipped from good to needing improvement, Ofsted says.",
    "Children's services in Dudley were lifted from inadequate to needs improvement by Ofsted.",
    "Inspectors assessed Dudley council's children's services as needing improvement.",
    "Dudley council's children's services \"need improvement\", Ofsted says in a report.",
)


@pytest.mark.parametrize("text", NAMED)
def test_services_that_need_improvement_have_a_grade(text: str) -> None:
    assert ("Dudley", "requires_improvement") in reported(text, "Ofsted report on Dudley")


@pytest.mark.parametrize(
    "text",
    [
        "Dudley Council has moved twelve social workers to a team that needs improvement.",
        "Ofsted made a focused visit to Dudley Council. Record keeping needs improvement, it says.",
        "Ofsted's letter to Dudley Council says that supervision needs improvement.",
        "Dudley Council's children's services need improvement, the opposition's leader said.",
        'Dudley Council\'s website "needs improvement", says a parent. Ofsted has not been there.',
    ],
)
def test_work_that_needs_improvement_has_none(text: str) -> None:
    assert ("Dudley", "requires_improvement") not in reported(text, "News from Dudley")


UNPREVENTED = (
    "Dudley Council could not avoid an inadequate rating from Ofsted for its children's services.",
    "Dudley Council failed to avoid an inadequate rating from Ofsted for its children's services.",
    "Dudley's children's services have not escaped an inadequate rating from Ofsted.",
    "It was not enough to stop Ofsted rating Dudley council's children's services inadequate.",
    "That did not prevent inspectors from judging Dudley's children's services inadequate.",
    "Money could not save Dudley's children's services from an inadequate rating, Ofsted says.",
    "Strong leaders didn't spare Dudley Council an inadequate rating from Ofsted.",
    "Staff were not able to keep the services for children from being rated inadequate in Dudley.",
)


@pytest.mark.parametrize("text", UNPREVENTED)
def test_what_was_not_prevented_came(text: str) -> None:
    findings = read(text, "Ofsted report on Dudley", "2024-05-01").findings
    assert [(f.outcome.value, f.adverse) for f in findings] == [("inadequate", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Change was enough to stop inspectors judging Dudley's children's services inadequate.",
        "Dudley hopes to prevent Ofsted from rating its children's services inadequate.",
        "Dudley's children's services were not rated inadequate by Ofsted.",
        "Dudley's children's services narrowly avoided being rated inadequate by Ofsted.",
    ],
)
def test_what_was_prevented_did_not(text: str) -> None:
    assert ("Dudley", "inadequate") not in reported(text, "Ofsted report on Dudley")


@pytest.mark.parametrize(
    "text",
    [
        "Dudley has improved from Needs Improvement to Good, Ofsted says.",
        "Children's services in Dudley have climbed from needs improvement to good, Ofsted says.",
        "Dudley went from Needs Improvement to a Good rating at its inspection by Ofsted.",
    ],
)
def test_who_has_come_from_it_got_better(text: str) -> None:
    found = read(f"Children's services were inspected. {text}", "Ofsted on Dudley").findings
    assert {(f.outcome.value, f.direction.value) for f in found} == {("good", "better")}


@pytest.mark.parametrize(
    "whom",
    [
        "Dudley's services for children relating to early intervention along with protection",
        "the services that Dudley Council provides for children and for those who have left care",
        "Dudley's work with families, with foster carers and with young people who leave care,",
    ],
)
@pytest.mark.parametrize("grade", ["good", "outstanding", "inadequate"])
def test_whom_inspectors_judge_may_take_many_words(whom: str, grade: str) -> None:
    text = f"Children's services were inspected. Ofsted judged {whom} to be {grade}."
    assert ("Dudley", grade) in reported(text, "Ofsted on Dudley")
