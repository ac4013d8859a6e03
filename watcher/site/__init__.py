"""Build a static site: the picture of England, and the proof of every word within one click.

    Archive (what is known) -> Piece (one council's share of the front page, kept between builds)
        -> pages, feeds and data -> files, each replaced whole, the front page last

Nothing in it needs a server, a network or another site. Text from articles is data: it goes
through the templates' escaping and never becomes markup.
"""

from __future__ import annotations

from watcher.site.build import build
from watcher.site.ports import Archive, SiteOptions, SiteReport

__all__ = ["Archive", "SiteOptions", "SiteReport", "build"]
