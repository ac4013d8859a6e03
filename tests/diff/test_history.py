"""What a council's records amount to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.diff.builders import (
    CONTEXT,
    REGISTER,
    Said,
    article,
    baseline,
    history,
    report,
    told,
)
from watcher.diff import as_of, derive
from watcher.model.vocabulary import Area, Change, Outcome, Severity, Status

GOOD = "good"
RI = "requires_improvement"
INADEQUATE = "inadequate"


def test_a_fall_to_inadequate_is_critical() -> None:
    found = history(
        report("2019-06-10", "2019-07-20", {"overall": GOOD}),
        report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}),
    )
    assert told(found.events) == [
        ("overall", "first_seen", None, GOOD),
        ("overall", "worsened", GOOD, INADEQUATE),
    ]
    assert found.events[1].severity is Severity.CRITICAL
    assert found.state.areas[Area.OVERALL].outcome is Outcome.INADEQUATE


def test_a_first_sight_of_inadequate_is_a_new_low_and_no_fall() -> None:
    found = history(article("2013-10-15", Said(outcome=INADEQUATE, kind="aggregate")))
    assert told(found.events) == [("overall", "first_seen", None, INADEQUATE)]
    assert found.events[0].severity is Severity.HIGH


def test_what_the_article_says_of_the_earlier_grade_counts_when_nothing_is_stored() -> None:
    found = history(article("2023-09-11", Said(outcome=INADEQUATE, previous=GOOD)))
    assert told(found.events) == [("overall", "worsened", GOOD, INADEQUATE)]


def test_what_is_stored_counts_more_than_what_the_article_says_of_the_earlier_grade() -> None:
    found = history(
        report("2021-06-10", "2021-07-20", {"overall": RI}),
        article("2023-09-11", Said(outcome=INADEQUATE, previous=GOOD)),
    )
    assert told(found.events)[-1] == ("overall", "worsened", RI, INADEQUATE)


def test_a_reports_own_word_on_the_last_grade_is_never_where_an_event_starts() -> None:
    (record,) = report("2023-07-10", "2023-09-11", {"overall": INADEQUATE})
    found = history((replace(record, previous_outcome=None),))
    assert told(found.events) == [("overall", "first_seen", None, INADEQUATE)]
    back = report("2023-07-10", "2023-09-11", {"overall": INADEQUATE})
    assert all(r.previous_outcome is None for r in back)


def test_adequate_to_requires_improvement_is_reclassified_and_harmless() -> None:
    found = history(
        article(
            "2012-05-01",
            Said(outcome="adequate", area="help_and_protection", kind="safeguarding_inspection"),
        ),
        report("2015-02-10", "2015-04-01", {"help_and_protection": RI}),
    )
    assert told(found.events)[-1] == ("help_and_protection", "reclassified", "adequate", RI)
    assert found.events[-1].severity is None


def test_an_unchanged_inadequate_is_news_but_no_fall() -> None:
    found = history(
        report("2019-06-10", "2019-07-20", {"overall": INADEQUATE}),
        report("2022-06-10", "2022-07-20", {"overall": INADEQUATE}),
    )
    assert found.events[-1].change is Change.UNCHANGED
    assert found.events[-1].severity is Severity.MEDIUM


def test_news_and_report_of_one_inspection_are_one_event() -> None:
    found = history(
        report("2019-06-10", "2019-07-20", {"overall": GOOD}),
        article("2023-09-11", Said(outcome=INADEQUATE), name="bbc", seen=2),
        article("2023-09-25", Said(outcome=INADEQUATE), name="trade-press", seen=3),
        article("2023-10-02", Said(outcome=INADEQUATE, when="2023-07"), name="paper", seen=4),
        report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}, end="2023-07-21", seen=5),
    )
    assert len(found.events) == 2
    event = found.events[-1]
    assert len(event.records) == 4
    assert event.status is Status.CONFIRMED
    assert str(event.after.when) == "2023-07-10"
    assert str(event.published) == "2023-09-11"


def test_the_longest_publication_lag_still_joins_news_and_report() -> None:
    found = history(
        report("2019-10-07", "2020-05-19", {"overall": INADEQUATE}, end="2019-10-18"),
        article("2020-05-20", Said(outcome=INADEQUATE)),
    )
    assert len(found.events) == 1


def test_the_inspection_of_last_year_is_not_this_years() -> None:
    found = history(
        article("2022-09-11", Said(outcome=INADEQUATE), name="old"),
        article("2023-12-11", Said(outcome=INADEQUATE), name="new", seen=2),
    )
    assert [e.change for e in found.events] == [Change.FIRST_SEEN, Change.UNCHANGED]


def test_two_monitoring_visits_of_one_year_are_two() -> None:
    said = Said(outcome="insufficient_progress", kind="monitoring_visit", area="other")
    found = history(
        article("2022-03-11", said, name="first"),
        article("2022-06-20", said, name="second", seen=2),
    )
    assert len(found.events) == 2
    assert len({event.id for event in found.events}) == 2


def test_a_month_may_be_that_of_the_visit_or_of_the_publication() -> None:
    inspected = report("2018-02-26", "2018-05-16", {"overall": INADEQUATE}, council="Surrey")
    for month in ("2018-02", "2018-03", "2018-05"):
        back = Said(outcome=INADEQUATE, role="background", when=month, council="Surrey")
        found = history(inspected, article("2018-10-04", back, seen=3), council="Surrey")
        assert len(found.events) == 1
        assert len(found.events[0].records) == 2


def test_background_makes_state_and_no_event() -> None:
    found = history(article("2018-05-18", Said(outcome=RI, role="background", when="2014")))
    assert found.events == ()
    assert found.state.areas[Area.OVERALL].outcome is Outcome.REQUIRES_IMPROVEMENT
    assert str(found.state.areas[Area.OVERALL].when) == "2014"


def test_an_undated_look_back_never_stands_above_an_inspection() -> None:
    found = history(
        report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}),
        article("2024-02-01", Said(outcome=GOOD, role="background"), seen=2),
    )
    assert found.state.areas[Area.OVERALL].outcome is Outcome.INADEQUATE
    assert told(found.events) == [("overall", "worsened", GOOD, INADEQUATE)]


def test_the_same_articles_look_back_comes_before_its_news() -> None:
    found = history(
        article(
            "2023-09-11",
            Said(outcome=INADEQUATE),
            Said(outcome=RI, role="background"),
        )
    )
    assert told(found.events) == [("overall", "worsened", RI, INADEQUATE)]


def test_a_list_that_repeats_what_is_known_is_no_event() -> None:
    found = history(
        report(
            "2012-11-10",
            "2013-01-20",
            {"help_and_protection": INADEQUATE},
            kind="safeguarding_inspection",
        ),
        article(
            "2013-10-15",
            Said(outcome=INADEQUATE, area="help_and_protection", kind="aggregate"),
            seen=2,
        ),
    )
    assert len(found.events) == 1
    assert len(found.events[0].records) == 2


def test_a_list_that_differs_from_what_is_known_is_an_event() -> None:
    found = history(
        report(
            "2010-11-10",
            "2011-01-20",
            {"help_and_protection": GOOD},
            kind="safeguarding_inspection",
        ),
        article(
            "2013-10-15",
            Said(outcome=INADEQUATE, area="help_and_protection", kind="aggregate"),
            seen=2,
        ),
    )
    assert found.events[-1].change is Change.WORSENED


def test_signals_stand_beside_the_grades_until_the_next_full_inspection() -> None:
    visit = article(
        "2018-05-18",
        Said(outcome="deterioration", area="front_door", kind="focused_visit", direction="worse"),
        Said(outcome=RI, role="background", when="2014"),
    )
    found = history(visit)
    assert found.state.areas[Area.OVERALL].outcome is Outcome.REQUIRES_IMPROVEMENT
    assert [s.outcome for s in found.state.signals] == [Outcome.DETERIORATION]
    assert told(found.events) == [("front_door", "worsened", None, "deterioration")]
    later = history(visit, report("2019-09-02", "2019-10-11", {"overall": GOOD}, seen=2))
    assert later.state.signals == ()


def test_a_late_event_says_what_it_was_and_that_it_is_late() -> None:
    found = history(
        report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}, seen=1),
        article("2019-07-20", Said(outcome=RI, previous=GOOD), seen=2),
    )
    late = found.events[0]
    assert late.late
    assert late.change is Change.WORSENED
    assert not found.events[1].late
    assert found.state.areas[Area.OVERALL].outcome is Outcome.INADEQUATE


def test_what_arrives_in_order_is_not_late() -> None:
    found = history(
        article("2019-07-20", Said(outcome=RI, previous=GOOD), seen=1),
        report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}, seen=2),
    )
    assert [event.late for event in found.events] == [False, False]


def test_no_overall_grade_from_april_2026_is_no_change() -> None:
    found = history(
        report("2022-07-11", "2022-09-11", {"overall": GOOD, "leaders": GOOD}),
        report("2026-04-27", "2026-06-17", {"leaders": RI}, seen=2),
    )
    assert [e.area for e in found.events] == [Area.OVERALL, Area.LEADERS, Area.LEADERS]
    assert found.state.areas[Area.OVERALL].outcome is Outcome.GOOD


def test_what_the_press_calls_the_grade_after_april_2026_is_not_compared() -> None:
    found = history(
        report("2022-07-11", "2022-09-11", {"overall": GOOD}),
        article("2026-06-17", Said(outcome=INADEQUATE, when="2026-05-04"), seen=2),
    )
    assert found.events[-1].change is Change.NOT_COMPARABLE
    assert found.events[-1].claimed
    assert found.events[-1].severity is Severity.HIGH
    assert found.state.areas[Area.OVERALL].outcome is Outcome.GOOD


def test_a_headline_is_derived_from_the_judgements_and_says_so() -> None:
    judged = {
        "leaders": RI,
        "help_and_protection": RI,
        "children_in_care": GOOD,
        "care_leavers": GOOD,
    }
    found = history(
        report("2022-07-11", "2022-09-11", {"overall": GOOD}),
        report("2026-04-27", "2026-06-17", judged, seen=2),
    )
    assert found.state.headline is not None
    assert found.state.headline.status is Status.DERIVED
    assert found.state.headline.outcome is Outcome.REQUIRES_IMPROVEMENT


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        ((GOOD, GOOD, GOOD, INADEQUATE), Outcome.INADEQUATE),
        ((INADEQUATE, RI, RI, RI), Outcome.REQUIRES_IMPROVEMENT),
        ((INADEQUATE, GOOD, GOOD, GOOD), Outcome.GOOD),
        ((GOOD, GOOD, GOOD, RI), Outcome.GOOD),
        (("outstanding", GOOD, "outstanding", GOOD), Outcome.OUTSTANDING),
    ],
    ids=["one inadequate", "leaders alone", "leaders against the rest", "three good", "best"],
)
def test_the_derived_headline_is_the_low_median_with_leaders_twice(
    judged: tuple[str, str, str, str], expected: Outcome
) -> None:
    areas = ("leaders", "help_and_protection", "children_in_care", "care_leavers")
    found = history(report("2026-05-04", "2026-06-17", dict(zip(areas, judged, strict=True))))
    assert found.state.headline is not None
    assert found.state.headline.outcome is expected


def test_the_printed_grade_is_the_headline_while_there_is_one() -> None:
    found = history(report("2024-07-11", "2024-09-11", {"overall": GOOD, "leaders": RI}))
    assert found.state.headline is not None
    assert found.state.headline.status is Status.CONFIRMED


def test_a_split_judgement_is_not_compared_with_the_joint_one() -> None:
    joint = "children_in_care_and_care_leavers"
    found = history(
        report("2020-01-11", "2020-03-11", {joint: GOOD}),
        report("2023-07-11", "2023-09-11", {"children_in_care": GOOD, "care_leavers": RI}, seen=2),
    )
    assert [e.change for e in found.events[1:]] == [Change.NOT_COMPARABLE] * 2
    assert not any(e.claimed for e in found.events)
    assert Area(joint) not in found.state.areas


def test_a_desk_rating_is_no_earlier_state_of_an_inspection() -> None:
    found = history(
        article("2011-11-08", Said(outcome=GOOD, kind="annual_rating", regime="annual")),
        report("2014-05-11", "2014-07-11", {"overall": RI}, seen=2),
    )
    assert found.events[-1].change is Change.FIRST_SEEN
    assert found.state.areas[Area.OVERALL].outcome is Outcome.REQUIRES_IMPROVEMENT


def test_the_two_send_scales_do_not_compare() -> None:
    found = history(
        article(
            "2018-05-11", Said(outcome="written_statement_of_action", area="send", kind="area_send")
        ),
        article(
            "2024-05-11",
            Said(outcome="send_inconsistent", area="send", kind="area_send"),
            seen=2,
            name="b",
        ),
    )
    assert [e.change for e in found.events] == [Change.FIRST_SEEN, Change.NOT_COMPARABLE]


def test_systemic_failings_after_positive_experiences_are_critical() -> None:
    found = history(
        report("2023-05-11", "2023-07-11", {"send": "send_positive"}, kind="area_send"),
        report("2028-05-11", "2028-07-11", {"send": "send_systemic_failings"}, kind="area_send"),
    )
    assert found.events[-1].severity is Severity.CRITICAL


def test_the_report_wins_over_the_news_and_the_difference_is_said() -> None:
    found = history(
        report("2019-06-10", "2019-07-20", {"overall": GOOD}),
        article("2023-09-11", Said(outcome=INADEQUATE), seen=2),
        report("2023-07-10", "2023-09-12", {"overall": RI}, seen=3),
    )
    assert told(found.events[1:]) == [
        ("overall", "worsened", GOOD, RI),
        ("overall", "corrected", INADEQUATE, RI),
    ]
    assert found.state.areas[Area.OVERALL].outcome is Outcome.REQUIRES_IMPROVEMENT


def test_a_reissued_report_is_a_correction() -> None:
    found = history(
        report("2023-07-10", "2023-09-12", {"overall": GOOD, "leaders": GOOD}, name="first"),
        report("2023-07-10", "2023-10-02", {"overall": GOOD, "leaders": RI}, name="again", seen=2),
    )
    corrected = [e for e in found.events if e.change is Change.CORRECTED]
    assert told(tuple(corrected)) == [("leaders", "corrected", GOOD, RI)]
    assert found.state.areas[Area.LEADERS].outcome is Outcome.REQUIRES_IMPROVEMENT


def test_a_held_record_counts_for_nothing_but_shows_what_it_would_be() -> None:
    found = history(article("2023-09-11", Said(outcome=INADEQUATE, held=True)))
    assert [event.held for event in found.events] == [True]
    assert found.state.areas == {}


def test_a_baseline_is_silent_and_news_after_it_is_not() -> None:
    found = history(
        baseline("2021-06-10", "2021-07-20", {"overall": GOOD}),
        article("2024-09-11", Said(outcome=INADEQUATE), seen=2),
        article("2021-07-21", Said(outcome=GOOD), seen=3, name="old"),
    )
    assert [event.silent for event in found.events] == [True, False]
    assert told(found.events)[-1] == ("overall", "worsened", GOOD, INADEQUATE)


def test_an_intervention_is_told_once_and_ends() -> None:
    notice = Said(outcome="improvement_notice", kind="intervention", area="other")
    back = replace(notice, role="background")
    begun = history(
        article("2022-03-10", notice, name="a"),
        article("2022-04-10", notice, name="b", seen=2),
        article("2023-04-10", back, name="c", seen=3),
    )
    assert len(begun.events) == 1
    assert begun.state.intervention is not None
    assert begun.state.intervention.outcome is Outcome.IMPROVEMENT_NOTICE
    ended = history(
        article("2022-03-10", notice, name="a"),
        article("2023-12-21", replace(notice, outcome="intervention_ended"), name="d", seen=4),
    )
    assert ended.state.intervention is None
    assert ended.events[-1].severity is None


def test_a_council_that_kept_its_urn_continues_its_history() -> None:
    somerset = REGISTER.named("Somerset", on=dt.date(2026, 1, 1))
    assert somerset is not None
    old = report("2022-07-11", "2022-09-23", {"overall": GOOD}, council="Somerset")
    new = report("2024-07-08", "2024-08-23", {"overall": RI}, council="Somerset", seen=2)
    assert old[0].council.code != new[0].council.code
    found = derive([*old, *new], CONTEXT, lineage=somerset.lineage)
    assert told(found.events)[-1] == ("overall", "worsened", GOOD, RI)
    assert found.state.council == somerset.ref


def test_a_council_with_a_new_urn_starts_with_nothing() -> None:
    before = article("2014-05-11", Said(outcome=INADEQUATE, council="Cumbria"))
    after = report("2024-05-11", "2024-07-11", {"overall": RI}, council="Cumberland")
    assert {r.lineage for r in before} != {r.lineage for r in after}


def test_a_finding_of_a_time_before_the_council_existed_is_its_predecessors() -> None:
    (record,) = article("2017-05-11", Said(outcome=RI, council="Dorset", when="2016-02-22"))
    assert record.council.name == "Dorset (county, to 2019)"


def test_history_can_be_told_as_of_a_day() -> None:
    records = (
        *report("2019-06-10", "2019-07-20", {"overall": GOOD}),
        *report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}),
    )
    found = history(as_of(records, dt.date(2023, 9, 10)))
    assert found.state.areas[Area.OVERALL].outcome is Outcome.GOOD


def test_a_lineage_of_which_nothing_is_left_has_an_empty_state() -> None:
    found = history(())
    assert found.events == ()
    assert found.state.council.name == "Swindon"
    assert found.state.headline is None


def test_a_record_of_another_lineage_is_refused() -> None:
    with pytest.raises(ValueError, match="lineage"):
        history(article("2023-09-11", Said(outcome=RI, council="Kent")))


def test_an_old_visit_behind_a_newer_full_inspection_is_late() -> None:
    found = history(
        report("2023-07-10", "2023-09-11", {"overall": GOOD}, seen=1),
        article(
            "2015-05-18",
            Said(outcome="deterioration", area="front_door", kind="focused_visit"),
            seen=2,
        ),
    )
    assert [event.late for event in found.events] == [True, False]


def test_what_an_article_finds_at_no_named_visit_belongs_to_the_one_it_names() -> None:
    found = history(
        article(
            "2023-09-11",
            Said(outcome=INADEQUATE),
            Said(outcome="weaknesses", area="front_door", kind="unspecified"),
        )
    )
    assert len({event.inspection for event in found.events}) == 1


def test_two_loose_dates_of_news_that_came_out_together_are_one_visit() -> None:
    said = Said(outcome="deterioration", area="front_door", kind="focused_visit")
    found = history(
        article("2021-12-16", replace(said, when="2021-11"), name="a"),
        article("2021-12-20", replace(said, when="2021-10"), name="b", seen=2),
    )
    assert len(found.events) == 1


def test_news_cannot_precede_the_visit_that_it_tells_of() -> None:
    found = history(
        article("2023-05-11", Said(outcome=INADEQUATE), name="a"),
        article("2023-09-11", Said(outcome=INADEQUATE, when="2023-07"), name="b", seen=2),
    )
    assert len(found.events) == 2


def test_an_act_told_under_another_area_is_the_same_act() -> None:
    notice = Said(outcome="statutory_direction", kind="intervention", area="other")
    found = history(
        article("2022-03-10", notice, name="a"),
        article("2022-03-12", replace(notice, area="overall"), name="b", seen=2),
    )
    assert len({event.inspection for event in found.events}) == 1


def test_the_end_of_a_send_notice_does_not_end_a_direction() -> None:
    found = history(
        article(
            "2022-03-10", Said(outcome="statutory_direction", kind="intervention", area="other")
        ),
        article(
            "2023-03-10",
            Said(outcome="intervention_ended", kind="intervention", area="send"),
            name="b",
            seen=2,
        ),
    )
    assert found.state.intervention is not None


def test_a_held_record_that_repeats_what_is_known_is_no_event() -> None:
    found = history(
        report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}),
        article("2023-09-20", Said(outcome=INADEQUATE, held=True), seen=2),
    )
    assert [event.held for event in found.events] == [False]
