"""What came so many years later than something: as old as that and the years behind it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.dates import count_of
from watcher.model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence


def span_of(ending: list[str], opening: list[str]) -> list[str]:
    """Give the words that count the time from what was told before; none where no words do.

    A sentence opens with them, or they end it behind a target: `was good three years later`.
    """
    if len(ending) <= _CLOSING and ending[-1:] == ["later"]:
        opening = ending
    return opening if "later" in opening and not _SPANS.isdisjoint(opening) else []


_CLOSING = 6
"""A grade so near its sentence's end may have its time there."""

_SPANS = frozenset({"days", "weeks", "week", "months", "month", "year", "years"})
_SHORT_SPANS = frozenset({"days", "day", "weeks", "week", "hours"})
"""Nobody counts these from a mere year."""


def moved_on(
    opening: Sequence[str], since: PartialDate | None, published: PartialDate | None
) -> PartialDate | None:
    """Give the year that lies so far behind a date: `Three years later inspectors found it good`.

    None where that is about when the page was published: then it is what the page reports. Where
    no years are counted, the date itself, which nothing shows to be near.
    """
    if since is None:
        return None
    if len(since.text) == len("2018") and not _SHORT_SPANS.isdisjoint(opening):
        return None
    years = _years_in(opening)
    if not years:
        return since
    then = since.first + dt.timedelta(days=round(years * _YEAR))
    if published is not None and published.first - then <= _FRESH:
        return None
    return PartialDate(str(then.year))


def _years_in(opening: Sequence[str]) -> int:
    """Give the years that are counted up to `later`; 0 where none are."""
    end = opening.index("later") if "later" in opening else 0
    for at in range(end - 1, 0, -1):
        if opening[at] in {"year", "years"}:
            return count_of(opening[at - 1])
    return 0


_YEAR = 365.25
_FRESH = dt.timedelta(days=200)
"""Years are counted roughly: what came out so long before may be today's."""


def had_decided(front: list[str]) -> bool:
    """Tell whether somebody had decided what follows: `The Chief Inspector had determined that`."""
    return any(one == "had" and two in _DECIDED for one, two in pairwise(front))


_DECIDED = frozenset("determined decided concluded ruled ordered requested required asked".split())
