"""What the site needs from outside, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from watcher.model.alert import Alert
    from watcher.model.council import LineageKey, Register
    from watcher.model.event import AlertId, Citation, CouncilState, Event
    from watcher.model.framework import Rulebook
    from watcher.model.publishing import AlertLine, Proof, SourceLine


class Archive(Protocol):
    """Everything that is known, asked for piece by piece."""

    def fingerprints(self) -> Mapping[LineageKey, str]:
        """Give one fingerprint for each lineage of which anything is known."""
        ...

    def state(self, lineage: LineageKey) -> CouncilState | None:
        """Give where a lineage stands."""
        ...

    def events(self, lineage: LineageKey) -> Sequence[Event]:
        """Give a lineage's events that stand, in order."""
        ...

    def withdrawn(self, lineage: LineageKey) -> Sequence[tuple[Event, str]]:
        """Give the events that were taken back, each with the reason."""
        ...

    def state_on(self, lineage: LineageKey, day: dt.date) -> CouncilState:
        """Give where a lineage stood, as the world knew it on a day."""
        ...

    def mention_days(self, lineage: LineageKey) -> tuple[dt.date, ...]:
        """Give the days on which a document mentioned an older grade."""
        ...

    def alert_lines(self) -> Sequence[AlertLine]:
        """Give the alerts that may be shown, oldest first."""
        ...

    def alert(self, alert: AlertId) -> Alert | None:
        """Give one alert with its events."""
        ...

    def proof(self, citation: Citation) -> Proof | None:
        """Give what is kept of a quotation's document; None when it came from none."""
        ...

    def sources(self) -> Sequence[SourceLine]:
        """Give how the sources are doing."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """What to build, from which reference data, and for which day.

    `base_url` is where the site will be found, ending in a slash; empty when that is not known:
    feeds then link relative to themselves. `progress` is told how many steps there are and
    wraps them.
    """

    directory: Path
    day: dt.date
    register: Register
    rulebook: Rulebook
    hexmap: str
    title: str = "Children’s services watch"
    base_url: str = ""
    version: str = ""
    progress: Callable[[str, int], Callable[[], None]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReport:
    """What a build came to."""

    directory: Path
    councils: int
    alerts: int
    written: int
    unchanged: int
    removed: int
