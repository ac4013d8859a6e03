"""A world in which alerts are raised and delivered without a network."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import ListSource, ScriptedReader
from watcher.alerting.policy import Policy
from watcher.alerting.routing import Where, recipients
from watcher.errors import DeliveryError
from watcher.model.message import Answer, Message, MessageKind, Receipt
from watcher.pipeline.deliver import Channel, Deliver, DeliveryReport, Desk
from watcher.pipeline.ingest import Ingest, Rules
from watcher.reference import load_register
from watcher.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from watcher.alerting.routing import Route
    from watcher.model.alert import Alert
    from watcher.model.message import Outgoing

START = dt.datetime(2026, 3, 4, 9, 0, tzinfo=dt.UTC)
LONDON = ZoneInfo("Europe/London")

Script = "Callable[[Message], DeliveryError | None]"


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, time: dt.datetime = START) -> None:
        self.time = time

    def __call__(self) -> dt.datetime:
        return self.time

    def forward(self, **span: float) -> None:
        self.time += dt.timedelta(**span)

    def to(self, time: dt.datetime) -> None:
        self.time = time


@dataclass
class FakeCourier:
    """Carries messages into a list; `fail` says what goes wrong with which."""

    clock: Clock
    got: list[Message] = field(default_factory=list)
    tried: list[Message] = field(default_factory=list)
    fail: Callable[[Message], DeliveryError | None] = lambda _message: None

    def carry(self, batches: Mapping[str, Sequence[Outgoing]]) -> Iterator[Answer]:
        for batch in batches.values():
            for outgoing in batch:
                self.tried.append(outgoing.message)
                error = self.fail(outgoing.message)
                receipt = Receipt(status=204, answer="taken") if error is None else None
                if receipt is not None or (error is not None and error.left):
                    self.got.append(outgoing.message)
                yield Answer(
                    outgoing=outgoing,
                    started=self.clock(),
                    seconds=0.1,
                    receipt=receipt,
                    error=error,
                )
                if error is not None and (error.status is None or error.retry_after is not None):
                    break


class World:
    """A store, an ingest and a delivery over it."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.store = Store.memory()
        self.channels: tuple[Channel, ...] = (Channel(name="mail"),)
        self.routes: tuple[Route, ...] = ()
        self.groups: dict[str, frozenset[str]] = {}
        self.courier = FakeCourier(self.clock)
        self.hold_above = 0
        self.policy = Policy()
        self.status = ""
        self._number = 0

    def where(self, alert: Alert) -> Where:
        council = load_register().by_code[alert.council.code]
        lineage = str(council.lineage)
        return Where(
            lineage=lineage,
            region=council.region,
            groups=frozenset(name for name, held in self.groups.items() if lineage in held),
        )

    def ingest(self) -> Ingest:
        names = [channel.name for channel in self.channels]
        rules = Rules(
            policy=self.policy,
            hold_above=self.hold_above,
            notifiers=lambda alert: recipients(self.routes, names, alert, self.where(alert)),
        )
        return Ingest(self.store, ScriptedReader(), rules, self.clock)

    def news(self, *lines: str, published: str = "2026-03-03") -> list[Alert]:
        """Take in one document a line; give the alerts that were raised or held."""
        documents = {}
        for line in lines:
            self._number += 1
            documents[f"d{self._number}"] = f"{published}\n{line}"
        report = self.ingest().take(ListSource(documents))
        assert report.error is None
        self.clock.forward(seconds=1)
        return report.alerts + report.held

    def falls(self, *names: str) -> list[Alert]:
        return self.news(*(f"{n}|full_inspection|overall|inadequate|2026-01" for n in names))

    def deliver(self) -> Deliver:
        desk = Desk(
            channels=self.channels,
            routes=self.routes,
            where=self.where,
            place=self.where,
            zone=LONDON,
        )
        return Deliver(self.store, desk, self.courier, self.clock)

    def round(self) -> DeliveryReport:
        report = self.deliver().round()
        self.clock.forward(seconds=1)
        return report

    def told(self, name: str = "mail", *kinds: MessageKind) -> list[list[str]]:
        """Give the councils of each message that a notifier got."""
        return [
            [alert.council.name for alert in message.alerts]
            for message in self.courier.got
            if message.notifier == name and (not kinds or message.kind in kinds)
        ]

    def ops(self, name: str = "mail") -> list[str]:
        return [
            message.subject
            for message in self.courier.got
            if message.notifier == name and message.kind is MessageKind.OPS
        ]

    def states(self) -> list[str]:
        return [one.state for one in self.store.outbox.all()]


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    yield made
    assert made.store.intact() == []
    made.store.close()


def refuse(*, permanent: bool = False, status: int | None = 500, **more: object) -> DeliveryError:
    """Make a failure as a channel reports it."""
    error = DeliveryError("it was refused", permanent=permanent, resource="mail")
    error.status = status
    for name, value in more.items():
        setattr(error, name, value)
    return error


__all__ = ["Channel", "World", "refuse", "replace"]
