"""Rarer ways in which inspections are told, and what becomes of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.diff.builders import Said, article, baseline, history, report, told
from watcher.diff import as_of
from watcher.model.vocabulary import Area, Change, Outcome, Severity

if TYPE_CHECKING:
    from watcher.model.event import Record

GOOD = "good"
INADEQUATE = "inadequate"
SEND = Said(outcome="send_systemic_failings", area="send", kind="area_send")


def listed(start: str, grade: str, seen: int) -> tuple[Record, ...]:
    """Give what a register lists: a start, and no day of publication."""
    return tuple(
        replace(record, origin="register", published=None)
        for record in report(start, start, {"overall": grade}, seen=seen)
    )


def test_desk_ratings_compare_with_each_other() -> None:
    found = history(
        article("2008-12-17", Said(outcome=GOOD, kind="annual_rating", regime="apa")),
        article(
            "2010-12-09",
            Said(outcome="adequate", kind="annual_rating", regime="annual"),
            name="b",
            seen=2,
        ),
    )
    assert told(found.events)[-1] == ("overall", "worsened", GOOD, "adequate")


def test_a_desk_rating_after_an_inspection_does_not_stand_above_it() -> None:
    found = history(
        article("2009-06-01", Said(outcome=INADEQUATE, regime="sif")),
        article(
            "2010-12-09",
            Said(outcome=GOOD, kind="annual_rating", regime="annual"),
            seen=2,
            name="b",
        ),
    )
    assert found.state.areas[Area.OVERALL].outcome is Outcome.INADEQUATE


def test_send_progress_is_a_signal_beside_the_send_outcome() -> None:
    found = history(
        article("2023-05-11", SEND),
        article(
            "2024-12-11",
            Said(outcome="insufficient_progress", area="send", kind="monitoring_visit"),
            name="b",
            seen=2,
        ),
    )
    assert found.state.areas[Area.SEND].outcome is Outcome.SEND_SYSTEMIC_FAILINGS
    assert [signal.outcome for signal in found.state.signals] == [Outcome.INSUFFICIENT_PROGRESS]
    assert found.events[-1].severity is Severity.HIGH


def test_weaknesses_of_a_send_inspection_belong_to_it() -> None:
    found = history(article("2023-05-11", replace(SEND, outcome="weaknesses"), SEND))
    assert len({event.inspection for event in found.events}) == 1


def test_a_list_of_send_outcomes_repeats_what_is_known() -> None:
    found = history(
        report("2023-03-06", "2023-05-11", {"send": "send_systemic_failings"}, kind="area_send"),
        article("2023-12-11", replace(SEND, kind="aggregate"), name="b", seen=2),
    )
    assert len(found.events) == 1


def test_news_joins_what_a_register_lists_without_a_day_of_publication() -> None:
    found = history(
        listed("2023-07-10", INADEQUATE, 5), article("2023-09-11", Said(outcome=INADEQUATE), seen=1)
    )
    assert len(found.events) == 1
    assert str(found.events[0].published) == "2023-09-11"


def test_news_long_after_what_a_register_lists_is_another_inspection() -> None:
    found = history(
        listed("2019-07-10", GOOD, 1), article("2023-09-11", Said(outcome=INADEQUATE), seen=5)
    )
    assert told(found.events)[-1] == ("overall", "worsened", GOOD, INADEQUATE)


def test_news_of_before_the_inspection_began_is_of_another_one() -> None:
    found = history(
        listed("2023-07-10", GOOD, 9), article("2023-05-11", Said(outcome=INADEQUATE), seen=1)
    )
    assert len(found.events) == 2


def test_an_undated_article_counts_from_the_day_it_arrived() -> None:
    found = history(
        report("2019-06-10", "2019-07-20", {"overall": GOOD}),
        article(None, Said(outcome=INADEQUATE), seen=3),
    )
    assert told(found.events)[-1] == ("overall", "worsened", GOOD, INADEQUATE)
    assert found.events[-1].published is None


def test_as_of_a_day_what_is_undated_counts_from_its_arrival() -> None:
    undated = article(None, Said(outcome=INADEQUATE), seen=3)
    dated = listed("2023-07-10", GOOD, 9)
    assert as_of(undated, dt.date(2026, 1, 3)) == ()
    assert as_of(undated, dt.date(2026, 1, 4)) == undated
    assert as_of(dated, dt.date(2023, 7, 10)) == dated


def test_the_kind_is_taken_from_whoever_names_it() -> None:
    visit = Said(outcome="deterioration", area="front_door", kind="focused_visit")
    found = history(
        article("2021-12-16", visit, name="a"),
        article("2021-12-17", Said(outcome="weaknesses", area="other", kind="unspecified"), seen=2),
    )
    assert {event.kind.value for event in found.events} == {"focused_visit"}


def test_a_visit_with_priority_action_after_one_without_is_a_fall() -> None:
    without = Said(outcome="no_priority_action", area="front_door", kind="unannounced_visit")
    found = history(
        article("2009-08-20", without),
        article("2010-09-20", replace(without, outcome="priority_action"), name="b", seen=2),
    )
    assert told(found.events)[-1] == (
        "front_door",
        "worsened",
        "no_priority_action",
        "priority_action",
    )
    assert found.events[-1].severity is Severity.HIGH


def test_the_direction_of_an_ungraded_finding_is_the_texts_own() -> None:
    visit = Said(outcome="mixed", area="front_door", kind="focused_visit")
    expected = {
        "better": Change.IMPROVED,
        "same": Change.UNCHANGED,
        "worse": Change.WORSENED,
        "unknown": Change.FIRST_SEEN,
    }
    for direction, change in expected.items():
        (event,) = history(article("2021-12-16", replace(visit, direction=direction))).events
        assert event.change is change


def test_a_later_grade_that_the_article_dates_is_where_the_fall_starts() -> None:
    found = history(
        article("2014-09-11", Said(outcome="requires_improvement"), name="old"),
        article(
            "2023-09-11", Said(outcome=INADEQUATE, previous=GOOD, previous_when="2019"), seen=2
        ),
    )
    assert told(found.events)[-1] == ("overall", "worsened", GOOD, INADEQUATE)


def test_old_press_talk_yields_to_what_the_article_says() -> None:
    old = article("2014-09-11", Said(outcome="requires_improvement"), name="old")
    fall = article("2023-09-11", Said(outcome=INADEQUATE, previous=GOOD), seen=2)
    assert told(history(old, fall).events)[-1] == ("overall", "worsened", GOOD, INADEQUATE)
    official = baseline("2014-07-01", "2014-09-11", {"overall": "requires_improvement"})
    assert told(history(official, fall).events)[-1][2] == "requires_improvement"


def test_judgements_without_an_area_of_their_own_share_no_line() -> None:
    kind = "safeguarding_inspection"
    found = history(
        report("2011-05-10", "2011-07-01", {"other": GOOD}, kind=kind),
        report("2013-05-10", "2013-07-01", {"other": INADEQUATE}, kind=kind, seen=2),
    )
    assert [event.change for event in found.events] == [Change.FIRST_SEEN, Change.FIRST_SEEN]


def test_an_incomplete_set_of_judgements_gives_no_derived_headline() -> None:
    found = history(report("2026-05-04", "2026-06-17", {"leaders": GOOD, "care_leavers": GOOD}))
    assert found.state.headline is None


def test_long_after_april_2026_an_undated_overall_grade_is_compared_with_nothing() -> None:
    before = report("2022-07-11", "2022-09-11", {"overall": GOOD})
    soon = article("2026-09-17", Said(outcome=INADEQUATE), seen=2)
    later = article("2027-01-17", Said(outcome=INADEQUATE), seen=2)
    assert history(before, soon).events[-1].change is Change.WORSENED
    assert history(before, later).events[-1].change is Change.NOT_COMPARABLE


def test_a_list_of_send_outcomes_may_be_all_that_is_known() -> None:
    found = history(article("2023-12-11", replace(SEND, kind="aggregate")))
    assert [event.severity for event in found.events] == [Severity.HIGH]


def test_the_same_file_number_is_the_same_report() -> None:
    number = {"order": 50_123_456}
    one = tuple(replace(r, **number) for r in report("2023-07-10", "2023-09-11", {"overall": GOOD}))
    other = tuple(replace(r, **number) for r in listed("2023-01-10", GOOD, 2))
    assert len(history(one, other).events) == 1


def test_an_article_that_tells_of_two_inspections_means_two() -> None:
    found = history(
        article(
            "2023-09-11",
            Said(outcome=INADEQUATE, when="2023-07"),
            Said(outcome=INADEQUATE, role="background", when="2023-03"),
        )
    )
    assert told(found.events) == [("overall", "unchanged", INADEQUATE, INADEQUATE)]


def test_a_held_record_about_another_kind_of_visit_is_shown() -> None:
    found = history(
        report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}),
        article(
            "2023-09-20",
            Said(outcome="deterioration", area="front_door", kind="focused_visit", held=True),
            seen=2,
        ),
    )
    assert [event.held for event in found.events] == [False, True]


def test_a_held_record_against_a_mere_look_back_is_shown() -> None:
    found = history(
        article("2023-09-11", Said(outcome=INADEQUATE, role="background")),
        article("2023-09-20", Said(outcome=INADEQUATE, held=True), name="b", seen=2),
    )
    assert [event.held for event in found.events] == [True]


def test_a_direction_and_a_commissioner_are_one_step_and_two_acts() -> None:
    direction = Said(outcome="statutory_direction", kind="intervention", area="overall")
    found = history(
        article("2019-10-10", direction, replace(direction, outcome="commissioner")),
        article("2019-10-12", replace(direction, outcome="commissioner"), name="b", seen=2),
    )
    assert {event.after.outcome.value for event in found.events} == {
        "statutory_direction",
        "commissioner",
    }
    assert len({event.inspection for event in found.events}) == 1
    assert found.state.intervention is not None
    assert found.state.intervention.outcome is Outcome.COMMISSIONER


def test_a_step_months_later_is_another() -> None:
    notice = Said(outcome="improvement_notice", kind="intervention", area="overall")
    found = history(
        article("2021-05-10", notice),
        article("2022-05-24", replace(notice, outcome="commissioner"), name="b", seen=2),
    )
    assert len({event.inspection for event in found.events}) == 2
