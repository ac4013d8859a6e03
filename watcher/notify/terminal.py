"""Write alerts to standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

from watcher.alerting.render.terminal import terminal_text
from watcher.alerting.render.words import clean
from watcher.errors import DeliveryError
from watcher.model.message import Receipt
from watcher.notify.options import NotifierOptions

if TYPE_CHECKING:
    import datetime as dt

    from watcher.model.message import Message


class Options(NotifierOptions):
    """`type = "terminal"`."""

    kind: Literal["terminal"]


class Terminal:
    """Write to standard output: in colour where `colour` says so, plain text otherwise."""

    def __init__(self, options: Options, *, colour: bool = False, width: int = 100) -> None:
        self._options = options
        self._colour = colour
        self._width = width

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Write the alerts, or the words of a message without any.

        Raises:
            DeliveryError: when standard output is closed.
        """
        del now
        text = terminal_text(message.alerts, colour=self._colour, width=self._width)
        if message.text:
            text = f"{clean(message.text)}\n{text}"
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except (OSError, ValueError) as error:
            raise DeliveryError("standard output is closed", resource=self._options.name) from error
        return Receipt(answer=f"{len(text)} characters")
