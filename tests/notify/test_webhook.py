"""Webhooks, verified with the specification's own library."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from standardwebhooks import Webhook as Oracle
from standardwebhooks import WebhookVerificationError

from tests.notify.messages import NOW, alert, message, ops
from watcher.app.drill import drill_message, webhook_secret
from watcher.model.message import MessageKind
from watcher.model.vocabulary import Change
from watcher.notify.webhook import Options, Webhook, body_of, type_of

if TYPE_CHECKING:
    import datetime as dt

    from tests.receivers import WebReceiver
    from watcher.model.message import Message
    from watcher.notify.options import SecretRef


def plain(secret: SecretRef) -> str:
    assert secret.value is not None
    return secret.value


class Taken:
    """A receiver that verifies what it gets with the oracle."""

    def __init__(self, *secrets: str) -> None:
        self.requests: list[httpx.Request] = []
        options = Options(name="hook", kind="webhook", url="https://r.example/x", secrets=secrets)
        self.webhook = Webhook(options, plain, httpx.MockTransport(self._take))

    def _take(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(204)

    def verified(self, secret: str, sent: Message, now: dt.datetime) -> Any:
        self.webhook.send(sent, now)
        request = self.requests[-1]
        return Oracle(secret).verify(request.content, dict(request.headers))


@pytest.fixture
def now() -> dt.datetime:
    import datetime as dt

    return dt.datetime.now(dt.UTC)  # noqa: TID251  (the oracle looks at the real clock)


def test_a_receiver_with_the_secret_can_verify_a_message(now: dt.datetime) -> None:
    secret = webhook_secret()
    told = Taken(secret).verified(secret, message(), now)
    assert told["type"] == "council.rating.worsened"
    assert told["data"]["alerts"][0]["council"]["name"] == "Swindon"


def test_while_one_secret_replaces_another_either_verifies(now: dt.datetime) -> None:
    old, new = webhook_secret(), webhook_secret()
    receiver = Taken(new, old)
    assert receiver.verified(old, message(), now) == receiver.verified(new, message(), now)


def test_a_stranger_with_another_secret_cannot_verify(now: dt.datetime) -> None:
    with pytest.raises(WebhookVerificationError):
        Taken(webhook_secret()).verified(webhook_secret(), message(), now)


def test_the_id_is_the_key_and_every_try_has_its_own_time(now: dt.datetime) -> None:
    import datetime as dt

    receiver = Taken(webhook_secret())
    receiver.webhook.send(message(), now)
    receiver.webhook.send(message(), now + dt.timedelta(hours=2))
    first, second = receiver.requests
    assert first.headers["webhook-id"] == second.headers["webhook-id"] == "key-1.mail"
    assert (
        int(second.headers["webhook-timestamp"]) - int(first.headers["webhook-timestamp"]) == 7200
    )
    assert first.content == second.content


def test_without_a_secret_nothing_is_signed() -> None:
    receiver = Taken()
    receiver.webhook.send(message(), NOW)
    assert "webhook-signature" not in receiver.requests[0].headers


@pytest.mark.parametrize("number", [1, 8, 60, 400])
def test_a_body_stays_under_twenty_kilobytes_and_names_every_alert(number: int) -> None:
    quote = "The inspectors found that children wait too long for help. " * 20
    alerts = tuple(replace(alert(f"Council {n}", quote=quote)) for n in range(number))
    body = body_of(message(*alerts))
    assert len(body) < 20_000
    told = json.loads(body)["data"]["alerts"]
    assert [one["id"] for one in told] == [one.id for one in alerts]


def test_a_body_that_was_cut_says_so_and_no_quotation_in_it_is_cut() -> None:
    quote = "Children wait too long for help. " * 300
    body = json.loads(body_of(message(*(alert(f"C{n}", quote=quote) for n in range(4)))))
    assert body["data"]["complete"] is False
    quotes = [
        citation["quote"]
        for told in body["data"]["alerts"]
        for event in told.get("events", [])
        for citation in event["evidence"]
    ]
    assert set(quotes) <= {quote}


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        (message(replace(alert(), change=Change.FIRST_SEEN)), "council.rating.first_seen"),
        (message(replace(alert(), change=Change.MIXED)), "council.rating.mixed"),
        (message(alert("A"), alert("B")), "council.rating.digest"),
        (message(kind=MessageKind.CONFIRMATION), "council.rating.confirmed"),
        (message(kind=MessageKind.CORRECTION), "council.rating.corrected"),
        (ops(), "watcher.source.health"),
        (drill_message("hook", NOW), "watcher.test"),
    ],
    ids=["first seen", "mixed", "several", "confirmed", "corrected", "ops", "drill"],
)
def test_the_type_says_what_a_message_is_about(sent: Message, name: str) -> None:
    assert type_of(sent) == name


def test_a_message_goes_over_the_wire_as_it_is(web: WebReceiver) -> None:
    secret = webhook_secret()
    options = Options(name="hook", kind="webhook", url=web.url, secrets=(secret,))
    line = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
    Webhook(options, plain, line).send(message(), NOW)
    (posted,) = web.got
    assert posted.body == body_of(message())
    assert posted.headers["content-type"] == "application/json"


def test_a_made_secret_has_the_length_that_the_specification_wants() -> None:
    assert len(base64.b64decode(webhook_secret().removeprefix("whsec_"))) == 32
