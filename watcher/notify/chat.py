"""Slack and Teams, through their incoming webhooks."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003  (pydantic reads it)
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from watcher.alerting.render.chat import slack_escape, slack_payload, teams_escape, teams_payload
from watcher.alerting.render.message import banner_of
from watcher.alerting.render.words import one_line
from watcher.errors import DeliveryError
from watcher.notify.options import NotifierOptions, Resolve, Secret
from watcher.notify.post import Post, post

if TYPE_CHECKING:
    import datetime as dt

    import httpx

    from watcher.model.message import Message, Receipt


class Options(NotifierOptions):
    """`kind = "slack"` or `kind = "teams"`."""

    kind: Literal["slack", "teams"]
    url: Secret = Field(description="the incoming webhook's address, which is a secret")
    allow_private: bool = Field(default=False, description="the receiver is on a private network")
    ca_file: Path | None = Field(default=None, description="certificates to trust, as PEM")


class Chat:
    """Post a message in the service's own shape."""

    def __init__(self, options: Options, resolve: Resolve, transport: httpx.BaseTransport) -> None:
        self._options = options
        self._url = resolve(options.url)
        self._transport = transport

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Send one message once.

        Raises:
            DeliveryError: when the service did not answer 2xx.
        """
        del now
        options = self._options
        shape = payload_of(message, options.kind, short=options.length == "short")
        body = json.dumps(shape, ensure_ascii=False).encode()
        headers = {"content-type": "application/json", "user-agent": "watcher"}
        ask = Post(url=self._url, headers=headers, body=body)
        receipt = post(self._transport, ask, name=options.name, timeout=options.timeout)
        if options.kind == "slack" and receipt.answer.strip() not in {"", "ok"}:
            raise _not_ok(receipt, options.name)
        return receipt


def _not_ok(receipt: Receipt, name: str) -> DeliveryError:
    """Slack says `ok` when it took a message, whatever the status."""
    failure = DeliveryError(
        f"the service answered {receipt.status} but not ok: {one_line(receipt.answer)[:200]}",
        resource=name,
        hint="is this the address of an incoming webhook?",
    )
    failure.status, failure.answer, failure.dialogue = (
        receipt.status,
        receipt.answer,
        receipt.dialogue,
    )
    return failure


def payload_of(message: Message, kind: str, *, short: bool = False) -> dict[str, Any]:
    """Write the body for a service."""
    banner = banner_of(message)
    if message.alerts:
        write = slack_payload if kind == "slack" else teams_payload
        return write(message.alerts, banner, short=short)
    words = f"{message.subject}\n{message.text}"
    return {"text": slack_escape(words) if kind == "slack" else teams_escape(words)}
