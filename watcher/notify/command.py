"""Run a command of the user's with the message on its standard input; no shell."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from watcher.alerting.render.words import one_line
from watcher.errors import DeliveryError
from watcher.model.message import Receipt
from watcher.notify.jsonl import line_of
from watcher.notify.options import NotifierOptions
from watcher.notify.post import KEEP_OF_ANSWER

if TYPE_CHECKING:
    import datetime as dt

    from watcher.model.message import Message


class Options(NotifierOptions):
    """`kind = "command"`."""

    kind: Literal["command"]
    group: Literal["run", "alert"] = "alert"
    command: tuple[str, ...] = Field(min_length=1, description="program and arguments, as a list")


class Command:
    """Start the command; exit code 0 is success, 100 means never try this message again."""

    PERMANENT = 100

    def __init__(self, options: Options) -> None:
        self._options = options

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Run the command once, the message as one line of JSON on its standard input.

        Raises:
            DeliveryError: when it cannot be started, runs too long, or ends with an error.
        """
        name, argv = self._options.name, list(self._options.command)
        try:
            done = subprocess.run(  # noqa: S603  (the user's own command, no shell)
                argv,
                input=json.dumps(line_of(message, now), ensure_ascii=False).encode() + b"\n",
                capture_output=True,
                timeout=self._options.timeout,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise DeliveryError(f"{argv[0]} ran too long", resource=name) from error
        except OSError as error:
            raise DeliveryError(
                f"{argv[0]} cannot be started", resource=name, hint="give its full path"
            ) from error
        said = (done.stderr or done.stdout)[:KEEP_OF_ANSWER].decode("utf-8", "replace")
        if done.returncode == 0:
            return Receipt(status=0, answer=said)
        raise DeliveryError(
            f"{argv[0]} ended with {done.returncode}: {one_line(said)}",
            permanent=done.returncode == self.PERMANENT,
            resource=name,
        )
