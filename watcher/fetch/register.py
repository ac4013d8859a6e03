"""A register: a page or file that gives every council's latest judgements."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path  # noqa: TC003  (pydantic reads it)
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, model_validator

from watcher.errors import FetchError
from watcher.fetch.desk import Desk
from watcher.fetch.options import WebAddress, WebOptions
from watcher.fetch.outcomes import FetchOutcome
from watcher.model.document import Fetched
from watcher.model.source import SourceResult, SourceStatus
from watcher.model.watch import PageMemory

if TYPE_CHECKING:
    from watcher.fetch.desk import Kit


class Options(WebOptions):
    """The options of a source of type `register`."""

    usual_interval: ClassVar[dt.timedelta] = dt.timedelta(hours=1)
    usual_quiet: ClassVar[dt.timedelta | None] = dt.timedelta(days=75)

    url: WebAddress | None = Field(default=None, description="Where the register is.")
    path: Path | None = Field(default=None, description="The file that it is, if not on the web.")

    @model_validator(mode="after")
    def _one(self) -> Options:
        if (self.url is None) == (self.path is None):
            msg = "give either url or path"
            raise ValueError(msg)
        return self

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the address, when it has one."""
        return (self.url,) if self.url else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """One fetch of a register that has changed."""

    fetched: Fetched
    outlet: str | None = None


class RegisterSource:
    """A source of type `register`: its page is compared with the one before, row by row.

    It has no items: whoever takes `page` in settles with the kit when that is done.
    """

    def __init__(self, name: str, options: Options, kit: Kit) -> None:
        self.name = name
        self.options = options
        self.kit = kit
        self.page: RegisterPage | None = None

    def fetch(self) -> SourceResult:
        """Fetch the register.

        Raises:
            FetchError: when it could not be had.
        """
        fetched = self._fetched()
        status = SourceStatus.NOT_MODIFIED
        if fetched.outcome == FetchOutcome.OK:
            status = SourceStatus.OK
            self.page = RegisterPage(fetched=fetched, outlet=self.options.outlet)
        return SourceResult(status=status)

    def _fetched(self) -> Fetched:
        if self.options.url is not None:
            return Desk(self.name, self.options, self.kit).listing(self.options.url)
        path = self.options.path
        try:
            body = path.read_bytes() if path else b""
        except OSError as error:
            raise FetchError(
                "the register cannot be read",
                outcome=FetchOutcome.UNREADABLE_FILE.value,
                resource=str(path),
                hint="check `path` of the source; it is relative to the configuration's folder",
            ) from error
        return self._changed(Fetched(url="", outcome=FetchOutcome.OK, body=body, path=str(path)))

    def _changed(self, fetched: Fetched) -> Fetched:
        """Pass a file over when its bytes are those of last time."""
        key, now = f"page:{self.name}:{fetched.path}", self.kit.now
        sha256 = hashlib.sha256(fetched.body).hexdigest()
        memory = self.kit.memory.page(key)
        if memory is not None and memory.sha256 == sha256:
            return replace(fetched, outcome=FetchOutcome.NOT_MODIFIED, body=b"")
        fresh = PageMemory(key=key, url=key, sha256=sha256, first_seen=now, last_seen=now)
        self.kit.memory.put(self.name, fresh)
        return fetched
