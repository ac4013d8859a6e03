"""Slack and Teams, through their incoming webhooks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from watcher.alerting.render.chat import slack_escape, slack_payload, teams_escape, teams_payload
from watcher.notify.email import banner_of
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
    allow_private: bool = False


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
        body = json.dumps(payload_of(message, self._options.kind), ensure_ascii=False).encode()
        headers = {"content-type": "application/json", "user-agent": "watcher"}
        ask = Post(url=self._url, headers=headers, body=body)
        return post(self._transport, ask, name=self._options.name, timeout=self._options.timeout)


def payload_of(message: Message, kind: str) -> dict[str, Any]:
    """Write the body for a service."""
    banner = banner_of(message)
    if message.alerts:
        write = slack_payload if kind == "slack" else teams_payload
        return write(message.alerts, banner)
    words = f"{message.subject}\n{message.text}"
    return {"text": slack_escape(words) if kind == "slack" else teams_escape(words)}
