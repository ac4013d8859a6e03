"""What is called inadequate, and what a council cannot do: things, and work of a visit."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reasons, reported

DAY = "2019-04-12"
CRITICISED = (
    "Kent County Council has been criticised over its children's services by MPs, who spoke of"
    " Ofsted too. "
)
INSPECTED = "Ofsted came to Kent County Council's children's services in March. "
MONITORED = "Ofsted made a monitoring visit to Kent County Council in March and wrote to it. "


def adverse(text: str, title: str) -> set[str]:
    return {f.council.name for f in findings(text, title, DAY) if f.adverse}


@pytest.mark.parametrize(
    "thing",
    ["evidence", "explanation", "apology", "legal advice", "website", "heating", "office"],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "It concluded that the {} was inadequate.",
        "The inquiry found the {} to be inadequate.",
        "They said the {} from the council was 'inadequate'.",
        "The {} that the council gave was judged inadequate.",
        "The chair called the council's {} inadequate.",
        "Members were given a {} that they found inadequate.",
        "Inspectors said the {} was still wholly inadequate.",
    ],
)
def test_a_thing_that_is_inadequate_has_no_grade(sentence: str, thing: str) -> None:
    text = CRITICISED + sentence.format(thing)
    assert ("Kent", "inadequate") not in reported(text, "Kent children's services", DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors found the help that it gives to families inadequate.",
        "The service that the council runs was found to be inadequate.",
        "In 2019, inspectors said, it was inadequate.",
        "According to the report the council is inadequate over a range of services.",
        "A string of services meant to keep children safe were judged inadequate.",
        "Services to children and families are inadequate, inspectors found.",
        "In too many parts of the county services were inadequate.",
        "The conclusion is that overall services in Kent are inadequate.",
        "Services to ensure that children are safe were found to be inadequate.",
        "The service has been described by Ofsted as inadequate.",
        "Inspectors called the way it looks after young people inadequate.",
        "They note that inspectors judged as inadequate staying safe.",
    ],
)
def test_a_service_that_is_inadequate_has_one(sentence: str) -> None:
    assert ("Kent", "inadequate") in reported(INSPECTED + sentence, "Ofsted report on Kent", DAY)


def test_what_a_thing_was_is_said_to_be_no_grade() -> None:
    text = CRITICISED + "They found the evidence to be inadequate."
    assert "ordinary_word" in reasons(text, "Kent children's services", DAY)


@pytest.mark.parametrize(
    "agent", ["The education committee", "Former staff", "A committee of MPs", "The committee"]
)
def test_committees_and_former_staff_give_no_grades(agent: str) -> None:
    text = f"{CRITICISED}{agent} found the service to be inadequate."
    assert ("Kent", "inadequate") not in reported(text, "Kent children's services", DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors found the council was still unable to keep children safe.",
        "Inspectors found that the council is still unable to protect children from harm.",
        "Inspectors found that the council still cannot protect children from harm.",
        "Inspectors say that it cannot be sure that children are safe.",
        "Inspectors found that it is still struggling to keep children safe.",
        "Inspectors found that managers often fail to recognise when children are at risk.",
        "Inspectors found that practice leaves children unsafe.",
        "Inspectors found that the council has not yet begun to keep children safe.",
    ],
)
def test_what_a_council_cannot_do_for_children_is_a_weakness(sentence: str) -> None:
    assert adverse(MONITORED + sentence, "Monitoring visit to Kent") == {"Kent"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The quality of practice remains far too weak, inspectors said.",
        "Inspectors found that the response to children at risk is still very poor.",
        "Inspectors found that practice is as poor as it was a year ago.",
        "Inspectors found that the quality of practice is still not good enough.",
        "Inspectors found that the council still does not meet the needs of vulnerable children.",
        "Inspectors found that staff are not seeing children at risk quickly enough.",
        "Inspectors found that the support that many children get is unacceptably poor.",
        "Inspectors found that practice is of a quality that is extremely concerning.",
    ],
)
def test_poor_work_that_goes_on_is_too_little_progress(sentence: str) -> None:
    assert adverse(MONITORED + sentence, "Monitoring visit to Kent") == {"Kent"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors found that the council is now able to keep children safe.",
        "Inspectors found that the council is no longer unable to protect children from harm.",
        "Inspectors found that staff now recognise when children are at risk.",
        "Inspectors found that managers respond quickly when children are at risk.",
        "Inspectors found that the quality of practice is no longer a serious concern.",
        "Inspectors found that it has begun to meet the needs of vulnerable children.",
        "Inspectors found that support for children no longer falls well short of what they need.",
    ],
)
def test_what_it_can_do_now_is_none(sentence: str) -> None:
    assert adverse(MONITORED + sentence, "Monitoring visit to Kent") == set()


@pytest.mark.parametrize("lack", ["still cannot find", "is failing to find", "is unable to find"])
def test_a_headline_on_what_is_lacking_may_be_what_inspectors_say(lack: str) -> None:
    text = (
        "Kent is still unable to find enough social workers, Ofsted has cautioned.\n\nInspectors"
        " came back because of what they had seen in January.\n\nThe pace of change has been too"
        " slow, they wrote."
    )
    assert adverse(text, f"Kent {lack} enough social workers") == {"Kent"}
