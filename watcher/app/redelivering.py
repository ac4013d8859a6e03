"""Another try at what failed or was given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.app.clock import now
from watcher.app.delivering import Hands, deliver_due, pending_count
from watcher.app.wiring import open_store
from watcher.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.config import Config
    from watcher.model.alert import Alert
    from watcher.pipeline.deliver import DeliveryReport


def retry_messages(
    config: Config, number: int | None, tell: Callable[[tuple[Alert, ...]], None]
) -> tuple[DeliveryReport, int]:
    """Try a message again now, or everything that was given up; give what is left after it.

    Raises:
        LockHeld: when a run is at work.
        UsageError: when there is no such message, or it has arrived.
    """
    from watcher.store import run_lock

    with run_lock(config.watcher.database, wait=10), open_store(config) as store:
        if number is None:
            chosen = [one.id for one in store.outbox.all("dead")]
        else:
            one = store.outbox.get(number)
            if one is None or one.state in {"sent", "dropped"}:
                raise UsageError(f"message {number} is not to be sent", hint="see: watcher outbox")
            chosen = [number]
        with store.transaction():
            for message in chosen:
                store.outbox.retry(message, now=now())
        report = deliver_due(store, config, Hands(tell=tell))
        return report, pending_count(store, config)
