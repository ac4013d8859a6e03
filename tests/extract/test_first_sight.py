"""Reports that stay away, children who drift, notices that end, and grades that stood for years."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported, told
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Direction, Role

WHEN = "2021-06-15"


def ways(text: str, title: str, published: str | None = None) -> set[tuple[str, Direction]]:
    """Give what a text says is new, and which way it went."""
    _, drafts = draft_findings(parsed(text, title, published), reading_context())
    return {
        (draft.finding.outcome.value, draft.finding.direction)
        for draft in drafts
        if draft.finding.role is Role.NEWS
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted visited in October but has still not published its findings on the department.",
        "Ofsted came in May, and its report on children's services has still not been released.",
        "Inspectors visited in May, and it is still not known what they found.",
        "Ofsted visited in May and a new director has still not been appointed.",
    ],
)
def test_a_report_that_stays_away_is_no_slow_progress(text: str) -> None:
    assert reported(text, "Wigan Council awaits Ofsted report", WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspectors found that children were left to drift in care.",
        "Ofsted said that cases drift and that nobody notices.",
        "Ofsted found that some children experience delay and drift.",
        "Inspectors said that babies were drifting without a plan.",
    ],
)
def test_children_who_drift_are_a_weakness(text: str) -> None:
    found = reported(text, "Ofsted makes a focused visit to Wigan Council", WHEN)
    assert ("Wigan", "weaknesses") in found


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted found no drift or delay in planning for children.",
        "Ofsted found that permanence is achieved without drift and delay.",
        "Ofsted found that drift and delay for children had been reduced.",
    ],
)
def test_drift_that_is_gone_is_none(text: str) -> None:
    found = reported(text, "Ofsted makes a focused visit to Wigan Council", WHEN)
    assert ("Wigan", "weaknesses") not in found


@pytest.mark.parametrize(
    "text",
    [
        (
            "The improvement notice that hung over the council and its services had been"
            " formally removed after an Ofsted inspection."
        ),
        (
            "Ministers said the improvement notice on children's services, in place since 2014, had"
            " been withdrawn."
        ),
        "The improvement notice has now been revoked after Ofsted saw better services.",
        "It is no longer subject to an improvement notice after Ofsted's report.",
    ],
)
def test_a_notice_ends_in_many_words(text: str) -> None:
    assert ("Wigan", "intervention_ended") in reported(text, "News for Wigan Council", WHEN)


@pytest.mark.parametrize(
    "text",
    [
        "The improvement notice has not been lifted after Ofsted's report.",
        "The council hopes that its improvement notice will be lifted after Ofsted's report.",
    ],
)
def test_a_notice_that_goes_on_has_no_end(text: str) -> None:
    assert ("Wigan", "intervention_ended") not in reported(text, "News for Wigan Council", WHEN)


@pytest.mark.parametrize(
    "words",
    [
        "for the past two years",
        "for three years",
        "for more than five years",
        "for over a decade",
        "for the last 4 years",
        "for several years",
    ],
)
def test_a_grade_that_stood_for_years_is_no_news(words: str) -> None:
    text = f"The department has been ranked as \u201cinadequate\u201d {words} in Ofsted reports."
    new, old = told(text, "Wigan Council hires social workers for children's services")
    assert new == set()
    assert ("Wigan", "inadequate") in old
    text = f"Wigan's children's services, inadequate {words}, have been rated good by Ofsted."
    assert reported(text, "Verdict on Wigan Council's children's services") == {("Wigan", "good")}


def test_what_is_new_for_the_first_time_is_news() -> None:
    text = "Ofsted has rated Wigan's children's services inadequate for the first time in ten years"
    assert ("Wigan", "inadequate") in reported(text, "Ofsted's verdict on Wigan Council")


@pytest.mark.parametrize(
    ("move", "outcome", "way"),
    [
        ("from a verdict of 'inadequate' to the much better 'good'", "good", Direction.BETTER),
        (
            "from a judgement of 'good' to the far worse 'inadequate'",
            "inadequate",
            Direction.WORSE,
        ),
        (
            "from the status of 'inadequate' to the more respectable 'requires improvement'",
            "requires_improvement",
            Direction.BETTER,
        ),
    ],
)
def test_adjectives_stand_between_a_move_and_its_grades(
    move: str, outcome: str, way: Direction
) -> None:
    text = f"Ofsted has moved Wigan's children's services {move}."
    assert (outcome, way) in ways(text, "Ofsted's verdict on Wigan Council")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ofsted has rated Wigan Council's safeguarding adequate, two years after it was found"
            " inadequate."
        ),
        (
            "Inspectors say child protection in Wigan is now adequate. In 2010 it was judged"
            " inadequate."
        ),
    ],
)
def test_a_failure_is_left_behind_by_the_one_judgement_that_is_given(text: str) -> None:
    assert ("adequate", Direction.BETTER) in ways(text, "Verdict on Wigan", "2012-03-03")


def test_a_weak_area_under_a_good_grade_did_not_fall_from_it() -> None:
    text = (
        "Wigan's children's services were judged good overall but require improvement for children"
        " who need help and protection, Ofsted says."
    )
    assert Direction.WORSE not in {way for _, way in ways(text, "Verdict on Wigan", WHEN)}


@pytest.mark.parametrize(
    "lead",
    [
        "Urgent action is needed to tackle a council's widespread and systemic failings in SEND.",
        "Inspectors found widespread and systemic failings in SEND services.",
    ],
)
def test_inconsistent_experiences_do_not_soften_systemic_failings(lead: str) -> None:
    text = (
        f"{lead} The review of Wigan Council by Ofsted and the CQC identified inconsistent"
        " experiences and outcomes."
    )
    assert reported(text, "Urgent action for SEND services", WHEN) == {
        ("Wigan", "send_systemic_failings")
    }


def test_the_lowest_outcome_may_be_named_behind_another() -> None:
    text = (
        "Ofsted and the CQC said Wigan's SEND arrangements lead to inconsistent experiences and"
        " outcomes, the middle of three outcomes. The lowest is for systemic failings."
    )
    assert reported(text, "SEND services in Wigan", WHEN) == {("Wigan", "send_inconsistent")}
