"""Get bytes from somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE_KINDS: Mapping[str, tuple[str, str]] = {
    "file": ("watcher.fetch.file:Options", "watcher.fetch.file:FileSource"),
}
"""Type of a `[[source]]` -> where its options and its class are (`module:name`)."""
