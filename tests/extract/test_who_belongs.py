"""Sentences that only name who belongs to those of whom an outcome was told."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

BAD = "inadequate"
ACT = "priority_action"

BELONGING = [
    *(
        (f"Ofsted has judged children's services at 13 councils inadequate. {named}", who, BAD)
        for who in ("Kent York Leeds",)
        for named in (
            "The councils concerned are Kent, York and Leeds.",
            "Kent, York and Leeds are the councils in question.",
            "Kent, York and Leeds were the authorities named.",
            "The three in question are Kent, York and Leeds.",
            "It names them in an annex: Kent; York; Leeds.",
            "An annex lists them: Kent, York and Leeds.",
            "Their names: Kent, York, Leeds.",
            "They are listed in an annex: Kent; York; Leeds.",
        )
    ),
    (
        (
            "Ofsted has rated services in Essex and Kent inadequate. They are joined by "
            "Leeds and Derby."
        ),
        "Essex Kent Leeds Derby",
        BAD,
    ),
    (
        "Ofsted has rated Essex's children's services inadequate. It is joined by Leeds and Derby.",
        "Essex Leeds Derby",
        BAD,
    ),
    (
        "Essex and Kent were rated inadequate by Ofsted. Joining them there are Leeds and York.",
        "Essex Kent Leeds York",
        BAD,
    ),
    (
        (
            "Five councils are inadequate, Ofsted says. Three of them were there last "
            "year: Essex, Kent and"
            " Leeds. York and Derby are new to the list."
        ),
        "Essex Kent Leeds York Derby",
        BAD,
    ),
    (
        (
            "Eight were inadequate, Ofsted says. Four of them were named in May as Bury, "
            "York, Leeds and"
            " Derby. The other four are Slough, Sandwell, Torbay and Kent."
        ),
        "Bury York Leeds Derby Slough Sandwell Torbay Kent",
        BAD,
    ),
    (
        (
            "Of the councils inspected two were judged inadequate, Ofsted says. A "
            "footnote gives them as"
            " Kirklees and Rotherham."
        ),
        "Kirklees Rotherham",
        BAD,
    ),
    (
        (
            "Of the councils inspected two were judged inadequate, Ofsted says. In a "
            "footnote they are"
            " named as Kirklees and Rotherham."
        ),
        "Kirklees Rotherham",
        BAD,
    ),
    (
        (
            "Ofsted has judged three councils inadequate this month. Sunderland was one of them."
            " The others were Norfolk and Leicester."
        ),
        "Sunderland Norfolk Leicester",
        BAD,
    ),
    (
        (
            "Ofsted has judged three councils inadequate this month. One is Sunderland. Norfolk and"
            " Leicester are the others."
        ),
        "Sunderland Norfolk Leicester",
        BAD,
    ),
    (
        (
            "Ofsted told five authorities to take priority action. Sunderland was one; "
            "it had 58 cases"
            " that nobody held. So was Norfolk, where referrals were left over a "
            "weekend, and Leicester."
            " Bury and Torbay complete the five."
        ),
        "Sunderland Norfolk Leicester Bury Torbay",
        ACT,
    ),
    (
        (
            "Four local areas were told by Ofsted to produce a written statement of "
            "action. The four are"
            " Oxfordshire, Bury, Torbay and, to nobody's surprise, Kent."
        ),
        "Oxfordshire Bury Torbay Kent",
        "written_statement_of_action",
    ),
    (
        "Nine authorities were found to be inadequate by Ofsted, Leeds and Bury among them.",
        "Leeds Bury",
        BAD,
    ),
    (
        "Nine authorities were found to be inadequate by Ofsted, among them Leeds, York and Bury.",
        "Leeds York Bury",
        BAD,
    ),
    (
        (
            "Reports on Leeds, Bury and Kent were published by Ofsted yesterday. All "
            "three were rated"
            " inadequate."
        ),
        "Leeds Bury Kent",
        BAD,
    ),
    (
        (
            "Letters from Ofsted to Leeds, Bury and Kent came out yesterday. Referrals "
            "had gone unread."
            " All three have been told to treat this as an area for priority action."
        ),
        "Leeds Bury Kent",
        ACT,
    ),
    (
        (
            "Ofsted named Leeds. It named Bury Council a day later. Both councils were rated "
            "inadequate."
        ),
        "Leeds Bury",
        BAD,
    ),
]


@pytest.mark.parametrize(("text", "councils", "outcome"), BELONGING)
def test_whoever_belongs_to_them_has_what_they_have(text: str, councils: str, outcome: str) -> None:
    reported, _ = told(text, "Ofsted verdicts")
    assert {(name, outcome) for name in councils.split()} <= reported


APART = [
    (
        "Essex and Kent were rated inadequate by Ofsted. They are supported by Leeds and York.",
        "Essex Kent",
    ),
    (
        "Essex was rated inadequate by Ofsted. Its staff were joined by colleagues from Leeds.",
        "Essex",
    ),
    (
        (
            "None of the four councils was inadequate, Ofsted said. They are Leeds, Bury, "
            "Kent and York."
        ),
        "",
    ),
    (
        (
            "Ofsted said that three councils could be judged inadequate. They are Leeds, "
            "Bury and Kent."
        ),
        "",
    ),
    ("Ofsted rated Leeds inadequate. Its partners are Bury, Kent, Essex and York.", "Leeds"),
    ("Two councils were inadequate in 2009, Ofsted said. They were Leeds and Bury.", ""),
    (
        (
            "Ofsted rated Essex inadequate. All three areas of its work were found "
            "inadequate. Kent and"
            " Leeds sent staff."
        ),
        "Essex",
    ),
]


@pytest.mark.parametrize(("text", "councils"), APART)
def test_whoever_is_named_for_something_else_has_nothing(text: str, councils: str) -> None:
    reported, _ = told(text, "Ofsted verdicts", "2019-03-04")
    assert reported == {(name, BAD) for name in councils.split()}


def test_a_number_means_those_who_were_named_last_in_that_number() -> None:
    reported, _ = told(
        "Four councils are inadequate, Ofsted said: Torbay, Bexley, Rochdale and Rutland. Leeds"
        " and Salford got out of the bottom group, as did Cornwall. All three are now rated good.",
        "Ofsted verdicts",
    )
    assert {(name, "good") for name in ("Leeds", "Salford", "Cornwall")} <= reported
    assert {("Torbay", BAD), ("Bexley", BAD), ("Rochdale", BAD), ("Rutland", BAD)} <= reported


DEALT = [
    ("Leeds and York were rated good and inadequate by Ofsted.", "good inadequate"),
    ("Ofsted has rated Leeds and York outstanding and inadequate.", "outstanding inadequate"),
    (
        "Leeds and York are now inadequate and requires improvement, Ofsted says.",
        "inadequate requires_improvement",
    ),
    ("Leeds and York were rated inadequate by Ofsted.", "inadequate inadequate"),
]


@pytest.mark.parametrize(("text", "outcomes"), DEALT)
def test_two_grades_for_two_councils_go_in_their_order(text: str, outcomes: str) -> None:
    reported, _ = told(text, "Ofsted verdicts")
    assert reported == set(zip(("Leeds", "York"), outcomes.split(), strict=True))


ALWAYS = [
    "A notice follows a judgement by Ofsted that the authority is inadequate.",
    "Intervention follows a judgement of inadequate.",
    "The department intervenes when services are rated inadequate.",
    "Such a notice is issued after an inspection in which the authority is found inadequate.",
    "Directions are given where children's services are judged inadequate.",
]
ONCE = [
    "A notice follows the judgement by Ofsted last week that the authority is inadequate.",
    "The notice follows a judgement by Ofsted that the authority is inadequate.",
    "An improvement notice has followed Ofsted's judgement that the authority is inadequate.",
    "A report by Ofsted says that the authority is inadequate.",
]


@pytest.mark.parametrize("sentence", ALWAYS)
def test_what_government_does_in_any_such_case_is_nobodys_verdict(sentence: str) -> None:
    reported, recalled = told(f"Ministers have sent a notice to Bury Council. {sentence}")
    assert ("Bury", BAD) not in reported | recalled


@pytest.mark.parametrize("sentence", ONCE)
def test_what_government_did_this_once_follows_on_a_verdict(sentence: str) -> None:
    reported, recalled = told(f"Ministers have sent a notice to Bury Council. {sentence}")
    assert ("Bury", BAD) in reported | recalled


GIVEN = [
    ("Ofsted has judged three councils inadequate.", BAD),
    ("Three councils were downgraded to inadequate by Ofsted.", BAD),
    ("Three of the eight councils inspected were inadequate, Ofsted's report shows.", BAD),
    ("There are three councils that Ofsted has rated inadequate.", BAD),
    ("Ofsted told three councils to take priority action after unannounced visits.", ACT),
    (
        "Ofsted found widespread and systemic failings in SEND in three local areas.",
        "send_systemic_failings",
    ),
]
NAMING = [
    "Leeds is one. So is Kent. The third is Derby.",
    "On the list are Leeds, Kent and Derby.",
    "The first was Leeds. Then came Kent and Derby.",
    "Leeds, in the north, was the first to hear. Kent and Derby followed.",
]


@pytest.mark.parametrize(("text", "outcome"), GIVEN)
@pytest.mark.parametrize("naming", NAMING)
def test_those_who_are_counted_are_those_named_next(text: str, outcome: str, naming: str) -> None:
    for apart in (" ", "\n\n"):
        reported, _ = told(text + apart + naming, "Ofsted report")
        assert {(name, outcome) for name in ("Leeds", "Kent", "Derby")} <= reported


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has judged three councils inadequate. Leeds and Kent were not inspected.",
        "Ofsted could judge three councils inadequate. They may be Leeds, Kent and Derby.",
        "Ofsted judged three areas of its work inadequate. Leeds, Kent and Derby sent staff.",
        "Ofsted has judged three councils inadequate. Leeds, Kent and Derby are all good.",
        "It is one of three councils that Ofsted rated inadequate. Leeds, Kent and Derby met.",
    ],
)
def test_a_count_that_does_not_fit_names_nobody(text: str) -> None:
    reported, _ = told(text, "Ofsted report")
    assert not {name for name, outcome in reported if outcome == BAD} & {"Kent", "Derby"}
