"""`watcher reload`: let the daemon read its configuration again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from watcher.cli.common import config_option, loaded
from watcher.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@config_option
def reload(*, config_path: Path | None) -> int:
    """Make the daemon read its configuration again; one that is wrong is not handed on."""
    import os
    import signal

    from watcher.app.routes import Routing
    from watcher.daemon.loop import daemon_of
    from watcher.store import lock_path

    config = loaded(config_path)
    Routing(config).check()
    path = lock_path(daemon_of(config.watcher.database))
    process = _process(path)
    if process is None:
        raise UsageError("no daemon is at work on this database", hint="start it: watcher run")
    try:
        os.kill(process, signal.SIGHUP)
    except (ProcessLookupError, PermissionError) as error:
        raise UsageError(f"process {process} cannot be told", resource=str(path)) from error
    click.echo(f"told process {process}", err=True)
    return 0


def _process(path: Path) -> int | None:
    """Give the process that holds a daemon's lock; None when nobody does."""
    from filelock import FileLock, Timeout

    if not path.exists():
        return None
    try:
        with FileLock(path, timeout=0):
            return None
    except Timeout:
        text = path.read_text(encoding="ascii").strip()
        return int(text) if text.isdigit() else None
