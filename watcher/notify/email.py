"""E-mail: text and HTML, encrypted on its way, threaded by council."""

from __future__ import annotations

import contextlib
import re
import smtplib
import socket
import ssl
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path  # noqa: TC003  (pydantic reads it)
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, field_validator

from watcher.alerting.render.email import email_html, email_text
from watcher.alerting.render.message import banner_of
from watcher.alerting.render.words import one_line, shorten
from watcher.errors import ConfigError, DeliveryError
from watcher.model.message import Receipt
from watcher.notify.options import NotifierOptions, Resolve, Secret

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from watcher.model.message import Message

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_SUBJECT_LIMIT = 180
_PERMANENT = range(500, 600)
_DIALOGUE_LINES = 60
_READY = 220

FOOTER = (
    "Sent by watcher, which reads what Ofsted and the press publish about councils' services "
    "for children. To stop these messages, remove the address from the configuration."
)


class Options(NotifierOptions):
    """`kind = "email"`."""

    kind: Literal["email"]
    host: str
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description="`none` only to a server on this machine"
    )
    username: str | None = None
    password: Secret | None = None
    sender: str = Field(description="an address, or `Name <address>`")
    to: tuple[str, ...] = Field(min_length=1)
    subject_prefix: str = "[watcher]"
    list_id: str = "watcher.alerts"
    timeout: float = Field(default=30.0, gt=0, le=300)
    ca_file: Path | None = Field(default=None, description="certificates to trust, as PEM")

    @field_validator("to", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return value if isinstance(value, list | tuple) else (value,)

    @field_validator("sender", "to")
    @classmethod
    def _addresses(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        for one in (value,) if isinstance(value, str) else value:
            address_of(one)
        return value


def address_of(text: str) -> Address:
    """Read `address` or `Name <address>`.

    Raises:
        ValueError: when it is no address, or holds a line end.
    """
    if re.search(r"[\r\n\0]", text):
        msg = f"an address cannot hold a line end: {text!r}"
        raise ValueError(msg)
    found = re.fullmatch(
        r'\s*(?:"?([^"<>]*?)"?\s*<([^<>\s]+@[^<>\s]+)>|([^<>\s]+@[^<>\s]+))\s*', text
    )
    if found is None:
        msg = f"not an e-mail address: {text!r}"
        raise ValueError(msg)
    return Address(display_name=found[1] or "", addr_spec=found[2] or found[3])


class Email:
    """Send messages through an SMTP server."""

    def __init__(self, options: Options, resolve: Resolve) -> None:
        if options.security == "none" and options.host not in _LOOPBACK:
            raise ConfigError(
                "mail leaves this machine without encryption",
                resource=options.name,
                hint='set security = "starttls" or "tls"',
            )
        self._options = options
        self._password = resolve(options.password) if options.password else None

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Send one message once to all recipients that are still to have it.

        Raises:
            DeliveryError: permanent when the server refuses it for good (5xx); with `left` when
                some recipients were refused and others have it.
        """
        del now
        mail = mail_of(message, self._options)
        to = tuple(message.recipients) or tuple(
            address_of(one).addr_spec for one in self._options.to
        )
        said: list[str] = []
        try:
            refused = self._hand_over(mail, to, said)
        except smtplib.SMTPRecipientsRefused as error:
            raise self._told(_refused(error.recipients, self._options.name), said) from error
        except smtplib.SMTPResponseException as error:
            raise self._told(self._failed(error), said) from error
        except (smtplib.SMTPException, OSError) as error:
            raise self._told(self._unreachable(error), said) from error
        if refused:
            failure = _refused(refused, self._options.name)
            failure.left = tuple(sorted(refused))
            raise self._told(failure, said)
        return Receipt(status=250, answer=f"accepted for {len(to)}", dialogue=tuple(said))

    def _hand_over(
        self, mail: EmailMessage, to: tuple[str, ...], said: list[str]
    ) -> dict[str, tuple[int, bytes]]:
        """Speak to the server; give the recipients that it refused while it took others."""
        options = self._options
        context = ssl.create_default_context(cafile=options.ca_file)
        server: Any
        if options.security == "tls":
            server = _TlsDialogue(said, timeout=options.timeout, context=context)
        else:
            server = _Dialogue(said, timeout=options.timeout)
        try:
            server.greet(options.host, options.port)
            server._host = options.host  # noqa: SLF001  (the name that certificates are for)
            if options.security == "starttls":
                server.starttls(context=context)
            if options.username is not None:
                with server.hidden():
                    server.login(options.username, self._password or "")
            refused: dict[str, tuple[int, bytes]] = server.send_message(mail, to_addrs=list(to))
        except BaseException:
            server.close()
            raise
        with contextlib.suppress(smtplib.SMTPException, OSError):
            server.quit()
        return refused

    def _told(self, failure: DeliveryError, said: list[str]) -> DeliveryError:
        failure.dialogue = tuple(said)
        return failure

    def _unreachable(self, error: Exception) -> DeliveryError:
        options = self._options
        why = one_line(str(error)) or type(error).__name__
        hint = f"is {options.host}:{options.port} right, and does it speak {options.security}?"
        if isinstance(error, ssl.SSLCertVerificationError):
            hint = f"the certificate of {options.host} is not to be trusted; see ca_file"
        return DeliveryError(f"no mail server: {why}", resource=options.name, hint=hint)

    def _failed(self, error: smtplib.SMTPResponseException) -> DeliveryError:
        code, said = error.smtp_code, error.smtp_error
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        login = isinstance(error, smtplib.SMTPAuthenticationError)
        early = isinstance(error, smtplib.SMTPConnectError | smtplib.SMTPHeloError)
        failure = DeliveryError(
            f"the mail server answered {code}: {one_line(words)[:300]}",
            permanent=code in _PERMANENT and not login and not early,
            resource=self._options.name,
            hint="check user name and password" if login else "",
        )
        failure.status, failure.answer = code, one_line(words)
        return failure


class _Dialogue(smtplib.SMTP):
    """A conversation with a mail server that is kept, without what must stay secret."""

    def __init__(self, said: list[str], *, timeout: float) -> None:
        self._said = said
        self._hide = False
        super().__init__(timeout=timeout)
        self.debuglevel = 1

    def greet(self, host: str, port: int) -> None:
        """Connect, and see that the server is ready."""
        code, greeting = self.connect(host, port)
        if code != _READY:
            raise smtplib.SMTPConnectError(code, greeting)

    @contextlib.contextmanager
    def hidden(self) -> Iterator[None]:
        """Keep nothing of what we say in here."""
        self._hide = True
        try:
            yield
        finally:
            self._hide = False

    def _print_debug(self, *args: object) -> None:
        if len(self._said) >= _DIALOGUE_LINES:
            return
        kind = str(args[0]).rstrip(":")
        if kind == "send":
            self._said.append("> …" if self._hide else f"> {_shown(args[1])}")
        elif kind == "reply":
            self._said.append(f"< {_shown(args[1])}")
        elif kind == "connect":
            self._said.append(f"* connect {' '.join(str(arg) for arg in args[1:])}")


class _TlsDialogue(_Dialogue):
    """The same, encrypted from the first byte."""

    def __init__(self, said: list[str], *, timeout: float, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(said, timeout=timeout)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        plain = socket.create_connection((host, port), timeout)
        return self._context.wrap_socket(plain, server_hostname=host)


def _shown(part: object) -> str:
    text = part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part)
    text = text.removeprefix("b'").removeprefix("'").removesuffix("'").replace("\\r\\n", " ")
    return shorten(text, 200)


def _refused(recipients: Mapping[str, tuple[int, bytes]], name: str) -> DeliveryError:
    """Say who was refused; for good only where no refusal may pass."""
    codes = {address: code for address, (code, _) in sorted(recipients.items())}
    said = ", ".join(
        f"{address} ({code} {one_line(words.decode('utf-8', 'replace'))[:120]})"
        for address, (code, words) in sorted(recipients.items())
    )
    failure = DeliveryError(
        f"refused recipients: {said}",
        permanent=all(code in _PERMANENT for code in codes.values()),
        resource=name,
        hint="check the addresses",
    )
    failure.status = next(iter(codes.values()))
    failure.answer = said
    return failure


def mail_of(message: Message, options: Options) -> EmailMessage:
    """Write the mail: headers that thread and filter well, a text part, an HTML part."""
    sender = address_of(options.sender)
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = [address_of(one) for one in options.to]
    mail["Subject"] = shorten(f"{options.subject_prefix} {message.subject}".strip(), _SUBJECT_LIMIT)
    mail["Date"] = format_datetime(message.created)
    mail["Message-ID"] = f"<{message.key}@{sender.domain}>"
    if message.thread is not None:
        root = f"<council.{_token(message.thread)}@{sender.domain}>"
        mail["References"] = root
        mail["In-Reply-To"] = root
    mail["List-Id"] = f"watcher alerts <{_token(options.list_id)}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    if not message.alerts:
        mail.set_content(message.text + f"\n\n-- \n{FOOTER}\n")
        return mail
    short = options.length == "short"
    mail.set_content(_banner_text(message) + email_text(message.alerts, FOOTER, short=short))
    html = email_html(message.alerts, FOOTER, banner=banner_of(message), short=short)
    mail.add_alternative(html, subtype="html")
    return mail


def _banner_text(message: Message) -> str:
    banner = banner_of(message)
    return f"{banner}\n\n" if banner else ""


def _token(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]+", "-", text).strip("-.") or "watcher"
