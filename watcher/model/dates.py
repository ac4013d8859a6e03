"""Dates that know how precisely they are known."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache, total_ordering

WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""Month names and their abbreviations, lower case, to 1..12."""

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=4096)
def _days(text: str) -> tuple[dt.date, dt.date]:
    """Give the earliest and the latest day that a date can mean; the same few are asked often."""
    match = _FORM.fullmatch(text)
    if match is None:
        msg = f"not a date of the form YYYY, YYYY-MM or YYYY-MM-DD: {text!r}"
        raise ValueError(msg)
    year, month, day = match.groups()
    first = dt.date(int(year), int(month or 1), int(day or 1))
    if day:
        return first, first
    if month:
        return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first, first.replace(month=12, day=31)


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """Hold `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the length is the precision.

    `first` and `last` are the earliest and the latest day that it can mean.

    Raises:
        ValueError: when the text is not such a date or no such day exists.
    """

    text: str
    first: dt.date = field(init=False, compare=False, repr=False)
    last: dt.date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no date; find the earliest and the latest day that it can mean."""
        first, last = _days(self.text)
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """Make a date known to the day."""
        return cls(f"{day.year:04d}-{day.month:02d}-{day.day:02d}")

    @property
    def precise(self) -> bool:
        """Whether it is known to the day."""
        return len(self.text) == len("YYYY-MM-DD")

    def overlaps(self, other: PartialDate) -> bool:
        """Tell whether both can mean the same day."""
        return self.first <= other.last and other.first <= self.last

    def __lt__(self, other: PartialDate) -> bool:
        """Order by earliest day, then the more precise first."""
        return (self.first, self.last) < (other.first, other.last)

    def __str__(self) -> str:
        """Give the text itself."""
        return self.text
