"""Get bytes from somewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE_KINDS: Mapping[str, tuple[str, str]] = {
    "file": ("watcher.fetch.file:Options", "watcher.fetch.file:FileSource"),
    "feed": ("watcher.fetch.feed:Options", "watcher.fetch.feed:FeedSource"),
    "sitemap": ("watcher.fetch.sitemap:Options", "watcher.fetch.sitemap:SitemapSource"),
    "listing": ("watcher.fetch.listing:Options", "watcher.fetch.listing:ListingSource"),
    "page": ("watcher.fetch.page:Options", "watcher.fetch.page:PageSource"),
    "govuk_search": ("watcher.fetch.govuk:SearchOptions", "watcher.fetch.govuk:SearchSource"),
    "govuk_page": ("watcher.fetch.govuk:PageOptions", "watcher.fetch.govuk:PageSource"),
    "govuk_notices": ("watcher.fetch.govuk:NoticeOptions", "watcher.fetch.govuk:NoticeSource"),
    "ofsted": ("watcher.fetch.ofsted:Options", "watcher.fetch.ofsted:OfstedSource"),
    "register": ("watcher.fetch.register:Options", "watcher.fetch.register:RegisterSource"),
    "maildir": ("watcher.fetch.mailbox:Options", "watcher.fetch.mailbox:MaildirSource"),
    "mbox": ("watcher.fetch.mailbox:Options", "watcher.fetch.mailbox:MboxSource"),
    "stdin": ("watcher.fetch.stdin:Options", "watcher.fetch.stdin:StdinSource"),
}
"""Type of a `[[source]]` -> where its options and its class are (`module:name`)."""

LOCAL_KINDS = frozenset({"file", "maildir", "mbox", "stdin"})
"""Types that ask nobody: they are looked at in every pass, and need no HTTP client."""

# httpx loads its own command line with it, and rich and pygments with that, half of its start;
# it does without where that cannot be imported.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
