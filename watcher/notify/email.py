"""E-mail: text and HTML, encrypted on its way, threaded by council."""

from __future__ import annotations

import re
import smtplib
import ssl
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING, Literal

from pydantic import Field, field_validator

from watcher.alerting.render.email import email_html, email_text
from watcher.alerting.render.words import one_line, shorten
from watcher.errors import ConfigError, DeliveryError
from watcher.model.message import MessageKind, Receipt
from watcher.notify.options import NotifierOptions, Resolve, Secret

if TYPE_CHECKING:
    import datetime as dt

    from watcher.model.message import Message

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_SUBJECT_LIMIT = 180
_PERMANENT = range(500, 600)

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
        """Send one message once to all recipients.

        Raises:
            DeliveryError: permanent when the server refuses it for good (5xx).
        """
        del now
        mail = mail_of(message, self._options)
        try:
            return self._hand_over(mail)
        except smtplib.SMTPRecipientsRefused as error:
            raise _refused_recipients(error, self._options.name) from error
        except smtplib.SMTPResponseException as error:
            raise self._failed(error.smtp_code, error.smtp_error, error) from error
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryError(
                f"no mail server: {one_line(str(error)) or type(error).__name__}",
                resource=self._options.name,
                hint=f"is {self._options.host}:{self._options.port} right, and does it speak "
                f"{self._options.security}?",
            ) from error

    def _hand_over(self, mail: EmailMessage) -> Receipt:
        options = self._options
        context = ssl.create_default_context()
        if options.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                options.host, options.port, timeout=options.timeout, context=context
            )
        else:
            server = smtplib.SMTP(options.host, options.port, timeout=options.timeout)
        with server:
            if options.security == "starttls":
                server.starttls(context=context)
            if options.username is not None:
                server.login(options.username, self._password or "")
            refused = server.send_message(mail)
        if not refused:
            return Receipt(status=250, answer=f"accepted for {len(options.to)}")
        names = ", ".join(sorted(refused))
        return Receipt(status=250, answer=f"accepted, but refused for {names}")

    def _failed(self, code: int, said: bytes | str, error: Exception) -> DeliveryError:
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        login = isinstance(error, smtplib.SMTPAuthenticationError)
        return DeliveryError(
            f"the mail server answered {code}: {one_line(words)[:300]}",
            permanent=code in _PERMANENT and not login,
            resource=self._options.name,
            hint="check user name and password" if login else "",
        )


def _refused_recipients(error: smtplib.SMTPRecipientsRefused, name: str) -> DeliveryError:
    codes = {address: code for address, (code, _) in error.recipients.items()}
    said = ", ".join(f"{address} ({code})" for address, code in sorted(codes.items()))
    return DeliveryError(
        f"no recipient was accepted: {said}",
        permanent=all(code in _PERMANENT for code in codes.values()),
        resource=name,
        hint="check the addresses",
    )


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
    mail.set_content(_banner_text(message) + email_text(message.alerts, FOOTER))
    html = email_html(message.alerts, FOOTER, banner=banner_of(message))
    mail.add_alternative(html, subtype="html")
    return mail


def banner_of(message: Message) -> str:
    """Say above the alerts what sort of message it is, where that is not plain."""
    match message.kind:
        case MessageKind.TEST:
            return "TEST: this is a drill. Nothing happened."
        case MessageKind.CORRECTION:
            return "CORRECTION: an earlier alert was wrong and is taken back."
        case MessageKind.CONFIRMATION:
            return "Confirmed by Ofsted: you have had this alert before."
        case MessageKind.CATCH_UP:
            return "While this was silenced:"
        case MessageKind.ALERT | MessageKind.DIGEST | MessageKind.OPS:
            return ""


def _banner_text(message: Message) -> str:
    banner = banner_of(message)
    return f"{banner}\n\n" if banner else ""


def _token(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]+", "-", text).strip("-.") or "watcher"
