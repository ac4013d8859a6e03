"""Dates as sentences give them, resolved against the day of publication."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from itertools import compress, count
from typing import TYPE_CHECKING

from watcher.model.dates import MONTHS, PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

_FIRST_YEAR, _LAST_YEAR = 1990, 2039
_YEARS = {str(year): year for year in range(_FIRST_YEAR, _LAST_YEAR + 1)}
_DATING = frozenset({*MONTHS, *_YEARS, "last", "year", "years"})
"""Words without one of which a stretch names no date."""

_SINCE = frozenset({"ago", "earlier", "after", "before"})
"""Words that make a number of years a date."""

_YEAR_DATES = {text: PartialDate(text) for text in _YEARS}

_DAYS = 31
_NUMBERS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18,
}  # fmt: skip


def count_of(word: str) -> int:
    """Read how many are counted, 0 where a word counts nothing."""
    return _NUMBERS.get(word) or (int(word) if word.isdecimal() and len(word) < len("999") else 0)


def is_since(words: Words, word: int) -> bool:
    """Tell whether a date only says from when on something went: `Since 2014 it has declined`."""
    return "since" in words.words[max(0, word - 2) : word]


def year_of(word: str) -> int | None:
    """Read a year, None when the word is none."""
    return _YEARS.get(word)


def _makes_date(words: Words, word: str, place: int) -> bool:
    """Tell `May` from `may`, `March` from a march, a year from a sum of money or a law's year."""
    if word in _YEARS:
        return place == 0 or (
            words.text[words.starts[place] - 1] not in "£$€" and not _of_a_law(words.words, place)
        )
    if word in MONTHS:
        return words.text[words.starts[place]].isupper()
    behind = words.words[place + 1 : place + 2]
    return bool(behind) and behind[0] in (_LATELY if word == "last" else _SINCE)


def _of_a_law(low: list[str], year: int) -> bool:
    """Tell the year of a law or of a framework: `the Act 1989`, `reforms of 2014`, `2014 code`."""
    before = low[year - 1]
    if before in _LAWS or (before == "of" and low[year - 2] in _RULES):
        return True
    return before in _NAMING and not _RULES.isdisjoint(low[year + 1 : year + 2])


_NAMING = frozenset({"the", "under", "new", "old", "s"})
_LAWS = frozenset({"act", "acts", "regulations", "order", "bill", "directive"})
_RULES = _LAWS | frozenset(
    "reform reforms legislation law laws statute framework guidance practice code rules".split()
)
_LATELY = frozenset({"month", "year"})


Dates = tuple[tuple[int, PartialDate], ...]
"""The dates of a sentence, each with the word where it stands."""


def dates_of(words: Words, sentence: Sentence, published: PartialDate | None) -> Dates:
    """Give the dates that a sentence with a phrase in it names; unknown years are left out."""
    if not sentence.classes or _DATING.isdisjoint(sentence.said):
        return ()
    first, last = sentence.first, sentence.last
    low, dating = words.words, list[int]()
    for word in compress(count(first), map(_DATING.__contains__, low[first:last])):
        if _makes_date(words, low[word], word):
            dating.append(word)
    return tuple(_dates_at(words, (first, last), dating, published)) if dating else ()


def _dates_at(
    words: Words, stretch: tuple[int, int], dating: list[int], published: PartialDate | None
) -> list[tuple[int, PartialDate]]:
    """Read the dates at the words of a stretch that make some."""
    found: list[tuple[int, PartialDate]] = []
    free = 0
    for word in dating:
        low = words.words[word]
        if low in _YEARS:
            if word >= free:
                found.append((word, _YEAR_DATES[low]))
        elif low in MONTHS:
            date = _with_month(words, (word, *stretch), MONTHS[low], published)
            if date is not None:
                found.append((word, date))
            free = word + _WITH_MONTH
        elif published is not None:
            found += _relative(words, word, stretch, published)
    return sorted(found) if len(found) > 1 else found


_WITH_MONTH = 4
"""A year among so many words from a month on belongs to the month."""


def _with_month(
    words: Words, place: tuple[int, int, int], month: int, published: PartialDate | None
) -> PartialDate | None:
    """Read the day and the year around a month; without a year the nearest before publication.

    None where nothing tells the year.
    """
    word, first, last = place
    year = _year_near(words, word, last)
    day = _day_near(words, word, first, last)
    if year is None:
        year = _year_before(words, (word, first, last), month, published)
    if year is None:
        return None
    if day is not None:
        try:
            return PartialDate.of(dt.date(year, month, day))
        except ValueError:
            pass
    return _month_date(year, month)


@lru_cache(maxsize=1024)
def _month_date(year: int, month: int) -> PartialDate:
    """Give the date of a month; the same few are told of in most texts."""
    return PartialDate(f"{year:04d}-{month:02d}")


def _year_near(words: Words, word: int, last: int) -> int | None:
    """Find the year that belongs to a month: behind it, or behind the next one."""
    for place, low in enumerate(words.words[word + 1 : min(word + 9, last)], word + 1):
        year = _YEARS.get(low)
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


def has_day(words: Words, sentence: Sentence, word: int) -> bool:
    """Tell whether a month is named with a day of it: `29 November`, `May 3rd`."""
    return _day_near(words, word, sentence.first, sentence.last) is not None


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
    if word + 1 < last and "," not in words.between(word, word + 1):
        return _day_of(words.words[word + 1])
    return None


def _day_of(word: str) -> int | None:
    if word[0] not in _DIGITS:
        return None
    digits = word.rstrip("stndrh")
    if digits.isascii() and digits.isdecimal() and 1 <= int(digits) <= _DAYS and len(digits) <= 2:
        return int(digits)
    return None


_DIGITS = frozenset("0123456789")


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
    words: Words, word: int, stretch: tuple[int, int], published: PartialDate
) -> Iterator[tuple[int, PartialDate]]:
    """Read `last month`, `last year`, `six years ago` at the word `last` or `years`."""
    first, last = stretch
    low = words.words[word]
    if low == "last" and word + 1 < last:
        if words.words[word + 1] == "month":
            yield word, _back(published, 1)
        elif not _near_month(words, word):
            yield word, PartialDate(f"{published.first.year - 1:04d}")
    elif low in _AGO and word > first:
        number = count_of(words.words[word - 1])
        if 0 < number < _LAST_YEAR - _FIRST_YEAR:
            yield word - 1, PartialDate(f"{published.first.year - number:04d}")


_AGO = frozenset({"year", "years"})


def _near_month(words: Words, word: int) -> bool:
    return any(low in MONTHS for low in words.words[max(0, word - 2) : word])


def _back(published: PartialDate, months: int) -> PartialDate:
    total = published.first.year * 12 + published.first.month - 1 - months
    return PartialDate(f"{total // 12:04d}-{total % 12 + 1:02d}")


def dated_latest(words: Words, cue: Hit) -> bool:
    """Tell whether what a cue calls the latest has its year: `at the latest inspection, in 2016`.

    So it may be long ago, and the year is that of what it found.
    """
    low, at = words.words, cue.last
    if low[at] not in _LATEST:
        return False
    at += 1
    while at < len(low) and (low[at] in _OF_REPORTS or low[at] in MONTHS):
        at += 1
    return at < len(low) and low[at] in _YEARS and at > cue.last + 1


_LATEST = frozenset({"latest", "newest"})
_OF_REPORTS = frozenset(
    "full ofsted graded send inspection inspections report visit judgement verdict rating grade"
    " inspectors in of from dated published held carried out done early late".split()
)


def in_comparison(words: Words, word: int, target: int) -> bool:
    """Tell whether a time is that of whom somebody is compared to: `Like Leeds last year, Kent`.

    Or, behind a target, that of how it was before.
    """
    if word >= target:
        return compared_behind(words, target, word)
    front = words.words[max(0, word - _COMPARED) : word]
    if _LIKE.isdisjoint(front):
        return False
    like = word - len(front) + next(at for at, low in enumerate(front) if low in _LIKE)
    if not words.original(like)[0].isupper():
        return False
    return "," in words.text[words.end(word) : words.starts[target]]


_COMPARED = 6
_LIKE = frozenset({"like", "unlike"})


def compared_behind(words: Words, first: int, word: int) -> bool:
    """Tell whether a time behind a grade is that of how it was: `good, the same as two years ago`.

    A step may be counted from it: `requires improvement, a step down from last time`.
    """
    low, at = words.words, word - 1
    if _THAN.isdisjoint(low[first + 1 : word]):
        return False
    while at > first and (low[at] in _BEING_SO or low[at].isdecimal()):
        at -= 1
    if at <= first or low[at] not in _THAN:
        return False
    if low[at] == "as" and low[at + 1] in _SO and low[at + 2] in _BEING_SO:
        return True
    said = low[first + 1 : at]
    return not _ALIKE.isdisjoint(said[-_NEAR_THAN:]) or not (
        low[at] == "as" or _STEPS.isdisjoint(said)
    )


_NEAR_THAN = 3
_SO = frozenset({"it", "they", "we"})
_BEING_SO = _SO | frozenset(
    "was were had been did at in a the its their our some only just a one two three four five six"
    " seven eight nine ten few".split()
)
_THAN = frozenset({"from", "than", "on", "as"})
_ALIKE = frozenset(
    "same unchanged better worse different exactly identical weaker stronger".split()
)
_STEPS = frozenset("step steps rung rungs notch notches grade grades fall drop lower down".split())
