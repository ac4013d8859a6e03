"""Numbers for Prometheus: an endpoint in the daemon, a text file for cron.

Needs the extra `metrics`. All numbers are read from the database, so that a restart loses none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watcher.errors import ConfigError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from watcher.config import Config
    from watcher.store import Store

_GAUGES = {
    "alerts": ("Alerts that were raised.", ("severity",)),
    "alerts_held": ("Alerts that wait for review.", ()),
    "messages": ("Messages in the outbox.", ("state",)),
    "oldest_pending_seconds": ("Age of the oldest message that is still tried.", ()),
    "channel_failures": ("Failures in a row of a channel that fails.", ("notifier",)),
    "source_last_good_timestamp_seconds": ("When a source was last read well.", ("source",)),
    "source_last_new_timestamp_seconds": ("When a source last had something new.", ("source",)),
    "source_failures": ("Failed runs of a source in a row.", ("source",)),
    "last_run_timestamp_seconds": ("When the last run ended.", ()),
    "last_run_ok": ("Whether the last run ended well.", ()),
}


class Metrics:
    """Holds the numbers; `refresh` reads them from the database."""

    def __init__(self) -> None:
        try:
            import prometheus_client
        except ImportError as error:
            raise ConfigError(
                "metrics need the library prometheus-client",
                resource="[daemon] metrics",
                hint='install the extra: pip install "watcher[metrics]"',
            ) from error
        self._library = prometheus_client
        self.registry = prometheus_client.CollectorRegistry()
        self._gauges: dict[str, Any] = {
            name: prometheus_client.Gauge(f"watcher_{name}", text, labels, registry=self.registry)
            for name, (text, labels) in _GAUGES.items()
        }

    def refresh(self, store: Store, now: dt.datetime) -> None:
        """Read every number anew."""
        outbox = store.outbox
        severities = outbox.alerts_by_severity()
        self._fill("alerts", {(one.label,): number for one, number in severities.items()})
        self._gauges["alerts_held"].set(outbox.held_count())
        self._fill("messages", {(state,): number for state, number in outbox.counts().items()})
        oldest = outbox.oldest_open() or now
        self._gauges["oldest_pending_seconds"].set(max((now - oldest).total_seconds(), 0))
        channels = store.channels.failures()
        self._fill("channel_failures", {(name,): n for name, (n, _) in channels.items()})
        health = store.sources.health()
        self._fill("source_failures", {(name,): one.failures for name, one in health.items()})
        for field in ("last_good", "last_new"):
            times = {(name,): getattr(one, field) for name, one in health.items()}
            known = {key: moment.timestamp() for key, moment in times.items() if moment}
            self._fill(f"source_{field}_timestamp_seconds", known)

    def ran(self, now: dt.datetime, *, well: bool) -> None:
        """Note the end of a run."""
        self._gauges["last_run_timestamp_seconds"].set(now.timestamp())
        self._gauges["last_run_ok"].set(well)

    def serve(self, address: str) -> Any:
        """Open the endpoint; give the server, which runs on a thread of its own.

        Raises:
            ConfigError: when the address cannot be used.
        """
        host, _, port = address.rpartition(":")
        try:
            server, _ = self._library.start_http_server(
                int(port), host.strip("[]"), registry=self.registry
            )
        except OSError as error:
            raise ConfigError(
                f"{address} cannot be used", resource="[daemon] metrics", hint="is it in use?"
            ) from error
        return server

    def write(self, path: Any) -> None:
        """Write the text file, whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._library.write_to_textfile(str(path), self.registry)

    def _fill(self, name: str, values: Mapping[Any, float]) -> None:
        gauge = self._gauges[name]
        gauge.clear()
        for labels, value in values.items():
            gauge.labels(*labels).set(value)


def metrics_of(config: Config) -> Metrics | None:
    """Build the metrics of a configuration, None when it wants none.

    Raises:
        ConfigError: when the library is missing.
    """
    wanted = config.daemon.metrics is not None or config.daemon.metrics_file is not None
    return Metrics() if wanted else None
