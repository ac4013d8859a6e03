"""Certificates for tests: an authority of one's own, and servers that are good or bad."""

from __future__ import annotations

import datetime as dt
import ssl
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path


class Authority:
    """Signs certificates; whoever trusts its own trusts them."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority of tests")])
        self._own = self._signed("Authority of tests", self._key, dt.timedelta(days=30), ca=True)

    def write(self, folder: Path) -> Path:
        """Write the authority's own certificate, to be trusted."""
        path = folder / "authority.pem"
        path.write_bytes(self._own.public_bytes(serialization.Encoding.PEM))
        return path

    def server(self, folder: Path, host: str, lasts: dt.timedelta) -> ssl.SSLContext:
        """Give the context of a server for a host; a negative span has run out."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._signed(host, key, lasts, ca=False)
        chain = folder / "server.pem"
        chain.write_bytes(
            certificate.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain)
        return context

    def _signed(
        self, host: str, key: ec.EllipticCurvePrivateKey, lasts: dt.timedelta, *, ca: bool
    ) -> x509.Certificate:
        now = dt.datetime.now(dt.UTC)  # noqa: TID251  (the TLS library reads the clock too)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(days=60))
            .not_valid_after(now + lasts)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
            .sign(self._key, hashes.SHA256())
        )
