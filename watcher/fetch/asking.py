"""What is asked of the web, how politely, and with what clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from watcher.model.document import Fetched

MOVED = "x-watcher-moved-to"
"""A header of our own: where the address has moved for good."""


class Timing(Protocol):
    """The clock and the pause, so that tests need neither."""

    def now(self) -> float:
        """Give seconds of a clock that never goes back."""
        ...

    def wall(self) -> float:
        """Give seconds since 1970, to read dates in headers against."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait."""
        ...

    def jitter(self) -> float:
        """Give a number between 0 and 1."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxies:
    """The proxies that the environment names, by the scheme of what is asked.

    `bypass` lists hosts that are asked directly, as `NO_PROXY` does.
    """

    http: str | None = None
    https: str | None = None
    bypass: tuple[str, ...] = ()

    def of(self, scheme: str, host: str) -> str | None:
        """Give the proxy for a host (with or without its port), None when there is none."""
        proxy = self.https if scheme == "https" else self.http
        if proxy is None or not proxy.startswith(("http://", "https://")):
            return None
        name = host.lower().rsplit(":", 1)[0] if host.count(":") == 1 else host.lower()
        for entry in self.bypass:
            bare = entry.strip().lower().removeprefix("*").removeprefix(".")
            if entry.strip() == "*" or (bare and (name == bare or name.endswith("." + bare))):
                return None
            if host.lower() == bare:
                return None
        return proxy


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpPolicy:
    """How politely and how patiently to ask. Times in seconds, sizes in bytes.

    `patience` is the longest Retry-After that is waited for; a longer one is left to the next
    run. `pause` is the first wait before another try; it doubles.
    """

    user_agent: str
    connect_timeout: float = 5.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    max_bytes: int = 10 * 1024 * 1024
    gap: float = 2.0
    max_crawl_delay: float = 30.0
    tries: int = 3
    pause: float = 2.0
    patience: float = 900.0
    hosts_at_once: int = 4
    robots: bool = True
    proxies: Proxies = Proxies()


def host_of(url: str) -> str:
    """Give host and port of an address, in lower case, without a port that goes without saying."""
    parts = urlsplit(url)
    netloc = parts.netloc.lower().rsplit("@", 1)[-1]
    return netloc.removesuffix({"http": ":80", "https": ":443"}.get(parts.scheme, ":"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing to fetch, with the validators of last time.

    `validators_for` is the address whose answer the validators belong to, when that is another
    than `url`. `allow_private` names hosts (`host:port`, lower case) that may be private: True
    means that of `url` itself, and never one that it redirects to.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    validators_for: str | None = None
    user_agent: str | None = None
    allow_private: bool | frozenset[str] = False
    max_bytes: int | None = None
    total_timeout: float | None = None
    robots: bool = True

    def may_be_private(self, url: str) -> bool:
        """Tell whether the host of an address that this leads to may be a private one."""
        if isinstance(self.allow_private, bool):
            return self.allow_private and host_of(url) == host_of(self.url)
        return host_of(url) in self.allow_private

    @property
    def conditional(self) -> bool:
        """Whether `not_modified` is an answer to it."""
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsAnswer:
    """What a host's robots.txt says to us.

    `outcome` names the end of a fetch that is not allowed: `robots`, or what went wrong when
    robots.txt itself was asked for.
    """

    allowed: bool
    delay: float = 0.0
    outcome: str = "robots"
    detail: str = ""


class RobotsRules(Protocol):
    """Answer whether a URL may be asked (see `watcher.fetch.robots`)."""

    def answer(self, url: str, user_agent: str, get: Callable[[str], Fetched]) -> RobotsAnswer:
        """Answer for one URL; `get` fetches robots.txt when it is not known yet."""
        ...


class Fetcher(Protocol):
    """Fetch over the web."""

    def fetch(self, ask: Ask) -> Fetched:
        """Fetch one thing; every end has a name."""
        ...

    def fetch_many(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Fetched]]:
        """Fetch many things, hosts side by side; give each answer as soon as it is there."""
        ...


def retry_after(fetched: Fetched, wall: float) -> float | None:
    """Read Retry-After (seconds or a date) as seconds from now, None when there is none."""
    value = (fetched.header("retry-after") or "").strip()
    if value.isdecimal():
        return float(value)
    if not value:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return max(parsedate_to_datetime(value).timestamp() - wall, 0.0)
    except (ValueError, TypeError, OverflowError):
        return None
