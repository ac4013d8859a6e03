"""From the outbox to the channels: the only retry loop.

    deliveries left by ingest -> plan -> messages with keys that never change   one transaction
    messages that are due -> courier -> answers                                 no transaction
    each answer -> sent, or when to try again, or given up                      one transaction

A crash between the second and the third step sends one message again, under the same key; a
crash anywhere else repeats nothing, and nothing is ever lost.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from watcher.alerting.digest import Addressee, message_of, notice, plan_for
from watcher.alerting.ladder import verdict_of
from watcher.alerting.routing import digest_hour, ops_recipients, silencing, story_of
from watcher.model.message import Attempt, MessageKind
from watcher.model.watch import NoticeKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from watcher.alerting.routing import Route, Where
    from watcher.errors import DeliveryError
    from watcher.model.alert import Alert
    from watcher.model.message import Answer, Message, Outgoing, SilenceRule, Waiting
    from watcher.model.watch import Notice
    from watcher.pipeline.ports import OutboxStorePort

TELL_AT = (2, 5)
"""Failures of one message after which the owner hears of it, on another channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One notifier of the configuration, as far as delivery needs it."""

    name: str
    grouped: bool = True
    repeat: bool = False
    ops: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the user decided about delivery.

    `where` says where a council is as far as routes ask, `place` all that a silence may name.
    """

    channels: tuple[Channel, ...]
    routes: tuple[Route, ...]
    where: Callable[[Alert], Where]
    place: Callable[[Alert], Where]
    zone: dt.tzinfo

    def ops(self, *, without: str | None = None) -> tuple[str, ...]:
        """Give the notifiers that hear of the watch itself."""
        fallback = [channel.name for channel in self.channels if channel.ops]
        return ops_recipients(self.routes, fallback, without=without)


class Courier(Protocol):
    """Carries messages to their channels."""

    def carry(self, batches: Mapping[str, Sequence[Outgoing]]) -> Iterator[Answer]:
        """Send the messages of each notifier in order; give the answers as they come."""
        ...


@dataclass(slots=True, kw_only=True)
class DeliveryReport:
    """What one round came to; grows while it runs."""

    sent: int = 0
    failed: int = 0
    dead: int = 0
    errors: list[str] = field(default_factory=list)


class Deliver:
    """Packs, sends, and keeps the account of it."""

    def __init__(
        self,
        store: OutboxStorePort,
        desk: Desk,
        courier: Courier,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._store = store
        self._desk = desk
        self._courier = courier
        self._clock = clock

    def round(self) -> DeliveryReport:
        """Send everything that is due now; a channel that fails is left until its next try.

        Raises:
            StoreError: when the database fails.
        """
        report = DeliveryReport()
        self.pack()
        tried: set[int] = set()
        while batches := self._batches(tried):
            tried.update(one.id for batch in batches.values() for one in batch)
            for answer in self._courier.carry(batches):
                self._settle(answer, report)
        return report

    def pack(self) -> None:
        """Put what waits into messages, as far as its time has come."""
        now = self._clock()
        waiting, notices = self._store.outbox.waiting(now), self._store.sources.unpacked()
        if not waiting and not notices and not self._store.outbox.anything_held():
            return
        with self._store.transaction():
            silences = self._store.silences.active(now)
            for channel in self._desk.channels:
                rows = [row for row in waiting if row.notifier == channel.name]
                if rows:
                    self._pack_for(rows, self._addressee(channel, silences), now)
            self._ask_for_review(now)
            for one in notices:
                self._pass_on(one, silences, now)

    def tell_ops(
        self,
        key: str,
        subject: str,
        text: str,
        *,
        without: str | None = None,
        after: dt.datetime | None = None,
    ) -> int:
        """Put word of the watch itself into the outbox, inside the transaction that is open.

        Args:
            key: What makes the word unique: the same key is never told twice.
            subject: One line.
            text: All of it.
            without: A notifier that is the trouble itself.
            after: When it is to be sent; None means now.

        Returns:
            The number of channels that will hear of it.
        """
        names = self._desk.ops(without=without)
        for message in notice(key, subject, text, notifiers=names, now=self._clock()):
            self._store.outbox.pack(message, after=after)
        return len(names)

    def _pack_for(self, rows: list[Waiting], to: Addressee, now: dt.datetime) -> None:
        outbox = self._store.outbox
        plan = plan_for(rows, to, now)
        for row, why in plan.muted:
            outbox.mute(row.delivery, why=why)
        for row, until, silence in plan.put_off:
            outbox.put_off(row.delivery, until=until, silence=silence)
        for parcel in plan.parcels:
            message = message_of(parcel, to.name, now)
            outbox.pack(message, [row.delivery for row in parcel.rows], only=parcel.only)

    def _addressee(self, channel: Channel, silences: tuple[SilenceRule, ...]) -> Addressee:
        outbox, desk, name = self._store.outbox, self._desk, channel.name
        return Addressee(
            name=name,
            grouped=channel.grouped,
            repeat=channel.repeat,
            told=outbox.events_told(name),
            had=lambda alert: name in outbox.had_by(story_of(alert)),
            hour=lambda alert: digest_hour(desk.routes, name, alert, desk.where(alert)),
            silence=lambda alert: (
                silencing(silences, alert, desk.place(alert), name) if silences else None
            ),
            waits=lambda alert: outbox.waits(story_of(alert), name),
            zone=desk.zone,
        )

    def _pass_on(self, one: Notice, silences: tuple[SilenceRule, ...], now: dt.datetime) -> None:
        """Put word of a source into the outbox; a silence keeps it back until its end.

        That alerts are held is said by the outbox itself, for all sources together.
        """
        self._store.sources.mark_packed(one.key, now=now)
        if one.kind is NoticeKind.HELD:
            return
        hushed = [s.ends for s in silences if s.target in {"all", f"source:{one.source}"}]
        after = max(hushed, default=now)
        self.tell_ops(f"watch-{_digest([one.key])}", one.subject, one.text, after=after)

    def _ask_for_review(self, now: dt.datetime) -> None:
        """Say once that alerts are held."""
        fresh = self._store.outbox.held_news()
        if not fresh:
            return
        lines = "\n".join(f"  {alert.id}  {alert.headline}" for alert in fresh)
        one = len(fresh) == 1
        self.tell_ops(
            f"held-{_digest(alert.id for alert in fresh)}",
            f"{len(fresh)} alert{'' if one else 's'} held for review",
            f"{'This alert is' if one else 'These alerts are'} held since {now:%d %B %Y %H:%M} "
            f"UTC and {'goes' if one else 'go'} to nobody before a person looks:\n\n{lines}\n\n"
            "See the proof: watcher explain ID\n"
            "Let go: watcher release ID (or --all). Drop: watcher release ID --drop",
        )

    def _batches(self, tried: set[int]) -> dict[str, list[Outgoing]]:
        """Give what is due and was not tried in this round, by notifier.

        A confirmation or correction waits as long as the alert that it follows is on its way.
        """
        known = {channel.name for channel in self._desk.channels}
        batches: dict[str, list[Outgoing]] = {}
        for one in self._store.outbox.due(self._clock()):
            name = one.message.notifier
            if name in known and one.id not in tried and not self._blocked(one.message):
                batches.setdefault(name, []).append(one)
        return batches

    def _blocked(self, message: Message) -> bool:
        if message.kind not in {MessageKind.CONFIRMATION, MessageKind.CORRECTION}:
            return False
        stories = {story_of(alert) for alert in message.alerts}
        stories -= {str(alert.id) for alert in message.alerts}
        return bool(stories & self._store.outbox.open_alerts(message.notifier))

    def _settle(self, answer: Answer, report: DeliveryReport) -> None:
        """Note what an attempt came to, in one transaction with the word to the owner."""
        with self._store.transaction():
            if answer.error is None:
                self._arrived(answer)
                report.sent += len(answer.outgoing.message.alerts) or 1
            elif answer.error.left and answer.error.permanent:
                self._arrived(answer)
                report.sent += len(answer.outgoing.message.alerts) or 1
                report.errors.append(str(answer.error))
                self._tell_refused(answer.outgoing, answer.error)
            else:
                state = self._failed(answer, answer.error)
                report.failed += 1
                report.dead += state == "dead"
                report.errors.append(str(answer.error))

    def _arrived(self, answer: Answer) -> None:
        outbox, one = self._store.outbox, answer.outgoing
        outbox.record(one.id, _attempt(answer), state="sent", next_try=None)
        name = one.message.notifier
        if self._store.channels.well(name, now=self._clock()):
            self.tell_ops(
                f"channel-well-{_digest([one.message.key, str(answer.started)])}",
                f"{name} works again",
                f"The channel {name!r} takes messages again. What waited for it is sent now.",
            )

    def _failed(self, answer: Answer, error: DeliveryError) -> str:
        outbox, one, now = self._store.outbox, answer.outgoing, self._clock()
        tries = one.attempts + 1
        verdict = verdict_of(error, tries, one.message.key, now)
        if error.left:
            outbox.narrow(one.id, error.left)
        outbox.record(one.id, _attempt(answer), state=verdict.state, next_try=verdict.next_try)
        name = one.message.notifier
        self._store.channels.failing(name, now=answer.started)
        if verdict.next_try is not None and (error.status is None or error.retry_after):
            outbox.put_back(name, until=verdict.next_try)
        if verdict.state == "dead":
            self._tell_dead(one, error)
        else:
            self._tell_failing(one, tries, error)
        return verdict.state

    def _tell_failing(self, one: Outgoing, tries: int, error: DeliveryError) -> None:
        """Tell the owner at the second and at the fifth failure, once an outage."""
        name, channels = one.message.notifier, self._store.channels
        level = sum(tries >= at for at in TELL_AT)
        if level <= channels.told_level(name):
            return
        channels.tell_level(name, level)
        self.tell_ops(
            f"channel-failing-{_digest([one.message.key, str(tries)])}",
            f"{name} has failed {tries} times",
            f"The channel {name!r} did not take a message {tries} times in a row.\n\n"
            f"  {error}\n" + (f"  {error.hint}\n" if error.hint else "") + "\n"
            "Nothing is lost: it is tried again for three days. See: watcher outbox",
            without=name,
        )

    def _tell_dead(self, one: Outgoing, error: DeliveryError) -> None:
        if one.message.kind is MessageKind.OPS:
            return
        name = one.message.notifier
        self.tell_ops(
            f"dead-{_digest([one.message.key, str(one.attempts)])}",
            f"not delivered to {name}: {one.message.subject}",
            f"This message could not be delivered to {name!r} and is not tried again:\n\n"
            f"  {one.message.subject}\n\n  {error}\n"
            + (f"  {error.hint}\n" if error.hint else "")
            + f"\nIt stays in the outbox: watcher outbox show {one.id}\n"
            f"When the channel is mended: watcher outbox retry {one.id}",
            without=name,
        )

    def _tell_refused(self, one: Outgoing, error: DeliveryError) -> None:
        self.tell_ops(
            f"refused-{_digest([one.message.notifier, *error.left])}",
            f"{one.message.notifier}: {len(error.left)} recipient(s) refused",
            f"The others have the message {one.message.subject!r}, but not:\n\n"
            + "\n".join(f"  {name}" for name in error.left)
            + f"\n\n  {error}\n\nCorrect or remove these addresses in the configuration.",
            without=one.message.notifier,
        )


def _attempt(answer: Answer) -> Attempt:
    error, receipt = answer.error, answer.receipt
    if error is None:
        outcome = "sent"
    elif error.left:
        outcome = "partly"
    else:
        outcome = "refused" if error.permanent else "failed"
    told = receipt if receipt is not None else error
    return Attempt(
        started=answer.started,
        seconds=answer.seconds,
        outcome=outcome,
        status=told.status if told is not None else None,
        error=None if error is None else str(error),
        answer=told.answer if told is not None else "",
    )


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
