"""The plain facts about a finding on which its confidence rests."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.extract.confidence import features, traits_of
from watcher.model.vocabulary import Role

TABLE = (
    "Ofsted has published its report on Kent.\n\n"
    "Overall effectiveness: inadequate\n\n"
    "Children in care: good\n\n"
    "Care leavers: outstanding"
)


def facts(text: str, title: str, council: str = "Kent", area: str = "overall") -> dict[str, bool]:
    """Give the facts of the finding about a council that is news."""
    page, drafts = draft_findings(parsed(text, title, "2024-05-01"), reading_context())
    assert page is not None
    found = [
        draft
        for draft in drafts
        if draft.finding.council.name == council
        and draft.finding.role is Role.NEWS
        and draft.finding.area.value == area
    ]
    return features(page, traits_of(page), found[0])


@pytest.mark.parametrize("area", ["overall", "children_in_care", "care_leavers"])
def test_three_judgements_a_line_each_are_the_rows_of_a_table(area: str) -> None:
    found = facts(TABLE, "Kent's report", area=area)
    assert found["row_of_table"]
    assert not found["row"]
    assert not found["teaser"]
    assert not found["late"]


def test_one_judgement_on_a_line_is_a_row_and_no_table() -> None:
    text = "Ofsted has published its report on Kent.\n\nCare leavers: inadequate"
    found = facts(text, "Kent's report", area="care_leavers")
    assert found["row"]
    assert not found["row_of_table"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ofsted has rated children's services in Kent inadequate.",
        "Kent: inadequate overall, good for care leavers.",
        "Children's services in Kent are inadequate.",
    ],
)
def test_a_sentence_or_a_line_with_a_name_is_no_row(sentence: str) -> None:
    found = facts(f"Ofsted has been to Kent. {sentence}", "Ofsted in Kent")
    assert not found["row"]
    assert not found["row_of_table"]


def test_a_long_sentence_is_no_row() -> None:
    text = (
        "Ofsted has been to Kent.\n\nThe overall effectiveness of what is done there every day of"
        " the year by so many people for so many others is inadequate"
    )
    assert not facts(text, "Ofsted in Kent")["row"]


@pytest.mark.parametrize(
    ("title", "lead", "stranger"),
    [
        ("Ofsted in Kent", "It came on Monday.", False),
        ("An Ofsted report", "Ofsted has been to Kent.", False),
        ("Ofsted in Essex", "Ofsted has been to Essex.", True),
    ],
)
def test_whom_neither_headline_nor_lead_names_is_a_stranger(
    title: str, lead: str, *, stranger: bool
) -> None:
    more = " ".join(f"Ofsted spoke to group {number}." for number in range(6))
    text = f"{lead} {more}\n\nOfsted has rated children's services in Kent inadequate."
    assert facts(text, title)["stranger"] is stranger


@pytest.mark.parametrize(
    ("title", "text", "known"),
    [
        ("Kent after its inadequate rating", "Ofsted has been to Kent council.", True),
        ("Staff shocked by Kent's inadequate rating", "Ofsted was in Kent council.", True),
        ("Kent staff meet", "Ofsted has been to Kent. Staff spoke of its inadequate rating.", True),
        ("Kent given an inadequate rating", "Ofsted has been to Kent council.", False),
        ("Kent rated inadequate", "Ofsted has been to Kent council.", False),
        ("Kent staff meet", "Ofsted has rated children's services in Kent inadequate.", False),
    ],
)
def test_a_grade_may_be_spoken_of_as_known(title: str, text: str, *, known: bool) -> None:
    assert facts(text, title)["known"] is known


def test_a_grade_that_one_sentence_asserts_is_not_only_known() -> None:
    text = "Ofsted has rated children's services in Kent inadequate."
    assert not facts(text, "Kent sorry after its inadequate rating")["known"]


@pytest.mark.parametrize(
    ("sentence", "full"),
    [
        (
            (
                "Ofsted and the CQC found widespread and systemic failings in Kent, leading to"
                " significant concerns about the experiences and outcomes of children with SEND."
            ),
            True,
        ),
        ("Ofsted and the CQC found systemic failings in Kent's SEND services.", False),
    ],
)
def test_an_outcome_for_send_may_be_said_in_full(sentence: str, *, full: bool) -> None:
    text = f"An area SEND inspection of Kent is over. {sentence}"
    page, drafts = draft_findings(parsed(text, "Kent SEND", "2024-05-01"), reading_context())
    assert page is not None
    said = [features(page, traits_of(page), draft)["said_in_full"] for draft in drafts]
    assert any(said) is full


@pytest.mark.parametrize(
    ("kind", "other"), [("An area SEND inspection", False), ("An Ofsted inspection", True)]
)
def test_the_cqc_is_another_body_unless_it_inspects_with_ofsted(kind: str, *, other: bool) -> None:
    text = (
        f"{kind} took place in Kent. Ofsted rated children's services in Kent inadequate, and the"
        " CQC was told."
    )
    assert facts(text, "Kent's report")["other_in_sentence"] is other


OPENED = [
    ("Round-up: what inspectors said", "Ofsted has been busy."),
    ("What they found", "Four reports came from Ofsted this week."),
    ("Two councils inspected", "Ofsted has been busy."),
]


@pytest.mark.parametrize(("title", "lead"), OPENED)
def test_who_opens_a_part_of_a_round_up_is_no_stranger(title: str, lead: str) -> None:
    text = (
        f"{lead}\n\nIn Leeds it was a good week. Leeds is good.\n\nYork is good too, as it was.\n\n"
        "Staff met. They talked.\n\nKent has 140 agency staff. Kent was rated inadequate."
    )
    assert not facts(text, title)["stranger"]


def test_who_is_only_named_on_a_page_over_one_is_a_stranger() -> None:
    text = (
        "Ofsted has been to Leeds in six counties' worth of rain. Leeds is good.\n\nYork helped."
        "\n\nLeeds met Ofsted. Its services had been good. Inspectors praised Leeds."
        "\n\nKent was rated inadequate."
    )
    assert facts(text, "Leeds is good, says Ofsted")["stranger"]


PRAISE = "Inspectors praised its {}."


@pytest.mark.parametrize(("told", "new"), [("in a letter out today", True), ("in 2019", False)])
def test_whose_verdict_of_the_day_is_told_too_is_no_stranger(told: str, *, new: bool) -> None:
    lines = [
        "Ofsted has rated Kent good.",
        *map(PRAISE.format, ("staff", "nurses", "plans", "homes")),
    ]
    lines += [f"Bury was rated inadequate {told}."]
    page, drafts = draft_findings(
        parsed("\n\n".join(lines), "Kent is good", "2024-05-01"), reading_context()
    )
    assert page is not None
    (bury,) = [one for one in drafts if one.council.name == "Bury"]
    found = features(page, traits_of(page), bury)
    assert found["stranger"] is not new
    assert found["title_names_others"] is not new
