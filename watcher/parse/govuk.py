"""GOV.UK's search API and content API."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from watcher.errors import UnknownFormat
from watcher.model.document import Link
from watcher.parse.links import Listed, day_of, join, plain

if TYPE_CHECKING:
    from watcher.model.dates import PartialDate


def site_of(url: str) -> str:
    """Give the site that an answer came from: its paths are relative to it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.scheme}://{parts.netloc}"


def parse_search(body: bytes, url: str) -> Listed:
    """Read an answer of the search API.

    Raises:
        UnknownFormat: when it is no such answer.
    """
    data = _object(body, url)
    results = data.get("results")
    if not isinstance(results, list):
        raise UnknownFormat("is no answer of the search API", resource=url)
    links = [_result(item, site_of(url)) for item in results if isinstance(item, dict)]
    total = data.get("total")
    return Listed(
        links=tuple(link for link in links if link is not None),
        total=total if isinstance(total, int) else None,
    )


def _object(body: bytes, url: str) -> dict[str, Any]:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnknownFormat("is no JSON", resource=url) from error
    if not isinstance(data, dict):
        raise UnknownFormat("is no JSON object", resource=url)
    return data


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _result(item: dict[str, Any], site: str) -> Link | None:
    target = join(site + "/", _string(item.get("link")))
    if not item.get("link") or not target:
        return None
    return Link(
        url=target,
        label=_string(item.get("title")),
        published=day_of(_string(item.get("public_timestamp"))),
        outlet="GOV.UK",
        text=_string(item.get("description")) or None,
        hints=(("document_type", _string(item.get("content_store_document_type"))),),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """One entry of a page's change history."""

    published: PartialDate | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovukPage:
    """A page as the content API gives it. `body` is HTML."""

    url: str
    title: str
    document_type: str
    published: PartialDate | None
    updated: PartialDate | None
    body: str
    withdrawn: bool
    attachments: tuple[Link, ...]
    members: tuple[Link, ...]
    changes: tuple[ChangeNote, ...]


def parse_content(body: bytes, url: str) -> GovukPage:
    """Read an answer of the content API.

    Raises:
        UnknownFormat: when it is no such answer.
    """
    data = _object(body, url)
    path = _string(data.get("base_path"))
    if not path:
        raise UnknownFormat("is no answer of the content API", resource=url)
    details = _dict(data.get("details"))
    links = _dict(data.get("links"))
    withdrawn = _dict(data.get("withdrawn_notice"))
    return GovukPage(
        url=join(site_of(url) + "/", path),
        title=_string(data.get("title")),
        document_type=_string(data.get("document_type")),
        published=day_of(_string(data.get("first_published_at"))),
        updated=day_of(_string(data.get("public_updated_at"))),
        body=_body(details),
        withdrawn=bool(withdrawn.get("withdrawn_at")),
        attachments=_links(details.get("attachments"), "url", site_of(url)),
        members=_links(links.get("documents"), "base_path", site_of(url)),
        changes=_changes(details.get("change_history")),
    )


def rendered(page: GovukPage) -> bytes:
    """Write a page as plain HTML, with its title and dates where readers look for them."""
    title = html.escape(page.title)
    meta = "".join(
        f'<meta property="article:{name}" content="{day}">'
        for name, day in (("published_time", page.published), ("modified_time", page.updated))
        if day is not None
    )
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="canonical" href="{html.escape(page.url)}">{meta}</head>'
        f"<body><main><article><h1>{title}</h1>{page.body}</article></main></body></html>"
    ).encode("utf-8", "replace")


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _body(details: dict[str, Any]) -> str:
    body = details.get("body")
    if isinstance(body, list):
        chosen = [part for part in body if isinstance(part, dict)]
        html = next((p for p in chosen if p.get("content_type") == "text/html"), {})
        return _string(html.get("content"))
    return _string(body)


def _links(items: Any, key: str, site: str) -> tuple[Link, ...]:
    found = []
    for item in items if isinstance(items, list) else ():
        named = _string(item.get(key)) if isinstance(item, dict) else ""
        target = join(site + "/", named) if named else ""
        if target:
            found.append(
                Link(
                    url=target,
                    label=_string(item.get("title")),
                    published=day_of(_string(item.get("public_updated_at"))),
                    outlet="GOV.UK",
                    hints=(("content_type", _string(item.get("content_type"))),),
                )
            )
    return tuple(found)


def _changes(items: Any) -> tuple[ChangeNote, ...]:
    notes = [
        ChangeNote(
            published=day_of(_string(item.get("public_timestamp"))),
            note=re.sub(r"\s+", " ", plain(_string(item.get("note")))),
        )
        for item in (items if isinstance(items, list) else ())
        if isinstance(item, dict)
    ]
    return tuple(note for note in notes if note.note)
