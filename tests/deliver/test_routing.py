"""Who is told of what, and when."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.deliver.conftest import LONDON, Channel, World, refuse
from watcher.alerting.digest import next_digest
from watcher.alerting.policy import Policy
from watcher.alerting.routing import Route, ops_recipients
from watcher.model.message import MessageKind
from watcher.model.vocabulary import Area, Change, Kind, Severity, Status

BOTH = (Channel(name="mail"), Channel(name="desk"))


@pytest.mark.parametrize(
    ("route", "told"),
    [
        (Route(notify=("desk",)), ["Croydon", "Leeds", "Swindon"]),
        (Route(notify=("desk",), minimum=Severity.CRITICAL), ["Leeds"]),
        (Route(notify=("desk",), changes=frozenset({Change.WORSENED})), ["Leeds", "Swindon"]),
        (Route(notify=("desk",), regions=frozenset({"London"})), ["Croydon"]),
        (Route(notify=("desk",), groups=frozenset({"ours"})), ["Swindon"]),
        (
            Route(notify=("desk",), groups=frozenset({"ours"}), regions=frozenset({"London"})),
            ["Croydon", "Swindon"],
        ),
        (Route(notify=("desk",), areas=frozenset({Area.FRONT_DOOR})), ["Swindon"]),
        (Route(notify=("desk",), kinds=frozenset({Kind.FOCUSED_VISIT})), ["Swindon"]),
        (Route(notify=("desk",), statuses=frozenset({Status.CONFIRMED})), []),
        (Route(notify=("desk",), ops=True), []),
        (Route(notify=("mail",)), []),
    ],
    ids=[
        "all",
        "severity",
        "change",
        "region",
        "group",
        "places are joined by or",
        "area",
        "kind",
        "status",
        "ops carries no alerts",
        "another notifier",
    ],
)
def test_a_route_carries_what_it_says(world: World, route: Route, told: list[str]) -> None:
    from watcher.reference import load_register

    swindon = load_register().named("Swindon")
    assert swindon is not None
    world.groups = {"ours": frozenset({str(swindon.lineage)})}
    world.channels = BOTH
    world.routes = (route, Route(notify=("mail",)))
    world.policy = Policy(max_age=dt.timedelta(days=365))
    world.news("Leeds|full_inspection|overall|good|2020-01", published="2020-03-01")
    world.news(
        "Leeds|full_inspection|overall|inadequate|2026-01",
        "Croydon|full_inspection|leaders|inadequate|2026-01",
        "Swindon|focused_visit|front_door|deterioration|2026-01",
    )
    world.round()
    assert sorted(name for names in world.told("desk") for name in names) == told


def test_improvements_are_told_only_to_those_who_ask(world: World) -> None:
    world.channels = BOTH
    world.routes = (
        Route(notify=("mail",)),
        Route(notify=("desk",), changes=frozenset({Change.IMPROVED})),
    )
    world.policy = Policy(improvements=True)
    world.news("Leeds|full_inspection|overall|inadequate|2022-01", published="2022-03-01")
    world.round()
    world.courier.got.clear()
    world.news("Leeds|full_inspection|overall|good|2026-01")
    world.round()
    assert world.told("mail") == []
    assert world.told("desk") == [["Leeds"]]


def test_without_any_route_all_are_told(world: World) -> None:
    world.channels = BOTH
    world.falls("Swindon")
    world.round()
    assert world.told("mail") == world.told("desk") == [["Swindon"]]


def test_what_is_critical_goes_at_once_and_the_rest_waits_for_the_digest(world: World) -> None:
    world.routes = (Route(notify=("mail",), digest=dt.time(8)),)
    world.news("Leeds|full_inspection|overall|good|2020-01", published="2020-03-01")
    world.falls("Leeds", "York", "Bury")
    world.round()
    assert world.told() == [["Leeds"]]
    world.clock.to(dt.datetime(2026, 3, 5, 7, 59, tzinfo=dt.UTC))
    world.round()
    assert len(world.told()) == 1
    world.falls("Kent")
    world.clock.to(dt.datetime(2026, 3, 5, 8, 0, tzinfo=dt.UTC))
    world.round()
    digest = world.told("mail", MessageKind.DIGEST)
    assert [sorted(names) for names in digest] == [["Bury", "Kent", "York"]]
    assert world.courier.got[-1].subject.startswith("Digest: 3 alerts")


def test_an_alert_that_takes_two_routes_comes_once_and_by_the_faster(world: World) -> None:
    world.routes = (
        Route(notify=("mail",), digest=dt.time(8)),
        Route(notify=("mail",), regions=frozenset({"London"})),
    )
    world.falls("Croydon", "Leeds")
    world.round()
    assert world.told() == [["Croydon"]]


@pytest.mark.parametrize(
    ("created", "hour", "expected"),
    [
        ("2026-03-28T12:00+00:00", dt.time(8), "2026-03-29T07:00+00:00"),
        ("2026-10-24T12:00+00:00", dt.time(8), "2026-10-25T08:00+00:00"),
        ("2026-03-28T12:00+00:00", dt.time(1, 30), "2026-03-29T01:30+00:00"),
        ("2026-10-24T12:00+00:00", dt.time(1, 30), "2026-10-25T00:30+00:00"),
        ("2026-10-25T00:45+00:00", dt.time(1, 30), "2026-10-26T01:30+00:00"),
        ("2026-06-01T06:59+00:00", dt.time(8), "2026-06-01T07:00+00:00"),
        ("2026-06-01T07:00+00:00", dt.time(8), "2026-06-02T07:00+00:00"),
    ],
    ids=[
        "the clocks go forward",
        "the clocks go back",
        "an hour that is skipped",
        "an hour that comes twice counts the first time",
        "the second time is no digest",
        "the same day",
        "exactly at the hour is the next day",
    ],
)
def test_a_digest_comes_at_the_hour_that_clocks_in_london_show(
    created: str, hour: dt.time, expected: str
) -> None:
    made = next_digest(dt.datetime.fromisoformat(created), hour, LONDON)
    assert made == dt.datetime.fromisoformat(expected)


def test_over_a_whole_year_there_is_one_digest_a_day() -> None:
    moment, days = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC), []
    for _ in range(365):
        moment = next_digest(moment, dt.time(1, 30), LONDON)
        days.append(moment.astimezone(LONDON).date())
    assert len(set(days)) == 365


def test_word_of_the_watch_goes_to_the_ops_route_or_else_to_all_but_feeds(world: World) -> None:
    ways = (Route(notify=("desk",), ops=True), Route(notify=("mail",)))
    assert ops_recipients(ways, ("mail", "desk")) == ("desk",)
    assert ops_recipients((), ("mail", "desk")) == ("mail", "desk")
    assert ops_recipients(ways, ("mail", "desk"), without="desk") == ("mail",)
    assert ops_recipients((), ("mail",), without="mail") == ()
    world.channels = (Channel(name="mail"), Channel(name="feed", ops=False))
    world.hold_above = 1
    world.falls("Leeds", "York")
    world.round()
    assert world.ops("mail") == ["2 alerts held for review"]
    assert world.ops("feed") == []


def test_health_of_sources_reaches_the_ops_route_once(world: World) -> None:
    from watcher.model.watch import Notice, NoticeKind

    world.channels = BOTH
    world.routes = (Route(notify=("desk",), ops=True), Route(notify=("mail",)))
    notice = Notice(
        key="news/failing/2026",
        source="news",
        kind=NoticeKind.FAILING,
        subject="news fails",
        text="It answers 500.",
        created=world.clock(),
    )
    for _ in range(2):
        with world.store.transaction():
            world.store.sources.notify(notice)
        world.round()
    assert world.ops("desk") == ["news fails"]
    assert world.ops("mail") == []


def test_a_silenced_source_is_heard_of_when_the_silence_ends(world: World) -> None:
    from watcher.model.watch import Notice, NoticeKind

    end = world.clock() + dt.timedelta(days=2)
    with world.store.transaction():
        world.store.silences.add("source:news", ends=end, reason="moved", now=world.clock())
        world.store.sources.notify(
            Notice(
                key="k",
                source="news",
                kind=NoticeKind.QUIET,
                subject="quiet",
                text="t",
                created=world.clock(),
            )
        )
    world.round()
    assert world.ops() == []
    world.clock.forward(days=2)
    world.round()
    assert world.ops() == ["quiet"]


def test_a_silence_of_a_source_keeps_no_alert_back(world: World) -> None:
    end = world.clock() + dt.timedelta(days=2)
    with world.store.transaction():
        world.store.silences.add("source:news", ends=end, reason="moved", now=world.clock())
    world.falls("Leeds")
    world.round()
    assert world.told() == [["Leeds"]]


def test_digests_and_what_goes_at_once_are_messages_of_their_own(world: World) -> None:
    world.routes = (Route(notify=("mail",), digest=dt.time(8)),)
    world.falls("York", "Bury")
    world.round()
    world.clock.to(dt.datetime(2026, 3, 5, 8, 0, tzinfo=dt.UTC))
    world.news("Leeds|full_inspection|overall|good|2020-01", published="2020-03-01")
    world.falls("Leeds", "Kent")
    world.round()
    assert world.told("mail", MessageKind.DIGEST) == [["York", "Bury"]]
    assert world.told("mail", MessageKind.ALERT) == [["Leeds"]]


def test_that_alerts_are_held_is_said_once_also_when_the_source_says_it(world: World) -> None:
    from watcher.model.watch import Notice, NoticeKind

    world.hold_above = 1
    world.falls("Leeds", "York")
    with world.store.transaction():
        world.store.sources.notify(
            Notice(
                key="k",
                source="list",
                kind=NoticeKind.HELD,
                subject="held",
                text="t",
                created=world.clock(),
            )
        )
    world.round()
    assert world.ops() == ["2 alerts held for review"]


def test_word_of_the_watch_that_cannot_be_delivered_makes_no_more_words(world: World) -> None:
    world.channels = BOTH
    world.hold_above = 1
    world.courier.fail = lambda _m: refuse(permanent=True, status=410)
    world.falls("Leeds", "York")
    for _ in range(5):
        world.round()
        world.clock.forward(days=1)
    assert len(world.courier.tried) == 2
    assert world.states() == ["dead", "dead"]


def test_who_hears_of_an_alert_that_came_before_its_channel(world: World) -> None:
    world.falls("Leeds")
    world.channels = BOTH
    world.round()
    assert (world.told("mail"), world.told("desk")) == ([["Leeds"]], [])
