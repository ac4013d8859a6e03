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
