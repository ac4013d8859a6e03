"""Carry messages to their channels: each channel on a thread of its own, in order.

A slow or broken channel keeps nobody else waiting. The threads only send; whoever asked keeps
the account in the database. When told to stop, what is in flight is left to itself: whether it
arrived is not known then, so it is sent again later under the same key.
"""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from watcher.errors import DeliveryError, WatcherError
from watcher.model.message import Answer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from watcher.model.message import Outgoing, Receipt
    from watcher.notify.options import Notifier

PATIENCE = 180.0
"""Seconds after which a message counts as failed, whatever its channel is still doing."""

_GLANCE = 0.1


@dataclass(slots=True)
class _Trip:
    """One channel's thread: what it is still to send, since when it is silent, and its leave.

    The next message is sent only when the answer to the last one is written down: so a crash
    repeats at most one message a channel.
    """

    left: list[Outgoing]
    heard: float
    leave: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    over: threading.Event = field(default_factory=threading.Event)

    def may_go_on(self, stopped: Callable[[], bool]) -> bool:
        """Wait for leave to send the next message; give False when there is none to come."""
        while not self.leave.acquire(timeout=_GLANCE):
            if stopped() or self.over.is_set():
                return False
        return True


class Courier:
    """Sends what it is given.

    Args:
        build: Gives the notifier of a name; it may raise a ConfigError, which fails the message.
        clock: Gives the time that signatures and records carry.
        inline: Notifiers that must run on the caller's thread, such as the terminal.
        stopped: Tells whether to give up waiting.
        mask: Takes secrets out of a text.
    """

    def __init__(
        self,
        build: Callable[[str], Notifier],
        clock: Callable[[], dt.datetime],
        *,
        inline: frozenset[str] = frozenset(),
        stopped: Callable[[], bool] = lambda: False,
        mask: Callable[[str], str] = lambda text: text,
    ) -> None:
        self._build = build
        self._clock = clock
        self._inline = inline
        self._stopped = stopped
        self._mask = mask

    def carry(self, batches: Mapping[str, Sequence[Outgoing]]) -> Iterator[Answer]:
        """Send the messages of each notifier in order; give the answers as they come.

        After a failure without any answer, or a plea for patience, the rest of that notifier's
        messages is not tried: no answer comes for them.
        """
        answers: queue.SimpleQueue[tuple[str, Answer | None]] = queue.SimpleQueue()
        trips: dict[str, _Trip] = {}
        for name, batch in batches.items():
            if name in self._inline:
                continue
            trips[name] = _Trip(list(batch), time.monotonic())
            thread = threading.Thread(
                target=self._run, args=(name, trips[name], tuple(batch), answers), daemon=True
            )
            thread.start()
        started = tuple(trips.values())
        try:
            for name in self._inline & batches.keys():
                yield from self._each(name, batches[name])
            yield from self._gather(answers, trips)
        finally:
            for trip in started:
                trip.over.set()

    def _gather(
        self, answers: queue.SimpleQueue[tuple[str, Answer | None]], trips: dict[str, _Trip]
    ) -> Iterator[Answer]:
        while trips and not self._stopped():
            try:
                name, answer = answers.get(timeout=_GLANCE)
            except queue.Empty:
                yield from self._overdue(trips)
                continue
            trip = trips.get(name)
            if trip is None:
                continue
            if answer is None:
                del trips[name]
                continue
            trip.left.pop(0)
            trip.heard = time.monotonic()
            yield answer
            trip.leave.release()

    def _overdue(self, trips: dict[str, _Trip]) -> Iterator[Answer]:
        """Give up waiting for a channel that says nothing at all."""
        for name, trip in list(trips.items()):
            if time.monotonic() - trip.heard > PATIENCE and trip.left:
                del trips[name]
                error = DeliveryError(f"no end after {PATIENCE:.0f} seconds", resource=name)
                yield Answer(
                    outgoing=trip.left[0], started=self._clock(), seconds=PATIENCE, error=error
                )

    def _run(
        self,
        name: str,
        trip: _Trip,
        batch: Sequence[Outgoing],
        answers: queue.SimpleQueue[tuple[str, Answer | None]],
    ) -> None:
        try:
            for answer in self._each(name, batch):
                answers.put((name, answer))
                if not trip.may_go_on(self._stopped):
                    return
        finally:
            answers.put((name, None))

    def _each(self, name: str, batch: Sequence[Outgoing]) -> Iterator[Answer]:
        for outgoing in batch:
            if self._stopped():
                return
            answer = self._one(name, outgoing)
            yield answer
            error = answer.error
            if error is not None and (error.status is None or error.retry_after is not None):
                return

    def _one(self, name: str, outgoing: Outgoing) -> Answer:
        """Try one message once; whatever goes wrong is part of the answer."""
        started, begun = self._clock(), time.monotonic()
        receipt: Receipt | None = None
        error: DeliveryError | None = None
        try:
            receipt = self._build(name).send(outgoing.message, started)
        except DeliveryError as failure:
            error = failure
        except WatcherError as failure:
            error = DeliveryError(str(failure), resource=name, hint=failure.hint)
        except Exception as failure:  # noqa: BLE001  (the door of each delivery)
            error = DeliveryError(f"{type(failure).__name__}: {failure}", resource=name)
        if error is not None:
            error.message, error.answer = self._mask(error.message), self._mask(error.answer)
        return Answer(
            outgoing=outgoing,
            started=started,
            seconds=time.monotonic() - begun,
            receipt=receipt,
            error=error,
        )
