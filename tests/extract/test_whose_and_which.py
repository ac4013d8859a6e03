"""Whose a verdict is, and for what, where words stand between."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, reported, told
from watcher.model.vocabulary import Area, Outcome

FROM_OFSTED = [
    "After a damning report from Ofsted, Barnsley Council must hand its services to Derby Council.",
    "After a letter from inspectors, Barnsley Council had to hand its services to Derby Council.",
    "With help from Derby, Barnsley's children's services got out of trouble, it was hoped.",
]


@pytest.mark.parametrize("lead", FROM_OFSTED)
def test_a_comma_ends_whom_something_comes_from(lead: str) -> None:
    text = f"{lead} The Ofsted report found the department 'inadequate'."
    assert reported(text, "Borough forced to act") == {("Barnsley", "inadequate")}


BESIDE = [
    "Barnsley got support from Derby and was rated inadequate by Ofsted.",
    "With support from Derby and York, Barnsley Council was rated inadequate by Ofsted.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_whom_support_comes_from_has_no_grade(text: str) -> None:
    assert reported(text, "Ofsted inspects Barnsley") == {("Barnsley", "inadequate")}


WHICH = [
    ("adoption services, which they found to be “outstanding”", Area.ADOPTION),
    ("support for care leavers, which inspectors judged outstanding", Area.CARE_LEAVERS),
    ("leadership, which Ofsted rated outstanding", Area.LEADERS),
]


@pytest.mark.parametrize(("said", "area"), WHICH)
def test_what_inspectors_found_of_a_judgement_is_its_grade(said: str, area: Area) -> None:
    text = f"Ofsted was impressed with Barnsley Council's {said}."
    assert one(text, "Barnsley", "Ofsted praises Barnsley").area is area


@pytest.mark.parametrize("but", ["with only", "and only", "apart from", "except"])
def test_the_one_judgement_that_fared_otherwise_is_not_the_overall_one(but: str) -> None:
    text = (
        "Ofsted rated Barnsley's children's services outstanding overall. Inspectors praised it"
        f" for its performance across all areas, {but} child protection rated 'good'."
    )
    assert one(text, "Barnsley", "Praise for Barnsley").outcome is Outcome.OUTSTANDING


JOINED = [
    "Those who look after children in need, as well as the safeguarding children board, have been",
    "Help and protection, together with the local safeguarding children board, were both",
    "Services for children in care and the safeguarding board were",
]


@pytest.mark.parametrize("text", JOINED)
def test_a_judgement_shares_the_grade_of_a_board(text: str) -> None:
    text = f"{text} judged inadequate by Ofsted at Barnsley Council."
    assert reported(text, "Ofsted inspects Barnsley") == {("Barnsley", "inadequate")}


@pytest.mark.parametrize("verb", ["was", "has been", "and its chair were"])
def test_a_boards_own_grade_is_not_the_councils(verb: str) -> None:
    text = f"The safeguarding children board {verb} judged inadequate by Ofsted in Barnsley."
    assert reported(text, "Ofsted inspects Barnsley") == set()


UNFIT = [
    "Services for children at risk in Barnsley were “not fit for purpose”, inspectors warned.",
    "Ofsted said that child protection at Barnsley Council was not fit for purpose.",
    "Inspectors found that Barnsley's children's services are unfit for purpose, Ofsted said.",
    "Barnsley's care for children is no longer fit for purpose, Ofsted inspectors said.",
]


@pytest.mark.parametrize("text", UNFIT)
def test_what_is_not_fit_for_purpose_is_weak(text: str) -> None:
    assert reported(text, "Ofsted inspects Barnsley") == {("Barnsley", "weaknesses")}


FIT = [
    "The system of inspection by Ofsted is not fit for purpose, Barnsley Council said.",
    "A union in Barnsley said the offices were not fit for purpose. Ofsted came.",
    "Ofsted called the plan of Barnsley Council for its children's services fit for purpose.",
]


@pytest.mark.parametrize("text", FIT)
def test_what_others_find_unfit_is_no_verdict(text: str) -> None:
    assert reported(text, "Ofsted and Barnsley") == set()


def test_areas_that_improve_do_not_make_a_verdict_a_statistic() -> None:
    text = (
        "Inspectors found that some areas have got better, but too many safeguarding areas are"
        " judged inadequate and a single one good. They had come from Ofsted to Barnsley."
    )
    assert ("Barnsley", "inadequate") in told(text, "Barnsley again")[0]


PAPERS = [
    "Friday's report by Ofsted said the council's overall performance 'requires improvement'.",
    "Friday last week's report by Ofsted said its overall performance 'requires improvement'.",
    "Last week's Ofsted report gave children's services an overall grade of requires improvement.",
    "Yesterday's report said the council's services 'require improvement', Ofsted's third grade.",
]


@pytest.mark.parametrize("text", PAPERS)
def test_a_paper_of_these_days_is_new_whatever_the_headline_tells(text: str) -> None:
    found, _ = told(text, "Changes already in place to help vulnerable in Barnsley")
    assert found == {("Barnsley", "requires_improvement")}


LED = (
    "Ministers are to send a commissioner into the council's services for children after they"
    " were branded ‘inadequate’ by Ofsted."
)


@pytest.mark.parametrize(
    "fresh",
    [
        "The watchdog’s latest report said that help was too slow.",
        "The report published today says that help was too slow.",
        "Inspectors said so in a new report.",
    ],
)
def test_an_act_that_follows_a_new_report_tells_of_its_verdict(fresh: str) -> None:
    found = reported(f"{LED} {fresh}", "Commissioner sent into Barnsley services", "2018-02-20")
    assert ("Barnsley", "inadequate") in found


def test_an_act_that_follows_no_new_report_only_recalls_its_verdict() -> None:
    text = f"{LED} Inspectors said so in a report in 2016."
    found = reported(text, "Commissioner sent into Barnsley services", "2018-02-20")
    assert ("Barnsley", "inadequate") not in found


DEALT = [
    "Derby's latest success comes amid a flurry of 'good' ratings out today, in Bury and Barnsley.",
    "Derby's day was one of 'good' judgements by Ofsted for services in Bury and Barnsley.",
    "Derby's report comes with 'good' grades today by Ofsted for services in Bury and Barnsley.",
]


@pytest.mark.parametrize("text", DEALT)
def test_grades_in_the_plural_are_those_of_the_list_behind(text: str) -> None:
    found = reported(f"{text} Ofsted published its reports.", "Ofsted publishes reports")
    assert found == {("Bury", "good"), ("Barnsley", "good")}


GOT = [
    "Derby was given good ratings by Ofsted, unlike services in Bury and Barnsley.",
    "Derby has received 'good' judgements from Ofsted, as it helps councils in Bury and Barnsley.",
    "Derby kept its good ratings from Ofsted, with advice for services in Bury and Barnsley.",
]


@pytest.mark.parametrize("text", GOT)
def test_who_got_grades_has_them_whoever_is_named_behind(text: str) -> None:
    assert reported(text, "Ofsted and Derby") == {("Derby", "good")}
