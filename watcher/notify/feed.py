"""Keep a feed of alerts in two files: Atom, and a JSON Feed beside it."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from watcher.alerting.render.feed import FeedInfo, atom, entries_of, entry_of, json_feed
from watcher.errors import DeliveryError
from watcher.model.message import Receipt
from watcher.notify.options import NotifierOptions

if TYPE_CHECKING:
    import datetime as dt

    from watcher.alerting.render.feed import Entry
    from watcher.model.message import Message

_READABLE = 0o644


class Options(NotifierOptions):
    """`type = "feed"`."""

    kind: Literal["feed"]
    path: Path = Field(description="the Atom file; the JSON Feed has the same name and .json")
    title: str = "Council children's services: what got worse"
    home: str | None = Field(default=None, description="the page that the feed belongs to")
    self_url: str | None = Field(default=None, description="where the Atom file is published")
    keep: int = Field(default=100, ge=1, le=2000, description="entries")


class FeedFile:
    """Add alerts to the files; each file is replaced whole, so no reader sees half of one."""

    def __init__(self, options: Options) -> None:
        self._options = options

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Add the alerts of one message; what is in the feed already stays as it is.

        Word of the watch itself does not belong into a feed and is passed over.

        Raises:
            DeliveryError: when the files cannot be written.
        """
        del now
        path, other = self._options.path, self._options.path.with_suffix(".json")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            entries = self._merged(message, _read(other))
            info = FeedInfo(
                title=self._options.title, home=self._options.home, self_url=self._options.self_url
            )
            shown = json.dumps(json_feed(entries, info), ensure_ascii=False, indent=1)
            _replace(path, atom(entries, info))
            _replace(other, shown)
        except OSError as error:
            raise DeliveryError(
                "the feed cannot be written",
                resource=self._options.name,
                hint=f"is {path.parent} writable, and is there space?",
            ) from error
        return Receipt(answer=f"{len(entries)} entries")

    def _merged(self, message: Message, old: tuple[Entry, ...]) -> list[Entry]:
        there = {entry.id for entry in old}
        new = [entry_of(alert) for alert in message.alerts]
        merged = [entry for entry in new if entry.id not in there] + list(old)
        merged.sort(key=lambda entry: entry.updated, reverse=True)
        return merged[: self._options.keep]


def _read(path: Path) -> tuple[Entry, ...]:
    """Read the entries of last time; a file that is none of ours is begun anew."""
    try:
        return entries_of(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return ()
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()


def _replace(path: Path, text: str) -> None:
    """Write a file beside, see that it is on the disk, and put it in the other's place."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_READABLE)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
