"""A judgement that is set apart and taken up by a pronoun, and questions to ministers."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Role

LEAD = "Essex has earned a good from Ofsted for its children's services.\n\nLeadership is good."


def judged(text: str, published: str | None = None) -> set[tuple[str, str]]:
    """Give area and outcome of what is reported."""
    document = parsed(f"{LEAD} {text}", "Essex's Ofsted inspection", published)
    _, drafts = draft_findings(document, reading_context())
    return {(d.area.value, d.outcome.value) for d in drafts if d.role is Role.NEWS}


@pytest.mark.parametrize("published", ["2026-02-14", None])
@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("care leavers", "care_leavers"),
        ("children in care", "children_in_care"),
        ("help and protection", "help_and_protection"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Only {}, who wait too long, fall short of that standard: for them it is inadequate.",
        "The exception is the experience of {}. Inspectors put it in the bottom category.",
        "The weak spot is {}. There the service is inadequate.",
        "It is a worse deal for {}. For them the verdict is inadequate.",
        "It is a different story for {}. Their service is inadequate.",
    ],
)
def test_a_pronoun_takes_up_the_judgement_that_is_set_apart(
    text: str, name: str, area: str, published: str | None
) -> None:
    got = judged(text.format(name), published)
    assert (area, "inadequate") in got
    assert ("overall", "inadequate") not in got


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors met care leavers. They found the service inadequate.",
        "Only care leavers were happy. Overall the council is inadequate.",
        "It is worse for care leavers. Leaders are inadequate.",
    ],
)
def test_what_is_not_set_apart_or_has_its_own_name_is_not_taken_up(text: str) -> None:
    assert ("care_leavers", "inadequate") not in judged(text)


@pytest.mark.parametrize("whom", ["His Majesty's Government", "the Secretary of State"])
def test_what_ministers_are_asked_is_answered_with_what_was(whom: str) -> None:
    text = (
        f"To ask {whom} which local authorities are judged inadequate for children's social care.\n"
        "\nFour authorities held a judgement of inadequate from Ofsted. They are Slough, Devon, "
        "Luton and Worcestershire.\n\nThe time taken to leave intervention averages 34 months."
    )
    assert not reported(text, "Written answers: Ofsted judgements")
