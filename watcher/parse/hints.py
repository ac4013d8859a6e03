"""What is known of a document before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.model.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Hold what a listing, a feed, a file name or a person says of a document.

    `published_basis` says where `published` comes from. A person's word (`config`) stands above
    what the document prints, a feed's above what its text prints; the date in a file's or link's
    name (`file`, `link`) counts only where the document itself prints none.
    """

    path: str | None = None
    url: str | None = None
    title: str = ""
    published: PartialDate | None = None
    published_basis: str | None = None
    outlet: str | None = None
    content_type: str = ""
    id: str | None = None
