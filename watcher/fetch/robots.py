"""Honour robots.txt, with Protego."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from watcher.fetch.http import RobotsAnswer
from watcher.fetch.outcomes import FetchOutcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from protego import Protego

    from watcher.model.document import Fetched

KEEP_SECONDS = 24 * 3600.0
"""How long an answer is believed (RFC 9309 section 2.4)."""

_MAX_TEXT = 500 * 1024
"""Bytes of robots.txt that are read (RFC 9309 asks for at least 500 KiB)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsText:
    """A host's robots.txt as it was last seen; `text` None means that nothing may be asked."""

    origin: str
    text: str | None
    fetched: float


class RobotsStore(Protocol):
    """Keep robots.txt between runs, so that a cron job does not ask for it each time."""

    def robots(self, origin: str) -> RobotsText | None:
        """Give what is kept for `scheme://host:port`."""
        ...

    def keep_robots(self, robots: RobotsText) -> None:
        """Keep it."""
        ...


class Robots:
    """Answer from robots.txt: an absent one allows all, an unreachable one nothing for now."""

    def __init__(self, store: RobotsStore, wall: Callable[[], float]) -> None:
        self._store = store
        self._wall = wall
        self._lock = threading.Lock()
        self._parsed: dict[tuple[str, str], Protego] = {}

    def answer(self, url: str, user_agent: str, get: Callable[[str], Fetched]) -> RobotsAnswer:
        """Answer for one URL; `get` fetches robots.txt when it is not known yet."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc.lower()}"
        known = self._store.robots(origin)
        if known is None or self._wall() - known.fetched > KEEP_SECONDS:
            known = self._learn(origin, get, known)
        if known.text is None:
            return RobotsAnswer(allowed=False)
        if not known.text.strip():
            return RobotsAnswer(allowed=True)
        return self._judge(origin, known.text, url, user_agent)

    def _learn(
        self, origin: str, get: Callable[[str], Fetched], known: RobotsText | None
    ) -> RobotsText:
        fetched = get(origin + "/robots.txt")
        text = _text_of(fetched)
        if text is None and known is not None and known.text is not None:
            return known
        learnt = RobotsText(origin=origin, text=text, fetched=self._wall())
        if text is not None:
            self._store.keep_robots(learnt)
        return learnt

    def _judge(self, origin: str, text: str, url: str, user_agent: str) -> RobotsAnswer:
        from protego import Protego

        with self._lock:
            rules = self._parsed.get((origin, text))
            if rules is None:
                rules = self._parsed[origin, text] = Protego.parse(text)
        product = user_agent.split("/", 1)[0].split(" ", 1)[0]
        delay = rules.crawl_delay(product)
        return RobotsAnswer(
            allowed=bool(rules.can_fetch(url, product)),
            delay=float(delay or 0.0),
        )


def _text_of(fetched: Fetched) -> str | None:
    """Read the answer: 4xx allows all (RFC 9309 2.3.1.3); a host in trouble allows nothing."""
    outcome = FetchOutcome(fetched.outcome)
    if outcome is FetchOutcome.OK:
        return fetched.body[:_MAX_TEXT].decode("utf-8", "replace")
    if outcome is FetchOutcome.EMPTY or (fetched.status or 0) in range(300, 500):
        return ""
    return None
