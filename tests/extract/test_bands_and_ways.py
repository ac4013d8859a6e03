"""Who stands in a band that was explained, and what a page says of scales and of inspectors."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, read, reasons, recalled, reported

DAY = "2023-08-01"
LOWEST = "The lowest is for areas with widespread and/or systemic failings. "
GRADES = "Ofsted has published its grades for children's services. The bottom grade is inadequate. "
LIST = "Ofsted rates children's services"


def adverse(text: str, title: str, day: str = DAY) -> set[str]:
    return {f.council.name for f in findings(text, title, day) if f.adverse}


@pytest.mark.parametrize(
    "told",
    [
        "Two have been given this outcome: Kent and Devon.",
        "Judged this way were Kent and Devon.",
        "Kent and Devon are in this category.",
        "Kent and Devon were placed in that group.",
    ],
)
def test_who_is_named_for_an_outcome_that_was_explained_has_it(told: str) -> None:
    text = f"Ofsted and the Care Quality Commission give one of three judgements on SEND. {LOWEST}"
    expected = {(name, "send_systemic_failings") for name in ("Kent", "Devon")}
    assert reported(text + told, "SEND outcomes so far", DAY) == expected


@pytest.mark.parametrize(
    "told",
    [
        "In this category are Kent, Devon and Leeds.",
        "Kent, Devon and Leeds have got this rating.",
        "Those judged that way are Kent, Devon and Leeds.",
    ],
)
def test_who_is_named_for_a_grade_that_was_explained_has_it(told: str) -> None:
    expected = {(name, "inadequate") for name in ("Kent", "Devon", "Leeds")}
    assert reported(GRADES + told, LIST, "2014-08-01") == expected


def test_who_has_had_it_is_recalled() -> None:
    text = f"Ofsted gives one of three outcomes on SEND. {LOWEST}Areas which have had that outcome"
    title = "Leeds and SEND"
    assert reported(f"{text} include Kent and Devon.", title, DAY) == set()
    expected = {(name, "send_systemic_failings") for name in ("Kent", "Devon")}
    assert recalled(f"{text} include Kent and Devon.", title, DAY) == expected


@pytest.mark.parametrize(
    "told",
    [
        "None of our neighbours is in this category: not Kent and not Devon.",
        "Kent could fall in this category next time.",
        "Kent was never judged that way.",
        "Kent sees that rating as a warning to all.",
        "Kent would not like to be judged this way.",
    ],
)
def test_who_is_not_in_it_has_nothing(told: str) -> None:
    assert reported(GRADES + told, LIST, "2014-08-01") == set()


@pytest.mark.parametrize("which", ["lowest", "bottom", "worst"])
@pytest.mark.parametrize("noun", ["grade", "rating", "category"])
def test_what_the_lowest_grade_is_called_is_a_definition(which: str, noun: str) -> None:
    text = f"Ofsted came to Kent County Council in May. The {which} {noun} is 'inadequate'."
    assert adverse(text, "Ofsted in Kent") == set()
    assert "definition" in reasons(text, "Ofsted in Kent", DAY)


def test_what_the_overall_grade_is_is_a_verdict() -> None:
    text = "Ofsted came to Kent County Council in May. The overall grade is 'inadequate'."
    assert adverse(text, "Ofsted in Kent") == {"Kent"}


@pytest.mark.parametrize("extreme", ["At best", "At worst"])
def test_what_there_is_at_best_or_at_worst_is_a_definition(extreme: str) -> None:
    text = (
        "Kent and Devon were inspected by Ofsted and the Care Quality Commission for SEND."
        f" {extreme}, an area has widespread and/or systemic failings."
    )
    assert adverse(text, "SEND inspections") == set()


@pytest.mark.parametrize("where", ["areas where", "parts where", "aspects where"])
def test_where_some_services_are_good_the_whole_is_not(where: str) -> None:
    text = (
        "Ofsted has rated children's services in Darlington inadequate overall. It reported"
        f" strengths, and {where} services were judged to be good."
    )
    found = read(text, "Darlington inadequate, says Ofsted", "2015-12-08").findings
    assert ("overall", "good") not in {(str(f.area), f.outcome.value) for f in found}


@pytest.mark.parametrize(
    "way", ["Ofsted's approach was weak", "The inspectorate's framework was seriously flawed"]
)
def test_how_inspectors_go_about_it_is_no_councils(way: str) -> None:
    text = f"A committee asked why nobody saw the failures in Rotherham. {way}, it says."
    assert adverse(text, "Committee on Ofsted and Rotherham", "2015-03-08") == set()


def test_a_councils_approach_is_its_own() -> None:
    text = "Ofsted has been to Rotherham. The council's approach was weak, inspectors found."
    assert adverse(text, "Ofsted on Rotherham's children's services", "2015-03-08") == {"Rotherham"}


@pytest.mark.parametrize(
    "unmended",
    [
        "Not all the significant weaknesses have improved, the report says.",
        "Not all of the areas of weakness had been addressed, inspectors found.",
        "Its plans had not been improved enough, the newest report says.",
    ],
)
def test_not_all_mended_is_too_little(unmended: str) -> None:
    text = f"Inspectors came back to Kent to look at its SEND services. {unmended}"
    title = "Ofsted returns to Kent's SEND services"
    assert ("Kent", "insufficient_progress") in reported(text, title, "2022-12-01")


WAITS = "It takes too long for Kent's children to get SEND services, Ofsted and the CQC say."


def test_waits_that_a_first_inspection_of_send_finds_are_no_lack_of_progress() -> None:
    text = f"{WAITS} Many wait for speech therapy."
    assert reported(text, "Kent's children wait for SEND help", DAY) == {("Kent", "mixed")}


def test_what_is_slow_on_the_second_visit_is() -> None:
    text = (
        "Ofsted and the CQC revisited Kent to look at its SEND services, in which they had found"
        " significant weaknesses. The council has been too slow to put them right."
    )
    assert adverse(text, "Ofsted returns to Kent's SEND services", "2021-12-01") == {"Kent"}
