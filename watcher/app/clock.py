"""The one reader of the clock and of the environment."""

from __future__ import annotations

import datetime as dt
import os
import sys


def now() -> dt.datetime:
    """Give the time, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """Give the day in UTC."""
    return now().date()


def environment(name: str) -> str | None:
    """Give an environment variable, None when it is unset or empty."""
    return os.environ.get(name) or None


def colour_wanted() -> bool:
    """Tell whether output may be coloured: a terminal, and NO_COLOR is not set."""
    return sys.stdout.isatty() and environment("NO_COLOR") is None
