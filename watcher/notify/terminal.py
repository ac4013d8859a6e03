"""Write alerts where the program runs: alerts on stdout, word of the watch on stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

from watcher.alerting.render.message import banner_of
from watcher.alerting.render.words import clean
from watcher.errors import DeliveryError
from watcher.model.message import Receipt
from watcher.notify.options import NotifierOptions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from watcher.model.alert import Alert
    from watcher.model.message import Message


class Options(NotifierOptions):
    """`type = "terminal"`."""

    kind: Literal["terminal"]


class Terminal:
    """Hand alerts to whoever writes on the terminal."""

    def __init__(self, options: Options, tell: Callable[[tuple[Alert, ...]], None]) -> None:
        self._options = options
        self._tell = tell

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Write one message.

        Raises:
            DeliveryError: when nothing can be written, because the reader went away.
        """
        del now
        try:
            if message.alerts:
                self._head(banner_of(message))
                self._tell(message.alerts)
            else:
                self._head(f"{message.subject}\n{message.text}")
            sys.stdout.flush()
        except OSError as error:
            raise DeliveryError("nobody reads", resource=self._options.name) from error
        return Receipt(answer="written")

    def _head(self, text: str) -> None:
        if text:
            sys.stderr.write(f"watcher: {clean(text)}\n")
            sys.stderr.flush()
