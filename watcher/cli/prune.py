"""`watcher prune`: forget what need not be kept."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    from pathlib import Path

DAYS = 400
_WORDS = {
    "old_versions": "outdated versions of documents",
    "texts": "texts of documents that nothing rests on",
    "pages": "remembered pages that no source lists any more",
    "attempts": "attempts at messages that arrived long ago",
    "notices": "notices about sources",
}


@click.command()
@config_option
@click.option(
    "--keep",
    "days",
    type=click.IntRange(min=1),
    default=DAYS,
    show_default=True,
    metavar="DAYS",
    help="Forget what is older than this.",
)
@click.option("--dry-run", is_flag=True, help="Only count.")
@click.option("--vacuum", is_flag=True, help="Give the room back to the disk; takes a while.")
@json_option
def prune(
    *, config_path: Path | None, days: int, dry_run: bool, vacuum: bool, as_json: bool
) -> int:
    """Forget old texts that nothing rests on.

    Events, alerts, findings, and every document that one of them cites are kept for ever. Of
    the others only the text goes: that they were seen is remembered, so none of them comes back
    as new.
    """
    from watcher.app.pruning import prune as prune_now

    report = prune_now(loaded(config_path), days=days, rehearse=dry_run, vacuum=vacuum)
    if as_json:
        from watcher.model.reading import SCHEMA

        shown = {"before": report.before, "after": report.after, "dry_run": dry_run}
        print_json({"schema": SCHEMA, **asdict(report.pruned), **shown})
        return 0
    for name, number in asdict(report.pruned).items():
        if number:
            click.echo(f"{number} {_WORDS[name]}")
    if report.pruned.nothing:
        click.echo("watcher: nothing to forget", err=True)
    if report.after < report.before:
        saved = (report.before - report.after) / 1e6
        click.echo(f"watcher: the database is {saved:.1f} MB smaller", err=True)
    return 0
