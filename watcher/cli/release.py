"""`watcher release`: let held alerts go, or drop them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from watcher.cli.common import config_option, json_option, loaded, print_json
from watcher.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.config import Config


@click.command()
@click.argument("alerts", nargs=-1, metavar="[ALERT]...")
@config_option
@click.option("--all", "everything", is_flag=True, help="All that are held.")
@click.option("--drop", is_flag=True, help="Tell nobody; what was unsure counts for nothing.")
@click.option("--reason", default="", help="Why they are dropped.")
@json_option
def release(  # noqa: PLR0913  (one parameter an option)
    *,
    alerts: tuple[str, ...],
    config_path: Path | None,
    everything: bool,
    drop: bool,
    reason: str,
    as_json: bool,
) -> int:
    """Let held alerts go to whoever is to have them; without a name, list them.

    They are sent by the next `check`, or by the daemon within a minute.
    """
    config = loaded(config_path)
    if not alerts and not everything:
        _list(config, as_json=as_json)
        return 0
    if alerts and everything:
        raise UsageError("name alerts, or say --all, not both")
    from watcher.app.releasing import drop_alerts, release_alerts

    if drop and not reason:
        raise UsageError("say why: --reason TEXT")
    found = drop_alerts(config, alerts, reason) if drop else release_alerts(config, alerts)
    if as_json:
        from watcher.alerting.json import alert_json

        print_json([alert_json(alert) for alert in found])
    did = "dropped" if drop else "released"
    for alert in found:
        click.echo(f"{did} {alert.id}: {alert.headline}", err=True)
    if not found:
        click.echo("nothing is held", err=True)
    return 0


def _list(config: Config, *, as_json: bool) -> None:
    from watcher.alerting.json import alert_json
    from watcher.alerting.render.message import part_of, text_of
    from watcher.app.wiring import open_store_to_read

    with open_store_to_read(config) as store:
        held = store.alerts.held()
    if as_json:
        print_json([alert_json(alert) for alert in held])
        return
    for alert in held:
        why = "unsure" if any(event.held for event in alert.events) else "many at once"
        click.echo(f"{alert.id}  held: {why}")
        click.echo(text_of(part_of(alert)) + "\n")
    if held:
        click.echo("Let go: watcher release ID (or --all). Drop: --drop --reason TEXT", err=True)
