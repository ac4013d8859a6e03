"""RSS, Atom and JSON feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.fetch.follow import item_of_text
from watcher.fetch.options import Following, SomeAddresses
from watcher.fetch.web import WebSource
from watcher.model.watch import NoticeKind
from watcher.parse.feed import parse_feed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from watcher.model.document import Fetched, Link
    from watcher.model.source import Item


class Options(SomeAddresses, Following):
    """The options of a source of type `feed`."""


class FeedSource(WebSource):
    """A source of type `feed`."""

    def read(self, page: Fetched) -> Sequence[Link]:
        """Read the links of a feed.

        Raises:
            UnknownFormat: when it is none.
        """
        headers = {key: value for key, value in page.headers if key == "content-type"}
        listed = parse_feed(page.body, page.url, headers)
        if listed.ended:
            self.desk.remark(NoticeKind.ENDED, f"{page.url} says that it has ended")
        return listed.links

    def items(self, links: Sequence[Link]) -> Iterable[Item]:
        """Follow the links, or take what the feed itself says of each."""
        if self.options.follow:
            return super().items(links)
        return [item_of_text(link, self.options.outlet, self.basis) for link in links if link.text]
