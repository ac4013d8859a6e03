"""Join the outbox to the channels of a configuration."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watcher.app.clock import now as clock_now
from watcher.errors import ConfigError, UsageError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    import httpx

    from watcher.app.routes import Routing
    from watcher.app.secrets import Secrets
    from watcher.config import Config, NotifierConfig
    from watcher.model.alert import Alert
    from watcher.notify.options import Notifier
    from watcher.pipeline.deliver import Deliver, DeliveryReport, Desk
    from watcher.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """What delivery is given by whoever runs it.

    `tell` writes alerts on the terminal, `stopped` tells whether to give up waiting.
    """

    tell: Callable[[tuple[Alert, ...]], None]
    clock: Callable[[], dt.datetime] = clock_now
    stopped: Callable[[], bool] = lambda: False


def deliver_due(store: Store, config: Config, hands: Hands) -> DeliveryReport:
    """Send everything that is due now.

    Raises:
        StoreError: when the database fails.
    """
    if not store.outbox.anything_to_do(hands.clock()) and not store.sources.unpacked():
        from watcher.pipeline.deliver import DeliveryReport

        return DeliveryReport()
    return deliver_of(store, config, hands).round()


def deliver_of(store: Store, config: Config, hands: Hands) -> Deliver:
    """Build delivery for a configuration."""
    from watcher.app.routes import Routing
    from watcher.app.secrets import Secrets
    from watcher.notify.courier import Courier
    from watcher.pipeline.deliver import Deliver

    secrets = Secrets()
    workshop = Channels(config, secrets, hands.tell)
    courier = Courier(
        workshop.notifier,
        hands.clock,
        inline=frozenset(one.name for one in config.notifiers if one.type == "terminal"),
        stopped=hands.stopped,
        mask=secrets.mask,
    )
    return Deliver(store, desk_of(config, Routing(config)), courier, hands.clock)


def pending_count(store: Store, config: Config) -> int:
    """Count the messages that did not arrive yet and are still tried."""
    known = {one.name for one in config.notifiers}
    return store.outbox.open_count(known)


def desk_of(config: Config, routing: Routing) -> Desk:
    """Give what the user decided about delivery."""
    from zoneinfo import ZoneInfo

    from watcher.pipeline.deliver import Channel, Desk

    return Desk(
        channels=tuple(
            Channel(
                name=one.name,
                grouped=one.options.group == "run",
                repeat=one.options.repeat,
                ops=one.type != "feed",
            )
            for one in config.notifiers
        ),
        routes=routing.routes,
        where=routing.where,
        place=routing.place,
        zone=ZoneInfo(config.watcher.timezone),
    )


class Channels:
    """Builds the notifiers of a configuration, each when it is first used."""

    def __init__(
        self, config: Config, secrets: Secrets, tell: Callable[[tuple[Alert, ...]], None]
    ) -> None:
        self._config = config
        self._secrets = secrets
        self._tell = tell
        self._built: dict[str, Notifier] = {}

    def notifier(self, name: str) -> Notifier:
        """Give the notifier of that name.

        Raises:
            ConfigError: when it cannot be built, for want of a secret.
            UsageError: when there is none.
        """
        if name not in self._built:
            self._built[name] = self._build(config_of(self._config, name))
        return self._built[name]

    def _build(self, one: NotifierConfig) -> Notifier:
        from watcher.notify import NOTIFIER_KINDS

        module, attribute = NOTIFIER_KINDS[one.type][1].split(":")
        made: Any = getattr(importlib.import_module(module), attribute)
        options = one.options
        try:
            match one.type:
                case "terminal":
                    built: Notifier = made(options, self._tell)
                case "webhook" | "slack" | "teams":
                    built = made(options, self._secrets, _transport(options))
                case "email" | "apprise":
                    built = made(options, self._secrets)
                case _:
                    built = made(options)
        except ConfigError as error:
            resource = f"[[notify]] {one.name}"
            raise ConfigError(error.message, resource=resource, hint=error.hint) from error
        return built


def config_of(config: Config, name: str) -> NotifierConfig:
    """Give the table of a notifier.

    Raises:
        UsageError: when there is none of that name.
    """
    from watcher.app.wiring import near_hint

    for one in config.notifiers:
        if one.name == name:
            return one
    names = [one.name for one in config.notifiers]
    raise UsageError(f"no notifier is named {name!r}", hint=near_hint(name, names))


def _transport(options: Any) -> httpx.BaseTransport:
    """Give a transport that asks only addresses which a source may be asked from, too."""
    import httpcore
    import httpx

    from watcher.fetch.address import GuardedBackend, system_resolver

    context = _certificates(options.ca_file)
    transport = httpx.HTTPTransport(verify=context)
    # httpx has no door for a network backend; its pool is replaced by one that checks.
    transport._pool = httpcore.ConnectionPool(  # noqa: SLF001
        ssl_context=context,
        max_connections=1,
        max_keepalive_connections=0,
        network_backend=GuardedBackend(system_resolver, allow_private=options.allow_private),
    )
    return transport


def _certificates(ca_file: Path | None) -> Any:
    import ssl

    import httpx

    if ca_file is None:
        return httpx.create_ssl_context()
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise ConfigError("the certificates cannot be read", resource=str(ca_file)) from error
