"""The feeds and the data beside the pages, as other programs read them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from lxml import etree

from watcher.model.alert import Alert
from watcher.model.council import CouncilCode, CouncilRef, LineageKey
from watcher.model.dates import PartialDate
from watcher.model.event import AlertId, Citation, Event, EventId, Standing
from watcher.model.vocabulary import Area, Change, Kind, Outcome, Severity, Status
from watcher.reference import load_register, load_rulebook
from watcher.site import SiteOptions
from watcher.site.data import events_rows
from watcher.site.feeds import atom, json_feed

if TYPE_CHECKING:
    from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
HOSTILE = '<script>alert(1)</script> & "quoted" ]]> \x1b[31m\u202e =1+1'


def options(tmp_path: Path, base_url: str = "https://example.org/w/") -> SiteOptions:
    return SiteOptions(
        directory=tmp_path,
        day=dt.date(2026, 1, 1),
        register=load_register(),
        rulebook=load_rulebook(),
        hexmap="",
        base_url=base_url,
    )


def event(**changes: Any) -> Event:
    values: dict[str, Any] = {
        "id": EventId("e1"),
        "council": CouncilRef(code=CouncilCode("E06000030"), name="Swindon"),
        "lineage": LineageKey("80552"),
        "kind": Kind.FULL_INSPECTION,
        "regime": "ilacs",
        "area": Area.OVERALL,
        "change": Change.WORSENED,
        "before": Standing(outcome=Outcome.GOOD, when=PartialDate("2019")),
        "after": Standing(outcome=Outcome.INADEQUATE, when=PartialDate("2023-07")),
        "severity": Severity.CRITICAL,
        "status": Status.REPORTED,
        "late": False,
        "silent": False,
        "held": False,
        "published": PartialDate("2023-09-11"),
        "records": (),
        "citations": (
            Citation(quote=HOSTILE, title=HOSTILE, url="https://x.org/a?b=1&c=2", end=9),
        ),
        "inspection": "i1",
    }
    return Event(**{**values, **changes})


def alert(**changes: Any) -> Alert:
    values: dict[str, Any] = {
        "id": AlertId("a1"),
        "council": CouncilRef(code=CouncilCode("E06000030"), name="Swindon"),
        "kind": Kind.FULL_INSPECTION,
        "change": Change.WORSENED,
        "severity": Severity.CRITICAL,
        "headline": f"Swindon fell {HOSTILE}",
        "status": Status.REPORTED,
        "when": PartialDate("2023-07"),
        "published": PartialDate("2023-09-11"),
        "raised": dt.datetime(2023, 9, 11, 12, 0, tzinfo=dt.UTC),
        "events": (event(),),
    }
    return Alert(**{**values, **changes})


def assert_rfc_4287(text: bytes) -> None:
    """Check what RFC 4287 demands of a feed and of each entry (sections 4.1.1 and 4.1.2)."""
    grammar = etree.RelaxNG(etree.fromstring(RFC_4287))
    assert grammar.validate(etree.fromstring(text)), grammar.error_log
    feed = ET.fromstring(text)  # noqa: S314  (our own output)
    assert feed.tag == f"{ATOM}feed"
    ids = []
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        identity = element.findtext(f"{ATOM}id") or ""
        assert urlsplit(identity).scheme
        ids.append(identity)
        stamps = [*element.findall(f"{ATOM}updated"), *element.findall(f"{ATOM}published")]
        assert all(INSTANT.fullmatch(stamp.text or "") for stamp in stamps)
        alternates = [
            (link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        ]
        assert len(alternates) == len(set(alternates)) >= 1
        assert all(link.get("href") for link in element.findall(f"{ATOM}link"))
        assert len(element.findall(f"{ATOM}content")) <= 1
    assert len(ids) == len(set(ids))
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert sum(link.get("rel") == "self" for link in feed.findall(f"{ATOM}link")) == 1
    allowed = {
        *(
            "feed",
            "id",
            "title",
            "updated",
            "published",
            "author",
            "link",
            "entry",
            "category",
            "content",
        ),
        *("summary", "rights", "name"),
    }
    assert {element.tag.removeprefix(ATOM) for element in feed.iter()} <= allowed


RFC_4287 = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="feed"><ref name="common"/><interleave>
    <oneOrMore><ref name="author"/></oneOrMore><zeroOrMore><ref name="category"/></zeroOrMore>
    <ref name="id"/><oneOrMore><ref name="link"/></oneOrMore><ref name="title"/>
    <ref name="updated"/>
    <zeroOrMore><ref name="entry"/></zeroOrMore></interleave></element></start>
  <define name="entry"><element name="entry"><ref name="common"/><interleave>
    <zeroOrMore><ref name="category"/></zeroOrMore><optional><ref name="content"/></optional>
    <ref name="id"/><zeroOrMore><ref name="link"/></zeroOrMore>
    <optional><element name="published"><data type="dateTime"/></element></optional>
    <ref name="title"/><ref name="updated"/></interleave></element></define>
  <define name="common"><optional><attribute name="xml:lang"><data type="language"/></attribute>
    </optional></define>
  <define name="author"><element name="author"><element name="name"><text/></element></element>
  </define>
  <define name="category"><element name="category"><attribute name="term"/></element></define>
  <define name="id"><element name="id"><data type="anyURI"/></element></define>
  <define name="updated"><element name="updated"><data type="dateTime"/></element></define>
  <define name="title"><element name="title"><optional><attribute name="type"><choice>
    <value>text</value><value>html</value></choice></attribute></optional><text/></element></define>
  <define name="content"><element name="content"><attribute name="type"><choice>
    <value>text</value><value>html</value></choice></attribute><text/></element></define>
  <define name="link"><element name="link"><interleave>
    <attribute name="href"><data type="anyURI"/></attribute>
    <optional><attribute name="rel"><choice><value>self</value><value>alternate</value>
      <value>related</value></choice></attribute></optional>
    <optional><attribute name="type"><data type="string"><param name="pattern">.+/.+</param></data>
    </attribute></optional></interleave><empty/></element></define>
</grammar>
"""
"""What RFC 4287 allows of what we use, as a RELAX NG grammar (after its appendix B)."""


def assert_json_feed(feed: dict[str, Any]) -> None:
    """Check what JSON Feed 1.1 demands."""
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    assert all(isinstance(author["name"], str) for author in feed["authors"])
    for key in ("home_page_url", "feed_url"):
        assert urlsplit(feed[key]).scheme == "https"
    ids = [item["id"] for item in feed["items"]]
    assert all(isinstance(one, str) and one for one in ids)
    assert len(ids) == len(set(ids))
    for item in feed["items"]:
        assert "content_html" in item
        assert INSTANT.fullmatch(item["date_published"])
        assert all(isinstance(tag, str) for tag in item["tags"])
        assert urlsplit(item["url"]).scheme == "https"


def test_the_sites_atom_feed_is_valid_and_feedparser_takes_it_without_a_warning(site: Path) -> None:
    text = (site / "feed.atom").read_bytes()
    assert_rfc_4287(text)
    parsed = feedparser.parse(text, response_headers={"content-type": "application/atom+xml"})
    assert parsed.bozo == 0
    assert parsed.version == "atom10"
    assert len(parsed.entries) == 32
    assert parsed.feed.links[0].href == "https://example.org/watch/feed.atom"


def test_the_sites_json_feed_is_valid(site: Path) -> None:
    feed = json.loads((site / "feed.json").read_text(encoding="utf-8"))
    assert_json_feed(feed)
    assert len(feed["items"]) == 32


def test_text_of_others_is_never_markup_in_a_feed(tmp_path: Path) -> None:
    text = atom([alert()], options(tmp_path))
    assert_rfc_4287(text)
    parsed = feedparser.parse(text, response_headers={"content-type": "application/atom+xml"})
    assert parsed.bozo == 0
    raw = json.loads(json_feed([alert()], options(tmp_path)))
    assert "<script" not in raw["items"][0]["content_html"]
    assert "\x1b" not in text.decode()
    assert "\u202e" not in text.decode()


def test_an_entry_keeps_its_id_wherever_the_site_is(tmp_path: Path) -> None:
    here = json.loads(json_feed([alert()], options(tmp_path)))
    there = json.loads(json_feed([alert()], options(tmp_path, "https://elsewhere.org/")))
    assert here["items"][0]["id"] == there["items"][0]["id"]
    assert here["items"][0]["url"] != there["items"][0]["url"]


def test_an_empty_feed_is_valid_too(tmp_path: Path) -> None:
    assert_rfc_4287(atom([], options(tmp_path)))
    assert_json_feed(json.loads(json_feed([], options(tmp_path))))


def test_the_csv_disarms_what_a_spreadsheet_would_run() -> None:
    cited = (Citation(quote="=HYPERLINK(1)", title="+1", end=5),)
    (row,) = csv.reader(io.StringIO(events_rows([event(citations=cited)])))
    assert "'=HYPERLINK(1)" in row
    assert "'+1" in row


@pytest.mark.parametrize("name", ["councils", "events", "alerts"])
def test_csv_and_json_hold_the_same(site: Path, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO((site / f"{name}.csv").read_text(encoding="utf-8"))))
    data = json.loads((site / f"{name}.json").read_text(encoding="utf-8"))
    listed = data if isinstance(data, list) else data[name]
    assert len(rows) == len(listed) > 30


def test_a_council_has_its_own_data(site: Path) -> None:
    story = json.loads((site / "councils" / "E06000030.json").read_text(encoding="utf-8"))
    assert story["council"]["name"] == "Swindon"
    assert any(
        "significant weaknesses" in e["quote"] for x in story["events"] for e in x["evidence"]
    )


def test_where_a_file_lies_on_this_machine_is_not_told(site: Path, seeds: Path) -> None:
    leaks = [
        f.name for f in site.rglob("*") if f.is_file() and str(seeds).encode() in f.read_bytes()
    ]
    assert leaks == []
