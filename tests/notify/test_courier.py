"""How messages are carried: a thread a channel, one answer at a time, and an end to patience."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.notify.messages import NOW, message
from watcher.errors import ConfigError, DeliveryError
from watcher.model.message import Message, Outgoing, Receipt
from watcher.notify import courier as module
from watcher.notify.courier import Courier

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable


class Channel:
    """Does what it is told with each message."""

    def __init__(self, act: Callable[[Message], None] = lambda _message: None) -> None:
        self.act = act
        self.threads: list[str] = []

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        del now
        self.threads.append(threading.current_thread().name)
        self.act(message)
        return Receipt(status=200, answer="ok")


def outgoing(*numbers: int) -> list[Outgoing]:
    return [
        Outgoing(
            id=n, message=message(), state="pending", attempts=0, next_try=NOW, last_error=None
        )
        for n in numbers
    ]


def courier(channels: dict[str, Channel], **more: object) -> Courier:
    return Courier(channels.__getitem__, lambda: NOW, **more)  # type: ignore[arg-type]


def fail(error: Exception) -> Callable[[Message], None]:
    def act(message: Message) -> None:
        del message
        raise error

    return act


def test_every_message_is_answered_in_its_order() -> None:
    answers = courier({"a": Channel()}).carry({"a": outgoing(1, 2, 3)})
    assert [(one.outgoing.id, one.receipt is not None) for one in answers] == [
        (1, True),
        (2, True),
        (3, True),
    ]


def test_the_next_message_waits_until_the_last_answer_is_written_down() -> None:
    sent: list[int] = []
    channel = Channel(lambda _message: sent.append(1))
    for count, _answer in enumerate(courier({"a": channel}).carry({"a": outgoing(1, 2, 3)}), 1):
        time.sleep(0.15)
        assert len(sent) == count


def test_a_slow_channel_keeps_no_other_waiting() -> None:
    gate = threading.Event()
    channels = {"slow": Channel(lambda _message: gate.wait(5) and None), "fast": Channel()}
    answers = courier(channels).carry({"slow": outgoing(1), "fast": outgoing(2)})
    assert next(answers).outgoing.id == 2
    gate.set()
    assert next(answers).outgoing.id == 1


def test_what_must_run_here_runs_here() -> None:
    channel = Channel()
    list(courier({"t": channel}, inline=frozenset({"t"})).carry({"t": outgoing(1)}))
    assert channel.threads == [threading.current_thread().name]


@pytest.mark.parametrize(
    "error",
    [DeliveryError("no answer"), ConfigError("no secret"), RuntimeError("a bug"), OSError("down")],
    ids=lambda error: type(error).__name__,
)
def test_whatever_goes_wrong_is_an_answer_and_the_rest_is_not_tried(error: Exception) -> None:
    answers = list(courier({"a": Channel(fail(error))}).carry({"a": outgoing(1, 2)}))
    assert [one.outgoing.id for one in answers] == [1]
    assert isinstance(answers[0].error, DeliveryError)
    assert str(error) in str(answers[0].error)


def test_a_refusal_of_one_message_does_not_stop_the_next() -> None:
    error = DeliveryError("refused")
    error.status = 400
    answers = list(courier({"a": Channel(fail(error))}).carry({"a": outgoing(1, 2)}))
    assert len(answers) == 2


def test_secrets_are_taken_out_of_what_went_wrong() -> None:
    error = DeliveryError("POST https://x/secret failed")
    error.answer = "secret is wrong"
    found = courier({"a": Channel(fail(error))}, mask=lambda text: text.replace("secret", "…"))
    (answer,) = found.carry({"a": outgoing(1)})
    assert answer.error is not None
    assert "secret" not in str(answer.error) + answer.error.answer


def test_when_told_to_stop_nobody_waits_for_what_is_under_way() -> None:
    gate, stopped = threading.Event(), threading.Event()
    channel = Channel(lambda _message: gate.wait(5) and None)
    made = courier({"a": channel, "t": Channel()}, stopped=stopped.is_set, inline=frozenset({"t"}))
    threading.Timer(0.2, stopped.set).start()
    begun = time.monotonic()
    assert list(made.carry({"a": outgoing(1)})) == []
    assert list(made.carry({"t": outgoing(2)})) == []
    assert time.monotonic() - begun < 2
    gate.set()


def test_a_channel_that_says_nothing_at_all_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.3)
    gate = threading.Event()
    channel = Channel(lambda _message: gate.wait(5) and None)
    (answer,) = courier({"a": channel}).carry({"a": outgoing(1, 2)})
    assert "no end" in str(answer.error)
    gate.set()


def test_when_nobody_takes_the_answers_any_more_the_threads_end() -> None:
    before = set(threading.enumerate())
    answers = courier({"a": Channel()}).carry({"a": outgoing(1, 2, 3)})
    next(answers)
    answers.close()
    end = time.monotonic() + 5
    while set(threading.enumerate()) - before and time.monotonic() < end:
        time.sleep(0.02)
    assert not set(threading.enumerate()) - before
