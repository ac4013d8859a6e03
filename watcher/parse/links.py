"""What feeds, sitemaps and listings hold: links to documents, and how to go on."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

from watcher.model.dates import PartialDate

if TYPE_CHECKING:
    from watcher.model.document import Link
    from watcher.model.finding import Rejection

MAX_MARKUP = 2_000_000
"""Characters of one snippet that are looked at."""

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The links of one page of a listing, in its order.

    `total` is the number that the listing itself states, `next_url` its next page.
    `ended` is true when the feed says that it has been retired.
    """

    links: tuple[Link, ...]
    total: int | None = None
    next_url: str | None = None
    title: str = ""
    ended: bool = False
    rejections: tuple[Rejection, ...] = ()


def join(base: str, target: str) -> str:
    """Join an address to that of its page; empty when there is none."""
    if not target.strip():
        return ""
    try:
        joined = urljoin(base, target.strip())
        return joined if urlsplit(joined).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def london_day(moment: dt.datetime) -> PartialDate:
    """Give the calendar day in England of a moment; a naive one is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return PartialDate.of(aware.astimezone(LONDON).date())


def day_of(text: str | None) -> PartialDate | None:
    """Read an ISO 8601 / RFC 3339 date or date-time, or an RFC 822 one; None when it is none."""
    text = (text or "").strip()
    if not text:
        return None
    if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return _checked(text)
    try:
        return london_day(dt.datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        pass
    from email.utils import parsedate_to_datetime

    try:
        return london_day(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return _checked(text[:10])


def _checked(text: str) -> PartialDate | None:
    try:
        return PartialDate(text)
    except ValueError:
        return None


def plain(markup: str) -> str:
    """Give the words of a snippet of HTML, white space folded."""
    if "<" in markup or "&" in markup:
        from bs4 import BeautifulSoup

        markup = BeautifulSoup(markup[:MAX_MARKUP], "lxml").get_text(" ")
    return re.sub(r"\s+", " ", markup).strip()
