"""Gaps measured at the server, turns, robots.txt, Retry-After, validators, redirects."""

from __future__ import annotations

import datetime as dt
import threading
import time
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from tests.world.server import Page, World, leads_to, raw
from watcher.fetch.asking import MOVED, Proxies
from watcher.fetch.http import Ask
from watcher.fetch.memory import Memory
from watcher.fetch.robots import Robots

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.fetch.http import HttpFetcher

GOOD = Page(body=b"<p>good</p>", etag='"1"', modified="Sun, 01 Jun 2025 00:00:00 GMT")


def ask(world: World, path: str = "/", **more: object) -> Ask:
    return Ask(url=world.url(path), allow_private=True, **more)  # type: ignore[arg-type]


def gaps(world: World) -> list[float]:
    starts = [request.at for request in world.requests]
    return [after - before for before, after in zip(world.ended, starts[1:], strict=False)]


ARRIVAL = 0.02
"""What a busy machine may hold one request back on its way (seconds): gaps are kept in sending."""


def test_the_gap_at_a_host_is_never_undercut_whoever_asks(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {f"/{n}": GOOD for n in range(6)} | {
        "/moved": Page(status=301, headers={"location": "/1"})
    }
    one = fetcher(gap=0.15, robots=Robots(Memory(), time.time), tries=2)
    paths = ["/0", "/moved", "/2", "/missing", "/4"]
    threads = [threading.Thread(target=lambda p=path: one.fetch(ask(world, p))) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert world.paths.count("/robots.txt") == 1
    assert len(world.requests) == 7
    assert min(gaps(world)) >= 0.15 - ARRIVAL


def test_a_crawl_delay_widens_the_gap_and_is_cut_where_it_is_absurd(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {
        "/robots.txt": Page(body=b"User-agent: watcher\nCrawl-delay: 900\n", type="text/plain"),
        "/a": GOOD,
        "/b": GOOD,
    }
    one = fetcher(gap=0.0, max_crawl_delay=0.2, robots=Robots(Memory(), time.time))
    list(one.fetch_many([ask(world, "/a"), ask(world, "/b")]))
    assert gaps(world)[-1] >= 0.2


def test_one_request_at_a_time_at_a_host_and_hosts_side_by_side(
    fetcher: Callable[..., HttpFetcher],
) -> None:
    with World() as first, World() as second:
        for world in (first, second):
            world.pages = {"/a": GOOD, "/b": GOOD}
            world.delay = 0.2
        one = fetcher(hosts_at_once=4)
        began = time.monotonic()
        asks = [ask(w, p) for w in (first, second) for p in ("/a", "/b")]
        answers = dict(one.fetch_many(asks))
        took = time.monotonic() - began
        assert all(gap >= 0 for gap in gaps(first))
    assert {str(answer.outcome) for answer in answers.values()} == {"ok"}
    assert 0.4 <= took < 0.75


def test_no_more_hosts_than_allowed_are_asked_at_once(
    fetcher: Callable[..., HttpFetcher],
) -> None:
    with World() as first, World() as second, World() as third:
        worlds = (first, second, third)
        for world in worlds:
            world.pages = {"/": GOOD}
            world.delay = 0.15
        began = time.monotonic()
        list(fetcher(hosts_at_once=1).fetch_many([ask(world) for world in worlds]))
        assert time.monotonic() - began >= 0.45


@pytest.mark.parametrize(
    ("robots", "outcome"),
    [
        (Page(body=b"User-agent: *\nDisallow: /private/"), "robots"),
        (Page(body=b"User-agent: watcher\nDisallow: /\n\nUser-agent: *\nAllow: /"), "robots"),
        (Page(body=b"User-agent: *\nDisallow: /\nAllow: /private/page"), "ok"),
        (Page(body=b"User-agent: *\nDisallow: /*.pdf$"), "ok"),
        (Page(status=404), "ok"),
        (Page(status=403), "ok"),
        (Page(status=301, headers={"location": "/elsewhere"}), "robots"),
        (Page(), "ok"),
        (Page(body=b"<html>not robots at all</html>"), "ok"),
        (Page(status=503), "unavailable"),
        (Page(status=500), "server_error"),
    ],
    ids=[
        "refused for all",
        "refused for us",
        "longest match allows",
        "pattern for others",
        "absent",
        "forbidden",
        "behind a redirect",
        "empty",
        "a page in its place",
        "unavailable",
        "broken",
    ],
)
def test_robots_txt_is_honoured(
    world: World, fetcher: Callable[..., HttpFetcher], robots: Page, outcome: str
) -> None:
    world.pages = {
        "/robots.txt": robots,
        "/elsewhere": Page(body=b"User-agent: *\nDisallow: /private/"),
        "/private/page": GOOD,
    }
    got = fetcher(robots=Robots(Memory(), time.time)).fetch(ask(world, "/private/page"))
    assert got.outcome == outcome
    assert bool(world.asked("/private/page")) == (outcome == "ok")


def test_robots_txt_is_believed_for_a_day_across_runs(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"/": GOOD}
    memory, wall = Memory(), [1e9]
    for hours in (0, 23, 24.5):
        wall[0] = 1e9 + hours * 3600
        fetcher(robots=Robots(memory, lambda: wall[0])).fetch(ask(world))
    assert world.paths.count("/robots.txt") == 2
    assert len(memory.take_robots()) == 1


def test_a_source_of_ones_own_may_pass_over_robots_txt(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"/robots.txt": Page(body=b"User-agent: *\nDisallow: /"), "/": GOOD}
    got = fetcher(robots=Robots(Memory(), time.time)).fetch(ask(world, robots=False))
    assert got.outcome == "ok"


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_short_retry_after_is_waited_for(
    world: World, fetcher: Callable[..., HttpFetcher], form: str
) -> None:
    soon = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2), usegmt=True)  # noqa: TID251
    value = "1" if form == "seconds" else soon
    answers = iter([Page(status=429, headers={"retry-after": value}), GOOD])

    async def act(request: object, writer: object) -> None:
        page = next(answers)
        writer.write(page.answer(request))  # type: ignore[attr-defined,arg-type]

    world.pages = {"/": act}
    got = fetcher(tries=3).fetch(ask(world))
    assert got.outcome == "ok"
    assert world.requests[1].at - world.requests[0].at >= 0.9


@pytest.mark.parametrize(
    "value", ["3600", "Fri, 01 Jan 2100 00:00:00 GMT"], ids=["seconds", "date"]
)
def test_a_long_retry_after_is_left_to_the_next_run(
    world: World, fetcher: Callable[..., HttpFetcher], value: str
) -> None:
    world.pages = {"/": Page(status=503, headers={"retry-after": value})}
    got = fetcher(tries=3, patience=5.0).fetch(ask(world))
    assert (got.outcome, len(world.requests)) == ("unavailable", 1)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(
    world: World, fetcher: Callable[..., HttpFetcher], status: int
) -> None:
    world.pages = {"/": Page(status=status)}
    fetcher(tries=3).fetch(ask(world))
    assert len(world.requests) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 451])
def test_what_will_not_pass_is_not_tried_again(
    world: World, fetcher: Callable[..., HttpFetcher], status: int
) -> None:
    world.pages = {"/": Page(status=status)}
    fetcher(tries=3).fetch(ask(world))
    assert len(world.requests) == 1


def test_a_truncated_answer_is_tried_again(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"/": raw(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf")}
    got = fetcher(tries=2).fetch(ask(world))
    assert (got.outcome, len(world.requests)) == ("truncated", 2)


def test_the_servers_own_validators_are_sent_and_a_304_is_no_failure(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"/": GOOD}
    got = fetcher().fetch(ask(world, etag='"1"', last_modified="Sun, 01 Jun 2025 00:00:00 GMT"))
    assert (got.outcome, got.body) == ("not_modified", b"")
    assert world.requests[0].headers["if-modified-since"] == "Sun, 01 Jun 2025 00:00:00 GMT"


def test_validators_go_only_to_the_address_that_gave_them(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"/": Page(status=302, headers={"location": "/other"}), "/other": GOOD}
    got = fetcher().fetch(ask(world, etag='"1"'))
    assert got.outcome == "ok"
    assert "if-none-match" not in world.asked("/other")[0].headers


@pytest.mark.parametrize(
    ("chain", "moved"),
    [
        ((301,), "/1"),
        ((308, 301), "/2"),
        ((302,), None),
        ((307, 301), None),
        ((301, 302), "/1"),
        ((301, 302, 301), "/1"),
    ],
    ids=["301", "308 301", "302", "307 301", "301 302", "301 302 301"],
)
def test_only_what_moved_for_good_is_remembered(
    world: World, fetcher: Callable[..., HttpFetcher], chain: tuple[int, ...], moved: str | None
) -> None:
    world.pages = {
        f"/{n}": Page(status=status, headers={"location": f"/{n + 1}"})
        for n, status in enumerate(chain)
    }
    world.pages[f"/{len(chain)}"] = GOOD
    got = fetcher().fetch(ask(world, "/0"))
    assert got.outcome == "ok"
    assert got.header(MOVED) == (world.url(moved) if moved else None)


def test_we_say_who_we_are_and_ask_for_compression(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"/": Page(body=b"<p>small</p>" * 99, gzip=True)}
    got = fetcher().fetch(ask(world))
    assert got.body == b"<p>small</p>" * 99
    assert world.requests[0].headers["user-agent"] == "watcher/test (+mailto:a@example.org)"
    assert "br" in world.requests[0].headers["accept-encoding"]


def test_a_source_may_say_otherwise_who_we_are(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"/": GOOD}
    fetcher().fetch(ask(world, user_agent="Clippings of a council/1"))
    assert world.requests[0].headers["user-agent"] == "Clippings of a council/1"


def test_a_proxy_is_asked_instead_of_the_host(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"http://news.example/a": GOOD}
    one = fetcher(proxies=Proxies(http=world.url()), resolver=leads_to(world.host))
    mine = frozenset({"news.example"})
    got = one.fetch(Ask(url="http://news.example/a", allow_private=mine))
    assert (got.outcome, world.paths) == ("ok", ["http://news.example/a"])


def test_a_proxy_is_no_way_round_to_private_hosts(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    one = fetcher(proxies=Proxies(http=world.url()), resolver=leads_to("10.0.0.7"))
    got = one.fetch(Ask(url="http://inside.example/a"))
    assert (got.outcome, world.requests) == ("private_address", [])


@pytest.mark.parametrize(
    ("bypass", "used"),
    [
        ((), True),
        (("*",), False),
        (("example",), False),
        ((".news.example",), False),
        (("news.example:8080",), False),
        (("ws.example",), True),
        (("other.example",), True),
    ],
    ids=["none", "all", "domain", "dotted", "with port", "part of a name", "another"],
)
def test_no_proxy_is_heeded(bypass: tuple[str, ...], used: bool) -> None:  # noqa: FBT001
    proxies = Proxies(http="http://proxy.example:3128", bypass=bypass)
    assert (proxies.of("http", "news.example:8080") is not None) == used


def test_trying_again_says_nothing_by_itself(
    world: World, fetcher: Callable[..., HttpFetcher], caplog: pytest.LogCaptureFixture
) -> None:
    world.pages = {"/": Page(status=503)}
    fetcher(tries=2).fetch(ask(world))
    assert (len(world.requests), caplog.records) == (2, [])
