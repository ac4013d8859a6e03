"""What surrounds one pass from cron: the word to a watchman elsewhere, and the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.errors import LockHeld, WatcherError

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.app.checking import CheckReport
    from watcher.config import Config


def minded(config: Config, run: Callable[[], CheckReport]) -> CheckReport:
    """Make a pass; say before and after that it is made, where the configuration asks for it.

    A pass that finds another run at work is no failure: that run says its own word.
    """
    report = run() if config.daemon.heartbeat is None else _beating(config, run)
    if config.daemon.metrics_file is not None:
        write_numbers(config, report)
    return report


def _beating(config: Config, run: Callable[[], CheckReport]) -> CheckReport:
    from watcher.app.heartbeat import heartbeat_of

    heart = heartbeat_of(config)
    if heart is None:
        return run()
    mark = heart.start()
    try:
        report = run()
    except LockHeld:
        raise
    except BaseException as error:
        heart.fail(mark, str(error) or type(error).__name__)
        heart.settle()
        raise
    (heart.fail if failed(report) else heart.success)(mark, summary_of(report))
    heart.settle()
    return report


def failed(report: CheckReport) -> bool:
    """Tell whether a pass came to nothing: every source failed."""
    return bool(report.sources) and all(one.status == "failed" for one in report.sources)


def summary_of(report: CheckReport) -> str:
    """Sum a pass up in a few lines."""
    lines = [
        f"{len(report.sources)} sources, {len(report.alerts)} alerts, {len(report.held)} held",
        f"deliveries: {report.sent} sent, {report.pending} pending, {report.failed} failed",
    ]
    lines += [f"{one.name}: {one.error}" for one in report.sources if one.error is not None]
    return "\n".join((*lines, *report.trouble))


def write_numbers(config: Config, report: CheckReport) -> None:
    """Write the file for Prometheus; that it cannot be written is a warning and no failure."""
    from watcher.app.logs import log
    from watcher.app.metrics import Metrics
    from watcher.store import Store

    try:
        metrics = Metrics()
        with Store.open_to_read(config.watcher.database) as store:
            metrics.refresh(store, report.finished)
        metrics.ran(report.finished, well=not failed(report))
        metrics.write(config.daemon.metrics_file)
    except (WatcherError, OSError) as error:
        log("no metrics", level="warning", reason=str(error))
