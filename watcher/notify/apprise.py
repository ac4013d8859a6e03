"""A hundred more services, through Apprise (an optional extra)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, field_validator

from watcher.alerting.render.message import banner_of, ordered, part_of, short_of, text_of
from watcher.errors import ConfigError, DeliveryError
from watcher.model.message import Receipt
from watcher.notify.options import NotifierOptions, Resolve, Secret

if TYPE_CHECKING:
    import datetime as dt

    from watcher.model.message import Message

SHORT = 240
"""Characters of one alert where the notifier's length is short."""


class Options(NotifierOptions):
    """`kind = "apprise"`."""

    kind: Literal["apprise"]
    urls: tuple[Secret, ...] = Field(min_length=1, description="Apprise addresses; each a secret")

    @field_validator("urls", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return value if isinstance(value, list | tuple) else (value,)


class AppriseNotifier:
    """Hand a message to Apprise, which knows the services."""

    def __init__(self, options: Options, resolve: Resolve) -> None:
        try:
            import apprise
        except ImportError as error:
            raise ConfigError(
                "Apprise is not installed",
                resource=options.name,
                hint='install the extra: pip install "watcher[apprise]"',
            ) from error
        self._options = options
        self._sender = apprise.Apprise()
        for number, url in enumerate(options.urls, start=1):
            if not self._sender.add(resolve(url)):
                raise ConfigError(f"Apprise does not know address {number}", resource=options.name)

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Send one message once to every address of this notifier.

        Raises:
            DeliveryError: when one of them did not take it.
        """
        del now
        sent = self._sender.notify(
            title=message.subject, body=self._body(message), body_format="text"
        )
        if not sent:
            raise DeliveryError(
                "a service did not take the message",
                resource=self._options.name,
                hint="test the address with: watcher notify test " + self._options.name,
            )
        return Receipt(answer=f"taken by {len(self._sender)}")

    def _body(self, message: Message) -> str:
        if not message.alerts:
            return message.text
        if self._options.length == "short":
            parts = [short_of(alert, SHORT) for alert in ordered(message.alerts)]
        else:
            parts = [text_of(part_of(alert)) for alert in ordered(message.alerts)]
        return "\n\n".join(part for part in (banner_of(message), *parts) if part)
