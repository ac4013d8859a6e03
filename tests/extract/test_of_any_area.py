"""What a page says of SEND outcomes in general, beside the one area that it names."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reported

DAY = "2025-05-10"
LEADS = {
    "SEND inspectors in Kent": (
        "Ofsted and Care Quality Commission inspectors have arrived in Kent to look at its services"
        " for children with special educational needs and disabilities (SEND)."
    ),
    "How SEND is inspected in Kent": (
        "Councillors in Kent were told on Monday how Ofsted and the CQC inspect SEND services."
    ),
}
GENERAL = [
    "Areas with widespread and/or systemic failings must write a priority action plan.",
    "An area that is found to have systemic failings gets a visit from an adviser.",
    "The lowest outcome is that there are widespread and/or systemic failings.",
    "The lowest outcome, widespread and/or systemic failings, leads to a monitoring visit.",
    "The middle outcome is inconsistent experiences and outcomes.",
    "In 24 of 96 areas inspectors found widespread and/or systemic failings.",
    "A written statement of action was what areas with significant weaknesses had to produce.",
    "Areas told to write a priority action plan are watched by the Department for Education.",
    "Inspectors look for systemic failings.",
    "Some areas have been told that they have systemic failings.",
    "Other areas have been found to have widespread and/or systemic failings.",
    "In other parts of the country inspectors have found widespread and systemic failings.",
    "A report by the National Audit Office found widespread failings in the SEND system.",
]


@pytest.mark.parametrize("title", LEADS)
@pytest.mark.parametrize("sentence", GENERAL)
def test_what_is_so_of_any_area_is_told_of_none(sentence: str, title: str) -> None:
    told = {outcome for _, outcome in reported(f"{LEADS[title]} {sentence}", title, DAY)}
    assert told <= {"positive", "mixed"}


@pytest.mark.parametrize(
    "verdict",
    [
        "There are widespread and/or systemic failings.",
        "Some areas of practice are strong, but there are systemic failings.",
        "Other areas were better, but there are systemic failings here.",
        "A priority action plan must be written.",
        "The area gets the lowest of three outcomes.",
        "Inspectors looked at good practice too, and found systemic failings.",
        "In some parts of the service there are widespread and systemic failings.",
    ],
)
def test_what_a_report_on_one_area_says_is_told(verdict: str) -> None:
    text = f"Ofsted and the CQC have published their report on SEND in Kent. {verdict}"
    found = findings(text, "Report on SEND in Kent", DAY)
    assert {f.council.name for f in found if f.adverse} == {"Kent"}
