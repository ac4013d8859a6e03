"""What a run knows of pages and robots.txt, shared by the threads that fetch.

It is loaded before the threads start and written when a source has been taken in, so that no
thread touches the database and nothing is remembered of what was not taken in.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from watcher.model.watch import PageMemory, Remark, RobotsText


class Memory:
    """Pages by key, robots.txt by origin, and each source's own notes."""

    def __init__(
        self,
        pages: Mapping[str, PageMemory] | None = None,
        owners: Mapping[str, str] | None = None,
        robots: Mapping[str, RobotsText] | None = None,
        notes: Mapping[tuple[str, str], str] | None = None,
    ) -> None:
        self._lock = threading.Lock()
        self._pages = dict(pages or {})
        self._owners = dict(owners or {})
        self._robots = dict(robots or {})
        self._notes = dict(notes or {})
        self._claims: dict[str, str] = {}
        self._staged: dict[str, dict[str, PageMemory]] = {}
        self._amends: dict[str, list[PageMemory]] = {}
        self._fresh_robots: dict[str, RobotsText] = {}
        self._fresh_notes: dict[tuple[str, str], str] = {}
        self._remarks: dict[str, list[Remark]] = {}

    def page(self, key: str) -> PageMemory | None:
        """Give what is remembered of a page."""
        with self._lock:
            return self._pages.get(key)

    def put(self, source: str, page: PageMemory) -> None:
        """Remember a page; it is written when the source has been taken in."""
        with self._lock:
            self._pages[page.key] = page
            self._staged.setdefault(source, {})[page.key] = page

    def amend(self, source: str, page: PageMemory) -> None:
        """Remember a page otherwise although the source fails: an address that was no good."""
        with self._lock:
            self._pages[page.key] = page
            self._amends.setdefault(source, []).append(page)

    def claim(self, key: str, source: str) -> bool:
        """Take it upon oneself to fetch a page in this run; False when another source does."""
        with self._lock:
            return self._claims.setdefault(key, source) == source

    def due(self, source: str, wanted: Callable[[PageMemory], bool]) -> list[PageMemory]:
        """Give the pages that a source led to and that are to be looked at again."""
        with self._lock:
            keys = [key for key, owner in self._owners.items() if owner == source]
            pages = [self._pages[key] for key in keys if key in self._pages]
        return [page for page in pages if wanted(page)]

    def note(self, source: str, name: str) -> str | None:
        """Give what a source keeps for itself under a name."""
        with self._lock:
            return self._notes.get((source, name))

    def put_note(self, source: str, name: str, value: str) -> None:
        """Keep something for a source."""
        with self._lock:
            self._notes[source, name] = self._fresh_notes[source, name] = value

    def remark(self, source: str, remark: Remark) -> None:
        """Note something about a source that its owner should know."""
        with self._lock:
            self._remarks.setdefault(source, []).append(remark)

    def remarks(self, source: str) -> tuple[Remark, ...]:
        """Give what was noted about a source in this run."""
        with self._lock:
            return tuple(self._remarks.get(source, ()))

    def robots(self, origin: str) -> RobotsText | None:
        """Give a host's robots.txt."""
        with self._lock:
            return self._robots.get(origin)

    def keep_robots(self, robots: RobotsText) -> None:
        """Keep a host's robots.txt."""
        with self._lock:
            self._robots[robots.origin] = self._fresh_robots[robots.origin] = robots

    def take_pages(self, source: str) -> tuple[PageMemory, ...]:
        """Hand over what is to be written of a source's pages."""
        with self._lock:
            return tuple(self._staged.pop(source, {}).values())

    def take_amends(self, source: str) -> tuple[PageMemory, ...]:
        """Hand over what is to be written of a source's pages although it failed."""
        with self._lock:
            return tuple(self._amends.pop(source, ()))

    def take_notes(self, source: str) -> dict[str, str]:
        """Hand over what is to be written of a source's notes."""
        with self._lock:
            names = [name for owner, name in self._fresh_notes if owner == source]
            return {name: self._fresh_notes.pop((source, name)) for name in names}

    def take_robots(self) -> tuple[RobotsText, ...]:
        """Hand over what is to be written of robots.txt."""
        with self._lock:
            fresh = tuple(self._fresh_robots.values())
            self._fresh_robots.clear()
            return fresh
