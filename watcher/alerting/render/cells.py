"""Values in tables that other programs open."""

from __future__ import annotations

from watcher.alerting.render.words import clean

_FORMULA = ("=", "+", "-", "@", "\t")


def disarmed(value: object) -> object:
    """Make a value safe for a spreadsheet.

    Control characters go, and text that would be run as a formula gets an apostrophe in front.
    """
    if isinstance(value, str):
        if not value.isprintable():
            value = clean(value)
        if value.startswith(_FORMULA):
            return f"'{value}"
    return "" if value is None else value
