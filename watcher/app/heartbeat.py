"""Tell a watchman elsewhere that the watch lives, such as healthchecks.io.

A heartbeat never fails what it reports on: it has ten seconds and three tries, on a thread of
its own, and what goes wrong with it is a line in the log.
"""

from __future__ import annotations

import threading
import uuid
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit, urlunsplit

from watcher.app.logs import log

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.config import Config

TRIES = 3
SECONDS = 10.0
_BODY_LIMIT = 10_000


class Heartbeat:
    """Pings an address: `/start` before, the address itself after success, `/fail` after failure.

    `send` posts a body to an address and tells whether it was taken.
    """

    def __init__(self, url: str, send: Callable[[str, bytes], bool]) -> None:
        self._url = url
        self._send = send
        self._threads: list[threading.Thread] = []

    def start(self) -> str:
        """Say that a run begins; give the id that belongs to it."""
        run = str(uuid.uuid4())
        self._ping("start", run, "")
        return run

    def success(self, run: str, summary: str) -> None:
        """Say that a run went well."""
        self._ping("", run, summary)

    def fail(self, run: str, summary: str) -> None:
        """Say that a run went wrong."""
        self._ping("fail", run, summary)

    def settle(self, seconds: float = SECONDS) -> None:
        """Wait for what is under way, so that a short run does not end before its word is out."""
        for thread in self._threads:
            thread.join(seconds)
        self._threads.clear()

    def _ping(self, what: str, run: str, body: str) -> None:
        address = address_of(self._url, what, run)
        payload = body.encode()[:_BODY_LIMIT]
        before = self._threads[-1] if self._threads else None
        thread = threading.Thread(
            target=self._try, args=(address, payload, before), daemon=True, name="heartbeat"
        )
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()

    def _try(self, address: str, payload: bytes, before: threading.Thread | None) -> None:
        if before is not None:
            before.join(SECONDS)
        for _ in range(TRIES):
            if self._send(address, payload):
                return
        log("heartbeat failed", level="warning", tries=TRIES)


def address_of(url: str, what: str, run: str) -> str:
    """Give the address of one ping."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/") + (f"/{what}" if what else "")
    query = "&".join(part for part in (parts.query, urlencode({"rid": run})) if part)
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def heartbeat_of(config: Config) -> Heartbeat | None:
    """Build the heartbeat of a configuration, None when it has none.

    Raises:
        ConfigError: when its address is a secret that is not there.
    """
    if config.daemon.heartbeat is None:
        return None
    from watcher.app.secrets import secret_of

    return Heartbeat(secret_of(config.daemon.heartbeat), _post)


def _post(address: str, payload: bytes) -> bool:
    import httpx

    try:
        answer = httpx.post(address, content=payload, timeout=SECONDS, follow_redirects=False)
    except httpx.HTTPError:
        return False
    return answer.is_success
