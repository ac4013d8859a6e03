"""What a letter about a visit says first, and children who are let down."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

_PRAISE = (
    "The dedication of staff is praised. The letter is dated May. It has four pages. It went to the"
    " council. Some improvements were seen in the support for carers."
)
_DAY = "2022-05-14"


@pytest.mark.parametrize(
    "lead",
    [
        "Ofsted says that Kent's children's services are not improving fast enough.",
        "A monitoring visit to Kent has found that too little has changed for children.",
        "Inspectors on a monitoring visit to Kent found that progress is too slow.",
    ],
)
def test_praise_behind_it_takes_nothing_from_a_bad_opening(lead: str) -> None:
    found = reported(f"{lead}\n\n{_PRAISE}", "Town hall responds after monitoring visit", _DAY)
    assert ("Kent", "insufficient_progress") in found


@pytest.mark.parametrize(
    "lead",
    [
        "Some improvements were seen in Kent on a monitoring visit. Progress is too slow.",
        "Steady progress has been made in Kent, Ofsted said, though some help is too slow.",
    ],
)
def test_praise_that_opens_keeps_its_weight(lead: str) -> None:
    found = reported(f"{lead}\n\n{_PRAISE}", "Ofsted on Kent children's services", _DAY)
    assert ("Kent", "insufficient_progress") not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Care leavers in Kent are being let down, Ofsted said after a focused visit.",
        "Children in Kent have been badly let down, inspectors said after a focused visit.",
        "Vulnerable children in Kent are being failed, Ofsted has said after a focused visit.",
    ],
)
def test_inspectors_say_who_is_let_down(sentence: str) -> None:
    found = reported(sentence, "Ofsted letter to Kent published", _DAY)
    assert ("Kent", "weaknesses") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Parents in Kent say their children are being let down.",
        "Care leavers in Kent are no longer being let down, Ofsted said after a focused visit.",
        "Children in Kent are not being let down, Ofsted said after a focused visit.",
    ],
)
def test_others_say_so_or_it_is_denied(sentence: str) -> None:
    found = reported(sentence, "Ofsted letter to Kent published", _DAY)
    assert ("Kent", "weaknesses") not in found
