"""A short sentence that says who was visited turns to them."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

KENT, LEEDS = ("Kent", "inadequate"), ("Leeds", "inadequate")


@pytest.mark.parametrize("published", ["2019-07-01", None])
@pytest.mark.parametrize("end", ["inadequate", "inadequate too"])
@pytest.mark.parametrize(
    "turn",
    [
        "It came to Leeds in June.",
        "Leeds was visited in June.",
        "It visited Leeds in June.",
        "They went to Leeds in June.",
        "Leeds was inspected in June.",
    ],
)
def test_who_was_visited_next_has_the_verdict_behind(
    turn: str, end: str, published: str | None
) -> None:
    text = f"Ofsted came to Kent in May. Services were judged good. {turn} Services were judged "
    told = reported(f"{text}{end}.", "Ofsted reports", published)
    assert LEEDS in told
    assert KENT not in told


@pytest.mark.parametrize(
    "turn",
    [
        "Its director went to Leeds in June.",
        "Leeds was pleased.",
        "Staff from Leeds were visited.",
        "It came to nothing in Leeds.",
        "The minister visited Leeds.",
    ],
)
def test_who_is_only_named_has_not(turn: str) -> None:
    text = f"Ofsted came to Kent in May. {turn} Services were judged inadequate."
    told = reported(text, "Ofsted reports on Kent", "2019-07-01")
    assert LEEDS not in told
    assert KENT in told
