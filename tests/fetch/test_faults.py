"""The fault table: each row a real server doing it, each end named, nobody else harmed."""

from __future__ import annotations

import datetime as dt
import gzip
import socket
import time
from typing import TYPE_CHECKING

import brotli
import pytest

from tests.world.certificates import Authority
from tests.world.server import Page, World, endless, raw
from watcher.fetch.http import Ask

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from watcher.fetch.http import HttpFetcher

OK = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n"
GOOD = Page(body=b"<p>good</p>", etag='"1"')
ZEROS = b"\0" * 60_000_000


def redirect(status: int, to: str) -> Page:
    return Page(status=status, headers={"location": to})


FAULTS = {
    "reset mid-body": (raw(OK + b"content-length: 99\r\n\r\nhalf", abort=True), "reset"),
    "reset before a byte": (raw(abort=True), "reset"),
    "truncated": (raw(OK + b"content-length: 99\r\n\r\nhalf"), "truncated"),
    "truncated chunks": (raw(OK + b"transfer-encoding: chunked\r\n\r\n5\r\nhal"), "truncated"),
    "slow first byte": (raw(b"", b"late", pause=2), "timeout"),
    "slow drip": (endless(b"x", pause=0.1), "too_slow"),
    "slow drip of headers": (endless(b"x: y\r\n", 0.1, b"HTTP/1.1 200 OK\r\n"), "too_slow"),
    "endless": (endless(b"x" * 10_000), "too_large"),
    "stated too large": (raw(OK + b"content-length: 999999999\r\n\r\n"), "too_large"),
    "gzip bomb": (
        Page(body=gzip.compress(ZEROS), headers={"content-encoding": "gzip"}),
        "bomb",
    ),
    "brotli bomb": (
        Page(body=brotli.compress(ZEROS), headers={"content-encoding": "br"}),
        "bomb",
    ),
    "bad gzip": (
        Page(body=b"no gzip at all", headers={"content-encoding": "gzip"}),
        "bad_encoding",
    ),
    "cut gzip": (
        Page(body=gzip.compress(b"words " * 999)[:-9], headers={"content-encoding": "gzip"}),
        "truncated",
    ),
    "unknown coding": (Page(body=b"x", headers={"content-encoding": "zstd"}), "bad_encoding"),
    "wrong length": (raw(OK + b"content-length: abc\r\n\r\nbody"), "bad_response"),
    "no HTTP": (raw(b"220 mail.example.org ESMTP\r\n\r\n"), "bad_response"),
    "empty 200": (Page(), "empty"),
    "301 loop": (redirect(301, "/fault"), "redirect_loop"),
    "302 loop": (redirect(302, "/fault"), "redirect_loop"),
    "307 loop": (redirect(307, "/fault"), "redirect_loop"),
    "308 loop": (redirect(308, "/fault"), "redirect_loop"),
    "redirect to nowhere": (redirect(302, ""), "bad_redirect"),
    "redirect to a file": (redirect(302, "file:///etc/passwd"), "bad_redirect"),
    "redirect to credentials": (redirect(302, "http://a:b@127.0.0.1/"), "bad_redirect"),
    "redirect to a private host": (redirect(302, "http://10.0.0.1/"), "private_address"),
    "redirect to link-local": (redirect(302, "http://169.254.169.254/x"), "private_address"),
    "304 without cache": (Page(status=304), "bad_response"),
    "401": (Page(status=401), "unauthorized"),
    "403": (Page(status=403), "forbidden"),
    "404": (Page(status=404), "not_found"),
    "410": (Page(status=410), "gone"),
    "418": (Page(status=418), "client_error"),
    "429": (Page(status=429), "rate_limited"),
    "500": (Page(status=500), "server_error"),
    "503": (Page(status=503), "unavailable"),
    "600": (raw(b"HTTP/1.1 600 Odd\r\ncontent-length: 0\r\n\r\n"), "unexpected_status"),
}


@pytest.mark.parametrize(("page", "outcome"), FAULTS.values(), ids=FAULTS)
def test_every_fault_ends_in_its_name_in_bounded_time_and_harms_no_other(
    world: World, fetcher: Callable[..., HttpFetcher], page: Page, outcome: str
) -> None:
    world.pages = {"/fault": page, "/good": GOOD}
    one = fetcher()
    began = time.monotonic()
    bad = one.fetch(Ask(url=world.url("/fault"), allow_private=True))
    took = time.monotonic() - began
    good = one.fetch(Ask(url=world.url("/good"), allow_private=True))
    assert bad.outcome == outcome
    assert bad.body == b""
    assert took < 3
    assert (good.outcome, good.body) == ("ok", b"<p>good</p>")


def test_a_refused_connection_is_named(fetcher: Callable[..., HttpFetcher]) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        port = holder.getsockname()[1]
        got = fetcher().fetch(Ask(url=f"http://127.0.0.1:{port}/", allow_private=True))
    assert got.outcome == "refused"


def test_an_unknown_host_is_named(fetcher: Callable[..., HttpFetcher]) -> None:
    def nobody(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(-2, f"{host}:{port} not known")

    got = fetcher(resolver=nobody).fetch(Ask(url="http://nowhere.example/"))
    assert got.outcome == "dns"


@pytest.mark.parametrize(
    ("host", "days", "words"),
    [("localhost", -1, "expired"), ("elsewhere.example", 30, "not valid for")],
    ids=["expired", "wrong host"],
)
def test_a_bad_certificate_is_named(  # noqa: PLR0913, PLR0917
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fetcher: Callable[..., HttpFetcher],
    host: str,
    days: int,
    words: str,
) -> None:
    authority = Authority()
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.write(tmp_path)))
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    context = authority.server(tmp_path, host, dt.timedelta(days=days))
    with World(context, host="localhost") as world:
        world.pages["/"] = GOOD
        got = fetcher().fetch(Ask(url=world.url("/"), allow_private=True))
    assert got.outcome == "tls"
    assert words in got.detail or "mismatch" in got.detail


def test_a_good_certificate_of_the_environments_authority_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fetcher: Callable[..., HttpFetcher]
) -> None:
    authority = Authority()
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.write(tmp_path)))
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    context = authority.server(tmp_path, "localhost", dt.timedelta(days=30))
    with World(context, host="localhost") as world:
        world.pages["/"] = GOOD
        got = fetcher().fetch(Ask(url=world.url("/"), allow_private=True))
    assert got.outcome == "ok"
