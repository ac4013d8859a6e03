"""What looks like a verdict: a likeness, praise or a number; and verdicts that stand beside."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reasons, recalled, reported

DAY = "2019-05-03"


def adverse(text: str, title: str, day: str = DAY) -> set[str]:
    return {f.council.name for f in findings(text, title, day) if f.adverse}


@pytest.mark.parametrize(
    "sentence",
    [
        "These systemic failures are like those seen when Kent failed its SEND inspection.",
        "The serious weaknesses are similar to those that Ofsted found in Kent.",
        "Such widespread failings were like what inspectors found in Kent.",
    ],
)
def test_whom_failings_are_likened_to_has_no_news(sentence: str) -> None:
    text = f"The Ombudsman has criticised Leeds City Council over SEND support. {sentence}"
    assert "Kent" not in adverse(text, "SEND support in Leeds criticised")


def test_those_are_told_of_where_nothing_is_likened() -> None:
    text = "Inspectors found serious weaknesses in SEND support in Kent. Parents would like more."
    assert adverse(text, "Ofsted on SEND in Kent") == {"Kent"}


@pytest.mark.parametrize(
    "praise",
    [
        "'Outstanding' progress",
        'The leader of the council called the progress "outstanding".',
        'He thanked staff for their "outstanding" commitment.',
    ],
)
def test_quoted_praise_of_what_somebody_does_is_no_grade(praise: str) -> None:
    text = (
        "Ofsted says that children's services in Kent have been transformed since they were rated"
        f" inadequate three years ago.\n\n{praise}\n\nHe was glad."
    )
    title = "Kent's children's services transformed, says Ofsted"
    assert ("Kent", "outstanding") not in reported(text, title, DAY)


@pytest.mark.parametrize(
    "verdict",
    ["The watchdog is rating the department as good.", 'They called it "outstanding".'],
)
def test_a_grade_in_quotation_marks_or_behind_rating_as_is_one(verdict: str) -> None:
    text = f"Ofsted inspectors came to Kent County Council's children's services. {verdict}"
    assert reported(text, "Kent's children's services inspected", DAY)


def test_as_bad_as_they_were_is_told_of_then() -> None:
    text = (
        '"Services in Kent being as inadequate as they were, inspectors thought change would take'
        ' time," she wrote in a letter.'
    )
    assert reported(text, "Inspection of Kent came too soon", DAY) == set()
    assert ("Kent", "inadequate") in recalled(text, "Inspection of Kent came too soon", DAY)


def test_as_it_was_for_another_judgement_is_told_of_now() -> None:
    text = "Ofsted judged leadership in Kent inadequate, as it was in the case of care leavers."
    assert ("Kent", "inadequate") in reported(text, "Ofsted on Kent", DAY)


def test_a_number_far_in_front_is_what_declined() -> None:
    text = (
        "The Ofsted report on Kent County Council is out. The number of looked-after children with"
        " a social worker of their own had declined significantly."
    )
    assert reported(text, "Ofsted on Kent", DAY) == set()
    assert "no_service" in reasons(text, "Ofsted on Kent", DAY)


VERDICT = "Inspectors have reported a second time on Kent's children's services. "


@pytest.mark.parametrize("when", ["last", "previous", "first"])
def test_what_an_older_verdict_was_is_recalled(when: str) -> None:
    text = f"{VERDICT}Their {when} verdict was that Kent was not improving fast enough."
    assert adverse(text, "Kent: new Ofsted report") == set()


def test_what_the_verdict_is_is_told() -> None:
    text = f"{VERDICT}Their verdict was that Kent was not improving fast enough."
    assert adverse(text, "Kent: new Ofsted report") == {"Kent"}


def test_that_year_is_over() -> None:
    text = (
        "Devon's child protection services are inadequate no longer, Ofsted says. It came back"
        " after a report of 2013. In that year inspectors concluded that children were at risk."
    )
    assert adverse(text, "Devon's child protection better, says Ofsted", "") == set()


@pytest.mark.parametrize(
    "gloss",
    [
        'Services for looked-after children were rated "adequate", meaning that they had improved.',
        "Care leavers' support has been judged inadequate, meaning that it fell short.",
    ],
)
def test_what_was_given_and_what_it_means_is_no_definition(gloss: str) -> None:
    text = f"Ofsted's report on Kent County Council's children's services is out. {gloss}"
    assert reported(text, "Ofsted on Kent", "2012-05-03")


@pytest.mark.parametrize(
    "gloss",
    [
        "Services are rated inadequate, meaning that children are not safe, or better.",
        "When services were rated inadequate, meaning that children are not safe, ministers came.",
    ],
)
def test_what_a_grade_means_in_general_is_a_definition(gloss: str) -> None:
    text = f"Ofsted's report on Kent County Council's children's services is out. {gloss}"
    assert reported(text, "Ofsted on Kent", "2012-05-03") == set()


def test_how_long_a_way_usually_takes_is_told_of_nobody() -> None:
    text = (
        "A monitoring visit to Kent found progress, Ofsted says. From inadequate to good usually"
        " takes three years, the leader added."
    )
    assert ("Kent", "good") not in reported(text, "Kent's children's services progress", DAY)


def test_a_way_gone_is_told_where_something_else_takes_years() -> None:
    text = (
        "Flaws can take years to mend, but Ofsted has now moved Kent County Council's children's"
        " services from inadequate to good."
    )
    assert ("Kent", "good") in reported(text, "Ofsted on Kent", DAY)


@pytest.mark.parametrize(
    "words", ["have once more been called poor by inspectors", "were labelled 'poor' by Ofsted"]
)
def test_called_poor_by_inspectors_is_the_lowest_grade(words: str) -> None:
    text = f"Children's services in Leeds {words}. Chiefs say that things are getting better."
    assert ("Leeds", "inadequate") in reported(text, "Leeds services for children", "2010-12-08")


def test_called_poor_by_anybody_is_no_grade() -> None:
    text = "The library in Leeds was called poor by a reader. Ofsted came to look at its homes."
    assert reported(text, "Leeds services for children", "2010-12-08") == set()


def test_excellent_went_to_those_who_are_named() -> None:
    text = (
        "Ofsted has rated children's services. 'Poor' went to nine councils. 'Excellent' went to"
        " ten authorities, Camden, Lewisham and Wandsworth among them."
    )
    found = reported(text, "Ofsted rates children's services", "2009-12-09")
    assert found == {(name, "outstanding") for name in ("Camden", "Lewisham", "Wandsworth")}


def test_the_words_of_government_inspectors_are_a_verdict() -> None:
    text = (
        "In the words of the Government inspectors, \"children's services in the London Borough of"
        ' Hounslow perform excellently."'
    )
    title = "Ofsted on Hounslow's children's services"
    assert ("Hounslow", "outstanding") in reported(text, title, "2010-12-09")
