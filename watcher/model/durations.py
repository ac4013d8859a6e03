"""Spans of time as people write them: `120 days`, `30 min`, `2 h`."""

from __future__ import annotations

import datetime as dt
import re

_PART = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*,?", re.IGNORECASE)

_SECONDS = {
    "s": 1,
    "sec": 1,
    "second": 1,
    "m": 60,
    "min": 60,
    "minute": 60,
    "h": 3600,
    "hr": 3600,
    "hour": 3600,
    "d": 86400,
    "day": 86400,
    "w": 604800,
    "week": 604800,
}


def duration_of(text: str) -> dt.timedelta:
    """Read a span such as `120 days`, `1 h 30 min` or `2 weeks`.

    Raises:
        ValueError: when it is none; a bare number has no unit and is refused.
    """
    total, at = 0.0, 0
    while at < len(text.rstrip()):
        part = _PART.match(text, at)
        unit = part[2].lower() if part else ""
        seconds = _SECONDS.get(unit) or _SECONDS.get(unit.removesuffix("s"))
        if part is None or seconds is None:
            msg = f"not a span of time: {text!r} (write it as '120 days' or '30 min')"
            raise ValueError(msg)
        total += float(part[1]) * seconds
        at = part.end()
    if not at:
        msg = "an empty span of time (write it as '120 days' or '30 min')"
        raise ValueError(msg)
    try:
        return dt.timedelta(seconds=total)
    except OverflowError as error:
        msg = f"too long a span of time: {text!r}"
        raise ValueError(msg) from error
