"""One polite HTTP client: every fetch ends in a named outcome, never in an exception.

A fetch goes: address checked -> robots.txt asked -> the host's turn awaited -> request, with
the validators of last time -> redirects followed by hand, each hop checked anew -> body read up
to its limits -> retried where that helps.
"""

from __future__ import annotations

import ssl
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from watcher.fetch.address import (
    GuardedBackend,
    PrivateAddressError,
    Resolver,
    UnknownHostError,
    is_public,
    system_resolver,
    usable_url,
)
from watcher.fetch.body import BodyError, read_body
from watcher.fetch.outcomes import TRANSIENT, FetchOutcome, outcome_of_status
from watcher.model.document import Fetched

if TYPE_CHECKING:
    from collections.abc import Callable

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
MAX_HOPS = 8

_PATIENCE_FOR_RETRY_AFTER = 900.0
"""Seconds: a longer Retry-After is left to the next run."""


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
class HttpPolicy:
    """How politely and how patiently to ask. Times in seconds, sizes in bytes."""

    user_agent: str
    connect_timeout: float = 5.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    max_bytes: int = 10 * 1024 * 1024
    gap: float = 2.0
    max_crawl_delay: float = 30.0
    tries: int = 3
    hosts_at_once: int = 4
    robots: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing to fetch, with the validators of last time."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    user_agent: str | None = None
    allow_private: bool = False
    max_bytes: int | None = None
    total_timeout: float | None = None
    robots: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsAnswer:
    """What a host's robots.txt says to us."""

    allowed: bool
    delay: float = 0.0


class RobotsRules(Protocol):
    """Answer whether a URL may be asked (see `watcher.fetch.robots`)."""

    def answer(self, url: str, user_agent: str, get: Callable[[str], Fetched]) -> RobotsAnswer:
        """Answer for one URL; `get` fetches robots.txt when it is not known yet."""
        ...


@dataclass(slots=True)
class _Turn:
    """Whose turn it is at one host."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    delay: float = 0.0


def _no_chunks_left(error: Exception) -> FetchOutcome:
    """Name the end of a body that broke off."""
    if isinstance(error, httpx.ReadTimeout):
        return FetchOutcome.TIMEOUT
    text = str(error).lower()
    if "incomplete" in text or "without sending complete" in text:
        return FetchOutcome.TRUNCATED
    return FetchOutcome.RESET


class HttpFetcher:
    """Fetch over HTTP; safe to call from several threads, one request a host at a time."""

    def __init__(
        self,
        policy: HttpPolicy,
        timing: Timing,
        *,
        robots: RobotsRules | None = None,
        resolver: Resolver = system_resolver,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.policy = policy
        self._timing = timing
        self._robots = robots
        self._resolver = resolver
        self._given = transport
        self._guard = threading.Lock()
        self._turns: dict[str, _Turn] = {}
        self._transports: dict[tuple[str, bool], httpx.BaseTransport] = {}
        self._context: ssl.SSLContext | None = None

    def fetch(self, ask: Ask) -> Fetched:
        """Fetch one URL; try again, with growing pauses, where the failure may pass."""
        for attempt in range(1, self.policy.tries + 1):
            fetched = self._once(ask)
            pause = self._pause_after(fetched, attempt)
            if pause is None:
                return fetched
            self._timing.sleep(pause)
        return self._once(ask)

    def close(self) -> None:
        """Close every connection."""
        with self._guard:
            for transport in self._transports.values():
                transport.close()
            self._transports.clear()

    def _pause_after(self, fetched: Fetched, attempt: int) -> float | None:
        """Give the seconds to wait before the next try, None when there is none."""
        if FetchOutcome(fetched.outcome) not in TRANSIENT or attempt >= self.policy.tries:
            return None
        asked = retry_after(fetched, self._timing.wall())
        if asked is not None:
            return asked if asked <= _PATIENCE_FOR_RETRY_AFTER and attempt == 1 else None
        return min(2.0 * 2.0 ** (attempt - 1) + self._timing.jitter(), 60.0)

    def _once(self, ask: Ask) -> Fetched:
        """Follow one URL to its end."""
        deadline = self._timing.now() + (ask.total_timeout or self.policy.total_timeout)
        seen: set[str] = set()
        permanent: str | None = None
        hop = ask
        while True:
            fetched = self._hop(hop, deadline)
            target = fetched.header("location") if fetched.status in REDIRECTS else None
            if target is None:
                return _with_permanent(fetched, permanent)
            seen.add(hop.url)
            url = urljoin(hop.url, target)
            problem = _bad_hop(hop.url, url, seen)
            if problem is not None:
                return replace(fetched, outcome=problem, detail=f"leads to {url}", body=b"")
            if fetched.status in PERMANENT and (permanent is not None or hop is ask):
                permanent = url
            elif fetched.status not in PERMANENT and hop is ask:
                permanent = None
            hop = replace(hop, url=url)

    def _hop(self, ask: Ask, deadline: float) -> Fetched:
        """Ask one URL once, in its host's turn."""
        if not usable_url(ask.url):
            return Fetched(url=ask.url, outcome=FetchOutcome.BAD_URL)
        host = urlsplit(ask.url).netloc.lower()
        turn = self._turn(host)
        with turn.lock:
            allowed = self._ask_robots(ask, turn)
            if allowed is not None:
                return allowed
            wait = turn.free_at - self._timing.now()
            if wait > 0:
                self._timing.sleep(wait)
                deadline += wait
            fetched = self._request(ask, deadline)
            turn.free_at = self._timing.now() + max(self.policy.gap, turn.delay)
            return fetched

    def _ask_robots(self, ask: Ask, turn: _Turn) -> Fetched | None:
        """Give a refusal when robots.txt refuses, None when the way is free."""
        if self._robots is None or not self.policy.robots or not ask.robots:
            return None
        agent = ask.user_agent or self.policy.user_agent

        def get(url: str) -> Fetched:
            plain = Ask(url=url, user_agent=agent, allow_private=ask.allow_private, robots=False)
            deadline = self._timing.now() + self.policy.total_timeout
            return self._request(plain, deadline)

        answer = self._robots.answer(ask.url, agent, get)
        turn.delay = min(answer.delay, self.policy.max_crawl_delay)
        return None if answer.allowed else Fetched(url=ask.url, outcome=FetchOutcome.ROBOTS)

    def _turn(self, host: str) -> _Turn:
        with self._guard:
            return self._turns.setdefault(host, _Turn())

    def _transport(self, host: str, *, allow_private: bool) -> httpx.BaseTransport:
        if self._given is not None:
            return self._given
        with self._guard:
            key = (host, allow_private)
            found = self._transports.get(key)
            if found is None:
                found = self._transports[key] = self._new_transport(host, allow_private)
            return found

    def _new_transport(self, host: str, allow_private: bool) -> httpx.BaseTransport:  # noqa: FBT001
        if self._context is None:
            self._context = httpx.create_ssl_context()
        proxy = _proxy_for(host)
        transport = httpx.HTTPTransport(verify=self._context, proxy=proxy)
        if proxy is None:
            # httpx has no door for a network backend; its pool is replaced by one that checks.
            transport._pool = httpcore.ConnectionPool(  # noqa: SLF001
                ssl_context=self._context,
                max_connections=1,
                max_keepalive_connections=1,
                keepalive_expiry=30.0,
                network_backend=GuardedBackend(self._resolver, allow_private=allow_private),
            )
        return transport

    def _request(self, ask: Ask, deadline: float) -> Fetched:
        """Send one request and read its answer, without redirects."""
        host = urlsplit(ask.url).netloc.lower()
        literal = (urlsplit(ask.url).hostname or "").strip("[]")
        if _is_address(literal) and not ask.allow_private and not is_public(literal):
            return Fetched(url=ask.url, outcome=FetchOutcome.PRIVATE_ADDRESS, detail=literal)
        transport = self._transport(host, allow_private=ask.allow_private)
        try:
            request = self._build(ask)
            response = transport.handle_request(request)
        except Exception as error:  # noqa: BLE001  (every failure of a transport is an outcome)
            return _failed(ask.url, error)
        try:
            return self._read(ask, response, deadline)
        finally:
            response.close()

    def _build(self, ask: Ask) -> httpx.Request:
        headers = {
            "user-agent": ask.user_agent or self.policy.user_agent,
            "accept": "*/*",
            "accept-encoding": "gzip, deflate, br",
        }
        if ask.etag:
            headers["if-none-match"] = ask.etag
        if ask.last_modified:
            headers["if-modified-since"] = ask.last_modified
        timeout = {
            "connect": self.policy.connect_timeout,
            "read": self.policy.read_timeout,
            "write": self.policy.read_timeout,
            "pool": self.policy.connect_timeout,
        }
        return httpx.Request("GET", ask.url, headers=headers, extensions={"timeout": timeout})

    def _read(self, ask: Ask, response: httpx.Response, deadline: float) -> Fetched:
        headers = tuple((key.lower(), value) for key, value in response.headers.items())
        fetched = Fetched(
            url=ask.url,
            outcome=outcome_of_status(response.status_code),
            status=response.status_code,
            headers=headers,
        )
        if response.status_code in REDIRECTS and "location" not in response.headers:
            return replace(fetched, outcome=FetchOutcome.BAD_REDIRECT)
        if fetched.outcome != FetchOutcome.OK:
            return fetched
        return self._read_body(ask, response, fetched, deadline)

    def _read_body(
        self, ask: Ask, response: httpx.Response, fetched: Fetched, deadline: float
    ) -> Fetched:
        limit = ask.max_bytes or self.policy.max_bytes
        stated = response.headers.get("content-length", "")
        if stated.isdecimal() and int(stated) > limit:
            return replace(fetched, outcome=FetchOutcome.TOO_LARGE, detail=f"{stated} bytes")
        coding = response.headers.get("content-encoding", "")
        try:
            body = read_body(
                response.iter_raw(),
                coding,
                limit=limit,
                in_time=lambda: self._timing.now() < deadline,
            )
        except BodyError as error:
            return replace(fetched, outcome=error.outcome, detail=error.detail)
        except httpx.TransportError as error:
            return replace(fetched, outcome=_no_chunks_left(error), detail=str(error))
        return replace(fetched, body=body, outcome=fetched.outcome if body else FetchOutcome.EMPTY)


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


def _bad_hop(origin: str, target: str, seen: set[str]) -> FetchOutcome | None:
    if target in seen or len(seen) >= MAX_HOPS:
        return FetchOutcome.REDIRECT_LOOP
    if not usable_url(target):
        return FetchOutcome.BAD_REDIRECT
    if origin.startswith("https:") and target.startswith("http:"):
        return FetchOutcome.BAD_REDIRECT
    return None


def _with_permanent(fetched: Fetched, permanent: str | None) -> Fetched:
    """Note where the address has moved for good, as a header of our own."""
    if permanent is None:
        return fetched
    return replace(fetched, headers=(*fetched.headers, ("x-moved-permanently", permanent)))


def _is_address(text: str) -> bool:
    import ipaddress

    try:
        ipaddress.ip_address(text.split("%", 1)[0])
    except ValueError:
        return False
    return True


def _proxy_for(host: str) -> str | None:
    """Give the proxy that the environment names for a host, None when there is none."""
    from urllib.request import getproxies, proxy_bypass  # noqa: TID251  (environment, not fetching)

    if proxy_bypass(host.rsplit(":", 1)[0]):
        return None
    proxies = getproxies()
    return proxies.get("https") or proxies.get("http")


def _failed(url: str, error: Exception) -> Fetched:
    """Name the end of a request that got no answer."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, PrivateAddressError):
            return Fetched(url=url, outcome=FetchOutcome.PRIVATE_ADDRESS, detail=str(cause))
        if isinstance(cause, UnknownHostError):
            return Fetched(url=url, outcome=FetchOutcome.DNS, detail=str(cause))
        if isinstance(cause, ssl.SSLError):
            return Fetched(url=url, outcome=FetchOutcome.TLS, detail=str(cause))
        cause = cause.__cause__ or cause.__context__
    return Fetched(url=url, outcome=_named(error), detail=str(error) or type(error).__name__)


def _named(error: Exception) -> FetchOutcome:
    if isinstance(error, httpx.TimeoutException):
        return FetchOutcome.TIMEOUT
    if isinstance(error, httpx.ConnectError):
        return FetchOutcome.REFUSED
    if isinstance(error, httpx.RemoteProtocolError | httpx.LocalProtocolError):
        broken_off = "disconnected" in str(error).lower()
        return FetchOutcome.RESET if broken_off else FetchOutcome.BAD_RESPONSE
    if isinstance(error, httpx.NetworkError):
        return FetchOutcome.RESET
    bad_url = isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol)
    return FetchOutcome.BAD_URL if bad_url else FetchOutcome.BAD_RESPONSE
