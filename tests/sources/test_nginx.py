"""The whole way against a real web server: validators, gzip, redirects, TLS, byte for byte."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.world.certificates import Authority
from tests.world.nginx import nginx
from tests.world.pages import fall, item, rss

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.sources.conftest import Watch

HERE = {"type": "feed", "allow_private": True}


@pytest.fixture
def www(tmp_path: Path) -> Path:
    if shutil.which("nginx") is None and not shutil.which("/usr/sbin/nginx"):
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    folder = tmp_path / "www"
    folder.mkdir()
    return folder


def test_an_unchanged_feed_costs_a_304_and_a_changed_one_is_read(
    tmp_path: Path, www: Path, watch: Callable[..., Watch]
) -> None:
    with nginx(tmp_path) as (plain, _):
        (www / "feed.xml").write_bytes(rss(item("Leeds", f"{plain}/a.html")).body)
        (www / "a.html").write_bytes(fall("Leeds").body)
        (www / "b.html").write_bytes(fall("York").body)
        one = watch(url=f"{plain}/feed.xml", **HERE)
        assert len(one.one().alerts) == 1
        one.later(hours=1)
        assert one.one().status == "not_modified"
        more = rss(item("Leeds", f"{plain}/a.html"), item("York", f"{plain}/b.html")).body
        (www / "feed.xml").write_bytes(more)
        one.later(hours=1)
        assert [alert.council.name for alert in one.one().alerts] == ["York"]
    log = (tmp_path / "access.log").read_text()
    assert '"GET /feed.xml HTTP/1.1" 304' in log
    assert log.count("GET /a.html") == 1


def test_a_redirect_for_good_is_asked_once(
    tmp_path: Path, www: Path, watch: Callable[..., Watch]
) -> None:
    (www / "feed.xml").write_bytes(rss().body)
    with nginx(tmp_path) as (plain, _):
        one = watch(url=f"{plain}/old.xml", **HERE)
        one.one()
        one.later(hours=1)
        assert one.one().status == "not_modified"
    assert (tmp_path / "access.log").read_text().count("GET /old.xml") == 1


def test_a_server_that_refuses_is_named(
    tmp_path: Path, www: Path, watch: Callable[..., Watch]
) -> None:
    assert www.is_dir()
    with nginx(tmp_path) as (plain, _):
        report = watch(url=f"{plain}/closed.xml", **HERE).one()
    assert "forbidden (HTTP 403)" in (report.error or "")


def test_tls_is_trusted_by_the_environments_authority_only(
    tmp_path: Path, www: Path, watch: Callable[..., Watch], monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority()
    authority.server(tmp_path, "localhost", dt.timedelta(days=9))
    (www / "feed.xml").write_bytes(rss().body)
    with nginx(tmp_path, tls=True) as (_, secure):
        one = watch(url=f"{secure}/feed.xml", **HERE)
        refused = one.one()
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.write(tmp_path)))
        monkeypatch.delenv("SSL_CERT_DIR", raising=False)
        one.later(hours=1)
        trusted = one.one()
    assert "tls" in (refused.error or "")
    assert trusted.status == "ok"
