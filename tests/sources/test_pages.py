"""Sitemaps, listings, single pages, GOV.UK, the reports site, mailboxes, standard input."""

from __future__ import annotations

import gzip
import io
import mailbox
import sys
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from tests.reports.pages import CARE, HELP, LEADERS, LEAVERS, ilacs
from tests.reports.pdfs import make_pdf
from tests.world.pages import (
    FALL,
    article,
    content,
    fall,
    listing,
    provider,
    reports_list,
    search,
    sitemap,
    sitemap_index,
)
from tests.world.server import Page
from watcher.app.reextracting import compare_stored
from watcher.config.load import read_config

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.sources.conftest import Watch
    from tests.world.server import World

GRADES = ("Good", "Inadequate", "Good", "Good")
AREAS = (LEADERS, HELP, CARE, LEAVERS)
REPORT = make_pdf(
    [
        ilacs(
            *(area.format(grade) for area, grade in zip(AREAS, GRADES, strict=True)),
            name="Barnsley",
            dates="14 to 25 September 2026",
        )
    ]
)
HERE = {"allow_private": True}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_a_news_sitemap_is_followed(
    world: World, watch: Callable[..., Watch], *, packed: bool
) -> None:
    plain = sitemap((world.url("/a"), "Leeds rated", "2026-11-19T06:00:00+00:00"))
    body = gzip.compress(plain.body) if packed else plain.body
    world.pages = {"/map.xml": Page(body=body, type="application/xml"), "/a": fall("Leeds")}
    report = watch(type="sitemap", url=world.url("/map.xml"), **HERE).one()
    assert (report.new, len(report.alerts)) == (1, 1)


def test_an_index_of_sitemaps_is_looked_through_also_when_it_has_not_changed(
    world: World, watch: Callable[..., Watch]
) -> None:
    index = sitemap_index(world.url("/news.xml"), world.url("/broken.xml"))
    index.etag = '"1"'
    world.pages = {
        "/index.xml": index,
        "/broken.xml": Page(body=b"<html>no</html>"),
        "/news.xml": sitemap(),
        "/a": fall("Leeds"),
    }
    one = watch(type="sitemap", url=world.url("/index.xml"), **HERE)
    assert one.one().status == "ok"
    world.pages["/news.xml"] = sitemap((world.url("/a"), "Leeds", "2026-11-19"))
    one.later(hours=2)
    assert len(one.one().alerts) == 1


def test_a_listing_is_guessed_without_a_selector(world: World, watch: Callable[..., Watch]) -> None:
    world.pages = {
        "/news": listing(("/a", "Leeds children’s services rated inadequate"), ("/b", "Bins")),
        "/a": fall("Leeds"),
    }
    one = watch(type="listing", url=world.url("/news"), **HERE)
    assert len(one.one().alerts) == 1
    assert not {"/about", "/terms", "/b"} & set(world.paths)


def test_a_listing_with_a_selector_and_several_pages(
    world: World, watch: Callable[..., Watch]
) -> None:
    turn = "<a rel='next' href='/news?page=2'>Next</a>"
    world.pages = {
        "/news?page=2": listing(("/a", "Leeds")),
        "/news": listing(("/b", "York"), after=turn),
        "/a": fall("Leeds"),
        "/b": article("York", "Ofsted"),
    }
    one = watch(type="listing", url=world.url("/news"), selector="li.story a", pages=2, **HERE)
    assert one.one().new == 2


def test_a_selector_that_matches_nothing_is_a_named_failure(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/news": listing(("/a", "Leeds"))}
    report = watch(type="listing", url=world.url("/news"), selector="div.gone", **HERE).one()
    assert report.status == "failed"
    assert "matches nothing" in (report.error or "")


def test_a_listing_that_lacks_a_name_it_must_have_is_told_once(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/news": listing(("/a", "Leeds")), "/a": article("Leeds", "x")}
    one = watch(
        type="listing",
        url=world.url("/news"),
        selector="li a",
        expect=["Leeds", "York"],
        **HERE,
    )
    one.one()
    one.later(hours=2)
    world.pages["/news"] = listing(("/a", "Leeds"), ("/b", "Hull"))
    one.one()
    assert one.notices() == ["coverage"]


def test_a_page_is_read_again_when_it_changes(world: World, watch: Callable[..., Watch]) -> None:
    world.pages = {"/page": article("Standards", "Nothing yet")}
    one = watch(type="page", url=world.url("/page"), **HERE)
    assert one.one().new == 1
    one.later(hours=2)
    assert one.one().status == "not_modified"
    world.pages["/page"] = fall("Leeds")
    one.later(hours=2)
    report = one.one()
    assert (report.changed, len(report.alerts)) == (1, 1)


def test_part_of_a_page_is_read_and_a_picture_is_none(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {
        "/page": fall("Leeds"),
        "/picture": Page(body=b"\x89PNG\r\n\x1a\n\x00\x00", type="image/png"),
    }
    one = watch(type="page", url=world.url("/page"), selector="article", **HERE)
    assert len(one.one().alerts) == 1
    picture = watch(type="page", url=world.url("/picture"), **HERE).one()
    assert "not html" in (picture.error or "")


def test_of_several_pages_one_that_fails_spoils_no_other(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/a": fall("Leeds"), "/b": Page(status=500)}
    report = watch(type="page", urls=[world.url("/b"), world.url("/a")], **HERE).one()
    assert (report.status, len(report.alerts)) == ("ok", 1)
    assert "server error" in (report.error or "")


def test_govuk_pages_are_found_by_search_and_read_through_the_content_api(
    world: World, watch: Callable[..., Watch]
) -> None:
    path = "/government/news/leeds"
    body = "".join(f"<p>{line.format(council='Leeds')}</p>" for line in FALL)
    world.pages = {
        "/api/search.json": search((path, "Leeds"), ("/government/news/old", "Old")),
        f"/api/content{path}": content(path, "Leeds children’s services", body=body),
        "/api/content/government/news/old": content(
            "/government/news/old", "Old", withdrawn={"withdrawn_at": "2026-01-01"}
        ),
    }
    one = watch(
        type="govuk_search",
        url=world.url("/api/search.json"),
        organisations=["ofsted"],
        **HERE,
    )
    report = one.one()
    assert (report.new, len(report.alerts)) == (1, 1)
    asked = next(path for path in world.paths if path.startswith("/api/search"))
    assert "filter_organisations=ofsted" in asked
    assert "order=-public_timestamp" in asked


def test_a_collection_on_govuk_leads_to_its_members(
    world: World, watch: Callable[..., Watch]
) -> None:
    body = "".join(f"<p>{line.format(council='Leeds')}</p>" for line in FALL)
    members = {"documents": [{"title": "Leeds", "base_path": "/government/leeds"}]}
    world.pages = {
        "/api/content/government/collections/c": content(
            "/government/collections/c", "Collection", links=members
        ),
        "/api/content/government/leeds": content("/government/leeds", "Leeds", body=body),
    }
    url = world.url("/government/collections/c")
    report = watch(type="govuk_page", url=url, **HERE).one()
    assert (report.new, len(report.alerts)) == (2, 1)


def test_the_log_of_improvement_notices_opens_and_ends_interventions(
    world: World, watch: Callable[..., Watch]
) -> None:
    path = "/government/collections/notices"
    added = {
        "public_timestamp": "2026-11-10T10:00:00.000+00:00",
        "note": "Added 'Improvement notice issued to Leeds City Council: November 2026' to open "
        "notices.",
    }
    moved = {
        "public_timestamp": "2026-11-18T10:00:00.000+00:00",
        "note": "Moved 'Improvement notice issued to Leeds City Council' to closed notices.",
    }
    first = {"public_timestamp": "2012-01-01T10:00:00.000+00:00", "note": "First published."}
    world.pages = {f"/api/content{path}": content(path, "Notices", changes=[added, first])}
    one = watch(type="govuk_notices", url=world.url(path), **HERE)
    report = one.one()
    assert [(a.council.name, a.kind.value) for a in report.alerts] == [("Leeds", "intervention")]
    world.pages[f"/api/content{path}"] = content(path, "Notices", changes=[moved, added, first])
    one.later(hours=2)
    report = one.one()
    assert (report.new, report.alerts) == (1, [])
    with one.store() as store:
        (state,) = store.states.all().values()
    assert state.intervention is None
    config = read_config(one.text, one.folder / "config.toml")
    assert compare_stored(config).changed == ()


def test_a_report_is_found_through_the_list_and_the_councils_page(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {
        "/search?start=0&rows=1": reports_list(("80426", "Barnsley", "06 November 2026")),
        "/search?start=1&rows=1": reports_list(("80435", "Leeds", "18 May 2021")),
        "/search?start=2&rows=1": reports_list(),
        "/provider/44/80426": provider(
            "Barnsley",
            (world.url("/v1/file/50319999"), "Children's services inspection", "06 November 2026"),
            (world.url("/v1/file/50111111"), "Children's services inspection", "06 March 2019"),
        ),
        "/v1/file/50319999": Page(body=REPORT, type="application/pdf"),
    }
    one = watch(type="ofsted", url=world.url("/search?start=0&rows=1"), **HERE)
    report = one.one()
    (alert,) = report.alerts
    assert (report.new, alert.council.name, alert.status) == (1, "Barnsley", "confirmed")
    assert world.paths.count("/v1/file/50111111") == 0
    assert world.paths.count("/provider/44/80435") == 0
    assert [version.url for version in one.documents()] == [world.url("/v1/file/50319999")]
    asked = len(world.asked("/provider/44/80426"))
    one.later(hours=2)
    again = one.one()
    assert (again.new, len(world.asked("/provider/44/80426"))) == (0, asked)


def test_a_list_that_shrinks_is_told_with_the_names_of_those_missing(
    world: World, watch: Callable[..., Watch]
) -> None:
    barnsley, leeds = ("80426", "Barnsley", "1 May 2020"), ("80481", "Leeds", "1 May 2020")
    world.pages = {"/search": reports_list(barnsley, leeds)}
    one = watch(type="ofsted", url=world.url("/search"), **HERE)
    one.one()
    one.later(days=1)
    world.pages["/search"] = reports_list(barnsley)
    one.one()
    with one.store() as store:
        latest = store.sources.notices()
    assert {notice.kind.value for notice in latest} == {"coverage"}


def test_a_page_without_results_in_place_of_the_list_is_a_failure(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/search": Page(body=b"<html>We are busy</html>")}
    report = watch(type="ofsted", url=world.url("/search"), **HERE).one()
    assert report.status == "failed"


@pytest.mark.parametrize("kind", ["maildir", "mbox"])
def test_a_newsletter_is_read_once(tmp_path: Path, watch: Callable[..., Watch], kind: str) -> None:
    letter = EmailMessage()
    letter["From"] = "Example Weekly <news@weekly.example>"
    letter["Subject"] = "Leeds children’s services rated inadequate"
    letter["Date"] = "Thu, 19 Nov 2026 08:00:00 +0000"
    letter["Message-ID"] = "<1@weekly.example>"
    letter.set_content(" ".join(FALL).format(council="Leeds"))
    other = EmailMessage()
    other["From"] = "shop@shop.example"
    other["Subject"] = "Ofsted"
    other.set_content("x")
    kinds = {"maildir": mailbox.Maildir, "mbox": mailbox.mbox}
    box = kinds[kind](tmp_path / "box")
    for message in (letter, other):
        box.add(message)
    box.flush()
    box.close()
    one = watch(type=kind, path=str(tmp_path / "box"), senders=["weekly"])
    first, second = one.one(), one.one()
    assert (first.new, len(first.alerts)) == (1, 1)
    assert (second.new, len(second.alerts)) == (0, 0)
    assert one.documents()[0].outlet == "Example Weekly"


def test_a_mailbox_that_is_not_there_is_a_failure(
    tmp_path: Path, watch: Callable[..., Watch]
) -> None:
    for kind in ("maildir", "mbox"):
        assert watch(type=kind, path=str(tmp_path / "none")).one().status == "failed"


def test_standard_input_is_one_document(
    watch: Callable[..., Watch], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n\n".join(FALL).format(council="Leeds").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    one = watch(type="stdin", published="2026-11-19")
    assert len(one.one().alerts) == 1
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert one.one().status == "skipped"
