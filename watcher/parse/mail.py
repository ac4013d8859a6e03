"""Newsletters: messages of a Maildir or an mbox as HTML or text."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.errors import UnreadableDocument
from watcher.parse.links import day_of

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

    from watcher.model.dates import PartialDate

MAX_PART = 5 * 1024 * 1024
"""Bytes of one part that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message: who it is from, when it was sent, and its fullest readable part.

    `sender` is the whole header, `name` the part of it that people read.
    """

    message_id: str
    subject: str
    sender: str
    name: str
    sent: PartialDate | None
    body: bytes
    content_type: str


def parse_letter(body: bytes, name: str) -> Letter:
    """Read one message.

    Raises:
        UnreadableDocument: when it has no part that can be read.
    """
    message = email.message_from_bytes(body, policy=email.policy.default)
    part = _best_part(message)
    if part is None:
        raise UnreadableDocument("the message has no text", resource=name)
    content = part.get_payload(decode=True)
    charset = part.get_content_charset() or "utf-8"
    raw = content[:MAX_PART] if isinstance(content, bytes) else b""
    if not raw.strip():
        raise UnreadableDocument("the message is empty", resource=name)
    return Letter(
        message_id=_header(message, "message-id").strip("<> "),
        subject=_header(message, "subject"),
        sender=_header(message, "from"),
        name=_name(_header(message, "from")),
        sent=day_of(_header(message, "date")),
        body=raw,
        content_type=f"{part.get_content_type()}; charset={charset}",
    )


def _best_part(message: EmailMessage) -> MIMEPart | None:
    """Prefer HTML: newsletters' text parts are often stubs."""
    try:
        return message.get_body(preferencelist=("html", "plain"))
    except Exception:  # noqa: BLE001  (so do damaged parts)
        return None


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = str(message.get(name, ""))
    except Exception:  # noqa: BLE001  (damaged headers raise whatever the library stumbles over)
        return ""
    return re.sub(r"\s+", " ", value).strip()


def _name(value: str) -> str:
    """Give the display name of a sender, else the address."""
    name = value.split("<", 1)[0].strip().strip('"')
    return name or value.strip("<> ")
