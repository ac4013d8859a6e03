"""Log lines for people or for machines, with the fields that make them findable."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
from typing import Any

LOGGER = "watcher"

_LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}


class _Text(logging.Formatter):
    """`2026-03-29T07:00:01Z info visited source=news documents=3`."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        fields = getattr(record, "fields", {})
        told = "".join(f" {name}={_word(value)}" for name, value in fields.items())
        line = f"{_stamp(record)} {record.levelname.lower()} {record.getMessage()}{told}"
        return line + (f"\n{self.formatException(record.exc_info)}" if record.exc_info else "")


class _Json(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        shown: dict[str, Any] = {
            "time": _stamp(record),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            shown["exception"] = self.formatException(record.exc_info)
        return json.dumps(shown, ensure_ascii=False, default=str)


def set_up(form: str, level: str) -> None:
    """Write log lines on stderr, in one of the forms `text` and `json`.

    What APScheduler and httpx say is written from `warning` on. Rotation is left to whatever
    reads stderr: journald, a container, logrotate.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if form == "json" else _Text())
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger(LOGGER).setLevel(_LEVELS[level])


def log(message: str, *, level: str = "info", error: bool = False, **fields: Any) -> None:
    """Write one line; `error` adds the traceback of what is being handled."""
    logging.getLogger(LOGGER).log(
        _LEVELS[level],
        message,
        exc_info=error,
        extra={"fields": {name: value for name, value in fields.items() if value is not None}},
    )


def _stamp(record: logging.LogRecord) -> str:
    moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _word(value: Any) -> str:
    text = ",".join(str(one) for one in value) if isinstance(value, list | tuple) else str(value)
    return (
        json.dumps(text, ensure_ascii=False) if not text or set(text) & set(' "=\n\r\t') else text
    )
