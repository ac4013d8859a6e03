"""Feeds, sitemaps, answers and pages with every sort of damage: no crash, no hang."""

from __future__ import annotations

import random
import time
import warnings
from typing import TYPE_CHECKING

import pytest

from tests.world.pages import (
    atom,
    content,
    fall,
    item,
    json_feed,
    listing,
    provider,
    reports_list,
    rss,
    search,
    sitemap,
    sitemap_index,
)
from watcher.errors import DocumentError
from watcher.parse import govuk, ofsted
from watcher.parse.feed import parse_feed
from watcher.parse.identity import canonical_url, clean_url, page_key
from watcher.parse.listing import parse_listing, select
from watcher.parse.mail import parse_letter
from watcher.parse.notices import acts_of
from watcher.parse.sitemap import parse_sitemap

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://news.example/feed"
LONGEST = 20.0
"""Seconds that one damaged body may take."""

LINK = "https://news.example/2026/11/19/a-story/?utm_source=rss#0"
FEEDS = [
    rss(item("Leeds ‘inadequate’", LINK, text="<p>Ofsted &amp; <b>York</b></p>")).body,
    atom(("News story: Leeds", LINK, LINK + "#2026-11-19T09:30:00Z")).body,
    json_feed({"id": "1", "url": LINK, "title": "Leeds", "content_html": "<p>x</p>"}).body,
]
LETTER = (
    b"From: Example <a@b.example>\r\nSubject: =?utf-8?q?Leeds_=E2=80=98fell=E2=80=99?=\r\n"
    b"Date: Thu, 19 Nov 2026 08:00:00 +0000\r\nContent-Type: multipart/alternative; boundary=x\r\n"
    b"\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Ofsted</p>\r\n--x--\r\n"
)
NOTE = {
    "public_timestamp": "2026-11-10T10:00:00Z",
    "note": "Added 'Improvement notice issued to X'",
}
PARSERS: dict[str, tuple[list[bytes], Callable[[bytes], object]]] = {
    "feeds": (FEEDS, lambda body: parse_feed(body, URL)),
    "sitemaps": (
        [sitemap((LINK, "Leeds", "2026-11-19T06:00:00Z")).body, sitemap_index(LINK).body],
        lambda body: parse_sitemap(body, URL),
    ),
    "answers": (
        [content("/a", "Leeds", changes=[NOTE]).body, search(("/a", "Leeds")).body],
        lambda body: (_quiet(govuk.parse_content, body), govuk.parse_search(body, URL)),
    ),
    "listings": (
        [listing((LINK, "Leeds children’s services rated inadequate")).body, fall("Leeds").body],
        lambda body: (
            parse_listing(body, URL),
            parse_listing(body, URL, "li.story a"),
            select(body, "article"),
            page_key(LINK, body),
        ),
    ),
    "reports": (
        [
            reports_list(("80426", "Barnsley", "1 May 2026")).body,
            provider("Barnsley", (LINK, "Children's services inspection", "1 May 2026")).body,
        ],
        lambda body: (_quiet(ofsted.parse_search, body), ofsted.parse_provider(body, URL)),
    ),
    "letters": ([LETTER], lambda body: parse_letter(body, "letter")),
}

SCRAPS = [
    b"\x00",
    b"\xff\xfe",
    b"<",
    b">",
    b"&",
    b"]]>",
    b"<![CDATA[",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b'"',
    b"{",
    b"}",
    b"[" * 300,
    b"<a>" * 300,
    b"\r\n\r\n",
    b"&#x110000;",
    b"&nbsp;",
    b"http://[",
    b"9" * 40,
    b"-1",
    "’é漢".encode("utf-16"),
    b'<?xml version="1.0" encoding="utf-7"?>',
    b"1e999",
    b"null",
]


def _quiet(parse: Callable[[bytes, str], object], body: bytes) -> object:
    try:
        return parse(body, URL)
    except DocumentError:
        return None


def damaged(body: bytes, dice: random.Random) -> bytes:
    """Damage a body in one to four ways."""
    for _ in range(dice.randint(1, 4)):
        at, to = sorted(dice.randrange(len(body) + 1) for _ in range(2))
        scrap = dice.choice(SCRAPS)
        body = dice.choice(
            [
                lambda b=body, a=at: b[:a],
                lambda b=body, a=at, t=to: b[:a] + b[t:],
                lambda b=body, a=at, s=scrap: b[:a] + s + b[a:],
                lambda b=body, a=at, t=to: b[:t] + b[a:t] * 3 + b[t:],
                lambda b=body, a=at, t=to: b[:a] + b[a:t][::-1] + b[t:],
                lambda b=body, a=at, d=dice: b[:a] + bytes([d.randrange(256)]) + b[a + 1 :],
                lambda b=body: b.decode("utf-8", "replace").encode("utf-16"),
                lambda b=body: b.replace(b"utf-8", b"shift_jis").replace(b"UTF-8", b"x-none"),
            ]
        )()
    return body


@pytest.mark.soak
@pytest.mark.parametrize("kind", PARSERS)
def test_damage_ends_in_links_or_in_an_error_of_ours(kind: str, *, full_count: bool) -> None:
    samples, parse = PARSERS[kind]
    number = 10_000 // len(PARSERS)
    dice = random.Random(kind)  # noqa: S311
    for _ in range(number if full_count else number // 10):
        body = damaged(dice.choice(samples), dice)
        began = time.monotonic()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _quiet(lambda given, _: parse(given), body)
        assert time.monotonic() - began < LONGEST, body


@pytest.mark.parametrize(
    "body",
    [
        b"<rss>" * 50_000,
        b"[" * 200_000,
        b'{"items":' * 50_000,
        b"<!DOCTYPE l [<!ENTITY a0 'ha'>"
        + b"".join(b"<!ENTITY a%d '&a%d;&a%d;'>" % (n, n - 1, n - 1) for n in range(1, 60))
        + b"]><rss><channel><title>&a59;</title></channel></rss>",
        b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&e;</loc></url>",
        b"<div>" * 30_000,
        b"<a href='" + b"x" * 1_000_000,
    ],
    ids=["nested", "brackets", "objects", "laughs", "entity", "divs", "long"],
)
@pytest.mark.parametrize("kind", PARSERS)
def test_bodies_made_to_hurt_do_not(kind: str, body: bytes) -> None:
    parse = PARSERS[kind][1]
    began = time.monotonic()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _quiet(lambda given, _: parse(given), body)
    assert time.monotonic() - began < LONGEST


def test_an_outside_entity_is_not_fetched() -> None:
    body = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>https://a.example/&e;</loc></url></urlset>"
    (link,) = parse_sitemap(body, URL)[0].links
    assert "root" not in link.url


def test_no_text_is_too_odd_for_an_address_or_a_note() -> None:
    dice = random.Random(5)  # noqa: S311
    signs = "https://[]@:#?&=%.-é漢/\\ \n'\"2026NoticeCouncil"
    for _ in range(3000):
        text = "".join(dice.choice(signs) for _ in range(dice.randint(0, 60)))
        canonical_url(text)
        clean_url(text)
        list(acts_of(text))
        assert canonical_url(canonical_url(text)) == canonical_url(text)


def test_a_note_of_any_length_is_read_in_time() -> None:
    began = time.monotonic()
    for text in ("Added improvement notice issued to " + "and of " * 3000, "Notice to A " * 2000):
        list(acts_of(text))
    assert time.monotonic() - began < LONGEST
