"""Which hosts may be asked: public ones, and private ones only where the user says so."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import httpcore

if TYPE_CHECKING:
    from collections.abc import Iterable


MOST_ADDRESSES = 4
"""No more addresses of one name are tried."""


class PrivateAddressError(httpcore.ConnectError):
    """The name leads to an address that may not be asked."""


class UnknownHostError(httpcore.ConnectError):
    """The name leads nowhere."""


class Resolver(Protocol):
    """Turn a host name and port into addresses, best first."""

    def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """Give the addresses; raise OSError when there are none."""
        ...


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """Ask the operating system.

    Raises:
        OSError: when the name is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open Internet.

    IPv4 inside IPv6 (mapped, 6to4, Teredo, NAT64) is judged by the IPv4 address.
    """
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _inner(ip))


def _inner(
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> Iterable[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    if isinstance(ip, ipaddress.IPv4Address):
        return (ip,)
    if ip.ipv4_mapped is not None:
        return (ip.ipv4_mapped,)
    if ip.sixtofour is not None:
        return (ip.sixtofour,)
    if ip.teredo is not None:
        return ip.teredo
    if ip in ipaddress.ip_network("64:ff9b::/96"):
        return (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF),)
    return (ip,)


def is_address(text: str) -> bool:
    """Tell whether a host is written as an IP address."""
    try:
        ipaddress.ip_address(text.strip("[]").split("%", 1)[0])
    except ValueError:
        return False
    return True


def usable_url(url: str) -> bool:
    """Tell whether a URL is http or https with a host and without credentials."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    del port
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None


class GuardedBackend(httpcore.NetworkBackend):
    """Connect only to addresses that were looked at first.

    The name is resolved once and the connection goes to the address that was checked, so a
    second answer of a hostile name server changes nothing.
    """

    def __init__(self, resolver: Resolver, *, allow_private: bool) -> None:
        self._resolve = resolver
        self._allow_private = allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first checked address that answers."""
        addresses = self._checked(host, port)[:MOST_ADDRESSES]
        failure: Exception | None = None
        for address in addresses:
            try:
                return self._inner.connect_tcp(
                    address,
                    port,
                    timeout=timeout,
                    local_address=local_address,
                    socket_options=socket_options,
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or UnknownHostError(f"no address for {host}")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: no source is a socket file."""
        del timeout, socket_options
        raise PrivateAddressError(f"socket files are not fetched: {path}")

    def sleep(self, seconds: float) -> None:
        """Wait, as the pool asks."""
        self._inner.sleep(seconds)

    def _checked(self, host: str, port: int) -> tuple[str, ...]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise UnknownHostError(f"unknown host {host}") from error
        if not addresses:
            raise UnknownHostError(f"unknown host {host}")
        if self._allow_private:
            return addresses
        barred = [address for address in addresses if not is_public(address)]
        if barred:
            raise PrivateAddressError(f"{host} is {barred[0]}, a private address")
        return addresses
