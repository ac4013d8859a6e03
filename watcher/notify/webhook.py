"""Webhooks, signed to the Standard Webhooks specification."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from pathlib import Path  # noqa: TC003  (pydantic reads it)
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, field_validator

from watcher.alerting.json import alert_json
from watcher.errors import ConfigError
from watcher.model.message import Message, MessageKind, Receipt
from watcher.model.vocabulary import Change
from watcher.notify.options import NotifierOptions, Resolve, Secret
from watcher.notify.post import Post, post

if TYPE_CHECKING:
    import datetime as dt

    import httpx

MAX_BYTES = 20_000
"""The specification's advice for a body."""


class Options(NotifierOptions):
    """`kind = "webhook"`."""

    kind: Literal["webhook"]
    group: Literal["run", "alert"] = "alert"
    url: Secret = Field(description="where to post; often itself a secret")
    secrets: tuple[Secret, ...] = Field(
        default=(), description="`whsec_…`; several while one replaces another"
    )
    allow_private: bool = Field(default=False, description="the receiver is on a private network")
    ca_file: Path | None = Field(default=None, description="certificates to trust, as PEM")

    @field_validator("secrets", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return value if isinstance(value, list | tuple) else (value,)


class Webhook:
    """Post a signed message for every alert."""

    def __init__(self, options: Options, resolve: Resolve, transport: httpx.BaseTransport) -> None:
        self._options = options
        self._url = resolve(options.url)
        self._secrets = tuple(_key(resolve(secret), options.name) for secret in options.secrets)
        self._transport = transport

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Send one message once; the signature carries the time of this attempt.

        Raises:
            DeliveryError: when the receiver did not answer 2xx.
        """
        body = body_of(message)
        stamp = str(int(now.timestamp()))
        headers = {
            "content-type": "application/json",
            "user-agent": "watcher",
            "webhook-id": message.key,
            "webhook-timestamp": stamp,
        }
        if self._secrets:
            headers["webhook-signature"] = signatures(self._secrets, message.key, stamp, body)
        ask = Post(url=self._url, headers=headers, body=body)
        return post(self._transport, ask, name=self._options.name, timeout=self._options.timeout)


def signatures(secrets: tuple[bytes, ...], key: str, stamp: str, body: bytes) -> str:
    """Sign `id.timestamp.body` with every secret, as `v1,…` separated by blanks."""
    signed = f"{key}.{stamp}.".encode() + body
    made = (base64.b64encode(hmac.digest(secret, signed, hashlib.sha256)) for secret in secrets)
    return " ".join(f"v1,{one.decode()}" for one in made)


def _key(secret: str, name: str) -> bytes:
    """Read a `whsec_` secret.

    Raises:
        ConfigError: when it is not base64 of 24 to 64 bytes.
    """
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except ValueError as error:
        raise ConfigError("the webhook secret is not base64", resource=name) from error
    if not 24 <= len(key) <= 64:  # noqa: PLR2004  (the specification's bounds)
        raise ConfigError(
            f"the webhook secret has {len(key)} bytes, not 24 to 64",
            resource=name,
            hint="make one with: watcher notify secret",
        )
    return key


_TYPES = {
    Change.WORSENED: "council.rating.worsened",
    Change.IMPROVED: "council.rating.improved",
    Change.FIRST_SEEN: "council.rating.first_seen",
    Change.UNCHANGED: "council.rating.unchanged",
    Change.RECLASSIFIED: "council.rating.reclassified",
    Change.CORRECTED: "council.rating.corrected",
    Change.NOT_COMPARABLE: "council.rating.not_comparable",
    Change.MIXED: "council.rating.mixed",
}


def type_of(message: Message) -> str:
    """Name what a message is about, in the specification's dotted form."""
    match message.kind:
        case MessageKind.OPS:
            return "watcher.source.health"
        case MessageKind.TEST:
            return "watcher.test"
        case MessageKind.CONFIRMATION:
            return "council.rating.confirmed"
        case MessageKind.CORRECTION:
            return "council.rating.corrected"
        case MessageKind.ALERT | MessageKind.DIGEST | MessageKind.CATCH_UP:
            if len(message.alerts) == 1:
                return _TYPES[message.alerts[0].change]
            return "council.rating.digest"


def body_of(message: Message) -> bytes:
    """Write the body, under 20 kB: quotations, then events, are left out where it is too long."""
    for trim in ("full", "first_quotes", "no_quotes", "alerts_only"):
        body = json.dumps(_payload(message, trim), ensure_ascii=False).encode()
        if len(body) < MAX_BYTES:
            return body
    return json.dumps(_payload(message, "ids_only"), ensure_ascii=False).encode()


def _payload(message: Message, trim: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": message.kind.value,
        "subject": message.subject,
        "complete": trim == "full",
        "alerts": [_alert(alert_json(alert), trim) for alert in message.alerts],
    }
    if message.text:
        data["text"] = message.text[:8000]
    return {
        "schema": 1,
        "type": type_of(message),
        "timestamp": message.created.isoformat(),
        "data": data,
    }


def _alert(shown: dict[str, Any], trim: str) -> dict[str, Any]:
    if trim == "full":
        return shown
    if trim == "ids_only":
        return {"id": shown["id"]}
    if trim == "alerts_only":
        return {key: value for key, value in shown.items() if key != "events"}
    keep = 1 if trim == "first_quotes" else 0
    events = [{**event, "evidence": event["evidence"][:keep]} for event in shown["events"]]
    return {**shown, "events": events}
