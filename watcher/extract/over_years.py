"""Headings over several years, which date what stands under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.model.dates import PartialDate
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence

_HEADING = BlockRole.HEADING


def headed_by_years(page: Page) -> int:
    """Give the headings over several years, as bits: `Improvement notices, 2009-2011`."""
    headings = [one for one in page.sentences if one.role is _HEADING]
    if not headings:
        return 0
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
