"""Honour robots.txt, with Protego (RFC 9309)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from watcher.fetch.asking import RobotsAnswer
from watcher.fetch.outcomes import FetchOutcome
from watcher.model.watch import RobotsText

if TYPE_CHECKING:
    from collections.abc import Callable

    from protego import Protego

    from watcher.model.document import Fetched

KEEP_SECONDS = 24 * 3600.0
"""How long an answer is believed (RFC 9309 section 2.4)."""

_MAX_TEXT = 500 * 1024
"""Bytes of robots.txt that are read (RFC 9309 asks for at least 500 KiB)."""


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
        self._guard = threading.Lock()
        self._origins: dict[str, threading.Lock] = {}
        self._parsed: dict[str, tuple[str, Protego]] = {}

    def answer(self, url: str, user_agent: str, get: Callable[[str], Fetched]) -> RobotsAnswer:
        """Answer for one URL; `get` fetches robots.txt when it is not known yet."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc.lower()}"
        with self._guard:
            lock = self._origins.setdefault(origin, threading.Lock())
        with lock:
            known = self._store.robots(origin)
            if known is None or not 0 <= self._wall() - known.fetched <= KEEP_SECONDS:
                fetched = get(origin + "/robots.txt")
                text = _text_of(fetched)
                if text is not None:
                    known = RobotsText(origin=origin, text=text, fetched=self._wall())
                    self._store.keep_robots(known)
                elif known is None:
                    return _unreachable(fetched)
            return self._judge(known, url, user_agent)

    def _judge(self, known: RobotsText, url: str, user_agent: str) -> RobotsAnswer:
        if not known.text.strip():
            return RobotsAnswer(allowed=True)
        rules = self._rules(known)
        product = user_agent.split("/", 1)[0].split(" ", 1)[0]
        delay = rules.crawl_delay(product)
        allowed = bool(rules.can_fetch(url, product))
        return RobotsAnswer(
            allowed=allowed,
            delay=float(delay or 0.0),
            detail="" if allowed else f"{known.origin}/robots.txt asks programs to stay away",
        )

    def _rules(self, known: RobotsText) -> Protego:
        from protego import Protego

        parsed = self._parsed.get(known.origin)
        if parsed is None or parsed[0] != known.text:
            parsed = self._parsed[known.origin] = (known.text, Protego.parse(known.text))
        return parsed[1]


def _unreachable(fetched: Fetched) -> RobotsAnswer:
    """Ask nothing of a host that cannot say what may be asked (RFC 9309 2.3.1.4)."""
    detail = f"robots.txt: {fetched.detail or fetched.status or fetched.outcome}"
    return RobotsAnswer(allowed=False, outcome=fetched.outcome, detail=detail)


def _text_of(fetched: Fetched) -> str | None:
    """Read the answer: 4xx allows all (RFC 9309 2.3.1.3); a host in trouble allows nothing."""
    outcome = FetchOutcome(fetched.outcome)
    if outcome is FetchOutcome.OK:
        return fetched.body[:_MAX_TEXT].decode("utf-8", "replace")
    too_often = outcome in {FetchOutcome.RATE_LIMITED, FetchOutcome.UNAVAILABLE}
    refused = (fetched.status or 0) in range(300, 500) and not too_often
    return "" if outcome is FetchOutcome.EMPTY or refused else None
