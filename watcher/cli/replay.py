"""`watcher replay`: run a folder of documents through today's rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.app.replaying import Failure
    from watcher.pipeline.replay import Replayed

EXIT_UNREADABLE = 3


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="DIR...",
    type=click.Path(path_type=Path),
)
@click.option(
    "--baseline",
    metavar="FILE",
    help="Start from these grades (a table, or `packaged`), not from nothing.",
)
@click.option("--json", "as_json", is_flag=True, help="Events, alerts and warnings as JSON.")
def replay(*, paths: tuple[Path, ...], baseline: str | None, as_json: bool) -> int:
    """Show what documents would have set off, in the order they were published.

    Reads articles, reports, .jsonl archives, and dated fetches of a register page named
    YYYY-MM-DDTHHMMSS.html, from folders and their folders. Touches no database. Exits 3 when
    a document could not be read.
    """
    from watcher.app.replaying import replay_paths
    from watcher.cli.progress import progress

    with progress():
        told, failures = replay_paths(paths, baseline=baseline)
    if as_json:
        click.echo(json.dumps(replayed_json(told, failures), ensure_ascii=False, indent=1))
    else:
        _print(told, failures)
    return EXIT_UNREADABLE if any(failure.unreadable for failure in failures) else 0


def replayed_json(told: Replayed, failures: Iterable[Failure]) -> dict[str, Any]:
    """Render a replay as the contract has it."""
    from watcher.alerting.json import alert_json, event_json
    from watcher.model.reading import SCHEMA

    return {
        "schema": SCHEMA,
        "events": [event_json(event) for event in told.events],
        "alerts": [alert_json(alert) for alert in told.alerts],
        "source_warnings": [
            {
                "when": warning.when.isoformat(timespec="seconds"),
                "reason": warning.reason.value,
                "detail": warning.detail,
            }
            for warning in told.warnings
        ],
        "errors": [{"path": failure.path, "error": failure.error} for failure in failures],
    }


def _print(told: Replayed, failures: tuple[Failure, ...]) -> None:
    """Tell people what would have been sent, the odd pages, and what could not be read."""
    from watcher.alerting.render.words import clean

    for alert in told.alerts:
        day = alert.published or alert.when or ""
        click.echo(clean(f"{day!s:10}  {alert.severity.label:8}  {alert.headline}"))
    for warning in told.warnings:
        click.echo(clean(f"{warning.when:%Y-%m-%d}  warning   {warning.reason}: {warning.detail}"))
    for failure in failures:
        click.echo(clean(f"watcher: {failure.path}: {failure.error}"), err=True)
    events, alerts = len(told.events), len(told.alerts)
    click.echo(
        f"{events} event{'' if events == 1 else 's'}, {alerts} alert{'' if alerts == 1 else 's'}",
        err=True,
    )
