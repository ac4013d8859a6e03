"""Words that are explained, words that inspectors use, and rumours of a verdict."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

_DAY = "2024-05-14"
_OPENS = "Ofsted and the CQC look at special needs services in Kent."


def _said(sentence: str, title: str) -> set[str]:
    text = f"{_OPENS}\n\n{sentence}\n\nThe council will tell parents more soon."
    return {outcome for _, outcome in reported(text, title, _DAY)}


@pytest.mark.parametrize(
    "sentence",
    [
        "A written statement of action is ordered where there is significant concern.",
        "A priority action plan is required where failings are widespread and systemic.",
        "There are three outcomes. In the last case, a priority action plan is required.",
        "In such cases a written statement of action must be produced.",
        "In the worst case there are widespread and systemic failings.",
        "An area for priority action is Ofsted's term for a weakness that puts children at risk.",
        "It is Ofsted's term for an area of serious weakness that is placing children at risk.",
        "Systemic failings is the name given to the third of the outcomes.",
        "The last of the three outcomes is that there are widespread and systemic failings.",
        "A written statement of action is requested if there are significant weaknesses.",
    ],
)
def test_what_an_outcome_means_or_asks_for_is_nobodys(sentence: str) -> None:
    assert not _said(sentence, "Kent SEND: questions and answers on inspection")


@pytest.mark.parametrize(
    "sentence",
    [
        'Inspectors used the words "widespread and systemic failings" of Kent\'s services.',
        'They have used the phrase "widespread and systemic failings" of SEND in Kent.',
        "The report on SEND in Kent uses the words 'systemic failings'.",
        'The words Ofsted chose for SEND in Kent are "widespread and systemic failings".',
        'The verdict on Kent contains the phrase "widespread and systemic failings".',
        "In Kent's case a priority action plan is required, Ofsted said.",
        "A priority action plan is now required of Kent, Ofsted says.",
    ],
)
def test_words_that_inspectors_use_are_their_verdict(sentence: str) -> None:
    assert "send_systemic_failings" in _said(sentence, "Kent SEND: what inspectors say")


@pytest.mark.parametrize(
    "sentence",
    [
        "Parents used the words 'systemic failings' of Kent.",
        "Ofsted will no longer use the phrase 'systemic failings'.",
        "Rumours that Kent had been handed the bottom outcome for SEND were put to rest.",
        "Rumours of systemic failings in Kent's SEND services are wrong, the council says.",
        "Talk of systemic failings in Kent's SEND services was wide of the mark.",
    ],
)
def test_what_others_say_or_spread_is_no_verdict(sentence: str) -> None:
    assert "send_systemic_failings" not in _said(sentence, "Kent SEND report is out")


@pytest.mark.parametrize(
    "sentence",
    [
        "The rumours were true: Ofsted found widespread and systemic failings in Kent.",
        "Rumours were confirmed on Friday: Ofsted found systemic failings in Kent's SEND work.",
    ],
)
def test_a_rumour_that_came_true_is_a_verdict(sentence: str) -> None:
    assert "send_systemic_failings" in _said(sentence, "Kent SEND report is out")


@pytest.mark.parametrize(
    "text",
    [
        "HMICFRS examined 76 cases. It rated 31 as inadequate and 28 as requiring improvement.",
        "Inspectors tracked 20 files on children in Kent. They graded 11 as inadequate.",
    ],
)
def test_so_many_cases_are_rated_and_no_council(text: str) -> None:
    assert not reported(text, "Kent child protection report", _DAY)


_PLACED = "Ofsted and the CQC have placed Kent in {} for SEND."
_GIVEN = "Kent's SEND partnership has been given {}."


@pytest.mark.parametrize("frame", [_PLACED, _GIVEN])
@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("the lowest of three SEND outcomes", "send_systemic_failings"),
        ("the worst of the three findings", "send_systemic_failings"),
        ("the bottom rank of three", "send_systemic_failings"),
        ("the lowest of Ofsted's three levels", "send_systemic_failings"),
        ("the third and worst outcome", "send_systemic_failings"),
        ("the bottom rung", "send_systemic_failings"),
        ("the middle of the three findings", "send_inconsistent"),
        ("the middle rank of three", "send_inconsistent"),
        ("the second of three levels", "send_inconsistent"),
        ("the highest of three levels", "send_positive"),
        ("the top rank of three", "send_positive"),
    ],
)
def test_an_outcome_is_told_by_its_place_among_three(frame: str, words: str, outcome: str) -> None:
    text = f"{frame.format(words)} The report came out on Friday."
    found = {one for _, one in reported(text, "Kent SEND report is out", _DAY)}
    assert found == {outcome}


@pytest.mark.parametrize(
    "text",
    [
        "That's the word from Ofsted: Kent's children's services are inadequate.",
        "The word from inspectors is that Kent's children's services are inadequate.",
        "Kent's children's services are, in the words of Ofsted, inadequate.",
        "In the words of inspectors, Kent's children's services are inadequate.",
        "Inspectors chose the word inadequate for Kent's children's services.",
        "Ofsted inspected Kent's children's services. The word it uses for them is inadequate.",
        "Kent's services for children got the label inadequate from Ofsted yesterday.",
        "Ofsted has given Kent's children's services the label 'inadequate'.",
    ],
)
def test_words_of_inspectors_and_labels_given_are_used(text: str) -> None:
    assert ("Kent", "inadequate") in reported(text, "Ofsted report on Kent", "2024-05-01")


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted uses the word inadequate when children are at risk, Kent heard.",
        "In the words of one mother, Kent's services are inadequate. Ofsted will come.",
        "Ofsted uses the word inadequate for services that leave children at risk in Kent.",
        "The word is that Kent's services will be rated inadequate by Ofsted.",
        "Ofsted may yet give Kent the label inadequate, but staff are proud.",
        "Kent has never had the label 'inadequate' from Ofsted.",
    ],
)
def test_words_that_are_explained_or_anothers_are_not(text: str) -> None:
    assert not reported(text, "Ofsted and Kent", "2024-05-01")


@pytest.mark.parametrize(
    "text",
    [
        "'Requires improvement' had taken the place of 'adequate' in November.",
        "'Requires improvement' has replaced 'adequate' in the framework.",
        "The grade 'adequate' has given way to 'requires improvement'.",
    ],
)
def test_a_name_that_took_anothers_place_is_no_grade(text: str) -> None:
    told = f"Ofsted spoke to Kent County Council's committee. {text}"
    assert not reported(told, "Ofsted: how inspectors work", "2014-03-04")


def test_a_grade_that_took_anothers_place_is_one() -> None:
    text = "Ofsted inspected Kent. Its rating of 'good' has been replaced by 'inadequate'."
    assert ("Kent", "inadequate") in reported(text, "Ofsted and Kent", "2014-03-04")
