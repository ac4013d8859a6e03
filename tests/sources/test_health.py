"""How sources fare: the machine itself, and what it makes of real failures."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.world.pages import article, fall, item, rss
from tests.world.server import Page
from watcher.model.watch import Health, HealthState, NoticeKind, Remark
from watcher.pipeline.health import Rhythm, Visit, is_due, silence, visited

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sources.conftest import Watch
    from tests.world.server import World

MONDAY = dt.datetime(2026, 11, 16, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
RHYTHM = Rhythm(every=HOUR)
HERE = {"type": "feed", "allow_private": True}


def live(
    steps: list[tuple[float, bool]], rhythm: Rhythm = RHYTHM, **more: object
) -> tuple[Health, list[tuple[float, str]]]:
    """Visit at these hours, with these ends; give the health and what was said when."""
    health, said = Health(source="one"), []
    for hours, good in steps:
        now = MONDAY + hours * HOUR
        visit = Visit(now=now, good=good, outcome="x", error="" if good else "it broke", **more)  # type: ignore[arg-type]
        health, notices = visited(health, visit, rhythm, 0.5)
        said += [(hours, notice.kind.value) for notice in notices]
    return health, said


def test_two_failures_say_nothing_however_long_they_last() -> None:
    health, said = live([(0, False), (48, False)])
    assert (health.state, health.failures, said) == (HealthState.DEGRADED, 2, [])


def test_many_failures_in_a_short_time_say_nothing() -> None:
    assert live([(n / 10, False) for n in range(30)])[1] == []


def test_three_failures_over_six_hours_are_told_once_then_weekly_then_recovery() -> None:
    steps = [(n * 3.0, False) for n in range(100)] + [(300.0, True), (303.0, True)]
    assert live(steps)[1] == [
        (6.0, "failing"),
        (6.0 + 168, "still_failing"),
        (300.0, "recovered"),
    ]


def test_a_failure_that_was_never_told_recovers_in_silence() -> None:
    health, said = live([(0, False), (1, False), (2, True)])
    assert (health.state, health.failures, said) == (HealthState.OK, 0, [])


def test_the_same_trouble_after_a_recovery_is_told_again() -> None:
    first = [(0, False), (3, False), (6, False), (7, True)]
    again = [(10, False), (13, False), (16, False)]
    kinds = [kind for _, kind in live([*first, *again])[1]]
    assert kinds == ["failing", "recovered", "failing"]


def test_silence_beyond_the_limit_is_told_once() -> None:
    rhythm = Rhythm(every=HOUR, quiet_limit=dt.timedelta(days=7))
    health, said = live([(n * 24.0, True) for n in range(20)], rhythm)
    assert said == [(8 * 24.0, "quiet")]
    assert health.state is HealthState.QUIET


def test_silence_is_counted_from_the_last_new_document() -> None:
    rhythm = Rhythm(every=HOUR, quiet_limit=dt.timedelta(days=7))
    health, _ = visited(Health(source="one"), Visit(now=MONDAY, good=True, new=3), rhythm, 0.5)
    later = MONDAY + dt.timedelta(days=6)
    assert silence(health, later, rhythm) == dt.timedelta(days=6)


def test_days_on_which_silence_is_expected_do_not_count() -> None:
    election = (dt.date(2026, 11, 18), dt.date(2026, 11, 27))
    rhythm = Rhythm(every=HOUR, quiet_limit=dt.timedelta(days=7), quiet_periods=(election,))
    said = live([(n * 24.0, True) for n in range(20)], rhythm)[1]
    assert said == [(18 * 24.0, "quiet")]


def test_no_limit_means_never() -> None:
    assert live([(0, True), (24.0 * 900, True)])[1] == []


@pytest.mark.parametrize(
    ("day", "hours"), [(0, 1.0), (4, 1.0), (5, 4.0), (6, 4.0)], ids=["Mon", "Fri", "Sat", "Sun"]
)
def test_weekends_are_looked_at_less_often(day: int, hours: float) -> None:
    now = MONDAY + dt.timedelta(days=day)
    rhythm = Rhythm(every=HOUR, weekend=4.0)
    health, _ = visited(Health(source="one"), Visit(now=now, good=True), rhythm, 0.5)
    assert health.next_due == now + hours * HOUR


@pytest.mark.parametrize(("jitter", "minutes"), [(0.0, 54), (0.5, 60), (1.0, 66)])
def test_visits_are_spread_by_a_tenth(jitter: float, minutes: int) -> None:
    health, _ = visited(Health(source="one"), Visit(now=MONDAY, good=True), RHYTHM, jitter)
    assert health.next_due == MONDAY + dt.timedelta(minutes=minutes)


def test_failure_backs_off_to_once_a_day_and_no_less() -> None:
    health, _ = live([(float(n), False) for n in range(30)])
    assert health.next_due is not None
    assert health.last_run is not None
    assert health.next_due - health.last_run == dt.timedelta(days=1)


def test_a_server_that_asks_to_wait_is_not_visited_before() -> None:
    later = MONDAY + 9 * HOUR
    visit = Visit(now=MONDAY, good=False, not_before=later)
    health, _ = visited(Health(source="one"), visit, RHYTHM, 0.5)
    assert health.next_due == later
    assert not is_due(health, later - HOUR)
    assert is_due(health, later)


@pytest.mark.parametrize(
    ("hours", "at", "due"),
    [
        ("07:00-19:00", 12, 13),
        ("07:00-19:00", 18.5, 24 + 7),
        ("07:00-19:00", 3, 7),
        ("22:00-06:00", 12, 22),
        ("22:00-06:00", 23, 24),
    ],
    ids=["inside", "evening", "night", "before a night's hours", "across midnight"],
)
def test_looking_is_put_off_to_the_hours_wanted(hours: str, at: float, due: float) -> None:
    midnight = MONDAY.replace(hour=0)
    visit = Visit(now=midnight + at * HOUR, good=True)
    health, _ = visited(Health(source="one"), visit, Rhythm(every=HOUR, hours=hours), 0.5)
    assert health.next_due == midnight + due * HOUR


def test_what_lacks_something_is_told_once_while_it_lasts_and_again_when_it_comes_back() -> None:
    lacking = Remark(kind=NoticeKind.COVERAGE, text="York is missing")
    health, kinds = Health(source="one"), []
    visits: list[tuple[tuple[Remark, ...], bool]] = [
        ((lacking,), False),
        ((), True),
        ((lacking,), False),
        ((), False),
        ((lacking,), False),
    ]
    for n, (remarks, unchanged) in enumerate(visits):
        visit = Visit(now=MONDAY + n * HOUR, good=True, remarks=remarks, unchanged=unchanged)
        health, notices = visited(health, visit, RHYTHM, 0.5)
        kinds += [(n, notice.kind.value) for notice in notices]
    assert kinds == [(0, "coverage"), (4, "coverage")]
    assert health.state is HealthState.DEGRADED


def test_a_source_that_fails_for_hours_is_told_on_the_ops_route_and_harms_no_other(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {
        "/feed": Page(status=500),
        "/well": rss(item("Leeds", world.url("/a"))),
        "/a": fall("Leeds"),
    }
    well = f'name = "well"\ntype = "feed"\nurl = "{world.url("/well")}"\nallow_private = true'
    one = watch(well, url=world.url("/feed"), **HERE)
    for _ in range(4):
        report = one.check(everything=True)
        one.later(hours=3)
    assert [source.status for source in report.sources] == ["not_modified", "failed"]
    assert one.notices() == ["failing"]
    assert len(one.told) == 1
    world.pages["/feed"] = rss()
    one.check(everything=True)
    assert one.notices() == ["failing", "recovered"]


def test_a_failure_loses_nothing_and_changes_no_state(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/feed": rss(item("Leeds", world.url("/a"))), "/a": fall("Leeds")}
    one = watch(url=world.url("/feed"), **HERE)
    one.one()
    with one.store() as store:
        before = store.states.all()
    world.pages["/feed"] = Page(body=b"<html>error</html>")
    one.later(hours=1)
    assert one.one().status == "failed"
    world.pages["/feed"] = rss(item("Leeds", world.url("/a")), item("Derby", world.url("/b")))
    world.pages["/b"] = fall("Derby")
    one.later(hours=1)
    again = one.one()
    assert [alert.council.name for alert in again.alerts] == ["Derby"]
    with one.store() as store:
        assert before.items() <= store.states.all().items()


def test_only_what_is_due_is_visited_unless_all_or_named(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/feed": rss()}
    one = watch(url=world.url("/feed"), interval="2 h", **HERE)
    assert one.check().sources[0].status == "ok"
    one.later(hours=1)
    assert one.check().sources[0].status == "skipped"
    assert one.check(everything=True).sources[0].status == "not_modified"
    assert one.check("one").sources[0].status == "not_modified"
    one.later(hours=3)
    assert one.check().sources[0].status == "not_modified"


def test_a_long_retry_after_moves_the_next_visit(world: World, watch: Callable[..., Watch]) -> None:
    world.pages = {"/feed": Page(status=429, headers={"retry-after": "86400"})}
    one = watch(url=world.url("/feed"), **HERE)
    assert one.check().sources[0].status == "failed"
    one.later(hours=20)
    assert one.check().sources[0].status == "skipped"


def test_what_moved_for_good_is_asked_at_its_new_place_and_told(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {
        "/feed": Page(status=301, headers={"location": "/new"}),
        "/new": rss(etag='"1"'),
    }
    one = watch(url=world.url("/feed"), **HERE)
    one.one()
    one.later(hours=1)
    assert one.one().status == "not_modified"
    assert len(world.asked("/feed")) == 1
    assert one.notices() == ["moved"]
    del world.pages["/new"]
    world.pages["/feed"] = rss()
    one.later(hours=1)
    assert one.one().status == "failed"
    one.later(hours=1)
    assert one.one().status == "ok"


def test_the_first_contact_alerts_only_for_what_is_recent_and_dated(
    world: World, watch: Callable[..., Watch]
) -> None:
    old = "Mon, 02 Jun 2025 08:00:00 GMT"
    undated = fall("Derby", day="").body.decode().replace("T08:00:00Z", "")
    world.pages = {
        "/feed": rss(
            item("Leeds", world.url("/a")),
            item("York", world.url("/b"), day=old),
            item("Derby", world.url("/c"), day=""),
        ),
        "/a": fall("Leeds"),
        "/b": fall("York", day="2025-06-02"),
        "/c": Page(body=undated.encode()),
    }
    report = watch(url=world.url("/feed"), **HERE).one()
    assert report.new == 3
    assert [alert.council.name for alert in report.alerts] == ["Leeds"]
    assert {event.council.name for event in report.events} == {"Leeds", "York", "Derby"}


def test_a_flood_is_held_with_one_word_to_the_owner(
    world: World, watch: Callable[..., Watch]
) -> None:
    names = ["Leeds", "York", "Derby", "Bradford", "Salford"]
    head = '[watcher]\ndatabase = "watcher.db"\nbaseline = "none"\nhold_above = 3\n[fetch]\ngap = 0'
    head += '\n[[notify]]\ntype = "terminal"\n'
    world.pages = {"/feed": rss(*(item(name, world.url(f"/{name}")) for name in names))}
    world.pages |= {f"/{name}": fall(name) for name in names}
    one = watch(head=head, url=world.url("/feed"), **HERE)
    report = one.one()
    assert (len(report.alerts), len(report.held), one.told) == (0, 5, [])


def test_an_article_that_is_gone_is_no_trouble(world: World, watch: Callable[..., Watch]) -> None:
    world.pages = {"/feed": rss(item("Leeds", world.url("/a"))), "/a": article("Leeds", "Ofsted")}
    one = watch(url=world.url("/feed"), **HERE)
    one.one()
    world.pages["/a"] = Page(status=410)
    one.later(hours=7)
    report = one.one()
    assert (report.error, report.status) == (None, "not_modified")
    one.later(hours=7)
    one.one()
    assert len(world.asked("/a")) == 2
