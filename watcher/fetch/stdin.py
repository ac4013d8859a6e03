"""Standard input: one document that was piped in."""

from __future__ import annotations

import datetime as dt  # noqa: TC003  (pydantic reads it)
import hashlib
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from watcher.fetch.file import Date  # noqa: TC001  (pydantic reads it)
from watcher.fetch.options import Options as Common
from watcher.fetch.outcomes import FetchOutcome
from watcher.model.document import Fetched
from watcher.model.source import Item, SourceResult, SourceStatus

if TYPE_CHECKING:
    from watcher.fetch.desk import Kit


class Options(Common):
    """The options of a source of type `stdin`."""

    model_config = Common.model_config | {"arbitrary_types_allowed": True}
    local: ClassVar[bool] = True
    usual_quiet: ClassVar[dt.timedelta | None] = None

    published: Date | None = Field(default=None, description="When it was published.")
    url: str | None = Field(default=None, description="Where it can be read.")


class StdinSource:
    """A source of type `stdin`; when nothing is piped in there is nothing to do."""

    def __init__(self, name: str, options: Options, kit: Kit) -> None:
        self.name = name
        self._options = options
        self._kit = kit

    def fetch(self) -> SourceResult:
        """Read what was piped in."""
        body = self._kit.standard_input()
        if not body.strip():
            return SourceResult(status=SourceStatus.SKIPPED)
        options = self._options
        item = Item(
            key=f"stdin:{hashlib.sha256(body).hexdigest()}",
            fetched=Fetched(url="", outcome=FetchOutcome.OK, body=body, path="-"),
            url=options.url,
            outlet=options.outlet,
            published=options.published,
            published_basis="config" if options.published else None,
        )
        return SourceResult(status=SourceStatus.OK, items=(item,))
