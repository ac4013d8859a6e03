"""What is good without a verb of judging, and verdicts counted from what was long ago."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

LEAD = "Ofsted has published its report on children's services in Essex."
GOOD = [
    "Essex is {} once more.",
    "Essex, written off by inspectors in 2018, is {} after its latest inspection.",
    "Essex, which inspectors had all but given up on, is now {}.",
    "Essex keeps the {} it was given in 2020.",
    "Essex holds on to its {}.",
    "Essex came out {}.",
    "Just two were {}: Essex and Kent.",
    "Essex climbs to {}, seven years after it was condemned over exploitation.",
]


@pytest.mark.parametrize("published", ["2024-10-14", None])
@pytest.mark.parametrize("grade", ["good", "outstanding"])
@pytest.mark.parametrize("text", GOOD)
def test_what_is_told_to_be_good_is(text: str, grade: str, published: str | None) -> None:
    page = f"{LEAD}\n\n{text.format(grade)}\n\nIts leader is pleased."
    got = reported(page, "Report on Essex", published)
    assert ("Essex", grade) in got
    assert ("Essex", "deterioration") not in got


@pytest.mark.parametrize(
    "text",
    [
        "Essex came out for good.",
        "Essex keeps the good people it got in 2020.",
        "Just two were good: a desk and a chair.",
        "Things in Essex came good in the end.",
        "Essex is keen on the outstanding artists of the town.",
    ],
)
def test_ordinary_words_are_no_grades(text: str) -> None:
    got = reported(f"{LEAD}\n\n{text}", "Report on Essex", "2024-10-14")
    assert not {outcome for _, outcome in got if outcome in {"good", "outstanding"}}


SPANS = [
    "seven years after it was praised by inspectors",
    "seven years after it was condemned over exploitation",
    "ten years after a damning report",
    "three years on from the scandal",
    "a decade after it was shamed",
]


@pytest.mark.parametrize("published", ["2024-10-14", None])
@pytest.mark.parametrize("verb", ["plunges to", "has fallen to", "remains", "is judged"])
@pytest.mark.parametrize("span", SPANS)
def test_years_after_something_else_a_verdict_is_new(
    span: str, verb: str, published: str | None
) -> None:
    for comma in (",", ""):
        page = f"{LEAD}\n\nEssex {verb} inadequate{comma} {span}.\n\nIts leader is sorry."
        assert ("Essex", "inadequate") in reported(page, "Children's services in Essex", published)


@pytest.mark.parametrize(
    "text",
    [
        "Essex was rated inadequate three years ago, and has improved.",
        "Four years after it was rated inadequate, Essex has a new director.",
    ],
)
def test_a_verdict_of_years_ago_is_recalled(text: str) -> None:
    page = f"Ofsted was in Essex.\n\n{text}"
    assert ("Essex", "inadequate") in recalled(page, "Essex hires a director", "2024-10-14")


@pytest.mark.parametrize("visit", ["Ofsted came in February.", "Inspectors reported a week ago."])
def test_who_came_this_year_tells_of_these_days(visit: str) -> None:
    lead = "Social workers in Essex are being asked whether they will strike."
    said = "They took us down from good to requires improvement, and they told us why."
    text = f"{lead}\n\n{visit} {said}"
    assert ("Essex", "requires_improvement") in reported(text, "Strike ballot opens")
    then = text.replace("in February", "in 2016").replace("a week ago", "eight years ago")
    assert ("Essex", "requires_improvement") not in reported(then, "Strike ballot opens")
