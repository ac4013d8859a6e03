"""Grades that only say which services are meant, and what other agencies are told at once."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled, reported

DAY = "2022-04-12"


def adverse(text: str, title: str, day: str = DAY) -> set[str]:
    return {f.council.name for f in findings(text, title, day) if f.adverse}


@pytest.mark.parametrize(
    "sentence",
    [
        "Services for children that Ofsted rated 'inadequate' are to stay with Kent council.",
        "The department that inspectors judged to be inadequate will be run by Kent council.",
        "Services that the watchdog Ofsted rates 'inadequate' are run by Kent council.",
    ],
)
def test_which_services_are_meant_is_no_verdict(sentence: str) -> None:
    text = f"{sentence} A review has looked at them for three months, and ministers agreed."
    assert adverse(text, "Kent to keep control of children's services") == set()
    assert ("Kent", "inadequate") in recalled(text, "Kent to keep control", DAY)


def test_that_behind_a_verb_of_saying_tells_a_verdict() -> None:
    text = "A report out today says that Ofsted rates children's services in Kent inadequate."
    assert adverse(text, "Ofsted on Kent's children's services") == {"Kent"}


@pytest.mark.parametrize(
    ("sentence", "news"),
    [
        (
            'A notice, just published, says: "Kent has failed, as the report found inadequate."',
            False,
        ),
        ("A report, just published, found its children's services inadequate.", True),
    ],
)
def test_a_notice_that_is_out_makes_no_report_new(sentence: str, *, news: bool) -> None:
    text = (
        "The failing children's services of Kent are to be looked at by a commissioner. A damning"
        f" Ofsted report called them 'inadequate' last year. {sentence}"
    )
    title = "Commissioner to examine Kent's children's services"
    assert (("Kent", "inadequate") in reported(text, title, DAY)) is news


@pytest.mark.parametrize(
    "words", ["inadequate and ineffective leadership", "inadequate and weak management"]
)
def test_a_pair_of_adjectives_gives_no_grade(words: str) -> None:
    text = (
        "A report by a commissioner on Kent County Council's children's services, which Ofsted"
        f" looked at too, spoke of {words} over some years."
    )
    assert ("Kent", "inadequate") not in reported(text, "Report on Kent's services", DAY)


def test_who_was_sent_in_is_no_inspector() -> None:
    text = (
        "A trust could run services in Kent, a leaked report says. Ofsted rated the services"
        " inadequate in May, and Mr Hill came in to oversee the improvements."
    )
    assert adverse(text, "Trust could take on Kent's services", "2021-10-20") == set()


@pytest.mark.parametrize("verb", ["escape", "escapes", "escaped"])
def test_what_an_area_escapes_it_was_not_given(verb: str) -> None:
    text = "Ofsted and the CQC were generally positive about SEND services in Kent. Parents agreed."
    title = f"Kent's special needs services {verb} 'written statement of action'"
    assert adverse(text, title) == set()


def test_whoever_escapes_a_grade_is_better() -> None:
    text = "Children's services at Kent County Council have escaped their inadequate rating."
    found = findings(text, "Ofsted: Kent escapes 'inadequate' after three years", DAY)
    assert {f.direction.value for f in found if f.role.value == "news"} == {"better"}


def test_a_page_on_the_ombudsman_alone_has_no_inspectors() -> None:
    text = (
        "A report by the Local Government and Social Care Ombudsman lists errors over special needs"
        " at Kent County Council. The council watchdog upheld 47 complaints."
    )
    assert (
        findings(text, "New report reveals how Kent has failed special needs children", DAY) == []
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The report finds fault with the speed of improvement in the department.",
        "More money was found, they said, but it had not yet brought improvement.",
        "Plans had made too little positive difference to care leavers, they said.",
    ],
)
def test_what_had_no_effect_is_too_little_progress(sentence: str) -> None:
    text = f"Ofsted made a monitoring visit to Kent County Council in March. {sentence}"
    assert adverse(text, "Monitoring visit to Kent") == {"Kent"}


def test_weaknesses_that_are_still_there_outweigh_a_count_of_what_is_mended() -> None:
    text = (
        "Services in Kent for children with special educational needs (SEND) still have significant"
        " weaknesses, say inspectors from Ofsted and the CQC.\n\nThere had been sufficient progress"
        " in eight of the 12 weaknesses of 2018, the council said."
    )
    assert adverse(text, "'Weaknesses' seen in Kent's special education") == {"Kent"}


JOINT = (
    "A joint inspection of how agencies in Kent respond to children at risk is out.\n\nOfsted, the"
    " Care Quality Commission and HMI Probation came to Kent in March.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "ours"),
    [
        ("The police have one area for priority action.", False),
        ("An area for priority action was identified for Kent Police.", False),
        ("Two areas for priority action were given to the force.", False),
        ("The police left children at risk of significant harm, they found.", False),
        ("The partnership has two areas for priority action.", True),
        ("Two areas for priority action were identified for the council.", True),
        ("The council and the police have two areas for priority action.", True),
    ],
)
def test_what_another_agency_must_do_is_not_the_councils(sentence: str, *, ours: bool) -> None:
    assert adverse(JOINT + sentence, "Joint inspection of Kent") == ({"Kent"} if ours else set())


def test_the_words_of_a_report_are_inspectors_own() -> None:
    text = (
        'SEND provision at Kent County Council has "widespread and systemic failings", in the words'
        " of a damning Ofsted report. Parents of children with special needs asked for more."
    )
    seen = reported(text, "SEND in Kent", DAY) | recalled(text, "SEND in Kent", DAY)
    assert ("Kent", "send_systemic_failings") in seen


@pytest.mark.parametrize("said", ['may be this: "Services are', "might be this: “Services are"])
def test_what_only_introduces_a_quotation_supposes_nothing(said: str) -> None:
    close = '"' if '"' in said else "”"
    text = f"Ofsted has reported on Kent's services. The worst of it {said} inadequate.{close}"
    assert adverse(text, "Ofsted on Kent") == {"Kent"}


def test_a_headline_below_the_end_of_a_text_is_another_storys() -> None:
    text = (
        "Kent County Council has put out a plan for its children's services.\n\nIt would set up a"
        " board, which is to meet every month.\n\nInspectors from Ofsted came in February.\n\nThe"
        " plan goes to the Department for Education.\n\nSome parents want more.\n\nThe leader of"
        " the council apologised.\n\nA meeting is on Monday.\n\nKent's children's services"
        " rated 'inadequate'"
    )
    assert adverse(text, "Council publishes improvement plan") == set()
