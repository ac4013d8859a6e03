from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.world.server import World
from watcher.fetch.http import HttpFetcher, HttpPolicy

if TYPE_CHECKING:
    from collections.abc import Callable, Generator


class FastTiming:
    """The machine's clock."""

    def now(self) -> float:
        return time.monotonic()

    def wall(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def jitter(self) -> float:
        return 0.5


@pytest.fixture
def world() -> Generator[World]:
    with World() as server:
        yield server


@pytest.fixture
def fetcher() -> Generator[Callable[..., HttpFetcher]]:
    made: list[HttpFetcher] = []

    def make(**changes: object) -> HttpFetcher:
        options = {
            "user_agent": "watcher/test (+mailto:a@example.org)",
            "connect_timeout": 1.0,
            "read_timeout": 0.4,
            "total_timeout": 1.2,
            "max_bytes": 2_000_000,
            "gap": 0.0,
            "tries": 1,
            "pause": 0.01,
        }
        kept = {key: changes.pop(key) for key in ("robots", "resolver") if key in changes}
        policy = HttpPolicy(**{**options, **changes})  # type: ignore[arg-type]
        one = HttpFetcher(policy, FastTiming(), **kept)  # type: ignore[arg-type]
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()
