"""What a page says of grades and of councils in general, beside the one council that it names."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reported

DAY = "2024-05-10"
LEADS = {
    "Ofsted inspectors in Kent": (
        "Ofsted inspectors have arrived at Kent County Council to look at its children's services."
    ),
    "Kent children's services await report": (
        "Kent County Council is waiting for the report on the Ofsted inspection of its children's"
        " services in May."
    ),
    "How Ofsted will judge Kent": (
        "Councillors in Kent were told on Monday how Ofsted inspects children's services."
    ),
}
GENERAL = [
    "The lowest of the four grades is {grade}.",
    "The lowest of the four grades, {grade}, means that children are not safe.",
    "Inadequate is the lowest of four grades.",
    "A council is rated {grade} where leaders do not know how well services work.",
    "A council rated {grade} is visited again within months.",
    "A service graded {grade} has to write a plan.",
    "But a service graded {grade} must write a plan.",
    "An inadequate rating leads to a visit by a commissioner.",
    "An inadequate grade is given where there are serious failures.",
    "Where inspectors find services to be {grade}, ministers can step in.",
    "Services that are judged {grade} get more visits.",
    "Anything below good is called {grade}.",
    "'Inadequate' means that there are widespread failures.",
    "'Inadequate' is used where there are widespread failures.",
    "Inspectors use the word '{grade}' where there are serious failures.",
    "Under the framework a judgement of {grade} is given where there are serious weaknesses.",
    "Under the rules any judgement of {grade} in one area makes the overall grade {grade}.",
    "To be judged {grade}, a council must show widespread failures.",
    "For an inadequate grade there must be widespread failures.",
    "The worst outcome is an inadequate grade.",
    "The worst a council can get is {grade}.",
    "Nobody wants to be {grade}, he said.",
    "Ministers may take over services that are {grade}.",
    "A trust can be set up where services are {grade}.",
    "A trust can be set up when a council is {grade}.",
]
BAD = {"inadequate", "requires_improvement", "weaknesses", "priority_action", "deterioration"}


def bad(text: str, title: str) -> set[str]:
    return {outcome for _, outcome in reported(text, title, DAY)} & BAD


@pytest.mark.parametrize("title", LEADS)
@pytest.mark.parametrize("form", GENERAL)
def test_what_is_so_of_any_council_is_told_of_none(form: str, title: str) -> None:
    for grade in ("inadequate", "requires improvement to be good"):
        assert bad(f"{LEADS[title]} {form.format(grade=grade)}", title) == set(), form


TOLD = [
    "Services are inadequate.",
    "Services that are meant to protect children are inadequate.",
    "The council is rated inadequate where it matters most.",
    "Inspectors say that services are inadequate.",
    "Inspectors say that a service that should protect children is inadequate.",
    "Inadequate is the verdict.",
    "'Inadequate' is how inspectors describe the service.",
    "A rating of inadequate is given for leadership.",
    "A judgement of inadequate is given overall.",
    "An inadequate rating is what inspectors give it.",
    "When children come into care the service is inadequate.",
    "Services are inadequate, which means that visits follow.",
    "They found a service where children are at risk; it is inadequate.",
    "Every one of the judgements is inadequate.",
    "Care leavers get a service that is inadequate.",
]


@pytest.mark.parametrize("verdict", TOLD)
def test_what_a_report_says_in_the_present_is_told(verdict: str) -> None:
    text = f"Ofsted has published its report on Kent County Council's services. {verdict}"
    found = findings(text, "Ofsted on Kent", DAY)
    assert {f.council.name for f in found if f.adverse} == {"Kent"}


def test_a_council_that_is_named_next_is_meant() -> None:
    text = "A council's services for children are inadequate, says Ofsted. Kent says it is sorry."
    found = findings(text, "Ofsted on Kent", DAY)
    assert {f.council.name for f in found if f.adverse} == {"Kent"}


def test_an_area_for_priority_action_that_was_found_is_no_general_word() -> None:
    text = "Ofsted has been to Swindon. Inspectors found an 'area for priority action'."
    assert bad(text, "Snap inspection of Swindon") == {"priority_action"}


@pytest.mark.parametrize("joined", ["and have raised", "and has raised"])
def test_what_is_joined_to_an_old_visit_is_told_now(joined: str) -> None:
    text = (
        f"Ofsted, with the CQC, inspected SEND in Devon in December last year {joined} significant"
        " concerns about how effective the county is."
    )
    title = "Devon falling behind on special educational needs, say inspectors"
    assert reported(text, title, "") == {("Devon", "weaknesses")}


@pytest.mark.parametrize(
    "unmoved",
    [
        'Its report says that "plans to improve services have not had enough positive impact".',
        '"No improvement has come of it so far," inspectors said.',
    ],
)
def test_what_has_had_no_effect_is_too_little(unmoved: str) -> None:
    text = f"Ofsted made a monitoring visit to Herefordshire Council last month. {unmoved}"
    title = "Ofsted's monitoring visit to Herefordshire"
    assert ("Herefordshire", "insufficient_progress") in reported(text, title, DAY)
