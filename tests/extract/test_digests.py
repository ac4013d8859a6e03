"""Digests of reports: rows with a kind of inspection, rows of SEND, and falls counted in grades."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Role

TITLE = "Reports published 10-14 June"


def rows(text: str, title: str = TITLE, published: str | None = "2024-06-14") -> set[str]:
    """Give council, outcome and way of what a digest reports."""
    _, drafts = draft_findings(parsed(text, title, published), reading_context())
    signs = {"worse": "-", "better": "+", "same": "=", "unknown": ""}
    return {
        f"{d.council.name} {d.outcome.value}{signs[d.direction.value]}"
        for d in drafts
        if d.role is Role.NEWS
    }


@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize(
    "row",
    [
        "{}, short inspection: {} ({} in 2017)",
        "• {}, standard inspection: {} ({} in 2017)",
        "{} (short inspection): {}, was {}",
        "{} - full inspection - {} (previously {})",
        "{}: {} (2017: {})",
        "{}, ILACS: {} (last time: {})",
        "{}: {}, {} in 2017",
        "{}, inspected in May: {} ({} in 2017)",
    ],
)
def test_a_row_may_say_what_inspection_it_was(row: str, *, short: bool) -> None:
    low = "RI" if short else "requires improvement"
    lines = [
        row.format("Southwark", low, "good"),
        row.format("Sheffield", "good", low),
        row.format("Norfolk", "inadequate", low),
    ]
    text = "Council inspections by Ofsted\n" + "\n".join(lines)
    wanted = {"Southwark requires_improvement-", "Sheffield good+", "Norfolk inadequate-"}
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("positive", "middle", "low"),
    [
        ("positive", "inconsistent", "systemic"),
        ("typically positive", "inconsistent experiences", "systemic failings"),
        ("Top", "Middle", "Bottom"),
    ],
)
@pytest.mark.parametrize("row", ["{}: {}", "• {} - {}", "{} ({})", "{}, full inspection: {}"])
@pytest.mark.parametrize("head", ["Area SEND", "SEND inspections by Ofsted and the CQC"])
def test_a_row_below_send_gives_one_of_three_outcomes(
    head: str, row: str, positive: str, middle: str, low: str
) -> None:
    lines = [row.format("Leeds", middle), row.format("Luton", positive), row.format("Kent", low)]
    text = f"Ofsted uploads.\n\n{head}\n" + "\n".join(lines)
    wanted = {"Leeds send_inconsistent", "Luton send_positive", "Kent send_systemic_failings"}
    assert rows(text) == wanted


def test_outcomes_of_send_may_stand_in_brackets_behind_names() -> None:
    text = "New this month: **Leeds** (inconsistent), **Luton** (typically positive)."
    got = rows(f"Areas inspected for SEND by Ofsted.\n\n{text}", "SEND: who got what")
    assert got == {"Leeds send_inconsistent", "Luton send_positive"}


@pytest.mark.parametrize(
    "text",
    [
        "Area SEND\nLeeds: the mood is positive\nLuton: positive, says its leader",
        "Our offices\nLeeds: top floor\nLuton: bottom of the hill",
        "Area SEND\nLeeds: positive\n\nWe are based in Leeds.",
    ],
)
def test_rows_of_something_else_give_no_outcome(text: str) -> None:
    assert not {row for row in rows(f"Ofsted uploads.\n\n{text}") if " send_" in row}


FALLS = [
    "Kent's overall grade falls two rungs since last time, when it was good.",
    "Kent, which was good in 2019, has dropped two grades.",
    "Kent's children's services were rated good in 2019 but have now fallen by two grades.",
    "Having been good in 2019, Kent is down two grades.",
    "Kent, previously good, slips a grade.",
    "Kent has gone down one grade since 2018, when it was outstanding.",
]
RISES = [
    "Kent's overall grade rises two rungs since last time, when it was inadequate.",
    "Kent has climbed two grades since 2019, when it was inadequate.",
    "Kent, which was inadequate in 2019, has gone up two grades.",
]


@pytest.mark.parametrize("published", ["2022-10-14", None])
@pytest.mark.parametrize("title", ["Kent children's services: Ofsted report", "Ofsted: a digest"])
@pytest.mark.parametrize(
    ("text", "sign"), [(one, "-") for one in FALLS] + [(one, "+") for one in RISES]
)
def test_steps_from_a_grade_that_was_are_news(
    text: str, sign: str, title: str, published: str | None
) -> None:
    lead = "Ofsted has published its report on children's services in Kent."
    got = rows(f"{lead}\n\n{text}", title, published)
    assert {row[-1] for row in got} == {sign}


def test_an_entry_is_followed_by_its_grade() -> None:
    text = (
        "KENT: full inspection. Outstanding, again.\n\nLEEDS: full inspection. Good.\n\n"
        "HULL: short inspection. Inadequate."
    )
    got = reported(f"Ofsted has published reports.\n\n{text}", "A digest", "2022-10-14")
    wanted = {("Kent", "outstanding"), ("Leeds", "good"), ("Kingston upon Hull", "inadequate")}
    assert got == wanted
