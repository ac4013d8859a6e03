"""The same finding in many words: what fell, what rose, what has to be done at once."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed
from watcher.app.reading import reading_context
from watcher.extract import draft_findings, extract
from watcher.model.vocabulary import Direction, Role
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

TITLE = "Kent in the spotlight"
WORSE, BETTER = Direction.WORSE, Direction.BETTER


def said(text: str, title: str = TITLE) -> dict[tuple[str, str], Direction]:
    """Give what a text says is new, however sure the reader is of it, and which way it went."""
    _, drafts = draft_findings(parsed(text, title), reading_context())
    return {
        (draft.finding.council.name, draft.finding.outcome.value): draft.finding.direction
        for draft in drafts
        if draft.finding.role is Role.NEWS
    }


FALLS = [
    "Ofsted has downgraded Kent's children's services.",
    "Ofsted marks Kent's children's services down.",
    "Kent's children's services have been marked down by inspectors.",
    "Kent council has dropped a grade in its latest Ofsted inspection.",
    "Kent's children's services have slipped two grades, Ofsted has said.",
    "Kent has been demoted by Ofsted.",
    "The council's rating has fallen after an Ofsted inspection of Kent's services.",
    "Ofsted has cut the rating of Kent's children's services.",
    "Kent's children's services have been given a lower rating by Ofsted.",
    "Ofsted has stripped Kent of its outstanding rating for children's services.",
    "Kent's children's services are no longer good, inspectors have found.",
    "Services in Kent are weaker than at the last inspection, Ofsted says.",
    "Previously good services in Kent have deteriorated, Ofsted says.",
    "Inspectors found that once strong services in Kent had deteriorated.",
    "The good rating that Kent's children's services had held has gone, Ofsted says.",
    "Kent's good rating for children's services has been removed by Ofsted.",
    "Ofsted inspectors say Kent has taken backward steps since their last visit.",
    "Ofsted says Kent's leaders have not maintained the standards seen at the last inspection.",
]


@pytest.mark.parametrize("text", FALLS)
def test_a_fall_that_names_no_grade_is_a_decline(text: str) -> None:
    assert said(text) == {("Kent", "deterioration"): WORSE}


NO_FALLS = [
    "Kent's children's services have not been downgraded, Ofsted says.",
    "Kent could be downgraded by Ofsted.",
    "Ofsted says that caseloads in Kent have dropped.",
    "A school in Kent has been marked down by Ofsted.",
    "The number of children in care in Kent fell after Ofsted's visit.",
    "Ofsted came to Kent. Houses there were stripped of their roofs.",
    "Kent has avoided a downgrade, Ofsted's report shows.",
    "Kent's director quit after the downgrade. Ofsted will come again.",
    "Kent's schools have lost a grade, Ofsted says.",
    "Takeaways in Kent have been marked down by inspectors.",
    "Riding clubs in Kent are down two grades, inspectors say.",
    "Kent's services are better than at the last inspection, Ofsted says.",
]


@pytest.mark.parametrize("text", NO_FALLS)
def test_what_did_not_fall_or_is_no_service_is_no_decline(text: str) -> None:
    assert WORSE not in said(text).values()


RISES = [
    "Kent's children's services are up two grades, Ofsted says.",
    "Kent's children's services have gone up two grades, Ofsted has announced.",
    "Kent has shed its inadequate label, Ofsted says.",
    "Kent has climbed out of inadequate, Ofsted says.",
    "Ofsted has lifted Kent's children's services out of inadequate.",
    "Kent's children's services are no longer rated inadequate, Ofsted has confirmed.",
    "Kent's rating has risen by one grade, Ofsted says.",
    "Kent's children's services have jumped a grade, Ofsted says.",
    "Kent's children's services have a better rating than in 2018, Ofsted says.",
    "Kent has shaken off its inadequate tag, Ofsted says.",
]


@pytest.mark.parametrize("text", RISES)
def test_a_rise_that_names_no_grade_is_progress(text: str) -> None:
    assert said(text) == {("Kent", "progress"): BETTER}


NO_RISES = [
    "Kent hopes to move up two grades when Ofsted comes.",
    "Kent's schools are up two grades, Ofsted says.",
    "Kent could shed its inadequate label, Ofsted says.",
    "Kent has retained its good rating from Ofsted.",
]


@pytest.mark.parametrize("text", NO_RISES)
def test_what_is_hoped_for_is_no_rise(text: str) -> None:
    assert BETTER not in said(text).values()


RISEN_TO = [
    ("Kent's rating has been lifted to good by Ofsted.", "good"),
    ("Ofsted has lifted Kent's children's services to good.", "good"),
    ("Kent was judged good by Ofsted, a step up from its last rating.", "good"),
    ("Ofsted rated Kent good, an improvement on its last inspection.", "good"),
    ("Kent's services were judged good by Ofsted, having required improvement in 2018.", "good"),
    (
        "Ofsted rated Kent good, years after inspectors found widespread and serious failures.",
        "good",
    ),
    (
        "Ofsted has rated Kent good. A commissioner had been sent in after its last inspection.",
        "good",
    ),
    (
        "Kent, which was inadequate in 2020, has reached good for the first time, says Ofsted.",
        "good",
    ),
    ("Ofsted rated Kent good. That is an improvement on the last inspection.", "good"),
    (
        "After a decade in which it was never better than inadequate, Kent is good, Ofsted says.",
        "good",
    ),
    ("Ofsted has given Kent a good rating; at the last count it was inadequate.", "good"),
    ("Five years ago Ofsted called Kent's services inadequate. Today it calls them good.", "good"),
    ("Ofsted rated Kent's services good after two inadequate ratings.", "good"),
    ("Ofsted's 'good' for Kent may not sound like much. Last time it was inadequate.", "good"),
    ("Ofsted judged Kent adequate. A year ago its services were found to be failing.", "adequate"),
    (
        "Kent's services have come off the bottom rating and now require improvement, says Ofsted.",
        "requires_improvement",
    ),
    (
        "Ofsted has rated Kent good. The last inspection, when it required improvement, was long.",
        "good",
    ),
]


@pytest.mark.parametrize(("text", "grade"), RISEN_TO, ids=[one[0] for one in RISEN_TO])
def test_a_new_grade_rose_by_what_the_page_says_came_before(text: str, grade: str) -> None:
    assert said(text).get(("Kent", grade)) is BETTER


FALLEN_TO = [
    ("Kent was rated requires improvement by Ofsted, compared with good in 2019.", WORSE),
    ("Ofsted judged Kent to require improvement, compared to a good rating in 2018.", WORSE),
    ("Ofsted says that Kent requires improvement to be good. In 2019 it was good.", WORSE),
    ("Kent's services, which were good four years ago, require improvement, says Ofsted.", WORSE),
    ("Kent's services, previously good, have been rated inadequate by Ofsted.", WORSE),
    ("Kent is now rated inadequate, having been good, says Ofsted; Surrey sent staff.", WORSE),
    ("Ofsted's report on Kent is out: outstanding in 2019, good now.", WORSE),
    ("Ofsted has rated Kent good, compared with requires improvement in 2018.", BETTER),
]


@pytest.mark.parametrize(("text", "way"), FALLEN_TO, ids=[one[0] for one in FALLEN_TO])
def test_a_grade_is_held_against_the_one_it_is_compared_with(text: str, way: Direction) -> None:
    found = said(text)
    assert found
    assert set(found.values()) == {way}


HASTE = [
    "Kent has been told by Ofsted to improve its children's services urgently.",
    "Ofsted called on Kent to overhaul its front door immediately.",
    "Kent must improve the safety of children urgently, Ofsted says.",
    "Ofsted told Kent's leaders to act straight away to protect children.",
]


@pytest.mark.parametrize("text", HASTE)
def test_haste_that_inspectors_demand_is_a_weakness(text: str) -> None:
    assert ("Kent", "weaknesses") in said(text)


SLOW = [
    "Concerns remain about the pace of change at Kent, Ofsted's monitoring letter says.",
    "Children in Kent have yet to see improvement, said Ofsted following a monitoring visit.",
    "On a monitoring visit Ofsted found a lack of urgency at Kent.",
    "Ofsted's monitoring visit found progress in Kent stubbornly slow.",
]


@pytest.mark.parametrize("text", SLOW)
def test_what_a_monitoring_visit_misses_is_too_little_progress(text: str) -> None:
    assert ("Kent", "insufficient_progress") in said(text)


PLANS = [
    ("Ofsted says Kent's partnership must produce a priority action plan for SEND.", True),
    ("Kent's SEND partnership must submit a priority action plan, say Ofsted and the CQC.", True),
    ("Ofsted and the CQC require Kent's SEND partnership to draw up an action plan.", True),
    ("Kent must draw up an action plan on SEND, to be agreed with Ofsted.", True),
    ("Ofsted told Kent to produce a statement setting out how it will put SEND right.", True),
    ("Ofsted and the CQC asked Kent to set out how it will improve help for SEND pupils.", True),
    ("Parents asked Kent to set out how it will improve help for SEND pupils.", False),
    ("Kent set out how it will improve help for SEND pupils before Ofsted comes.", False),
    ("Ofsted saw Kent's SEND priority action plan. It must improve, parents said.", False),
    ("Kent has published its SEND priority action plan, Ofsted and the CQC were told.", False),
    ("Kent must now carry out its SEND action plan, agreed with Ofsted.", False),
    ("Kent's SEND action plan has been agreed with Ofsted.", False),
    ("The force must draw up an action plan, and Ofsted came to see SEND in Kent.", False),
]


@pytest.mark.parametrize(("text", "asked"), PLANS, ids=[one[0] for one in PLANS])
def test_a_plan_that_inspectors_of_special_needs_ask_for_is_a_failure(
    text: str, *, asked: bool
) -> None:
    failed = {("Kent", "send_systemic_failings"), ("Kent", "written_statement_of_action")}
    assert bool(failed & set(said(text))) is asked


def test_a_notice_that_will_not_be_lifted_is_no_end_of_intervention() -> None:
    text = "The improvement notice in Kent will not be lifted, ministers say after Ofsted's visit."
    assert ("Kent", "intervention_ended") not in said(text)
    lifted = "The improvement notice in Kent has been lifted after Ofsted's visit."
    assert said(lifted) == {("Kent", "intervention_ended"): BETTER}


PROTECTION = [
    "Ofsted judged the effectiveness of arrangements to protect children in Kent inadequate.",
    "Ofsted found Kent's arrangements for the protection of children inadequate.",
    "Kent's services have reached Ofsted's lowest rating.",
    "Ofsted gave Kent grade 1, the lowest, in its annual performance assessment.",
    "Kent was given one out of four for children's services in Ofsted's annual assessment.",
]


@pytest.mark.parametrize("text", PROTECTION)
def test_the_words_of_older_inspections_are_grades(text: str) -> None:
    assert ("Kent", "inadequate") in said(text)


DOUBTED = [
    "On a monitoring visit Ofsted saw little evidence that practice in Kent had got better.",
    "Ofsted's monitoring visit found scant evidence that help for children in Kent had improved.",
    "There are few signs that services in Kent are improving, Ofsted says after its visit.",
]


@pytest.mark.parametrize("text", DOUBTED)
def test_progress_that_inspectors_cannot_see_is_too_little(text: str) -> None:
    found = said(text)
    assert ("Kent", "insufficient_progress") in found
    assert BETTER not in found.values()


def test_what_a_letter_tells_was_found_at_a_visit() -> None:
    text = "Ofsted's letter to Kent tells of thresholds that leave children at risk of harm."
    for published, kind in (("2021-05-01", "focused_visit"), ("2010-05-01", "unannounced_visit")):
        _, drafts = draft_findings(parsed(text, TITLE, published), reading_context())
        assert drafts[0].finding.kind.value == kind


def test_a_visit_that_inspectors_speak_after_is_of_now() -> None:
    text = "Practice in Kent has weakened since it was last inspected, Ofsted says after a"
    _, drafts = draft_findings(parsed(f"{text} focused visit.", TITLE), reading_context())
    assert drafts[0].finding.kind.value == "focused_visit"


LEAVERS = [
    "Ofsted rated support for young people who have left care in Kent inadequate.",
    "All four judgements are inadequate, says Ofsted's report on Kent.",
    "Arrangements to keep children safe in Kent are inadequate, Ofsted says.",
    "Ofsted judged Kent's arrangements to protect children inadequate.",
]


@pytest.mark.parametrize("text", LEAVERS)
def test_judgements_have_many_names(text: str) -> None:
    assert ("Kent", "inadequate") in said(text)


DANGER = [
    "Children in Kent live in danger for too long, Ofsted's inspectors say.",
    "Ofsted says that help for children in Kent is unsafe.",
    "Some children in Kent have come to harm, Ofsted says.",
    "Ofsted leaves no doubt: Kent leaves children in danger.",
]


@pytest.mark.parametrize("text", DANGER)
def test_danger_in_which_children_are_is_a_weakness(text: str) -> None:
    assert ("Kent", "weaknesses") in said(text)


def test_what_the_failings_of_a_revisit_come_to() -> None:
    text = "Ofsted and the CQC revisited Kent's SEND services and found that"
    assert ("Kent", "insufficient_progress") in said(f"{text} neither had been put right.")
    assert ("Kent", "insufficient_progress") in said(f"{text} none of them had been tackled.")


def test_things_that_went_from_bad_to_worse_did_so_since_inspectors_last_came() -> None:
    text = "Things in Kent have gone from bad to worse since inspectors last called, Ofsted says."
    assert said(text) == {("Kent", "deterioration"): WORSE}


MISSED_GRADES = [
    "Kent has missed out on the top grade, Ofsted says.",
    "Kent failed to win an outstanding rating from Ofsted.",
]


@pytest.mark.parametrize("text", MISSED_GRADES)
def test_a_grade_that_was_missed_was_not_given(text: str) -> None:
    assert ("Kent", "outstanding") not in said(text)


SITES = [
    ("https://www.kentgazette.example/news", {"Kent"}),
    ("https://kent-parent-carer-forum.example/", {"Kent"}),
    ("https://kent.moderngov.co.uk/mgAi.aspx", {"Kent"}),
    ("https://www.somersetlive.example/", {"Somerset"}),
    ("https://www.northsomersettimes.example/", {"North Somerset"}),
    ("https://www.kentucky.example/news", set()),
    ("https://www.theguardian.example/", set()),
    ("https://www.kentconsultants.example/", set()),
]


@pytest.mark.parametrize(("url", "councils"), SITES, ids=[site[0] for site in SITES])
def test_a_local_site_means_its_own_council_where_it_names_none(
    url: str, councils: set[str]
) -> None:
    text = "Children's services at the council have been rated inadequate by Ofsted."
    document = parse_string(f"Council rated inadequate\n\n{text}", Hints(url=url))
    assert {f.council.name for f in extract(document, reading_context()).findings} == councils
    named = parse_string(f"Surrey rated inadequate\n\n{text}", Hints(url=url))
    assert {f.council.name for f in extract(named, reading_context()).findings} == {"Surrey"}


def test_who_runs_a_councils_services_is_no_stranger() -> None:
    text = "Acting Together, which runs services in Kent, has been given Ofsted's lowest rating."
    assert ("Kent", "inadequate") in said(text)
    stranger = (
        "Acme Homes, which works for families in Kent, has been given Ofsted's lowest rating."
    )
    assert said(stranger) == {}
