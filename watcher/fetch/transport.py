"""Connections: one a host, to addresses that were checked, never longer than they may take."""

from __future__ import annotations

import ssl
import threading
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

from watcher.fetch.address import GuardedBackend, PrivateAddressError, UnknownHostError
from watcher.fetch.asking import host_of
from watcher.fetch.outcomes import FetchOutcome
from watcher.model.document import Fetched

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.fetch.address import Resolver
    from watcher.fetch.asking import HttpPolicy

_KEEP_ALIVE = 30.0


class Deadline:
    """The moment at which the request that a connection is busy with must be done."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.at = float("inf")

    def cut(self, timeout: float | None) -> float:
        """Shorten a timeout to what is left.

        Raises:
            httpcore.ReadTimeout: when nothing is left.
        """
        left = self.at - self._now()
        if left <= 0:
            raise httpcore.ReadTimeout("out of time")
        return left if timeout is None else min(timeout, left)

    @property
    def passed(self) -> bool:
        """Whether the time is over."""
        return self._now() >= self.at


class _TimedStream(httpcore.NetworkStream):
    """A stream on which every wait ends at the deadline, however slowly bytes drip."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.cut(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.cut(timeout)
        secured = self._inner.start_tls(ssl_context, server_hostname, left)
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _TimedBackend(GuardedBackend):
    def __init__(self, resolver: Resolver, deadline: Deadline, *, allow_private: bool) -> None:
        super().__init__(resolver, allow_private=allow_private)
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.cut(timeout)
        inner = super().connect_tcp(host, port, left, local_address, socket_options)
        return _TimedStream(inner, self._deadline)


class Line:
    """The connection to one host."""

    def __init__(self, transport: httpx.BaseTransport, deadline: Deadline) -> None:
        self._transport = transport
        self.deadline = deadline

    def send(self, request: httpx.Request) -> httpx.Response:
        """Send one request; the body of the answer is read later."""
        return self._transport.handle_request(request)

    def close(self) -> None:
        """Close it."""
        self._transport.close()


class Lines:
    """One line for each host that is asked, sharing one set of certificates."""

    def __init__(
        self,
        policy: HttpPolicy,
        now: Callable[[], float],
        resolver: Resolver,
        given: httpx.BaseTransport | None = None,
    ) -> None:
        self._policy = policy
        self._now = now
        self._resolver = resolver
        self._given = given
        self._lock = threading.Lock()
        self._context: ssl.SSLContext | None = None
        self._lines: dict[tuple[str, str, bool], Line] = {}

    def to(self, url: str, *, allow_private: bool) -> Line:
        """Give the line to an address's host."""
        scheme = url.split(":", 1)[0].lower()
        key = (scheme, host_of(url), allow_private)
        with self._lock:
            line = self._lines.get(key)
            if line is None:
                line = self._lines[key] = self._open(key)
            return line

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for line in self._lines.values():
                line.close()
            self._lines.clear()

    def _open(self, key: tuple[str, str, bool]) -> Line:
        scheme, host, allow_private = key
        deadline = Deadline(self._now)
        if self._given is not None:
            return Line(self._given, deadline)
        transport = httpx.HTTPTransport(verify=self._certificates(scheme), trust_env=False)
        # httpx has no door for a network backend: its pool is replaced by one that checks.
        transport._pool = self._pool(scheme, host, deadline, allow_private)  # noqa: SLF001
        return Line(transport, deadline)

    def _pool(self, *key: Any) -> httpcore.ConnectionPool:
        scheme, host, deadline, allow_private = key
        proxy = self._policy.proxies.of(scheme, host)
        options: dict[str, Any] = {
            "ssl_context": self._certificates(scheme),
            "max_connections": 1,
            "max_keepalive_connections": 1,
            "keepalive_expiry": _KEEP_ALIVE,
        }
        if proxy is None:
            backend = _TimedBackend(self._resolver, deadline, allow_private=allow_private)
            return httpcore.ConnectionPool(network_backend=backend, **options)
        # The proxy itself is the user's own choice; it alone can look up what it is asked for.
        backend = _TimedBackend(self._resolver, deadline, allow_private=True)
        address = httpx.URL(proxy)
        options["proxy_auth"] = (address.username, address.password) if address.username else None
        bare = str(address.copy_with(username=None, password=None))
        return httpcore.HTTPProxy(bare, network_backend=backend, **options)

    def _certificates(self, scheme: str) -> ssl.SSLContext:
        """Give the trusted certificates, loaded once; for plain HTTP none, so it trusts nobody."""
        if scheme != "https":
            return _NOBODY
        if self._context is None:
            self._context = httpx.create_ssl_context()
        return self._context


_NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def named_failure(url: str, error: Exception, *, out_of_time: bool = False) -> Fetched:
    """Name the end of a request that got no answer, or not all of it."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, PrivateAddressError):
            return Fetched(url=url, outcome=FetchOutcome.PRIVATE_ADDRESS, detail=str(cause))
        if isinstance(cause, UnknownHostError):
            return Fetched(url=url, outcome=FetchOutcome.DNS, detail=str(cause))
        if isinstance(cause, ssl.SSLError):
            return Fetched(url=url, outcome=FetchOutcome.TLS, detail=_certificate_words(cause))
        cause = cause.__cause__ or cause.__context__
    outcome = FetchOutcome.TOO_SLOW if out_of_time else _named(error)
    return Fetched(url=url, outcome=outcome, detail=str(error) or type(error).__name__)


def _certificate_words(error: ssl.SSLError) -> str:
    words = getattr(error, "verify_message", "") or error.reason or str(error)
    return f"certificate: {words}" if isinstance(error, ssl.SSLCertVerificationError) else words


_NAMES: tuple[tuple[type[Exception], FetchOutcome], ...] = (
    (httpx.TimeoutException, FetchOutcome.TIMEOUT),
    (httpx.ConnectError, FetchOutcome.REFUSED),
    (httpx.ProxyError, FetchOutcome.REFUSED),
    (httpx.NetworkError, FetchOutcome.RESET),
    (httpx.InvalidURL, FetchOutcome.BAD_URL),
    (httpx.UnsupportedProtocol, FetchOutcome.BAD_URL),
)


def _named(error: Exception) -> FetchOutcome:
    for kind, outcome in _NAMES:
        if isinstance(error, kind):
            return outcome
    words = str(error).lower()
    if "incomplete" in words or "without sending complete" in words:
        return FetchOutcome.TRUNCATED
    if isinstance(error, httpx.RemoteProtocolError) and "disconnected" in words:
        return FetchOutcome.RESET
    return FetchOutcome.BAD_RESPONSE
