"""Minutes tell all in the pluperfect: what had been found is news, what went before is not."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

TITLE = "Outcome of the Ofsted Inspection"
KENT = ("Kent", "inadequate")
OPENING = "The Director of Kent County Council introduced the report."


def minutes(text: str, line: str = "Minutes:") -> str:
    """Put a sentence into the minutes of a meeting."""
    return f"{line}\n\n{OPENING}\n\n{text}\n\nRESOLVED that the report be noted."


@pytest.mark.parametrize("published", ["2024-06-20", None])
@pytest.mark.parametrize("line", ["Minutes:", "Minutes"])
@pytest.mark.parametrize(
    "text",
    [
        "The authority had received an overall judgement of inadequate.",
        "The Director explained that services had been rated inadequate.",
        "Inspectors had judged services to be inadequate.",
        "Ofsted had inspected services and had found them to be inadequate.",
        "The overall outcome had been inadequate.",
        "The council had been given an overall rating of inadequate.",
    ],
)
def test_what_minutes_say_had_been_found_is_news(text: str, line: str, published: str) -> None:
    assert KENT in told(minutes(text, line), TITLE, published)[0]


@pytest.mark.parametrize("published", ["2024-06-20", None])
@pytest.mark.parametrize(
    "text",
    [
        "Services had previously been judged inadequate, and work had been done.",
        "Before the inspection services had been judged inadequate.",
        "At the last inspection the service had been judged inadequate.",
        "Since services had been rated inadequate, a board had met every month.",
        "In 2015 Ofsted had judged services to be inadequate.",
        "Services had been judged inadequate in 2015.",
        "When the council had been judged inadequate, a board had been set up.",
    ],
)
def test_what_minutes_say_had_been_before_is_recalled(text: str, published: str) -> None:
    assert KENT not in told(minutes(text), TITLE, published)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The authority had received an overall judgement of inadequate.",
        "Ofsted had judged services to be inadequate.",
    ],
)
def test_elsewhere_the_pluperfect_recalls(text: str) -> None:
    assert told(f"{OPENING} {text}", TITLE, "2024-06-20") == (set(), {KENT})


MOVED = [
    "The overall judgement for Kent had moved down by one, from good to inadequate.",
    "The service had gone from good to inadequate.",
    "The rating of leaders had slipped from good to inadequate.",
    "Ofsted had reduced the overall judgement from good to inadequate.",
]
MINUTES = (
    "Present: Councillors Ade (Chair), Banks and Sethi\n\n"
    "The Head of Service at Kent took Members through the Ofsted report.\n\n"
)


@pytest.mark.parametrize("published", ["2024-06-20", None])
@pytest.mark.parametrize("text", MOVED)
def test_a_grade_that_minutes_say_had_moved_is_news(text: str, published: str | None) -> None:
    title = "Minutes of the Corporate Parenting Panel"
    assert KENT in told(f"{MINUTES}{text}\n\nRESOLVED: to note it.", title, published)[0]
    text = text.replace("had", "had previously")
    assert KENT not in told(f"{MINUTES}{text}\n\nRESOLVED: to note it.", title, published)[0]
