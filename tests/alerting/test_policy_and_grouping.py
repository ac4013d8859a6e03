"""Which events alert, and how those of one inspection are told together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.diff.builders import Said, article, baseline, history, report
from watcher.alerting.grouping import decide, held_alert, retraction
from watcher.alerting.policy import Policy, Silence, silence_of
from watcher.alerting.wording import statement
from watcher.model.vocabulary import Change, Outcome, Severity, Status

if TYPE_CHECKING:
    from watcher.model.alert import Alert
    from watcher.model.event import AlertId, History, Record

NOW = dt.datetime(2026, 1, 20, 9, tzinfo=dt.UTC)
GOOD = "good"
RI = "requires_improvement"
INADEQUATE = "inadequate"
BEFORE = report("2019-06-10", "2019-07-20", {"overall": GOOD, "leaders": RI})
NEWS = article("2023-09-11", Said(outcome=INADEQUATE), seen=2)
ARCHIVE = Policy()


def raise_all(found: History, raised: dict[AlertId, Alert] | None = None) -> tuple[Alert, ...]:
    return decide(found.events, raised or {}, ARCHIVE, NOW)


def step(*groups: tuple[Record, ...]) -> list[tuple[Alert, ...]]:
    """Take documents in one after the other; give what each of them raised."""
    raised: dict[AlertId, Alert] = {}
    out = []
    for count in range(1, len(groups) + 1):
        due = raise_all(history(*groups[:count]), raised)
        raised.update((alert.id, alert) for alert in due)
        out.append(due)
    return out


def test_a_fall_alerts_once_and_is_confirmed_once() -> None:
    official = report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}, seen=5)
    again = article("2023-09-25", Said(outcome=INADEQUATE), name="again", seen=6)
    first, second, third, last = step(BEFORE, NEWS, official, again)
    assert first == ()
    assert [(a.reason, a.severity) for a in second] == [("fall", Severity.CRITICAL)]
    assert [a.reason for a in third] == ["confirmation"]
    assert last == ()
    assert third[0].id.startswith(second[0].id)


def test_a_report_that_comes_first_needs_no_confirmation() -> None:
    official = report("2023-07-10", "2023-09-11", {"overall": INADEQUATE}, seen=5)
    raised = step(BEFORE, official, NEWS)
    assert [[a.reason for a in due] for due in raised] == [[], ["fall"], []]


def test_a_contradicting_report_brings_one_correction() -> None:
    official = report("2023-07-10", "2023-09-12", {"overall": RI, "leaders": RI}, seen=5)
    raised = step(BEFORE, NEWS, official, official)
    assert [[a.reason for a in due] for due in raised] == [[], ["fall"], ["correction"], []]
    assert raised[2][0].change is Change.CORRECTED
    assert "not inadequate" in raised[2][0].headline


def test_areas_of_one_inspection_make_one_alert() -> None:
    after = report("2023-07-10", "2023-09-11", {"overall": INADEQUATE, "leaders": GOOD}, seen=2)
    (alert,) = raise_all(history(BEFORE, after))
    assert alert.change is Change.MIXED
    assert len(alert.events) == 2
    assert alert.severity is Severity.CRITICAL
    assert alert.status is Status.CONFIRMED
    assert alert.headline == (
        "Swindon: overall effectiveness fell from good to inadequate (full inspection; "
        "1 more area rose)"
    )


def test_a_new_low_never_says_that_it_fell() -> None:
    found = history(NEWS)
    (alert,) = raise_all(found)
    assert alert.severity is Severity.HIGH
    assert "fell" not in alert.headline
    assert "from" not in statement(found.events[0])


def test_an_unchanged_inadequate_alerts_at_medium() -> None:
    low = report("2019-06-10", "2019-07-20", {"overall": INADEQUATE})
    (alert,) = [
        a for a in raise_all(history(low, NEWS)) if a.published and a.published.text > "2020"
    ]
    assert alert.severity is Severity.MEDIUM
    assert "remains inadequate" in alert.headline


@pytest.mark.parametrize(
    ("groups", "policy", "expected"),
    [
        ((BEFORE,), ARCHIVE, Silence.NOT_WORSE),
        ((NEWS,), Policy(minimum=Severity.CRITICAL), Silence.BELOW_MINIMUM),
        (
            (report("2024-07-10", "2024-09-11", {"overall": RI}), NEWS),
            ARCHIVE,
            Silence.LATE,
        ),
        (
            (baseline("2023-07-10", "2023-09-11", {"overall": INADEQUATE}),),
            ARCHIVE,
            Silence.SILENT,
        ),
        ((article("2023-09-11", Said(outcome=INADEQUATE, held=True)),), ARCHIVE, Silence.HELD),
        ((NEWS,), Policy(max_age=dt.timedelta(days=120)), Silence.TOO_OLD),
        ((NEWS,), ARCHIVE, None),
    ],
    ids=["good news", "minimum", "late", "silent", "held", "too old", "alert"],
)
def test_every_silence_has_its_reason(
    groups: tuple[tuple[Record, ...], ...], policy: Policy, expected: Silence | None
) -> None:
    event = history(*groups).events[0]
    assert silence_of(event, policy, NOW) is expected


def test_an_improvement_in_a_bad_place_is_no_alert() -> None:
    low = report("2019-06-10", "2019-07-20", {"overall": INADEQUATE})
    better = report("2023-07-10", "2023-09-11", {"overall": RI}, seen=2)
    assert [a.published and str(a.published) for a in raise_all(history(low, better))] == [
        "2019-07-20"
    ]


def test_earlier_knowledge_that_arrives_later_is_no_correction_of_a_new_low() -> None:
    look_back = article(
        "2023-12-01", Said(outcome=GOOD, role="background", when="2019"), name="b", seen=4
    )
    assert [len(due) for due in step(NEWS, look_back)] == [1, 0]


def test_a_fall_that_was_none_is_corrected() -> None:
    between = report("2021-06-10", "2021-07-20", {"overall": INADEQUATE}, seen=9)
    raised = step(BEFORE, NEWS, between)
    assert [[a.reason for a in due] for due in raised] == [[], ["fall"], ["correction"]]


def test_a_rejected_alert_is_taken_back_by_one_correction() -> None:
    (alert,) = raise_all(history(BEFORE, NEWS))
    (event,) = alert.events
    restored = replace(event, change=Change.CORRECTED, before=event.after)
    taken_back = retraction(alert, [restored], NOW)
    assert taken_back.reason == "correction"
    assert taken_back.id != alert.id


def test_held_events_make_a_held_alert() -> None:
    found = history(article("2023-09-11", Said(outcome=INADEQUATE, held=True)))
    alert = held_alert(found.events, NOW)
    assert alert.held
    assert alert.severity is Severity.HIGH


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Said(outcome="priority_action", area="front_door", kind="focused_visit"), "priority"),
        (Said(outcome="commissioner", area="other", kind="intervention"), "commissioner"),
        (Said(outcome="send_systemic_failings", area="send", kind="area_send"), "systemic"),
        (Said(outcome="weaknesses", area="other", kind="focused_visit"), "weaknesses"),
    ],
    ids=["priority action", "commissioner", "send", "weaknesses"],
)
def test_headlines_speak_of_what_was_found(said: Said, words: str) -> None:
    (alert,) = raise_all(history(article("2023-09-11", said)))
    assert words in alert.headline
    assert "fell" not in alert.headline
    assert alert.events[0].after.outcome is Outcome(said.outcome)


@pytest.mark.parametrize(
    ("when", "expected"),
    [("2025-03-10", None), ("2024-03-10", Silence.TOO_OLD)],
    ids=["may just be out", "cannot be new"],
)
def test_where_only_the_visit_is_dated_the_longest_lag_is_allowed_for(
    when: str, expected: Silence | None
) -> None:
    groups = [replace(r, published=None) for r in report(when, when, {"overall": INADEQUATE})]
    (event,) = history(tuple(groups)).events
    assert silence_of(event, Policy(max_age=dt.timedelta(days=120)), NOW) is expected


def test_two_inspections_that_turn_out_to_be_one_are_not_told_a_third_time() -> None:
    early = article("2024-01-20", Said(outcome=INADEQUATE, when="2023-11"), name="a", seen=1)
    late = article("2024-09-20", Said(outcome=INADEQUATE, when="2024"), name="b", seen=2)
    raised: dict[AlertId, Alert] = {}
    for groups in ((early,), (early, late)):
        raised.update((a.id, a) for a in raise_all(history(*groups), raised))
    renamed = [
        replace(event, inspection="renamed", id=f"renamed-{event.area}")  # type: ignore[arg-type]
        for event in history(early, late).events
    ]
    assert [a for a in decide(renamed, raised, ARCHIVE, NOW) if a.reason == "fall"] == []


def test_a_graver_judgement_told_by_a_second_outlet_is_no_silence() -> None:
    first = article("2023-09-11", Said(outcome=RI), seen=2)
    graver = article(
        "2023-09-12", Said(area="help_and_protection", outcome=INADEQUATE), name="graver", seen=3
    )
    again = article(
        "2023-09-13", Said(area="help_and_protection", outcome=INADEQUATE), name="again", seen=4
    )
    milder = article("2023-09-13", Said(area="leaders", outcome=INADEQUATE), name="milder", seen=5)
    before = report(
        "2019-06-10", "2019-07-20", {"overall": GOOD, "help_and_protection": GOOD, "leaders": GOOD}
    )
    _, told, added, repeated, less = step(before, first, graver, again, milder)
    assert [alert.severity for alert in told] == [Severity.HIGH]
    assert [(a.reason, a.severity) for a in added] == [("fall", Severity.CRITICAL)]
    assert [event.area.value for event in added[0].events] == ["help_and_protection"]
    assert repeated == ()
    assert less == ()
