"""Deliveries: nothing lost, nothing repeated, one broken channel harms no other."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from tests.deliver.conftest import START, Channel, World, refuse
from watcher.alerting.ladder import JITTER, LADDER, pause_after, verdict_of
from watcher.errors import DeliveryError
from watcher.model.message import Message, MessageKind


def test_the_alerts_of_a_run_are_one_message_and_come_once(world: World) -> None:
    world.falls("Swindon", "Leeds", "York")
    report = world.round()
    assert (report.sent, report.failed) == (3, 0)
    assert [sorted(names) for names in world.told()] == [["Leeds", "Swindon", "York"]]
    assert world.round().sent == 0
    assert len(world.courier.got) == 1


def test_a_channel_for_machines_gets_one_message_an_alert(world: World) -> None:
    world.channels = (Channel(name="mail", grouped=False),)
    alerts = world.falls("Swindon", "Leeds")
    world.round()
    assert sorted(message.key for message in world.courier.got) == sorted(
        f"{alert.id}.mail" for alert in alerts
    )


def test_every_channel_gets_its_own_message_under_its_own_key(world: World) -> None:
    world.channels = (Channel(name="mail"), Channel(name="desk"))
    world.falls("Swindon")
    world.round()
    assert world.told("mail") == world.told("desk") == [["Swindon"]]
    assert len({message.key for message in world.courier.got}) == 2


def test_the_key_is_the_same_at_every_try(world: World) -> None:
    world.falls("Swindon", "Leeds")
    world.courier.fail = lambda _message: refuse()
    for _ in range(4):
        world.round()
        world.clock.forward(hours=3)
    assert len(world.courier.tried) == 4
    assert len({message.key for message in world.courier.tried}) == 1


def test_a_failing_channel_climbs_the_whole_ladder_and_is_never_forgotten(world: World) -> None:
    world.falls("Swindon")
    world.courier.fail = lambda _message: refuse()
    times = []
    for _ in range(60 * 24 * 5):
        before = len(world.courier.tried)
        world.deliver().round()
        if len(world.courier.tried) > before:
            times.append(world.clock.time)
        due = world.store.outbox.next_due()
        if due is None:
            break
        world.clock.to(max(due, world.clock.time))
    assert len(times) == len(LADDER)
    for number, (one, other) in enumerate(itertools.pairwise(times), start=1):
        pause = (other - one).total_seconds()
        assert abs(pause - LADDER[number]) <= LADDER[number] * JITTER + 1
    assert world.states() == ["dead"]
    (dead,) = world.store.outbox.all("dead")
    assert len(world.store.outbox.attempts_at(dead.id)) == 10
    assert dead.last_error == "mail: it was refused"


def test_the_ladder_waits_about_three_days() -> None:
    assert sum(LADDER) == pytest.approx(75.6 * 3600, rel=0.01)
    pauses = {pause_after(3, f"key-{n}") for n in range(200)}
    assert len(pauses) > 150
    assert min(pauses) >= LADDER[3] * 0.9
    assert max(pauses) <= LADDER[3] * 1.1


def test_what_was_given_up_can_be_sent_again_under_the_same_key(world: World) -> None:
    world.falls("Swindon")
    world.courier.fail = lambda _message: refuse(permanent=True, status=410)
    world.round()
    (dead,) = world.store.outbox.all("dead")
    world.courier.fail = lambda _message: None
    with world.store.transaction():
        world.store.outbox.retry(dead.id, now=world.clock())
    world.round()
    assert [message.key for message in world.courier.got] == [dead.message.key]
    assert world.states() == ["sent"]


def test_a_permanent_refusal_is_not_tried_again(world: World) -> None:
    world.falls("Swindon")
    world.courier.fail = lambda _message: refuse(permanent=True, status=410)
    world.round()
    world.clock.forward(days=4)
    world.round()
    assert len(world.courier.tried) == 1
    assert world.states() == ["dead"]


def test_patience_that_a_receiver_asks_for_is_given(world: World) -> None:
    world.channels = (Channel(name="mail", grouped=False),)
    world.falls("Swindon", "Leeds")

    def wait_an_hour(_message: Message) -> DeliveryError:
        error = DeliveryError("busy", retry_after=3600.0, resource="mail")
        error.status = 429
        return error

    world.courier.fail = wait_an_hour
    world.round()
    assert len(world.courier.tried) == 1
    world.clock.forward(minutes=50)
    world.round()
    assert len(world.courier.tried) == 1
    world.courier.fail = lambda _message: None
    world.clock.forward(minutes=20)
    world.round()
    assert len(world.told()) == 2


def test_patience_without_end_is_cut_to_a_day() -> None:
    error = DeliveryError("busy", retry_after=1e9)
    verdict = verdict_of(error, 1, "key", START)
    assert verdict.next_try == START + dt.timedelta(days=1)


def test_one_broken_channel_harms_no_other_and_is_reported_there(world: World) -> None:
    world.channels = (Channel(name="mail"), Channel(name="desk"))
    world.courier.fail = lambda m: refuse() if m.notifier == "mail" else None
    world.falls("Swindon")
    world.round()
    assert world.told("desk") == [["Swindon"]]
    assert world.ops("desk") == []
    world.clock.forward(seconds=10)
    world.round()
    assert world.ops("desk") == ["mail has failed 2 times"]


def test_the_owner_hears_of_a_failing_channel_at_the_second_the_fifth_and_the_last_try(
    world: World,
) -> None:
    world.channels = (Channel(name="mail"), Channel(name="desk"))
    world.courier.fail = lambda m: refuse() if m.notifier == "mail" else None
    world.falls("Swindon")
    for _ in range(200):
        world.round()
        due = world.store.outbox.next_due()
        if due is None:
            break
        world.clock.to(max(due, world.clock.time))
    heard = world.ops("desk")
    assert heard[:2] == ["mail has failed 2 times", "mail has failed 5 times"]
    assert heard[2].startswith("not delivered to mail: Swindon")
    assert len(heard) == 3


def test_a_channel_that_works_again_is_said_to_and_gets_what_waited_at_once(world: World) -> None:
    world.channels = (Channel(name="mail", grouped=False), Channel(name="desk"))
    world.courier.fail = lambda m: refuse(status=None) if m.notifier == "mail" else None
    world.falls("Swindon", "Leeds", "York")
    for _ in range(20):
        world.round()
        world.clock.forward(minutes=20)
    world.courier.fail = lambda _message: None
    world.falls("Bury")
    world.round()
    world.round()
    assert sorted(names[0] for names in world.told("mail", MessageKind.ALERT)) == [
        "Bury",
        "Leeds",
        "Swindon",
        "York",
    ]
    assert "mail works again" in world.ops("desk")


def test_a_message_that_nobody_can_take_parks_alone(world: World) -> None:
    world.channels = (Channel(name="mail", grouped=False),)
    world.falls("Swindon", "Leeds", "York")
    poison = "Swindon"
    world.courier.fail = lambda m: (
        refuse(status=None) if m.alerts and m.alerts[0].council.name == poison else None
    )
    for _ in range(6):
        world.round()
        world.clock.forward(minutes=10)
    assert sorted(names[0] for names in world.told()) == ["Leeds", "York"]
    assert sorted(world.states()) == ["failed", "sent", "sent"]


def test_recipients_that_were_refused_for_now_get_the_rest_later(world: World) -> None:
    world.falls("Swindon")
    world.courier.fail = lambda _m: refuse(status=450, left=("night@example.org",))
    world.round()
    world.courier.fail = lambda _m: None
    world.clock.forward(minutes=1)
    world.round()
    assert world.courier.tried[1].recipients == ("night@example.org",)
    assert world.states() == ["sent"]


def test_recipients_that_were_refused_for_good_are_reported_and_not_tried_again(
    world: World,
) -> None:
    world.channels = (Channel(name="mail"), Channel(name="desk"))
    world.courier.fail = lambda m: (
        refuse(permanent=True, status=550, left=("gone@example.org",))
        if m.notifier == "mail"
        else None
    )
    world.falls("Swindon")
    world.round()
    world.clock.forward(days=1)
    world.round()
    assert [m.notifier for m in world.courier.tried if m.kind is MessageKind.ALERT] == [
        "mail",
        "desk",
    ]
    assert world.ops("desk") == ["mail: 1 recipient(s) refused"]


def test_everything_that_a_receiver_said_is_kept(world: World) -> None:
    world.falls("Swindon")
    world.courier.fail = lambda _m: refuse(status=502, answer="bad gateway")
    world.round()
    world.courier.fail = lambda _m: None
    world.clock.forward(minutes=1)
    world.round()
    (one,) = world.store.outbox.all()
    first, second = world.store.outbox.attempts_at(one.id)
    assert (first.outcome, first.status, first.answer) == ("failed", 502, "bad gateway")
    assert (second.outcome, second.status, second.answer) == ("sent", 204, "taken")


def test_a_clock_that_was_set_back_delays_nothing(world: World) -> None:
    world.falls("Swindon")
    world.courier.fail = lambda _m: refuse()
    world.round()
    world.courier.fail = lambda _m: None
    world.clock.forward(days=-30)
    world.round()
    assert world.told() == [["Swindon"]]


def test_a_clock_that_was_set_back_burns_no_tries(world: World) -> None:
    world.falls("Swindon")
    world.courier.fail = lambda _m: refuse()
    world.round()
    world.clock.forward(hours=-6)
    for _ in range(30):
        world.round()
    assert len(world.courier.tried) <= 4


def test_an_alert_that_came_while_the_clock_was_ahead_goes_out(world: World) -> None:
    world.clock.forward(days=10)
    world.falls("Swindon")
    world.clock.forward(days=-10)
    world.round()
    assert world.told() == [["Swindon"]]


def test_a_channel_that_left_the_configuration_keeps_its_messages(world: World) -> None:
    world.falls("Swindon")
    world.courier.fail = lambda _m: refuse()
    world.round()
    world.channels = (Channel(name="desk"),)
    world.clock.forward(days=5)
    world.round()
    assert len(world.courier.tried) == 1
    assert world.states() == ["failed"]


def test_a_message_that_was_dropped_is_gone_for_good(world: World) -> None:
    world.falls("Swindon")
    world.courier.fail = lambda _m: refuse()
    world.round()
    with world.store.transaction():
        world.store.outbox.drop(1, now=world.clock(), why="dropped: of no use")
    world.clock.forward(days=1)
    world.round()
    assert len(world.courier.tried) == 1
    assert world.states() == ["dropped"]
    assert world.store.deliveries.counts() == {"muted": 1}
