"""Newsletters: a Maildir or an mbox."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path  # noqa: TC003  (pydantic reads it)
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from watcher.errors import DocumentError, FetchError
from watcher.fetch.options import Options as Common
from watcher.fetch.outcomes import FetchOutcome
from watcher.model.document import Fetched
from watcher.model.source import Item, SourceResult, SourceStatus
from watcher.model.watch import PageMemory
from watcher.parse.mail import parse_letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.fetch.desk import Kit

LARGEST = 32 * 1024 * 1024
"""Bytes above which a message is not read."""


class Options(Common):
    """The options of a source of type `maildir` or `mbox`."""

    local: ClassVar[bool] = True
    usual_interval: ClassVar[dt.timedelta] = dt.timedelta(minutes=5)

    path: Path = Field(description="The Maildir (a folder) or the mbox (a file).")
    senders: tuple[str, ...] = Field(
        default=(), description="Only messages whose sender has one of these words."
    )


class _Mailbox:
    """What both kinds of mailbox do with a message."""

    def __init__(self, name: str, options: Options, kit: Kit) -> None:
        self.name = name
        self.options = options
        self.kit = kit

    def fetch(self) -> SourceResult:
        """Look into the mailbox; each message is read when it is taken.

        Raises:
            FetchError: when it is not there.
        """
        self._check()
        return SourceResult(
            status=SourceStatus.OK,
            items=self._items(),
            settle=lambda: self.kit.settle(self.name),
        )

    def _check(self) -> None:
        raise NotImplementedError

    def _messages(self) -> Iterator[tuple[str, bytes]]:
        """Give a name that lasts, and the bytes, of every message that is new."""
        raise NotImplementedError

    def _missing(self, what: str) -> FetchError:
        return FetchError(
            f"no such {what}",
            outcome=FetchOutcome.MISSING_FILE.value,
            resource=str(self.options.path),
            hint="check `path` of the source; it is relative to the configuration's folder",
        )

    def _items(self) -> Iterator[Item]:
        for name, body in self._messages():
            item = self._item(name, body)
            self._remember(name)
            if item is not None:
                yield item

    def _item(self, name: str, body: bytes) -> Item | None:
        place = f"{self.options.path}/{name}"
        sha256 = hashlib.sha256(body).hexdigest()
        try:
            letter = parse_letter(body, place)
        except DocumentError as error:
            bad = Fetched(
                url="", outcome=FetchOutcome.UNREADABLE_FILE, detail=error.message, path=place
            )
            return Item(key=f"mail:{sha256}", fetched=bad)
        senders = self.options.senders
        if senders and not any(word.casefold() in letter.sender.casefold() for word in senders):
            return None
        fetched = Fetched(url="", outcome=FetchOutcome.OK, body=letter.body, path=place)
        return Item(
            key=f"mail:{letter.message_id or sha256}",
            fetched=fetched,
            title=letter.subject,
            outlet=self.options.outlet or letter.name or None,
            published=letter.sent,
            published_basis="feed" if letter.sent else None,
            content_type=letter.content_type,
        )

    def _known(self, name: str) -> bool:
        return self.kit.memory.page(f"mail:{self.name}:{name}") is not None

    def _remember(self, name: str) -> None:
        now = self.kit.now
        page = PageMemory(key=f"mail:{self.name}:{name}", url=name, first_seen=now, last_seen=now)
        self.kit.memory.put(self.name, page)


class MaildirSource(_Mailbox):
    """A source of type `maildir`."""

    def _check(self) -> None:
        if not self.options.path.is_dir():
            raise self._missing("Maildir")

    def _messages(self) -> Iterator[tuple[str, bytes]]:
        for folder in ("cur", "new"):
            for path in sorted((self.options.path / folder).glob("*")):
                name = path.name.split(":", 1)[0]
                if name.startswith(".") or self._known(name) or not path.is_file():
                    continue
                if path.stat().st_size <= LARGEST:
                    yield name, path.read_bytes()


class MboxSource(_Mailbox):
    """A source of type `mbox`."""

    def _check(self) -> None:
        if not self.options.path.is_file():
            raise self._missing("mbox")

    def _messages(self) -> Iterator[tuple[str, bytes]]:
        import mailbox

        box = mailbox.mbox(self.options.path, create=False)
        try:
            for key in box.iterkeys():
                body = box.get_bytes(key)
                name = hashlib.sha256(body).hexdigest()
                if len(body) <= LARGEST and not self._known(name):
                    yield name, body
        finally:
            box.close()
