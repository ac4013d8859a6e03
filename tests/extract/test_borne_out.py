"""Reports on several areas that tell each one's outcome in a word, and fears that came true."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

FAILED = "send_systemic_failings"
FIRST = "The first three reports under the new Area SEND framework are out from Ofsted."


@pytest.mark.parametrize("leads", ["Which leaves Leeds.", "That leaves Leeds.", "Finally, Leeds."])
@pytest.mark.parametrize(
    "told",
    [
        "Parents had warned of trouble, and so it's proved: systemic failings.",
        "Families said that it was failing, and so it has proved: widespread failings.",
        "Inspectors met with systemic failings there.",
    ],
)
def test_each_part_of_a_page_tells_one_outcome(leads: str, told: str) -> None:
    text = f'{FIRST}\n\nLuton. "Inconsistent." Plans get lost.\n\n{leads} {told}'
    found = reported(text, "Three reports and a sigh", "2023-04-12")
    assert found == {("Luton", "send_inconsistent"), ("Leeds", FAILED)}


@pytest.mark.parametrize(
    "verdict",
    ["The verdict: inconsistent.", 'Luton is in the "inconsistent" category.', "Inconsistent."],
)
def test_one_word_may_be_the_outcome(verdict: str) -> None:
    text = f"Ofsted's area SEND report on Luton is out. {verdict}"
    assert ("Luton", "send_inconsistent") in reported(text, "SEND in Luton", "2023-04-12")


@pytest.mark.parametrize(
    "sentence",
    [
        "Recording is inconsistent.",
        "Parents had warned of systemic failings in Luton.",
        "Training is inconsistent: some get none.",
    ],
)
def test_what_is_inconsistent_is_no_outcome_of_the_whole(sentence: str) -> None:
    text = f"Ofsted's area SEND report on Luton is out. {sentence}"
    found = reported(text, "SEND in Luton", "2023-04-12")
    assert found.isdisjoint({("Luton", "send_inconsistent"), ("Luton", FAILED)})


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors have ordered Luton to write a formal statement of what it will do.",
        "Inspectors have told Luton to produce a statement of how it will put SEND right.",
    ],
)
def test_a_statement_of_what_will_be_done_is_one_of_action(sentence: str) -> None:
    text = f"Ofsted has a report on special needs services in Luton. {sentence}"
    found = reported(text, "SEND in Luton", "2020-04-12")
    assert ("Luton", "written_statement_of_action") in found
