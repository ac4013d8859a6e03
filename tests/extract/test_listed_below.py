"""A grade that a colon gives to the judgements in the lines below is theirs, not the whole's."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read

TITLE = "Ofsted publishes its report on Kent council"
LEAD = "Ofsted inspected Kent County Council's children's services."


def graded(text: str) -> set[tuple[str, str]]:
    """Give judgement and grade of what is news."""
    return {(f.area.value, f.outcome.value) for f in read(text, TITLE).findings}


@pytest.mark.parametrize(
    "opening",
    [
        "Performance was found to be {} in these areas:",
        "The following areas were judged {}:",
        "Services were rated {} for:",
        "Inspectors rated the council {} in the following categories:",
    ],
)
@pytest.mark.parametrize("mark", ["• ", "- ", ""])
@pytest.mark.parametrize(
    ("low", "whole"), [("inadequate", "inadequate"), ("good", "requires improvement")]
)
def test_a_grade_over_lines_is_theirs(opening: str, mark: str, low: str, whole: str) -> None:
    lines = "\n\n".join(mark + area for area in ("Adoption", "Experiences of care leavers"))
    text = f"{LEAD}\n\n{opening.format(low)}\n\n{lines}\n\nThe overall judgement is '{whole}'."
    outcome = whole.replace("requires improvement", "requires_improvement")
    assert graded(text) == {
        ("adoption", low),
        ("care_leavers", low),
        ("overall", outcome),
    }


@pytest.mark.parametrize(
    "opening",
    [
        "Ofsted rated the council's services inadequate and said:",
        "Services are inadequate overall, with these areas for improvement:",
        "Services were rated inadequate. It looked at:",
    ],
)
def test_lines_that_say_something_else_leave_the_grade_to_the_whole(opening: str) -> None:
    lines = "• Care leavers are not kept safe\n\n• Help for children is too slow"
    assert ("overall", "inadequate") in graded(f"{LEAD}\n\n{opening}\n\n{lines}")


@pytest.mark.parametrize("lead_in", ["in the following areas", "for these judgements"])
@pytest.mark.parametrize("lines", [True, False])
@pytest.mark.parametrize("low", ["good", "inadequate"])
def test_a_second_grade_is_that_of_what_stands_below(
    lead_in: str, *, lines: bool, low: str
) -> None:
    areas = ("Children who need help and protection", "Leadership and management")
    below = "\n\n" + "\n\n".join(f"• {area}" for area in areas) if lines else " " + "; ".join(areas)
    text = f"{LEAD}\n\nOfsted rated it outstanding for adoption, and as {low} {lead_in}:{below}"
    assert graded(text) == {
        ("adoption", "outstanding"),
        ("help_and_protection", low),
        ("leaders", low),
    }


def test_areas_without_a_colon_are_not_looked_for_below() -> None:
    text = f"{LEAD}\n\nIt was rated inadequate in the following inspections.\n\nAdoption"
    assert graded(text) == {("overall", "inadequate")}
