"""Dates that know how precisely they are known."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """Hold `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the length is the precision.

    Raises:
        ValueError: when the text is not such a date or no such day exists.
    """

    text: str

    def __post_init__(self) -> None:
        """Refuse what is no date."""
        match = _FORM.fullmatch(self.text)
        if match is None:
            msg = f"not a date of the form YYYY, YYYY-MM or YYYY-MM-DD: {self.text!r}"
            raise ValueError(msg)
        year, month, day = (int(part) if part else 1 for part in match.groups())
        dt.date(year, month, day)

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """Make a date known to the day."""
        return cls(f"{day.year:04d}-{day.month:02d}-{day.day:02d}")

    @property
    def first(self) -> dt.date:
        """The earliest day it can mean."""
        return dt.date.fromisoformat((self.text + "-01-01")[:10])

    @property
    def last(self) -> dt.date:
        """The latest day it can mean."""
        year, month = self.first.year, self.first.month
        if len(self.text) == len("YYYY"):
            return dt.date(year, 12, 31)
        if len(self.text) == len("YYYY-MM"):
            return dt.date(year, month, calendar.monthrange(year, month)[1])
        return self.first

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
