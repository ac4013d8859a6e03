"""Children who stay where they come to harm, and those of them who are on plans or in care."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

LEAD = "Inspectors from Ofsted made a monitoring visit to Dudley Council in May.\n\n"
WEAK = ("Dudley", "weaknesses")


@pytest.mark.parametrize(
    "text",
    [
        "Too many children remain in families where they are harmed.",
        "Some babies stayed too long in unsafe homes because managers did not act.",
        "Yet too many of those with a plan remain in families where they are being neglected.",
        "Some are left with parents who neglect them, the letter says.",
        "Inspectors found that some of those in its care are left at risk.",
        "Many of those in need of protection are left at risk, the letter says.",
    ],
)
def test_harm_that_goes_on_is_a_weakness(text: str) -> None:
    assert WEAK in reported(LEAD + text, "Inspectors return to Dudley", "2024-05-20")


@pytest.mark.parametrize(
    "text",
    [
        "Children no longer remain in unsafe homes, inspectors said.",
        "Children do not remain in homes where they are at risk.",
        "If children remain in families where they are harmed, social workers act fast.",
        "A charity said that across the country children remain in homes where they are at risk.",
        "Most of those in its care live in homes where they are happy.",
        "Many of those in the north are left at risk.",
    ],
)
def test_harm_that_has_ended_or_is_anywhere_is_none(text: str) -> None:
    assert WEAK not in reported(LEAD + text, "Inspectors return to Dudley", "2024-05-20")
