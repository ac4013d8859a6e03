"""Append every message to a file, one JSON object a line."""

from __future__ import annotations

import json
import os
from pathlib import Path  # noqa: TC003  (pydantic reads it)
from typing import TYPE_CHECKING, Any, Literal

from watcher.alerting.json import alert_json
from watcher.errors import DeliveryError
from watcher.model.message import Receipt
from watcher.notify.options import NotifierOptions

if TYPE_CHECKING:
    import datetime as dt

    from watcher.model.message import Message


class Options(NotifierOptions):
    """`kind = "jsonl"`."""

    kind: Literal["jsonl"]
    group: Literal["run", "alert"] = "alert"
    path: Path


def line_of(message: Message, now: dt.datetime) -> dict[str, Any]:
    """Give a message as one JSON object; `key` is the same however often it is sent."""
    return {
        "schema": 1,
        "key": message.key,
        "kind": message.kind.value,
        "subject": message.subject,
        "sent": now.isoformat(),
        "text": message.text,
        "alerts": [alert_json(alert) for alert in message.alerts],
    }


class JsonLines:
    """Append to a file and see that it is on the disk before saying so."""

    def __init__(self, options: Options) -> None:
        self._options = options

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Append one line.

        Raises:
            DeliveryError: when the file cannot be written.
        """
        line = json.dumps(line_of(message, now), ensure_ascii=False) + "\n"
        try:
            self._options.path.parent.mkdir(parents=True, exist_ok=True)
            with self._options.path.open("ab") as file:
                file.write(line.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise DeliveryError(
                "the file cannot be written",
                resource=self._options.name,
                hint=f"is {self._options.path} writable, and is there space?",
            ) from error
        return Receipt(answer=f"{len(line)} characters")
