"""News sitemaps: plain, index, gzipped."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from watcher.errors import FetchError, UnknownFormat
from watcher.fetch.options import Following, SomeAddresses
from watcher.fetch.outcomes import FetchOutcome
from watcher.fetch.web import MOST_PAGES, WebSource
from watcher.parse.sitemap import parse_sitemap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.model.document import Fetched, Link

MOST_LINKS = 2000
"""Newest links of a sitemap that are looked at: a plain one may hold a whole site."""


class Options(SomeAddresses, Following):
    """The options of a source of type `sitemap`."""

    usual_interval: ClassVar[dt.timedelta] = dt.timedelta(hours=1)


class SitemapSource(WebSource):
    """A source of type `sitemap`."""

    def read(self, page: Fetched) -> Sequence[Link]:
        """Read the links of a sitemap, and of those that it lists.

        Raises:
            UnknownFormat: when it is none.
        """
        listed, inner = parse_sitemap(page.body, page.url)
        links = list(listed.links)
        if inner:
            self.desk.unconditional(page.url)
        for url in inner[-MOST_PAGES:]:
            links += self._inner(url)
        links.sort(key=_moment, reverse=True)
        return links[:MOST_LINKS]

    def _inner(self, url: str) -> Sequence[Link]:
        """Read a sitemap that another lists; one that fails spoils no other."""
        try:
            page = self.desk.listing(url)
        except FetchError:
            return ()
        if page.outcome != FetchOutcome.OK:
            return ()
        try:
            return parse_sitemap(page.body, page.url)[0].links
        except UnknownFormat:
            return ()


def _moment(link: Link) -> str:
    changed = next((value for name, value in link.hints if name == "changed"), "")
    return str(link.published or changed)
