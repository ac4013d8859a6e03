"""Alerts as entries of a feed: Atom (RFC 4287) and JSON Feed 1.1, from the same entries."""

from __future__ import annotations

import datetime as dt
import unicodedata
import uuid
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from watcher.alerting.render.message import part_of
from watcher.alerting.render.words import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.alerting.render.message import Line
    from watcher.model.alert import Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: the same `id` for the same alert, for ever. `html` is escaped already."""

    id: str
    title: str
    html: str
    url: str | None
    updated: dt.datetime
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedInfo:
    """What a feed says of itself; `home` and `self_url` where it is published."""

    title: str
    home: str | None = None
    self_url: str | None = None


def urn(name: str) -> str:
    """Make a lasting identifier of a name, without owning a domain."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"watcher:{name}").urn


def entry_of(alert: Alert) -> Entry:
    """Write an alert as an entry."""
    part = part_of(alert)
    lines = "".join(_line(line) for line in part.lines)
    return Entry(
        id=urn(f"alert:{alert.id}"),
        title=_plain(part.subject),
        html=f"<p>{_text(part.facts)}</p>{lines}<p>{_text(part.status)}</p>",
        url=part.link,
        updated=alert.raised,
        tags=(alert.severity.label, alert.change.value, alert.council.name),
    )


def atom(entries: Sequence[Entry], info: FeedInfo) -> str:
    """Write entries, newest first, as an Atom feed."""
    newest = max(
        (entry.updated for entry in entries), default=dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    )
    links = ""
    if info.self_url:
        links += f'<link rel="self" type="application/atom+xml" href="{_text(info.self_url)}"/>'
    if info.home:
        links += f'<link rel="alternate" href="{_text(info.home)}"/>'
    body = "".join(_atom_entry(entry) for entry in entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">'
        f"<id>{urn(f'feed:{info.self_url or info.title}')}</id><title>{_text(info.title)}</title>"
        f"<updated>{_stamp(newest)}</updated><author><name>watcher</name></author>"
        f"<generator>watcher</generator>{links}{body}</feed>\n"
    )


def json_feed(entries: Sequence[Entry], info: FeedInfo) -> dict[str, Any]:
    """Write entries as a JSON Feed."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": info.title,
        "language": "en-GB",
        "items": [_item(entry) for entry in entries],
    }
    if info.home:
        feed["home_page_url"] = info.home
    return feed


def entries_of(feed: dict[str, Any]) -> tuple[Entry, ...]:
    """Read entries back from a JSON Feed that `json_feed` wrote.

    Raises:
        ValueError: when it is none; also KeyError and TypeError.
    """
    return tuple(
        Entry(
            id=str(item["id"]),
            title=str(item["title"]),
            html=str(item["content_html"]),
            url=item.get("external_url"),
            updated=dt.datetime.fromisoformat(item["date_published"]),
            tags=tuple(str(tag) for tag in item.get("tags", ())),
        )
        for item in feed["items"]
    )


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": _stamp(entry.updated),
        "tags": list(entry.tags),
    }
    if entry.url:
        item["external_url"] = entry.url
    return item


def _atom_entry(entry: Entry) -> str:
    link = f'<link rel="alternate" href="{_text(entry.url)}"/>' if entry.url else ""
    tags = "".join(f'<category term="{_text(tag)}"/>' for tag in entry.tags)
    return (
        f"<entry><id>{_text(entry.id)}</id><title>{_text(entry.title)}</title>"
        f"<updated>{_stamp(entry.updated)}</updated><published>{_stamp(entry.updated)}</published>"
        f'{link}{tags}<content type="html">{_text(entry.html)}</content></entry>'
    )


def _line(line: Line) -> str:
    quote = f"<blockquote>“{_text(line.quote)}”</blockquote>" if line.quote else ""
    source = _text(line.source or "source")
    if line.url:
        source = f'<a href="{_text(line.url)}">{source}</a>'
    return f"<p><strong>{_text(line.text)}</strong></p>{quote}<p>{source}</p>"


def _text(text: str) -> str:
    return escape(_plain(text), quote=True)


def _plain(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(char for char in clean(text) if unicodedata.category(char) != "Cn")


def _stamp(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
