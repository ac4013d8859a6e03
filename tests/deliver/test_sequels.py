"""Silences, acknowledgement, confirmations, corrections, and what is held."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.deliver.conftest import Channel, World, refuse
from watcher.alerting.routing import Route
from watcher.model.event import AlertId
from watcher.model.message import MessageKind
from watcher.model.vocabulary import Status

if TYPE_CHECKING:
    from watcher.model.alert import Alert


def silence(world: World, target: str, **span: float) -> int:
    with world.store.transaction():
        return world.store.silences.add(
            target, ends=world.clock() + dt.timedelta(**span), reason="known", now=world.clock()
        )


def raise_alert(world: World, alert: Alert) -> None:
    """Put a sequel into the outbox as ingest does."""
    with world.store.transaction():
        world.store.alerts.add(alert)
        names = [channel.name for channel in world.channels]
        world.store.deliveries.add(alert.id, names, now=world.clock())
    world.clock.forward(seconds=1)


def sequel(alert: Alert, reason: str) -> Alert:
    confirmed = Status.CONFIRMED if reason == "confirmation" else alert.status
    return replace(
        alert,
        id=AlertId(f"{alert.id}.{reason}"),
        reason=reason,
        status=confirmed,
        headline=f"{reason}: {alert.headline}",
    )


def test_what_is_silenced_comes_in_one_message_when_the_silence_is_over(world: World) -> None:
    silence(world, "region:London", days=3)
    world.falls("Croydon", "Barnet", "Leeds")
    world.round()
    world.clock.forward(days=1)
    world.falls("Camden")
    world.round()
    assert world.told() == [["Leeds"]]
    world.clock.forward(days=2)
    world.round()
    assert world.told("mail", MessageKind.CATCH_UP) == [["Croydon", "Barnet", "Camden"]]
    world.clock.forward(days=2)
    world.round()
    assert len(world.courier.got) == 2


def test_a_silence_can_name_a_council_a_group_a_notifier_or_all(world: World) -> None:
    leeds = world.where(world.falls("Leeds")[0]).lineage
    world.round()
    world.courier.got.clear()
    world.channels = (Channel(name="mail"), Channel(name="desk"))
    world.groups = {"ours": frozenset({leeds})}
    silence(world, "notifier:desk", days=1)
    world.falls("York")
    world.round()
    assert (world.told("mail"), world.told("desk")) == ([["York"]], [])
    silence(world, "group:ours", days=1)
    world.news("Leeds|focused_visit|front_door|priority_action|2026-02")
    world.round()
    assert world.told("mail") == [["York"]]
    silence(world, "all", days=1)
    world.falls("Bury")
    world.round()
    assert world.told("mail") == [["York"]]


def test_a_silence_that_is_ended_early_gives_back_what_it_kept(world: World) -> None:
    number = silence(world, "all", days=30)
    world.falls("Leeds")
    world.round()
    assert world.store.silences.kept_back(number) == 1
    with world.store.transaction():
        world.store.silences.end(number, now=world.clock())
    world.round()
    assert world.told("mail", MessageKind.CATCH_UP) == [["Leeds"]]
    assert world.store.silences.kept_back(number) == 0


def test_what_a_person_has_seen_to_is_not_caught_up_with(world: World) -> None:
    silence(world, "all", days=1)
    (leeds, _) = sorted(world.falls("Leeds", "York"), key=lambda a: a.council.name)
    world.round()
    with world.store.transaction():
        world.store.alerts.acknowledge(leeds.id, note="we know", now=world.clock())
    world.clock.forward(days=2)
    world.round()
    assert world.told() == [["York"]]


def test_a_confirmation_of_what_was_told_is_no_message(world: World) -> None:
    (alert,) = world.falls("Leeds")
    world.round()
    raise_alert(world, sequel(alert, "confirmation"))
    world.round()
    assert world.told() == [["Leeds"]]
    assert world.store.deliveries.counts() == {"muted": 1, "sent": 1}


def test_a_confirmation_goes_to_whoever_asks_to_be_told_again(world: World) -> None:
    world.channels = (Channel(name="mail"), Channel(name="desk", repeat=True))
    (alert,) = world.falls("Leeds")
    world.round()
    raise_alert(world, sequel(alert, "confirmation"))
    world.round()
    assert world.told("mail", MessageKind.CONFIRMATION) == []
    assert world.told("desk", MessageKind.CONFIRMATION) == [["Leeds"]]


def test_a_confirmation_that_brings_something_new_tells_only_that(world: World) -> None:
    (alert,) = world.falls("Leeds")
    world.round()
    world.news("Leeds|full_inspection|leaders|inadequate|2026-01")
    events = world.store.events.of_lineage(alert.events[0].lineage)
    assert len(events) == 2
    raise_alert(world, replace(sequel(alert, "confirmation"), events=events))
    world.round()
    (message,) = [m for m in world.courier.got if m.kind is MessageKind.CONFIRMATION]
    assert [event.area.value for event in message.alerts[0].events] == ["leaders"]


def test_a_route_for_what_is_confirmed_hears_of_it_first_when_it_is(world: World) -> None:
    world.channels = (Channel(name="mail"), Channel(name="desk"))
    world.routes = (
        Route(notify=("mail",)),
        Route(notify=("desk",), statuses=frozenset({Status.CONFIRMED})),
    )
    (alert,) = world.falls("Leeds")
    world.round()
    assert world.told("desk") == []
    raise_alert(world, sequel(alert, "confirmation"))
    world.round()
    assert world.told("desk") == [["Leeds"]]
    assert world.told("mail") == [["Leeds"]]


def test_a_correction_goes_once_to_whoever_had_the_alert_and_to_nobody_else(world: World) -> None:
    world.channels = (Channel(name="mail"), Channel(name="desk"))
    world.routes = (Route(notify=("mail",)), Route(notify=("desk",), regions=frozenset({"London"})))
    (alert,) = world.falls("Leeds")
    world.round()
    raise_alert(world, sequel(alert, "correction"))
    world.round()
    assert world.told("mail", MessageKind.CORRECTION) == [["Leeds"]]
    assert world.told("desk") == []


def test_a_correction_never_arrives_before_the_alert(world: World) -> None:
    (alert,) = world.falls("Leeds")
    world.courier.fail = lambda _m: refuse()
    world.round()
    raise_alert(world, sequel(alert, "correction"))
    world.round()
    assert [m.kind for m in world.courier.tried] == [MessageKind.ALERT]
    world.courier.fail = lambda _m: None
    world.clock.forward(minutes=1)
    world.round()
    assert [m.kind for m in world.courier.got] == [MessageKind.ALERT, MessageKind.CORRECTION]


def test_a_correction_of_what_waits_for_a_digest_waits_with_it(world: World) -> None:
    world.routes = (Route(notify=("mail",), digest=dt.time(8)),)
    (alert,) = world.falls("Leeds")
    world.round()
    raise_alert(world, sequel(alert, "correction"))
    world.round()
    assert world.courier.got == []
    world.clock.forward(days=1)
    world.round()
    assert [m.kind for m in world.courier.got] == [MessageKind.DIGEST, MessageKind.CORRECTION]


def test_an_alert_that_is_recalled_before_it_was_sent_goes_to_nobody(world: World) -> None:
    world.courier.fail = lambda _m: refuse()
    leeds, york = sorted(world.falls("Leeds", "York"), key=lambda a: a.council.name)
    world.round()
    with world.store.transaction():
        world.store.outbox.recall(leeds.id, why="rejected: a mistake")
    world.courier.fail = lambda _m: None
    world.clock.forward(minutes=1)
    world.round()
    assert world.told() == [["York"]]
    with world.store.transaction():
        world.store.outbox.recall(york.id, why="rejected: late")
    assert world.states() == ["sent"]


def test_a_message_whose_every_alert_is_recalled_is_dropped(world: World) -> None:
    world.courier.fail = lambda _m: refuse()
    (leeds,) = world.falls("Leeds")
    world.round()
    with world.store.transaction():
        world.store.outbox.recall(leeds.id, why="rejected: a mistake")
    world.courier.fail = lambda _m: None
    world.clock.forward(days=1)
    world.round()
    assert world.courier.got == []
    assert world.states() == ["dropped"]


def test_held_alerts_go_to_nobody_and_somebody_is_asked_to_look_once(world: World) -> None:
    world.hold_above = 2
    world.falls("Leeds", "York", "Bury")
    world.round()
    world.round()
    assert world.told("mail", MessageKind.ALERT) == []
    assert world.ops() == ["3 alerts held for review"]
    for alert in world.store.alerts.held():
        with world.store.transaction():
            world.store.alerts.hold(alert.id, held=False)
    world.round()
    assert [sorted(n) for n in world.told("mail", MessageKind.ALERT)] == [["Bury", "Leeds", "York"]]


def test_what_the_reader_is_not_sure_of_is_held_with_a_word_to_the_owner(world: World) -> None:
    (alert,) = world.news("Leeds|full_inspection|overall|inadequate|2026-01|0.3")
    assert alert.held
    world.round()
    assert world.ops() == ["1 alert held for review"]
    assert world.told("mail", MessageKind.ALERT) == []
