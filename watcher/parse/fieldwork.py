"""Read the days of an inspection: ranges, several blocks, months and years left out.

`20 February to 3 March 2023`, `19 November-11 December 2013 and 28 - 30 January 2014`,
`8-19 July 2024`, `28 November to 2 December 22`, `12/09/2016 to 06/10/2016`, `28 July 2016`.
What is left out is filled from the right, and across New Year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from watcher.model.dates import MONTHS, PartialDate
from watcher.parse.dates import full_year, make_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

LONGEST = 150
"""Days from the first to the last day on site; the longest known is some 75."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)
    | (?P<numeric>\d{{1,2}}[./]\d{{1,2}}[./](?:(?:19|20)\d\d|\d\d))(?!\d)
    | (?P<month>(?:{_MONTH})(?![a-z]))\.?
    | (?P<year>(?:19|20)\d\d|'\d\d)(?!\d)
    | (?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th)\b)?(?!\d)
    | (?P<joint>to\b|until\b|till\b|through\b|between\b|from\b|[^\w\s.,;:&+()/'"|*]+(?=\s*[\w]))
    | (?P<break>and\b|&|;|,|\+|plus\b|then\b|also\b)
    | (?P<filler>(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b\.?|on\b|of\b|the\b|inclusive\b
        |week\scommencing\b|w/c\b|:|\(|\))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SPACED_YEAR = re.compile(
    r"(?<=[a-z])\s+(?:2\s?0\s(\d)\s?(\d)|2\s0(\d)(\d)|20\d\s\d)(?!\d)", re.IGNORECASE
)
_MISSPELT = re.compile(r"(?<=\d\s)[A-Za-z]{5,10}")
_NAMES = tuple(name for name in MONTHS if len(name) > 3)  # noqa: PLR2004
_LIKE = 0.8
_FAR = 120
"""Characters within which the days stand."""

_TWO_DIGITS = 10


@dataclass(frozen=True, slots=True)
class _Part:
    """A day with as much of month and year as is printed; `opens` starts a new block."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """The first and last day on site, and the text that says so."""

    start: PartialDate
    end: PartialDate
    text: str


def read_fieldwork(text: str) -> Fieldwork | None:
    """Read the days that a text opens with; None where it opens with none that make sense.

    Reading stops at the first word that belongs to no date, so whatever follows does no harm.
    """
    return _read(text) or _read(_MISSPELT.sub(_mended, text[:_FAR]))


def _read(text: str) -> Fieldwork | None:
    text = _SPACED_YEAR.sub(lambda match: " " + re.sub(r"\s", "", match[0]), text)
    tokens, length = _tokens(text)
    days = _days(_parts(tokens))
    if not days:
        return None
    first, last = days[0], days[-1]
    if list(days) != sorted(days) or (last - first).days > LONGEST:
        return None
    said = " ".join(text[:length].split()).strip(" :,;-–")
    return Fieldwork(PartialDate.of(first), PartialDate.of(last), said)


def _mended(match: re.Match[str]) -> str:
    """Give the month that a misspelt word means, else the word."""
    return (get_close_matches(match[0].lower(), _NAMES, n=1, cutoff=_LIKE) or [match[0]])[0]


def _tokens(text: str) -> tuple[list[tuple[str, str]], int]:
    """Cut into tokens up to the first foreign word; also tell how far that is."""
    tokens: list[tuple[str, str]] = []
    position = 0
    while match := _TOKEN.match(text, position):
        position = match.end()
        kind = match.lastgroup or ""
        if kind != "filler":
            tokens.append((kind, match[kind]))
    return tokens, position


def _parts(tokens: Sequence[tuple[str, str]]) -> list[_Part]:
    """Put days, months and years together, whichever of day and month comes first."""
    parts: list[_Part] = []
    month_ahead: int | None = None
    fresh = False
    for index, (kind, value) in enumerate(tokens):
        following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        before = tokens[index - 1][0] if index else ""
        if kind in {"iso", "numeric"}:
            parts.extend(_full(kind, value))
        elif kind == "month":
            if fresh and parts and parts[-1].month is None:
                parts[-1] = replace(parts[-1], month=MONTHS[value.lower()])
            else:
                month_ahead = MONTHS[value.lower()]
        elif kind == "year" and parts:
            parts[-1] = replace(parts[-1], year=full_year(value))
        elif kind == "day":
            _add_day(parts, value, before, following, month_ahead)
            month_ahead = None
        fresh = kind == "day" or (fresh and kind not in {"joint", "break"})
    while len(parts) > 1 and parts[-1].month is None and any(part.year for part in parts):
        parts.pop()  # a page's number, or the next line's
    return parts


def _full(kind: str, value: str) -> list[_Part]:
    numbers = [int(number) for number in re.split(r"[-./]", value)]
    day, month, year = numbers[::-1] if kind == "iso" else numbers
    return [_Part(day, month, full_year(str(year)) if year < 100 else year)]  # noqa: PLR2004


def _add_day(
    parts: list[_Part], value: str, before: str, following: str, month: int | None
) -> None:
    """Add a day, unless the number is a short year or the second digit of the day before."""
    number = int(value)
    last = parts[-1] if parts else None
    if last is not None and before == "month" and month is None and following != "month":
        if len(value) == len("22") and last.year is None:
            parts[-1] = replace(last, year=full_year(value))
        return
    if last is not None and before == "day" and last.day < _TWO_DIGITS and number < _TWO_DIGITS:
        parts[-1] = replace(last, day=last.day * 10 + number)
        return
    parts.append(_Part(number, month))


def _days(parts: Sequence[_Part]) -> tuple[dt.date, ...]:
    """Fill what is left out, from the right and then from the left; () where that fails."""
    filled = _fill_forwards(_fill_backwards(parts))
    days: list[dt.date] = []
    for part in filled:
        date = make_date(part.year, part.month, part.day) if part.year and part.month else None
        if date is None:
            return ()
        days.append(date.first)
    return tuple(days)


def _fill_backwards(parts: Sequence[_Part]) -> list[_Part]:
    filled: list[_Part] = []
    after: _Part | None = None
    for part in reversed(parts):
        done = part
        if after is not None and done.month is None and after.month is not None:
            done = replace(done, month=after.month)
        if after is not None and done.year is None and after.year and done.month and after.month:
            done = replace(done, year=after.year - (done.month > after.month))
        filled.insert(0, done)
        after = done
    return filled


def _fill_forwards(parts: Sequence[_Part]) -> list[_Part]:
    filled: list[_Part] = []
    for part in parts:
        done = part
        before = filled[-1] if filled else None
        if before is not None and done.month is None:
            done = replace(done, month=before.month)
        if before is not None and done.year is None and before.year and before.month:
            done = replace(done, year=before.year + ((done.month or 0) < before.month))
        filled.append(done)
    return filled
