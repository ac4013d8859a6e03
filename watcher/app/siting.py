"""Join the store and the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.app.clock import today
from watcher.app.trends import Pasts
from watcher.model.publishing import SourceLine
from watcher.store.publishing import Publishing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from watcher.config import Config
    from watcher.model.alert import Alert
    from watcher.model.council import LineageKey, Register
    from watcher.model.event import AlertId, Citation, CouncilState, Event
    from watcher.model.framework import Rulebook
    from watcher.model.publishing import AlertLine, Proof
    from watcher.site import SiteReport
    from watcher.store import Store


class StoredArchive:
    """What the site asks, answered from the database."""

    def __init__(
        self, store: Store, sources: Sequence[SourceLine], rules: tuple[Register, Rulebook]
    ) -> None:
        self._store = store
        self._publishing = Publishing(store.handle)
        self._sources = tuple(sources)
        self._pasts = Pasts(store, rules)

    def fingerprints(self) -> Mapping[LineageKey, str]:
        """Give one fingerprint for each lineage of which anything is known."""
        return self._publishing.fingerprints()

    def state(self, lineage: LineageKey) -> CouncilState | None:
        """Give where a lineage stands."""
        return self._store.states.get(lineage)

    def events(self, lineage: LineageKey) -> Sequence[Event]:
        """Give a lineage's events that stand, in order."""
        return self._store.events.of_lineage(lineage)

    def withdrawn(self, lineage: LineageKey) -> Sequence[tuple[Event, str]]:
        """Give the events that were taken back, each with the reason."""
        return self._store.events.withdrawn(lineage)

    def state_on(self, lineage: LineageKey, day: dt.date) -> CouncilState:
        """Give where a lineage stood, as the world knew it on a day."""
        return self._pasts.state_on(lineage, day)

    def mention_days(self, lineage: LineageKey) -> tuple[dt.date, ...]:
        """Give the days on which a document mentioned an older grade."""
        return self._pasts.mention_days(lineage)

    def alert_lines(self) -> Sequence[AlertLine]:
        """Give the alerts that may be shown, oldest first."""
        return self._publishing.alert_lines()

    def alert(self, alert: AlertId) -> Alert | None:
        """Give one alert with its events."""
        return self._store.alerts.get(alert)

    def proof(self, citation: Citation) -> Proof | None:
        """Give what is kept of a quotation's document; None when it came from none."""
        return self._publishing.proof(citation)

    def sources(self) -> Sequence[SourceLine]:
        """Give how the sources are doing."""
        return self._sources


def build_site(
    config: Config,
    directory: Path,
    *,
    base_url: str = "",
    progress: Callable[[str, int], Callable[[], None]] | None = None,
) -> SiteReport:
    """Build the site from the configured database, or bring it up to date.

    Raises:
        StoreError: when the database cannot be used.
        UsageError: when the folder holds something else.
        WatcherError: when a file cannot be written.
    """
    from watcher import __version__
    from watcher.app.wiring import open_store_to_read
    from watcher.reference import load_register, load_rulebook
    from watcher.reference.packaged import text_of
    from watcher.site import SiteOptions, build

    register, rulebook = load_register(), load_rulebook()
    options = SiteOptions(
        directory=directory,
        day=today(),
        register=register,
        rulebook=rulebook,
        hexmap=text_of("hexmap.csv"),
        base_url=base_url and base_url.rstrip("/") + "/",
        version=__version__,
        progress=progress,
    )
    with open_store_to_read(config) as store:
        archive = StoredArchive(store, source_lines(config, store), (register, rulebook))
        return build(archive, options)


def publish(config: Config) -> tuple[str, ...]:
    """Bring the configured site up to date; give what went wrong, which fails no check."""
    if config.site.directory is None:
        return ()
    from watcher.errors import WatcherError

    try:
        build_site(config, config.site.directory, base_url=config.site.base_url)
    except WatcherError as error:
        return (f"site: {error}",)
    return ()


def source_lines(config: Config, store: Store) -> tuple[SourceLine, ...]:
    """Give how each configured source is doing."""
    found = Publishing(store.handle).source_facts()
    return tuple(
        SourceLine(
            name=source.name,
            type=source.type,
            state=facts.state if (facts := found.get(source.name)) else "not asked yet",
            last_good=facts.last_good if facts else None,
            last_new=facts.last_new if facts else None,
            documents=facts.documents if facts else 0,
            error=facts.error if facts else None,
        )
        for source in config.sources
    )
