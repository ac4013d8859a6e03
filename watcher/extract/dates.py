"""Dates as sentences give them, resolved against the day of publication."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.model.dates import PartialDate

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words

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
_FIRST_YEAR, _LAST_YEAR = 1990, 2039
_YEARS = {str(year): year for year in range(_FIRST_YEAR, _LAST_YEAR + 1)}
_DATING = frozenset({*MONTHS, *_YEARS, "last", "year", "years"})
"""Words without one of which a stretch names no date."""

_DAYS = 31
_NUMBERS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18,
}  # fmt: skip


def year_of(word: str) -> int | None:
    """Read a year, None when the word is none."""
    return _YEARS.get(word)


def dates_in(
    words: Words, first: int, last: int, published: PartialDate | None
) -> list[tuple[int, PartialDate]]:
    """Give the dates in a stretch of words, each with the word where it stands."""
    stretch = words.words[first:last]
    if _DATING.isdisjoint(stretch):
        return []
    marks = [word for word, low in enumerate(stretch, first) if low in _DATING]
    found: list[tuple[int, PartialDate]] = []
    taken: set[int] = set()
    for word in marks:
        month = MONTHS.get(words.words[word])
        if month is not None and _is_month(words, word):
            found.append((word, _with_month(words, (word, first, last), month, published)))
            taken.update(range(word, word + 4))
    for word in marks:
        year = year_of(words.words[word])
        if year is not None and word not in taken and not _is_amount(words, word):
            found.append((word, PartialDate(f"{year:04d}")))
    if published is not None:
        found += _relative(words, (first, last), marks, published)
    return sorted(found)


def _is_amount(words: Words, word: int) -> bool:
    """Tell whether a number like a year is money or a thousand things."""
    return word > 0 and words.text[words.starts[word] - 1] in "£$€"


def _is_month(words: Words, word: int) -> bool:
    """Tell `May` from `may`, and `March` from a march."""
    return words.original(word)[0].isupper()


def _with_month(
    words: Words, place: tuple[int, int, int], month: int, published: PartialDate | None
) -> PartialDate:
    """Read the day and the year around a month; without a year the nearest before publication."""
    word, first, last = place
    year = _year_near(words, word, last)
    day = _day_near(words, word, first, last)
    if year is None:
        year = _year_before(words, (word, first, last), month, published)
    if year is None:
        return PartialDate("0001") if published is None else published
    if day is not None:
        try:
            return PartialDate.of(dt.date(year, month, day))
        except ValueError:
            pass
    return PartialDate(f"{year:04d}-{month:02d}")


def _year_near(words: Words, word: int, last: int) -> int | None:
    """Find the year that belongs to a month: behind it, or behind the next one."""
    for place in range(word + 1, min(word + 9, last)):
        year = year_of(words.words[place])
        if year is not None:
            return year if _joined(words, word, place) else None
    return None


def _joined(words: Words, word: int, place: int) -> bool:
    """Tell whether only days, months and joints stand between a month and a year."""
    return all(
        low in MONTHS
        or low in {"and", "to", "until", "the", "of", "st", "nd", "rd", "th", "s"}
        or low[:2].rstrip("stndrh").isdecimal()
        for low in words.words[word + 1 : place]
    )


def _day_near(words: Words, word: int, first: int, last: int) -> int | None:
    """Find the (first) day that belongs to a month, in front of it or behind."""
    days: list[int] = []
    place = word - 1
    while place >= max(first, word - 4):
        day = _day_of(words.words[place])
        if day is not None:
            days.append(day)
        elif words.words[place] not in {"and", "to", "of", "the", "st", "nd", "rd", "th"}:
            break
        place -= 1
    if days:
        return days[-1]
    if word + 1 < last:
        return _day_of(words.words[word + 1])
    return None


def _day_of(word: str) -> int | None:
    digits = word.rstrip("stndrh")
    if digits.isascii() and digits.isdecimal() and 1 <= int(digits) <= _DAYS and len(digits) <= 2:
        return int(digits)
    return None


def _year_before(
    words: Words, place: tuple[int, int, int], month: int, published: PartialDate | None
) -> int | None:
    """Give the year of a month that is named without one."""
    if published is None:
        return None
    word, first, last = place
    around = words.words[max(first, word - 2) : min(last, word + 4)]
    year = published.first.year
    if "last" in around and "year" in around:
        return year - 1
    later = month > published.last.month
    if "last" in around and month >= published.last.month:
        later = True
    return year - 1 if later else year


def _relative(
    words: Words, place: tuple[int, int], marks: list[int], published: PartialDate
) -> list[tuple[int, PartialDate]]:
    """Read `last month`, `last year`, `six years ago`."""
    found: list[tuple[int, PartialDate]] = []
    first, last = place
    openings = {mark if words.words[mark] == "last" else mark - 1 for mark in marks}
    for word in openings & set(range(first, last - 1)):
        pair = (words.words[word], words.words[word + 1])
        if pair == ("last", "month"):
            found.append((word, _back(published, 1)))
        elif pair == ("last", "year") and not _near_month(words, word):
            found.append((word, PartialDate(f"{published.first.year - 1:04d}")))
        elif pair[1] in {"years", "year"} and words.words[word + 2 : word + 3] in (
            ["ago"],
            ["earlier"],
            ["after"],
            ["before"],
        ):
            number = _NUMBERS.get(pair[0]) or (int(pair[0]) if pair[0].isdecimal() else 0)
            if 0 < number < _LAST_YEAR - _FIRST_YEAR:
                found.append((word, PartialDate(f"{published.first.year - number:04d}")))
    return found


def _near_month(words: Words, word: int) -> bool:
    return any(low in MONTHS for low in words.words[max(0, word - 2) : word])


def _back(published: PartialDate, months: int) -> PartialDate:
    total = published.first.year * 12 + published.first.month - 1 - months
    return PartialDate(f"{total // 12:04d}-{total % 12 + 1:02d}")


def sentence_dates(
    words: Words, sentence: Sentence, published: PartialDate | None
) -> list[tuple[int, PartialDate]]:
    """Give the dates that a sentence names; unknown years are left out."""
    return [
        (word, date)
        for word, date in dates_in(words, sentence.first, sentence.last, published)
        if date.first.year > 1
    ]
