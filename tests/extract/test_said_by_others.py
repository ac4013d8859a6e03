"""What others than inspectors say, fear, deny or ask is no verdict, whatever Ofsted said before."""

from __future__ import annotations

import itertools

import pytest

from tests.extract.helpers import news

SPEAKERS = (
    "Parents say that {it}",
    "Campaigners claim that {it}",
    "Opposition leaders warned that {it}",
    "It is feared that {it}",
    "There are fears that {it}",
    "A High Court judge ruled that {it}",
    "The council denied that {it}",
    "Nobody has suggested that {it}",
    "The report does not say that {it}",
    "Councillors were asked whether {it}",
    "The MP asked ministers if {it}",
    "If {it}, the government could step in",
    "Healthwatch heard that {it}",
    "A charity's survey suggests that {it}",
    "The council's own audit showed that {it}",
    "A peer review said that {it}",
    "The director feared that {it}",
)
SAID = (
    "children's services in Kent are inadequate",
    "Kent's children's services are failing",
    "children's services in Kent have got worse",
    "there are widespread and systemic failings in Kent's SEND services",
)
BEHIND = (
    " Ofsted is due to inspect the council this year.",
    " Ofsted last inspected the council in 2021 and rated it good.",
    " Ofsted declined to comment.",
)


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_what_others_say_is_no_verdict(speaker: str) -> None:
    for said, behind in itertools.product(SAID, BEHIND):
        text = speaker.format(it=said) + "." + behind
        told = news(text, "Row over children's services in Kent", "2024-06-12")
        assert not [pair for pair in told if pair[1] not in {"good", "mixed"}], text


@pytest.mark.parametrize(
    "text",
    [
        "Opposition leaders said that Ofsted had rated Kent's children's services inadequate.",
        "The council denied nothing: Ofsted has rated Kent's children's services inadequate.",
    ],
)
def test_a_verdict_that_others_tell_of_is_one(text: str) -> None:
    assert ("Kent", "inadequate") in news(text, "Kent's children's services inadequate: Ofsted")


@pytest.mark.parametrize("middle", ["", "Failings were noted in the inspection in 2021. "])
def test_what_a_leader_goes_on_to_say_is_no_finding(middle: str) -> None:
    text = (
        "Kent County Council has been given a notice to improve help for those with special needs."
        f'\n\nCllr Jo Parr, leader of the council, said: "I accept the notice. {middle}There is'
        ' much more to do. The lack of progress disappoints me, but we have begun."'
    )
    told = news(text, "Kent criticised for failing special needs children", "2024-05-29")
    assert ("Kent", "insufficient_progress") not in told


@pytest.mark.parametrize(
    "quote",
    [
        'Council leader: "We have not got a grip on special needs."',
        'Jo Parr, its director: "We have made insufficient progress on special needs."',
        '"We have not got a grip on special needs," the leader said.',
    ],
)
def test_what_people_say_of_themselves_is_no_finding(quote: str) -> None:
    text = f"{quote} Ofsted inspectors are due in Kent in May."
    assert ("Kent", "insufficient_progress") not in news(text, "Kent council", "2024-03-12")
