"""A virtual month: sources of every temper, a clock that jumps, channels that fail."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from tests.articles import council_names, fall, harmless
from watcher.errors import FetchError
from watcher.model.dates import PartialDate
from watcher.model.document import Fetched
from watcher.model.source import Item, SourceResult, SourceStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

START = dt.datetime(2026, 3, 20, 6, 0, tzinfo=dt.UTC)
"""Nine days before the clocks go forward."""


class Options(BaseModel):
    """A source of the virtual world; its name says of what temper it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str

    @property
    def every(self) -> dt.timedelta:
        """How often it is looked at."""
        return dt.timedelta(minutes=30)

    @property
    def quiet_limit(self) -> None:
        """How long it may be silent: for ever."""
        return


@dataclass
class Article:
    """Something that a source publishes at a virtual time."""

    key: str
    at: dt.datetime
    text: str


@dataclass
class World:
    """What sources publish, and when; what time it is."""

    days: float
    seed: int
    now: dt.datetime = START
    steady: float = 0.0
    articles: dict[str, list[Article]] = field(default_factory=dict)
    grave: list[str] = field(default_factory=list)
    less: list[str] = field(default_factory=list)
    visits: int = 0
    dice: random.Random = field(default_factory=random.Random)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311  (a seeded game)
        names = council_names()
        self.dice.shuffle(names)
        for number in range(40):
            self.articles[f"{TEMPERS[number % len(TEMPERS)]}{number}"] = []
        tellers = [name for name in self.articles if name.startswith(("changing", "replaying"))]
        for number in range(int(self.days * 3)):
            at = START + dt.timedelta(days=self.days * self.dice.random() * 0.9)
            name = names.pop()
            visited = (at - dt.timedelta(days=50)).date()
            known = number % 2 == 0
            text = fall(name, published=at.date(), visited=visited, known=known)
            (self.grave if known else self.less).append(name)
            for teller in self.dice.sample(tellers, 2):
                self.articles[teller].append(Article(f"{teller}/{number}", at, text))
        for number in range(int(self.days * 6)):
            at = START + dt.timedelta(days=self.days * self.dice.random())
            teller = self.dice.choice(tellers)
            text = harmless(self.dice.choice(names), published=at.date())
            self.articles[teller].append(Article(f"{teller}/h{number}", at, text))
        for listed in self.articles.values():
            listed.sort(key=lambda one: one.at)

    def published(self, source: str) -> list[Article]:
        """Give what a source has published by now."""
        return [one for one in self.articles[source] if one.at <= self.now]


TEMPERS = ("changing", "replaying", "failing", "flaky", "quiet")

WORLD: list[World] = []
"""The one world that sources of this process live in."""


class VirtualSource:
    """A source of the virtual world."""

    def __init__(self, name: str, options: Options, kit: Any = None) -> None:
        del options, kit
        self.name = name

    def fetch(self) -> SourceResult:
        """Answer as its temper is.

        Raises:
            FetchError: when it fails.
        """
        world = WORLD[0]
        world.visits += 1
        temper = self.name.rstrip("0123456789")
        if temper == "failing" or (temper == "flaky" and world.dice.random() < 0.2):
            raise FetchError("the server answers 500", outcome="server_error", resource=self.name)
        articles = world.published(self.name)
        if temper == "quiet" or not articles:
            return SourceResult(status=SourceStatus.NOT_MODIFIED)
        if temper == "changing":
            articles = articles[-12:]
        return SourceResult(status=SourceStatus.OK, items=_items(articles))


def _items(articles: Iterable[Article]) -> Iterable[Item]:
    for one in articles:
        url = f"https://news.example/{one.key}"
        fetched = Fetched(url=url, outcome="ok", body=one.text.encode())
        yield Item(
            key=url,
            fetched=fetched,
            url=url,
            published=PartialDate.of(one.at.date()),
            published_basis="feed",
            content_type="text/plain",
        )


class VirtualBell:
    """Waits by moving the clock; keeps an appointment with trouble.

    `troubles` are times at which the wall clock jumps by a span: a machine that slept (the
    steady clock stands still), or a clock that was set.
    """

    def __init__(self, world: World, troubles: dict[dt.datetime, dt.timedelta]) -> None:
        self.stopping = False
        self.reload_wanted = False
        self._world = world
        self._troubles = dict(sorted(troubles.items()))

    def now(self) -> float:
        """Give the steady clock."""
        return self._world.steady

    def wait(self, seconds: float) -> None:
        """Let virtual time pass."""
        world = self._world
        world.now += dt.timedelta(seconds=seconds)
        world.steady += seconds
        for at, jump in list(self._troubles.items()):
            if world.now >= at:
                del self._troubles[at]
                world.now += jump
