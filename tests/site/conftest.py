"""A site built from the packaged baseline and the seeds, and a real browser to look at it."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from watcher.cli import cli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

CONFIG = """
[watcher]
database = "watcher.db"
max_age = "none"
hold_above = 0
baseline = "none"

[[source]]
name = "seeds"
type = "file"
path = "{seeds}"

[source.documents."000_e49258c59d1d8ef9.txt"]
published = 2009-08-20

[source.documents."001_58d747f01088c2e3.txt"]
published = 2013-10-15

[source.documents."004_3dafbde2ba55b338.txt"]
published = 2021-12-16
"""


def run(*args: str, code: int = 0) -> str:
    """Run a command and give its stdout."""
    result = CliRunner().invoke(cli, list(args), catch_exceptions=False, standalone_mode=False)
    assert result.return_value in {code, None}, result.output
    return result.stdout


@pytest.fixture(scope="session")
def watched(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """Give the configuration of a watch that has been over the seeds once."""
    config = tmp_path_factory.mktemp("watch") / "config.toml"
    config.write_text(CONFIG.format(seeds=seeds), encoding="utf-8")
    watch(config)
    return config


def watch(config: Path) -> None:
    """Take the seeds in while nothing is known, then what is known of today."""
    run("check", "--config", str(config))
    run("import", "packaged", "--config", str(config))


@pytest.fixture(scope="session")
def site(watched: Path) -> Path:
    """Give a built site."""
    folder = watched.parent / "site"
    run("site", str(folder), "--config", str(watched), "--base-url", "https://example.org/watch")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


class Watched:
    """A page of the site in the browser, and everything that it complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on(
            "console", lambda message: self.complaints.append(f"{message.type}: {message.text}")
        )
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        page.on("response", self._answered)

    def _answered(self, response: object) -> None:
        status, url = getattr(response, "status", 0), getattr(response, "url", "")
        if status >= 400:
            self.complaints.append(f"{status}: {url}")


@pytest.fixture
def opened(browser: Browser) -> Iterator[Watched]:
    """Give an empty tab of a wide window; nothing may be complained of in it."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, locale="en-GB")
    tab = Watched(context.new_page())
    yield tab
    context.close()
    assert tab.complaints == []


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Give the address of the site on a plain web server."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()
