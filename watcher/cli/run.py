"""`watcher run`: the daemon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from watcher.cli.common import config_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@config_option
@click.option("--log", "form", type=click.Choice(["text", "json"]), help="The form of log lines.")
def run(*, config_path: Path | None, form: str | None) -> int:
    """Watch until stopped: visit every source in its time, and deliver.

    SIGTERM or Ctrl-C stops it within ten seconds, SIGHUP or `watcher reload` makes it read its
    configuration again. Ends with 75 when a daemon is at work on the same database.
    """
    from watcher.cli.check import tell_alerts
    from watcher.daemon import run_daemon

    run_daemon(config_path, tell_alerts, form=form)
    return 0
