"""RSS, Atom and JSON feeds as links, whatever their flaws."""

from __future__ import annotations

import calendar
import datetime as dt
import io
import json
import re
from typing import Any

from watcher.errors import UnknownFormat
from watcher.model.document import Link
from watcher.model.finding import Rejection
from watcher.parse.links import Listed, day_of, join, london_day, plain

_AGGREGATOR_TAIL = re.compile(r"\s+-\s+[^-]{2,60}$")


def parse_feed(body: bytes, url: str, headers: dict[str, str] | None = None) -> Listed:
    """Read a feed of any kind.

    Args:
        body: The bytes of the feed.
        url: Its address, which relative links are joined to.
        headers: Response headers (lower-case), for the character set.

    Raises:
        UnknownFormat: when it is no feed, for instance an HTML page in its place.
    """
    start = body[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"{":
        return _json_feed(body, url)
    return _xml_feed(body, url, headers or {})


def _json_feed(body: bytes, url: str) -> Listed:
    try:
        data: Any = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnknownFormat("is no JSON feed", resource=url) from error
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list):
        raise UnknownFormat("is no JSON feed: it has no items", resource=url)
    links = [_json_link(item, url) for item in items if isinstance(item, dict)]
    found = tuple(link for link in links if link is not None)
    return Listed(
        links=found,
        title=_text(data.get("title")),
        next_url=_text(data.get("next_url")) or None,
        ended=data.get("expired") is True,
        rejections=_dropped(len(items) - len(found)),
    )


def _json_link(item: dict[str, Any], base: str) -> Link | None:
    own = _text(item.get("id"))
    named = _text(item.get("url")) or _text(item.get("external_url"))
    named = named or (own if own.startswith(("http://", "https://")) else "")
    target = join(base, named) if named else ""
    if not target:
        return None
    moment = _text(item.get("date_published")) or _text(item.get("date_modified"))
    return Link(
        url=target,
        label=plain(_text(item.get("title"))),
        published=day_of(moment),
        guid=_text(item.get("id")) or None,
        text=_text(item.get("content_html"))
        or _text(item.get("content_text"))
        or _text(item.get("summary"))
        or None,
    )


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def _xml_feed(body: bytes, url: str, headers: dict[str, str]) -> Listed:
    import feedparser

    known = {"content-location": url, **headers}
    try:
        feed = feedparser.parse(io.BytesIO(body), response_headers=known)
    except Exception as error:  # feedparser promises never to raise, and sometimes does
        raise UnknownFormat("cannot be read as a feed", resource=url) from error
    if not feed.entries and not feed.get("version"):
        raise UnknownFormat("is no feed", resource=url)
    links = [_entry_link(entry, url) for entry in feed.entries]
    found = tuple(link for link in links if link is not None)
    ended = any(str(entry.get("id", "")).endswith("/feed-ended") for entry in feed.entries)
    following = next(
        (x.get("href") for x in feed.feed.get("links", ()) if x.get("rel") == "next"), ""
    )
    return Listed(
        links=() if ended else found,
        title=plain(str(feed.feed.get("title", ""))),
        next_url=join(url, str(following)) or None if following else None,
        ended=ended,
        rejections=_dropped(len(links) - len(found)),
    )


def _entry_link(entry: Any, base: str) -> Link | None:
    named = str(entry.get("link") or entry.get("id") or "").strip()
    if not re.match(r"https?://|/|\.", named) and not entry.get("link"):
        return None
    target = join(base, named)
    if not target:
        return None
    outlet = plain(str((entry.get("source") or {}).get("title", ""))) or None
    title = plain(str(entry.get("title", "")))
    if outlet and title.endswith(outlet):
        title = _AGGREGATOR_TAIL.sub("", title)
    # Its own `get` takes one date for the other, and warns of it.
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    contents = [str(part.get("value", "")) for part in entry.get("content", ())]
    return Link(
        url=target,
        label=title,
        published=_moment(moment),
        outlet=outlet,
        guid=str(entry.get("id") or "").strip() or None,
        text=max([*contents, str(entry.get("summary", ""))], key=len) or None,
    )


def _moment(parsed: Any) -> Any:
    if parsed is None:
        return None
    try:
        return london_day(dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC))
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _dropped(count: int) -> tuple[Rejection, ...]:
    return tuple(Rejection(stage="parse", reason="no_link") for _ in range(max(count, 0)))
