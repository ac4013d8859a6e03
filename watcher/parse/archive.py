"""Archives: one document a line, as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watcher.errors import UnreadableDocument
from watcher.parse.dates import find_date, read_date
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watcher.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Content:
    """What a line holds: text, or HTML."""

    text: str
    html: bool


def parse_archive(
    lines: Iterable[str], path: str | None = None
) -> Iterator[tuple[Hints, Content | UnreadableDocument]]:
    """Read the documents of an archive one by one; empty lines are passed over.

    A line that cannot be used gives its error in place of its content, so that the others are
    still read. Of its keys `id`, `url`, `title`, `published`, `outlet` and `text` or `html`
    count.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield Hints(path=path), UnreadableDocument(f"line {number} is not JSON")
            continue
        if isinstance(row, dict):
            yield _hints(row, path), _content(row, number)
        else:
            yield Hints(path=path), UnreadableDocument(f"line {number} is not a JSON object")


def _content(row: dict[str, Any], number: int) -> Content | UnreadableDocument:
    text, html = row.get("text"), row.get("html")
    if isinstance(text, str) and text.strip():
        return Content(_whole(text), html=False)
    if isinstance(html, str) and html.strip():
        return Content(_whole(html), html=True)
    if "text" in row or "html" in row:
        return UnreadableDocument(f"line {number} holds an empty document")
    return UnreadableDocument(f"line {number} has neither text nor html")


def _hints(row: dict[str, Any], path: str | None) -> Hints:
    published = _published(_string(row, "published"))
    return Hints(
        path=path,
        url=_string(row, "url") or None,
        title=_string(row, "title"),
        published=published,
        published_basis="feed" if published else None,
        outlet=_string(row, "outlet") or None,
        id=None if row.get("id") is None else str(row["id"]),
    )


def _published(text: str) -> PartialDate | None:
    """Read the date of a line, in whatever spelling."""
    return read_date(text) or find_date(text)


def _string(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    return _whole(value).strip() if isinstance(value, str) else ""


def _whole(text: str) -> str:
    """Replace halves of surrogate pairs, which no output could encode."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
