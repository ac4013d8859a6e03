"""Verdicts that a next sentence takes up: `On Friday it did so again`, `Both are now good`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported, told

INADEQUATE = ("Kent", "inadequate")


@pytest.mark.parametrize(
    "before",
    [
        "Ofsted rated Kent County Council inadequate in 2013.",
        "Inspectors judged services in Kent inadequate in 2013.",
        "In 2013 the watchdog, Ofsted, judged Kent's children's services inadequate.",
    ],
)
@pytest.mark.parametrize(
    ("again", "new"),
    [
        ("On Friday it did so again.", True),
        ("On Monday it did so again, saying that children had not been kept safe.", True),
        ("It has now done so again.", True),
        ("This week they did the same.", True),
        ("Yesterday it said so again.", True),
        ("It did so again in 2014.", False),
        ("It did not do so again.", False),
        ("It had done the same to Leeds.", False),
        ("It could do so again, councillors say.", False),
    ],
)
def test_who_judges_so_again_gives_the_grade_anew(before: str, again: str, *, new: bool) -> None:
    text = f"{before} {again}\n\nThe council said that its children's services would change."
    news, _ = told(text, "Services hit rock bottom", "2018-06-12")
    assert (INADEQUATE in news) is new


@pytest.mark.parametrize("opening", ["", "Kent has made progress, but "])
@pytest.mark.parametrize("others", ["two other councils were rated", "two authorities were judged"])
@pytest.mark.parametrize(
    "named",
    [
        "Leeds and Bury were the unlucky pair.",
        "Leeds and Bury are the pair.",
        "The pair are Leeds and Bury.",
        "They are Leeds and Bury.",
    ],
)
def test_a_pair_is_named_behind_its_verdict(opening: str, others: str, named: str) -> None:
    if opening and "other" not in others:
        return
    counted = opening + others if opening else others[0].upper() + others[1:]
    text = f"{counted} inadequate by Ofsted this week. {named}"
    found = reported(text, "Inspectors report", "2018-06-12")
    assert {("Leeds", "inadequate"), ("Bury", "inadequate")} <= found
    assert INADEQUATE not in found


@pytest.mark.parametrize("verdict", ["are now good", "now require improvement", "were rated good"])
@pytest.mark.parametrize(
    "judgements", ["leadership and adoption", "children in care and care leavers"]
)
def test_both_are_the_judgements_just_named(judgements: str, verdict: str) -> None:
    text = f"Kent remains inadequate, says Ofsted. There was progress in {judgements}. Both"
    found = read(f"{text} {verdict}.", "Kent still inadequate", "2018-06-12").findings
    overall = {f.outcome.value for f in found if f.area.value == "overall"}
    assert overall == {"inadequate"}
    assert len(found) > 1


def test_both_are_the_councils_where_no_judgement_was_named() -> None:
    text = "Ofsted has published reports on Kent and Leeds. Both were rated inadequate."
    found = reported(text, "Inspectors report on two councils", "2018-06-12")
    assert {INADEQUATE, ("Leeds", "inadequate")} <= found


@pytest.mark.parametrize(
    ("who", "month"),
    [
        ("The inspectors, who were in Kent in March,", "2018-06"),
        ("Inspectors, who were at the council in March,", "2018-06"),
        ("Inspectors were in the county in March and", "2018-06"),
    ],
)
def test_where_inspectors_were_is_a_visit(who: str, month: str) -> None:
    text = f"{who} judged the leadership of Kent's children's services inadequate."
    assert INADEQUATE in reported(text, "Kent slated by Ofsted", f"{month}-12")


@pytest.mark.parametrize(
    ("duty", "new"),
    [
        ("The council and the CCG are jointly responsible for submitting", True),
        ("Because of that, the partners are responsible for producing", True),
        ("Kent and its health partners are now responsible for preparing", True),
        ("A board is responsible for overseeing", False),
        ("An officer is responsible for delivering", False),
    ],
)
def test_who_is_responsible_for_writing_a_statement_must_write_it(duty: str, *, new: bool) -> None:
    text = "Ofsted and the CQC found significant weaknesses in SEND services in Kent."
    found = reported(f"{text} {duty} a written statement of action.", "SEND in Kent", "2018-06-12")
    assert (("Kent", "written_statement_of_action") in found) is new
