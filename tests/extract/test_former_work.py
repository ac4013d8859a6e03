"""What is said of where somebody once worked is not said of who hires them."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported


@pytest.mark.parametrize(
    "title",
    [
        "New director joins as her last authority is downgraded by Ofsted",
        "Chief moves to Luton as former employer is rated inadequate by Ofsted",
        "Luton hires boss as his previous council is marked down by Ofsted",
        "Director's old department rated inadequate",
    ],
)
def test_where_somebody_worked_is_another_council(title: str) -> None:
    text = "Luton council has hired Jo Roe as its director of children's services."
    assert reported(text, title) == set()


@pytest.mark.parametrize(
    "title",
    [
        "Luton council downgraded to inadequate by Ofsted as its former boss leaves",
        "Luton's last good service is now inadequate, says Ofsted",
        "Director leaves as Luton council is rated inadequate by Ofsted",
    ],
)
def test_who_leaves_a_council_hides_no_verdict_on_it(title: str) -> None:
    text = "Jo Roe was director of children's services at Luton council."
    assert ("Luton", "inadequate") in reported(text, title)
