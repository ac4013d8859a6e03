"""`watcher import`: take baselines and registers in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    from pathlib import Path


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE|packaged...")
@config_option
@json_option
def import_(*, files: tuple[str, ...], config_path: Path | None, as_json: bool) -> int:
    """Take tables of grades into the database, in silence.

    Reads a baseline's CSV, a register page, the yearly statistics (CSV, XLSX, ODS, HTML), or
    the baseline that comes with the program (`packaged`). Nothing is alerted; later evidence
    stands, whichever came first.
    """
    from watcher.app.import_run import import_all
    from watcher.model.reading import SCHEMA

    taken = import_all(loaded(config_path), files)
    if as_json:
        print_json(
            [
                {
                    "schema": SCHEMA,
                    "name": one.name,
                    "councils": one.councils,
                    "grades": one.grades,
                    "new": one.new,
                }
                for one in taken
            ]
        )
    else:
        for one in taken:
            click.echo(
                f"{one.name}: {one.grades} grades of {one.councils} councils, {one.new} new",
                err=True,
            )
    return 0
