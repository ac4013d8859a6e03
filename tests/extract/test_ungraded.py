"""Findings without a grade: what is mended, what fell back, and what is only granted."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, one, parsed, reported
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Direction, Outcome, Role

BAD = {"priority_action", "weaknesses", "deterioration", "insufficient_progress"}


def found_all(said: str, title: str) -> set[tuple[str, str]]:
    """Give what a text says is new, however sure the reader is of it."""
    _, drafts = draft_findings(parsed(f"{title}\n\n{said}", title), reading_context())
    return {
        (draft.finding.council.name, draft.finding.outcome.value)
        for draft in drafts
        if draft.finding.role is Role.NEWS
    }


REVISIT = (
    "Ofsted and the CQC went back to see how special needs services in Dudley have changed.\n\n"
)

SHORT = (
    "Inspectors from Ofsted said Dudley had made sufficient progress in two of the six areas.",
    "Dudley has made sufficient progress in addressing three of its eight significant weaknesses.",
    "Ofsted said progress had been insufficient on five of the eight weaknesses found in Dudley.",
    "Of the twelve weaknesses found in Dudley, Ofsted saw sufficient progress in only five.",
    "Ofsted found too little progress in Dudley, on all but one of the areas of concern.",
    "Enough was done on training in Dudley. Ofsted saw insufficient progress in three other areas.",
    "One area was closed. Ofsted saw too little progress in Dudley in the remaining five areas.",
    "Dudley has not made sufficient progress in any of the four areas, Ofsted inspectors said.",
    "In Dudley sufficient progress was made in two areas of weakness but not in the other three.",
    "Inspectors said that none of the five weaknesses in Dudley had been addressed well enough.",
    "Ofsted's letter says four of the five weaknesses remain in Dudley.",
    "Ofsted said Dudley had put right three of the weaknesses, but two had not been dealt with.",
)
PARTLY = (
    "Inspectors from Ofsted said Dudley had made sufficient progress in three of the six areas.",
    "Ofsted said progress had been insufficient on three of the eight weaknesses found in Dudley.",
    "Of the twelve weaknesses found in Dudley, Ofsted saw sufficient progress in only seven.",
    "Ofsted found that Dudley had made enough progress on all but one of the areas of concern.",
    "Ofsted said two areas in Dudley had made sufficient progress. The two others take longer.",
    "In three areas Ofsted found sufficient progress in Dudley; in the remaining two, it is new.",
    "Ofsted saw change in all six areas in Dudley, with three areas making sufficient progress.",
    "Dudley has made sufficient progress in addressing five of its eight significant weaknesses.",
    "In four of the five areas we were found to have made sufficient progress, Ofsted told Dudley.",
    "Ofsted saw sufficient progress in Dudley in eight out of the twelve significant weaknesses.",
    "Ofsted inspectors saw sufficient progress in most of the areas of weakness in Dudley.",
)
CLOSED = (
    "Dudley has passed in all four areas of significant weakness, Ofsted said.",
    "Ofsted found that Dudley had made sufficient progress in all five areas of weakness.",
    "Sufficient progress has been made in Dudley on every one of the eight areas, Ofsted said.",
    "Dudley has made sufficient progress in addressing both weaknesses, according to Ofsted.",
    "Inspectors said that each of the nine weaknesses in Dudley had seen sufficient progress.",
    "Ofsted found that all four areas of concern in Dudley had improved sufficiently.",
)
OPEN = (
    "Ofsted will look at whether Dudley has made sufficient progress in the five areas.",
    "Ofsted inspectors must see that Dudley has addressed all of the weaknesses.",
    "Nationally, sufficient progress was made in four of the ten areas that Ofsted revisited.",
)


@pytest.mark.parametrize("said", SHORT)
def test_a_revisit_that_closes_a_part_found_too_little(said: str) -> None:
    """What is left open is insufficient, where it is the larger part."""
    found = one(REVISIT + said, "Dudley", "SEND revisit in Dudley")
    assert found.outcome is Outcome.INSUFFICIENT_PROGRESS


@pytest.mark.parametrize("said", PARTLY)
def test_a_revisit_that_closes_most_is_mixed(said: str) -> None:
    """Partial progress is no failure where nobody says that it is too little."""
    found = one(REVISIT + said, "Dudley", "SEND revisit in Dudley")
    assert (found.outcome, found.adverse) == (Outcome.MIXED, False)


@pytest.mark.parametrize("said", CLOSED)
def test_a_revisit_that_closes_everything_is_better(said: str) -> None:
    """All, every, each and both close the story."""
    found = one(REVISIT + said, "Dudley", "SEND revisit in Dudley")
    assert (found.outcome, found.direction) == (Outcome.PROGRESS, Direction.BETTER)


@pytest.mark.parametrize("said", OPEN)
def test_what_a_revisit_will_look_at_is_no_finding(said: str) -> None:
    """A question, a duty or the country's figures say nothing of the area."""
    found = news(REVISIT + said, "SEND revisit in Dudley")
    assert not found & {("Dudley", "insufficient_progress"), ("Dudley", "progress")}


@pytest.mark.parametrize(
    "said",
    [
        "services are not as strong as they were three years ago",
        "practice is less secure than it was at the last inspection",
        "the council has lost ground since 2019",
        "the quality of social work has diminished since 2022",
        "support for care leavers has become weaker",
        "there has been a drop in the quality of help for families",
        "the council has not been able to sustain its improvements",
        "progress has gone into reverse",
        "improvement has stalled",
    ],
)
def test_a_decline_told_by_comparison_is_a_decline(said: str) -> None:
    """The past in a comparison is what the present is held against."""
    text = f"After a focused visit Ofsted inspectors told Wigan Council that {said}."
    assert ("Wigan", "deterioration") in news(text, "Ofsted writes to Wigan")


@pytest.mark.parametrize(
    "said",
    [
        "there was limited evidence of improvement",
        "not enough has been done to improve social work",
        "the council has made little headway",
        "the pace of change is not swift enough",
        "change is happening too slowly",
        "the council has been slow to respond",
        "most of the concerns have yet to be addressed",
        "leaders had failed to get to grips with the failings",
        "services have hardly improved",
    ],
)
def test_too_little_is_said_in_many_ways(said: str) -> None:
    """Insufficient progress without the words."""
    text = f"At a monitoring visit to Wigan Council Ofsted inspectors found that {said}."
    assert ("Wigan", "insufficient_progress") in news(text, "Ofsted writes to Wigan")


def test_what_is_only_granted_weighs_less() -> None:
    """`Although` grants one thing to say the other."""
    said = "At a monitoring visit Ofsted found that Wigan is making steady progress"
    granted = f"{said}, although too many children still wait for help."
    turned = "Progress has been made in Wigan but it is too slow, Ofsted's monitoring visit found."
    assert ("Wigan", "mixed") in news(granted, "Monitoring visit")
    assert ("Wigan", "insufficient_progress") in news(turned, "Monitoring visit")


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (
            "Ofsted and the CQC identified four areas of significant weakness in Wigan.",
            "weaknesses",
        ),
        (
            "Wigan must produce a plan after Ofsted found significant areas of weakness.",
            "written_statement_of_action",
        ),
        (
            "Ofsted inspectors said children's experiences and outcomes in Wigan are inconsistent.",
            "send_inconsistent",
        ),
        (
            "A written statement of action will have to be submitted by Wigan, Ofsted said.",
            "written_statement_of_action",
        ),
        ("Ofsted put Wigan into the middle of its three categories.", "send_inconsistent"),
        ("Ofsted inspectors put Wigan in the lowest category.", "send_systemic_failings"),
    ],
)
def test_outcomes_of_send_inspections_in_other_words(said: str, outcome: str) -> None:
    """The three outcomes, and weaknesses for which a plan is asked, without the set phrases."""
    assert ("Wigan", outcome) in found_all(said, "SEND services in Wigan inspected")


@pytest.mark.parametrize(
    "said",
    [
        "Our Written Statement of Action shows what Wigan Council and the NHS will do.",
        "Ofsted's letter confirms that the WSoA of Wigan meets its duties.",
        "Where inspectors have concerns, they require a written statement of action. Wigan waits.",
        "In 2018 Ofsted found four significant areas of weakness in Wigan.",
        "Ofsted's revisit looked at the four areas of significant weakness in Wigan.",
    ],
)
def test_a_statement_that_lies_there_is_no_demand(said: str) -> None:
    """Documents, rules and earlier weaknesses are no news."""
    named = {outcome for _, outcome in found_all(said, "SEND in Wigan")}
    assert not named & {"written_statement_of_action", "weaknesses"}


@pytest.mark.parametrize(
    "said",
    [
        "Ofsted praised Wigan's response to the areas for priority action.",
        "Ofsted inspectors said that Wigan had tackled the serious weaknesses of the past.",
        "The decline in Wigan's services has been halted, Ofsted's focused visit found.",
        "Wigan has reduced the number of children left at risk of harm, Ofsted says.",
        "Ofsted found serious failings in other authorities but Wigan was praised.",
    ],
)
def test_what_was_mended_is_not_found(said: str) -> None:
    """Bad words in good news."""
    assert not {outcome for _, outcome in found_all(said, "Ofsted visits Wigan")} & BAD


@pytest.mark.parametrize(
    "said",
    [
        "Wigan has not tackled the serious weaknesses that Ofsted found.",
        "Ofsted says that Wigan must address serious weaknesses.",
        "Ofsted's focused visit found that Wigan's response to children left at risk is weak.",
        "Ofsted said that children in Wigan were being put at risk.",
    ],
)
def test_what_is_yet_to_be_mended_is_found(said: str) -> None:
    """What has not been mended, or must be, is as bad as it was."""
    assert {outcome for _, outcome in found_all(said, "Ofsted visits Wigan")} & BAD


@pytest.mark.parametrize(
    "said",
    [
        "The minister said children in Wigan were being left at risk of harm.",
        "Wigan is failing to protect vulnerable children, the union's lawyer said.",
        "The MP told a meeting that Wigan was still failing and had gone backwards.",
    ],
)
def test_what_politicians_say_is_no_finding(said: str) -> None:
    """Opinions count only where they tell what inspectors found."""
    told = f"{said} Ofsted will visit in the spring."
    assert not {outcome for _, outcome in found_all(told, "Wigan children's services")} & BAD


def test_what_politicians_say_of_inspectors_is_one() -> None:
    """A councillor who tells of the report tells of a finding."""
    said = "Cllr Lee said inspectors had found that children in Wigan were left at risk of harm."
    assert ("Wigan", "weaknesses") in found_all(said, "Ofsted's letter to Wigan")


@pytest.mark.parametrize(
    "said",
    [
        "Wigan has made insufficient progress on three of the five failings found last year.",
        "Wigan has not made sufficient progress on the weaknesses previously identified.",
        "Concerns were raised in May 2018 but Wigan has not made sufficient progress since.",
    ],
)
def test_what_was_to_be_mended_is_past_and_the_verdict_is_not(said: str) -> None:
    """The weaknesses are of last year, the lack of progress is of today."""
    told = f"After a revisit Ofsted inspectors wrote about SEND in Wigan.\n\n{said}"
    assert ("Wigan", "insufficient_progress") in found_all(told, "SEND in Wigan: Ofsted returns")


@pytest.mark.parametrize(
    "said",
    [
        "Two more areas told to act on significant weaknesses",
        "The proportion of areas with systemic failings in SEND is a quarter",
    ],
)
def test_a_count_of_areas_names_none(said: str) -> None:
    """What is said of several areas is not told of the one that is named."""
    told = "Ofsted and the CQC praised SEND services in Wigan."
    assert not {outcome for _, outcome in found_all(told, said)} & (
        BAD | {"send_systemic_failings"}
    )


@pytest.mark.parametrize(
    "said",
    [
        "the number of children at risk of harm has declined",
        "referrals have dropped and staff turnover has declined",
        "workers see when children's circumstances have deteriorated and act swiftly",
        "children's mental health has declined but help is there",
    ],
)
def test_what_gets_less_need_not_be_the_service(said: str) -> None:
    """Numbers fall and lives get worse without a fault of the service."""
    text = f"Ofsted's focused visit to Wigan Council found that {said}."
    assert ("Wigan", "deterioration") not in found_all(text, "Ofsted letter")


@pytest.mark.parametrize(
    "said",
    [
        "serious shortfalls in how children are protected",
        "children suffer harm before help comes",
        "risks that are not recognised",
        "children left at unknown risk",
    ],
)
def test_weakness_is_told_by_what_children_meet(said: str) -> None:
    """Weaknesses without the word."""
    text = f"Ofsted's focused visit to Wigan Council found {said}."
    assert ("Wigan", "weaknesses") in found_all(text, "Ofsted letter")


def test_a_headline_of_decline_stands_before_a_grade_of_how_things_are() -> None:
    """What a visit found is the news; `at present rated good` is not."""
    text = (
        "Ofsted inspectors went to the council in May.\n\nThey looked at work with children in"
        " care.\n\nPlans are late.\n\nReviews are rare.\n\nThe council said sorry.\n\nIt"
        " will write a plan.\n\nAt present the council is rated good overall."
    )
    title = "Wigan: standards have fallen for children in care, Ofsted inspectors say"
    assert {outcome for _, outcome in found_all(text, title)} == {"deterioration"}


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        ("an area for priority action for the health trust", False),
        ("one area for priority action, for the local police", False),
        ("an area for priority action for the council and the police", True),
        ("an area for priority action for the safeguarding partners", True),
        ("an area for priority action for health assessments by the council", True),
    ],
)
def test_a_joint_inspection_may_lay_it_on_another(said: str, *, ours: bool) -> None:
    """An area for priority action is the council's unless another alone is to act."""
    text = f"The joint targeted area inspection by Ofsted in Wigan found {said}."
    found = found_all(text, "Joint inspection letter")
    assert (("Wigan", "priority_action") in found) is ours


@pytest.mark.parametrize(
    "said",
    [
        "There has been insufficient progress in ensuring that outcomes have improved.",
        "There has been limited progress in improving the help that children get.",
        "Inspectors saw insufficient improvement in the help that children receive.",
        "So far there has been slow progress in making sure that practice has improved.",
    ],
)
def test_progress_that_is_too_small_is_none_whatever_it_was_for(said: str) -> None:
    """What should have improved did not."""
    text = f"After a monitoring visit to Wigan Council the watchdog wrote: “{said}”"
    assert reported(text, "Ofsted writes to Wigan") == {("Wigan", "insufficient_progress")}


def test_visits_on_the_way_to_a_full_inspection_are_not_the_news() -> None:
    """The grade that a full inspection kept is its finding."""
    text = (
        "Children's services in Wigan have made significant progress, inspectors found.\n\n"
        "Six monitoring visits went before May's full inspection. It was not enough to lift"
        " services out of their inadequate rating, Ofsted said."
    )
    title = "Work continues to improve children's services in Wigan"
    assert ("Wigan", "inadequate") in reported(text, title)


def test_a_page_that_also_speaks_of_special_needs_keeps_its_grade() -> None:
    """A label of several words is a grade there, too."""
    text = (
        "A report has rated the council's children's services department as “requiring"
        " improvement”.\n\nEarlier in the year Ofsted saw special educational needs support."
    )
    title = "Wigan Council children's services criticised in Ofsted report"
    assert ("Wigan", "requires_improvement") in reported(text, title)


def test_a_direction_that_makes_way_for_a_notice_ends_nothing() -> None:
    """One act follows on another."""
    text = (
        "The direction issued to Wigan Council has been revoked and replaced with an improvement"
        " notice.\n\nIt answered an Ofsted visit which found that services had deteriorated."
    )
    found = reported(text, "Direction issued to Wigan Council")
    assert not found & {("Wigan", "intervention_ended"), ("Wigan", "deterioration")}


@pytest.mark.parametrize(
    ("found", "outcomes"),
    [
        ("a small number of children were left at risk of harm", set()),
        ("in a minority of cases practice had declined", set()),
        ("children were left at risk of harm", {"weaknesses"}),
        ("some children remain in situations of risk", {"weaknesses"}),
        ("progress in some teams is too slow", {"weaknesses"}),
        ("progress in a few teams was too slow", {"weaknesses"}),
        ("progress is too slow", {"insufficient_progress"}),
    ],
)
def test_what_is_so_for_a_few_weighs_less(found: str, outcomes: set[str]) -> None:
    said = f"After a monitoring visit to Dudley, Ofsted said that {found}."
    assert {outcome for _, outcome in news(said, "Ofsted visits Dudley", "2024-05-01")} == outcomes


@pytest.mark.parametrize("knowing", ["know where", "understand what", "knew where"])
def test_to_know_what_is_weak_is_no_weakness(knowing: str) -> None:
    said = f"Ofsted said that leaders in Dudley {knowing} services are weak and act on it."
    assert not {outcome for _, outcome in news(said, "Dudley", "2024-05-01")} & BAD


@pytest.mark.parametrize(
    "text",
    [
        "Children's services in Kent have lost their outstanding rating from Ofsted.",
        "Ofsted has marked down Kent's children's services.",
        "Kent's children's services have failed an Ofsted inspection.",
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_fall_stands_beside_a_judgement_that_did_not_fall(text: str, between: str) -> None:
    found = reported(f"{text}{between}Only adoption was said to be good.", "Bad marks for Kent")
    assert ("Kent", "good") in found
    assert not found.isdisjoint({("Kent", "deterioration"), ("Kent", "weaknesses")})


def test_a_fall_is_not_told_twice_where_the_whole_is_graded() -> None:
    text = (
        "Kent's children's services have lost their good rating from Ofsted. They are inadequate."
    )
    assert reported(text, "Bad marks for Kent") == {("Kent", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "Kent County Council has failed its Ofsted inspection of children's services.",
        "Services for vulnerable children in Kent have failed a crucial Ofsted test.",
        "Kent's services for children do not meet minimum standards, Ofsted has found.",
        "Kent's services for children fall below minimum requirements, according to Ofsted.",
        "Kent's services for children failed to meet minimum requirements, Ofsted said.",
    ],
)
def test_a_test_that_was_failed_is_bad(text: str) -> None:
    assert reported(text, "Kent's services for children") == {("Kent", "weaknesses")}


@pytest.mark.parametrize(
    "text",
    [
        "A nursery in Kent has failed its Ofsted inspection.",
        "The council in Kent failed to say when the Ofsted inspection of its services would be.",
        "Kent's services for children have not failed an Ofsted inspection.",
        "Members met in Kent. Some councils fail an Ofsted inspection of services for children.",
    ],
)
def test_nothing_is_failed_by_others_or_in_general(text: str) -> None:
    assert reported(text, "News of Kent") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kent is not improving its children's services fast enough, a visit by Ofsted found.",
        "Kent has not moved fast enough to improve its children's services, Ofsted said.",
        "Change has not come quickly enough at Kent's children's services, Ofsted said.",
        "Ofsted found that Kent's children's services have not improved swiftly enough.",
    ],
)
def test_what_is_not_fast_enough_is_insufficient(text: str) -> None:
    assert reported(text, "Ofsted back in Kent") == {("Kent", "insufficient_progress")}


def test_what_is_fast_enough_is_not() -> None:
    text = "Kent's children's services are improving fast enough, Ofsted said after a visit."
    assert ("Kent", "insufficient_progress") not in reported(text, "Ofsted back in Kent")
