"""The contract that every notifier keeps, and every status that a receiver can answer."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.notify.messages import NOW, alert, drill, message, ops
from watcher.errors import ConfigError, DeliveryError
from watcher.model.message import Message, Receipt
from watcher.notify import NOTIFIER_KINDS
from watcher.notify.options import NotifierOptions, SecretRef

STATUSES = range(100, 512)
PERMANENT = {410}
PATIENT = {429, 503}


def plain(secret: SecretRef) -> str:
    """Give a secret that stands in the options."""
    assert secret.value is not None
    return secret.value


def options_of(kind: str, **more: Any) -> Any:
    module, name = NOTIFIER_KINDS[kind][0].split(":")
    return getattr(importlib.import_module(module), name)(name=kind, kind=kind, **more)


def web_notifier(kind: str, answer: httpx.Response | Exception) -> Any:
    def handle(request: httpx.Request) -> httpx.Response:
        del request
        if isinstance(answer, Exception):
            raise answer
        return answer

    module, name = NOTIFIER_KINDS[kind][1].split(":")
    options = options_of(kind, url="https://receiver.example/hook")
    made = getattr(importlib.import_module(module), name)
    return made(options, plain, httpx.MockTransport(handle))


@pytest.mark.parametrize("kind", ["webhook", "slack", "teams"])
@pytest.mark.parametrize("status", STATUSES)
def test_only_2xx_is_success_and_only_410_is_for_good(kind: str, status: int) -> None:
    notifier = web_notifier(kind, httpx.Response(status, text="ok"))
    outcome: Receipt | DeliveryError
    try:
        outcome = notifier.send(message(), NOW)
    except DeliveryError as error:
        outcome = error
    assert isinstance(outcome, Receipt) == (200 <= status < 300)
    assert outcome.status == status
    assert outcome.answer == "ok"
    assert getattr(outcome, "permanent", False) == (status in PERMANENT)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_patience_that_a_receiver_asks_for_is_heard_where_it_counts(status: int) -> None:
    notifier = web_notifier("webhook", httpx.Response(status, headers={"retry-after": "120"}))
    with pytest.raises(DeliveryError) as caught:
        notifier.send(message(), NOW)
    assert caught.value.retry_after == (120.0 if status in PATIENT else None)


def test_patience_until_a_date_counts_from_the_date_of_the_answer() -> None:
    headers = {
        "date": "Wed, 04 Mar 2026 09:00:00 GMT",
        "retry-after": "Wed, 04 Mar 2026 09:10:00 GMT",
    }
    notifier = web_notifier("webhook", httpx.Response(503, headers=headers))
    with pytest.raises(DeliveryError) as caught:
        notifier.send(message(), NOW)
    assert caught.value.retry_after == 600.0


@pytest.mark.parametrize(
    "headers",
    [
        {"retry-after": "soon"},
        {"retry-after": "Wed, 04 Mar 2026 09:10:00 GMT"},
        {"retry-after": "tomorrow", "date": "today"},
        {"retry-after": "-5"},
    ],
    ids=["a word", "a date without a date to count from", "no dates", "a negative number"],
)
def test_patience_that_means_nothing_is_passed_over(headers: dict[str, str]) -> None:
    notifier = web_notifier("webhook", httpx.Response(503, headers=headers))
    with pytest.raises(DeliveryError) as caught:
        notifier.send(message(), NOW)
    assert caught.value.retry_after is None


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_a_failure_that_says_what_to_do(status: int) -> None:
    answer = httpx.Response(status, headers={"location": "https://elsewhere.example/"})
    with pytest.raises(DeliveryError) as caught:
        web_notifier("webhook", answer).send(message(), NOW)
    assert "moved" in caught.value.hint


@pytest.mark.parametrize(
    "error",
    [
        httpx.ConnectError("refused"),
        httpx.ConnectTimeout("slow"),
        httpx.ReadTimeout("slower"),
        httpx.RemoteProtocolError("reset"),
        httpx.ReadError("reset"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_answer_is_worth_another_try(error: Exception) -> None:
    with pytest.raises(DeliveryError) as caught:
        web_notifier("webhook", error).send(message(), NOW)
    assert not caught.value.permanent
    assert caught.value.status is None
    assert any(type(error).__name__ in line for line in caught.value.dialogue)


def test_slack_has_taken_a_message_only_when_it_says_ok() -> None:
    with pytest.raises(DeliveryError, match="not ok"):
        web_notifier("slack", httpx.Response(200, text="<html>log in</html>")).send(message(), NOW)


def test_a_page_of_words_instead_of_an_answer_is_kept_only_at_its_start() -> None:
    receipt = web_notifier("webhook", httpx.Response(200, text="x" * 100_000)).send(message(), NOW)
    assert len(receipt.answer) == 500


def test_what_is_shown_of_a_request_holds_no_secret() -> None:
    with pytest.raises(DeliveryError) as caught:
        web_notifier("webhook", httpx.Response(500)).send(message(), NOW)
    assert not any("/hook" in line for line in caught.value.dialogue)


def local_notifier(kind: str, folder: Path) -> Any:
    extras: dict[str, dict[str, Any]] = {
        "feed": {"path": folder / "deep" / "feed.xml"},
        "jsonl": {"path": folder / "deep" / "log.jsonl"},
        "command": {"command": ("/bin/cat",)},
        "terminal": {},
    }
    module, name = NOTIFIER_KINDS[kind][1].split(":")
    made = getattr(importlib.import_module(module), name)
    options = options_of(kind, **extras[kind])
    return made(options, len) if kind == "terminal" else made(options)


@pytest.mark.parametrize("kind", ["feed", "jsonl", "command", "terminal"])
@pytest.mark.parametrize(
    "sent",
    [message(), message(alert("Leeds"), alert("York")), ops(), drill()],
    ids=["an alert", "two alerts", "word of the watch", "a drill"],
)
def test_what_needs_no_network_takes_every_sort_of_message(
    kind: str, sent: Message, tmp_path: Path
) -> None:
    assert isinstance(local_notifier(kind, tmp_path).send(sent, NOW), Receipt)


@pytest.mark.parametrize("kind", NOTIFIER_KINDS)
def test_every_kind_names_options_and_a_class_that_sends(kind: str) -> None:
    addresses = NOTIFIER_KINDS[kind]
    options, made = (
        getattr(importlib.import_module(module), name)
        for module, name in (address.split(":") for address in addresses)
    )
    assert issubclass(options, NotifierOptions)
    assert callable(made.send)


def test_every_module_of_a_channel_is_registered() -> None:
    import watcher.notify

    folder = Path(watcher.notify.__path__[0])
    helpers = {"__init__", "options", "post", "courier"}
    modules = {path.stem for path in folder.glob("*.py")} - helpers
    named = {
        address.split(":")[0].rpartition(".")[2]
        for pair in NOTIFIER_KINDS.values()
        for address in pair
    }
    assert modules == named


@pytest.mark.parametrize(
    "secret",
    ["not base64!", "whsec_AAAA", "whsec_" + "A" * 100],
    ids=["no base64", "too short", "too long"],
)
def test_a_webhook_secret_outside_the_specification_is_refused(secret: str) -> None:
    from watcher.notify.webhook import Webhook

    options = options_of("webhook", url="https://receiver.example/hook", secrets=secret)
    with pytest.raises(ConfigError):
        Webhook(options, plain, httpx.MockTransport(lambda _: httpx.Response(204)))


def test_a_secret_never_shows_in_the_options() -> None:
    options = options_of("webhook", url="https://receiver.example/token-1234")
    for shown in (
        repr(options),
        str(options),
        str(options.model_dump()),
        options.model_dump_json(),
    ):
        assert not re.search("token-1234", shown)


@pytest.mark.parametrize("given", [{}, {"env": "A", "file": "b"}], ids=["none", "two"])
def test_a_secret_is_in_exactly_one_place(given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        SecretRef.model_validate(given)


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        (SecretRef(env="NAME"), "environment variable NAME"),
        (SecretRef(file=Path("key")), "file key"),
        (SecretRef(credential="smtp"), "systemd credential smtp"),
        (SecretRef(value="the-value"), "(hidden)"),
    ],
    ids=["env", "file", "credential", "value"],
)
def test_a_secret_says_where_it_is_and_never_what_it_is(secret: SecretRef, words: str) -> None:
    assert str(secret) == words
    assert "the-value" not in repr(secret)
