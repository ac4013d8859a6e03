"""Feeds of every dialect, from the server to the alert."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.world.pages import FALL, article, atom, fall, item, json_feed, rss
from tests.world.server import Page, World

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sources.conftest import Watch

FEED = {"type": "feed", "allow_private": True}


def test_an_article_behind_a_feed_is_read_and_alerts_once(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {
        "/feed": rss(item("Leeds rated", world.url("/a")), etag='"1"'),
        "/a": fall("Leeds"),
    }
    one = watch(url=world.url("/feed"), **FEED)
    first = one.one()
    one.later(minutes=40)
    second = one.one()
    assert (first.status, first.seen, first.new, len(first.alerts)) == ("ok", 1, 1, 1)
    assert (second.status, second.new, second.alerts) == ("not_modified", 0, [])
    assert len(one.told) == 1
    assert len(world.asked("/a")) == 1
    assert world.asked("/feed")[1].headers["if-none-match"] == '"1"'


def test_a_feed_that_reorders_or_renames_its_items_makes_nothing_new(
    world: World, watch: Callable[..., Watch]
) -> None:
    first, second = (item(n, world.url(p)) for n, p in (("Leeds", "/a"), ("York", "/b")))
    renamed = item("Leeds", world.url("/a?utm_source=rss#0"), guid="another")
    world.pages = {"/feed": rss(first, second), "/a": fall("Leeds"), "/b": article("York", "x")}
    one = watch(url=world.url("/feed"), **FEED)
    one.one()
    world.pages["/feed"] = rss(second, renamed)
    one.later(hours=1)
    again = one.one()
    assert (again.seen, again.new, again.changed) == (2, 0, 0)
    assert len(one.told) == 1


def test_an_item_without_following_is_read_from_the_feed_itself(
    world: World, watch: Callable[..., Watch]
) -> None:
    text = "<p>Inspectors have rated children’s services at Leeds City Council inadequate, a fall "
    text += "from good. Ofsted published its report today.</p>"
    title = "Leeds children’s services inadequate"
    world.pages = {"/feed": rss(item(title, world.url("/a"), text=text))}
    one = watch(url=world.url("/feed"), follow=False, **FEED)
    report = one.one()
    assert (report.new, len(report.alerts)) == (1, 1)
    assert world.paths == ["/robots.txt", "/feed"]


def test_a_page_that_refuses_is_made_up_for_by_what_the_feed_says(
    world: World, watch: Callable[..., Watch]
) -> None:
    text = " ".join(FALL).format(council="Leeds")
    world.pages = {
        "/feed": rss(item("Leeds rated inadequate", world.url("/a"), text=text)),
        "/a": Page(status=403),
    }
    one = watch(url=world.url("/feed"), **FEED)
    assert len(one.one().alerts) == 1
    world.pages["/a"] = fall("Leeds")
    one.later(hours=13)
    again = one.one()
    assert (again.new, again.alerts) == (1, [])


@pytest.mark.parametrize("kind", ["atom", "json", "gzip"])
def test_other_dialects_are_read_alike(
    world: World, watch: Callable[..., Watch], kind: str
) -> None:
    link = world.url("/a")
    feeds = {
        "atom": atom(("Leeds", link, "tag:example.org,2005:/a")),
        "json": json_feed({"id": "1", "url": link, "title": "Leeds"}),
        "gzip": rss(item("Leeds", link), gzip=True),
    }
    world.pages = {"/feed": feeds[kind], "/a": fall("Leeds")}
    assert len(watch(url=world.url("/feed"), **FEED).one().alerts) == 1


def test_a_page_of_govuk_that_was_updated_has_a_new_id_and_is_one_document(
    world: World, watch: Callable[..., Watch]
) -> None:
    link = world.url("/government/news/example")
    world.pages = {
        "/feed": atom(("News story: Leeds", link, f"{link}#2026-11-19T09:30:00Z")),
        "/government/news/example": fall("Leeds"),
    }
    one = watch(url=world.url("/feed"), **FEED)
    one.one()
    world.pages["/feed"] = atom(("News story: Leeds", link, f"{link}#2026-11-20T09:30:00Z"))
    one.later(hours=1)
    again = one.one()
    assert (again.new, again.changed, len(one.documents())) == (0, 0, 1)


def test_aggregators_links_vary_and_lead_to_one_document(
    world: World, watch: Callable[..., Watch]
) -> None:
    def entry(name: str) -> str:
        return item(
            "Leeds rated inadequate - Example Gazette",
            world.url(f"/rss/articles/{name}?oc=5"),
            guid=name,
            extra='<source url="https://www.gazette.example">Example Gazette</source>',
        )

    world.pages = {
        "/one": rss(entry("CBMiAAA")),
        "/two": rss(entry("CBMiBBB")),
        "/rss/articles/CBMiAAA": Page(status=302, headers={"location": "/story"}),
        "/rss/articles/CBMiBBB": Page(status=302, headers={"location": "/story"}),
        "/story": fall("Leeds"),
    }
    one = watch(urls=[world.url("/one"), world.url("/two")], **FEED)
    report = one.one()
    assert (report.new, len(report.alerts)) == (1, 1)
    assert len(world.asked("/story")) == 1
    assert [version.title for version in one.documents()] == ["Leeds rated inadequate"]


def test_words_choose_what_is_followed(world: World, watch: Callable[..., Watch]) -> None:
    world.pages = {
        "/feed": rss(
            item("Bins in Leeds", world.url("/bins")),
            item("Council’s children’s services", world.url("/a"), text="Ofsted"),
            item("Ofsted and a nursery", world.url("/nursery")),
        ),
        "/a": fall("Leeds"),
    }
    one = watch(url=world.url("/feed"), include=["ofsted"], exclude=["nursery"], **FEED)
    one.one()
    assert "/a" in world.paths
    assert not {"/bins", "/nursery"} & set(world.paths)


def test_a_corrected_article_is_a_new_version_and_tells_only_what_is_new(
    world: World, watch: Callable[..., Watch]
) -> None:
    title = "Children’s services rated inadequate"
    leeds, york = (FALL[0].format(council=name) for name in ("Leeds", "York"))
    world.pages = {
        "/feed": rss(item(title, world.url("/a"))),
        "/a": article(title, leeds, FALL[1]),
    }
    one = watch(url=world.url("/feed"), **FEED)
    assert [alert.council.name for alert in one.one().alerts] == ["Leeds"]
    world.pages["/a"] = article(title, leeds, york, FALL[1])
    one.later(hours=7)
    again = one.one()
    assert (again.new, again.changed) == (0, 1)
    assert [alert.council.name for alert in (*again.alerts, *again.held)] == ["York"]


def test_new_furniture_makes_no_new_version(world: World, watch: Callable[..., Watch]) -> None:
    world.pages = {"/feed": rss(item("Leeds", world.url("/a"))), "/a": fall("Leeds")}
    one = watch(url=world.url("/feed"), **FEED)
    one.one()
    world.pages["/a"] = fall("Leeds", furniture="Quite another thing is popular now")
    one.later(hours=7)
    again = one.one()
    assert (again.new, again.changed, again.alerts) == (0, 0, [])
    assert len(world.asked("/a")) == 2


def test_a_link_to_a_private_place_is_never_asked(
    world: World, watch: Callable[..., Watch]
) -> None:
    with World() as inside:
        inside.pages = {"/": fall("Leeds")}
        world.pages = {
            "/feed": rss(
                item("One", inside.url("/")),
                item("Two", "http://169.254.169.254/latest"),
                item("Three", "file:///etc/passwd"),
                item("Four", world.url("/door")),
            ),
            "/door": Page(status=302, headers={"location": inside.url("/")}),
        }
        report = watch(url=world.url("/feed"), **FEED).one()
        assert inside.requests == []
    assert report.new == 0


def test_a_source_may_not_be_private_unless_it_says_so(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/feed": rss()}
    report = watch(type="feed", url=world.url("/feed")).one()
    assert report.status == "failed"
    assert "private address" in (report.error or "")
    assert world.requests == []


def test_more_new_links_than_allowed_wait_for_the_next_run(
    world: World, watch: Callable[..., Watch]
) -> None:
    links = [item(f"Story number {n}", world.url(f"/{n}")) for n in range(7)]
    pages = {f"/{n}": article(f"Story {n}", "Ofsted", f"text {n}") for n in range(7)}
    world.pages = {"/feed": rss(*links, etag='"1"'), **pages}
    one = watch(url=world.url("/feed"), at_most=3, **FEED)
    counts = []
    for _ in range(4):
        counts.append(one.one().new)
        one.later(hours=1)
    assert counts == [3, 3, 1, 0]


def test_a_page_in_place_of_a_feed_is_a_named_failure_and_is_read_again(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/feed": Page(body=b"<html><body>Sorry</body></html>", etag='"1"')}
    one = watch(url=world.url("/feed"), **FEED)
    report = one.one()
    assert report.status == "failed"
    assert "not feed" in (report.error or "")
    one.later(hours=1)
    one.one()
    assert "if-none-match" not in world.asked("/feed")[1].headers


def test_asking_for_everything_looks_at_recent_articles_again(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/feed": rss(item("Leeds", world.url("/a")), etag='"1"'), "/a": fall("Leeds")}
    one = watch(url=world.url("/feed"), **FEED)
    one.one()
    one.later(minutes=1)
    one.one()
    assert len(world.asked("/a")) == 1
    world.pages["/a"] = article("Leeds", *(line.format(council="York") for line in FALL))
    (report,) = one.check(everything=True).sources
    assert (len(world.asked("/a")), report.changed) == (2, 1)


def test_loopback_is_one_host_under_all_its_names(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {
        "/feed": rss(item("Leeds", f"http://localhost:{world.port}/a")),
        "/a": fall("Leeds"),
    }
    assert watch(url=world.url("/feed"), **FEED).one().new == 1
