"""Give data out: tables as CSV, JSON Lines, XLSX or Parquet, and metadata for Datasette."""

from __future__ import annotations

from watcher.export.formats import FORMATS, Table, write
from watcher.export.metadata import datasette_metadata

__all__ = ["FORMATS", "Table", "datasette_metadata", "write"]
