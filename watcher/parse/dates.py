"""English dates in all their spellings, read into `PartialDate`.

Numeric dates are day first (17/12/2021); a second number above 12 can only be American.
White space of every kind may stand between the parts. Nothing here guesses a missing year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from watcher.model.dates import MONTHS, PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_YEAR, LAST_YEAR = 1950, 2100
"""Years outside are no dates of an article or an inspection."""

_CENTURY = 100
_PIVOT = 70
_MONTHS_IN_YEAR = 12
_LONGEST = 80
"""No single date with weekday, time and zone is longer (characters)."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{0,3}(?:the\s)?)?"
)
_YEAR = r"(?:19|20)\d\d"
_SHORT_YEAR = r"['’]?\d\d"

_DATE = re.compile(
    rf"""
    (?<![\w./-])(?:
      (?P<iy>{_YEAR})-(?P<im>[01]\d)-(?P<id>[0-3]\d)(?=T|\b)
    | (?P<yy>{_YEAR})/(?P<ym>[01]?\d)/(?P<yd>[0-3]?\d)\b
    | {_WEEKDAY}(?P<dd>[0-3]?\d)\s?(?:st|nd|rd|th)?(?:\s(?:day\s)?of)?
        [\s,.–/-]{{0,3}}(?P<dm>{_MONTH})\b[\s,.–/-]{{0,3}}
        (?P<dy>{_YEAR}|{_SHORT_YEAR}(?![\d:.]))(?!\d)
    | {_WEEKDAY}(?P<um>{_MONTH})\b\.?\s{{0,3}}(?P<ud>[0-3]?\d)(?:st|nd|rd|th)?
        (?:,\s{{0,3}}|\s{{1,3}})(?P<uy>{_YEAR})(?!\d)
    | (?P<n1>\d{{1,2}})(?P<ns>[./-])(?P<n2>\d{{1,2}})(?P=ns)(?P<ny>{_YEAR}|\d\d)(?![\d/-])
    | (?P<mm>{_MONTH})\b\.?,?\s{{0,3}}(?:of\s)?(?P<my>{_YEAR})(?!\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?"
_AROUND = re.compile(
    rf"(?:{_TIME}|T[\d:.]+|Z\b|[+-]\d\d:?\d\d|\b(?:at|on|gmt|bst|utc|by)\b|[\s,;|()·–-])*",
    re.IGNORECASE,
)

_URL_DAY = re.compile(
    rf"[/_-]({_YEAR})[/_-]([01]?\d|{_MONTH})[/_-]([0-3]?\d)(?=[/_.?#-]|$)"
    rf"|[/_-]({_YEAR})([01]\d)([0-3]\d)(?=[/_.?#-]|$)",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(rf"/({_YEAR})[/-]([01]\d|{_MONTH})(?=/|$)", re.IGNORECASE)

_URL_YEAR = re.compile(rf"/({_YEAR})(?=/)")
_EXTENSION = re.compile(r"\.[A-Za-z]{2,5}$")
_NAME_PARTS = re.compile(r"[\s_.,-]+")
_DATE_PARTS = 3


class FoundDate(NamedTuple):
    """A date that stands at `text[start:end]`."""

    start: int
    end: int
    date: PartialDate


def make_date(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """Build a date from numbers; None when no such day exists or the year is out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    text = f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
    try:
        return PartialDate(text)
    except ValueError:
        return None


def month_number(name: str) -> int | None:
    """Read a month's name, abbreviation or number."""
    if name.isdecimal():
        number = int(name)
        return number if 1 <= number <= _MONTHS_IN_YEAR else None
    return MONTHS.get(name.lower().rstrip("."))


def full_year(digits: str) -> int:
    """Read a year of four digits, or of two (70-99 lie in the last century)."""
    year = int(digits.lstrip("'’"))
    if year >= _CENTURY:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def find_dates(text: str) -> Iterator[FoundDate]:
    """Find every date that names a year, known to the day or to the month, in order."""
    for match in _DATE.finditer(text):
        date = _date_of(match)
        if date is not None:
            yield FoundDate(match.start(), match.end(), date)


def opens_date(text: str, start: int = 0) -> bool:
    """Tell whether something that is written like a date begins at once."""
    return _DATE.match(text, start) is not None


def find_date(text: str) -> PartialDate | None:
    """Give the first date known to the day."""
    return next((found.date for found in find_dates(text) if found.date.precise), None)


def read_date(text: str) -> PartialDate | None:
    """Read a text that is a date and nothing else, but for weekday, time and time zone."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    for found in find_dates(text):
        before = _AROUND.fullmatch(text[: found.start])
        after = _AROUND.fullmatch(text[found.end :])
        return found.date if before is not None and after is not None else None
    return _bare(text)


def url_date(url: str) -> PartialDate | None:
    """Read the day, or at least the month or year, that an article's address carries."""
    path = url.partition("://")[2] or url
    for match in _URL_DAY.finditer(path):
        year, month, day = (part for part in match.groups() if part is not None)
        number = month_number(month)
        date = None if number is None else make_date(int(year), number, int(day))
        if date is not None:
            return date
    found = _URL_MONTH.search(path)
    if found is None:
        year = _URL_YEAR.search(path)
        return None if year is None else make_date(int(year[1]))
    number = month_number(found[2])
    return None if number is None else make_date(int(found[1]), number)


def name_date(name: str) -> PartialDate | None:
    """Read the day that ends a file's or link's name, as in `... - 06 November 2026.pdf`."""
    stem = _EXTENSION.sub("", name.strip())
    parts = _NAME_PARTS.split(stem)[-_DATE_PARTS:]
    for joint in (" ", "-"):
        date = read_date(joint.join(parts))
        if date is not None and date.precise:
            return date
    return None


def _bare(text: str) -> PartialDate | None:
    """Read `YYYY` or `YYYY-MM` alone."""
    try:
        return PartialDate(text)
    except ValueError:
        return None


def _date_of(match: re.Match[str]) -> PartialDate | None:
    """Turn a match into a date, None where the numbers make none."""
    day, month, year = match.group("dd", "dm", "dy")
    if month:
        return make_date(full_year(year), month_number(month), int(day))
    part = match.groupdict()
    if part["iy"]:
        return make_date(int(part["iy"]), int(part["im"]), int(part["id"]))
    if part["yy"]:
        return make_date(int(part["yy"]), int(part["ym"]), int(part["yd"]))
    if part["um"]:
        return make_date(int(part["uy"]), month_number(part["um"]), int(part["ud"]))
    if part["mm"]:
        return make_date(int(part["my"]), month_number(part["mm"]))
    first, second, last = int(part["n1"]), int(part["n2"]), full_year(part["ny"])
    return make_date(last, second, first) or make_date(last, first, second)
