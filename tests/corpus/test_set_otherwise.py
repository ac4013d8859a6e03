"""The corpus set in other type: other blanks, quotation marks, line ends, a page around it."""

from __future__ import annotations

import functools
import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from watcher.app.reading import read_bytes, reading_context
from watcher.extract import extract
from watcher.model.dates import PartialDate
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.model.finding import Finding

HERE = Path(__file__).resolve().parent
PARTS = 8
_HEADING = 6
"""A line of fewer blanks, with no full stop, is set as a heading."""

LINE = re.compile(r"[^\n]+")
MENU = ["Skip to main content", "News", "Sport", "Jobs", "What's on"]


@functools.cache
def articles() -> tuple[dict[str, Any], ...]:
    """Give those whose text begins with their title, as a page's does, or has none."""
    paths = sorted(HERE.glob("?_*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return tuple(row for row in rows if row.get("text") and not row.get("html"))


def hints(row: dict[str, Any]) -> Hints:
    published = PartialDate(row["published"]) if row.get("published") else None
    return Hints(
        title=row.get("title") or "",
        published=published,
        url=row.get("url") or "",
        outlet=row.get("outlet"),
    )


def alarms(findings: tuple[Finding, ...]) -> set[str]:
    return {f.council.name for f in findings if f.adverse and not f.held}


def read(row: dict[str, Any], text: str) -> set[str]:
    return alarms(extract(parse_string(text, hints(row)), reading_context()).findings)


def unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")


def thin(text: str) -> str:
    return text.replace(" ", "\u2009")


def doubled(text: str) -> str:
    return text.replace(" ", "  ")


def curly(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’")


def from_elsewhere(text: str) -> str:
    return text.replace("\n", "\r\n")


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("other", [unbroken, thin, doubled, curly, from_elsewhere])
def test_the_same_councils_alert(other: Callable[[str], str], part: int) -> None:
    changed = [
        row["id"]
        for row in articles()[part::PARTS]
        if read(row, row["text"]) != read(row, other(row["text"]))
    ]
    assert not changed


def under_a_menu(row: dict[str, Any], lines: list[str]) -> set[str]:
    """Read a text as it is copied from a page, menu and all, with no title known."""
    text = "\n\n".join(["\n".join(MENU), *lines])
    known = Hints(published=hints(row).published, url=row.get("url") or "", outlet="Example Post")
    return alarms(extract(parse_string(text, known), reading_context()).findings)


def is_heading(line: str) -> bool:
    return line[-1].isalpha() and line.count(" ") < _HEADING


def as_a_page(row: dict[str, Any], lines: list[str]) -> set[str]:
    """Read it as HTML with a menu, a byline and links to other stories."""
    when = row.get("published")
    meta = f'<meta property="article:published_time" content="{when}T08:30:00Z">' if when else ""
    title, *rest = map(html.escape, lines)
    body = "".join(f"<h2>{x}</h2>" if is_heading(x) else f"<p>{x}</p>" for x in rest)
    page = (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{meta}</head><body><header>'
        "<nav><ul><li><a href='/'>News</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"</header><main><article><h1>{title}</h1><p class='byline'>By A. Reporter</p>{body}"
        "</article><aside><h2>Read more</h2><ul><li><a href='/1'>Leeds children's services rated"
        " inadequate by Ofsted</a></li><li><a href='/2'>Kent social services failing, says"
        " Ofsted</a></li></ul></aside></main><footer><p>Example Post</p></footer></body></html>"
    )
    known = Hints(url=row.get("url") or "", outlet=row.get("outlet"))
    return alarms(read_bytes(page.encode(), known, reading_context()).findings)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("setting", [under_a_menu, as_a_page])
def test_whoever_alerts_in_a_text_alerts_in_a_page_of_it(
    setting: Callable[[dict[str, Any], list[str]], set[str]], part: int
) -> None:
    changed = []
    for row in articles()[part::PARTS]:
        lines = [line.strip() for line in LINE.findall(row["text"])]
        if lines[0] != row.get("title"):
            lines.insert(0, row.get("title") or "Ofsted")
        if read(row, row["text"]) != setting(row, lines):
            changed.append(row["id"])
    assert not changed
