"""Read files that the package carries."""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).resolve().parent.parent / "data"


def text_of(name: str) -> str:
    """Give the text of `watcher/data/<name>`."""
    return (_DATA / name).read_text(encoding="utf-8")


def names_in(folder: str, suffix: str) -> tuple[str, ...]:
    """List the packaged files of a folder as `folder/name`, sorted."""
    return tuple(sorted(f"{folder}/{path.name}" for path in (_DATA / folder).glob(f"*{suffix}")))
