"""Identity, links and the parsers of what sources print: the odd cases one by one."""

from __future__ import annotations

import gzip
import json

import pytest

from watcher.errors import DocumentError, UnknownFormat, UnreadableDocument
from watcher.parse import govuk, ofsted
from watcher.parse.feed import parse_feed
from watcher.parse.identity import (
    canonical_url,
    clean_url,
    folded_text,
    headline_key,
    is_aggregator,
    page_key,
)
from watcher.parse.links import day_of, join, plain
from watcher.parse.listing import parse_listing, select
from watcher.parse.mail import parse_letter
from watcher.parse.notices import acts_of
from watcher.parse.sitemap import MAX_XML, parse_sitemap

URL = "https://news.example/"
STORY = "https://bbc.co.uk/news/articles/c1"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.bbc.co.uk/news/articles/c1?at_medium=RSS&at_campaign=rss#0",
        "https://www.bbc.co.uk/news/articles/c1#1",
        "http://bbc.co.uk:80/news/articles/c1/",
        "https://m.bbc.co.uk/news/articles/c1",
        "https://www.bbc.co.uk/news/articles/c1.amp",
        "https://www.bbc.co.uk/news/amp/articles/c1",
        "https://www.bbc.co.uk/news/articles/c1/amp/",
        "https://www.bbc.co.uk/news/articles/c1?amp=1",
        "https://www.bbc.co.uk/news/articles/c1?outputType=amp",
        "https://www-bbc-co-uk.cdn.ampproject.org/c/s/www.bbc.co.uk/news/articles/c1",
        "https://www.bbc.co.uk/news/articles/c1/index.html",
        "https://www.bbc.co.uk//news/articles/%631",
        "https://www.bbc.co.uk/news/articles/c1?utm_source=x&fbclid=abc123&ref=rss",
    ],
)
def test_one_article_has_one_identity_under_all_its_addresses(url: str) -> None:
    assert canonical_url(url) == STORY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/?p=1", "https://a.example/?p=2"),
        ("https://a.example/story?id=1&ref=77", "https://a.example/story?id=1&ref=78"),
        ("https://a.example/Story", "https://a.example/story"),
        ("https://a.example/ample/x", "https://a.example/le/x"),
        ("https://a.example:8080/x", "https://a.example/x"),
        ("https://b.a.example/x", "https://a.example/x"),
        ("https://a.example/%2F", "https://a.example/"),
    ],
)
def test_two_articles_are_never_taken_for_one(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize("text", ["", "no address", "mailto:a@b.example", "http://[x/", "ftp://a/"])
def test_what_is_no_address_is_its_own_identity(text: str) -> None:
    assert canonical_url(f" {text} ") == text
    assert clean_url(f" {text} ") == text or text == "ftp://a/"


def test_a_clean_address_keeps_what_leads_to_the_page() -> None:
    url = "http://www.a.example/x/?id=5&utm_source=rss&b=%20#top"
    assert clean_url(url) == "http://www.a.example/x/?id=5&b=+"
    assert clean_url("https://a.example/x?b=1&a=2#y") == "https://a.example/x?b=1&a=2"


@pytest.mark.parametrize(
    ("tag", "key"),
    [
        ('<link rel="canonical" href="https://www.a.example/story">', "https://a.example/story"),
        ("<link href=/story rel=canonical>", "https://a.example/story"),
        ("<LINK REL='canonical' HREF='?id=2&amp;x=1'>", "https://a.example/amp-story?id=2&x=1"),
        (
            '<link rel="canonical" href="https://other.example/story">',
            "https://a.example/amp-story",
        ),
        ('<link rel="canonical" href="https://a.example/">', "https://a.example/amp-story"),
        ('<link rel="canonical" href="http://[x/">', "https://a.example/amp-story"),
        ('<link rel="stylesheet" href="/story">', "https://a.example/amp-story"),
        ('<link rel="canonical">', "https://a.example/amp-story"),
    ],
)
def test_a_page_may_name_its_own_address_on_its_own_site(tag: str, key: str) -> None:
    body = f"<html><head>{tag}</head></html>".encode()
    assert page_key("https://a.example/amp-story", body) == key


def test_aggregators_are_known_by_host_or_path() -> None:
    assert is_aggregator("https://news.google.com/rss/articles/CBMi?oc=5")
    assert is_aggregator("http://127.0.0.1/rss/articles/CBMi")
    assert not is_aggregator("https://a.example/x")
    assert not is_aggregator("http://[x/")
    assert canonical_url("https://news.google.com/rss/articles/C?oc=5") == (
        "https://news.google.com/rss/articles/C"
    )


def test_headlines_are_compared_without_the_publisher() -> None:
    assert headline_key("Leeds ‘fell’ - Example Gazette", "Example Gazette") == "leeds fell"
    assert headline_key("Leeds ‘fell’ | Gazette", None) == "leeds fell"
    assert folded_text("  A—b,  C ") == "a b c"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-19", "2026-11-19"),
        ("2026-11", "2026-11"),
        ("2026-07-01T23:30:00Z", "2026-07-02"),
        ("2026-11-19T09:30:00.000+00:00", "2026-11-19"),
        ("Thu, 19 Nov 2026 23:59:00 GMT", "2026-11-19"),
        ("2026-11-19 and more", "2026-11-19"),
        ("2026-13-45", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_moments_become_days_in_england(text: str | None, day: str | None) -> None:
    found = day_of(text)
    assert (str(found) if found else None) == day


def test_addresses_are_joined_or_dropped() -> None:
    assert join(URL, " /a ") == "https://news.example/a"
    assert join(URL, "http://[x") == ""
    assert join(URL, "mailto:a@b.example") == ""
    assert plain("<p>A &amp; b</p>  c") == "A & b c"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"{not json",
        b'{"items": 5}',
        b"<html><body>An error</body></html>",
        b"\x89PNG",
    ],
)
def test_what_is_no_feed_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(UnknownFormat):
        parse_feed(body, URL)


def test_items_without_a_link_are_rejections_and_an_ended_feed_says_so() -> None:
    data = {"items": [{"id": "7", "title": "x"}, {"id": "https://a.example/1"}, 5], "expired": True}
    listed = parse_feed(json.dumps(data).encode(), URL)
    assert [link.url for link in listed.links] == ["https://a.example/1"]
    assert (len(listed.rejections), listed.ended) == (2, True)
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>tag:x,2005:/feed-ended'
        b'</id><title>This feed has ended</title><link href="https://a.example/"/></entry></feed>'
    )
    assert (parse_feed(atom, URL).ended, parse_feed(atom, URL).links) == (True, ())


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"plain words",
        b"<html/>",
        gzip.compress(b"<urlset/>")[:12],
        gzip.compress(b" " * (MAX_XML + 9)),
    ],
    ids=["empty", "words", "page", "cut", "bomb"],
)
def test_what_is_no_sitemap_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(UnknownFormat):
        parse_sitemap(body, URL)


def test_a_sitemap_without_addresses_has_no_links() -> None:
    body = b"<urlset><url><lastmod>2026</lastmod></url><url><loc>mailto:x</loc></url></urlset>"
    assert parse_sitemap(body, URL)[0].links == ()


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"results": 5}', b"[" * 99_999])
def test_what_is_no_answer_of_govuk_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(UnknownFormat):
        govuk.parse_search(body, URL)
    with pytest.raises(UnknownFormat):
        govuk.parse_content(body, URL)


def test_a_page_of_govuk_is_read_in_both_forms_of_its_body() -> None:
    data = {
        "base_path": "/a",
        "title": "T & U",
        "details": {
            "body": [
                {"content_type": "text/govspeak", "content": "x"},
                {"content_type": "text/html", "content": "<p>y</p>"},
            ],
            "attachments": [{"url": "/file.pdf", "title": "F"}, {"title": "none"}, 5],
            "change_history": [{"note": " a  b "}, {"note": ""}, 5],
        },
    }
    page = govuk.parse_content(json.dumps(data).encode(), URL + "api/content/a")
    assert (page.url, page.body) == (URL + "a", "<p>y</p>")
    assert [link.url for link in page.attachments] == [URL + "file.pdf"]
    assert [note.note for note in page.changes] == ["a b"]
    assert b"T &amp; U" in govuk.rendered(page)
    assert govuk.site_of("http://[x/") == "http://[x/"


def test_results_of_govuk_without_a_link_are_dropped() -> None:
    body = json.dumps({"results": [{"title": "x"}, 5, {"link": "/a"}], "total": "x"}).encode()
    listed = govuk.parse_search(body, URL)
    assert ([link.url for link in listed.links], listed.total) == ([URL + "a"], None)


def test_a_selector_that_is_none_is_said_to_be_none() -> None:
    for ask in (lambda: parse_listing(b"<a>", URL, "a[["), lambda: select(b"<a>", "a[[")):
        with pytest.raises(UnknownFormat):
            ask()


def test_the_base_of_a_page_and_its_next_page_are_heeded() -> None:
    body = (
        b"<base href='/sub/'><div class=x><a href='a'>One</a><a href='javascript:x'>Two</a>"
        b"<a href='a#b'>Three</a></div><a rel=next href='?page=2'>Next</a>"
    )
    listed = parse_listing(body, URL, "div.x")
    assert [link.url for link in listed.links] == [URL + "sub/a"]
    assert listed.next_url == URL + "sub/?page=2"
    assert select(body, "div.gone") == b""


def test_a_list_of_councils_drops_what_is_no_council() -> None:
    body = (
        b"<ul class='results-list'><li class='search-result'>x</li><li class='search-result'>"
        b"<h3 class='search-result__title'><a href='/elsewhere'>x</a></h3></li></ul>"
    )
    assert ofsted.parse_search(body, URL).links == ()
    with pytest.raises(UnknownFormat):
        ofsted.parse_provider(b"<html>busy</html>", URL)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Children's services focused visit", "focused_visit"),
        ("Children’s services monitoring visit", "monitoring_visit"),
        ("Joint area child protection inspection", "jtai"),
        ("Area SEND full inspection", "area_send"),
        ("Children's services inspection", "full_inspection"),
        ("Letter", "unspecified"),
    ],
)
def test_a_reports_kind_is_told_by_its_label(label: str, kind: str) -> None:
    assert ofsted.kind_of_label(label) == kind


def test_letters_without_text_cannot_be_read() -> None:
    for body in (b"", b"Subject: x\r\n\r\n \r\n", b"Content-Type: image/png\r\n\r\nxx"):
        with pytest.raises((UnreadableDocument, DocumentError)):
            parse_letter(body, "x")


def test_a_letter_is_known_by_who_sent_it_and_when() -> None:
    body = (
        b'From: "Example Weekly" <news@weekly.example>\r\nDate: Thu, 19 Nov 2026 08:00:00 +0000\r\n'
        b"Message-ID: <1@x>\r\nSubject: =?utf-8?q?Leeds=E2=80=99s?=\r\n\r\nOfsted\r\n"
    )
    letter = parse_letter(body, "x")
    assert (letter.name, letter.message_id, letter.subject) == ("Example Weekly", "1@x", "Leeds’s")
    assert str(letter.sent) == "2026-11-19"


@pytest.mark.parametrize(
    ("note", "acts"),
    [
        (
            "Added 'Improvement notice issued to Devon County Council: March 2026' to notices.",
            [("improvement_notice", "Devon County Council", "2026-03")],
        ),
        (
            "Moved ‘Improvement notice issued to Devon County Council’ to closed notices.",
            [("intervention_ended", "Devon County Council", "None")],
        ),
        (
            (
                "Added 'Statutory direction issued to Stoke-on-Trent City Council: June 2024' and "
                "'Improvement notice issued to Bath and North East Somerset Council: May 2024' to "
                "open notices."
            ),
            [
                ("statutory_direction", "Stoke-on-Trent City Council", "2024-06"),
                ("improvement_notice", "Bath and North East Somerset Council", "2024-05"),
            ],
        ),
        (
            (
                "Moved 'Direction issued to Slough Borough Council: 2019' to closed notices. Added "
                "'Improvement notice issued to Herefordshire Council' to open notices."
            ),
            [
                ("intervention_ended", "Slough Borough Council", "None"),
                ("improvement_notice", "Herefordshire Council", "None"),
            ],
        ),
        (
            "Added direction issued to Sandwell Metropolitan Borough Council on 6 October 2016",
            [("statutory_direction", "Sandwell Metropolitan Borough Council", "2016-10-06")],
        ),
        (
            "The improvement notice for Bury has been lifted.",
            [("intervention_ended", "Bury", "None")],
        ),
        (
            "Added 'Devon County Council: improvement notice'.",
            [("improvement_notice", "Devon County Council", "None")],
        ),
        (
            "Commissioner appointed to Hampshire County Council in May 2025.",
            [("commissioner", "Hampshire County Council", "2025-05")],
        ),
        ("Updated improvement notice issued to Torbay Council.", []),
        ("First published.", []),
        ("Improvement notice for the year", []),
        ("", []),
    ],
)
def test_change_notes_say_what_was_done_and_to_whom(
    note: str, acts: list[tuple[str, str, str]]
) -> None:
    found = [(act.outcome.value, act.council, str(act.when)) for act in acts_of(note)]
    assert found == acts
    assert all(note[act.start : act.end] in note for act in acts_of(note))
