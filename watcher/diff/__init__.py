"""Records in, history out: what one council's findings amount to.

Everything here is a pure function of a set of records. The order in which they arrived shows
only in what an event says of its own arrival (`late`, `silent`).
"""

from __future__ import annotations

from watcher.diff.context import DiffContext, Provenance
from watcher.diff.derive import as_of, derive
from watcher.diff.previous import contradiction, lineages_before
from watcher.diff.records import records_from

__all__ = [
    "DiffContext",
    "Provenance",
    "as_of",
    "contradiction",
    "derive",
    "lineages_before",
    "records_from",
]
