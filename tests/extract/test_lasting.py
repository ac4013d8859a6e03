"""Reports that stay away, children who drift, notices that end, and grades that stood for years."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported, told
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Direction, Role

WHEN = "2021-06-15"
CONTEXT = reading_context()


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


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Decision due on who will run Wigan children's services",
            "A decision on children's services in Wigan could come next month.",
        ),
        (
            "Future of Wigan children's services to be decided",
            "Ministers will say by summer who is to run Wigan Council's children's services.",
        ),
        (
            "What next for Wigan's children's services?",
            "Wigan Council expects to hear in June who will run its children's services.",
        ),
        (
            "Wigan Ofsted report to be scrutinised by councillors",
            "The findings of the report on Wigan's children's services get a review.",
        ),
        (
            "Wigan Council taking on social workers to address failings",
            "More social workers are being recruited in Wigan to deal with failings.",
        ),
        ("Introduction to Wigan Council", "Wigan Council works for children and seeks staff."),
    ],
)
def test_a_page_on_what_comes_of_a_verdict_only_recalls_it(title: str, lead: str) -> None:
    text = f"{lead} Ofsted inspectors rated the council's services 'inadequate' in a report."
    new, old = told(text, title)
    assert ("Wigan", "inadequate") not in new
    assert ("Wigan", "inadequate") in old


@pytest.mark.parametrize(
    "title",
    [
        "Future of Wigan children's services in doubt after damning Ofsted report",
        "What next for Wigan after Ofsted verdict?",
        "Wigan children's services under scrutiny after Ofsted report",
        "Decision to cut early help blamed for failings in Wigan",
        "Ofsted verdict on Wigan will help it find staff for jobs",
    ],
)
def test_a_verdict_stays_news_under_such_words(title: str) -> None:
    text = "Ofsted has rated Wigan Council's children's services inadequate."
    assert ("Wigan", "inadequate") in reported(text, title)


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        (
            (
                "An Ofsted review of Wigan Council's provision for children in January found it"
                " 'required improvement'. This was a downgrading from a 2017 inspection which"
                " found the department to be good overall."
            ),
            "requires_improvement",
            "good",
        ),
        (
            (
                "Ofsted has judged Wigan's children's services inadequate, a decline from the last"
                " inspection in which they were found to be good."
            ),
            "inadequate",
            "good",
        ),
        (
            (
                "Ofsted says Wigan's children's services are inadequate - a drop from the 2015"
                " inspection that found them to be good."
            ),
            "inadequate",
            "good",
        ),
        (
            (
                "Ofsted has judged Wigan's children's services good. It is a step up from the 2018"
                " visit when they were judged inadequate."
            ),
            "good",
            "inadequate",
        ),
    ],
)
def test_what_things_moved_from_is_old(text: str, new: str, old: str) -> None:
    fresh, recalled = told(text, "Verdict on Wigan Council")
    assert ("Wigan", new) in fresh
    assert ("Wigan", old) not in fresh
    assert ("Wigan", old) in recalled


def test_what_brought_a_fall_about_is_new() -> None:
    text = (
        "Ofsted has downgraded Wigan's children's services from good after an inspection which"
        " found them to be inadequate."
    )
    assert ("Wigan", "inadequate") in reported(text, "Verdict on Wigan Council")


@pytest.mark.parametrize(
    "text",
    [
        (
            "A total of four authorities rated as inadequate have had new directors - Wigan (five),"
            " Rochdale (four) and Doncaster (four)."
        ),
        "Three councils judged inadequate had lost directors: Wigan, Leeds and Kent.",
        "Authorities rated inadequate spent more on agency staff, including Wigan and Leeds.",
    ],
)
def test_a_grade_that_only_says_who_is_counted_is_no_news(text: str) -> None:
    assert reported(text, "Study of directors and Ofsted ratings") == set()


def test_councils_counted_by_a_new_grade_get_it() -> None:
    text = "Three councils rated inadequate by Ofsted this year were Wigan, Leeds and Kent."
    assert ("Leeds", "inadequate") in reported(text, "Ofsted yearbook")


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted ratings go from inadequate, to requires improvement, to good and then outstanding.",
        "The scale runs outstanding, good, requires improvement, inadequate.",
    ],
)
def test_all_grades_in_a_row_are_a_scale(text: str) -> None:
    lead = "Inspectors are back at Wigan Council's children's services."
    assert reported(f"{lead} {text}", "Ofsted back at Wigan Council") == set()


@pytest.mark.parametrize(
    "text",
    [
        (
            "The last inspection, in March 2019, found weaknesses.\n\nThis led to a written"
            " statement of action being required."
        ),
        (
            "At the inspection of June 2018 weaknesses were found.\n\nThat prompted a written"
            " statement of action, which was issued to the council."
        ),
    ],
)
def test_what_an_inspection_led_to_is_as_old(text: str) -> None:
    lead = "Ofsted and the CQC are inspecting SEND services at Wigan Council."
    found = told(f"{lead}\n\n{text}", "Inspectors in Wigan", "2024-05-05")[0]
    assert ("Wigan", "written_statement_of_action") not in found


def test_a_statement_that_had_to_be_drawn_up_is_history_where_things_got_better() -> None:
    title, lead = "SEND services improved in Wigan", "SEND services in Wigan have improved."
    then = "The inspection team named areas in which a written statement of action had to be made."
    new, old = told(f"{lead} {then}", title)
    assert ("Wigan", "written_statement_of_action") not in new
    assert ("Wigan", "written_statement_of_action") in old
    now = "The inspection team says that the area must produce a written statement of action."
    assert ("Wigan", "written_statement_of_action") in reported(f"{lead} {now}", title)


@pytest.mark.parametrize(
    ("text", "area", "outcome"),
    [
        (
            (
                "The exception was services for children in care and care leavers, which held their"
                " 'good' grading."
            ),
            {"children_in_care", "care_leavers"},
            "good",
        ),
        (
            "Leadership, which retained its good grade, was praised.",
            {"leaders"},
            "good",
        ),
        (
            (
                "The visit resulted in the council scoring inadequate for safeguarding children and"
                " adequate in services for looked-after children."
            ),
            {"children_in_care"},
            "adequate",
        ),
    ],
)
def test_each_judgement_gets_its_own_grade(text: str, area: set[str], outcome: str) -> None:
    lead = "Ofsted has found Wigan Council's children's services inadequate."
    _, drafts = draft_findings(parsed(f"{lead} {text}", "Ofsted's verdict on Wigan"), CONTEXT)
    found = {d.finding.area.value for d in drafts if d.finding.outcome.value == outcome}
    assert found == area


@pytest.mark.parametrize(
    "text",
    [
        (
            "The move is likely to mean the council's rating for its services is downgraded from"
            " 'performs well' to a one-star 'performs poorly'."
        ),
        "The report could mean that the council's rating for its services falls to inadequate.",
    ],
)
def test_what_something_may_mean_is_no_grade(text: str) -> None:
    found = reported(f"Ofsted has been to Wigan Council. {text}", "Inspectors in Wigan", WHEN)
    assert ("Wigan", "inadequate") not in found


@pytest.mark.parametrize(
    ("move", "way"),
    [
        ("raises the council's overall grade from a 2 to a 3 - 'performing well'", "better"),
        ("takes its rating up from 2 to 3 - 'performing well'", "better"),
    ],
)
def test_numbers_of_a_scale_tell_which_way_it_went(move: str, way: str) -> None:
    text = f"Ofsted's annual assessment of Wigan Council's children's services {move}."
    assert ("good", Direction(way)) in ways(text, "Ofsted on Wigan", "2011-11-25")


def test_a_grade_that_is_kept_is_news_whenever_it_was_earned() -> None:
    text = (
        "Services for children in care retained the 'requires improvement' rating they obtained at"
        " the borough's 2016 inspection."
    )
    lead = "Ofsted has found Wigan Council's children's services inadequate."
    found = reported(f"{lead} {text}", "Ofsted's verdict on Wigan", "2020-02-24")
    assert ("Wigan", "requires_improvement") in found


def test_a_review_of_services_for_children_is_ours_on_a_page_about_schools() -> None:
    text = (
        "The 2010 review of services for children and young people has rated Wigan as performing"
        " 'adequately'. It rated Wigan Park School outstanding. Four primary schools are"
        " 'inadequate', Ofsted said."
    )
    found = reported(text, "Wigan schools in spotlight", "2010-12-10")
    assert ("Wigan", "adequate") in found
    assert ("Wigan", "inadequate") not in found


@pytest.mark.parametrize(
    "visit",
    [
        "when Ofsted reinspected the council this summer it found the department",
        "when inspectors returned this spring they judged the service",
        "when Ofsted revisited the council this autumn it rated children's services",
    ],
)
def test_a_season_may_be_that_of_the_visit(visit: str) -> None:
    text = f"Flaws take years to put right, but {visit} 'good' at Wigan Council."
    assert ("Wigan", "good") in reported(text, "Behind the inspection rating in Wigan")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Since 2009, every Ofsted inspection of children's services has given Wigan a rating of"
            " inadequate."
        ),
        (
            "Since it was set up all Ofsted inspections have found Wigan's children's services"
            " inadequate."
        ),
        (
            "Successive Ofsted inspections since 2015 have judged Wigan's children's services"
            " inadequate."
        ),
    ],
)
def test_what_every_inspection_found_is_no_news(text: str) -> None:
    assert ("Wigan", "inadequate") not in reported(text, "Wigan Council has a problem")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "A rating of 'inadequate'",
            (
                "I have been thinking about Ofsted, and about how many authorities are being"
                " rated as 'inadequate'. The last to be visited was Wigan Council."
            ),
        ),
        (
            "Why 'inadequate' is not enough",
            (
                "Councils rated inadequate by Ofsted say it hurts. Wigan Council's director"
                " says there is a better way."
            ),
        ),
        (
            "Life after 'inadequate'",
            (
                "How do councils recover from an inadequate Ofsted rating? Wigan Council shares"
                " lessons."
            ),
        ),
    ],
)
def test_a_headline_about_a_grade_is_not_that_of_whoever_is_named(title: str, text: str) -> None:
    assert ("Wigan", "inadequate") not in reported(text, title)


@pytest.mark.parametrize("title", ["'Inadequate'", "A rating of 'inadequate'", "Inadequate"])
def test_a_headline_that_the_text_bears_out_stands(title: str) -> None:
    text = "Ofsted has judged Wigan Council's children's services to be inadequate."
    assert ("Wigan", "inadequate") in reported(text, title)


@pytest.mark.parametrize(
    "gain",
    [
        "no longer inadequate and now require improvement",
        "no longer inadequate but require improvement",
    ],
)
def test_what_is_gained_instead_is_not_lost_as_well(gain: str) -> None:
    text = f"Ofsted says Wigan's children's services are {gain}."
    found = ways(text, "Ofsted on Wigan Council")
    assert ("requires_improvement", Direction.BETTER) in found


def test_grades_that_are_lost_together_are_lost() -> None:
    text = "Ofsted says Wigan's children's services are no longer good or outstanding."
    found = reported(text, "Ofsted on Wigan Council")
    assert not {("Wigan", "good"), ("Wigan", "outstanding")} & found


@pytest.mark.parametrize("word", ["rated lower", "graded worse", "ranked lower"])
def test_a_lower_mark_than_before_is_a_fall(word: str) -> None:
    text = f"Ofsted has {word} than last year children's services at Wigan Council."
    text += f" They were {word} than in 2009, it said."
    found = reported(text, "Wigan Council's children's services")
    assert ("Wigan", "deterioration") in found
