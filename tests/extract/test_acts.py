"""Acts of government: what ends them, what only replaces them, and what a report brought about."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

ENDED = ("Kent", "intervention_ended")


@pytest.mark.parametrize(
    "text",
    [
        "The DfE has removed Kent's children's services from intervention.",
        "Ofsted has improved Kent's rating, removing it from intervention measures.",
        "Ministers have taken the council out of intervention, Kent said.",
        "The minister has released Kent's services from government intervention.",
        "Government intervention in Kent's children's services formally ends today.",
        "Kent is no longer under intervention, the Department for Education said.",
        "Kent's improvement notice was lifted when inspectors had seen better services.",
        "The government has removed the improvement notice placed on Kent's services for children.",
        "The DfE has stepped back from its intervention in Kent's children's services.",
        "Ministers closed the improvement notice in Kent.",
        "Intervention is now over in Kent, the children's minister has written.",
    ],
)
def test_intervention_ends(text: str) -> None:
    assert ENDED in reported(text, "Kent's children's services", "2021-05-01")


@pytest.mark.parametrize(
    "text",
    [
        "The Department for Education has put Kent on notice over its children's services.",
        "The direction issued to Kent was revoked, and an improvement notice has taken its place.",
        "Kent's board will end when the improvement notice is lifted, councillors heard.",
        "Kent will have a commissioner until the direction is lifted, the minister said.",
        "Kent waits for an end of intervention in its children's services, the DfE was told.",
        "A council comes out of intervention when Ofsted finds it has improved, Kent heard.",
        "Kent's leader called for the improvement notice to be lifted by ministers.",
        "A trust in Kent was served a minded to terminate notice over a school.",
        "Kent's officers will meet each month before the improvement notice is lifted.",
        "A trust runs services in Kent. All 51 councils it helped have come out of intervention.",
        "The direction for Kent was revoked and replaced with an improvement notice.",
    ],
)
def test_intervention_goes_on(text: str) -> None:
    assert ENDED not in reported(text, "Kent's children's services", "2021-05-01")


@pytest.mark.parametrize(
    "title",
    [
        "Commissioner sent to Kent after damning Ofsted report",
        "Government sends commissioner to Kent following scathing Ofsted inspection",
        "Improvement notice for Kent after a highly critical Ofsted report",
    ],
)
def test_what_a_report_brought_about_tells_of_the_report(title: str) -> None:
    text = "Ministers acted after Ofsted inspectors found serious failings in Kent's services."
    assert ("Kent", "weaknesses") in reported(text, title, "2021-05-01")


@pytest.mark.parametrize(
    "title",
    [
        "Commissioner to stay in Kent",
        "Improvement notice for Kent over its 'inadequate' services",
        "Commissioner leaves Kent after Ofsted praise",
        "Trust takes over in Kent after years of failure",
    ],
)
def test_what_government_does_of_itself_recalls_the_report(title: str) -> None:
    text = "Ministers acted after Ofsted inspectors found serious failings in Kent's services."
    assert ("Kent", "weaknesses") not in reported(text, title, "2021-05-01")


@pytest.mark.parametrize(
    "why",
    [
        "now that Ofsted has rated them inadequate yet again",
        "now that inspectors rate them inadequate",
    ],
)
def test_an_act_says_what_has_just_been_found(why: str) -> None:
    text = f"Kent's children's services will be reviewed by a commissioner, {why}."
    assert ("Kent", "inadequate") in reported(text, "Commissioner to review services", "2018-02-02")


@pytest.mark.parametrize("added", ["also been judged", "been judged"])
def test_beside_an_act_another_council_is_added(added: str) -> None:
    text = (
        "The Department for Education has served improvement notices on the London Borough of"
        " Sutton and on Wiltshire Council. Earlier this year Ofsted found Sutton's services to be"
        f" failing. Kent County Council's services have {added} inadequate by Ofsted as well."
    )
    told = reported(text, "Daily roundup: improvement notices", "2013-05-01")
    assert ("Kent", "inadequate") in told
    assert {("Sutton", "improvement_notice"), ("Wiltshire", "improvement_notice")} <= told
