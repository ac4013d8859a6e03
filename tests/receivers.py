"""Receivers for deliveries: a web server and a mail server, both real, on this machine."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
import threading
from collections import Counter
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

USER, PASSWORD = "watcher", "mail-password-of-the-test"


@dataclass(frozen=True, slots=True)
class Posted:
    """One request that a web server got."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Reply:
    """What a web server is to do with a request."""

    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    hang: threading.Event | None = None
    reset: bool = False


def _take(number: int, posted: Posted) -> Reply:
    del number, posted
    return Reply()


class WebReceiver:
    """A web server that keeps what it gets; `script` decides each answer."""

    def __init__(self, script: Callable[[int, Posted], Reply] | None = None) -> None:
        self.got: list[Posted] = []
        self.script = script or _take
        self.asked: list[str] = []
        self._hang_gets: threading.Event | None = None
        self._lock = threading.Lock()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                receiver.answer(self)

            def do_GET(self) -> None:
                receiver.asked.append(self.path)
                if receiver._hang_gets is not None:
                    receiver._hang_gets.wait(60)
                self.send_error(404)

            def log_message(self, *args: Any) -> None:
                del args

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers.get("content-length", "0"))
        headers = {key.lower(): value for key, value in handler.headers.items()}
        body = handler.rfile.read(length)
        if len(body) < length:  # the sender was killed in the middle: nothing was received
            handler.close_connection = True
            return
        posted = Posted(handler.path, headers, body)
        with self._lock:
            self.got.append(posted)
            number = len(self.got)
        reply = self.script(number, posted)
        if reply.hang is not None:
            reply.hang.wait(30)
        if reply.reset:
            handler.connection.close()
            handler.close_connection = True
            return
        handler.send_response(reply.status)
        for key, value in reply.headers.items():
            handler.send_header(key, value)
        empty = reply.status in {204, 304} or reply.status < 200
        if not empty:
            handler.send_header("content-length", str(len(reply.body)))
        handler.end_headers()
        if not empty:
            handler.wfile.write(reply.body)

    def hang_gets(self, until: threading.Event) -> None:
        self._hang_gets = until

    def keys(self) -> Counter[str]:
        return Counter(one.headers["webhook-id"] for one in self.got)

    def tls(self, certificate: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *what: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Mailbox:
    """What a mail server does with a conversation; `refuse` maps an address to an answer."""

    def __init__(self) -> None:
        self.mails: list[tuple[tuple[str, ...], EmailMessage]] = []
        self.refuse: dict[str, str] = {}
        self.after_data: str = ""
        self.drop_after_data = 0

    async def handle_RCPT(  # noqa: N802  (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(  # noqa: N802  (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        del session
        if self.after_data:
            return self.after_data
        content = envelope.content
        assert isinstance(content, bytes)
        mail = message_from_bytes(content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append((tuple(envelope.rcpt_tos), mail))
        if self.drop_after_data > 0:
            self.drop_after_data -= 1
            server.transport.abort()
        return "250 taken"


class MailReceiver:
    """A mail server that wants STARTTLS and a password, and keeps what it gets."""

    def __init__(self, certificate: Path, *, port: int = 0) -> None:
        self.box = Mailbox()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._controller = Controller(
            self.box,
            hostname="127.0.0.1",
            port=port or _free_port(),
            tls_context=context,
            require_starttls=True,
            auth_required=True,
            authenticator=_authenticate,
            timeout=20,
        )

    @property
    def port(self) -> int:
        return self._controller.port

    @property
    def mails(self) -> list[tuple[tuple[str, ...], EmailMessage]]:
        return self.box.mails

    def ids(self) -> Counter[str]:
        return Counter(str(mail["Message-ID"]) for _, mail in self.mails)

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *what: object) -> None:
        self._controller.stop()


def _authenticate(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
) -> AuthResult:
    del server, session, envelope, mechanism
    right = (
        isinstance(data, LoginPassword)
        and data.login == USER.encode()
        and data.password == PASSWORD.encode()
    )
    return AuthResult(success=right, handled=right)


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def make_certificate(folder: Path, *, name: str = "127.0.0.1") -> Path:
    """Make a self-signed certificate with its key, in one PEM file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    alternative: list[x509.GeneralName] = [x509.DNSName("localhost")]
    if name == "127.0.0.1":
        alternative.append(x509.IPAddress(ipaddress.ip_address(name)))
    now = dt.datetime.now(dt.UTC)  # noqa: TID251  (certificates are judged by the real clock)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName(alternative), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path
