"""Visit the sources that are due: build them, fetch side by side, take in, note how they fare."""

from __future__ import annotations

import datetime as dt
import importlib
import random
import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from watcher import __version__
from watcher.app.clock import environment
from watcher.app.near import near_hint
from watcher.errors import UsageError
from watcher.fetch import LOCAL_KINDS, SOURCE_KINDS
from watcher.model.source import SourceStatus
from watcher.model.watch import Health, NoticeKind, Remark
from watcher.pipeline.health import Rhythm, Visit, is_due, visited
from watcher.pipeline.ingest import SourceReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from watcher.app.ahead import ReadAhead
    from watcher.app.parts import LazyWorkshop
    from watcher.app.prefetch import Seen
    from watcher.config import Config, SourceConfig
    from watcher.fetch.asking import Ask
    from watcher.fetch.desk import Kit
    from watcher.fetch.http import HttpFetcher, HttpPolicy
    from watcher.fetch.memory import Memory
    from watcher.model.document import Fetched
    from watcher.model.source import Item
    from watcher.pipeline.ingest import Ingest
    from watcher.pipeline.ports import Source
    from watcher.store import Store

_WORKERS = 8
"""Sources that are looked at side by side, at least; how many hosts is for [fetch] to say."""

_FILES_EVERY = dt.timedelta(minutes=5)


def no_guard(source: Source) -> Source:
    """Give the source as it is."""
    return source


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Which sources to visit, and how.

    `names` are visited whether they are due or not, as all are with `everything`. `guard` is
    put around each source. `workshop` reads ahead, when it is given.
    """

    clock: Callable[[], dt.datetime]
    names: tuple[str, ...] = ()
    everything: bool = False
    guard: Callable[[Source], Source] = no_guard
    workshop: LazyWorkshop | None = None


def chosen(config: Config, names: Iterable[str]) -> tuple[SourceConfig, ...]:
    """Give the sources of those names, all of them when no name is given.

    Raises:
        UsageError: when there is no source of that name.
    """
    wanted = tuple(names)
    known = [source.name for source in config.sources]
    for name in wanted:
        if name not in known:
            raise UsageError(f"no source is named {name!r}", hint=near_hint(name, known))
    return tuple(one for one in config.sources if not wanted or one.name in wanted)


def visit(config: Config, to: tuple[Store, Ingest], round_: Round) -> tuple[SourceReport, ...]:
    """Visit the sources that are due, and give a report of each source.

    Raises:
        StoreError: when the database fails.
        UsageError: when a source is named that does not exist.
    """
    store, ingest = to
    sources = chosen(config, round_.names)
    health, now = store.sources.health(), round_.clock()
    forced = round_.everything or bool(round_.names)
    due = [
        one
        for one in sources
        if forced or one.type in LOCAL_KINDS or is_due(health.get(one.name), now)
    ]
    work = Visiting(config, store, ingest, round_)
    reports = {report.name: report for report in work.all(due, health)} if due else {}
    skipped = SourceStatus.SKIPPED
    return tuple(
        reports.get(one.name) or SourceReport(name=one.name, status=skipped) for one in sources
    )


def source_of(config: SourceConfig, kit: Kit | None) -> Source:
    """Build a source."""
    module, attribute = SOURCE_KINDS[config.type][1].split(":")
    kind: Any = getattr(importlib.import_module(module), attribute)
    built: Source = kind(config.name, config.options, kit)
    return built


@dataclass(slots=True)
class Visiting:
    """One round of visits."""

    config: Config
    store: Store
    ingest: Ingest
    round: Round
    memory: Memory | None = field(default=None)
    fetcher: LazyFetcher | None = field(default=None)
    ahead: ReadAhead | None = field(default=None)

    def all(
        self, due: Sequence[SourceConfig], health: Mapping[str, Health]
    ) -> Iterator[SourceReport]:
        """Visit sources: what lies here first, then the web, side by side."""
        if all(one.type == "file" for one in due):
            built = [(one, source_of(one, None)) for one in due]
        else:
            kit = self._kit()
            built = [(one, source_of(one, kit)) for one in due]
        configs = {one.name: one for one in due}
        try:
            for seen in self._seen(built, frozenset(health)):
                yield self._one(seen, configs[seen.name], health)
        finally:
            self._close()

    def _kit(self) -> Kit:
        """Load what is remembered, and make what sources work with."""
        from watcher.fetch.desk import Kit
        from watcher.fetch.memory import Memory

        kept = self.store.sources
        self.memory = memory = Memory(
            pages=kept.pages(),
            owners=kept.owners(),
            robots=kept.robots(),
            notes={(name, "latest"): value for name, value in kept.states("latest").items()},
        )
        self.fetcher = LazyFetcher(self.config, memory)
        return Kit(
            fetcher=self.fetcher,
            memory=memory,
            now=self.round.clock(),
            table=self.config.fetch,
            settle=self._settle,
            councils=councils_of_today,
            standard_input=standard_input,
            recheck=self.round.everything,
        )

    def _settle(self, name: str) -> None:
        """Write what is remembered of a source; called inside a transaction."""
        if self.memory is None:
            return
        self.store.sources.keep_pages(name, self.memory.take_pages(name))
        for key, value in self.memory.take_notes(name).items():
            if key != "not_before":
                self.store.sources.keep_state(name, key, value)

    def _seen(
        self, built: list[tuple[SourceConfig, Source]], known: frozenset[str]
    ) -> Iterator[Seen]:
        from watcher.app.prefetch import Prepared, Seen, side_by_side

        groups: dict[str, list[Prepared]] = {}
        for config, source in built:
            if config.type in LOCAL_KINDS:
                yield Seen(source)
            else:
                one = Prepared(source, self._offer, first=source.name not in known)
                groups.setdefault(_host(config), []).append(one)
        if groups:
            self.ahead = self.round.workshop.look_ahead() if self.round.workshop else None
            workers = max(self.config.fetch.hosts_at_once, _WORKERS)
            yield from side_by_side(list(groups.values()), workers)

    def _offer(self, item: Item) -> None:
        """Let a document that was fetched be read while others are on their way."""
        if self.ahead is not None:
            self.ahead.offer(item)

    def _one(self, seen: Seen, config: SourceConfig, health: Mapping[str, Health]) -> SourceReport:
        """Take one source in, and note how it fares."""
        report = self.ingest.take(self.round.guard(seen))
        if config.type == "register" and report.status is SourceStatus.OK:
            self._register(seen, report)
        unchanged = report.status is SourceStatus.NOT_MODIFIED or (
            report.seen > 0 and not seen.moved and config.type != "register"
        )
        if unchanged and report.error is None:
            report.status = SourceStatus.NOT_MODIFIED
        if report.status is not SourceStatus.SKIPPED:
            self._note(seen, report, config, health.get(seen.name) or Health(source=seen.name))
        return report

    def _register(self, seen: Seen, report: SourceReport) -> None:
        from watcher.app.registering import take_in

        take_in(seen.inner, report, (self.store, self.ingest), self.config.watcher.hold_above)

    def _note(self, seen: Seen, report: SourceReport, config: SourceConfig, before: Health) -> None:
        """Write how a source fares, and what is to be said of it."""
        memory, now = self.memory, self.round.clock()
        later = memory.note(seen.name, "not_before") if memory else None
        good = report.status is not SourceStatus.FAILED
        visit_ = Visit(
            now=now,
            good=good,
            new=report.new + report.changed,
            unchanged=report.status is SourceStatus.NOT_MODIFIED,
            outcome=report.status.value if good else _named(seen.outcome),
            error=report.error or "",
            hint=seen.hint,
            remarks=(*(memory.remarks(seen.name) if memory else ()), *_doubts(report)),
            not_before=dt.datetime.fromisoformat(later) if later else None,
        )
        after, notices = visited(before, visit_, rhythm_of(config, self.config), random.random())  # noqa: S311
        with self.store.transaction():
            if memory is not None:
                self.store.sources.keep_pages(seen.name, memory.take_amends(seen.name))
            self.store.sources.keep_health(after)
            for notice in notices:
                self.store.sources.notify(notice)

    def _close(self) -> None:
        if self.memory is not None:
            texts = self.memory.take_robots()
            if texts:
                with self.store.transaction():
                    self.store.sources.keep_robots(texts)
        if self.fetcher is not None:
            self.fetcher.close()
        if self.ahead is not None and self.round.workshop is not None:
            self.round.workshop.ahead = None
            self.ahead.close()


class LazyFetcher:
    """The HTTP client, loaded when the first page is asked for."""

    def __init__(self, config: Config, memory: Memory) -> None:
        self._config = config
        self._memory = memory

    def fetch(self, ask: Ask) -> Fetched:
        """Fetch one thing."""
        return self._http.fetch(ask)

    def fetch_many(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Fetched]]:
        """Fetch many things, hosts side by side."""
        return self._http.fetch_many(asks)

    def close(self) -> None:
        """Close the connections, if there are any."""
        if "_http" in self.__dict__:
            self._http.close()

    @cached_property
    def _http(self) -> HttpFetcher:
        from watcher.app.reading import PlainTiming
        from watcher.fetch.http import HttpFetcher
        from watcher.fetch.robots import Robots

        timing = PlainTiming()
        return HttpFetcher(
            policy_of(self._config), timing, robots=Robots(self._memory, timing.wall)
        )


def policy_of(config: Config) -> HttpPolicy:
    """Give how politely and patiently to ask."""
    from watcher.fetch.asking import HttpPolicy

    table = config.fetch
    return HttpPolicy(
        user_agent=table.agent(__version__),
        connect_timeout=table.connect_timeout,
        read_timeout=table.read_timeout,
        total_timeout=table.total_timeout,
        max_bytes=table.max_bytes,
        gap=table.gap,
        max_crawl_delay=table.max_crawl_delay,
        tries=table.tries,
        pause=table.pause,
        patience=table.patience.total_seconds(),
        hosts_at_once=table.hosts_at_once,
        robots=table.robots,
        proxies=_proxies(),
    )


def _proxies() -> Any:
    """Read the proxies of the environment; for plain HTTP only the lower-case name counts."""
    from watcher.fetch.asking import Proxies

    every = environment("all_proxy") or environment("ALL_PROXY")
    bypass = environment("no_proxy") or environment("NO_PROXY") or ""
    return Proxies(
        http=environment("http_proxy") or every,
        https=environment("https_proxy") or environment("HTTPS_PROXY") or every,
        bypass=tuple(part for part in bypass.split(",") if part.strip()),
    )


def rhythm_of(source: SourceConfig, config: Config) -> Rhythm:
    """Give how often a source is looked at, and how long it may be silent."""
    options, table = source.options, config.fetch
    local = source.type in LOCAL_KINDS
    return Rhythm(
        every=getattr(options, "every", _FILES_EVERY),
        quiet_limit=getattr(options, "quiet_limit", None),
        quiet_periods=tuple((one.start, one.end) for one in table.expected_quiet),
        hours=getattr(options, "active_hours", None),
        weekend=1.0 if local else table.weekend_factor,
        zone=config.watcher.timezone,
    )


def councils_of_today() -> dict[str, str]:
    """Give the councils of today by Ofsted's URN."""
    from watcher.app.clock import today
    from watcher.reference import load_register

    return {one.urn: one.name for one in load_register().current(today()) if one.urn}


def standard_input() -> bytes:
    """Read what was piped in; a terminal gives nothing."""
    return b"" if sys.stdin is None or sys.stdin.isatty() else sys.stdin.buffer.read()


def _host(config: SourceConfig) -> str:
    from watcher.fetch.asking import host_of

    addresses = getattr(config.options, "addresses", ())
    return host_of(addresses[0]) if addresses else config.name


def _doubts(report: SourceReport) -> tuple[Remark, ...]:
    """Make one remark of all that a source's reports say otherwise than it is stored."""
    text = "\n".join(report.doubts)
    return (Remark(kind=NoticeKind.CONTRADICTED, text=text),) if text else ()


def _named(outcome: str) -> str:
    return "failed" if outcome == "ok" else outcome
