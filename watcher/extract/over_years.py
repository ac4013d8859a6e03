"""Headings over several years, and entries of a timeline: they date what stands under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.model.dates import MONTHS, PartialDate
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from watcher.extract.claims import Claim
    from watcher.extract.dates import Dates
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence

_HEADING = BlockRole.HEADING


def headed_by_years(page: Page) -> int:
    """Give the headings over several years, as bits: `Improvement notices, 2009-2011`."""
    if _HEADING not in [block.role for block in page.document.blocks]:
        return 0
    headings = [one for one in page.sentences if one.role is _HEADING]
    return sum([1 << one.index for one in headings if len(_years(page, one)) > 1])


def of_its_years(page: Page, sentence: Sentence, headed: int) -> PartialDate | None:
    """Give the last of the years over which a part of a page is headed."""
    above = headed & ((1 << sentence.index) - 1)
    if not above:
        return None
    heading = page.sentences[above.bit_length() - 1]
    between = page.sentences[heading.index + 1 : sentence.index]
    if any(one.role is _HEADING for one in between):
        return None
    last, published = max(_years(page, heading)), page.document.published
    if published is not None and published.first.year - last <= 1:
        return None
    return PartialDate(str(last))


def _years(page: Page, heading: Sentence) -> list[int]:
    """Give the years that a heading names."""
    found = (year_of(word) for word in page.words.words[heading.first : heading.last])
    return [year for year in found if year is not None]


def date_by_entries(
    page: Page,
    claims: Iterable[Claim],
    dates: Callable[[Sentence], Dates],
    fresh: dt.timedelta,
) -> None:
    """Date what stands in a line of a timeline by its beginning.

    What was so `now` then, longer than `fresh` before the page came out, is history.
    """
    lines = _entries(page)
    if not lines:
        return
    published = page.document.published
    for claim in claims:
        line = lines.get(page.sentences[claim.sentence].block)
        found = dates(line) if line is not None else ()
        if found:
            claim.dated = claim.dated or found[0][1]
            claim.now &= published is None or published.first - found[0][1].last <= fresh


def _entries(page: Page) -> dict[int, Sentence]:
    """Give the paragraphs of a timeline with their first sentences: `May 2018: Inspectors return.`.

    All that stands in one is of its date. One alone is none.
    """
    low, every = page.words.words, page.sentences
    openings = [low[one.first] for one in every]
    if _MONTHS.isdisjoint(openings) and min(openings) >= _BEHIND_DIGITS:
        return {}
    dated = [one for one in every if (word := low[one.first]) in _MONTHS or word < _BEHIND_DIGITS]
    if len(dated) <= 1:
        return {}
    found = {
        one.block: one
        for one in dated
        if (not one.index or every[one.index - 1].block != one.block) and _is_entry(page, one)
    }
    return found if len(found) > 1 else {}


def _is_entry(page: Page, opens: Sentence) -> bool:
    """Tell whether a sentence begins with a date and a colon or a dash."""
    words = page.words
    year = False
    for word in range(opens.first, min(opens.last - 1, opens.first + _DATE)):
        low = words.words[word]
        year = year or year_of(low) is not None
        if not (low in _MONTHS or low[0].isdecimal()):
            return False
        if words.between(word, word + 1).strip() in _MARKS:
            return year
    return False


_DATE, _BEHIND_DIGITS = 3, ":"
"""A number comes before the colon in the order of characters, and any other word behind it."""

_MARKS = frozenset({":", "-", "–", "—"})
_MONTHS = frozenset(MONTHS)
