"""Revisits that were failed, what stands only behind it, and tales that go on from a date."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, news, told
from watcher.model.vocabulary import Kind

PRIOR = "Ofsted and the CQC looked again at SEND services in {council}. "
LACKING = "insufficient_progress"


@pytest.mark.parametrize(
    "text",
    [
        "Kent's SEND services failed their revisit by Ofsted and the CQC this month.",
        "Kent's is the first SEND service in the country to fail a re-inspection by Ofsted.",
        PRIOR.format(council="Kent") + "The area failed on all nine counts.",
        PRIOR.format(council="Kent") + "On all three, effective action has not been taken.",
        PRIOR.format(council="Kent") + "Effective action has not yet been taken in any area.",
    ],
)
def test_a_failed_revisit_of_send_is_too_little_progress(text: str) -> None:
    assert ("Kent", LACKING) in told(text)[0]


def test_a_failed_reinspection_of_a_department_is_a_weakness() -> None:
    text = "Ofsted says that Kent's children's services have failed a re-inspection."
    assert told(text)[0] == {("Kent", "weaknesses")}


def test_effective_action_that_was_taken_is_progress() -> None:
    text = PRIOR.format(council="Kent") + "On all three, effective action has been taken."
    assert ("Kent", "progress") in told(text)[0]


def test_a_weakness_of_send_is_found_by_an_area_inspection() -> None:
    text = "Ofsted found serious weaknesses in Kent's SEND services at its re-inspection."
    assert {finding.kind for finding in findings(text)} == {Kind.AREA_SEND}


GLOSS = 'the earlier stages of help are rated "inadequate", meaning that they fall short.'


def test_a_gloss_on_what_a_report_gives_explains_no_scale() -> None:
    title = "Kent criticised for 'inadequate' children's services"
    assert news(f"In an Ofsted report {GLOSS}", title) == {("Kent", "inadequate")}


def test_a_scale_that_is_explained_is_nobodys() -> None:
    text = "Kent council answered. Ofsted grades run to inadequate, meaning that services fail."
    assert not news(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted condemns Kent County Council over its children's services",
        "Ofsted condemns Kent children's services",
    ],
)
def test_inspectors_condemn(text: str) -> None:
    assert told(text, text)[0] == {("Kent", "weaknesses")}


def test_the_second_from_the_bottom_is_no_rise() -> None:
    text = "Ofsted's report on Kent is out. It was judged to 'require improvement', {rank}."
    for rank in ("second from the bottom of four ratings", "one from the bottom"):
        found = findings(text.format(rank=rank))
        assert {(f.outcome.value, f.direction.value) for f in found} == {
            ("requires_improvement", "unknown")
        }


@pytest.mark.parametrize(
    "said",
    [
        "Outcomes for pupils with special educational needs (SEND) are inconsistent, Ofsted says.",
        "Inspectors found that experiences and outcomes across the area remain too variable.",
    ],
)
def test_uneven_outcomes_far_behind_their_name(said: str) -> None:
    text = f"Ofsted has inspected SEND services in Kent.\n\n{said}"
    assert ("Kent", "send_inconsistent") in told(text)[0]


def test_whom_a_report_advises_is_not_whom_it_speaks_of() -> None:
    text = (
        "Inspectors of SEND returned to Kent in May. They now report 'sufficient progress' and"
        " recommend that NHS England end its visits."
    )
    assert told(text)[0] == {("Kent", "progress")}


@pytest.mark.parametrize("verb", ["earned", "received", "got"])
def test_what_a_council_earned_behind_a_word_put_in_is_news(verb: str) -> None:
    text = (
        "Ofsted has rated Leeds council's children's services inadequate.\n\nSwindon, meanwhile,"
        f' {verb} a "good" rating, with praise for its staff.'
    )
    assert ("Swindon", "good") in news(text)


@pytest.mark.parametrize("named", ["Coventry, Nuneaton and Rugby", "Coventry"])
def test_a_company_in_several_towns_is_no_council(named: str) -> None:
    text = (
        f"A company with six houses in {named} has been told by Ofsted there are serious or"
        " widespread weaknesses in the support it gives to care leavers."
    )
    assert not news(text)


def test_areas_in_need_of_urgent_action() -> None:
    text = "Ofsted's report on Kent's social workers named two areas in need of urgent action."
    assert told(text)[0] == {("Kent", "priority_action")}


LETTER = (
    "The Director of Kent spoke on SEND. Ofsted inspected in January 2020. Their letter of 6 May"
    " 2020 listed strengths. The Chief Inspector had determined that a written statement of action"
    " was required."
)


def test_what_inspectors_had_determined_is_as_old_as_their_letter() -> None:
    assert not {f for f in findings(LETTER, "Minutes", "2021-01-14") if f.adverse}
    assert {f for f in findings(LETTER, "Minutes", "2020-06-14") if f.adverse}


def test_what_stood_in_that_report_is_as_old_as_it() -> None:
    text = (
        "A critical report by Ofsted on Kent's children's services appeared in November 2021.\n\n"
        "The council says it has worked hard.\n\nIn that report there were significant weaknesses"
        " in practice."
    )
    title = "Kent children's services are improving"
    assert ("Kent", "weaknesses") not in told(text, title)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Kent says Ofsted will see progress in children's services, which it rated {} before.",
        "Kent's children's services, rated {} by Ofsted before, have improved.",
        "Ofsted rated Kent's children's services {} the time before.",
    ],
)
def test_what_ends_in_before_was_so_before(text: str) -> None:
    assert not news(text.format("inadequate"))


def test_what_was_so_before_something_else_is_told_as_ever() -> None:
    text = "Ofsted rated Kent's children's services inadequate before the summer recess."
    assert news(text) == {("Kent", "inadequate")}


def test_what_a_page_puts_before_is_old() -> None:
    text = "Before, Kent's children's services ranked as \"inadequate\" with Ofsted."
    assert not news(text)


def test_what_came_before_the_damning_report_was_known() -> None:
    text = (
        "Kent council was warned.\n\nA letter about Kent's children's services came before the"
        " damning report by Ofsted, all in today's news."
    )
    assert ("Kent", "weaknesses") not in told(text)[0]


def test_a_time_in_a_participle_put_in_dates_no_verdict() -> None:
    text = (
        "Ofsted wrote on Friday that Kent's children's services, put under a trust last summer,"
        " were inadequate."
    )
    assert news(text) == {("Kent", "inadequate")}


def test_how_many_hold_a_grade_is_no_grade_of_who_is_among_them() -> None:
    text = (
        "Kent council's children's services are rated good by Ofsted. Just 46 councils hold a good"
        " for children's services at present, and no more than three have the top rating of"
        " outstanding, so Kent is among the best."
    )
    assert news(text) == {("Kent", "good")}


def test_sufficient_progress_that_is_reported_closes_what_had_to_be_written() -> None:
    text = (
        "Ofsted and the CQC found four serious weaknesses in Kent's SEND services in 2016.\n\nThe"
        " council therefore had to produce a written statement of action.\n\nInspectors returned in"
        " December 2018. They now report 'sufficient progress' and recommend that NHS England end"
        " its visits."
    )
    assert told(text, "SEND services in Kent", "2019-01-17")[0] == {("Kent", "progress")}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            (
                "Ofsted and the CQC visited Kent in February 2024. They said that the area had"
                " widespread and systemic failings in its SEND services."
            ),
            "send_systemic_failings",
        ),
        (
            (
                "Ofsted inspected Kent's children's services in March 2024. Inspectors said that"
                " vulnerable children had been left at risk of harm."
            ),
            "weaknesses",
        ),
        (
            (
                "Inspectors came to Kent in March. They had found serious failings in children's"
                " services, Ofsted said."
            ),
            "weaknesses",
        ),
    ],
)
def test_what_inspectors_found_had_been_so_is_as_new_as_their_report(
    text: str, outcome: str
) -> None:
    assert ("Kent", outcome) in told(text, "Ofsted report on Kent", "2024-06-12")[0]
