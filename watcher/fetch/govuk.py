"""GOV.UK: its search, its pages and collections, and the log of improvement notices."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlencode, urlsplit

from pydantic import Field

from watcher.errors import UnknownFormat
from watcher.fetch.follow import Follower
from watcher.fetch.options import Following, OneAddress, SomeAddresses, WebAddress, WebOptions
from watcher.fetch.outcomes import FetchOutcome
from watcher.fetch.web import WebSource
from watcher.model.document import Fetched
from watcher.model.source import Item
from watcher.parse.govuk import parse_content, parse_search, rendered
from watcher.parse.identity import canonical_url
from watcher.parse.notices import CONTENT_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from watcher.fetch.desk import Kit
    from watcher.model.document import Link
    from watcher.parse.govuk import ChangeNote, GovukPage

OUTLET = "GOV.UK"
_API = "/api/content"
_FILES = (".pdf", ".ods", ".csv", ".xlsx", ".docx")
_FIELDS = "title,link,description,public_timestamp,content_store_document_type"


class SearchOptions(WebOptions, Following):
    """The options of a source of type `govuk_search`."""

    usual_quiet: ClassVar[dt.timedelta | None] = dt.timedelta(days=21)

    url: WebAddress = Field(
        default="https://www.gov.uk/api/search.json", description="Where the search API is."
    )
    query: str = Field(default="", description="Words to search for.")
    organisations: tuple[str, ...] = Field(
        default=(), description="Only pages of these organisations, such as 'ofsted'."
    )
    document_types: tuple[str, ...] = Field(
        default=(), description="Only pages of these types, such as 'press_release'."
    )
    count: int = Field(default=50, ge=1, le=1500, description="Results asked for.")

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the whole question."""
        if urlsplit(self.url).query:
            return (self.url,)
        asked: list[tuple[str, str]] = [("q", self.query)] if self.query else []
        asked += [("filter_organisations", name) for name in self.organisations]
        asked += [("filter_content_store_document_type", name) for name in self.document_types]
        asked += [("order", "-public_timestamp"), ("count", str(self.count)), ("fields", _FIELDS)]
        return (f"{self.url}?{urlencode(asked)}",)


class SearchSource(WebSource):
    """A source of type `govuk_search`."""

    def read(self, page: Fetched) -> Sequence[Link]:
        """Read the results of a search.

        Raises:
            UnknownFormat: when it is no answer of the search API.
        """
        return [_through_api(link) for link in parse_search(page.body, page.url).links]

    def items(self, links: Sequence[Link]) -> Iterable[Item]:
        """Read the pages through the content API."""
        return _follower(self).items(links)


class PageOptions(SomeAddresses, Following):
    """The options of a source of type `govuk_page`: pages or collections, by their address."""

    usual_interval: ClassVar[dt.timedelta] = dt.timedelta(hours=1)
    usual_quiet: ClassVar[dt.timedelta | None] = None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the addresses at the content API."""
        return tuple(_api_address(url) for url in super().addresses)


class PageSource(WebSource):
    """A source of type `govuk_page`: the page itself, and the members of a collection."""

    def __init__(self, name: str, options: PageOptions, kit: Kit) -> None:
        super().__init__(name, options, kit)
        self._own: list[Item] = []

    def read(self, page: Fetched) -> Sequence[Link]:
        """Take the page itself, and read the members of a collection.

        Raises:
            UnknownFormat: when it is no answer of the content API.
        """
        content = parse_content(page.body, page.url)
        fetched = _as_page(page, content)
        self._own.append(
            Item(
                key=canonical_url(content.url),
                fetched=fetched,
                url=content.url,
                outlet=self.options.outlet or OUTLET,
                published=content.published,
                published_basis="feed",
            )
        )
        return [_through_api(link) for link in content.members] if self.options.follow else []

    def items(self, links: Sequence[Link]) -> Iterable[Item]:
        """Give the pages, then what they list."""
        return chain(self._own, _follower(self).items(links))


class NoticeOptions(OneAddress):
    """The options of a source of type `govuk_notices`."""

    usual_interval: ClassVar[dt.timedelta] = dt.timedelta(hours=1)
    usual_quiet: ClassVar[dt.timedelta | None] = None

    url: WebAddress = Field(
        default="https://www.gov.uk/government/collections/"
        "improvement-notices-and-directions-childrens-services",
        description="The page whose change notes tell of notices and directions.",
    )

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the address at the content API."""
        return (_api_address(self.url),)


class NoticeSource(WebSource):
    """A source of type `govuk_notices`: each change note of a page is a document."""

    def __init__(self, name: str, options: NoticeOptions, kit: Kit) -> None:
        super().__init__(name, options, kit)
        self._notes: list[Item] = []

    def read(self, page: Fetched) -> Sequence[Link]:
        """Take the change notes.

        Raises:
            UnknownFormat: when it is no answer of the content API.
        """
        content = parse_content(page.body, page.url)
        self._notes += [self._item(content, note) for note in content.changes]
        return ()

    def items(self, links: Sequence[Link]) -> Iterable[Item]:
        """Give the notes."""
        del links
        return self._notes

    def _item(self, content: GovukPage, note: ChangeNote) -> Item:
        """Make a document of a note; its address is that of the page at that time."""
        mark = hashlib.sha256(note.note.encode()).hexdigest()[:8]
        url = f"{content.url}#{note.published or 'undated'}-{mark}"
        return Item(
            key=url,
            fetched=Fetched(url=url, outcome=FetchOutcome.OK, body=note.note.encode()),
            url=url,
            title=content.title,
            outlet=self.options.outlet or OUTLET,
            published=note.published,
            published_basis="feed",
            content_type=CONTENT_TYPE,
        )


def _follower(source: WebSource) -> Follower:
    return Follower(
        source.desk, at_most=source.options.at_most, basis=source.basis, translate=_translated
    )


def _through_api(link: Link) -> Link:
    """Lead to a page through the content API; what an asset host or another site has, as it is."""
    parts = urlsplit(link.url)
    elsewhere = parts.netloc.startswith("assets.") or parts.path.lower().endswith(_FILES)
    return link if elsewhere else replace(link, url=_api_address(link.url))


def _api_address(url: str) -> str:
    parts = urlsplit(url)
    path = parts.path if parts.path.startswith(_API) else _API + parts.path
    return f"{parts.scheme}://{parts.netloc}{path}"


def _translated(fetched: Fetched) -> Fetched:
    """Make a page of an answer of the content API; other answers stay as they are."""
    if not urlsplit(fetched.url).path.startswith(_API):
        return fetched
    try:
        content = parse_content(fetched.body, fetched.url)
    except UnknownFormat as error:
        return replace(fetched, outcome=FetchOutcome.BAD_RESPONSE, detail=error.message, body=b"")
    if content.withdrawn:
        return replace(fetched, outcome=FetchOutcome.GONE, detail="withdrawn", body=b"")
    return _as_page(fetched, content)


def _as_page(fetched: Fetched, content: GovukPage) -> Fetched:
    kept = tuple((name, value) for name, value in fetched.headers if name != "content-type")
    headers = (*kept, ("content-type", "text/html; charset=utf-8"))
    return replace(fetched, url=content.url, body=rendered(content), headers=headers)
