"""Atom (RFC 4287) and JSON Feed 1.1 of the latest alerts."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from watcher.alerting.render.words import date_words, one_line, was_now
from watcher.site.view import quoted, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from watcher.model.alert import Alert
    from watcher.model.event import Event
    from watcher.site.ports import SiteOptions

ATOM = "http://www.w3.org/2005/Atom"
FEED_LENGTH = 100
_SPACE = uuid.UUID("5f0d3a52-7c0f-5b9e-9d6a-2f1f4b8c7e10")
"""The namespace of the feed's ids: they depend on the alert alone, not on where the site is."""


def atom(alerts: Sequence[Alert], options: SiteOptions) -> bytes:
    """Write an Atom feed, newest first."""
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    _text(feed, "id", _urn("feed"))
    _text(feed, "title", options.title)
    _text(feed, "updated", _updated(alerts, options))
    author = ET.SubElement(feed, f"{{{ATOM}}}author")
    _text(author, "name", options.title)
    _link(feed, "self", options.base_url + "feed.atom", "application/atom+xml")
    _link(feed, "alternate", options.base_url + "index.html", "text/html")
    for alert in alerts:
        _entry(feed, alert, options)
    ET.indent(feed)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def json_feed(alerts: Sequence[Alert], options: SiteOptions) -> str:
    """Write a JSON Feed, newest first."""
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": options.title,
        "language": "en-GB",
        "authors": [{"name": options.title}],
    }
    if options.base_url:
        feed["home_page_url"] = options.base_url + "index.html"
        feed["feed_url"] = options.base_url + "feed.json"
    feed["items"] = [_item(alert, options) for alert in alerts]
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _entry(feed: ET.Element, alert: Alert, options: SiteOptions) -> None:
    entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
    _text(entry, "id", _urn(alert.id))
    _text(entry, "title", one_line(alert.headline))
    _text(entry, "updated", _instant(alert))
    _text(entry, "published", _instant(alert))
    _link(entry, "alternate", f"{options.base_url}alerts/{alert.id}.html", "text/html")
    for url in _sources(alert):
        _link(entry, "related", url, "")
    ET.SubElement(entry, f"{{{ATOM}}}category", {"term": alert.severity.label})
    content = ET.SubElement(entry, f"{{{ATOM}}}content", {"type": "html"})
    content.text = str(_html(alert))


def _item(alert: Alert, options: SiteOptions) -> dict[str, object]:
    item: dict[str, object] = {
        "id": _urn(alert.id),
        "title": one_line(alert.headline),
        "content_html": str(_html(alert)),
        "date_published": _instant(alert),
        "tags": [alert.severity.label, alert.change.value, alert.council.code],
    }
    if options.base_url:
        item["url"] = f"{options.base_url}alerts/{alert.id}.html"
    sources = _sources(alert)
    if sources:
        item["external_url"] = sources[0]
    return item


def _html(alert: Alert) -> Markup:
    """Write what happened and the sentences that say so; all of it is escaped."""
    return Markup("").join(_event(event) for event in alert.events)


def _event(event: Event) -> Markup:
    parts = [Markup("<p>{}</p>").format(one_line(was_now(event)))]
    for citation in event.citations[:1]:
        name, link = source_of(citation)
        date = date_words(event.published)
        where = escape(f"{name}, {date}" if date else name)
        if link:
            where = Markup('<a href="{}">{}</a>').format(link, where)
        if quoted(citation):
            quote = one_line(citation.quote)
            parts.append(Markup("<blockquote><p>{}</p></blockquote>").format(quote))
        parts.append(Markup("<p>{}</p>").format(where))
    return Markup("").join(parts)


def _sources(alert: Alert) -> list[str]:
    links = (source_of(c)[1] for event in alert.events for c in event.citations[:1])
    return list(dict.fromkeys(link for link in links if link))


def _updated(alerts: Iterable[Alert], options: SiteOptions) -> str:
    newest = max((_instant(alert) for alert in alerts), default="")
    return newest or f"{options.day.isoformat()}T00:00:00Z"


def _instant(alert: Alert) -> str:
    return alert.raised.isoformat(timespec="seconds").replace("+00:00", "Z")


def _urn(name: str) -> str:
    return uuid.uuid5(_SPACE, name).urn


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    attributes = {"rel": rel, "href": href}
    if kind:
        attributes["type"] = kind
    ET.SubElement(parent, f"{{{ATOM}}}link", attributes)
