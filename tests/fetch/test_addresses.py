"""Which addresses may be asked, also after redirects and tricks with names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.world.server import Page, World, leads_to
from watcher.fetch.address import is_public, usable_url
from watcher.fetch.http import Ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.fetch.http import HttpFetcher

GOOD = Page(body=b"<p>secret</p>")

PRIVATE = [
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",  # noqa: S104
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    "not an address",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_of_the_open_internet_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700::1111"])
def test_what_is_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org/",
        "data:text/html,x",
        "javascript:alert(1)",
        "http://",
        "http://user@example.org/",
        "http://user:pass@example.org/",
        "//example.org/",
        "http://[::1/",
        "http://example.org:99999/",
        "",
    ],
)
def test_other_schemes_and_credentials_are_no_addresses(url: str) -> None:
    assert not usable_url(url)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "127.1"]
)
def test_a_link_to_loopback_in_any_spelling_is_not_asked(
    world: World, fetcher: Callable[..., HttpFetcher], host: str
) -> None:
    world.pages = {"/": GOOD}
    got = fetcher().fetch(Ask(url=f"http://{host}:{world.port}/"))
    assert got.outcome in {"private_address", "dns", "bad_url"}
    assert world.requests == []


def test_a_redirect_to_a_private_host_is_not_followed(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    with World() as inside:
        inside.pages = {"/": GOOD}
        world.pages = {"/": Page(status=302, headers={"location": inside.url("/")})}
        got = fetcher().fetch(Ask(url=world.url("/"), allow_private=True))
        assert (got.outcome, inside.requests) == ("private_address", [])


def test_a_name_is_resolved_once_and_the_checked_address_is_the_one_asked(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"/": GOOD}
    answers = iter([("93.184.216.34",), ("127.0.0.1",)])
    asked: list[str] = []

    def changing(host: str, port: int) -> tuple[str, ...]:
        asked.append(f"{host}:{port}")
        return next(answers)

    one = fetcher(resolver=changing, connect_timeout=0.2)
    got = one.fetch(Ask(url=f"http://rebind.example:{world.port}/"))
    assert got.outcome in {"refused", "timeout"}
    assert (len(asked), world.requests) == (1, [])


def test_a_name_that_has_one_private_address_among_others_is_refused(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    one = fetcher(resolver=leads_to("93.184.216.34", "127.0.0.1"))
    got = one.fetch(Ask(url=f"http://mixed.example:{world.port}/"))
    assert (got.outcome, world.requests) == ("private_address", [])


def test_named_hosts_only_are_allowed_to_be_private(
    world: World, fetcher: Callable[..., HttpFetcher]
) -> None:
    world.pages = {"/": GOOD}
    mine = frozenset({f"127.0.0.1:{world.port}"})
    one = fetcher()
    assert one.fetch(Ask(url=world.url("/"), allow_private=mine)).outcome == "ok"
    other = frozenset({f"127.0.0.1:{world.port + 1}"})
    assert one.fetch(Ask(url=world.url("/"), allow_private=other)).outcome == "private_address"
