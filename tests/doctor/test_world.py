"""The doctor's ways to the world, against real sockets of this machine."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from watcher.app.clock import now
from watcher.doctor import World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def certificate(folder: Path) -> Path:
    """Make a certificate for 127.0.0.1 with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now() - dt.timedelta(days=1))
        .not_valid_after(now() + dt.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "both.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """Give the port of a TLS server, and what to trust."""
    pem = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(10)

    def serve() -> None:
        try:
            plain, _ = listener.accept()
            with plain, context.wrap_socket(plain, server_side=True):
                pass
        except OSError:
            return

    thread = threading.Thread(target=serve)
    thread.start()
    yield listener.getsockname()[1], pem
    thread.join()
    listener.close()


def test_a_handshake_tells_the_protocol_and_the_end_of_the_certificate(
    server: tuple[int, Path],
) -> None:
    port, pem = server
    shaken = World().handshake("127.0.0.1", port, pem)
    assert shaken.protocol.startswith("TLS")
    assert dt.timedelta(days=28) < shaken.ends - now() < dt.timedelta(days=31)


def test_a_certificate_that_nobody_vouches_for_is_refused(server: tuple[int, Path]) -> None:
    with pytest.raises(OSError, match="certificate"):
        World().handshake("127.0.0.1", server[0])


def test_nobody_at_a_port_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        World().connect("127.0.0.1", port)
    with pytest.raises(OSError, match="refused"):
        World().connect("127.0.0.1", port)


def test_the_machine_knows_itself(tmp_path: Path) -> None:
    world = World()
    assert world.addresses("localhost") >= 1
    assert world.free(tmp_path / "not" / "there") > 0
    assert world.program("sh")
    assert not world.program("no-such-program-anywhere")
