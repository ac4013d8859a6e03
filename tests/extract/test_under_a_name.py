"""A round-up: a name on a line of its own, and the verdict as the first words below it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reported

LEAD = "Ofsted has published reports on children's services.\n\nKent\n\n"
REST = "\n\nDevon\n\nNo change at requires improvement."
TITLE = "Ofsted reports of the week"


def told(text: str) -> set[tuple[str, str]]:
    """Give area and outcome of what is told of the first council."""
    found = findings(LEAD + text + REST, TITLE, "2022-12-11")
    return {(one.area.value, one.outcome.value) for one in found if one.council.name == "Kent"}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Inadequate. Leaders did not see it coming.", "inadequate"),
        ("Another inadequate, and ministers will write.", "inadequate"),
        ("Still inadequate. Children wait too long.", "inadequate"),
        ("Good across the board.", "good"),
        ("Unchanged, at good.", "good"),
        ("Good, up from requires improvement.", "good"),
        ("Outstanding again: a third in a row.", "outstanding"),
        ("Rated good for a second time.", "good"),
        ("Requires improvement. Plans are poor.", "requires_improvement"),
    ],
)
def test_a_verdict_that_opens_below_a_name_is_its_own(text: str, outcome: str) -> None:
    assert ("overall", outcome) in told(text)


def test_others_may_stand_behind_it() -> None:
    assert told("Another good, with outstanding for leadership.") == {
        ("overall", "good"),
        ("leaders", "outstanding"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Good foster carers are sought.",
        "Outstanding work by staff was honoured.",
        "Inadequate housing is a worry for young people.",
        "Good in parts, says a reader.",
    ],
)
def test_what_else_opens_below_a_name_is_none(text: str) -> None:
    assert told(text) == set()


def test_one_name_alone_heads_no_round_up() -> None:
    text = "Ofsted came.\n\nKent\n\nGood, said the mayor of the weather, and sunny."
    assert reported(text, "Ofsted in Kent", "2022-12-11") == set()


@pytest.mark.parametrize(
    "opening",
    [
        "This week saw the worst rating for one county and a top one for its neighbour.",
        "Ofsted has rated one county inadequate and praised two others.",
    ],
)
def test_what_the_opening_says_of_some_council_is_told_below(opening: str) -> None:
    text = f"{opening} We sum it up.\n\nKent\n\nGood, as before.\n\nSurrey\n\nRequires improvement."
    found = reported(f"{text}\n\nKent is a county by the sea.", TITLE, "2022-12-11")
    assert found == {("Kent", "good"), ("Surrey", "requires_improvement")}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Those that require improvement are normally given two visits.", False),
        ("Those requiring improvement will usually be seen again within three years.", False),
        ("Those who require improvement can expect a visit.", False),
        ("Those that require improvement include help for care leavers.", True),
    ],
)
def test_what_befalls_whoever_has_a_grade_is_a_rule(text: str, *, own: bool) -> None:
    found = reported(f"Ofsted has rated Kent's services good. {text}", "Ofsted in Kent", "2023-01")
    assert (("Kent", "requires_improvement") in found) is own
