"""Grades that are not the council's own: a neighbour's, a scale's, an aim, some areas' only."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Area, Direction, Role

WHEN = "2024-05-01"
KENT = {("Kent", "inadequate")}
GOOD = {("Kent", "good")}
IMPROVE = {("Kent", "requires_improvement")}


def whole(text: str) -> set[tuple[str, str, Direction]]:
    """Give council, outcome and direction of what a text reports of the whole service."""
    _, drafts = draft_findings(parsed(text, "", WHEN), reading_context())
    found = [d.finding for d in drafts if d.finding.role is Role.NEWS]
    return {(f.council.name, f.outcome.value, f.direction) for f in found if f.area is Area.OVERALL}


@pytest.mark.parametrize(
    "text",
    [
        "Kent Council was blasted by the Assembly Member for Kent and Medway, after Ofsted {}.",
        "Kent's services were criticised by Jo Smith, the MP for Medway, as Ofsted {}.",
        "Kent County Council was attacked by the MEP for Kent and Surrey, after Ofsted {}.",
        "Kent Council has no answer to Labour's candidate for Medway, Jo Smith: Ofsted {}.",
    ],
)
def test_whom_somebody_represents_is_not_what_failed(text: str) -> None:
    rated = "rated its children's services inadequate"
    assert reported(text.format(rated), "", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        "Children's services for Kent and Medway were rated inadequate by Ofsted.",
        "Ofsted reports for Kent and Medway rate children's services inadequate.",
        "Ofsted's findings for Kent and for Medway are out: both are rated inadequate.",
    ],
)
def test_for_alone_leaves_nobody_out(text: str) -> None:
    assert reported(text, "", WHEN) == KENT | {("Medway", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "He referenced a neighbouring council's recent 'inadequate' inspection by Ofsted.",
        "She pointed to a nearby authority's recent inadequate judgement from Ofsted.",
        "One neighbouring authority was rated inadequate by Ofsted this year, he said.",
        "An adjoining borough's services were judged inadequate by inspectors last month.",
        "A neighbouring council's children's services, rated inadequate by Ofsted, have fewer.",
    ],
)
def test_a_neighbour_without_a_name_is_another_council(text: str) -> None:
    lead = "Ofsted has looked at how Kent plans for children in need."
    assert reported(f"{lead}\n\n{text}", "Kent visited", WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Unlike a neighbouring council, it has been rated inadequate by Ofsted.",
        "Ofsted has rated it inadequate, weeks after a neighbouring council was rated good.",
        "Like a neighbouring council, the authority was rated inadequate by Ofsted.",
        "The authority, which shares staff with a neighbouring council, was rated inadequate.",
        "Its services were rated inadequate, and a neighbouring council will help.",
    ],
)
def test_a_verdict_beside_a_neighbour_stays(text: str) -> None:
    lead = "Ofsted has looked at children's services in Kent."
    assert reported(f"{lead} {text}", "Kent inspected", WHEN) == KENT


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (
            "It is 'requires improvement', of ratings which range from 'inadequate' to 'good'.",
            "requires_improvement",
        ),
        ("It was rated 'good' - grades range from 'inadequate' up to 'outstanding'.", "good"),
        ("It is rated 'good', on grades ranging from 'outstanding' to 'inadequate'.", "good"),
        ("It is 'inadequate' on grades that run from 'outstanding' to 'inadequate'.", "inadequate"),
    ],
)
def test_the_ends_of_a_scale_are_no_grades(text: str, grade: str) -> None:
    lead = "Ofsted inspected children's services in Kent."
    assert whole(f"{lead} {text}") <= {("Kent", grade, Direction.UNKNOWN)}


@pytest.mark.parametrize(
    "text",
    [
        "Kent children's services have gone from 'inadequate' to 'outstanding', Ofsted says.",
        "Ofsted moved Kent's children's services up from 'inadequate' to 'outstanding'.",
    ],
)
def test_a_move_is_no_scale(text: str) -> None:
    assert whole(text) == {("Kent", "outstanding", Direction.BETTER)}


@pytest.mark.parametrize(
    "text",
    [
        "It is good in two of three categories. The overall result was requires improvement.",
        "It is good in three of four areas, but the overall result was requires improvement.",
        "It was judged good in one of the four areas and requires improvement overall.",
        "It got good in two of the three areas. The overall outcome: 'requires improvement'.",
    ],
)
def test_what_some_areas_got_gives_way_to_the_whole(text: str) -> None:
    lead = "Ofsted's report on Kent children's services is out."
    assert reported(f"{lead} {text}", "", WHEN) == IMPROVE


@pytest.mark.parametrize(
    "text",
    [
        "It was rated good in all four areas.",
        "It was rated good in three of the four areas.",
        "The overall outcome was 'good'.",
    ],
)
def test_what_areas_got_is_told_where_nothing_else_is(text: str) -> None:
    lead = "Ofsted's report on Kent children's services is out."
    assert reported(f"{lead} {text}", "", WHEN) == GOOD


@pytest.mark.parametrize(
    "text",
    [
        "Care leavers had a good service. This part of it is rated requires improvement.",
        "Care leavers had a good service. That area is now rated requires improvement.",
    ],
)
def test_a_part_that_is_pointed_at_is_not_the_whole(text: str) -> None:
    lead = "Ofsted has rated Kent children's services inadequate."
    assert {one[:2] for one in whole(f"{lead}\n\n{text}")} == KENT


@pytest.mark.parametrize(
    "text",
    [
        "So, the next stop for Kent is outstanding overall.",
        "It now has its eye on an 'outstanding' rating.",
        "The team has its sights firmly on an 'outstanding' rating.",
        "Next stop: an outstanding rating overall.",
    ],
)
def test_what_is_aimed_at_is_not_given(text: str) -> None:
    lead = "Kent children's services have been rated good by Ofsted."
    assert reported(f"{lead} {text}", "", WHEN) == GOOD


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("the first overall 'good' rating of any authority nearby", Direction.UNKNOWN),
        ("the first 'good' rating among coastal authorities", Direction.UNKNOWN),
        ("its first 'good' rating", Direction.BETTER),
        ("its first overall 'good' rating", Direction.BETTER),
    ],
)
def test_the_first_of_many_has_not_risen(text: str, way: Direction) -> None:
    found = whole(f"Ofsted gave children's services at Kent council {text}.")
    assert found == {("Kent", "good", way)}


@pytest.mark.parametrize(
    "text",
    [
        "Areas where the partnership is performing well include the part that families play.",
        "The area was found to be performing well in these ways:",
        "Pupils perform well in tests.",
        "The Family Learning Service was rated 'good' in spring.",
        "Now five of eight local authority homes are good.",
        "It wants young people to achieve the best possible outcomes.",
        "Managers have identified the priority actions that are necessary.",
        "Leaders know their priority actions well.",
    ],
)
def test_what_only_sounds_like_an_outcome(text: str) -> None:
    lead = "Ofsted and the CQC inspected special educational needs services in Kent."
    kept = reported(f"{lead}\n\n{text}", "Kent inspected", WHEN)
    assert not {outcome for _, outcome in kept} & {"good", "send_positive", "priority_action"}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ofsted's annual rating says that Kent's children's services perform well.", "good"),
        ("Kent got the best possible outcome in its area SEND inspection.", "send_positive"),
        ("Ofsted inspectors gave Kent two priority actions at a focused visit.", "priority_action"),
    ],
)
def test_what_is_an_outcome(text: str, outcome: str) -> None:
    assert ("Kent", outcome) in reported(text, "", "2010-12-01")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Estyn has judged children's services in Cardiff inadequate. Kent awaits Ofsted.", set()),
        (
            "Estyn called Cardiff's services good, but Ofsted rates Kent's services inadequate.",
            KENT,
        ),
        ("Ofsted, unlike Estyn, is at work in Kent. It has rated its services inadequate.", KENT),
    ],
)
def test_another_nations_inspectorate_grades_no_english_council(
    text: str, found: set[tuple[str, str]]
) -> None:
    assert reported(text, "News from Kent", "2024-05-14") == found
