"""The ways to the world outside, in one place so that tests can put another world there."""

from __future__ import annotations

import datetime as dt
import shutil
import socket
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT = 5.0
"""Seconds that a host has to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handshake:
    """What came of a TLS handshake: the protocol, and when the certificate ends."""

    protocol: str
    ends: dt.datetime


class World:
    """The machine and its network as they are."""

    def addresses(self, host: str) -> int:
        """Count the addresses that a name leads to.

        Raises:
            OSError: when it leads to none.
        """
        return len(socket.getaddrinfo(host, None, type=socket.SOCK_STREAM))

    def handshake(self, host: str, port: int, ca_file: Path | None = None) -> Handshake:
        """Shake hands over TLS, with the certificate checked.

        Raises:
            OSError: when the host does not answer, or its certificate is not to be trusted.
        """
        context = ssl.create_default_context(cafile=None if ca_file is None else str(ca_file))
        with (
            socket.create_connection((host, port), timeout=TIMEOUT) as plain,
            context.wrap_socket(plain, server_hostname=host) as secure,
        ):
            certificate = secure.getpeercert() or {}
            ends = ssl.cert_time_to_seconds(str(certificate.get("notAfter", "")))
            return Handshake(
                protocol=secure.version() or "TLS", ends=dt.datetime.fromtimestamp(ends, dt.UTC)
            )

    def connect(self, host: str, port: int) -> None:
        """Open a connection and close it again.

        Raises:
            OSError: when nobody answers.
        """
        socket.create_connection((host, port), timeout=TIMEOUT).close()

    def free(self, folder: Path) -> int:
        """Give the free bytes of the disk that a folder is on."""
        while not folder.exists():
            folder = folder.parent
        return shutil.disk_usage(folder).free

    def program(self, name: str) -> bool:
        """Tell whether a program is to be found."""
        return shutil.which(name) is not None
