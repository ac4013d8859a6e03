"""The configuration, typed: one class a table.

A source's and a notifier's own options stand beside the code that they configure
(`watcher.fetch`, `watcher.notify`) and are found through the registries there.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from watcher.fetch.options import FetchTable
from watcher.model.durations import duration_of
from watcher.model.vocabulary import Area, Change, Kind, Severity, Status
from watcher.notify.options import Secret  # noqa: TC001  (pydantic reads it)

if TYPE_CHECKING:
    from collections.abc import Mapping


def _duration(value: Any) -> Any:
    return duration_of(str(value)) if isinstance(value, str | int | float) else value


def _duration_or_none(value: Any) -> Any:
    return None if value == "none" else _duration(value)


def _severity(value: Any) -> Any:
    return Severity.parse(value) if isinstance(value, str) else value


def _zone(value: str) -> str:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        msg = f"not a time zone: {value!r} (such as 'Europe/London')"
        raise ValueError(msg) from error
    return value


def _clock_time(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return dt.time.fromisoformat(value)
        except ValueError as error:
            msg = f"not a time of day: {value!r} (such as '08:00')"
            raise ValueError(msg) from error
    return value


def _address(value: Any) -> Any:
    if isinstance(value, str):
        host, _, port = value.rpartition(":")
        if not host or not port.isdigit() or not 0 < int(port) < 65536:  # noqa: PLR2004
            msg = f"not an address: {value!r} (such as '127.0.0.1:9123')"
            raise ValueError(msg)
    return value


Duration = Annotated[dt.timedelta, BeforeValidator(_duration, json_schema_input_type=str)]
"""A span such as `30 min`."""

DurationOrNone = Annotated[
    dt.timedelta | None, BeforeValidator(_duration_or_none, json_schema_input_type=str)
]
"""A span such as `120 days`, or `none`."""

SeverityName = Annotated[Severity, BeforeValidator(_severity, json_schema_input_type=str)]
"""`low`, `medium`, `high` or `critical`."""


ClockTime = Annotated[
    dt.time | None, BeforeValidator(_clock_time, json_schema_input_type=str | None)
]
"""A time of day such as `08:00`."""


class Table(BaseModel):
    """A table of the configuration: nothing unknown, nothing changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class WatcherTable(Table):
    """The table `[watcher]`: what holds for the whole program."""

    database: Path = Field(default=Path("watcher.db"), description="Where everything is kept.")
    max_age: DurationOrNone = Field(
        default=dt.timedelta(days=120),
        description="Findings older than this make history but no alert; 'none': no limit.",
    )
    hold_above: int = Field(
        default=12,
        ge=0,
        description="Hold the alerts of one fetch when they name more councils; 0: never.",
    )
    baseline: Literal["packaged", "none"] | Path = Field(
        default="packaged",
        description="What is known from the start: 'packaged', 'none', or a CSV file.",
    )
    threshold: float = Field(
        default=0.5, ge=0, le=1, description="Findings less sure than this are held."
    )
    minimum_severity: SeverityName = Field(
        default=Severity.MEDIUM, description="Alert from this severity on."
    )
    timezone: Annotated[str, AfterValidator(_zone)] = Field(
        default="Europe/London", description="The time zone of digests and of what is shown."
    )


class RouteTable(Table):
    """A table `[[route]]`: which alerts go to which notifiers. An empty list matches all.

    Councils, groups and regions are joined by "or", everything else by "and". Improvements are
    told only where `changes` names them.
    """

    notify: tuple[str, ...] = Field(description="Names of notifiers.")
    ops: bool = Field(
        default=False, description="Word of the watch itself (failing sources, channels)."
    )
    digest: ClockTime = Field(
        default=None, description="Keep what is less grave for this hour, such as '08:00'."
    )
    at_once: SeverityName = Field(
        default=Severity.CRITICAL, description="With a digest: from this severity on at once."
    )
    severity: SeverityName | None = Field(default=None, description="From this severity on.")
    changes: tuple[Change, ...] = ()
    councils: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()


class DaemonTable(Table):
    """The table `[daemon]`: how `watcher run` behaves, and what tells others that it lives."""

    log: Literal["text", "json"] = Field(default="text", description="The form of log lines.")
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    heartbeat: Secret | None = Field(
        default=None, description="An address to ping at start, success and failure of a run."
    )
    heartbeat_every: Duration = Field(
        default=dt.timedelta(minutes=10), description="How often the daemon says that it lives."
    )
    metrics: Annotated[str | None, BeforeValidator(_address)] = Field(
        default=None, description="Where Prometheus finds the daemon, such as '127.0.0.1:9123'."
    )
    metrics_file: Path | None = Field(
        default=None, description="A file for node_exporter's textfile collector."
    )
    interval: Duration = Field(
        default=dt.timedelta(minutes=30),
        description="How often a source without an interval of its own is visited.",
    )
    grace: Duration = Field(
        default=dt.timedelta(hours=6), description="How late a visit may be and still be made."
    )


class SiteTable(Table):
    """The table `[site]`: the static dashboard, made anew after every check."""

    directory: Path | None = Field(
        default=None, description="Where to build it; without it none is built."
    )
    base_url: str = Field(
        default="",
        pattern=r"^(https?://\S+)?$",
        description="Where it will be found; its feeds then carry whole addresses.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceConfig:
    """A table `[[source]]`: a name, a type, and the options of that type."""

    name: str
    type: str
    options: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifierConfig:
    """A table `[[notify]]`: a name, a type, and the options of that type."""

    name: str
    type: str
    options: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that a user decides. `path` is None when all is default."""

    path: Path | None
    watcher: WatcherTable
    sources: tuple[SourceConfig, ...] = ()
    notifiers: tuple[NotifierConfig, ...] = ()
    routes: tuple[RouteTable, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    daemon: DaemonTable = field(default_factory=DaemonTable)
    site: SiteTable = field(default_factory=SiteTable)
    fetch: FetchTable = field(default_factory=FetchTable)
